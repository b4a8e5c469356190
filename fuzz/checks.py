"""What holds of every record, whatever was read."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from sumber.record import Record, Span

__all__ = ["check", "spans"]


def spans(value: object) -> Iterator[Span]:
    """Yield every span inside a record."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(record: Record) -> None:
    """Raise AssertionError unless offsets are in range, blocks cover the text, and the record survives JSON."""
    text = record.article.text
    for span in spans(record):
        assert 0 <= span.start <= span.end <= len(text), span
    blocks = record.article.blocks
    assert all(left.end <= right.start for left, right in pairwise(blocks))
    covered = bytearray(len(text))
    for block in blocks:
        covered[block.start : block.end] = b"\x01" * (block.end - block.start)
    assert all(done or letter.isspace() for done, letter in zip(covered, text, strict=True))
    for name in record.names:
        assert all(mention.start < mention.end for mention in name.mentions)
        assert all(mention.of(text).strip() for mention in name.mentions)
    assert not [note.text for note in record.notes if note.code.endswith("-failed")]
    _check_pointers(record)
    assert Record.from_json(record.to_json()) == record


def _check_pointers(record: Record) -> None:
    """Raise AssertionError if something points at a name, time, relay or statement that is not there."""
    names = {None, *(name.id for name in record.names)}
    relays = {relay.id for relay in record.relays}
    said = {statement.id for statement in record.statements}
    times = {None, *(time.id for time in record.times)}
    for statement in record.statements:
        assert statement.source is None or statement.source.name in names
        assert relays.issuperset(statement.chain)
    for event in record.events:
        parts = (*event.actors, *event.recipients, *event.objects)
        assert names.issuperset(part.name for part in parts)
        assert event.place in names
        assert event.time in times
        assert said.issuperset(event.said_by)
