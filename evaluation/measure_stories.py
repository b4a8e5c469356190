"""Stories: MMDS dev (English, Malay, Chinese), our own Indonesian labels; speed and growth of linking."""

import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from hashlib import blake2b
from typing import Any

from sumber import Document, Record, read_many
from sumber.language.detect import detect
from sumber.language.tables import read_table
from sumber.reading.pipeline import LAYERS
from sumber.stories.linker import Item, Linker
from sumber.stories.passages import hashes_of, is_copy, sketch_of
from sumber.stories.terms import Terms, terms_of
from sumber.stories.words import words_in

from .common import ROOT, corpus
from .synthetic import records

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
    code = detect(text)[0]
    return "ms" if code == "other" else code  # the set has no fifth language


def link(terms: Sequence[Terms], order: Sequence[int], **options: Any) -> list[int]:
    """Return the story of each article, linked one by one in an order."""
    linker = Linker(**options)
    found: dict[int, int] = {}
    for at in order:
        placed = linker.place(Item(at, 0, terms[at]))
        found[at] = placed.story
        found.update((moved.article, moved.new) for moved in placed.moved)
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
    figures |= _indonesian()
    figures |= _copies()
    return figures | _speed(articles)


_MONTHS = {name: at for at, name in enumerate("jan feb mar apr mei jun jul agu sep okt nov des".split(), 1)}


def _day(text: str) -> int:
    """Return the day of a date as Indonesian pages write it; 0 if none is found."""
    found = re.search(r"(\d{1,2})\s+(\w{3})\w*\s+(\d{4})", text or "")
    if found and found[2].lower() in _MONTHS:
        return date(int(found[3]), _MONTHS[found[2].lower()], int(found[1])).toordinal()
    found = re.search(r"(\d{2})/(\d{2})/(\d{4})", text or "")
    return date(int(found[3]), int(found[2]), int(found[1])).toordinal() if found else 0


@cache
def _raw() -> tuple[tuple[Record, int, str], ...]:
    """Return the raw Indonesian articles: record (blocks only), day, key of the label."""
    with corpus("raw-id", "id_news_gikirima.jsonl").open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    documents = [
        Document(
            text=f"{line['title']}\n\n{line['text']}",
            title=line["title"] or None,
            url=line["url"],
            language="id",
        )
        for line in lines
    ]
    found = []
    for line, record in zip(lines, read_many(documents, without=LAYERS), strict=True):
        if isinstance(record, Record):
            key = blake2b(line["url"].encode(), digest_size=8).hexdigest()
            found.append((record, _day(line["date"]), key))
    return tuple(sorted(found, key=lambda each: each[1]))


def _indonesian() -> dict[str, float]:
    """Return BCubed of our labels, the labelled articles linked among all 7,000 of their weeks."""
    gold = {row["article"]: row["story"] for row in read_table(ROOT / "evaluation" / "stories_id.tsv")}
    linker = Linker(in_order=True)
    story: dict[int, int] = {}
    for number, (record, day, _) in enumerate(_raw()):
        article = record.article
        body = "\n".join(block.of(article.text) for block in article.body())
        placed = linker.place(Item(number, day, terms_of(body, article.title, "id")))
        story[number] = placed.story
        story.update((moved.article, moved.new) for moved in placed.moved)
    found = {key: story[number] for number, (_, _, key) in enumerate(_raw())}
    kept = [key for key in gold if key in found]
    precision, recall, f1 = bcubed([gold[key] for key in kept], [found[key] for key in kept])
    return {
        "stories.id.b3_precision": precision,
        "stories.id.b3_recall": recall,
        "stories.id.b3_f1": f1,
        "stories.id.articles_count": len(kept),
        "stories.id.stories_count": len(set(gold.values())),
    }


def _copies() -> dict[str, float]:
    """Return precision and recall of copies: truth is half of the shorter text in runs of 8 words or more.

    Forms that are filled in anew (a price, an eruption, the hours of prayer of the next day) are no copies: labelled.
    """
    shingles = [hashes_of(words_in(record.article)) for record, _, _ in _raw()]
    where: dict[int, list[int]] = defaultdict(list)
    sampled: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(shingles):
        for value in set(each.hashes):
            where[value].append(at)
        for value in sketch_of(each):
            sampled[value].append(at)
    close = {pair for pair, count in _pairs(where, 60).items() if count >= 15}
    seen = {pair for pair, count in _pairs(sampled, 200).items() if count >= 2}
    ours = {(a, b) for a, b in seen if is_copy(shingles[a], shingles[b])}
    truth = {pair for pair in close | ours if _same_text(*pair) and not _same_form(*pair)}
    return {
        "stories.copies.precision": 100 * len(ours & truth) / max(1, len(ours)),
        "stories.copies.recall": 100 * len(ours & truth) / max(1, len(truth)),
        "stories.copies.pairs_count": len(truth),
    }


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Return the form of each labelled article, and which time it was filled in."""
    rows = read_table(ROOT / "evaluation" / "forms_id.tsv")
    return {row["article"]: (row["form"], row["time"]) for row in rows}


def _same_form(a: int, b: int) -> bool:
    one, other = (_forms().get(_raw()[at][2], ("", "")) for at in (a, b))
    return one[0] == other[0] and one[1] != other[1]


def _pairs(where: dict[int, list[int]], most: int) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for at in where.values():
        if 1 < len(at) <= most:
            found.update((a, b) for n, a in enumerate(at) for b in at[n + 1 :])
    return found


def _same_text(a: int, b: int) -> bool:
    left, right = (_words(_raw()[at][0]) for at in (a, b))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 8) >= 0.5 * min(len(left), len(right))


def _words(record: Record) -> list[str]:
    text = record.article.text
    parts = [block.of(text) for block in record.article.blocks if block.role in ("title", "body")]
    return re.findall(r"\w+", " ".join(parts).casefold())


def _speed(articles: Sequence[tuple[str, str, str, str]]) -> dict[str, float]:
    """Return articles a second (process time) and what one costs when the pool is ten times as big."""
    start = time.process_time()
    for title, text, language, _ in articles:
        terms_of(text, title, language)
    terms_s = (time.process_time() - start) / len(articles)
    small, big = _pool_cost(200), _pool_cost(2_000)
    return {
        "stories.terms_per_s": 1 / terms_s,
        "stories.link_per_s": 1 / big,
        "stories.growth_count": big / small,
    }


def _pool_cost(a_day: int, *, count: int = 0) -> float:
    """Return the seconds of linking one made-up article where ``a_day`` come out each day."""
    linker, spent = Linker(in_order=True), 0.0
    total = count or 8 * a_day
    for number, record in enumerate(records(total, a_day=a_day, words=250)):
        item = Item(number, number // a_day, terms_of(record.article.text, None, "id"))
        start = time.process_time()
        linker.place(item)
        spent += time.process_time() - start if number >= total // 2 else 0.0
    return spent / (total - total // 2)
