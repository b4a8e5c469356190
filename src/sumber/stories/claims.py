"""Events of several articles -> claims: one event with all who report it, agreeing or not."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..record import Actor, Event, Name, NameKind, Record, Span, Status
from .heads import head_keys
from .keys import actor_keys, name_keys
from .views import Claim, ClaimReport, TimelineItem

__all__ = ["claims_of", "timeline_of"]

_NUMBER = re.compile(r"\b(\d{1,3}(?:[.,]\d{3})*|\d+)\s+([^\W\d_]{3,})")
_MOST = 80  # claims of a story
_FREE = frozenset({"januari", "february", "maret", "april", "may", "mei", "juni", "juli", "agustus", "september",
                   "oktober", "november", "desember", "january", "march", "june", "july", "august", "october",
                   "december", "wib", "wita", "wit", "gmt", "local", "waktu"})  # fmt: skip


class _Told(Struct, frozen=True, kw_only=True):
    """One article's event, with what it is compared by."""

    at: int
    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    objects: frozenset[str]
    actor_heads: frozenset[str]
    recipient_heads: frozenset[str]
    named: tuple[Name, ...]
    place: frozenset[str]
    earliest: str | None
    latest: str | None


def claims_of(records: Sequence[Record], origins: Sequence[str]) -> list[Claim]:
    """Return the claims of a story, those with most origins first.

    Args:
        records: the articles, with ids that are unique among them.
        origins: the key of each one's origin: what corroborates is origins, not articles.
    """
    groups: list[list[_Told]] = []
    for at, record in enumerate(records):
        for event in record.events:
            told = _told(at, record, event)
            group = next((group for group in groups if all(_same(told, other) for other in group)), None)
            if group is None:
                groups.append([told])
            else:
                group.append(told)
    groups.sort(key=lambda group: (-len({origins[told.at] for told in group}), -len(group)))
    return [_claim(f"c{number}", group, records, origins) for number, group in enumerate(groups[:_MOST], 1)]


def _told(at: int, record: Record, event: Event) -> _Told:
    when, where = record.time_of(event.time), record.name_of(event.place)
    return _Told(
        at=at,
        event=event,
        actors=actor_keys(record, event.actors),
        recipients=actor_keys(record, event.recipients),
        objects=actor_keys(record, event.objects),
        actor_heads=head_keys(record, event.actors),
        recipient_heads=head_keys(record, event.recipients),
        named=tuple(name for one in (*event.actors, *event.recipients) if (name := record.name_of(one.name))),
        place=name_keys(where) if where else frozenset(),
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
    )


def _same(one: _Told, other: _Told) -> bool:
    """Return whether two articles tell one event: type and parties fit, and nothing speaks against it."""
    if one.event.type != other.event.type and not (
        one.event.type in other.event.alternatives or other.event.type in one.event.alternatives
    ):
        return False
    if one.event.mode and other.event.mode and one.event.mode != other.event.mode:
        return False
    if one.at == other.at or _apart(one, other) or _others(one, other):
        return False
    parties = (one.actors | one.recipients) & (other.actors | other.recipients)
    alike = _alike(one, other)
    things = one.objects & other.objects
    if one.actors and other.actors and not parties and not alike:
        return False
    return bool(
        parties
        or things
        or alike
        or (one.place & other.place and one.earliest and one.earliest == other.earliest)
    )


def _alike(one: _Told, other: _Told) -> bool:
    """Return whether one deed is told of people who are called by the same noun: *the driver of the tram*, *a driver*.

    Within one story these are nearly always the same; nouns that fit anybody are none (heads.py). Whoever is only
    called the same as a doer (*police*) may do the same to others.
    """
    if one.event.mode != other.event.mode:
        return False
    if one.recipient_heads & other.recipient_heads:
        return True
    return bool(one.actor_heads & other.actor_heads) and not (one.recipients and other.recipients)


def _others(one: _Told, other: _Told) -> bool:
    """Return whether each tells of somebody known by name whom the other does not: a meeting with Ana, one with Budi.

    A country's name and a person of that country may stand for the same side; two who are in both outweigh others.
    Where nobody known by name is in both, the nouns for those to whom it was done decide: soldiers, protesters.
    """
    shared = sum(any(_fits(name, another) for another in other.named) for name in one.named)
    if not shared and one.recipient_heads and other.recipient_heads:
        return not (one.recipients & other.recipients or one.recipient_heads & other.recipient_heads)
    return shared < 2 and _alone(one.named, other.named) and _alone(other.named, one.named)


def _alone(names: tuple[Name, ...], others: tuple[Name, ...]) -> bool:
    """Return whether one of the names fits none of the others."""
    return any(not any(_fits(name, other) for other in others) for name in names)


def _fits(name: Name, other: Name) -> bool:
    if name_keys(name) & name_keys(other):
        return True
    persons = (name.kind, other.kind).count(NameKind.PERSON)
    return persons < 2 and name.country is not None and name.country == other.country


def _apart(one: _Told, other: _Told) -> bool:
    """Return whether their times cannot be the same."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.latest[:10] < other.earliest[:10] or other.latest[:10] < one.earliest[:10]


def _claim(number: str, group: list[_Told], records: Sequence[Record], origins: Sequence[str]) -> Claim:
    reports = [_report(told, records[told.at], origins[told.at]) for told in group]
    first = group[0]
    record, event = records[first.at], first.event
    roots = tuple(dict.fromkeys(origins[told.at] for told in group))
    dated = [told for told in group if told.earliest]
    narrow = (
        min(
            dated,
            key=lambda told: (
                len(told.latest or "") and (told.latest or "") > (told.earliest or ""),
                told.at,
            ),
        )
        if dated
        else None
    )
    placed = next((told for told in group if told.event.place), None)
    place = records[placed.at].name_of(placed.event.place) if placed else None
    status = event.status
    for told in group:
        status = status + told.event.status
    return Claim(
        id=number,
        type=event.type,
        mode=event.mode,
        status=status,
        title=_title(record, event),
        actors=_names(record, event.actors),
        recipients=_names(record, event.recipients),
        earliest=narrow.earliest if narrow else None,
        latest=narrow.latest if narrow else None,
        place=place.name if place else None,
        origins=roots,
        agreement=_agreement(reports, roots),
        differences=tuple(_differences(reports)),
        reports=tuple(reports),
    )


def _names(record: Record, actors: Sequence[Actor]) -> tuple[str, ...]:
    found = []
    for actor in actors:
        name = record.name_of(actor.name)
        found.append(name.name if name else " ".join(actor.of(record.article.text).split()))
    return tuple(dict.fromkeys(found))


def _title(record: Record, event: Event) -> str:
    """Return the words that tell the event, on one line."""
    evidence = event.mentions[0].evidence if event.mentions else Span(0, 0)
    words = " ".join(evidence.of(record.article.text).split())
    return words if len(words) <= 160 else f"{words[:150].rsplit(' ', 1)[0]} …"


def _report(told: _Told, record: Record, origin: str) -> ClaimReport:
    event = told.event
    evidence = event.mentions[0].evidence if event.mentions else Span(0, 0)
    words = " ".join(evidence.of(record.article.text).split())
    speakers = []
    for each in event.said_by:
        statement = record.statement_of(each)
        if statement is not None and statement.source is not None:
            name = record.name_of(statement.source.name)
            speakers.append(name.name if name else statement.source.of(record.article.text))
    return ClaimReport(
        article=record.article.id,
        outlet=record.article.outlet.name or record.article.outlet.domain,
        origin=origin,
        event=event.id,
        status=event.status,
        evidence=evidence,
        text=words,
        said_by=tuple(dict.fromkeys(speakers)),
        numbers=tuple(f"{number} {unit}" for number, unit in _numbers(words)),
    )


def _numbers(words: str) -> Iterator[tuple[str, str]]:
    for number, unit in _NUMBER.findall(words.casefold()):
        if unit not in _FREE:
            yield number, unit


def _agreement(reports: Sequence[ClaimReport], roots: Sequence[str]) -> str:
    statuses = {report.status for report in reports}
    if Status.DENIED in statuses and len(statuses) > 1:
        return "denied"
    if len(roots) == 1:
        return "one"
    return "disputed" if len(statuses) > 1 or any(_differences(reports)) else "agreed"


def _differences(reports: Sequence[ClaimReport]) -> Iterator[str]:
    """Yield sentences on what the reports do not agree on."""
    by_status: dict[str, list[str]] = {}
    by_unit: dict[str, dict[str, list[str]]] = {}
    for report in reports:
        who = report.outlet or report.article
        by_status.setdefault(report.status, []).append(who)
        for each in report.numbers:
            number, unit = each.split(" ", 1)
            by_unit.setdefault(unit, {}).setdefault(number, []).append(who)
    if len(by_status) > 1:
        yield "; ".join(f"{status}: {', '.join(dict.fromkeys(who))}" for status, who in by_status.items())
    for unit, numbers in by_unit.items():
        if len(numbers) > 1:
            yield "; ".join(
                f"{number} {unit}: {', '.join(dict.fromkeys(who))}" for number, who in numbers.items()
            )


def timeline_of(records: Sequence[Record], claims: Sequence[Claim]) -> list[TimelineItem]:
    """Return what can be put on a timeline, earliest first: dated claims, and each article's publication."""
    found = [
        TimelineItem(
            kind="event",
            earliest=claim.earliest,
            latest=claim.latest or claim.earliest,
            precision=_precision(claim.earliest, claim.latest or claim.earliest),
            title=claim.title,
            type=claim.type,
            status=claim.status,
            place=claim.place,
            articles=tuple(dict.fromkeys(report.article for report in claim.reports)),
            origins=len(claim.origins),
            claim=claim.id,
        )
        for claim in claims
        if claim.earliest
    ]
    for record in records:
        published = record.article.published
        if published is not None:
            outlet = record.article.outlet.name or record.article.outlet.domain
            title = record.article.title or _first_words(record)
            found.append(
                TimelineItem(
                    kind="published",
                    earliest=published.value,
                    latest=published.value,
                    precision=_precision(published.value, published.value),
                    title=f"{outlet}: {title}" if outlet else title,
                    articles=(record.article.id,),
                )
            )
    return sorted(found, key=lambda item: (item.earliest, item.latest, item.kind, item.title))


def _first_words(record: Record) -> str:
    return " ".join(record.article.text[:100].split())


def _precision(earliest: str, latest: str) -> str:
    """Return how exactly a time is known.

    >>> _precision("2025-06-10", "2025-06-10"), _precision("2025-06-01", "2025-06-30")
    ('day', 'month')
    """
    if len(earliest) > 10:
        return "time"
    if earliest == latest:
        return {10: "day", 7: "month", 4: "year"}.get(len(earliest), "day")
    if earliest[:7] == latest[:7] and earliest.endswith("-01") and latest[8:] in ("28", "29", "30", "31"):
        return "month"
    if earliest[:4] == latest[:4] and earliest.endswith("-01-01") and latest.endswith("-12-31"):
        return "year"
    return "span"
