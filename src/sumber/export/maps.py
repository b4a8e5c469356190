"""GeoJSON and TimelineJS: events on a map and on a timeline."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, ClassVar

from ..record import Event, Record
from .base import Exporter
from .linked import array
from .passages import names_of, said_by_text

__all__ = ["GeoJsonExporter", "TimelineExporter"]


class GeoJsonExporter(Exporter):
    """One point an event whose place is known; ``level`` says that a point stands for an area."""

    name: ClassVar[str] = "geojson"
    loses: ClassVar[str] = (
        "events without a place, statements, names; a country is a point (see `level`), not its area"
    )
    extension: ClassVar[str] = "geojson"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one collection of features."""
        return array(
            '{"type":"FeatureCollection","features":[',
            (f for record in records for f in _features(record)),
            "]}\n",
        )


def _features(record: Record) -> Iterator[dict[str, Any]]:
    for event in record.events:
        place = record.name_of(event.place)
        if place is None or place.place is None or place.place.lat is None:
            continue
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.place.lon, place.place.lat]},
            "properties": {
                **_facts(record, event),
                "place": place.name,
                "level": place.place.level,
                "country": place.country,
            },
        }


def _facts(record: Record, event: Event) -> dict[str, Any]:
    time = record.time_of(event.time)
    article = record.article
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": names_of(record, event.actors),
        "recipients": names_of(record, event.recipients),
        "said_by": said_by_text(record, event),
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
        "evidence": event.mentions[0].evidence.of(article.text) if event.mentions else None,
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet.name or article.outlet.domain,
    }


class TimelineExporter(Exporter):
    """TimelineJS: one slide an event whose time is known."""

    name: ClassVar[str] = "timelinejs"
    loses: ClassVar[str] = "events without a time, statements, names, places but in the text"
    extension: ClassVar[str] = "timeline.json"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one timeline."""
        return array('{"events":[', (slide for record in records for slide in _slides(record)), "]}\n")


def _slides(record: Record) -> Iterator[dict[str, Any]]:
    for event in record.events:
        time = record.time_of(event.time)
        if time is None or not time.earliest:
            continue
        facts = _facts(record, event)
        link = (
            f'<p><a href="{escape(record.article.url)}">{escape(facts["outlet"] or "source")}</a></p>'
            if record.article.url
            else ""
        )
        whole = facts["actors"] or event.type
        yield {
            "unique_id": f"{record.article.id}-{event.id}",
            "start_date": _date(time.earliest),
            "end_date": _date(time.latest) if time.latest and time.latest != time.earliest else None,
            "display_date": f"{time.value} (planned)" if event.status == "planned" else None,
            "group": event.status,
            "text": {
                "headline": escape(
                    f"{whole}: {event.type}{f' {event.mode}' if event.mode else ''} ({event.status})"
                ),
                "text": f"<p>{escape(str(facts['evidence'] or ''))}</p>{link}",
            },
        }


def _date(value: str) -> dict[str, int]:
    """Return a date as TimelineJS wants it, as exact as it is known.

    >>> _date("2025-06")
    {'year': 2025, 'month': 6}
    """
    day, _, clock = value.partition("T")
    parts = dict(zip(("year", "month", "day"), (int(p) for p in day.split("-") if p.isdigit()), strict=False))
    if clock[:2].isdigit() and clock[3:5].isdigit():
        parts |= {"hour": int(clock[:2]), "minute": int(clock[3:5])}
    return parts
