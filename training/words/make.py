"""Count the word forms of a language in news, for telling glued words apart.

    python -m training.words.make id .data/raw-id/*.jsonl
    python -m training.words.make en .data/polnear/train/text

Writes ``language/<code>/data/words.tsv``: each form in its commonest spelling and its class, the whole part of the
base-2 logarithm of its count. Forms counted fewer than LEAST times are left out, so no text can be read back.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import sumber

LEAST = {"id": 12, "en": 8}
ORIGIN = {
    "id": "counts of word forms in 7,005 Indonesian news articles of June 2025 (gikirima/indonews-scrapper)",
    "en": "counts of word forms in 840 English political news articles (PolNeAR, train)",
}
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def texts(paths: list[str]) -> Iterator[str]:
    for name in paths:
        path = Path(name)
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".jsonl":
                yield from (json.loads(line)["text"] for line in file.read_text("utf-8").split("\n") if line)
            else:
                yield file.read_text("utf-8")


def main(code: str, paths: list[str]) -> None:
    counts: Counter[str] = Counter()
    for text in texts(paths):
        counts.update(WORD.findall(text))
    spellings: dict[str, Counter[str]] = {}
    for word, count in counts.items():
        spellings.setdefault(word.casefold(), Counter())[word] += count
    rows = []
    for forms in spellings.values():
        total = forms.total()
        commonest = forms.most_common(1)[0][0]
        glued = re.search(r"[a-z][A-Z]", commonest) and (total < 40 or commonest[0].islower())
        if total >= LEAST[code] and not glued:
            rows.append((commonest, total.bit_length() - 1))
    rows.sort(key=lambda row: (-row[1], row[0].casefold()))
    target = Path(sumber.__path__[0]) / "language" / code / "data" / "words.tsv"
    lines = [f"# from: {ORIGIN[code]}; made by training/words/make.py", "word\tclass"]
    target.write_text("\n".join([*lines, *(f"{word}\t{size}" for word, size in rows)]) + "\n", "utf-8")
    print(f"{target}: {len(rows)} forms")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
