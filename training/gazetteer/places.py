"""What the parts of the build share: the collector of places and their names, and reading of source files."""

import csv
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sumber.gazetteer.fold import fold

__all__ = [
    "LATIN",
    "MAIN",
    "TAGGED",
    "UNTAGGED",
    "Builder",
    "Point",
    "Row",
    "distance_km",
    "own_points",
    "read_csv",
]

LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ’'. -]{3,40}$")
MAIN, TAGGED, UNTAGGED = 1, 2, 3
Point = tuple[float, float]
Row = tuple[str, str, str | None, str, float | None, float | None, str | None, float]


class Builder:
    """Collects places and their names; the first place with an id stands.

    A row is id, name, country, level, latitude, longitude, first level below the country, importance (0 to 100).
    """

    def __init__(self) -> None:
        self.places: dict[str, Row] = {}
        self.names: dict[tuple[str, str], int] = {}
        self.admins: dict[tuple[str, str], str] = {}

    def place(self, row: Row) -> None:
        self.places.setdefault(row[0], row)

    def name(self, name: str, place_id: str, how: int) -> None:
        key = (fold(name), place_id)
        if key[0]:
            self.names[key] = min(how, self.names.get(key, 9))


@cache
def own_points() -> dict[str, Point]:
    """Return our own points: of countries (``US``) and areas (``US-CA``) whose middle the sources get wrong."""
    with (Path(__file__).parent / "points.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows}


def read_csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in km."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))
