"""What the formats of linked data share: addresses of articles and their parts, lists written piece by piece."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from ..record import Article

__all__ = ["address", "array", "clean", "outlet_address", "part"]


def address(article: Article) -> str:
    """Return what an article is called in linked data: its URL, else a URN of its id."""
    return article.url or f"urn:sumber:article:{quote(article.id, safe='')}"


def part(article: Article, item: str) -> str:
    """Return what a part of an article is called."""
    return f"urn:sumber:article:{quote(article.id, safe='')}:{quote(item, safe='')}"


def outlet_address(name: str) -> str:
    """Return what an outlet is called."""
    return f"urn:sumber:outlet:{quote(name.casefold(), safe='')}"


def clean(value: Any) -> Any:
    """Return a value without keys that hold nothing."""
    if isinstance(value, dict):
        return {key: clean(each) for key, each in value.items() if each not in (None, "", [], {}, ())}
    return [clean(each) for each in value] if isinstance(value, list | tuple) else value


def array(head: str, items: Iterable[Any], tail: str) -> Iterator[str]:
    """Yield a JSON list of items between two pieces of text, item by item."""
    yield head
    parts = ""
    for item in items:
        yield f"{parts}\n{json.dumps(clean(item), ensure_ascii=False)}"
        parts = ","
    yield f"\n{tail}"
