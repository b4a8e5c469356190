"""English attributions as the tagger and the linker see them, before the grammar has its say."""

from collections.abc import Iterator, Sequence

import msgspec

from ...analysis import Analysis
from ..draft import Stretch
from ..linking import link
from ..quotes import Quote
from ..tagger import Piece, tagger

__all__ = ["Tagged", "read_tagged"]

_FINAL = ".?!:”\"'’"
_DOUBLED = frozenset({"''", "``"})  # two small marks that stand for one
_LONGEST = 170  # words of a paragraph that are read together
_SHORT_LINE = 60  # code points; a line that ends so early was not wrapped


class Tagged(msgspec.Struct):
    """One attribution: spans in code points, the words of its cue, and how sure the tagger is, in [0, 1]."""

    source: Stretch | None
    cue: Stretch
    content: list[Stretch]
    words: tuple[int, int]
    score: float


def read_tagged(analysis: Analysis, quotes: Sequence[Quote] = ()) -> list[Tagged]:
    """Return the attributions of an article in the order of their cues; none without a tagger.

    ``quotes``: those of the quote layer; quotes between single marks are shown to the tagger as it knows quotes.
    """
    found = tagger("en")
    if found is None or not analysis.sentences:
        return []
    breaks = _paragraphs(analysis)
    starts = _stretches(analysis, breaks)
    ends = [*starts[1:], len(analysis.tokens)]
    tokens = analysis.tokens
    words = ['"' if token.text in _DOUBLED else token.text for token in tokens]
    for at, mark in _single_marks(analysis, quotes):
        words[at] = mark
    paragraphs = [words[a:b] for a, b in zip(starts, ends, strict=True)]
    pieces = [
        Piece(piece.role, start + piece.first, start + piece.last, piece.score)
        for start, own in zip(starts, found(paragraphs), strict=True)
        for piece in own
    ]
    links = link(
        words, [sentence.last for sentence in analysis.sentences], [*breaks[1:], len(tokens)], pieces
    )

    def stretch(piece: Piece) -> Stretch:
        return tokens[piece.first].start, tokens[piece.last - 1].end

    return [
        Tagged(
            source=stretch(item.source) if item.source else None,
            cue=stretch(item.cue),
            content=[stretch(piece) for piece in item.contents],
            words=(item.cue.first, item.cue.last),
            score=min(item.cue.score, max(piece.score for piece in item.contents)),
        )
        for item in links
    ]


def _single_marks(analysis: Analysis, quotes: Sequence[Quote]) -> Iterator[tuple[int, str]]:
    """Yield the indices of the single marks of quotes, each with the mark to read in its place."""
    for quote in quotes:
        if analysis.text[quote.outer_start] in "'‘" and not quote.nested:
            for offset, mark in ((quote.outer_start, "“"), (quote.outer_end - 1, "”")):
                at = analysis.token_at(offset)
                if at is not None and analysis.tokens[at].text in "'‘’":
                    yield at, mark


def _paragraphs(analysis: Analysis) -> list[int]:
    """Return where the paragraphs' words start: a block's lines, unless they were only wrapped."""
    starts: list[int] = []
    block = None
    for sentence in analysis.sentences:
        if sentence.block != block:
            starts.append(sentence.first)
        first = sentence.first if sentence.block != block else sentence.first - 1
        block = sentence.block
        starts += [at for at in range(first + 1, sentence.last) if _begins_line(analysis, at)]
    return starts


def _stretches(analysis: Analysis, breaks: Sequence[int]) -> list[int]:
    """Return where the stretches to be read together start: paragraphs, long ones cut between sentences."""
    starts = list(breaks)
    at, last = 0, 0
    for sentence in analysis.sentences:
        while at < len(breaks) and breaks[at] < sentence.last:
            last = max(last, breaks[at])
            at += 1
        if sentence.last - last > _LONGEST and sentence.first > last:
            starts.append(sentence.first)
            last = sentence.first
    return sorted(starts)


def _begins_line(analysis: Analysis, at: int) -> bool:
    """Return whether a word begins a paragraph within a block: behind a full stop, or behind a short line."""
    end, start = analysis.tokens[at - 1].end, analysis.tokens[at].start
    if start - end < 1 or "\n" not in analysis.text[end:start]:
        return False
    line = analysis.text.rfind("\n", 0, end) + 1
    return analysis.text[end - 1] in _FINAL or end - line < _SHORT_LINE
