"""The built table of places: each place packed once, each name with the numbers of the places that it may mean.

``place`` holds the fields of a place, ``name`` a list of numbers: four times that of the place, plus ``how``. Points
are kept as ten-thousandths of a degree, importance as tenths, ids of GeoNames and levels as numbers.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

__all__ = ["Candidate", "Store", "write"]

_LEVELS = ("country", "province", "regency", "district", "city", "village", "landmark", "region")
_GEONAMES = "geonames:"
_SCHEMA = """
PRAGMA page_size=4096; PRAGMA journal_mode=OFF;
CREATE TABLE place(number INTEGER PRIMARY KEY, fields BLOB);
CREATE TABLE name(name TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;
"""


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


class _Place(Struct, frozen=True, array_like=True, gc=False):
    id: int | str
    name: str
    country: str | None
    level: int
    lat: int | None
    lon: int | None
    admin: str | None
    importance: int


class Store:
    """A table of places, opened for reading."""

    def __init__(self, path: Path) -> None:
        self.base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.base.execute("PRAGMA mmap_size=33554432")

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that a folded name may mean, in the order of the table; empty for a stranger."""
        row = self.base.execute("SELECT places FROM name WHERE name = ?", (name,)).fetchone()
        return tuple(map(self._candidate, _numbers(row[0]))) if row else ()

    def names(self) -> Iterator[str]:
        """Yield all folded names, sorted."""
        yield from (name for (name,) in self.base.execute("SELECT name FROM name ORDER BY name"))

    def _candidate(self, number: int) -> Candidate:
        place, how = divmod(number, 4)
        (fields,) = self.base.execute("SELECT fields FROM place WHERE number = ?", (place,)).fetchone()
        return _unpacked(_place(fields), how)


_numbers = msgspec.msgpack.Decoder(tuple[int, ...]).decode
_place = msgspec.msgpack.Decoder(_Place).decode
_encode = msgspec.msgpack.Encoder().encode


def write(path: Path, meant: Mapping[str, Sequence[Candidate]]) -> int:
    """Write the table anew: what each folded name may mean, the likeliest first; return how many places it holds.

    Deterministic: the same names give the same bytes.
    """
    path.unlink(missing_ok=True)
    numbers: dict[bytes, int] = {}
    with sqlite3.connect(path) as base:
        base.executescript(_SCHEMA)
        for name in sorted(meant):
            found = []
            for one in meant[name]:
                number = numbers.setdefault(_encode(_packed(one)), len(numbers) + 1)
                found.append(4 * number + one.how)
            base.execute("INSERT INTO name VALUES(?,?)", (name, _encode(found)))
        base.executemany("INSERT INTO place VALUES(?,?)", ((n, fields) for fields, n in numbers.items()))
    base.execute("VACUUM")
    base.close()
    return len(numbers)


def _packed(one: Candidate) -> _Place:
    return _Place(
        id=int(one.id.removeprefix(_GEONAMES)) if one.id.startswith(_GEONAMES) else one.id,
        name=one.name,
        country=one.country,
        level=_LEVELS.index(one.level),
        lat=None if one.lat is None else round(one.lat * 10_000),
        lon=None if one.lon is None else round(one.lon * 10_000),
        admin=one.admin,
        importance=round(one.importance * 10),
    )


def _unpacked(place: _Place, how: int) -> Candidate:
    return Candidate(
        id=f"{_GEONAMES}{place.id}" if isinstance(place.id, int) else place.id,
        name=place.name,
        country=place.country,
        level=_LEVELS[place.level],
        lat=None if place.lat is None else place.lat / 10_000,
        lon=None if place.lon is None else place.lon / 10_000,
        admin=place.admin,
        importance=place.importance / 10,
        how=how,
    )
