"""Statements as lines of a list."""

from collections.abc import Iterator

from ..record import Name, Record, Statement
from .views import Said

__all__ = ["said_by", "said_lines", "said_of"]


def said_lines(record: Record) -> Iterator[Said]:
    """Yield every statement of an article."""
    return (_line(record, statement) for statement in record.statements)


def said_by(record: Record, names: frozenset[str]) -> Iterator[Said]:
    """Yield the statements whose speaker is one of some names (ids of the record)."""
    for statement in record.statements:
        if statement.source is not None and statement.source.name in names:
            yield _line(record, statement)


def said_of(record: Record, names: list[Name]) -> Iterator[Said]:
    """Yield the statements by others in whose words one of some names stands."""
    ids = {name.id for name in names}
    mentions = [mention for name in names for mention in name.mentions]
    for statement in record.statements:
        if statement.source is not None and statement.source.name in ids:
            continue
        if any(span.covers(mention) for span in statement.content for mention in mentions):
            yield _line(record, statement)


def _line(record: Record, statement: Statement) -> Said:
    article, text = record.article, record.article.text
    source = statement.source
    name = record.name_of(source.name) if source else None
    relays = (record.relay_of(relay) for relay in statement.chain)
    return Said(
        article=article.id,
        outlet=article.outlet.name or article.outlet.domain,
        published=article.published.value if article.published else None,
        statement=statement.id,
        speaker=name.name if name else (" ".join(source.of(text).split()) if source else None),
        act=statement.act,
        mode=statement.mode,
        text=" … ".join(" ".join(span.of(text).split()) for span in statement.content),
        content=statement.content,
        via=tuple(relay.outlet for relay in relays if relay),
    )
