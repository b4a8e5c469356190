"""Every row of the table of Indonesian cues, and its traps: sentences of our own, in two tables beside this file."""

from pathlib import Path

import pytest

import sumber
from sumber.language.tables import read_table

HERE = Path(__file__).parent
LEAD = "Harga kopi naik tajam di pasar\n\n"
CASES = read_table(HERE / "indonesian_cases.tsv")
TRAPS = read_table(HERE / "indonesian_traps.tsv")


def read(text: str) -> sumber.Record:
    return sumber.read(LEAD + text, language="id", published="2025-06-12", without=("events",))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_row_of_the_table_of_cues(case: dict[str, str]) -> None:
    record = read(case["text"])
    body = record.article.text
    found = [
        (
            statement.source.of(body) if statement.source else "",
            statement.cue.of(body) if statement.cue else "",
            " / ".join(span.of(body) for span in statement.content),
            statement.mode.value,
            statement.act.value,
        )
        for statement in record.statements
    ]
    assert found == [tuple(case[column] for column in ("source", "cue", "content", "mode", "act"))]


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: case["text"][:60])
def test_what_only_looks_like_a_cue(case: dict[str, str]) -> None:
    record = read(case["text"])
    said = [s.cue.of(record.article.text) if s.cue else "" for s in record.statements]
    assert said == []


def test_the_set_is_large_enough() -> None:
    assert len(CASES) + len(TRAPS) >= 200
