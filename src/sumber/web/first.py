"""Who told a story first, and in which sentence."""

from collections.abc import Callable, Sequence

from ..desk.views import ArticleLine, Claim
from ..language.sentences import split_sentences
from ..record import Record, Relay, Scope, Span
from .views import FirstReport

__all__ = ["first_report"]

_FEWEST = 5  # words of a sentence that tells something
_LONGEST = 320  # characters of a sentence that are shown


def first_report(
    lines: Sequence[ArticleLine], read: Callable[[str], Record], claims: Sequence[Claim] = ()
) -> FirstReport | None:
    """Return who told a story first.

    How it works: the earliest article is taken. If it is own reporting, its outlet was first, and the words are
    those by which it tells the claim with most origins, if others tell it too, else its first sentence: its lead.
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
        same_day=_same_day(line, lines),
    )


def _same_day(first: ArticleLine, lines: Sequence[ArticleLine]) -> tuple[str, ...]:
    """Return the outlets whose own reports appeared on the day of the first, at an hour that one of the two lacks."""
    if first.published is None:
        return ()
    day, clock = first.published[:10], first.published[10:]
    others = (
        line.outlet
        for line in lines
        if line.derives is None and line.published and line.published[:10] == day
        if not (clock and line.published[10:]) and line.outlet and line.outlet != first.outlet
    )
    return tuple(dict.fromkeys(others))


def _named(record: Record) -> Relay | None:
    return next((relay for relay in record.relays if relay.scope is Scope.ARTICLE), None)


def _telling(record: Record, claims: Sequence[Claim]) -> Span:
    """Return the words of an article that tell its story."""
    for claim in claims:
        for report in claim.reports:
            if report.article == record.article.id and len(claim.origins) > 1:
                return report.evidence
    article = record.article
    for block in article.body():
        for start, end in split_sentences(article.text, block.start, block.end, article.language):
            if len(article.text[start:end].split()) >= _FEWEST:
                return Span(start, end)
    return Span(0, 0)


def _shown(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _LONGEST else f"{folded[:_LONGEST].rsplit(' ', 1)[0]} …"
