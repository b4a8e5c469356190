"""Toponyms of the geocoding corpora, as the resolver takes them: with their places in the text, but no text around."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from sumber.gazetteer import Candidate, country_of, country_place, lookup
from sumber.reading.places.found import Found

from .common import corpus

__all__ = ["Document", "Toponym", "found_of", "indonesian", "oracle", "texts"]


class Toponym(NamedTuple):
    """A place name of a document: its words, its tokens, where it lies, and its level (0 country to 4 village)."""

    words: str
    first: int
    last: int
    point: tuple[float, float]
    level: int
    comma: bool


class Document(NamedTuple):
    """One document's toponyms, and the domain of its outlet."""

    toponyms: list[Toponym]
    domain: str | None = None


_POINT = re.compile(r"\((-?[\d.]+), ?(-?[\d.]+)\)")
_TAG = re.compile(r"[BI]-P?LOC")
_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*|[^\w\s]")


def indonesian() -> Iterator[Document]:
    """Yield the documents of the Indonesian event reports (inageoparser, part 1); ``===`` parts them."""
    text = corpus("inageoparser", "part_1.txt").read_text("utf-8")
    lines = [[*re.split(r"[/\t]", line), line] for line in text.split("\n") if line.strip()]
    toponyms: list[Toponym] = []
    for number, cells in enumerate(lines):
        if cells[0] == "===":
            yield Document(toponyms, "detik.com")
            toponyms = []
        if not any(cell.startswith("B-") and _TAG.fullmatch(cell) for cell in cells[:-1]):
            continue
        last = number + 1
        while last < len(lines) and any(
            cell.startswith("I-") and _TAG.fullmatch(cell) for cell in lines[last]
        ):
            last += 1
        if point := _POINT.search(cells[-1]):
            level = cells[-2].strip()
            words = " ".join(row[0] for row in lines[number:last])
            where = float(point[1]), float(point[2])
            comma = last < len(lines) and lines[last][0] in (",", "(")
            toponyms.append(Toponym(words, number, last, where, int(level) if level.isdigit() else 0, comma))
    yield Document(toponyms, "detik.com")


def oracle(name: str) -> Iterator[Document]:
    """Yield the documents of TR-News or LGL, with the toponyms that have coordinates."""
    for article in ElementTree.parse(corpus("geo", name)).getroot():
        text = article.findtext("text") or ""
        starts = [match.start() for match in _TOKEN.finditer(text)]
        toponyms = []
        for node in article.iter("toponym"):
            lat, lon = node.find(".//lat"), node.find(".//lon")
            if lat is None or lon is None or not lat.text or not lon.text:
                continue
            start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
            first = sum(1 for at in starts if at < start)
            last = sum(1 for at in starts if at < end)
            words = node.findtext("phrase") or text[start:end]
            comma = text[end : end + 2].strip()[:1] in (",", "(")
            toponyms.append(Toponym(words, first, last, (float(lat.text), float(lon.text)), 2, comma))
        yield Document(toponyms, (article.findtext("domain") or "").strip() or None)


_GENERIC = re.compile(
    r"^(?:Kabupaten|Kab\.?|Kota|Provinsi|Kecamatan|Kec\.?|Kelurahan|Desa|Distrik) ", re.IGNORECASE
)
_LEVELS = {
    "kabupaten": "regency",
    "kab": "regency",
    "kota": "city",
    "provinsi": "province",
    "kecamatan": "district",
    "kec": "district",
    "distrik": "district",
    "kelurahan": "village",
    "desa": "village",
}


def _candidates(words: str) -> tuple[Candidate, ...]:
    """Return what a toponym may mean; these corpora mark adjectives (*Russian*) as well, which mean their country."""
    country = country_of(words)
    if country and not any(one.level == "country" for one in lookup(words)):
        named = country_place(country)
        return (named, *lookup(words)) if named else lookup(words)
    return lookup(words)


def found_of(document: Document) -> list[Found]:
    """Return the mentions that the finder would give for a document's toponyms."""
    return [
        Found(
            0,
            0,
            one.first,
            one.last,
            _candidates(_GENERIC.sub("", one.words)),
            _LEVELS.get(one.words.split()[0].lower().rstrip(".")),
            _GENERIC.sub("", one.words),
            one.comma,
        )
        for one in document.toponyms
    ]


def texts(name: str) -> Iterator[tuple[str, dict[tuple[int, int], bool]]]:
    """Yield the texts of TR-News or LGL with the spans of their toponyms, True if one is an adjective.

    Documents whose spans have slipped off their words are left out.
    """
    for article in ElementTree.parse(corpus("geo", name)).getroot():
        text = article.findtext("text") or ""
        spans: dict[tuple[int, int], bool] = {}
        slipped = False
        for node in article.iter("toponym"):
            start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
            words = node.findtext("phrase") or ""
            slipped |= text[start:end].strip() != words.strip()
            is_country = any(one.level == "country" for one in lookup(words))
            spans[start, end] = country_of(words) is not None and not is_country
        if not slipped:
            yield text, spans
