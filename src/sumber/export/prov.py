"""PROV-O JSON-LD: which report was derived from which outlet, which words are attributed to whom."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from ..record import Record, Scope
from .base import Exporter
from .linked import address, array, outlet_address, part

__all__ = ["ProvExporter"]

_HEAD = (
    '{"@context":{"prov":"http://www.w3.org/ns/prov#","xsd":"http://www.w3.org/2001/XMLSchema#",'
    '"rdfs":"http://www.w3.org/2000/01/rdf-schema#"},"@graph":['
)


class ProvExporter(Exporter):
    """Articles and quotations as entities, outlets and speakers as agents."""

    name: ClassVar[str] = "prov"
    loses: ClassVar[str] = "events, names that do not speak, times, offsets, acts"
    extension: ClassVar[str] = "prov.jsonld"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one graph."""
        return array(_HEAD, (node for record in records for node in _nodes(record)), "]}\n")


def _nodes(record: Record) -> Iterator[dict[str, Any]]:
    article = record.article
    outlet = article.outlet.name or article.outlet.domain
    if outlet:
        yield {
            "@id": outlet_address(outlet),
            "@type": ["prov:Agent", "prov:Organization"],
            "rdfs:label": outlet,
        }
    published = article.published.value if article.published else None
    whole = [relay for relay in record.relays if relay.scope is Scope.ARTICLE]
    yield {
        "@id": address(article),
        "@type": "prov:Entity",
        "rdfs:label": article.title,
        "prov:generatedAtTime": {
            "@value": published,
            "@type": "xsd:dateTime" if "T" in published else "xsd:date",
        }
        if published
        else None,
        "prov:wasAttributedTo": {"@id": outlet_address(outlet)} if outlet else None,
        "prov:wasDerivedFrom": [{"@id": part(article, relay.id)} for relay in whole],
    }
    for relay in record.relays:
        yield {
            "@id": outlet_address(relay.outlet),
            "@type": ["prov:Agent", "prov:Organization"],
            "rdfs:label": relay.outlet,
        }
        yield {
            "@id": part(article, relay.id),
            "@type": "prov:Entity",
            "rdfs:label": f"report of {relay.outlet}",
            "prov:wasAttributedTo": {"@id": outlet_address(relay.outlet)},
        }
    yield from _said(record)


def _said(record: Record) -> Iterator[dict[str, Any]]:
    article, text = record.article, record.article.text
    speakers = {each.source.name for each in record.statements if each.source and each.source.name}
    for name in record.names:
        if name.id in speakers:
            kind = "prov:Person" if name.kind == "person" else "prov:Organization"
            yield {"@id": part(article, name.id), "@type": ["prov:Agent", kind], "rdfs:label": name.name}
    for statement in record.statements:
        source = statement.source
        agent: dict[str, Any] | None = None
        if source is not None:
            agent = (
                {"@id": part(article, source.name)}
                if source.name
                else {"@type": "prov:Agent", "rdfs:label": source.of(text)}
            )
        yield {
            "@id": part(article, statement.id),
            "@type": "prov:Entity",
            "prov:value": " … ".join(span.of(text) for span in statement.content),
            "prov:wasQuotedFrom": [{"@id": part(article, relay)} for relay in statement.chain] or None,
            "prov:wasAttributedTo": agent,
            "prov:wasDerivedFrom": {"@id": address(article)},
        }
