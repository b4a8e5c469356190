"""The terms that an article is compared by: its strongest words, and what crosses languages.

The second channel holds names and numbers as every language writes them, countries by their code, and words of news
by the concept that our table gives them in Indonesian, Malay, English and Chinese.
"""

import re
from functools import cache
from math import log, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from ..gazetteer import country_of
from .lexicon import chinese_concepts, rarity
from .words import Column, Numbered, Numbers, Vocabulary, Words, hashed, vocabulary

__all__ = ["SHARED", "STEPS", "WORDS", "Terms", "hashed", "terms_in", "terms_of"]

STEPS = 250  # a weight is a whole number of steps, so that one byte holds it
WORDS = 100  # strongest words that an article keeps
SHARED = 48  # strongest names, numbers and concepts
_NAME = (
    re.compile(  # a capital within a sentence, or a number; begins with what it looks for, which is quicker
        r"[A-Z\d](?:(?:(?<=[\w,;)\-] [A-Z])|(?<=\w[\-/(][A-Z]))[^\W\d_]+(?:[-'’][^\W\d_]+)*"
        r"|(?<=\d)(?:\d*(?:[.,]\d+)+|\d+))"
    )
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_CONCEPT = 0.5  # what a concept tells, beside a name
_TITLE = 2  # times that the title is read
_BIGRAM = 0.6  # what two Chinese characters tell
_MOST_NAMES = 200_000  # names that are kept in memory


class Terms(Struct, frozen=True, gc=False):
    """What an article is compared by: two unit vectors from hashed terms to weights, and its language."""

    language: str
    words: dict[int, float]
    shared: dict[int, float]


def terms_of(text: str, title: str | None, language: str) -> Terms:
    """Return the terms of an article's running text; those of its title count twice.

    ``language`` may be any code; Malay is best told apart (``ms``), and is read like Indonesian where it is not.

    >>> found = terms_of("Presiden Kim bertemu Putin di Vladivostok, 13 September.", None, "id")
    >>> hashed("vladivostok") in found.shared, hashed("=meeting") in found.shared
    (True, True)
    """
    known = vocabulary(language)
    return _terms(known, known.terms(known.read(text)), text, title, language)


def terms_in(words: Words, title: str | None, language: str) -> Terms:
    """Return the terms of an article whose words are known: what ``terms_of`` gives of its body, but quicker."""
    return _terms(words.vocabulary, words.terms, words.body, title, language)


def _terms(known: Vocabulary, terms: Numbers, text: str, title: str | None, language: str) -> Terms:
    whole = f"{title}\n{text}" if title else text
    names = _NAME.findall(whole)
    if title:
        names += (_TITLE - 1) * _NAME.findall(title)
    if not whole.isascii() and _CHINESE.search(text):
        return _chinese(whole, names, language)
    if title:
        terms = np.concatenate((*(_TITLE * [known.terms(known.read(title))]), terms))
    concepts = known.concepts.array[terms]
    concepts = concepts[concepts > 0]
    keys, weights = _names(names)
    return Terms(
        language=language,
        words=_strongest(known.roots.array[terms], known.weights.array[terms], WORDS),
        shared=_strongest(
            np.concatenate((concepts, keys)),
            np.concatenate((np.full(len(concepts), _CONCEPT), weights)),
            SHARED,
        ),
    )


class _Names:
    """What is known of names and numbers: their keys, and how much they tell; a country goes by its code."""

    def __init__(self) -> None:
        self.numbers = Numbered(self._learn)
        self.keys, self.weights = Column(np.int64), Column(np.float64)

    def _learn(self, name: str) -> None:
        number = self.numbers[name]
        country = country_of(name) if name[0].isupper() else None
        folded = country.lower() if country else name.casefold().replace(",", ".")
        self.keys.put(number, hashed(folded))
        self.weights.put(number, 0.5 if country else rarity(folded))


@cache
def _known_names() -> list[_Names]:
    return [_Names()]


def _names(names: list[str]) -> tuple[Numbers, NDArray[np.float64]]:
    """Return the keys of names and numbers, and how much each tells."""
    (known,) = _known_names()
    if len(known.numbers) > _MOST_NAMES:
        known = _known_names()[0] = _Names()
    numbers = known.numbers.of(names)
    return known.keys.array[numbers], known.weights.array[numbers]


@cache
def _chinese_pattern() -> re.Pattern[str]:
    known = sorted(chinese_concepts(), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, known)))


def _chinese(text: str, names: list[str], language: str) -> Terms:
    """Return the terms of a Chinese text: pairs of characters, and what our table knows of it."""
    words = [hashed(run[at : at + 2]) for run in _CHINESE.findall(text) for at in range(len(run) - 1)]
    found: list[tuple[int, float]] = []
    for word in _chinese_pattern().findall(text):
        known = chinese_concepts()[word]
        is_name = known.startswith("=")
        found.append(
            (hashed(known[1:] if is_name else f"={known}"), 1.0 if is_name and len(known) > 3 else _CONCEPT)
        )
    keys, weights = _names([name for name in names if not _CHINESE.search(name)])
    return Terms(
        language=language,
        words=_strongest(np.array(words, dtype=np.int64), np.full(len(words), _BIGRAM), WORDS),
        shared=_strongest(
            np.concatenate((np.array([key for key, _ in found], dtype=np.int64), keys)),
            np.concatenate((np.array([weight for _, weight in found], dtype=np.float64), weights)),
            SHARED,
        ),
    )


_GROWTH = np.array([0.0, *(1 + log(count) for count in range(1, 1024))])


def _growth(counts: Numbers) -> NDArray[np.float64]:
    """Return how much a term counts that stands so often, by the logarithm; the same on every machine."""
    if counts.max() < len(_GROWTH):
        return _GROWTH[counts]
    return np.array([1 + log(count) for count in counts.tolist()])


def _strongest(keys: Numbers, weights: NDArray[np.float64], most: int) -> dict[int, float]:
    """Return the unit vector of the strongest terms, in whole steps.

    Args:
        keys: a term each time that it stands.
        weights: how much it tells; the least that any of a term's words tells holds for all; 0: it is left out.
        most: terms that are kept; of those that weigh the same the first by number.
    """
    order = np.argsort(keys)
    order = order[weights[order] > 0]
    if not len(order):
        return {}
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    counts = np.diff(starts, append=len(keys))
    keys, weights = keys[starts], np.minimum.reduceat(weights, starts) * _growth(counts)
    best = np.argsort(-weights, kind="stable")[:most]
    keys, weights = keys[best], weights[best]
    norm = sqrt(
        np.cumsum(weights * weights)[-1]
    )  # one after the other, so that it is the same on every machine
    steps = np.rint(weights / norm * STEPS)
    kept = steps > 0
    return dict(zip(keys[kept].tolist(), (steps[kept] / STEPS).tolist(), strict=True))
