"""FollowTheMoney entities, one a line: for Aleph and OpenAleph."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha1
from typing import Any, ClassVar

from ..record import Event, Name, NameKind, Record
from .base import Exporter

__all__ = ["FtmExporter"]

_LANGUAGES = {"id": "ind", "en": "eng", "ms": "msa", "zh": "zho"}  # ISO 639-3, which it asks for
_SCHEMATA = {NameKind.PERSON: "Person", NameKind.ORGANISATION: "Organization", NameKind.PLACE: "Address"}


class FtmExporter(Exporter):
    """Articles, persons, organisations, places and events; each thing points at its article as proof."""

    name: ClassVar[str] = "ftm"
    loses: ClassVar[str] = (
        "statements, relays, status of events (only happened, ongoing and planned ones go out), offsets"
    )
    extension: ClassVar[str] = "ftm.jsonl"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one entity a line."""
        for record in records:
            for entity in _entities(record):
                properties = {
                    key: [str(v) for v in values if v] for key, values in entity["properties"].items()
                }
                entity["properties"] = {key: values for key, values in properties.items() if values}
                yield json.dumps(entity, ensure_ascii=False) + "\n"


def _id(*parts: str) -> str:
    return sha1("\x00".join(parts).encode(), usedforsecurity=False).hexdigest()


def _entities(record: Record) -> Iterator[dict[str, Any]]:
    article = record.article
    number = _id("article", article.id)
    yield {
        "id": number,
        "schema": "Article",
        "properties": {
            "title": [article.title],
            "fileName": [article.id],
            "sourceUrl": [article.url],
            "language": [_LANGUAGES.get(article.language)],
            "publishedAt": [_utc(article.published.value) if article.published else None],
            "publisher": [article.outlet.name or article.outlet.domain],
            "author": [person.name for person in article.byline],
            "bodyText": [article.text.strip()],
        },
    }
    for name in record.names:
        if name.kind in _SCHEMATA:
            yield _name(name, number)
    for event in record.events:
        if event.status in ("happened", "ongoing", "planned"):
            yield _event(record, event, number)


def _utc(value: str) -> str | None:
    """Return a time as FollowTheMoney wants it: without a zone, in UTC where we know one; None if it is none.

    >>> _utc("2025-06-10T08:00:00+07:00"), _utc("2025-06"), _utc("2025`-06-12025-06-10")
    ('2025-06-10T01:00:00', '2025-06', None)
    """
    if len(value) < 16:
        return value
    try:
        found = datetime.fromisoformat(value)
    except ValueError:  # a record that somebody else wrote
        return None
    found = found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    return found.isoformat(timespec="seconds")


def _name_id(name: Name) -> str:
    key = name.place.gazetteer_id if name.place else name.name.casefold()
    return _id(name.kind, key)


def _name(name: Name, proof: str) -> dict[str, Any]:
    properties: dict[str, list[Any]] = {
        "name": [name.name],
        "alias": list(name.aliases),
        "country": [(name.country or "").lower()],
        "proof": [proof],
    }
    if name.kind is NameKind.PLACE:
        properties = {"full": [name.name], "country": properties["country"], "proof": [proof]}
        if name.place is not None:
            properties |= {"latitude": [name.place.lat], "longitude": [name.place.lon]}
    elif name.kind is NameKind.PERSON:
        properties["position"] = list(name.descriptions)
    return {"id": _name_id(name), "schema": _SCHEMATA[name.kind], "properties": properties}


def _event(record: Record, event: Event, proof: str) -> dict[str, Any]:
    time, place = record.time_of(event.time), record.name_of(event.place)
    involved = (record.name_of(actor.name) for actor in (*event.actors, *event.recipients))
    return {
        "id": _id("event", record.article.id, event.id),
        "schema": "Event",
        "properties": {
            "name": [f"{event.type}{f' {event.mode}' if event.mode else ''}"],
            "summary": [mention.evidence.of(record.article.text) for mention in event.mentions],
            "startDate": [_utc(time.earliest) if time and time.earliest else None],
            "endDate": [_utc(time.latest) if time and time.latest else None],
            "location": [place.name if place else None],
            "involved": [_name_id(name) for name in involved if name and name.kind is not NameKind.PLACE],
            "keywords": [event.status],
            "proof": [proof],
        },
    }
