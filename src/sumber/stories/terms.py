"""The terms that an article is compared by: its strongest words, and what crosses languages.

The second channel holds names and numbers as every language writes them, countries by their code, and words of news
by the concept that our table gives them in Indonesian, Malay, English and Chinese.
"""

import re
import zlib
from collections import Counter
from collections.abc import Callable
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from ..gazetteer import country_of
from ..language import available
from ..language.stems import stem
from ..language.tables import read_table

__all__ = ["SHARED", "STEPS", "WORDS", "Terms", "hashed", "rarity", "terms_of"]

STEPS = 250  # a weight is a whole number of steps, so that one byte holds it
WORDS = 100  # strongest words that an article keeps
SHARED = 48  # strongest names, numbers and concepts
_Value = TypeVar("_Value")
_DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_PLAIN_WORD = re.compile(
    r"[a-z]+(?:[-'][a-z]+)*|\d+(?:[.,]\d+)*"
)  # the same in casefolded ASCII, and quicker
_NAME = (
    re.compile(  # a capital within a sentence, or a number; begins with what it looks for, which is quicker
        r"[A-Z\d](?:(?:(?<=[\w,;)\-] [A-Z])|(?<=\w[\-/(][A-Z]))[^\W\d_]+(?:[-'’][^\W\d_]+)*"
        r"|(?<=\d)(?:\d*(?:[.,]\d+)+|\d+))"
    )
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_RARITY = 0.7  # power of rarity
_COMMONEST = 0.15  # words of this rarity and below carry no story
_CONCEPT = 0.5  # what a concept tells, beside a name
_BIGRAM = 0.6  # what two Chinese characters tell
_MOST_KNOWN = 200_000  # words and names that are kept in memory


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
    whole = f"{title}\n{text}" if title else text
    plain = whole.isascii()
    names = Counter(_NAME.findall(whole))
    if not plain and _CHINESE.search(text):
        return _chinese(whole, names, language)
    every = Counter((_PLAIN_WORD if plain else _WORD).findall(whole.casefold()))
    known, known_names = _known_words(language), _known_names()
    words, shared = _Bag(), _Bag()
    for word, count in every.items():
        key, concept, weight = known[word]
        if weight > 0:
            seen = words.get(key)  # `put`, written out where most of the time goes
            words[key] = (count, weight) if seen is None else (seen[0] + count, min(seen[1], weight))
        if concept:
            shared.put(concept, count, _CONCEPT)
    for word, count in names.items():
        key, weight = known_names[word]
        if weight > 0:
            shared.put(key, count, weight)
    return Terms(language=language, words=_strongest(words, WORDS), shared=_strongest(shared, SHARED))


class _Known(dict[str, _Value]):
    """What was worked out of words, looked up many times quicker than a cached function; forgotten when too much."""

    def __init__(self, work_out: Callable[[str], _Value]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> _Value:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[word] = self._work_out(word)
        return found


@cache
def _known_words(language: str) -> _Known[tuple[int, int, float]]:
    return _Known(lambda word: _word(word, language))


@cache
def _known_names() -> _Known[tuple[int, float]]:
    return _Known(_name)


def _word(word: str, language: str) -> tuple[int, int, float]:
    """Return the key of a word's stem, that of its concept (0: none), and how much the word tells."""
    if len(word) < 3 and not word[0].isdigit():
        return 0, 0, 0.0
    root = stem(word, language if language in _languages() else "id")
    table = _concepts().get(language) or _concepts()["ms"]
    concept = table.get(root) or table.get(word)
    return hashed(root), hashed(f"={concept}") if concept else 0, rarity(word)


def _name(word: str) -> tuple[int, float]:
    """Return the key of a name or number, and how much it tells; a country goes by its code."""
    country = country_of(word) if word[0].isupper() else None
    if country:
        return hashed(country.lower()), 0.5
    folded = word.casefold().replace(",", ".")
    return hashed(folded), rarity(folded)


def rarity(word: str) -> float:
    """Return how much a word tells: 0 for the commonest of any language, 1 for one that no list knows.

    >>> rarity("yang"), rarity("vladivostok"), 0.3 < rarity("minister") < 0.6
    (0.0, 1.0, True)
    """
    return _weights().get(word, 1.0)


@cache
def _languages() -> frozenset[str]:
    return frozenset(available())


@cache
def _weights() -> dict[str, float]:
    """Return what casefolded words tell, by the part of a background's articles that have them."""
    by_class = [(each / 100) ** _RARITY if each > 100 * _COMMONEST else 0.0 for each in range(101)]
    found: dict[str, float] = {}
    for name in ("malay.tsv", "spread.tsv"):
        for line in (_DATA / name).read_text("utf-8").split("\n")[2:-1]:  # ten times quicker than as a table
            word, _, value = line.partition("\t")
            found[word] = by_class[int(value)]
    return found


@cache
def _concepts() -> dict[str, dict[str, str]]:
    """Return the concept of each word's stem, by language; of Chinese the concept or name of a string."""
    found: dict[str, dict[str, str]] = {"en": {}, "id": {}, "ms": {}, "zh": {}}
    for row in read_table(_DATA / "concepts.tsv"):
        for language, known in found.items():
            for word in row[language].split("|"):
                if word:
                    known.setdefault(stem(word, language) if language != "zh" else word, row["key"])
    return found


@cache
def _chinese_pattern() -> re.Pattern[str]:
    known = sorted(_concepts()["zh"], key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, known)))


def _chinese(text: str, names: Counter[str], language: str) -> Terms:
    """Return the terms of a Chinese text: pairs of characters, and what our table knows of it."""
    words, shared = _Bag(), _Bag()
    for run in _CHINESE.findall(text):
        for at in range(len(run) - 1):
            words.put(hashed(run[at : at + 2]), 1, _BIGRAM)
    for word in _chinese_pattern().findall(text):
        known = _concepts()["zh"][word]
        is_name = known.startswith("=")
        shared.put(
            hashed(known[1:] if is_name else f"={known}"), 1, 1.0 if is_name and len(known) > 3 else _CONCEPT
        )
    for name, count in names.items():
        key, weight = _known_names()[name]
        if weight > 0 and not _CHINESE.search(name):
            shared.put(key, count, weight)
    return Terms(language=language, words=_strongest(words, WORDS), shared=_strongest(shared, SHARED))


def hashed(term: str) -> int:
    """Return a term as a number of 32 bits, the same on every machine."""
    return zlib.crc32(term.encode())


class _Bag(dict[int, tuple[int, float]]):
    """Terms with how often they stand and how much they tell."""

    def put(self, key: int, count: int, weight: float) -> None:
        """Count a term; the least that any of its words tells holds for all."""
        known = self.get(key)
        self[key] = (count, weight) if known is None else (known[0] + count, min(known[1], weight))


def _strongest(found: _Bag, most: int) -> dict[int, float]:
    """Return the unit vector of the strongest terms, in whole steps; how often one stands counts by the logarithm."""
    weighed = [
        (-weight if count == 1 else -weight * (1 + log(count)), key) for key, (count, weight) in found.items()
    ]
    if len(weighed) > most:  # only those that may be among the strongest are put in order
        least = sorted([weight for weight, _ in weighed])[most - 1]
        weighed = [each for each in weighed if each[0] <= least]
    best = sorted(weighed)[:most]
    norm = sqrt(sum([weight * weight for weight, _ in best])) or 1.0
    steps = {key: round(-weight / norm * STEPS) for weight, key in best}
    return {key: count / STEPS for key, count in steps.items() if count}
