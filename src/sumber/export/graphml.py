"""GraphML: who relays whom and who says what, for Gephi, Cytoscape and NetworkX."""

from collections.abc import Iterable, Iterator
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from ..record import Record
from .base import Exporter
from .linked import outlet_address
from .passages import tidy

__all__ = ["GraphmlExporter"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="how" for="edge" attr.name="how" attr.type="string"/>
<key id="words" for="edge" attr.name="words" attr.type="string"/>
<key id="published" for="edge" attr.name="published" attr.type="string"/>
<graph edgedefault="directed">
"""


class GraphmlExporter(Exporter):
    """Outlets, speakers and articles as nodes; publishes, relays and says as edges."""

    name: ClassVar[str] = "graphml"
    loses: ClassVar[str] = "events, names that do not speak, times, offsets, texts"
    extension: ClassVar[str] = "graphml"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield nodes and edges; a node is written when it is first needed."""
        yield _HEAD
        seen: set[str] = set()
        for record in records:
            yield from _of(record, seen)
        yield "</graph>\n</graphml>\n"


def _of(record: Record, seen: set[str]) -> Iterator[str]:
    article = record.article
    here = f"article:{article.id}"
    when = article.published.value if article.published else ""
    yield from _node(here, article.title or article.id, "article", seen)
    outlet = article.outlet.name or article.outlet.domain
    if outlet:
        yield from _node(outlet_address(outlet), outlet, "outlet", seen)
        yield _edge(outlet_address(outlet), here, "publishes", "", when)
    for relay in record.relays:
        yield from _node(outlet_address(relay.outlet), relay.outlet, "outlet", seen)
        yield _edge(here, outlet_address(relay.outlet), "relays", relay.of(article.text), when)
    for statement in record.statements:
        name = record.name_of(statement.source.name) if statement.source else None
        if name is not None:
            who = f"{name.kind}:{name.name.casefold()}"
            yield from _node(who, name.name, str(name.kind), seen)
            words = " … ".join(span.of(article.text) for span in statement.content)
            yield _edge(who, here, f"{statement.act}", words, when)


def _node(number: str, label: str, kind: str, seen: set[str]) -> Iterator[str]:
    if number not in seen:
        seen.add(number)
        data = f'<data key="label">{escape(tidy(label))}</data><data key="kind">{kind}</data>'
        yield f"<node id={quoteattr(tidy(number))}>{data}</node>\n"


def _edge(source: str, target: str, how: str, words: str, published: str) -> str:
    data = {"how": how, "words": words, "published": published}
    inner = "".join(f'<data key="{key}">{escape(tidy(value))}</data>' for key, value in data.items() if value)
    return f"<edge source={quoteattr(tidy(source))} target={quoteattr(tidy(target))}>{inner}</edge>\n"
