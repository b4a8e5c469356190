"""Statements and relays: on the annotated articles, on PFSA-ID, on the sample, for resolved speakers and for speed."""

import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sumber import Record, read
from sumber.language.tables import read_table
from sumber.reading.analysis import Analysis
from sumber.reading.relays import Relays
from sumber.reading.statements import Statements
from sumber.record import NameKind

from .common import corpus, load_script, read_lines, shared
from .gold import records, scores
from .pfsa import exact, pieces, tagged_statements

__all__ = ["measure", "resolved"]

_ANTECEDENTS = Path(__file__).parent / "audit" / "antecedents.tsv"
_LABELS = ("STATEMENT", "CUE", "CUECOREF")


def measure() -> dict[str, float]:
    """Return the figures of statements and relays, in percent, and the layer's words per second on one core."""
    figures: dict[str, float] = {}
    for language in ("id", "en"):
        figures |= _gold(language)
        right, all_of_them = resolved(language)
        figures[f"statements.gold.{language}.person_sources_resolved"] = 100 * right / all_of_them
    figures |= _sample()
    figures["statements.words_per_s"] = _speed()
    return figures | _pfsa()


def _gold(language: str) -> dict[str, float]:
    found = scores(language)
    said, relays = found["statements"], found["relays"]
    figures = {f"relays.gold.{language}.{key.lower()}": relays[key] for key in ("P", "R")}
    for key in ("P", "R", "F1"):
        figures[f"statements.gold.{language}.who_what_{key.lower()}"] = said["who_what"][key]
    for mode in ("direct", "indirect", "mixed"):
        figures[f"statements.gold.{language}.{mode}_r"] = said[f"who_what recall, {mode}"]
    for part in ("cue", "mode", "act", "kind"):
        figures[f"statements.gold.{language}.{part}"] = said[f"{part} accuracy"]
    return figures


def resolved(language: str, *, show: bool = False) -> tuple[int, int]:
    """Return how many speakers who are a person of the gold carry the right name of the record, and how many there are.

    Counted over gold statements that we found with an overlapping source. A pronoun's person is taken from our own
    table of antecedents.
    """
    script = load_script(shared("gold", "score.py"))
    ours = {record.article.id: record for record in records()}
    antecedents = {(row["article"], int(row["start"])): row["person"] for row in read_table(_ANTECEDENTS)}
    right = total = 0
    for gold in read_lines(shared("gold", "dev.jsonl")):
        record = ours.get(gold["id"])
        if gold["language"] != language or record is None:
            continue
        plain = json.loads(record.to_json())["statements"]
        for item in gold["statements"]:
            person = _person(gold, item, antecedents)
            match = [s for s in plain if s["source"] and script.overlap(item["source"], s["source"])]
            match = [s for s in match if script.jaccard(item["content"], s["content"]) >= 0.5]
            if person is None or not match:
                continue
            total += 1
            known = record.name_of(match[0]["source"]["name"])
            is_right = known is not None and known.kind is NameKind.PERSON and _same(person, known.name)
            right += is_right
            if show and not is_right:
                print(gold["id"], item["source"], person, "->", known and known.name)
    return right, total


def _person(
    gold: dict[str, Any], item: dict[str, Any], antecedents: dict[tuple[str, int], str]
) -> str | None:
    """Return the person of the gold that a statement's source is, None if it is none or doubtful."""
    if not item["source"] or item["source_kind"] not in ("person", "anonymous"):
        return None
    start, end = item["source"] if isinstance(item["source"][0], int) else item["source"][0]
    if (gold["id"], start) in antecedents:
        return antecedents[gold["id"], start] or None  # empty: the phrase names a person and is another
    words = gold["text"][start:end]
    forms = {p["name"]: [*p["mentions"], *(p.get("also") or [])] for p in gold["people"]}
    named = [name for name, some in forms.items() if any(form in words for form in some)]
    return named[0] if len(named) == 1 else None


def _same(gold: str, ours: str) -> bool:
    """Return whether two names are one: one's words are all among the other's."""
    left, right = set(re.findall(r"\w+", gold.casefold())), set(re.findall(r"\w+", ours.casefold()))
    return bool(left and right) and (left <= right or right <= left)


def _sample() -> dict[str, float]:
    """Return, of the user's own sample, the shares of statements and relays that are right, and of false ones."""
    seed = [item for item in read_lines(shared("gold", "dev.jsonl")) if item["id"] == "seed"]
    found = load_script(shared("gold", "score.py")).score(seed, [json.loads(r.to_json()) for r in records()])
    said = found["statements"]
    return {
        "statements.sample.who_what_f1": said["who_what"]["F1"],
        "statements.sample.act": said["act accuracy"],
        "relays.sample.f1": found["relays"]["F1"],
    }


def _speed() -> float:
    """Return words per second of relays and statements together, names and times being known."""
    layers = (Relays(), Statements())
    words, spent = 0, 0.0
    for record in records():
        analysis = Analysis(record.article)
        words += len(analysis.tokens)
        start = time.process_time()
        for layer in layers:
            record = layer(record, analysis)
        spent += time.process_time() - start
    return words / spent


def _pfsa() -> dict[str, float]:
    """Return exact F1 of PFSA-ID's labels, against public figures and (``all``) with all direct quotes of ours."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for piece in pieces(corpus("pfsa-id", "dev-40.txt")):
        record = read(
            piece.text,
            without=("places", "events"),
            language="id",
            outlet="Kompas.id",
            published="2020-06-01",
        )
        for who in ("public", "all"):
            _count(counts, who, piece, record)
    figures: dict[str, float] = {}
    for who in ("public", "all"):
        for label in _LABELS:
            hits, found, gold = (counts[who, label, i] for i in range(3))
            name = f"statements.pfsa.{who}.{label.lower()}"
            figures[f"{name}_p"] = 100 * hits / max(1, found)
            figures[f"{name}_r"] = 100 * hits / max(1, gold)
            figures[f"{name}_f1"] = 200 * hits / max(1, found + gold)
    return figures


def _count(counts: Counter[tuple[str, str, int]], who: str, piece: Any, record: Record) -> None:
    found = [tag for _, tags in tagged_statements(piece, record, public_only=who == "public") for tag in tags]
    for label in _LABELS:
        for i, number in enumerate(exact(piece.gold, found, label)):
            counts[who, label, i] += number
