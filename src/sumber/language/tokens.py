"""Words and sentences with their offsets."""

import re
from collections.abc import Iterator, Sequence

from ..record import Block, Role, Span

__all__ = ["Sentence", "Token", "split_sentences", "tokenise"]


class Token(Span, frozen=True, kw_only=True, gc=False):
    """One word, number or mark. ``index`` counts over the whole article; ``sentence`` is its sentence's."""

    index: int
    sentence: int
    text: str
    lower: str


class Sentence(Span, frozen=True, kw_only=True, gc=False):
    """One sentence: its span, its tokens ``first`` to ``last`` (exclusive), index and role of its block."""

    index: int
    first: int
    last: int
    block: int
    role: Role


_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(]*[A-Z0-9])|\n+")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``, trimmed of white space."""
    at = start
    for mark in [*_END.finditer(text, start, end), None]:
        stop = mark.end() if mark else end
        piece = text[at:stop]
        if piece.strip():
            yield at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
        at = stop


def tokenise(
    text: str, blocks: Sequence[Block], language: str
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the sentences and tokens of the title and body blocks, in reading order.

    No sentence crosses a block; furniture has no sentences.
    """
    del language
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number, block in enumerate(blocks):
        if block.role not in (Role.TITLE, Role.BODY):
            continue
        for start, end in split_sentences(text, block.start, block.end):
            first = len(tokens)
            for word in _WORD.finditer(text, start, end):
                tokens.append(
                    Token(
                        start=word.start(),
                        end=word.end(),
                        index=len(tokens),
                        sentence=len(sentences),
                        text=word[0],
                        lower=word[0].casefold(),
                    )
                )
            sentences.append(
                Sentence(
                    start=start,
                    end=end,
                    index=len(sentences),
                    first=first,
                    last=len(tokens),
                    block=number,
                    role=block.role,
                )
            )
    return tuple(sentences), tuple(tokens)
