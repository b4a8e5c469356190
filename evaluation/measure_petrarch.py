"""PETRARCH's own suites: the AFP gold of 78 sentences, coded in CAMEO, and the dyads of the unit suite.

``afp.root_f1`` counts (source, target, root) with whole actor codes, as the published figures of the peers do;
``afp.country_root_f1`` compares countries only. Text in, codes out: no parse is given.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sumber.api import read
from sumber.export.petrarch import claims

from .common import corpus, read_lines
from .petrarch_unit import dyads_of

__all__ = ["coded", "measure"]

Triple = tuple[str, str, str]


def coded(text: str, date: str | None = None) -> set[Triple]:
    """Return what Sumber's PETRARCH export says of one sentence: source, target, code."""
    if not text.strip():
        return set()
    day = _day(date)
    record = read(text, language="en", published=day) if day else read(text, language="en")
    return {(one.source, one.target, one.code) for one in claims(record)}


def _day(date: str | None) -> str | None:
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}" if date and len(date) == 8 else None


def _f1(golds: Iterable[set[Any]], found: Iterable[set[Any]]) -> float:
    pairs = list(zip(golds, found, strict=True))
    hits = sum(len(gold & mine) for gold, mine in pairs)
    total = sum(len(gold) + len(mine) for gold, mine in pairs)
    return 200 * hits / total if total else 0.0


def measure() -> dict[str, float]:
    """Return the figures on the AFP gold (percent)."""
    cases = [case for case in read_lines(corpus("petrarch", "cases.jsonl")) if case["set"] == "petrarch2_gsr"]
    golds = [{(e["source"], e["target"], e["code"]) for e in case["events"]} for case in cases]
    mine = [coded(case["text"], case["date"]) for case in cases]

    def score(cut: Callable[[Triple], Any]) -> float:
        return _f1(
            [{cut(one) for one in some} for some in golds], [{cut(one) for one in some} for some in mine]
        )

    unit = [case for case in read_lines(corpus("petrarch", "cases.jsonl")) if case["set"] == "petrarch_unit"]
    unit = [case for case in unit if case["text"].strip() and case["events"] is not None]
    pairs = [{(e["source"][:3], e["target"][:3]) for e in case["events"]} for case in unit]
    silent = [not found for gold, found in zip(golds, mine, strict=True) if not gold]
    return {
        "petrarch.afp.root_f1": score(lambda one: (one[0], one[1], one[2][:2])),
        "petrarch.afp.country_root_f1": score(lambda one: (one[0][:3], one[1][:3], one[2][:2])),
        "petrarch.afp.root_only_f1": score(lambda one: one[2][:2]),
        "petrarch.afp.dyad_f1": score(lambda one: one[:2]),
        "petrarch.unit.dyad_f1": _f1(pairs, [dyads_of(case) for case in unit]),
        "petrarch.afp.silent_pct": 100 * sum(silent) / len(silent),
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:40s} {value:6.1f}")
