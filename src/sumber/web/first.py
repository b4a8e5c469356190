"""Who told a story first, and in which sentence."""

from collections.abc import Callable, Sequence

from ..desk.views import ArticleLine, Claim
from ..record import Record, Relay, Scope, Span
from .views import FirstReport

__all__ = ["first_report"]

_LONGEST = 320  # characters of a sentence that are shown


def first_report(
    lines: Sequence[ArticleLine], read: Callable[[str], Record], claims: Sequence[Claim] = ()
) -> FirstReport | None:
    """Return who told a story first.

    How it works: the earliest article is taken. If it is own reporting, its outlet was first, and the words are
    those that tell the claim with most origins, else its first event in its own voice, else its first sentence.
    If it takes from an outlet that the desk lacks, that outlet was first, and the words are those that name it.
    """
    if not lines:
        return None
    line = min(lines, key=lambda each: (each.published or each.added, each.derives is not None, each.added))
    record = read(line.id)
    relay = _named(record) if line.derives else None
    if relay is not None:
        span, name = Span(relay.start, relay.end), relay.outlet
    else:
        span, name = _telling(record, claims), line.outlet or line.title
    return FirstReport(
        name=name,
        in_desk=relay is None,
        article=line.id,
        published=line.published,
        start=span.start,
        end=span.end,
        text=_shown(span.of(record.article.text)),
    )


def _named(record: Record) -> Relay | None:
    return next((relay for relay in record.relays if relay.scope is Scope.ARTICLE), None)


def _telling(record: Record, claims: Sequence[Claim]) -> Span:
    """Return the words of an article that tell its story."""
    for claim in claims:
        for report in claim.reports:
            if report.article == record.article.id:
                return report.evidence
    body = record.article.body()
    told = [
        mention.evidence
        for event in record.events
        if not event.said_by
        for mention in event.mentions
        if any(block.covers(mention.evidence) for block in body)
    ]
    return min(told, key=lambda span: span.start) if told else _first_sentence(record)


def _first_sentence(record: Record) -> Span:
    body = record.article.body()
    if not body:
        return Span(0, 0)
    words = body[0].of(record.article.text)
    end = words.find(". ")
    return Span(body[0].start, body[0].start + (end + 1 if end > 0 else min(len(words), _LONGEST)))


def _shown(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _LONGEST else f"{folded[:_LONGEST].rsplit(' ', 1)[0]} …"
