"""Words and sentences with their offsets."""

import itertools
import re
from collections.abc import Iterator, Sequence

from ..record import Block, Role, Span
from . import available, load
from .clitics import Clitics, clitics
from .sentences import is_abbreviation, split_sentences

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
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|[@#]\w+(?:\.\w+)*"
    r"|[^\W_][\w-]*\.(?:(?:com?|go|or|ac|my|web|gov|net|org)\.[a-z]{2}|com|net|org|info|gov|edu)\b"  # viva.co.id
    r"|(?:Rp|US\$|A\$|S\$|HK\$|IDR|USD)(?=\.? ?\d)"
    r"|\d+(?:[.,:/]\d+)*(?:-[a-z]+|(?:an|st|nd|rd|th|s)\b)?"  # 1.250,5  13/9/2023  10.30  1990-an  27th
    r"|(?:[^\W\d_]\.){2,}|[SM]\.[A-Z][A-Za-z]{0,4}\b|Ph\.D\b"  # U.S.  a.m.  S.H.  M.Si
    r"|[^\W\d_]+\d+\w*"  # QZ8501
    r"|[^\W\d_]+(?:[-'’&][^\W_]+)*(?:-(?=nya\b))?"
    r"|\.{2,}|--+|''|``|[^\w\s\u200b-\u200f\u2060\ufeff\u00ad]|_+"  # marks that are not seen are no words
)
_LARGE = re.compile(r"\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*\b")  # words written as names
_MOST_CACHED = 10_000
_cuts: dict[str, dict[str, tuple[int, ...]]] = {}


def tokenise(
    text: str, blocks: Sequence[Block], language: str
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the sentences and tokens of the title and body blocks, in reading order.

    Words are cut as Universal Dependencies cuts them: a clitic is a word (*ujar|nya*, *do|n't*), a reduplication is
    one, an abbreviation keeps its full stop. No sentence crosses a block; furniture has no sentences. Words that a
    crawler glued are told apart.

    >>> block = Block(start=0, end=28, role=Role.BODY, why="example")
    >>> [token.text for token in tokenise("Jl. Mawar macet, kata ibunya", [block], "id")[1]]
    ['Jl.', 'Mawar', 'macet', ',', 'kata', 'ibu', 'nya']
    """
    endings = clitics(load(language)) if language in available() else None
    alone = frozenset(_LARGE.findall(text)) if endings is not None and endings.known.glue else frozenset()
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number, block in enumerate(blocks):
        if block.role not in (Role.TITLE, Role.BODY):
            continue
        for start, end in split_sentences(text, block.start, block.end, language):
            first = len(tokens)
            for begin, stop in _words(text, start, end, language, endings, alone):
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


def _words(
    text: str, start: int, end: int, language: str, endings: Clitics | None, alone: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of a sentence: glued words cut, clitics cut, abbreviations with their dot.

    ``alone``: the large words of the article, of which one that a small word is glued to is told apart.
    """
    at = start
    for found in _WORD.finditer(text, start, end):
        begin, stop = found.span()
        if begin < at:
            continue
        if text[stop : stop + 1] == "." and stop + 1 < end and _takes_dot(text, begin, stop, language):
            yield begin, stop + 1
            at = stop + 1
            continue
        word = found[0]
        if endings is None or stop - begin < 3 or not word[0].isalpha():
            yield begin, stop
            continue
        cuts = _cuts_of(word, language, endings) or endings.known.cut_behind(word, alone)
        if cuts:
            yield from itertools.pairwise([begin, *(begin + cut for cut in cuts), stop])
        else:
            yield begin, stop


def _takes_dot(text: str, begin: int, stop: int, language: str) -> bool:
    if stop - begin == 1:
        return text[begin].isupper() and text[stop + 1 : stop + 2].isspace()
    return text[begin].isalpha() and text[stop - 1] != "." and is_abbreviation(text[begin:stop], language)


def _cuts_of(word: str, language: str, endings: Clitics) -> tuple[int, ...]:
    """Return where a word is cut; remembered, since the words of news come again and again."""
    remembered = _cuts.setdefault(language, {})
    found = remembered.get(word)
    if found is None:
        if len(remembered) >= _MOST_CACHED:
            remembered.clear()
        found = remembered[word] = _find_cuts(word, endings)
    return found


def _find_cuts(word: str, endings: Clitics) -> tuple[int, ...]:
    seams = endings.known.cut(word)
    found = set(seams)
    for start, end in itertools.pairwise([0, *seams, len(word)]):
        clitic = endings.cut(word[start:end])
        if clitic:
            found.add(start + clitic)
    return tuple(sorted(found))
