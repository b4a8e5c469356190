"""The language of searches: words, phrases, ``key:value``, minus, star."""

import re
from datetime import date

from msgspec import Struct, field

from ..language.stems import stem

__all__ = ["KEYS", "Query", "parse_query"]

KEYS = ("speaker", "outlet", "person", "organisation", "place", "name", "type", "status", "language", "story",
        "before", "after", "title")  # fmt: skip
_PART = re.compile(r'(?P<minus>-)?(?:(?P<key>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+")
_ALIASES = {"organization": "organisation", "org": "organisation", "lang": "language", "who": "person",
            "since": "after", "until": "before", "tokoh": "person", "tempat": "place", "media": "outlet",
            "sebelum": "before", "sesudah": "after", "jenis": "type"}  # fmt: skip


class Query(Struct, frozen=True, kw_only=True):
    """A search, taken apart. ``match`` is for the word index (empty: no words); ``words`` are what to mark."""

    text: str
    match: str = ""
    without: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    not_keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """Return a search, taken apart; what cannot be understood becomes a note, never an error.

    >>> parse_query('gempa speaker:"Dwikorita" -hoaks before:2025-06-10').keys
    {'speaker': ('Dwikorita',), 'before': ('2025-06-10',)}
    """
    text = text.encode("utf-8", "replace").decode()  # a lone surrogate is no letter of any index
    match: list[str] = []
    without: list[str] = []
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    keys: dict[str, tuple[str, ...]] = {}
    not_keys: dict[str, tuple[str, ...]] = {}
    notes: list[str] = []
    for part in _parts(text):
        key, value, minus = part
        if key:
            problem = _problem(key, value)
            if problem:
                notes.append(problem)
                continue
            if key in ("before", "after"):
                value = _day(value) or value
            into = not_keys if minus else keys
            into[key] = (*into.get(key, ()), value)
            continue
        if value.upper() == "OR" and match and not minus:
            if match[-1] != "OR":
                match.append("OR")
            continue
        term = _term(value)
        if term is None:
            continue
        (without if minus else match).append(term)
        if not minus:
            found = tuple(_WORD.findall(value.casefold()))
            phrases.append(found) if len(found) > 1 else words.extend(found)
    return Query(
        text=text, match=_joined(match), without=" OR ".join(without), words=tuple(words),
        phrases=tuple(phrases), keys=keys, not_keys=not_keys, notes=tuple(notes),
    )  # fmt: skip


def _parts(text: str) -> list[tuple[str, str, bool]]:
    """Return (key, value, minus) of each part; a key that is none of ours is part of the word."""
    found = []
    for part in _PART.finditer(text):
        key = (part["key"] or "").lower()
        key = _ALIASES.get(key, key)
        value = part["phrase"] if part["phrase"] is not None else (part["word"] or "")
        quoted = part["phrase"] is not None
        if key and (key not in KEYS or not value):
            value, key = f"{key} {value}", ""
        elif not key and not quoted and part["word"] == "OR":
            value = "OR"
        found.append((key, value, bool(part["minus"])))
    return found


def _problem(key: str, value: str) -> str | None:
    if key in ("before", "after") and _day(value) is None:
        return f"`{key}:{value}` is no date; write {key}:2025, {key}:2025-06 or {key}:2025-06-10"
    if key == "story" and not (value.isascii() and value.isdigit() and len(value) < 19):
        return f"`story:{value}` is no number of a story"
    return None


def _day(value: str) -> str | None:
    """Return the first day of a date, month or year; None if it is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _term(value: str) -> str | None:
    """Return what one word or phrase is for the index: the word, or a word with its stem."""
    found = _WORD.findall(value.casefold())
    if not found:
        return None
    if len(found) > 1:
        return '"' + " ".join(found) + '"'
    word = found[0]
    if value.endswith("*"):
        return f'"{word}" *'
    forms = {word, *(stem(word, code) for code in ("id", "en"))}
    return "(" + " OR ".join(f'"{form}"' for form in sorted(forms)) + ")"


def _joined(terms: list[str]) -> str:
    """Return the terms, all of them wanted, except around OR."""
    while terms and terms[-1] == "OR":
        terms.pop()
    out: list[str] = []
    for term in terms:
        if out and term != "OR" and out[-1] != "OR":
            out.append("AND")
        out.append(term)
    return " ".join(out)
