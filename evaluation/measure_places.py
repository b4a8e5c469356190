"""Places: on the annotated articles, in running English news, and resolving toponyms that are given."""

import time
from collections.abc import Iterable

import sumber
from sumber.gazetteer import lookup
from sumber.reading.places.home import home_country
from sumber.reading.places.resolver import choose
from sumber.record import NameKind

from .common import MissingDataError
from .geo import distance_km
from .gold import scores
from .toponyms import Document, found_of, indonesian, oracle, texts

__all__ = ["measure"]

NEAR_KM = 161.0


def measure() -> dict[str, float]:
    """Return mention and country F1 in percent; accuracy within 161 km and the like as fractions; speeds."""
    figures: dict[str, float] = {}
    for language in ("id", "en"):
        for name, found in scores(language)["places"].items():
            figures[f"places.gold.{language}.{name}_f1"] = found["F1"]
    try:
        figures |= _indonesian()
        figures |= _oracle("trnews", list(oracle("TR-News.xml")))
        figures |= _oracle("lgl", list(oracle("lgl.xml")))
        figures |= _in_text("trnews", "TR-News.xml")
    except MissingDataError:
        pass
    return figures


def _resolved(document: Document, home: str | None) -> Iterable[tuple[int, bool, str | None]]:
    """Yield, for each toponym, its level, whether it was put within 161 km, and the country it was put in."""
    for one, place in zip(document.toponyms, choose(found_of(document), home), strict=True):
        near = (
            place is not None
            and place.lat is not None
            and place.lon is not None
            and distance_km((place.lat, place.lon), one.point) <= NEAR_KM
        )
        yield one.level, near, place.country if place else None


def _indonesian() -> dict[str, float]:
    """Return the figures of the Indonesian event reports, countries left out, as in research."""
    rows = [row for document in indonesian() for row in _resolved(document, "ID") if row[0] > 0]
    if not rows:
        raise MissingDataError("no toponyms were read from `inageoparser`")
    regencies = [near for level, near, _ in rows if level == 2]
    # of those that lie in Indonesia by the annotation
    home = [
        country
        for document in indonesian()
        for one, (level, _, country) in zip(document.toponyms, _resolved(document, "ID"), strict=True)
        if level > 0 and -11.5 < one.point[0] < 6.5 and 94.5 < one.point[1] < 141.5 and country
    ]
    return {
        "places.inageoparser.acc161": sum(near for _, near, _ in rows) / len(rows),
        "places.inageoparser.regency_acc161": sum(regencies) / max(len(regencies), 1),
        "places.inageoparser.right_country": sum(country == "ID" for country in home) / max(len(home), 1),
    }


def _oracle(label: str, documents: list[Document]) -> dict[str, float]:
    lookup.cache_clear()
    near = total = 0
    for document in documents:
        for _, right, _ in _resolved(document, home_country(document.domain, "en")):
            total += 1
            near += right
    found = [(found_of(document), home_country(document.domain, "en")) for document in documents]
    names = [one.words for document in documents for one in document.toponyms]
    start = time.process_time()
    for name in names:
        lookup(name)
    for mentions, home in found:
        choose(mentions, home)
    spent = time.process_time() - start
    return {
        f"places.{label}.acc161": near / total,
        f"places.{label}.toponyms_per_s": total / max(spent, 1e-9),
    }


def _in_text(label: str, name: str) -> dict[str, float]:
    """Return precision, recall and F1 of finding places in the texts of a corpus: exact spans, no adjectives."""
    right = found = wanted = 0
    for text, spans in texts(name):
        record = sumber.read(
            text, language="en", published="2016-01-01", without=("relays", "statements", "events")
        )
        places = {
            (mention.start, mention.end)
            for one in record.names
            if one.kind is NameKind.PLACE
            for mention in one.mentions
        }
        gold = {span for span, adjective in spans.items() if not adjective}
        right += len(places & gold)
        found += len(places - spans.keys()) + len(places & gold)
        wanted += len(gold)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return {
        f"places.{label}.text_p": precision,
        f"places.{label}.text_r": recall,
        f"places.{label}.text_f1": 2 * precision * recall / max(precision + recall, 1e-9),
    }
