"""Quotes without a cue, and the order of what was found."""

import re
from collections.abc import Iterator

from ...record import SourceKind
from .draft import Draft, Stretch
from .places import Contents
from .quotes import Quote
from .reader import Reader

__all__ = ["settle"]

_NAMED = re.compile(
    r"(?:^|[\n.!?”\"]\s*)(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w.’'-]+|bin|van|der|de|al|el)){1,5})"
    r"(?:,? \([^)\n]{2,60}\))?\s*:\s*\Z"
)
_FAR = 160  # code points between a speaker and the next quote without a cue


def settle(reader: Reader, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in reading order, one a cue; quotes without a cue go to the speaker before them."""
    taken = {stretch for draft in drafts for stretch in draft.content}
    contents = Contents(drafts)
    begins = {quote.start for quote in reader.quotes}
    for quote in reader.quotes:
        words = reader.text[quote.start : quote.end].split()
        if (
            quote.scare
            or (quote.start, quote.end) in taken
            or len(words) < 4
            or any(contents.holding(quote.start, quote.end))
        ):
            continue
        named = _named_before(reader, quote)
        if named is not None:
            drafts.append(Draft(content=reader.quoted(quote), source=named, kind=SourceKind.PERSON))
            continue
        owner = _owner(reader, quote, drafts, begins)
        if owner is not None:
            owner.content.append((quote.start, quote.end))
    return list(_one_a_cue(sorted(drafts, key=_order)))


def _named_before(reader: Reader, quote: Quote) -> Stretch | None:
    """Return the name that a colon sets before a quote: *Budi Santoso (petani): "Q"*; None if none stands there."""
    found = _NAMED.search(reader.text[max(0, quote.outer_start - 120) : quote.outer_start])
    at = max(0, quote.outer_start - 120)
    return (at + found.start("name"), at + found.end("name")) if found else None


def _one_a_cue(drafts: list[Draft]) -> Iterator[Draft]:
    seen: set[Stretch] = set()
    for draft in drafts:
        if draft.cue is None or draft.cue not in seen:
            yield draft
        if draft.cue:
            seen.add(draft.cue)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.start, draft.content[-1][1]


def _owner(reader: Reader, quote: Quote, drafts: list[Draft], begins: set[int]) -> Draft | None:
    """Return the statement that a quote without a cue goes on: the last quoted one, not far before it."""
    near = quote.start - 4 * _FAR
    before = [d for d in drafts if near <= d.content[-1][1] <= quote.start and d.source]
    if not before:
        return None
    last = max(before, key=_reach)
    between = reader.text[_reach(last) : quote.outer_start]
    is_quoted = any(start in begins for start, _ in last.content)
    return last if is_quoted and len(between) < _FAR and between.count("\n") <= 2 else None


def _reach(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1] if draft.cue else 0, draft.source[1] if draft.source else 0)
