"""Make ``language/en/model/boundaries.npz`` and its card: ``python -m training.boundaries.train --corpora .data``.

Half of the sentences of English articles lose their full stop and are joined to the next one: such a joint is a
positive example. Every other place where a small-written word or a number meets a capital is a negative one. Logistic
regression over hashed features (sumber.page.boundaries), fixed seed, weights rounded to int8. Needs scikit-learn and
scipy.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sumber.language import load
from sumber.page.boundaries import BUCKETS, features

from ..checksums import renew

HOME = Path(__file__).resolve().parents[2] / "src" / "sumber" / "language" / "en" / "model"
SEED = 7
_END = re.compile(r"(?<=[a-z0-9)\]'’%])\.(?= [A-Z])")
ABBREVIATIONS = frozenset(row["word"].rstrip(".").casefold() for row in load("en").table("abbreviations"))
_ENGLISH = re.compile(r"\b(?:the|and|of)\b")
_HELD = 10  # each tenth article of WCXB is kept for measuring
_KEEP = 0.5  # share of the full stops that are taken away
Example = tuple[list[int], bool]


def examples(text: str, dice: random.Random) -> Iterator[Example]:
    """Yield the places of a text, some of whose full stops are taken away first."""
    words: list[str] = []
    ends: set[int] = set()
    for word in text.split():
        stopped = word.endswith(".") and _END.search(f"{word} A") is not None and not is_abbreviation(word)
        if stopped and dice.random() < _KEEP:
            words.append(word[:-1])
            ends.add(len(words))
        else:
            words.append(word)
    for at in range(1, len(words)):
        left, right = words[at - 1], words[at]
        if right[:1].isupper() and re.search(r"[a-z0-9)\]'’%]$", left):
            yield features(words[max(0, at - 3) : at], words[at : at + 3]), at in ends


def is_abbreviation(word: str) -> bool:
    """Return whether the full stop of a word may be no sentence's: *Mr.*, *Sen.*, *J.*, *U.S.*"""
    bare = word.rstrip(".").lstrip("(“\"'‘")
    return bare.casefold() in ABBREVIATIONS or "." in bare or (len(bare) < 5 and bare[:1].isupper())


def polnear(folder: Path) -> Iterator[str]:
    """Yield the paragraphs of PolNeAR's articles of one split."""
    for path in sorted(folder.glob("*.txt")):
        yield from (part for part in path.read_text("utf-8").split("\n") if len(part) > 60)


def pages(folder: Path) -> Iterator[tuple[int, str]]:
    """Yield the English paragraphs of WCXB's articles (its dev split), each with the article's number."""
    files = json.loads((folder / "metadata.json").read_text("utf-8"))["files"]
    chosen = [
        name for name, file in files.items() if (file["split"], file["page_type"]) == ("dev", "article")
    ]
    for number, name in enumerate(chosen):
        path = folder / "dev" / "ground-truth" / f"{name}.json"
        gold = json.loads(path.read_text("utf-8"))["ground_truth"] if path.is_file() else {}
        for part in (gold.get("main_content") or "").split("\n"):
            if len(part) > 60 and _ENGLISH.search(part):
                yield number, part


def publishers(folder: Path) -> Iterator[str]:
    """Yield the English paragraphs of the bodies of the fundus test pages."""
    for path in sorted(folder.glob("*/*.json")):
        for version in json.loads(path.read_text("utf-8")).values():
            sections = (version.get("body") or {}).get("sections") or []
            parts = [part for section in sections for part in section.get("paragraphs") or []]
            yield from (part for part in parts if len(part) > 60 and _ENGLISH.search(part))


def matrix(rows: list[Example]) -> tuple[csr_matrix, np.ndarray]:
    """Return the examples as a sparse matrix (n_examples, BUCKETS) and their labels."""
    indices = np.fromiter((i for row, _ in rows for i in row), dtype=np.int32)
    pointers = np.cumsum([0, *(len(row) for row, _ in rows)])
    data = np.ones(len(indices), dtype=np.float32)
    return csr_matrix((data, indices, pointers), shape=(len(rows), BUCKETS)), np.array([y for _, y in rows])


def main() -> None:
    """Train, measure on the development split, write model and card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(".data"))
    home = parser.parse_args().corpora
    dice = random.Random(SEED)
    articles = list(pages(home / "wcxb"))
    sources = [
        *polnear(home / "polnear" / "train" / "text"),
        *(part for number, part in articles if number % _HELD),
        *publishers(home / "fundus-pages"),
    ]
    train = [example for text in sources for example in examples(text, dice)]
    held = {
        "PolNeAR dev": [
            e for text in polnear(home / "polnear" / "dev" / "text") for e in examples(text, dice)
        ],
        "a tenth of WCXB dev": [
            e for number, text in articles if not number % _HELD for e in examples(text, dice)
        ],
    }
    model = LogisticRegression(C=0.5, max_iter=200, random_state=SEED).fit(*matrix(train))
    scale = float(np.abs(model.coef_).max() / 127)
    weights = np.round(model.coef_[0] / scale).astype(np.int8)
    HOME.mkdir(exist_ok=True)
    np.savez_compressed(
        HOME / "boundaries.npz", weights=weights, scale=scale, bias=float(model.intercept_[0])
    )
    renew(HOME)
    figures = {name: rows(weights * scale, model.intercept_[0], part) for name, part in held.items()}
    (HOME / "boundaries.md").write_text(card(len(train), figures), "utf-8")
    print("\n".join(line for lines in figures.values() for line in lines))


def rows(weights: np.ndarray, bias: float, held: list[Example]) -> list[str]:
    """Return a table of precision and recall by least probability."""
    x, y = matrix(held)
    likely = 1 / (1 + np.exp(-(x @ weights + bias)))
    lines = [
        f"{len(y):,} places, {int(y.sum()):,} of them sentence ends:",
        "",
        "| least probability | precision | recall | false per other place |",
        "|---|---|---|---|",
    ]
    for least in (0.2, 0.5, 0.9, 0.97):
        said = likely >= least
        hit = int((said & y).sum())
        lines.append(
            f"| {least} | {hit / max(1, said.sum()):.3f} | {hit / y.sum():.3f} | {(said & ~y).sum() / (~y).sum():.5f} |"
        )
    return lines


def card(train: int, figures: dict[str, list[str]]) -> str:
    """Return the model card."""
    measured = [
        line
        for name, lines in figures.items()
        for line in (f"Measured on {name}, {lines[0]}", *lines[1:], "")
    ]
    return "\n".join(
        [
            "# Sentence ends without a mark, English",
            "",
            "Generated by `python -m training.boundaries.train`. Logistic regression over hashed features of six words,"
            f" {BUCKETS:,} int8 weights, seed {SEED}.",
            "",
            f"- Data ({train:,} places): PolNeAR 1.0.0, train split (no licence is stated for it and its texts are"
            " news copy); WCXB, the articles of its dev split but each tenth (CC-BY-4.0); bodies of the fundus"
            " test pages (MIT). Words are hashed; no text is shipped.",
            "- Use: finding captions that a crawler ran into the text (`sumber.page.boundaries`).",
            "- Limits: joins between two names are missed.",
            "",
            *measured,
        ]
    )


if __name__ == "__main__":
    main()
