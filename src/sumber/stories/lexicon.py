"""What words tell in general: how rare they are, and the concepts that they name in every language."""

from functools import cache
from pathlib import Path

from ..language.stems import stem
from ..language.tables import read_table

__all__ = ["chinese_concepts", "concepts_of", "rarity"]

_DATA = Path(__file__).parent / "data"
_RARITY = 0.7  # power of rarity
_COMMONEST = 0.15  # words of this rarity and below carry no story


def rarity(word: str) -> float:
    """Return how much a word tells: 0 for the commonest of any language, 1 for one that no list knows.

    >>> rarity("yang"), rarity("vladivostok"), 0.3 < rarity("minister") < 0.6
    (0.0, 1.0, True)
    """
    return _weights().get(word, 1.0)


def concepts_of(language: str) -> dict[str, str]:
    """Return the concept of each word's stem; of a language without concepts, those of Malay."""
    return _concepts().get(language) or _concepts()["ms"]


def chinese_concepts() -> dict[str, str]:
    """Return the concept of each Chinese string, or, behind ``=``, its name in Latin letters."""
    return _concepts()["zh"]


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
