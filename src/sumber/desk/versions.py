"""The versions of a document and what differs between two of them."""

import re
import sqlite3
from difflib import SequenceMatcher

from ..record import Record, Span
from .packing import unpack_record
from .views import Change, VersionLine

__all__ = ["changes_between", "changes_of", "versions_of"]

_WORD = re.compile(r"\S+")
_MOST = 200  # changes that are told
_LONGEST = 20_000  # words up to which texts are compared word by word


def versions_of(store: sqlite3.Connection, document: str) -> tuple[VersionLine, ...]:
    """Return the versions of a document, oldest first."""
    rows = store.execute(
        "SELECT key, added, published, replaced IS NULL FROM article WHERE document = ? ORDER BY id",
        (document,),
    )
    return tuple(
        VersionLine(id=key, added=added, published=published, is_current=bool(current))
        for key, added, published, current in rows
    )


def changes_of(store: sqlite3.Connection, number: int, record: Record) -> tuple[Change, ...]:
    """Return what changed from the version before this one; empty if there is none."""
    row = store.execute("SELECT record FROM article WHERE replaced = ?", (number,)).fetchone()
    return changes_between(unpack_record(row[0]).article.text, record.article.text) if row else ()


def changes_between(old: str, new: str) -> tuple[Change, ...]:
    """Return the stretches of words that differ.

    >>> [(change.old_text, change.new_text) for change in changes_between("lima orang tewas", "tujuh orang tewas")]
    [('lima', 'tujuh')]
    """
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    if max(len(before), len(after)) > _LONGEST:
        return (Change(old=Span(0, len(old)), new=Span(0, len(new)), old_text=old, new_text=new),)
    matcher = SequenceMatcher(None, [each[0] for each in before], [each[0] for each in after], autojunk=False)
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = _span(before, a, b, old), _span(after, c, d, new)
        found.append(Change(old=left, new=right, old_text=left.of(old), new_text=right.of(new)))
    return tuple(found[:_MOST])


def _span(words: list[re.Match[str]], first: int, last: int, text: str) -> Span:
    if first < last:
        return Span(words[first].start(), words[last - 1].end())
    at = words[first].start() if first < len(words) else len(text)
    return Span(at, at)
