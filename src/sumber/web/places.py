"""Where the events of a desk took place, kept in memory and brought up to date by what is new."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from ..desk.desk import Desk
from ..desk.views import ArticleLine, EntityLine
from ..record import Record
from .views import Country, MapPage, MapSentence, Spot

__all__ = ["EventPlaces"]

_MOST_SENTENCES = 60


class _Happening(Struct, frozen=True):
    """One event at one place; the place is a number of the desk's entities."""

    article: str
    event: str
    entity: int
    type: str
    status: str
    day: str
    start: int
    end: int
    text: str


class EventPlaces:
    """The places of events. Reading all records of a big desk takes seconds, so each is read once."""

    def __init__(self, desk: Desk, kept: Callable[..., Any]) -> None:
        self._desk = desk
        self._kept = kept
        self._known: dict[str, tuple[_Happening, ...]] = {}
        self._lock = threading.Lock()

    def forget(self, article: str) -> None:
        """Read an article anew next time: it was corrected."""
        with self._lock:
            self._known.pop(article, None)

    def forget_all(self) -> None:
        """Read every article anew next time."""
        with self._lock:
            self._known.clear()

    def page(
        self, *, status: str | None = None, after: str | None = None, before: str | None = None
    ) -> MapPage:
        """Return the map: countries and spots with what happened there, by status, between two days."""
        statuses: dict[int, Counter[str]] = {}
        articles: dict[int, set[str]] = {}
        days: list[str] = []
        for found in self._all():
            if found.day:
                days.append(found.day)
            if (
                (status and found.status != status)
                or (after and found.day < after)
                or (before and found.day > before)
            ):
                continue
            statuses.setdefault(found.entity, Counter())[found.status] += 1
            articles.setdefault(found.entity, set()).add(found.article)
        lines = self._lines(statuses)
        return MapPage(
            countries=tuple(_countries(lines, statuses, articles)),
            spots=tuple(_spots(lines, statuses, articles)),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def sentences(self, entities: set[int], *, status: str | None = None) -> tuple[MapSentence, ...]:
        """Return the events at some places, newest first, with their words."""
        found = sorted(
            (
                each
                for each in self._all()
                if each.entity in entities and (not status or each.status == status)
            ),
            key=lambda each: each.day,
            reverse=True,
        )
        lines = self._kept(self._articles)
        return tuple(_sentence(each, lines[each.article]) for each in found[:_MOST_SENTENCES])

    def in_country(self, code: str) -> set[int]:
        """Return the places that lie in a country, itself among them."""
        return {
            line.id for line in self._lines({each.entity for each in self._all()}) if line.country == code
        }

    def _lines(self, numbers: Iterable[int]) -> list[EntityLine]:
        every = self._kept(self._places)
        return [every[number] for number in numbers if number in every]

    def _places(self) -> dict[int, EntityLine]:
        return {line.id: line for line in self._desk.entities(kind="place", limit=-1)}

    def _articles(self) -> dict[str, ArticleLine]:
        return {line.id: line for line in self._desk.articles(limit=-1)}

    def _all(self) -> Iterator[_Happening]:
        current = self._kept(self._articles)
        with self._lock:
            for article in current:
                if article not in self._known:
                    record = self._desk.record(article)
                    self._known[article] = tuple(_happenings(record, self._desk.names_of(article)))
            for gone in self._known.keys() - current.keys():
                del self._known[gone]
            known = list(self._known.values())
        return (each for happenings in known for each in happenings)


def _happenings(record: Record, entities: dict[str, int]) -> Iterator[_Happening]:
    published = record.article.published.value[:10] if record.article.published else ""
    for event in record.events:
        if event.place in entities and event.mentions:
            time = record.time_of(event.time)
            day = (time.earliest or published)[:10] if time else published
            evidence = event.mentions[0].evidence
            yield _Happening(
                record.article.id, event.id, entities[event.place], event.type, event.status, day,
                evidence.start, evidence.end, " ".join(evidence.of(record.article.text).split()),
            )  # fmt: skip


def _sentence(happening: _Happening, line: ArticleLine) -> MapSentence:
    return MapSentence(
        article=line, event=happening.event, type=happening.type, status=happening.status,
        start=happening.start, end=happening.end, text=happening.text,
    )  # fmt: skip


def _countries(
    lines: list[EntityLine], statuses: dict[int, Counter[str]], articles: dict[int, set[str]]
) -> Iterator[Country]:
    """Yield every country that something happened in, its own events and those of its places together."""
    by_code: dict[str, list[EntityLine]] = {}
    for line in lines:
        if line.country:
            by_code.setdefault(line.country, []).append(line)
    for code, members in sorted(by_code.items()):
        itself = next((line for line in members if line.level == "country"), None)
        total: Counter[str] = Counter()
        named: set[str] = set()
        for line in members:
            total += statuses[line.id]
            named |= articles[line.id]
        yield Country(
            code=code,
            name=itself.name if itself else code,
            entity=itself.id if itself else None,
            articles=len(named),
            statuses=dict(total),
        )


def _spots(
    lines: list[EntityLine], statuses: dict[int, Counter[str]], articles: dict[int, set[str]]
) -> Iterator[Spot]:
    for line in lines:
        if line.level != "country" and line.lat is not None and line.lon is not None:
            yield Spot(
                entity=line.id, name=line.name, country=line.country, level=line.level, lat=line.lat, lon=line.lon,
                articles=len(articles[line.id]), statuses=dict(statuses[line.id]),
            )  # fmt: skip
