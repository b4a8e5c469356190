"""Indonesia: provinces, regencies and districts, their coordinates repaired."""

import re
import statistics
from collections import defaultdict
from pathlib import Path

from sumber.language.tables import read_table

from .places import MAIN, Builder, distance_km, own_points, read_csv

__all__ = ["AREAS", "indonesia", "link_areas", "villages"]

LEVELS = {"provinsi": "province", "kabkota": "regency", "kecamatan": "district"}
WEIGHT = {"province": 68.0, "regency": 60.0, "district": 40.0}
KIND = re.compile(r"^(?:Kabupaten|Kota) (?:Administrasi |Adm\. )?")
Point = tuple[float, float]

# GeoNames' codes of the first level, and ours
AREAS = {
    "01": "11", "26": "12", "24": "13", "37": "14", "05": "15", "32": "16", "03": "17", "15": "18", "35": "19", "40": "21",
    "04": "31", "30": "32", "07": "33", "10": "34", "08": "35", "33": "36", "02": "51", "17": "52", "18": "53", "11": "61",
    "13": "62", "12": "63", "14": "64", "42": "65", "31": "71", "21": "72", "38": "73", "22": "74", "34": "75", "41": "76",
    "28": "81", "29": "82", "36": "91", "39": "92", "PS": "93", "PT": "94", "PE": "95", "PD": "96",
}  # fmt: skip


def link_areas(build: Builder) -> None:
    """Let GeoNames' towns of Indonesia carry our codes of provinces."""
    for theirs, ours in AREAS.items():
        build.admins["ID", theirs] = ours


def indonesia(build: Builder, folder: Path, towns: dict[str, Point]) -> None:
    """Add the provinces, regencies and districts; ``towns`` places those of which the list has no point."""
    rows = list(read_csv(folder / "wilayah_prov_kab_kec.csv"))
    points = _filled(rows, repaired_points(folder / "wilayah_latlon.csv"), towns)
    for row in rows:
        level = "city" if row["name"].startswith("Kota ") else LEVELS[row["level"]]
        name = KIND.sub("", row["name"])
        weight = WEIGHT[LEVELS[row["level"]]] + (4.0 if row["name"].startswith("Kota") else 0.0)
        key = f"id:{row['code']}"
        lat, lon = points.get(row["code"], (None, None))
        build.place((key, name, "ID", level, lat, lon, row["code"][:2], weight))
        build.name(name, key, MAIN)
        if name != row["name"]:
            build.name(row["name"], key, MAIN)


def villages(build: Builder) -> None:
    """Add wards and quarters of Jakarta, each where its district lies."""
    for row in read_table(Path(__file__).parent / "villages.tsv"):
        district = build.places[f"id:{row['district']}"]
        for name in row["villages"].split(";"):
            key = f"{district[0]}/{name.lower()}"
            build.place((key, name, "ID", "village", district[4], district[5], district[6], 42.0))
            build.name(name, key, MAIN)


def _filled(
    rows: list[dict[str, str]], points: dict[str, Point], towns: dict[str, Point]
) -> dict[str, Point]:
    """Repair and fill the points: a regency lies in the town of its name, a district near its regency."""
    found = dict(points) | {code[3:]: point for code, point in own_points().items() if code.startswith("ID-")}
    names = {row["code"]: KIND.sub("", row["name"]).lower() for row in rows}
    inside: dict[str, list[Point]] = defaultdict(list)
    for code, point in points.items():
        if code.count(".") == 2:
            inside[code[:5]].append(point)
    for code, name in names.items():
        if code.count(".") == 1:
            town = towns.get(code[:2] + name)
            near = _median(inside[code]) if inside[code] else None
            if town and (near is None or code not in found or name in GREAT or distance_km(town, near) < 120):
                found[code] = town
            elif code not in found and near:
                found[code] = near
    for code, name in names.items():
        if code.count(".") == 2 and (regency := found.get(code[:5]) or _sibling(found, code)):
            town = towns.get(code[:2] + name)
            here = found.get(code)
            if here is None or distance_km(here, regency) > FAR_KM:
                near_town = town is not None and distance_km(town, regency) < FAR_KM
                found[code] = town if town is not None and near_town else regency
        elif code.count(".") == 1 and code not in found and (near := _sibling(found, code)):
            found[code] = near
    for code in names:
        near = _sibling(found, code) if code.count(".") == 0 else None
        if near and (code not in found or distance_km(found[code], near) > PROVINCE_KM):
            found[code] = near
    return found


GREAT = frozenset(
    ("medan", "surabaya", "makassar", "palembang", "padang", "pekanbaru", "pontianak", "manado", "ambon")
)
PROVINCE_KM = 350.0  # no province's middle lies farther from that of its regencies
FAR_KM = 90.0  # few districts lie farther than this from the seat of their regency


def _median(points: list[Point]) -> Point:
    return statistics.median(p[0] for p in points), statistics.median(p[1] for p in points)


def _sibling(found: dict[str, Point], code: str) -> Point | None:
    """Return the middle of the regencies of the same province."""
    near = [point for other, point in found.items() if other[:2] == code[:2] and other.count(".") == 1]
    return _median(near) if near else found.get(code[:2])


def repaired_points(path: Path) -> dict[str, Point]:
    """Return latitude and longitude by code; Jakarta's sign is turned, a regency far from its districts is moved.

    Known defects of the list: DKI Jakarta has a northern latitude, and twelve regencies lie over 100 km from the median
    of their own districts; those take that median, and provinces the median of all their districts.
    """
    points: dict[str, Point] = {}
    inner: dict[str, list[Point]] = defaultdict(list)
    for row in read_csv(path):
        parts = (row["code"][:2], row["code"][2:4], row["code"][4:])
        whole = "." in row["code"] or len(row["code"]) == 2
        code = row["code"] if whole else ".".join(part for part in parts if part)
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
