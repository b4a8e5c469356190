"""Work out how rare words are: over how many articles of a background each one is spread.

    python -m training.words.spread .data

Writes ``stories/data/spread.tsv``: each casefolded word that stands in LEAST articles or more of one background, and
its rarity in hundredths: 0 for a word of every article, 100 for one of a single article; the lower one where both
backgrounds have it. Rarer words are left out, so no text can be read back.
"""

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

import sumber

LEAST = 3
ORIGIN = (
    "counts of articles that have a word, in 7,005 Indonesian news articles (gikirima/indonews-scrapper) and some "
    "2,600 English articles and pages (PolNeAR train, LGL, TR-News, WCXB dev, TBAQ, Giveme5W1H)"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHORTEST = 500  # characters of a page that is an article


def english(corpora: Path) -> Iterator[str]:
    for path in sorted((corpora / "polnear/train/text").glob("*.txt")):
        yield path.read_text("utf-8")
    for name in ("lgl", "TR-News"):
        for text in re.findall(r"<text>(.*?)</text>", (corpora / f"geo/{name}.xml").read_text("utf-8"), re.S):
            yield html.unescape(text.replace("<![CDATA[", "").replace("]]>", ""))
    for path in sorted((corpora / "wcxb/dev/ground-truth").glob("*.json")):
        text = json.loads(path.read_text("utf-8"))["ground_truth"].get("main_content") or ""
        if len(text) > SHORTEST:
            yield text
    for path in sorted((corpora / "tbaq/data/TBAQ-cleaned").glob("*/*")):
        yield re.sub(r"<[^>]+>", "", path.read_text("utf-8"))
    yield from (line["text"] for line in lines(corpora / "giveme5w1h/giveme5w1h_gold.jsonl"))


def indonesian(corpora: Path) -> Iterator[str]:
    for line in lines(corpora / "raw-id/id_news_gikirima.jsonl"):
        yield f"{line['title']}\n{line['text']}"


def lines(path: Path) -> Iterator[dict[str, str]]:
    yield from (json.loads(line) for line in path.read_text("utf-8").split("\n") if line)


def rarity(texts: Iterable[str]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(WORD.findall(text.casefold())))
    return {
        word: round(100 * log(total / count) / log(total)) for word, count in counts.items() if count >= LEAST
    }


def main(corpora: Path) -> None:
    found = rarity(indonesian(corpora))
    for word, value in rarity(english(corpora)).items():
        found[word] = min(value, found.get(word, 100))
    rows = sorted(found.items(), key=lambda row: (row[1], row[0]))
    target = Path(sumber.__path__[0]) / "stories" / "data" / "spread.tsv"
    head = [f"# from: {ORIGIN}; made by training/words/spread.py", "word\trarity"]
    target.write_text("\n".join([*head, *(f"{word}\t{value}" for word, value in rows)]) + "\n", "utf-8")
    print(f"{target}: {len(rows)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
