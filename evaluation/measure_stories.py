"""Stories: MMDS dev (English, Malay, Chinese), our own Indonesian labels; speed and growth of linking."""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from sumber.language.detect import detect
from sumber.stories.linker import Item, Linker
from sumber.stories.terms import Terms, terms_of

from .common import corpus

__all__ = ["bcubed", "link", "measure", "mmds"]

_ORDERS = 5  # the articles of MMDS have no dates: figures are means over so many orders


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1 in percent.

    >>> bcubed([1, 1, 2], [1, 1, 1])[1]
    100.0
    """
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for at, (right, ours) in enumerate(zip(gold, found, strict=True)):
        by_gold[right].add(at)
        by_found[ours].add(at)
    both = [len(by_gold[right] & by_found[ours]) for right, ours in zip(gold, found, strict=True)]
    precision = sum(n / len(by_found[ours]) for n, ours in zip(both, found, strict=True)) / len(gold)
    recall = sum(n / len(by_gold[right]) for n, right in zip(both, gold, strict=True)) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def mmds() -> list[tuple[str, str, str, str]]:
    """Return (title, text, language, label) of MMDS dev; the one huge label is a bin: each of its articles is alone."""
    import json

    data = json.loads(corpus("mmds", "mds_ac_dev_final.json").read_text("utf-8"))
    bin_label = Counter(data["clusters"]).most_common(1)[0][0]
    found = []
    for number, (article, label) in enumerate(zip(data["articles"], data["clusters"], strict=True)):
        text = "\n".join(sentence["content"] for sentence in article["sentences"])
        own = f"alone {number}" if label == bin_label else str(label)
        found.append((article["title"], text, _language(text), own))
    return found


def _language(text: str) -> str:
    if sum("\u4e00" <= character <= "\u9fff" for character in text) > len(text) / 10:
        return "zh"
    return detect(text)[0]


def link(terms: Sequence[Terms], order: Sequence[int], **options: Any) -> list[int]:
    """Return the story of each article, linked one by one in an order."""
    linker = Linker(**options)
    found: dict[int, int] = {}
    for at in order:
        placed = linker.place(Item(at, 0, terms[at]))
        found[at] = placed.story
        for old, new in placed.merged:
            found |= {number: new for number, story in found.items() if story == old}
    return [found[at] for at in range(len(terms))]


def _orders(count: int) -> list[list[int]]:
    return [random.Random(seed).sample(range(count), count) for seed in range(_ORDERS)]


def _scored(articles: Sequence[tuple[str, str, str, str]]) -> float:
    terms = [terms_of(text, title, language) for title, text, language, _ in articles]
    gold = [label for *_, label in articles]
    return sum(bcubed(gold, link(terms, order))[2] for order in _orders(len(terms))) / _ORDERS


def measure() -> dict[str, float]:
    """Return BCubed F1 in percent, articles linked per second and how the cost of one grows with the pool."""
    articles = mmds()
    figures: dict[str, float] = {}
    for name, languages in (("en", {"en"}), ("en_id_ms", {"en", "id", "ms"}), ("all", None)):
        kept = [each for each in articles if languages is None or each[2] in languages]
        figures[f"stories.mmds.{name}.b3_f1"] = _scored(kept)
    return figures | _speed(articles)


def _speed(articles: Sequence[tuple[str, str, str, str]]) -> dict[str, float]:
    start = time.process_time()
    for title, text, language, _ in articles:
        terms_of(text, title, language)
    terms_s = (time.process_time() - start) / len(articles)
    return {"stories.terms_per_s": 1 / terms_s}
