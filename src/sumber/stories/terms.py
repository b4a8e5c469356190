"""The terms that an article is compared by: its strongest words, and names and numbers that cross languages."""

import re
import zlib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log, sqrt

from msgspec import Struct

from ..language import available, load
from ..language.stems import stem
from ..language.vocabulary import vocabulary

__all__ = ["TERMS", "Terms", "hashed", "terms_of"]

TERMS = 48  # strongest terms that an article keeps in each channel
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[.!?:\n\"“]")
_BITS = 16  # rarity of a word that no list has seen, in bits
_COMMONEST = 12  # words of this class and above carry no story


class Terms(Struct, frozen=True, gc=False):
    """What an article is compared by: two unit vectors from hashed terms to weights.

    ``words`` holds stems in the article's own language, ``shared`` names and numbers as every language
    writes them.
    """

    language: str
    words: dict[int, float]
    shared: dict[int, float]


def terms_of(text: str, title: str | None, language: str) -> Terms:
    """Return the terms of an article's running text; those of its title count twice.

    >>> found = terms_of("Presiden Kim bertemu Putin di Vladivostok, 13 September.", None, "id")
    >>> hashed("vladivostok") in found.shared
    True
    """
    every, names = _counts(f"{title}\n{text}" if title else text)
    return Terms(
        language=language,
        words=_strongest((_stem_key(word, language), count, word) for word, count in every.items()),
        shared=_strongest((hashed(word), count, word) for word, count in names.items()),
    )


def _counts(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often each casefolded word stands, and each name or number."""
    every: list[str] = []
    names: list[str] = []
    starts = True
    for word in _WORD.findall(text):
        first = word[0]
        if first.isalpha():
            if len(word) > 2 or word.isupper():
                folded = word.casefold()
                every.append(folded)
                if not starts and first.isupper():
                    names.append(folded)
            starts = False
        elif first.isdigit():
            every.append(word)
            if len(word) > 1:
                names.append(word)
            starts = False
        else:
            starts = True
    return Counter(every), Counter(names)


@lru_cache(maxsize=200_000)
def _stem_key(word: str, language: str) -> int:
    return hashed(stem(word, language))


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """Return how much a word tells: 0 for the commonest of any language, 1 for one that no list knows."""
    size = _classes().get(word, 0)
    return 0.0 if size >= _COMMONEST else (_BITS - size) / _BITS


@cache
def _classes() -> dict[str, int]:
    """Return the class of frequency of casefolded words, the highest of all languages."""
    found: dict[str, int] = {}
    for code in available():
        known = vocabulary(load(code))
        for word, size in (*known.small.items(), *known.names.items()):
            folded = word.casefold()
            found[folded] = max(size, found.get(folded, 0))
    return found


def hashed(term: str) -> int:
    """Return a term as a number of 32 bits, the same on every machine."""
    return zlib.crc32(term.encode())


def _strongest(found: Iterable[tuple[int, int, str]]) -> dict[int, float]:
    """Return the unit vector of the strongest terms, of (key, count, word)."""
    weights: dict[int, float] = {}
    for key, count, word in found:
        weight = rarity(word) * (1 + log(count))
        if weight > 0:
            weights[key] = weights.get(key, 0.0) + weight
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    norm = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return {key: round(weight / norm, 4) for key, weight in best}
