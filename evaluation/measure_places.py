"""Places: on the annotated articles, and resolving given toponyms on the Indonesian event reports."""

import re
import time

from sumber.gazetteer import lookup
from sumber.reading.places.finder import Found
from sumber.reading.places.resolver import choose

from .common import MissingDataError, corpus
from .geo import distance_km
from .gold import scores

__all__ = ["measure"]


def measure() -> dict[str, float]:
    """Return mention and country F1 in percent; accuracy within 161 km and share in a wrong country (fractions)."""
    figures: dict[str, float] = {}
    for language in ("id", "en"):
        for name, found in scores(language)["places"].items():
            figures[f"places.gold.{language}.{name}_f1"] = found["F1"]
    try:
        return figures | _inageoparser()
    except MissingDataError:
        return figures


_ROW = re.compile(r"\((-?[\d.]+), ?(-?[\d.]+)\)")


def _toponyms() -> list[list[tuple[str, tuple[float, float], int]]]:
    """Return the toponyms of each document: words, point, level (0 country to 4 village)."""
    documents: list[list[tuple[str, tuple[float, float], int]]] = [[]]
    words: list[str] = []
    point: tuple[float, float] | None = None
    level = 0
    for line in corpus("inageoparser", "part_1.txt").read_text("utf-8").split("\n"):
        cells = line.split("\t") if "\t" in line else line.split("/")
        tag = next((cell for cell in cells if re.fullmatch(r"[BI]-P?LOC", cell)), None)
        found = _ROW.search(line)
        if tag and tag.startswith("I") and words:
            words.append(cells[0])
            continue
        if words and point:
            documents[-1].append((" ".join(words), point, level))
        words, point = [], None
        if tag and found:
            words, point = [cells[0]], (float(found[1]), float(found[2]))
            last = cells[-1].strip()
            level = int(last) if last.isdigit() else 0
        if not line.strip() and documents[-1]:
            documents.append([])
    return documents


def _inageoparser() -> dict[str, float]:
    near = total = wrong = named = 0
    regency_near = regency = 0
    start = time.process_time()
    for document in _toponyms():
        found = [
            Found(0, 0, number * 2, number * 2 + 1, lookup(_name(words)), _level(words))
            for number, (words, _, _) in enumerate(document)
        ]
        for (_, point, level), place in zip(document, choose(found, "ID"), strict=True):
            if level == 0:
                continue
            total += 1
            right = place is not None and place.lat is not None and place.lon is not None
            if right and place is not None and place.lat is not None and place.lon is not None:
                named += 1
                right = distance_km((place.lat, place.lon), point) <= 161
                wrong += place.country != "ID"
            near += right
            regency += level == 2
            regency_near += level == 2 and right
    spent = time.process_time() - start
    if not total:
        raise MissingDataError("no toponyms were read from `inageoparser`")
    return {
        "places.inageoparser.acc161": near / total,
        "places.inageoparser.regency_acc161": regency_near / max(regency, 1),
        "places.inageoparser.right_country": 1 - wrong / max(named, 1),
        "places.inageoparser.toponyms_per_s": total / spent,
    }


_GENERIC = re.compile(r"^(?:Kabupaten|Kab\.?|Kota|Provinsi|Kecamatan|Kec\.?|Kelurahan|Desa) ", re.IGNORECASE)


def _name(words: str) -> str:
    return _GENERIC.sub("", words)


def _level(words: str) -> str | None:
    head = words.split()[0].lower().rstrip(".")
    return {"kabupaten": "regency", "kab": "regency", "kota": "city", "provinsi": "province"}.get(head)
