"""The layer of statements."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import ClassVar

from msgspec.structs import replace

from ...record import (
    Form,
    Mode,
    Name,
    NameKind,
    Record,
    Relay,
    Role,
    Scope,
    Source,
    SourceKind,
    Span,
    Statement,
)
from ..analysis import Analysis
from ..relays.outlets import outlet_named
from . import english, indonesian
from .draft import Draft
from .quotes import Quote, find_quotes
from .resolve import Resolver
from .spurious import sound

_NEAR = 400  # code points between a relay and the end of a statement of its sentence
_MARKS = tuple("'\"“”‘’")
__all__ = ["Statements"]

_FINDERS = {"id": indonesian.find, "en": english.find}


class Statements:
    """Find who says what: source, cue, content, mode and act of every attribution.

    How it works: quotes are paired, cues looked up, and a grammar of the article's language joins them with the noun
    phrases around; then sources are resolved to names of the record, and relays hung on as chains.

    Known to miss: attributions without a cue of the lexicon; unmarked indirect speech that goes on.
    Quality: ``python -m evaluation statements``.
    """

    name: ClassVar[str] = "statements"
    needs: ClassVar[frozenset[str]] = frozenset({"names", "relays"})
    gives: ClassVar[frozenset[str]] = frozenset({"statements"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its statements."""
        finder = _FINDERS.get(record.article.language)
        if finder is None:
            return record
        quotes = find_quotes(analysis.text, record.article.blocks)
        resolver = Resolver(record, analysis)
        drafts = list(sound(finder(analysis, quotes), analysis.text))
        names = resolver.settle(drafts)
        drafts_named = list(zip(drafts, names, strict=True))
        kept = [
            (draft, name)
            for draft, name in drafts_named
            if not _is_topic(draft, name, record) and not _is_quoted_word(draft, analysis.text)
        ]
        chains = _chains(kept, record, analysis)
        known = {name.id: name for name in record.names}
        found = [
            _statement(f"s{number}", draft, known.get(name or ""), quotes, record, chain)
            for number, ((draft, name), chain) in enumerate(zip(kept, chains, strict=True), 1)
        ]
        return replace(record, statements=tuple(found))


def _statement(
    statement_id: str,
    draft: Draft,
    name: Name | None,
    quotes: Sequence[Quote],
    record: Record,
    chain: tuple[str, ...],
) -> Statement:
    source = None
    if draft.source is not None:
        kind = _kind(draft, record, name)
        start, end = draft.source
        source = Source(start=start, end=end, kind=kind, name=name.id if name else None)
    return Statement(
        id=statement_id,
        source=source,
        cue=Span(*draft.cue) if draft.cue else None,
        content=tuple(Span(*stretch) for stretch in draft.content),
        mode=_mode(draft, quotes),
        act=draft.act,
        chain=chain,
    )


def _is_topic(draft: Draft, name: str | None, record: Record) -> bool:
    """Return whether *X: C* in a headline names what it is about, and nobody speaks: *Puasa: Keutamaan dan Anjuran*."""
    if draft.cue is not None or draft.kind is SourceKind.GROUP:
        return False
    title = next((block for block in record.article.blocks if block.role is Role.TITLE), None)
    return name is None and title is not None and draft.start < title.end


def _is_quoted_word(draft: Draft, text: str) -> bool:
    """Return whether the speaker is but a word in quotes: *kata 'oke' itu tidak bisa menjadi dasar*."""
    if draft.source is None:
        return False
    words = text[slice(*draft.source)].strip()
    return words[:1] in _MARKS and words[-1:] in _MARKS


def _kind(draft: Draft, record: Record, known: Name | None) -> SourceKind:
    """Return the kind of a source; a country that speaks is a group, an outlet of a relay an outlet."""
    kind = draft.kind or SourceKind.PERSON
    if draft.source is not None and _is_outlet(record.article.text[slice(*draft.source)]):
        return SourceKind.OUTLET
    if known is None:
        return kind
    if known.kind in (NameKind.PLACE, NameKind.ORGANISATION) and kind is SourceKind.PERSON:
        return SourceKind.GROUP
    if known.kind is NameKind.PERSON and kind is SourceKind.GROUP and _is_named(draft, record, known):
        return SourceKind.PERSON
    return kind


def _is_outlet(words: str) -> bool:
    """Return whether a source is the name of an outlet, and nothing else."""
    words = words.strip(" ,\n")
    found = outlet_named(words)
    return found is not None and not found.is_word and not words.islower()


def _is_named(draft: Draft, record: Record, known: Name) -> bool:
    if draft.source is None:
        return False
    return any(
        mention.form is Form.NAME
        and draft.source[0] <= mention.start
        and mention.end <= draft.source[1]
        and (mention.start == draft.source[0] or _ends(record.article.text[mention.end : draft.source[1]]))
        for mention in known.mentions
    )


def _ends(rest: str) -> bool:
    """Return whether nothing but a bracket stands behind a name: *Senator Anna Berg (D-Ohio)*."""
    rest = rest.strip(" ,")
    return not rest or (rest.startswith("(") and ")" not in rest[1:-1])


def _mode(draft: Draft, quotes: Sequence[Quote]) -> Mode:
    """Return whether all, some or none of the content stands in quotation marks."""
    if draft.direct:
        return Mode.DIRECT
    total = sum(end - start for start, end in draft.content)
    quoted = 0
    for start, end in draft.content:
        for quote in quotes[
            bisect_left(quotes, start, key=_outer_end) : bisect_left(quotes, end, key=_outer_start)
        ]:
            if quote.start < start and end <= quote.end and end - start < 0.9 * (quote.end - quote.start):
                continue  # a statement inside a quote is told, not quoted
            quoted += max(0, min(end, quote.outer_end) - max(start, quote.outer_start))
    if quoted >= 0.9 * total:
        return Mode.DIRECT
    return Mode.MIXED if quoted > 2 else Mode.INDIRECT


def _outer_start(quote: Quote) -> int:
    return quote.outer_start


def _outer_end(quote: Quote) -> int:
    return quote.outer_end


def _chains(
    kept: Sequence[tuple[Draft, str | None]], record: Record, analysis: Analysis
) -> list[tuple[str, ...]]:
    """Return the relays that each statement came through: of its own sentence first, then of the whole article.

    What the same person goes on to say in the same paragraph came the same way: *she told Reuters. She added ...*.
    """
    ends = [sentence.end for sentence in analysis.sentences]
    starts = sorted((relay.start, number) for number, relay in enumerate(record.relays))
    whole = [relay for relay in record.relays if relay.scope is Scope.ARTICLE]
    own: list[list[Relay]] = []
    for at, (draft, name) in enumerate(kept):
        near = starts[slice(*(bisect_left(starts, (_end(draft) + way,)) for way in (-_NEAR, _NEAR)))]
        close = (record.relays[number] for _, number in sorted(near, key=itemgetter(1)))
        found = [relay for relay in close if _same_sentence(relay, draft, analysis.text, ends)]
        before = at - 1
        if not found and name is not None and before >= 0 and kept[before][1] == name:
            same = [relay for relay in own[before] if _same_line(analysis.text, relay.start, draft)]
            found = [relay for relay in same if relay.scope is Scope.SENTENCE]
        own.append(found)
    return [tuple(relay.id for relay in (*some, *(r for r in whole if r not in some))) for some in own]


def _same_sentence(relay: Relay, draft: Draft, text: str, ends: list[int]) -> bool:
    """Return whether a relay stands in a sentence that holds a part of the statement; ``ends``: of all sentences."""
    if not _same_line(text, relay.start, draft):
        return False
    parts = [*draft.content, *(part for part in (draft.source, draft.cue) if part)]
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    first, last = min(relay.start, start), max(relay.start, end)
    between = ends[bisect_right(ends, first) : bisect_left(ends, last)]
    return all(start <= stop < end for stop in between)


def _same_line(text: str, offset: int, draft: Draft) -> bool:
    left, right = min(offset, _end(draft)), max(offset, _end(draft))
    return right - left < _NEAR and "\n" not in text[left:right]


def _end(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1] if draft.cue else 0)
