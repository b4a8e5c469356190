"""IPTC ninjs 3.1: the JSON that news agencies hand to each other."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from ..record import NameKind, Record, SourceKind
from .base import Exporter
from .linked import address, array, outlet_address, part
from .passages import speaker

__all__ = ["NinjsExporter"]


class NinjsExporter(Exporter):
    """One ninjs object a record, in a list."""

    name: ClassVar[str] = "ninjs"
    loses: ClassVar[str] = (
        "what was said and where it stands (speakers stay as infosources), events but their name and date"
    )
    extension: ClassVar[str] = "ninjs.json"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield a JSON list."""
        return array("[", map(_item, records), "]\n")


def _item(record: Record) -> dict[str, Any]:
    article = record.article
    published = article.published.value if article.published else None
    body = "\n\n".join(block.of(article.text) for block in article.body())
    return {
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
        },
        "uri": address(article),
        "type": "text",
        "profile": "sumber",
        "language": article.language,
        "firstCreated": _instant(published),
        "versionCreated": _instant(published),
        "by": ", ".join(person.name for person in article.byline) or None,
        "located": article.dateline.place if article.dateline else None,
        "headlines": [{"role": "main", "value": article.title}] if article.title else [],
        "bodies": [{"role": "main", "contentType": "text/plain", "charCount": len(body), "value": body}]
        if body
        else [],
        "people": [
            _named(record, name.id, name.name) for name in record.names if name.kind is NameKind.PERSON
        ],
        "organisations": [
            _named(record, name.id, name.name) for name in record.names if name.kind is NameKind.ORGANISATION
        ],
        "places": [
            _named(record, name.id, name.name) for name in record.names if name.kind is NameKind.PLACE
        ],
        "events": [
            {
                "name": f"{event.type}{f' {event.mode}' if event.mode else ''} ({event.status})",
                "uri": part(article, event.id),
            }
            for event in record.events
        ],
        "infoSources": [*_outlets(record), *_speakers(record)],
    }


def _named(record: Record, number: str, name: str) -> dict[str, Any]:
    return {"name": name, "uri": part(record.article, number)}


def _outlets(record: Record) -> Iterator[dict[str, Any]]:
    for name in dict.fromkeys(relay.outlet for relay in record.relays):
        yield {"name": name, "uri": outlet_address(name), "role": "relayed outlet"}


def _speakers(record: Record) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for statement in record.statements:
        who = speaker(record, statement)
        if who and who not in seen and statement.source and statement.source.kind is not SourceKind.OUTLET:
            seen.add(who)
            yield {"name": who, "role": f"{statement.source.kind} speaker"}


def _instant(value: str | None) -> str | None:
    """Return a time as ninjs wants it: with hours and a zone (midnight UTC where we know the day only).

    >>> _instant("2025-06-10")
    '2025-06-10T00:00:00Z'
    """
    if value is None or len(value) < 10:
        return None
    if len(value) == 10:
        return f"{value}T00:00:00Z"
    day, _, hour = value.partition("T")
    clock = hour.rstrip("Z").split("+")[0].split("-")[0]
    zone = hour[len(clock) :] or "Z"
    return f"{day}T{clock if clock.count(':') == 2 else f'{clock}:00'}{zone}"
