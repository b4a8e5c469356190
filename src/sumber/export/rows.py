"""Events made flat: what every format of event data writes of one event."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..record import Actor, Event, Name, Record
from .codes import Code, accusation, collapsed
from .parties import Party, party

__all__ = ["Row", "rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One event that a format of event data can hold, with all that it points at."""

    record: Record
    event: Event
    code: Code
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Name | None
    date: str | None

    @property
    def id(self) -> str:
        """The id of the event among all: article and event."""
        return f"{self.record.article.id}#{self.event.id}"

    @property
    def text(self) -> str:
        """The sentence that the event rests on."""
        return " ".join(self.event.mentions[0].evidence.of(self.record.article.text).split())

    @property
    def published(self) -> str | None:
        """When the article came out: a date of its own, never that of the event."""
        published = self.record.article.published
        return published.value[:10] if published else None

    @property
    def outlet(self) -> str | None:
        """Who published the article."""
        return self.record.article.outlet.name or self.record.article.outlet.domain


def rows(record: Record) -> Iterator[Row]:
    """Yield the events of a record that can be exported, in reading order; see ``codes.collapsed``."""
    for told in record.events:
        event = accusation(told, record) or told
        code = collapsed(event, record)
        if code is None or not event.mentions:
            continue
        time = record.time_of(event.time)
        yield Row(
            record=record,
            event=event,
            code=code,
            actors=_parties(record, event.actors),
            recipients=_parties(record, event.recipients),
            place=record.name_of(event.place),
            date=(time.earliest or time.value)[:10] if time else None,
        )


def _parties(record: Record, actors: tuple[Actor, ...]) -> tuple[Party, ...]:
    return tuple(party(record, actor) for actor in actors)
