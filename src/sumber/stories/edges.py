"""The edges of a story, each with its evidence: states-source, copies, translates, shares-quote, same-story."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..record import Mode, Record, Span
from .keys import key_row, words_of
from .passages import Shingles, is_copy, share, shared_passages, shingles_of
from .views import Edge, EdgePassage

__all__ = ["edges_of", "is_translation", "time_of"]

_TOUCH = 0.08  # part of the words from which shared passages are shown
_QUOTE_WORDS = 5
_ROW = 8  # names and numbers in the same order that make a translation
_ROW_SHARE = 0.5
_MOST_PASSAGES = 12
_MOST_ROW = 160


def time_of(record: Record) -> str:
    """Return when an article came out, as text that sorts; unknown comes last."""
    return record.article.published.value if record.article.published else "9999"


def edges_of(
    records: Sequence[Record], outlets: Sequence[str | None], stated: Sequence[Sequence[str]]
) -> list[Edge]:
    """Return the edges among the articles of one story, from later to earlier ones.

    Args:
        records: the articles, with ids that are unique among them.
        outlets: the key of each one's outlet.
        stated: the key of the outlet of each of its relays, in the record's order.
    """
    order = sorted(range(len(records)), key=lambda at: (time_of(records[at]), at))
    shingles = [shingles_of(record.article) for record in records]
    found: list[Edge] = []
    linked: set[int] = set()
    for place, at in enumerate(order):
        earlier = order[:place]
        new = [
            *_stated(at, records, outlets, stated, earlier),
            *_same_text(at, records, shingles, earlier),
            *_translations(at, records, earlier),
            *_quotes(at, records, earlier),
        ]
        found += new
        if any(edge.target for edge in new):
            linked.add(at)
        elif earlier:
            found.append(_same_story(at, records, earlier))
    return found


def _stated(
    at: int,
    records: Sequence[Record],
    outlets: Sequence[str | None],
    stated: Sequence[Sequence[str]],
    earlier: Sequence[int],
) -> Iterator[Edge]:
    """Yield one edge an outlet that the article names as its source."""
    record, seen = records[at], set()
    for relay, key in zip(record.relays, stated[at], strict=True):
        if key in seen or key == outlets[at]:
            continue
        seen.add(key)
        target = next((other for other in earlier if outlets[other] == key), None)
        words = " ".join(relay.of(record.article.text).split())
        yield Edge(
            kind="states-source",
            source=record.article.id,
            target=records[target].article.id if target is not None else None,
            outlet=relay.outlet,
            reason=f"it says “{words}”" + ("" if relay.scope == "article" else " of one sentence"),
            passages=(EdgePassage(source=Span(relay.start, relay.end), source_text=words),),
        )


def _same_text(
    at: int, records: Sequence[Record], shingles: Sequence[Shingles], earlier: Sequence[int]
) -> Iterator[Edge]:
    """Yield edges to earlier articles that have the same words, the three likest."""
    shares = [
        (max(share(shingles[at], shingles[other]), share(shingles[other], shingles[at])), other)
        for other in earlier
    ]
    for most, other in sorted(shares, key=lambda each: (-each[0], each[1]))[:3]:
        if most < _TOUCH:
            continue
        passages = shared_passages(shingles[at], shingles[other])
        if not passages:
            continue
        longest = max(passage.words for passage in passages)
        here, there = share(shingles[at], shingles[other]), share(shingles[other], shingles[at])
        yield Edge(
            kind="copies" if is_copy(shingles[at], shingles[other]) else "same-story",
            source=records[at].article.id,
            target=records[other].article.id,
            share=round(here, 3),
            reason=f"{here:.0%} of its words stand in the earlier report, {there:.0%} of the earlier report's in it; "
            f"longest passage {longest} words",
            passages=tuple(
                _passage(records[at], passage.left, records[other], passage.right)
                for passage in sorted(passages, key=lambda passage: -passage.words)[:_MOST_PASSAGES]
            ),
        )


def _passage(source: Record, left: Span, target: Record, right: Span) -> EdgePassage:
    return EdgePassage(
        source=left,
        target=right,
        source_text=left.of(source.article.text),
        target_text=right.of(target.article.text),
    )


def _translations(at: int, records: Sequence[Record], earlier: Sequence[int]) -> Iterator[Edge]:
    for other in earlier:
        edge = translation(records[at], records[other])
        if edge is not None:
            yield edge
            return


def is_translation(source: Record, target: Record) -> bool:
    """Return whether an article tells the same, name by name, as one in another language."""
    return translation(source, target) is not None


def translation(source: Record, target: Record) -> Edge | None:
    """Return the edge from an article to one of another language with the same names and numbers in the same order."""
    if source.article.language == target.article.language:
        return None
    left, right = key_row(source)[:_MOST_ROW], key_row(target)[:_MOST_ROW]
    if min(len(left), len(right)) < _ROW:
        return None
    matcher = SequenceMatcher(None, [key for key, _ in left], [key for key, _ in right], autojunk=False)
    pairs = [
        (block.a + step, block.b + step)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    part = len(pairs) / min(len(left), len(right))
    if len(pairs) < _ROW or part < _ROW_SHARE:
        return None
    names = list(dict.fromkeys(left[a][1].of(source.article.text) for a, _ in pairs))
    return Edge(
        kind="translates",
        source=source.article.id,
        target=target.article.id,
        share=round(part, 3),
        reason=f"{len(pairs)} names and numbers in the same order: {', '.join(names[:8])}",
        passages=tuple(_passage(source, left[a][1], target, right[b][1]) for a, b in pairs[:_MOST_PASSAGES]),
    )


def _quotes(at: int, records: Sequence[Record], earlier: Sequence[int]) -> Iterator[Edge]:
    """Yield edges to earlier articles that have the same words of a speaker."""
    mine = dict(_quoted(records[at]))
    for other in earlier:
        theirs = dict(_quoted(records[other]))
        both = [(mine[words], theirs[words]) for words in mine if words in theirs]
        if both:
            yield Edge(
                kind="shares-quote",
                source=records[at].article.id,
                target=records[other].article.id,
                reason=f"{len(both)} quotation{'s' if len(both) > 1 else ''} in the same words",
                passages=tuple(_passage(records[at], left, records[other], right) for left, right in both),
            )


def _quoted(record: Record) -> Iterator[tuple[tuple[str, ...], Span]]:
    for statement in record.statements:
        if statement.mode is Mode.DIRECT:
            for span in statement.content:
                words = words_of(span.of(record.article.text))
                if len(words) >= _QUOTE_WORDS:
                    yield words, span


def _same_story(at: int, records: Sequence[Record], earlier: Sequence[int]) -> Edge:
    """Return the edge to the earlier article with which it shares most names and numbers."""
    mine = Counter(key for key, _ in key_row(records[at]))
    best, shared = earlier[0], Counter[str]()
    for other in earlier:
        both = mine & Counter(key for key, _ in key_row(records[other]))
        if both.total() > shared.total():
            best, shared = other, both
    row = key_row(records[at])
    spans = dict(reversed(row))
    theirs = dict(reversed(key_row(records[best])))
    keys = [key for key, _ in shared.most_common(8)]
    words = ", ".join(spans[key].of(records[at].article.text) for key in keys)
    return Edge(
        kind="same-story",
        source=records[at].article.id,
        target=records[best].article.id,
        reason=f"both have {words}" if keys else "their strongest words are alike",
        passages=tuple(_passage(records[at], spans[key], records[best], theirs[key]) for key in keys),
    )
