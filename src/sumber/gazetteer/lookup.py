"""Looking a place name up: all candidates, the likeliest first."""

from functools import cache, lru_cache
from pathlib import Path

from ..language.shipped import check
from ..language.tables import read_table
from .fold import fold
from .store import Candidate, Store

__all__ = ["Candidate", "country_of", "country_place", "known", "lookup"]

_DATA = Path(__file__).parent / "data"


@cache
def _store() -> Store:
    path = _DATA / "gazetteer.sqlite"
    check(path)
    return Store(path)


@lru_cache(maxsize=20_000)
def lookup(name: str) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, main names first, then by importance; empty for a stranger.

    >>> lookup("Korea Utara")[0].country
    'KP'
    """
    folded = fold(name)
    return _store().find(folded) if folded else ()


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
