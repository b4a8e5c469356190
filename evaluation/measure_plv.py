"""The type of relation between two given parties, by a linear model: held-out part of PLV.

    python -m evaluation.measure_plv FILE.jsonl     any file of that form (id, marked, root, quad)

The train part is what the model was made from: its figures there say nothing, those of the card are by folds.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.events.relation import TYPES, features, relations
from training.events.signs import signs

from sumber.api import read
from sumber.reading.analysis import Analysis
from sumber.reading.events.lexicon import lexicon
from sumber.record import Span

from .common import corpus, read_lines

__all__ = ["measure", "predicted", "scores"]

_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "AID": 2, "COOPERATE": 2, "YIELD": 2, "ACCUSE": 3, "REJECT": 3,
    "REQUEST": 3, "THREATEN": 3, "ASSAULT": 4, "COERCE": 4, "MOBILIZE": 4, "PROTEST": 4, "SANCTION": 4,
}  # fmt: skip  # as PLV has them: its SANCTION is material conflict


def predicted(marked: str) -> str:
    """Return the type that the model gives a sentence whose parties stand in ``<s>`` and ``<t>``."""
    known, model = lexicon("en"), relations()
    assert known is not None
    text, at = "", {}
    for piece in marked.replace("<", "\x00<").replace(">", ">\x00").split("\x00"):
        if piece in ("<s>", "</s>", "<t>", "</t>"):
            at[piece] = len(text)
        else:
            text += piece
    source, target = ((at.get(f"<{one}>", len(text)), at.get(f"</{one}>", len(text))) for one in ("s", "t"))
    record = read(text, language="en", without=("events",))
    seen = signs(record, Analysis(record.article), Span(*source), Span(*target))
    margins = model.scores(features(text, source, target, known) | seen)
    return max(TYPES, key=lambda kind: margins[kind])


def scores(items: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return accuracy and macro-F1 of types and quads (percent)."""
    gold = [_YIELD.get(item["root"], item["root"]) for item in items]
    told = [predicted(item["marked"]) for item in items]
    quads = [item["quad"] for item in items]
    return {
        "plv.root_accuracy": 100 * sum(a == b for a, b in zip(gold, told, strict=True)) / len(gold),
        "plv.root_macro_f1": _macro(gold, told),
        "plv.quad_macro_f1": _macro(quads, [_QUADS[kind] for kind in told]),
    }


def _macro(gold: Sequence[Any], told: Sequence[Any]) -> float:
    found = []
    for kind in sorted(set(gold)):
        hits: int = sum(a == b == kind for a, b in zip(gold, told, strict=True))
        found.append(2 * hits / (list(gold).count(kind) + list(told).count(kind)))
    return 100 * float(sum(found)) / len(found)


def measure() -> dict[str, float]:
    """Return the figures on the held-out part, where it lies."""
    return scores(read_lines(corpus("plv", "test.jsonl")))


if __name__ == "__main__":
    for name, value in scores(read_lines(Path(sys.argv[1]))).items():
        print(json.dumps({name: round(value, 1)}))
