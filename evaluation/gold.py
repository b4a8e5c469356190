"""Scores of the whole reading on the annotated articles, by ``gold/score.py`` as it is."""

import json
from functools import cache
from typing import Any

import msgspec

from sumber import Record, read_many
from sumber.page.document import Document

from .common import load_script, read_lines, shared

__all__ = ["records", "scores"]


@cache
def records() -> tuple[Record, ...]:
    """Return the records of all annotated articles, read as documents."""
    documents = [msgspec.convert(line, Document) for line in read_lines(shared("gold", "dev_docs.jsonl"))]
    return tuple(record for record in read_many(documents) if isinstance(record, Record))


@cache
def scores(language: str | None = None) -> dict[str, Any]:
    """Return what score.py says of one language, or of all articles if None; figures in percent."""
    script = load_script(shared("gold", "score.py"))
    gold = read_lines(shared("gold", "dev.jsonl"))
    kept = [article for article in gold if language in (None, article["language"])]
    result: dict[str, Any] = script.score(kept, [json.loads(record.to_json()) for record in records()])
    return result
