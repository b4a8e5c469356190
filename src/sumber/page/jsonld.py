"""schema.org data of a page: the object that describes the article."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

__all__ = ["article_object", "names_in"]

_CONTROL = re.compile(r"[\x00-\x1f]+")
_KINDS = re.compile(r"Article|BlogPosting|Report|LiveBlog|OpinionNews|ReviewNews|AnalysisNews", re.IGNORECASE)
_MAX_CHARACTERS = 500_000


def article_object(tree: HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD object of the article, the fullest if there are several, else ``{}``."""
    found = [
        item
        for script in tree.iterfind('.//script[@type="application/ld+json"]')
        for item in _objects(_parse(script.text or ""))
        if _KINDS.search(str(item.get("@type", "")))
    ]
    return max(found, key=_fullness, default={})


def _fullness(item: dict[str, Any]) -> int:
    return sum(
        bool(item.get(key)) for key in ("headline", "datePublished", "author", "publisher", "articleBody")
    )


def _parse(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    if len(text) > _MAX_CHARACTERS:
        return None
    try:
        return msgspec.json.decode(text)  # three times as quick, but strict
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    for attempt in (text, _CONTROL.sub(" ", text), re.sub(r",\s*([}\]])", r"\1", _CONTROL.sub(" ", text))):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object of some JSON-LD, those of a graph and of ``mainEntity`` too."""
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            yield from _objects(data.get(key), depth + 1)


def names_in(value: Any, *, persons: bool = False) -> list[str]:
    """Return the names in a JSON-LD value: a string, an object with ``name``, or a list of them.

    >>> names_in([{"@type": "Person", "name": "Rini"}, "Budi"])
    ['Rini', 'Budi']
    """
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for item in value for name in names_in(item, persons=persons)]
    if isinstance(value, dict):
        if persons and "Organization" in str(value.get("@type", "")):
            return []
        return names_in(value.get("name"), persons=persons)
    return []
