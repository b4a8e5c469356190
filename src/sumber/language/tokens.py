"""Words and sentences with their offsets."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..record import Block, Role, Span
from . import available, load
from .vocabulary import Vocabulary, vocabulary

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


_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:-(?:an|[a-z]+))?%?"  # 1.250,5  13/9/2023  10.30  1990-an
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[^\W\d_]+\d+\w*"  # QZ8501
    r"|[^\W\d_]+(?:[-'’&][^\W_]+)*"
    r"|\.{2,}|--+|[^\w\s]|_+"
)
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*")
_OPENING = frozenset("\"“‘'([")
_CAPITAL = re.compile(r"[^\W\d_]")


def split_sentences(text: str, start: int, end: int, language: str = "en") -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``, trimmed of white space.

    A sentence ends at a full stop, question or exclamation mark (with the quotes that close on it) before a capital,
    a digit or an opening mark; not after an abbreviation, a single initial or inside a number or address.

    >>> text = "Ia pergi. Dr. Budi H. Santoso tinggal."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text), "id")]
    ['Ia pergi.', 'Dr. Budi H. Santoso tinggal.']
    """
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= at or not _ends(text, at, stop, end, language):
            continue
        yield from _trim(text, at, stop.end())
        at = stop.end()
    yield from _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, start: int, stop: re.Match[str], end: int, language: str) -> bool:
    after = stop.end()
    spaced = text[after : after + 1].isspace()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    first = text[after]
    if first in _OPENING and after + 1 < end:
        first = text[after + 1]
    if not spaced:  # glued: only a full sentence's end before a capitalised word
        before = text[max(start, stop.start() - 2) : stop.start()]
        return (
            before.isalpha()
            and before.islower()
            and bool(re.match(r"[A-Z][a-z]* ", text[after : after + 20]))
        )
    if not (first.isupper() or first.isdigit() or not _CAPITAL.match(first)):
        return False
    return stop[0][0] != "." or not _is_abbreviation(text, start, stop.start(), language)


def _is_abbreviation(text: str, start: int, dot: int, language: str) -> bool:
    """Return whether the word before a full stop is an abbreviation or an initial."""
    begin = max(start, dot - 12)
    word = re.split(r"[\s(\"“'‘,/-]", text[begin:dot])[-1]
    if len(word) == 1 and word.isupper():
        return True
    return word.lower() in _abbreviations(language)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    found = load(language) if language in available() else None
    return frozenset(row["word"] for row in found.table("abbreviations")) if found else frozenset()


def tokenise(
    text: str, blocks: Sequence[Block], language: str
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the sentences and tokens of the title and body blocks, in reading order.

    No sentence crosses a block; furniture has no sentences. Words that a crawler glued are told apart.
    """
    known = vocabulary(load(language)) if language in available() else None
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number, block in enumerate(blocks):
        if block.role not in (Role.TITLE, Role.BODY):
            continue
        for start, end in split_sentences(text, block.start, block.end, language):
            first = len(tokens)
            for begin, stop in _words(text, start, end, known):
                word = text[begin:stop]
                tokens.append(
                    Token(
                        start=begin,
                        end=stop,
                        index=len(tokens),
                        sentence=len(sentences),
                        text=word,
                        lower=word.casefold(),
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


def _words(text: str, start: int, end: int, known: Vocabulary | None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of a sentence, glued words cut."""
    for found in _WORD.finditer(text, start, end):
        cuts = known.cut(found[0]) if known else []
        bounds = [found.start(), *(found.start() + cut for cut in cuts), found.end()]
        yield from itertools.pairwise(bounds)
