"""schema.org JSON-LD: NewsArticle, Quotation, Event, for search engines and graphs."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from ..record import Event, NameKind, Record, Statement, Status
from .base import Exporter
from .linked import address, array, outlet_address, part

__all__ = ["SchemaOrgExporter"]

_TYPES = {
    NameKind.PERSON: "Person",
    NameKind.ORGANISATION: "Organization",
    NameKind.PLACE: "Place",
    NameKind.OTHER: "Thing",
}


class SchemaOrgExporter(Exporter):
    """A NewsArticle a record, with what it is about, its quotations, and its sources as ``isBasedOn``."""

    name: ClassVar[str] = "schemaorg"
    loses: ClassVar[str] = (
        "status of events but planned ones (others but happened ones are left out), acts, offsets, times"
    )
    extension: ClassVar[str] = "jsonld"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one graph."""
        return array('{"@context":"https://schema.org","@graph":[', map(_article, records), "]}\n")


def _article(record: Record) -> dict[str, Any]:
    article = record.article
    outlet = article.outlet.name or article.outlet.domain
    return {
        "@type": "NewsArticle",
        "@id": address(article),
        "url": article.url,
        "headline": article.title,
        "inLanguage": article.language,
        "datePublished": article.published.value if article.published else None,
        "author": [{"@type": "Person", "name": person.name} for person in article.byline],
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet, "@id": outlet_address(outlet)}
        if outlet
        else None,
        "locationCreated": article.dateline.place if article.dateline else None,
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "publisher": {
                    "@type": "Organization",
                    "name": relay.outlet,
                    "@id": outlet_address(relay.outlet),
                },
            }
            for relay in record.relays
        ],
        "mentions": [_name(record, name.id) for name in record.names],
        "hasPart": [_quotation(record, each) for each in record.statements],
        "about": [_event(record, each) for each in record.events if each.status in _SHOWN],
    }


_SHOWN = (Status.HAPPENED, Status.ONGOING, Status.PLANNED)


def _name(record: Record, number: str | None) -> dict[str, Any] | None:
    name = record.name_of(number)
    if name is None:
        return None
    point = name.place
    return {
        "@type": _TYPES[name.kind],
        "@id": part(record.article, name.id),
        "name": name.name,
        "alternateName": list(name.aliases),
        "description": "; ".join(name.descriptions) or None,
        "geo": {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
        if point and point.lat is not None
        else None,
    }


def _quotation(record: Record, statement: Statement) -> dict[str, Any]:
    text = record.article.text
    source = statement.source
    who = {"@id": part(record.article, source.name)} if source and source.name else None
    if source and who is None:
        who = {"@type": "Thing", "name": source.of(text)}
    return {
        "@type": "Quotation" if statement.mode == "direct" else "Statement",
        "@id": part(record.article, statement.id),
        "text": " … ".join(span.of(text) for span in statement.content),
        "creator": who,
    }


def _event(record: Record, event: Event) -> dict[str, Any]:
    time, place = record.time_of(event.time), record.name_of(event.place)
    return {
        "@type": "Event",
        "@id": part(record.article, event.id),
        "name": f"{event.type}{f' {event.mode}' if event.mode else ''}",
        "description": event.mentions[0].evidence.of(record.article.text) if event.mentions else None,
        "startDate": time.earliest if time else None,
        "endDate": time.latest if time else None,
        "location": {"@id": part(record.article, place.id)} if place else None,
        "eventStatus": "https://schema.org/EventScheduled" if event.status is Status.PLANNED else None,
        "performer": [{"@id": part(record.article, actor.name)} for actor in event.actors if actor.name],
    }
