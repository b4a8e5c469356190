"""What the reading itself sees between two given phrases: events, ties and statements, as signs for the model."""

from collections.abc import Iterator

from msgspec.structs import replace

from sumber.reading.analysis import Analysis
from sumber.reading.events import Events
from sumber.record import Actor, Event, Mention, Name, NameKind, Record, Span

from .ties import ties

__all__ = ["signs"]

_WEIGHT = 3  # how many features a sign counts for: it says more than a word


def signs(record: Record, analysis: Analysis, source: Span, target: Span) -> set[str]:
    """Return the signs of what holds between two phrases of a sentence read without its events.

    The two phrases are taken for names of bodies, so that they can act; then events, ties and statements are
    written down with the part that the phrases have in them.
    """
    given = [span for span in (source, target) if span.end > span.start]
    record = Events()(_with_names(record, given), analysis)
    found = {sign for event in record.events for sign in _of_event(event, source, target)}
    if not record.events:
        found.add("ev:none")
    for tie in ties(record, analysis, given):
        verb = tie.verb.of(record.article.text).lower()[:5]
        found |= {f"tie:{verb}", f"tied:{tie.source.start == source.start:d}:{verb}"}
        break
    for one in record.statements:
        if one.source and _meet(one.source, source):
            found.add(f"say:{one.act}")
            if one.cue:
                found.add(f"cue:{one.cue.of(record.article.text).lower()[:5]}")
    return {sign + "~" * copy for sign in found for copy in range(_WEIGHT)}


def _with_names(record: Record, given: list[Span]) -> Record:
    names = [
        Name(
            id=f"x{number}",
            kind=NameKind.ORGANISATION,
            name=span.of(record.article.text),
            mentions=(Mention(span.start, span.end),),
        )
        for number, span in enumerate(given)
    ]
    return replace(record, names=(*names, *record.names))


def _of_event(event: Event, source: Span, target: Span) -> Iterator[str]:
    """Yield type, mode and status of an event, with the roles that the two phrases have in it."""
    acts = _among(event.actors, source)
    parts = (
        ("S", acts),
        ("T", _among(event.recipients, target)),
        ("t", _among(event.actors, target)),
        ("s", _among(event.recipients, source)),
        ("o", _among(event.objects, target)),
    )
    roles = "".join(letter for letter, is_so in parts if is_so)
    yield f"ev:{event.type}:{roles}"
    yield f"ev:{event.type}/{event.mode}:{acts:d}"
    yield f"evs:{event.type}:{event.status}:{roles[:2]}"
    for mention in event.mentions:
        yield f"evr:{mention.rule}"
        yield f"evp:{event.type}:{_side(mention.trigger, source, target)}:{event.status}"
        yield from (f"why:{event.type}:{why}:{acts:d}" for why in mention.why)


def _side(trigger: Span, source: Span, target: Span) -> str:
    if trigger.end <= min(source.start, target.start):
        return "l"
    return "r" if trigger.start >= max(source.end, target.end) else "m"


def _among(actors: tuple[Actor, ...], span: Span) -> bool:
    return any(_meet(actor, span) for actor in actors)


def _meet(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
