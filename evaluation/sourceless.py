"""How many statements of the unlabelled articles have no source, by act: ``python -m evaluation.sourceless``.

A statement without a source is either agentless (*diperkirakan*, *is expected to*) or one whose speaker we missed, so
the share by act shows where to look. The table goes into the docs page of the layer.
"""

from collections import Counter

import msgspec

from sumber import Record, read_many
from sumber.page.document import Document
from sumber.record import SourceKind

from .common import read_lines, shared

__all__ = ["table"]

_MOST = 100  # articles of each language


def table(language: str) -> list[tuple[str, int, int, int, int]]:
    """Return, for every act: its name, statements, those without a source, persons as sources, persons unresolved."""
    documents = [
        msgspec.convert(line, Document)
        for line in read_lines(shared("articles", f"{language}.jsonl"))[:_MOST]
    ]
    counts: Counter[tuple[str, str]] = Counter()
    for record in read_many(documents, without=("places", "events")):
        if not isinstance(record, Record):
            continue
        for statement in record.statements:
            for act in (statement.act.value, "all"):
                counts[act, "all"] += 1
                counts[act, "none"] += statement.source is None
                if statement.source is not None and statement.source.kind is SourceKind.PERSON:
                    counts[act, "person"] += 1
                    counts[act, "unnamed"] += statement.source.name is None
    acts = sorted({act for act, _ in counts}, key=lambda act: -counts[act, "all"])
    return [
        (act, counts[act, "all"], counts[act, "none"], counts[act, "person"], counts[act, "unnamed"])
        for act in acts
    ]


if __name__ == "__main__":
    for code in ("id", "en"):
        print(
            f"| {code}: act | statements | no source | persons | persons unresolved |\n|---|---|---|---|---|"
        )
        for act, total, none, persons, unnamed in table(code):
            print(f"| {act} | {total} | {none} ({100 * none / total:.0f} %) | {persons} | {unnamed} |")
        print()
