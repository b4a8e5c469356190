"""Folding mentions: what several sentences tell of one happening is one event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from msgspec.structs import replace as replace_fields

from ...record import Actor, Event, EventMention, Record, Status
from .lexicon import Rule

__all__ = ["Telling", "merged"]

_REAL = frozenset({Status.HAPPENED, Status.ONGOING})
_DOUBTED = frozenset({Status.ALLEGED, Status.DENIED})
_PARAGRAPHS = 1200  # letters within which the same words of the same actor are one event
_LEAD = 8  # tellings in which a report restates its title


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention with what its sentence says of the event."""

    rule: Rule
    mention: EventMention
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    objects: tuple[Actor, ...]
    time: str | None
    place: str | None
    said_by: tuple[str, ...]
    noun: bool = False
    title: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Tellings of one event so far; ``lead`` is the one that says most."""

    tellings: tuple[Telling, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    mode: str | None


def merged(tellings: Iterable[Telling], record: Record) -> tuple[Event, ...]:
    """Return the events of an article, each with all its mentions, in reading order."""
    text = record.article.text
    groups: dict[str, list[_Group]] = {}
    order: list[tuple[str, int]] = []
    days = _days(record)
    for one in _titles_sobered([replace(one, time=days.get(one.time)) for one in tellings], text):
        same = groups.setdefault(one.rule.type, [])
        at = next(
            (i for i in range(len(same) - 1, max(-1, len(same) - 40), -1) if _fits(same[i], one, text)), None
        )
        if one.noun and (at is not None or same) and not one.title:
            if not one.fresh:
                continue
            at = next((i for i in reversed(range(len(same))) if _may_be(same[i], one, text)), at)
        if at is None:
            order.append((one.rule.type, len(same)))
            same.append(_Group((one,), one.actors, one.recipients, one.rule.mode))
        else:
            same[at] = _joined(same[at], one)
    return tuple(_event(f"e{n}", groups[key][at]) for n, (key, at) in enumerate(order, 1))


def _days(record: Record) -> dict[str | None, str]:
    """Return for the id of each time the id of the first with the same value."""
    first: dict[str, str] = {}
    return {time.id: first.setdefault(time.value, time.id) for time in record.times}


def _titles_sobered(tellings: list[Telling], text: str) -> Iterator[Telling]:
    """Yield the tellings; a title that tells as a fact what the report first tells otherwise, tells it so too."""
    body = [one for one in tellings if not one.title][:_LEAD]
    for one in tellings:
        if one.title and one.mention.status in _REAL:
            first = next((other for other in body if _alike(one, other, text)), None)
            if first is not None and first.mention.status in _DOUBTED:
                status = first.mention.status
                why = (*one.mention.why, f"report -> {status}")
                one = replace(one, mention=replace_fields(one.mention, status=status, why=why))
        yield one


def _alike(title: Telling, other: Telling, text: str) -> bool:
    """Whether a title and a sentence tell of one type, mode and person or body."""
    if title.rule.type != other.rule.type or title.rule.mode != other.rule.mode:
        return False
    left, right = title.actors + title.recipients, other.actors + other.recipients
    words = {actor.of(text).casefold() for actor in left} & {actor.of(text).casefold() for actor in right}
    return bool(words or _keys(left, text) & _keys(right, text))


def _joined(group: _Group, one: Telling) -> _Group:
    return replace(
        group,
        tellings=(*group.tellings, one),
        actors=_all(group.actors, one.actors),
        recipients=_all(group.recipients, one.recipients),
        mode=group.mode or one.rule.mode,
    )


def _all(known: tuple[Actor, ...], more: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return those known, and whoever else is told by name."""
    if not known:
        return more
    names = {actor.name for actor in known}
    return known + tuple(actor for actor in more if actor.name and actor.name not in names)


def _fits(group: _Group, one: Telling, text: str) -> bool:
    """Whether a mention can be of the same event: same mode, people, time and place, as far as both say."""
    lead = group.tellings[0]
    if group.mode and one.rule.mode and group.mode != one.rule.mode:
        return False
    if (lead.mention.status in _REAL) != (one.mention.status in _REAL):
        return False
    if any(t.time and one.time and t.time != one.time for t in group.tellings):
        return False
    if any(t.place and one.place and t.place != one.place for t in group.tellings):
        return False
    actors, recipients = _same(group.actors, one.actors, text), _same(group.recipients, one.recipients, text)
    if actors is False or recipients is False:
        return False
    return bool(actors and recipients) or _close(group, one, text)


def _may_be(group: _Group, one: Telling, text: str) -> bool:
    """Whether a noun can name the same event again: nothing that it says is against it."""
    if group.mode != one.rule.mode or (group.tellings[0].mention.status in _REAL) != (
        one.mention.status in _REAL
    ):
        return False
    actors, recipients = _same(group.actors, one.actors, text), _same(group.recipients, one.recipients, text)
    return actors is not False and recipients is not False


def _close(group: _Group, one: Telling, text: str) -> bool:
    """Whether what is told is enough to be the same: words or mode alike, and whom it befell, or else who did it."""
    last = group.tellings[-1]
    same_rule, same_mode = last.rule.id == one.rule.id, bool(group.mode) and group.mode == one.rule.mode
    if _same(group.recipients, one.recipients, text):
        return same_rule or same_mode
    if _same(group.actors, one.actors, text):
        return same_rule and (last.title or (_near(last, one) and _word(last, text) == _word(one, text)))
    if group.actors or one.actors or group.recipients or one.recipients:
        return False
    things = any(_same(telling.objects, one.objects, text) for telling in group.tellings)
    return same_mode and (last.title or (same_rule and things))


def _word(one: Telling, text: str) -> str:
    return one.mention.trigger.of(text).casefold()


def _near(left: Telling, right: Telling) -> bool:
    return abs(left.mention.trigger.start - right.mention.trigger.start) < _PARAGRAPHS


def _same(left: tuple[Actor, ...], right: tuple[Actor, ...], text: str) -> bool | None:
    """Return whether two casts share somebody; None if either is not told."""
    if not left or not right:
        return None
    return bool(_keys(left, text) & _keys(right, text))


def _keys(actors: tuple[Actor, ...], text: str) -> set[str]:
    return {actor.name or " ".join(actor.of(text).casefold().split()) for actor in actors}


def _event(event_id: str, group: _Group) -> Event:
    tellings = group.tellings
    lead = tellings[0]
    return Event(
        id=event_id,
        type=lead.rule.type,
        mode=group.mode,
        status=reduce(lambda one, other: one + other, (telling.mention.status for telling in tellings)),
        actors=group.actors,
        recipients=group.recipients,
        objects=next((telling.objects for telling in tellings if telling.objects), ()),
        time=next((telling.time for telling in tellings if telling.time), None),
        place=next((telling.place for telling in tellings if telling.place), None),
        said_by=_sources(tellings),
        tags=tuple(dict.fromkeys(tag for telling in tellings for tag in telling.rule.tags)),
        alternatives=lead.rule.alternatives,
        score=round(max(telling.rule.score for telling in tellings), 2),
        mentions=tuple(telling.mention for telling in tellings),
    )


def _sources(tellings: tuple[Telling, ...]) -> tuple[str, ...]:
    """Return who tells of an event: nobody but the report itself, if at least half of its sentences do so."""
    own = sum(not one.said_by for one in tellings)
    if 2 * own >= len(tellings):
        return ()
    return tuple(dict.fromkeys(said for telling in tellings for said in telling.said_by))
