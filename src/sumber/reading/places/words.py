"""The words that tell places from bodies, persons and common words: the table ``place_words`` and the guards."""

from functools import cache
from pathlib import Path

import sumber.gazetteer

from ...language import available, load
from ...language.tables import read_table

__all__ = ["demonyms", "guarded", "is_surname", "levels", "words"]

_DATA = Path(sumber.gazetteer.__path__[0]) / "data"


@cache
def _table() -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    for row in read_table(_DATA / "place_words.tsv"):
        kinds.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return kinds


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind."""
    return frozenset(_table()[kind])


def levels() -> dict[str, str]:
    """Return what words before a name say of its level: *Kabupaten Bogor* is a regency."""
    return _table()["level"]


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of nations: they name no place."""
    return frozenset(row["word"] for row in read_table(_DATA / "demonyms.tsv"))


@cache
def _persons() -> frozenset[str]:
    """Return the words that are known in names of persons more than in names of places."""
    found = set()
    for code in available():
        language = load(code)
        for row in language.table("name_words") if language.has_table("name_words") else ():
            if max(int(row["given"]), int(row["family"])) > int(row["place"]):
                found.add(row["word"].casefold())
    return frozenset(found)


def is_surname(name: str) -> bool:
    """Return whether a name of one word is better known as a person's: *Hamilton*."""
    return name.casefold() in _persons()


@cache
def guarded(kind: str) -> frozenset[str]:
    """Return the names of places that are also given names (``given``) or common words (``common``)."""
    return frozenset(row["word"] for row in read_table(_DATA / "guards.tsv") if row["class"] == kind)
