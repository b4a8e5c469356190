"""Times: on the annotated articles, on IndoTimex, on TBAQ (TimeBank and AQUAINT), and for speed."""

import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from sumber.reading.times.find import find, parse_published
from sumber.reading.times.found import Context

from .common import MissingDataError, corpus, load_script
from .gold import scores

__all__ = ["measure"]


def measure() -> dict[str, float]:
    """Return strict, relaxed and value F1: in percent on gold, as fractions on the TIMEX3 corpora; words per second."""
    figures: dict[str, float] = {}
    for language in ("id", "en"):
        for name, found in scores(language)["times"].items():
            figures[f"times.gold.{language}.{name}_f1"] = found["F1"]
    for name, language in (("kompas", "id"), ("tbaq", "en")):
        figures |= _timex(name, language)
    return figures


def _timex(name: str, language: str) -> dict[str, float]:
    try:
        script: ModuleType = load_script(corpus("indotimex", "timex_eval.py"))
        corpus("tbaq")
    except MissingDataError:
        return {}
    script.__dict__["ROOT"] = str(corpus("indotimex").parent)
    documents: list[tuple[str, str, str | None, Any]] = script.load(name)
    start, words, found = time.process_time(), 0, {}
    for key, text, published, _ in documents:
        context = Context(parse_published(published))
        found[key] = [
            (item.start, item.end, item.kind.upper(), item.value)
            for item in find(text, 0, len(text), language, context, timex3=True)
        ]
        words += len(text.split())
    spent = time.process_time() - start
    score: Callable[..., dict[str, float]] = script.score
    result = score(documents, found)
    label = {"kompas": "indotimex", "tbaq": "tbaq"}[name]
    return {
        f"times.{label}.strict_f1": result["strictF1"],
        f"times.{label}.relaxed_f1": result["relF1"],
        f"times.{label}.value_f1": result["valF1"],
        f"times.{label}.words_per_s": words / spent,
    }
