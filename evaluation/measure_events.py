"""How well events are found: gold articles, the sample, the AFP gold of petrarch, status contrasts, speed."""

import json
import time
from collections.abc import Iterable
from typing import Any

from evaluation.common import load_script, read_lines, shared
from evaluation.contrast_set import measure as contrasts
from sumber.api import read
from sumber.reading.analysis import Analysis
from sumber.reading.events import Events
from sumber.reading.pipeline import LAYERS
from sumber.record import (
    Mention,
    Mode,
    Name,
    NameKind,
    Record,
    Source,
    SourceKind,
    Span,
    Statement,
    Time,
    TimeKind,
)

__all__ = ["gold_record", "measure", "records"]


def _spans(item: Any) -> list[tuple[int, int]]:
    if not item:
        return []
    return (
        [(item[0], item[1])] if isinstance(item[0], int) else [span for part in item for span in _spans(part)]
    )


def gold_record(gold: dict[str, Any]) -> Record:
    """Return a record with the blocks, names, times and statements that the annotators saw: the layer's ceiling."""
    text = gold["text"]
    known = {key: gold[key] for key in ("id", "language", "published", "title") if gold[key]}
    article = read(text, without=LAYERS, **known).article
    return Record(article=article, names=_names(text, gold), times=_times(gold), statements=_statements(gold))


def _names(text: str, gold: dict[str, Any]) -> tuple[Name, ...]:
    found = []
    for number, person in enumerate(gold["people"], 1):
        spans = sorted({span for key in ("spans", "mention_spans") for span in _spans(person.get(key))})
        spans = spans or [(at, at + len(form)) for form in person["mentions"] for at in _all(text, form)]
        found.append(_name(f"p{number}", NameKind.PERSON, person["name"], spans))
    places: dict[str, list[tuple[int, int]]] = {}
    for place in gold["places"]:
        places.setdefault(place["name"], []).extend(_spans(place["span"]))
    found += [
        _name(f"q{n}", NameKind.PLACE, name, spans) for n, (name, spans) in enumerate(places.items(), 1)
    ]
    return tuple(found)


def _name(name_id: str, kind: NameKind, name: str, spans: list[tuple[int, int]]) -> Name:
    return Name(
        id=name_id, kind=kind, name=name, mentions=tuple(Mention(s, e) for s, e in sorted(set(spans)))
    )


def _all(text: str, form: str) -> Iterable[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _times(gold: dict[str, Any]) -> tuple[Time, ...]:
    return tuple(
        Time(s, e, id=f"t{n}", value=str(item["value"]), kind=TimeKind(item.get("kind") or "date"))
        for n, item in enumerate(gold["times"], 1)
        for s, e in _spans(item["span"])[:1]
    )


def _statements(gold: dict[str, Any]) -> tuple[Statement, ...]:
    found = []
    for number, item in enumerate(gold["statements"], 1):
        kind = item["source_kind"]
        sources = [
            Source(s, e, kind=SourceKind(kind) if kind != "none" else SourceKind.ANONYMOUS)
            for s, e in _spans(item["source"])
        ]
        cues = [Span(s, e) for s, e in _spans(item["cue"])]
        found.append(
            Statement(
                id=f"s{number}",
                source=sources[0] if sources else None,
                cue=cues[0] if cues else None,
                content=tuple(Span(s, e) for s, e in _spans(item["content"])),
                mode=Mode(item["mode"]),
                act=item["act"],
            )
        )
    return tuple(found)


def records(golds: list[dict[str, Any]], *, ceiling: bool) -> list[dict[str, Any]]:
    """Return the records of gold articles as plain objects: over gold layers, or by the whole pipeline."""
    layer = Events()
    if ceiling:
        made = [layer(record, Analysis(record.article)) for record in map(gold_record, golds)]
    else:
        made = [
            read(gold["text"], id=gold["id"], published=gold["published"], language=gold["language"])
            for gold in golds
        ]
    return [json.loads(record.to_json()) for record in made]


def measure() -> dict[str, float]:
    """Return the figures of the events layer: status contrasts, gold articles (percent), doubles, speed."""
    found = contrasts()
    scorer = load_script(shared("gold", "score.py"))
    golds = read_lines(shared("gold", "dev.jsonl"))
    for ceiling, kind in ((False, "gold"), (True, "gold_layers")):
        made = records(golds, ceiling=ceiling)
        for code in ("id", "en"):
            some = [gold for gold in golds if gold["language"] == code]
            events = scorer.score(some, made)["events"]
            found |= {f"{kind}.{code}.{name}": value for name, value in _flat(events).items()}
    for code in ("id", "en"):
        found |= {f"events.{code}.{name}": value for name, value in _articles(code).items()}
    return found


def _articles(code: str) -> dict[str, float]:
    """Return how many words a second the layer reads, at 10,000 and 50,000 words, and the share of events told once."""
    rows = read_lines(shared("articles", f"{code}.jsonl"))
    read_all = [read(row["text"], language=code, published=row.get("published")) for row in rows]
    events = [event for record in read_all for event in record.events]
    doubles = sum(_doubles(record) for record in read_all)
    words = " ".join(row["text"] for row in rows).split(" ") * 3
    return {
        "single": 100 - 100 * doubles / max(1, len(events)),
        "words_per_s": _speed(words[:10_000], code),
        "long_words_per_s": _speed(words[:50_000], code),
    }


def _speed(words: list[str], code: str) -> float:
    record = read(" ".join(words), language=code, without=("events",))
    analysis, layer = Analysis(record.article), Events()
    layer(record, analysis)
    start = time.perf_counter()
    layer(record, analysis)
    return len(words) / (time.perf_counter() - start)


def _doubles(record: Record) -> int:
    """Return how many events have an earlier one of the same type, mode and reality with the same cast."""
    seen: set[tuple[object, ...]] = set()
    count = 0
    for event in record.events:
        cast = tuple(
            frozenset(actor.name or actor.of(record.article.text).casefold() for actor in actors)
            for actors in (event.actors, event.recipients, event.objects)
        )
        key = (event.type, event.mode, str(event.status), cast)
        count += key in seen
        seen.add(key)
    return count


def _flat(events: dict[str, Any]) -> dict[str, float]:
    return {
        "type_p": events["type"]["P"],
        "type_r": events["type"]["R"],
        "roles_f1": events["roles"]["F1"],
        "status": events["status accuracy"],
        "said_by": events["said_by accuracy"],
        "unreal_kept": 100 - events["not real, coded as real"],
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:40s} {value:6.1f}")
