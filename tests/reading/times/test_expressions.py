"""The tables of expressions: each with its publication date and right value."""

import re
from datetime import date
from pathlib import Path

import pytest

import sumber
from sumber.language.tables import read_table
from sumber.reading.times.find import find
from sumber.reading.times.found import Context

HERE = Path(__file__).parent
ROWS = [
    (code, row)
    for code, name in (("id", "indonesian"), ("en", "english"))
    for row in read_table(HERE / f"{name}.tsv")
]


def found(code: str, row: dict[str, str]) -> list[tuple[str, str]]:
    text = row["sentence"].replace("[", "").replace("]", "")
    context = Context(date.fromisoformat(row["published"]))
    times = find(text, 0, len(text), code, context, timex3=row["mode"] == "timex3")
    return [(text[time.start : time.end], time.value) for time in times]


def wanted(row: dict[str, str]) -> list[tuple[str, str]]:
    words = re.findall(r"\[(.*?)\]", row["sentence"])
    return [] if row["value"] == "-" else [(words[0], row["value"])]


def test_the_table_of_indonesian_is_large_enough() -> None:
    assert sum(code == "id" for code, _ in ROWS) >= 200


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[f"{code}: {row['sentence'][:60]}" for code, row in ROWS])
def test_expression(code: str, row: dict[str, str]) -> None:
    times = found(code, row)
    if row["value"] != "-" and len(times) > 1:  # sentences that set an anchor first
        times = times[-1:]
    assert times == wanted(row)


def test_at_least_97_in_100_of_indonesian_are_right() -> None:
    rows = [row for code, row in ROWS if code == "id"]
    right = sum(found(code, row)[-1:] == wanted(row)[-1:] for code, row in ROWS if code == "id")
    assert right >= 0.97 * len(rows)


def test_odd_blanks_do_not_part_a_date() -> None:
    text = "Harga baru berlaku Selasa 10  Juni\u00a02025 di sini."
    record = sumber.read(text, language="id", published="2025-06-11", without=("events", "names"))
    assert [(time.of(text), time.value) for time in record.times] == [
        ("Selasa 10  Juni\u00a02025", "2025-06-10")
    ]


def test_a_score_in_brackets_is_no_day() -> None:
    record = sumber.read(
        "Tuan rumah menang telak (3-1) malam itu.", language="id", without=("events", "names")
    )
    assert all(time.value[5:] != "01-03" for time in record.times)
