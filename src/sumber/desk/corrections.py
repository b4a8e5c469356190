"""What people said of the machine's findings: kept apart from records, applied when a record is read."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from msgspec import Struct

from ..errors import DeskError
from ..record import Event, Name, NameKind, Record, Source, Span, Statement, Status

__all__ = ["Correction", "apply", "corrections_of", "read_corrections", "store_correction"]

Layer = Literal["statement", "event", "name", "relay", "time"]
Verdict = Literal["accept", "reject", "change", "merge", "split"]
_FIELDS = {
    "statement": "statements", "event": "events", "name": "names", "relay": "relays", "time": "times",
}  # fmt: skip
_MAY_CHANGE = {
    "statement": ("act", "mode"),
    "event": ("type", "mode", "status"),
    "name": ("name", "kind", "country"),
}


class Correction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One verdict. It finds its target by the words of the text, so that it outlives a new reading.

    ``layer`` and ``verdict`` say what is judged and how: ``accept`` and ``reject`` an item; ``change`` sets ``field``
    (of a statement ``speaker``, ``act``, ``mode``; of an event ``type``, ``mode``, ``status``; of a name ``name``,
    ``kind``, ``country``) to ``value``; ``merge`` says that the name ``value`` is the same as this one, ``split`` that
    the form ``value`` is another's. ``article`` is None for names across articles. ``span`` and ``words`` are what the
    item is anchored at.
    """

    layer: Layer
    verdict: Verdict
    article: str | None = None
    print: str | None = None
    item: str | None = None
    span: Span | None = None
    words: str | None = None
    field: str | None = None
    value: str | None = None
    kind: str | None = None
    author: str | None = None
    note: str | None = None
    made: str | None = None
    id: int | None = None


def read_corrections(data: bytes, source: str) -> Iterator[Correction]:
    """Yield the corrections of a file, one a line.

    Raises:
        DeskError: if a line holds no correction; the message names it.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Correction)
            except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
                raise DeskError.no_correction(f"{source}:{number}", str(error)) from error


def anchor_of(item: Any) -> Span | None:
    """Return where an item of a record stands: what a correction finds it by."""
    if isinstance(item, Statement):
        return item.content[0] if item.content else item.cue
    if isinstance(item, Event):
        return item.mentions[0].trigger if item.mentions else None
    if isinstance(item, Name):
        return Span(item.mentions[0].start, item.mentions[0].end) if item.mentions else None
    return Span(item.start, item.end)


def anchored(record: Record, correction: Correction) -> Correction:
    """Return a correction with the place of its item filled in.

    Raises:
        DeskError: if the record has no such item.
    """
    item = find(record, correction)
    if item is None:
        raise DeskError.unknown(correction.layer, correction.item or correction.words or "?")
    span = anchor_of(item)
    return msgspec.structs.replace(
        correction, item=item.id, span=span, words=span.of(record.article.text) if span else None
    )


def find(record: Record, correction: Correction) -> Any:
    """Return the item that a correction is about, by its words and place, else by its id; None if it is gone."""
    items = getattr(record, _FIELDS[correction.layer])
    if correction.span is not None:
        text = record.article.text
        alike = [
            item
            for item in items
            if (span := anchor_of(item)) and (span == correction.span or span.of(text) == correction.words)
        ]
        return next(
            (item for item in alike if anchor_of(item) == correction.span), alike[0] if alike else None
        )
    return next((item for item in items if item.id == correction.item), None)


def apply(record: Record, corrections: Iterable[Correction]) -> Record:
    """Return the record as people want it: rejected items are gone, changed ones changed.

    An item that a new reading no longer has is passed over.
    """
    for correction in corrections:
        item = find(record, correction)
        if item is None or correction.verdict == "accept":
            continue
        field = _FIELDS[correction.layer]
        items = getattr(record, field)
        if correction.verdict == "reject":
            record = _without(record, field, item)
        elif correction.verdict == "change":
            record = _changed(record, correction, field, item)
        elif correction.verdict == "merge" and correction.layer == "name":
            record = _merged(record, item, correction.value)
        elif correction.verdict == "split" and isinstance(item, Name):
            kept = msgspec.structs.replace(
                item, aliases=tuple(alias for alias in item.aliases if alias != correction.value)
            )
            record = msgspec.structs.replace(
                record, names=tuple(kept if each is item else each for each in items)
            )
    return record


def _without(record: Record, field: str, item: Any) -> Record:
    """Return the record without an item, and without what points at it."""
    kept = {field: tuple(each for each in getattr(record, field) if each is not item)}
    record = msgspec.structs.replace(record, **kept)
    if field == "statements":
        events = tuple(
            msgspec.structs.replace(event, said_by=tuple(each for each in event.said_by if each != item.id))
            for event in record.events
        )
        record = msgspec.structs.replace(record, events=events)
    if field == "relays":
        statements = tuple(
            msgspec.structs.replace(each, chain=tuple(link for link in each.chain if link != item.id))
            for each in record.statements
        )
        record = msgspec.structs.replace(record, statements=statements)
    if field == "times":
        events = tuple(
            msgspec.structs.replace(event, time=None) if event.time == item.id else event
            for event in record.events
        )
        record = msgspec.structs.replace(record, events=events)
    return _renamed(record, item.id, None) if field == "names" else record


def _changed(record: Record, correction: Correction, field: str, item: Any) -> Record:
    """Return the record with one field of an item set; a value that does not fit is passed over."""
    if correction.field == "speaker" and isinstance(item, Statement) and item.content:
        record, source = _speaker(record, item, correction)
        new: Any = msgspec.structs.replace(item, source=source)
    else:
        if correction.field not in _MAY_CHANGE.get(correction.layer, ()):
            return record
        raw = {**msgspec.to_builtins(item), str(correction.field): correction.value}
        try:
            new = msgspec.convert(raw, type(item))
        except msgspec.ValidationError:
            return record
        if isinstance(new, Event) and correction.field == "status":
            mentions = tuple(
                msgspec.structs.replace(each, status=Status(new.status)) for each in new.mentions
            )
            new = msgspec.structs.replace(new, mentions=mentions)
    items = tuple(new if each.id == item.id else each for each in getattr(record, field))
    return msgspec.structs.replace(record, **{field: items})


def _speaker(record: Record, item: Statement, correction: Correction) -> tuple[Record, Source]:
    """Return the source that a correction names, and the record with its name (made if it had none)."""
    wanted = (correction.value or "").strip()
    name = next(
        (each for each in record.names if wanted.casefold() in map(str.casefold, (each.name, *each.aliases))),
        None,
    )
    if name is None:
        at = record.article.text.find(wanted)
        number = 1 + max((int(each.id[1:]) for each in record.names if each.id[1:].isdigit()), default=0)
        kind = NameKind(correction.kind) if correction.kind in list(NameKind) else NameKind.PERSON
        name = Name(id=f"n{number}", kind=kind, name=wanted)
        record = msgspec.structs.replace(record, names=(*record.names, name))
        span = Span(at, at + len(wanted)) if at >= 0 else (item.cue or item.content[0])
    else:
        span = _nearest(name, item) or item.cue or item.content[0]
    return record, Source(start=span.start, end=span.end, kind=_kind(name), name=name.id)


def _kind(name: Name) -> Any:
    from ..record import SourceKind

    return SourceKind.PERSON if name.kind is NameKind.PERSON else SourceKind.GROUP


def _nearest(name: Name, item: Statement) -> Span | None:
    """Return the mention of a name that stands nearest to a statement."""
    at = item.content[0].start
    best = min(name.mentions, key=lambda mention: abs(mention.start - at), default=None)
    return Span(best.start, best.end) if best else None


def _merged(record: Record, kept: Name, other: str | None) -> Record:
    """Return the record with another name made part of one."""
    second = next(
        (name for name in record.names if other in (name.id, name.name) and name.id != kept.id), None
    )
    if second is None:
        return record
    both = msgspec.structs.replace(
        kept,
        aliases=tuple(dict.fromkeys((*kept.aliases, second.name, *second.aliases))),
        descriptions=tuple(dict.fromkeys((*kept.descriptions, *second.descriptions))),
        mentions=tuple(sorted((*kept.mentions, *second.mentions), key=lambda mention: mention.start)),
    )
    names = tuple(both if name.id == kept.id else name for name in record.names if name.id != second.id)
    return _renamed(msgspec.structs.replace(record, names=names), second.id, kept.id)


def _renamed(record: Record, old: str, new: str | None) -> Record:
    """Return the record with every pointer at a name turned to another, or to none."""

    def turned(actors: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(msgspec.structs.replace(each, name=new) if each.name == old else each for each in actors)

    statements = tuple(
        msgspec.structs.replace(each, source=turned((each.source,))[0] if each.source else None)
        for each in record.statements
    )
    events = tuple(
        msgspec.structs.replace(
            each,
            actors=turned(each.actors),
            recipients=turned(each.recipients),
            objects=turned(each.objects),
            place=new if each.place == old else each.place,
        )
        for each in record.events
    )
    return msgspec.structs.replace(record, statements=statements, events=events)


def corrections_of(store: sqlite3.Connection, article: int | None = None) -> tuple[Correction, ...]:
    """Return the corrections of one article, or all of them, in the order in which they were made."""
    where, values = ("WHERE article = ?", (article,)) if article is not None else ("", ())
    rows = store.execute(f"SELECT id, body FROM correction {where} ORDER BY id", values)
    return tuple(
        msgspec.structs.replace(msgspec.json.decode(body, type=Correction), id=number)
        for number, body in rows
    )


def store_correction(
    store: sqlite3.Connection, correction: Correction, article: int | None, mark: bytes | None
) -> Correction:
    """Write a correction down and return it with its number and time."""
    made = correction.made or datetime.now(UTC).isoformat(timespec="seconds")
    correction = msgspec.structs.replace(correction, made=made, print=mark.hex() if mark else None, id=None)
    cursor = store.execute(
        "INSERT INTO correction (article, print, body, made) VALUES (?, ?, ?, ?)",
        (article, mark, msgspec.json.encode(correction), made),
    )
    return msgspec.structs.replace(correction, id=int(cursor.lastrowid or 0))
