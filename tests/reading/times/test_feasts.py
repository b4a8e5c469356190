"""The table of feasts: all that the rules name, and the days of the library that it was made from."""

from datetime import date

import pytest

import sumber.reading.times.feasts as feasts
from sumber.language import load
from sumber.language.tables import read_table
from sumber.reading.times.feasts import feast_day

ROWS = read_table(feasts._TABLE)
NAMES = [name for name in ROWS[0] if name != "year"]


def test_every_feast_of_the_languages_stands_in_the_table() -> None:
    rules = {
        row["value"]
        for code in ("id", "en")
        for row in read_table(load(code).folder / "data" / "times.tsv")
        if row["value"].startswith("ID:")
    }
    assert rules
    assert {rule.removeprefix("ID:") for rule in rules} <= set(NAMES)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("ID:Fitri", "2022-05-02"),
        ("ID:Adha", "2023-06-29"),
        ("ID:Imlek", "2025-01-29"),
        ("ID:Nyepi", "2025-03-29"),
    ],
)
def test_a_day_that_everybody_knows(rule: str, day: str) -> None:
    assert feast_day(rule, int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(("rule", "year"), [("ID:Imlek", 1990), ("ID:Fitri", 1830), ("ID:Unknown", 2024)])
def test_no_day_where_the_table_has_none(rule: str, year: int) -> None:
    assert feast_day(rule, year) is None


def test_past_days_are_those_of_the_library() -> None:
    pytest.importorskip("holidays", reason="the table was made from the library holidays")
    from training.feasts.make import days

    for year in range(
        int(ROWS[0]["year"]), 2026
    ):  # those of later years are estimates, which releases change
        found = days(year)
        assert {name: feast_day(f"ID:{name}", year) for name in NAMES} == {
            name: found.get(name) for name in NAMES
        }
