"""W3C Web Annotations: what Hypothesis, Recogito and others show on a text."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from ..record import Record, Span
from .base import Exporter
from .linked import address, array, part
from .passages import names_of, speaker

__all__ = ["AnnotationExporter"]

_AROUND = 32  # code points of prefix and suffix


class AnnotationExporter(Exporter):
    """Statements, events, names and relays as annotations, each with its words and their place."""

    name: ClassVar[str] = "annotations"
    loses: ClassVar[str] = (
        "times, relay chains, scores, reasons, blocks; positions hold for Sumber's text of the article"
    )
    extension: ClassVar[str] = "annotations.jsonld"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one collection of annotations."""
        head = (
            '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:sumber:annotations",'
            '"type":"AnnotationPage","items":['
        )
        found = (item for record in records for item in _annotations(record) if item["target"])
        return array(head, found, "]}\n")


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    for statement in record.statements:
        who = speaker(record, statement) or "somebody"
        yield _one(
            record, statement.id, statement.content, f"{statement.act} ({statement.mode}): {who}", "statement"
        )
    for event in record.events:
        who = names_of(record, event.actors) or "somebody"
        whom = names_of(record, event.recipients)
        kind = f"{event.type}{f'/{event.mode}' if event.mode else ''}, {event.status}"
        words = f"{kind}: {who}{f' → {whom}' if whom else ''}"
        yield _one(record, event.id, tuple(mention.evidence for mention in event.mentions), words, "event")
    for name in record.names:
        yield _one(record, name.id, name.mentions, f"{name.kind}: {name.name}", str(name.kind))
    for relay in record.relays:
        yield _one(record, relay.id, (relay,), f"taken from {relay.outlet}", "relay")


def _one(record: Record, item: str, spans: tuple[Span, ...], words: str, tag: str) -> dict[str, Any]:
    text = record.article.text
    return {
        "id": part(record.article, item),
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
            {"type": "TextualBody", "purpose": "tagging", "value": tag},
        ],
        "target": [{"source": address(record.article), "selector": _selectors(text, span)} for span in spans],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]
