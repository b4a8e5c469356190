"""Train the model of relation types: PLV (train part) and the PLOVER gold standard -> relation.npz and its card.

    python training/events/train.py            needs scikit-learn; about two minutes on one core

An ensemble of three linear classifiers over the same hashed features (one against the rest, Crammer and Singer,
and one over naive Bayes ratios) is folded into one matrix of bytes. Fixed seeds; no pickle.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags, vstack
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from sumber.api import read  # noqa: E402
from sumber.reading.analysis import Analysis  # noqa: E402
from sumber.reading.events.lexicon import Lexicon, lexicon  # noqa: E402
from sumber.record import Span  # noqa: E402
from training.events.relation import TYPES, bucket_of, features  # noqa: E402
from training.events.signs import signs  # noqa: E402

CORPORA = Path(os.environ.get("SUMBER_CORPORA") or ROOT / ".data")
HERE = Path(__file__).parent
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class Case(NamedTuple):
    """One sentence with its two spans, the type between them and its quad."""

    text: str
    shown: set[str]
    type: str
    quad: int


def spans(marked: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Return a sentence without its marks, and the spans that they stood around."""
    text, at = "", {}
    for piece in marked.replace("<", "\x00<").replace(">", ">\x00").split("\x00"):
        if piece in ("<s>", "</s>", "<t>", "</t>"):
            at[piece] = len(text)
        else:
            text += piece
    end = len(text)  # a few sentences mark one party only
    return (
        text,
        (at.get("<s>", end), at.get("</s>", end)),
        (at.get("<t>", end), at.get("</t>", end)),
    )


def shown(text: str, source: tuple[int, int], target: tuple[int, int], known: Lexicon) -> set[str]:
    """Return all features of a sentence with its two spans: its words, and what the reading sees in it."""
    record = read(text, language="en", without=("events",))
    seen = signs(record, Analysis(record.article), Span(*source), Span(*target))
    return features(text, source, target, known) | seen


def plv(path: Path) -> Iterator[Case]:
    """Yield the cases of a file of PLV."""
    known = lexicon("en")
    assert known is not None
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        text, source, target = spans(item["marked"])
        kind = YIELD.get(item["root"], item["root"])
        yield Case(text, shown(text, source, target, known), kind, item["quad"])


def plover(path: Path) -> Iterator[Case]:
    """Yield the cases of the PLOVER gold standard whose source is marked."""
    known = lexicon("en")
    assert known is not None
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        both = [(s, e) for kind, s, e in item["spans"] or () if kind == "SRC/TAR"]
        sources = both[:1] or [(s, e) for kind, s, e in item["spans"] or () if kind.startswith("SRC")]
        targets = both[1:2] or [(s, e) for kind, s, e in item["spans"] or () if kind.startswith("TAR")]
        kind = YIELD.get(item["event"], item["event"])
        if sources and kind in TYPES:
            end = len(item["text"])
            target = targets[0] if targets else (end, end)
            yield Case(item["text"], shown(item["text"], tuple(sources[0]), target, known), kind, 0)


class Table(NamedTuple):
    """The features that count: their buckets and how rare they are."""

    buckets: np.ndarray[Any, Any]
    rarity: np.ndarray[Any, Any]

    def matrix(self, cases: Sequence[Case]) -> csr_matrix:
        """Return the cases as rows of length one."""
        place = {int(bucket): at for at, bucket in enumerate(self.buckets)}
        rows, columns, values = [], [], []
        for row, case in enumerate(cases):
            here = sorted({place[b] for one in case.shown if (b := bucket_of(one)) in place})
            weights = self.rarity[here]
            weights = weights / (np.sqrt((weights**2).sum()) or 1)
            rows += [row] * len(here)
            columns += here
            values += weights.tolist()
        return csr_matrix((values, (rows, columns)), shape=(len(cases), len(self.buckets)))


def table(cases: Sequence[Case]) -> Table:
    """Return the features that at least two cases show."""
    counts = Counter(bucket for case in cases for bucket in {bucket_of(one) for one in case.shown})
    kept = sorted(bucket for bucket, count in counts.items() if count > 1)
    rarity = [np.log((1 + len(cases)) / (1 + counts[bucket])) + 1 for bucket in kept]
    return Table(
        np.array(kept, np.uint32), np.array(rarity, np.float32).astype(np.float16).astype(np.float32)
    )


def fit(rows: csr_matrix, kinds: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return weights (features, types) and bias of the three classifiers added up."""
    rest = LinearSVC(C=2, random_state=0).fit(rows, kinds)
    joint = LinearSVC(C=1, multi_class="crammer_singer", max_iter=5000, random_state=0).fit(rows, kinds)
    assert list(rest.classes_) == list(TYPES)
    weights, bias = rest.coef_ + joint.coef_, rest.intercept_ + joint.intercept_
    shown = (rows > 0).astype(float)
    for at, kind in enumerate(TYPES):
        inside = np.asarray(shown[kinds == kind].sum(0))[0] + 0.5
        outside = np.asarray(shown[kinds != kind].sum(0))[0] + 0.5
        ratio = np.log(inside / inside.sum()) - np.log(outside / outside.sum())
        ratio = 0.25 * np.abs(ratio).mean() + 0.75 * ratio
        one = LinearSVC(C=1, random_state=0).fit(rows @ diags(ratio), kinds == kind)
        weights[at] += one.coef_[0] * ratio
        bias[at] += one.intercept_[0]
    return weights.T, bias


def packed(weights: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return weights as bytes, and the scale of each column."""
    scale = np.abs(weights).max(0) / 127
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)


def validated(cases: Sequence[Case], more: Sequence[Case]) -> dict[str, float]:
    """Return macro-F1 of types and quads by five folds of PLV, twice; the gold standard is always trained on."""
    kinds, quads = np.array([one.type for one in cases]), [one.quad for one in cases]
    usual = {kind: Counter(c.quad for c in cases if c.type == kind).most_common(1)[0][0] for kind in TYPES}
    found = []
    for seed in (0, 1):
        told = np.empty(len(cases), object)
        for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(cases, kinds):
            here = [cases[at] for at in train]
            held = table([*here, *more])
            rows = vstack([held.matrix(here), held.matrix(more)])
            weights, bias = fit(rows, np.array([one.type for one in (*here, *more)]))
            small, scale = packed(weights)
            margins = held.matrix([cases[at] for at in test]) @ (small * scale) + bias
            told[test] = np.array(TYPES)[margins.argmax(1)]
        quad = f1_score(quads, [usual[one] for one in told], average="macro")
        found.append((f1_score(kinds, told, average="macro"), quad))
    root, quad = np.mean(found, 0)
    return {"root_macro_f1": float(root), "quad_macro_f1": float(quad)}


def main() -> None:
    """Validate, train on all, write the model and its card."""
    cases = list(plv(CORPORA / "plv" / "train.jsonl"))
    texts = {one.text for one in cases}
    more = [one for one in plover(CORPORA / "plover-gsr" / "plover_gsr.jsonl") if one.text not in texts]
    figures = validated(cases, more)
    held = table([*cases, *more])
    rows = vstack([held.matrix(cases), held.matrix(more)])
    weights, bias = fit(rows, np.array([one.type for one in (*cases, *more)]))
    small, scale = packed(weights)
    path = HERE / "relation.npz"
    np.savez_compressed(
        path,
        buckets=held.buckets,
        rarity=held.rarity.astype(np.float16),
        weights=small,
        scale=scale,
        bias=bias.astype(np.float32),
    )
    card = CARD.format(
        plv=len(cases),
        plover=len(more),
        features=len(held.buckets),
        kb=path.stat().st_size // 1024,
        **figures,
    )
    (HERE / "relation.md").write_text(card, "utf-8")
    print(card)


CARD = """# Relation types (English)

What it is: a linear model over {features} hashed features (words and letters between and around two phrases, stems,
types of the event lexicon; the events, ties and statements that the reading itself finds, with the part that the two
phrases have in them); three classifiers added up, bytes, {kb} KB. Made by `training/events/train.py`.

What it does: given a sentence, a source and a target, it says which of 15 PLOVER types holds between them (CONCEDE and
RETREAT are one, YIELD). There is no class for *nothing*: it cannot find events. The reading does not
use it (it agreed with false events as firmly as with true ones); it is for whoever codes sentences with given parties.

Data: PLV, train part ({plv} sentences, snowood1/Zero-Shot-PLOVER, no licence stated); PLOVER gold standard ({plover}
sentences, Open Event Data Alliance, CC BY-SA 4.0). No sentence of either is in the model; features are hashed.

Figures, five folds of the PLV train part, two seeds: macro-F1 of types {root_macro_f1:.3f}, of quads
{quad_macro_f1:.3f}
(a TF-IDF SVM under the same folds: .696 and .821). PLV's test part was not used.

It learned from what the event lexicon and the tagger saw on the day of training: train it again when they change much.

Limits: news about states and conflict; English only; rare types (COOPERATE, MOBILIZE, PROTEST) rest on fewer than
twenty sentences each; whoever trusts it beyond a doubt about a rule trusts it too far.
"""

if __name__ == "__main__":
    main()
