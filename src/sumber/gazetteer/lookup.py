"""Looking a place name up: all candidates, the likeliest first."""

import sqlite3
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from ..language.shipped import check
from ..language.tables import read_table
from .fold import fold

__all__ = ["Candidate", "country_of", "country_place", "known", "lookup"]

_DATA = Path(__file__).parent / "data"


class Candidate(Struct, frozen=True, array_like=True, gc=False):
    """One place that a name may mean; ``how`` 1: its main name, 2: a tagged alias, 3: an untagged alternate.

    ``importance`` runs from 0 to 100: countries lead, then cities by the logarithm of their people. ``admin`` is the
    code of the first level below the country.
    """

    id: str
    name: str
    country: str | None
    level: str
    lat: float | None
    lon: float | None
    admin: str | None
    importance: float
    how: int


@cache
def _store() -> sqlite3.Connection:
    path = _DATA / "gazetteer.sqlite"
    check(path)
    store = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    store.execute("PRAGMA mmap_size=33554432")
    return store


_QUERY = "SELECT places FROM name WHERE name = ?"
_unpack = msgspec.msgpack.Decoder(tuple[Candidate, ...]).decode


@lru_cache(maxsize=65_536)
def lookup(name: str) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, main names first, then by importance; empty for a stranger.

    >>> lookup("Korea Utara")[0].country
    'KP'
    """
    folded = fold(name)
    if not folded:
        return ()
    row = _store().execute(_QUERY, (folded,)).fetchone()
    return _unpack(row[0]) if row else ()


def known(name: str) -> bool:
    """Return whether any place has this name."""
    return bool(lookup(name))


@cache
def _demonyms() -> dict[str, str]:
    return {row["word"]: row["country"] for row in read_table(_DATA / "demonyms.tsv")}


def country_place(code: str) -> Candidate | None:
    """Return the country of an ISO 3166-1 code.

    >>> country_place("RU").name
    'Russia'
    """
    return next((one for one in lookup(f"iso {code}") if one.level == "country"), None)


def country_of(word: str) -> str | None:
    """Return the ISO country that a country's name, abbreviation or adjective stands for, None if it is none.

    >>> country_of("Rusia"), country_of("Israeli"), country_of("AS"), country_of("Bandung")
    ('RU', 'IL', 'US', None)
    """
    nation = _demonyms().get(word) or _demonyms().get(word.removesuffix("s"))
    if nation:
        return nation
    if len(word) < 3 and not word.isupper():
        return None
    found = lookup(word)
    return found[0].country if found and found[0].level == "country" and found[0].how == 1 else None
