"""Events as PLOVER writes them: one JSON object a line."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import msgspec

from ..record import Record
from .base import Exporter
from .parties import Party, iso3
from .rows import Row, rows

__all__ = ["PloverExporter"]


class PloverExporter(Exporter):
    """PLOVER 2.0 as JSON Lines: type with the status folded in, parties, place, the sentence and where it stands."""

    name: ClassVar[str] = "plover"
    loses: ClassVar[str] = (
        "denied, called-for, alleged and merely possible events; the status itself; who says so and relay chains; "
        "all but the first mention; events outside PLOVER"
    )
    extension: ClassVar[str] = "plover.jsonl"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one line an event."""
        for record in records:
            for row in rows(record):
                yield msgspec.json.encode(_event(row)) + b"\n"


def _event(row: Row) -> dict[str, Any]:
    evidence = row.event.mentions[0].evidence
    found = {
        "id": row.id,
        "date": row.date,
        "has_event": True,
        "event": row.code.type,
        "mode": row.code.mode,
        "quad_code": row.code.quad,
        "event_scale": row.code.score,
        "actor": [_entity(one) for one in row.actors],
        "recipient": [_entity(one) for one in row.recipients],
        "event_loc": _place(row),
        "event_text": row.event.mentions[0].trigger.of(row.record.article.text),
        "text": row.text,
        "text_info": {"start": evidence.start, "end": evidence.end},
        "cite_info": {
            "url": row.record.article.url,
            "title": row.record.article.title,
            "language": row.record.article.language,
            "publication": row.outlet,
            "published": row.published,
        },
        "coder": "sumber",
    }
    return {key: value for key, value in found.items() if value is not None}


def _entity(one: Party) -> dict[str, str | None]:
    found = {
        "raw_text": one.words,
        "entity_name": one.name.name if one.name else None,
        "country": one.country,
        "sector_code": one.sector,
    }
    return {key: value for key, value in found.items() if value}


def _place(row: Row) -> dict[str, Any] | None:
    if row.place is None:
        return None
    point = row.place.place
    return {
        "resolved_place": row.place.name,
        "country_code": iso3(row.place.country),
        "geonameid": point.gazetteer_id if point else None,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "feature_class": point.level if point else None,
    }
