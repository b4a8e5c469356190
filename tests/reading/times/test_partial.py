"""Partial dates: values, sums and bounds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.reading.times.partial import Partial, bounds, narrowed, parse

UNITS = ("D", "W", "M", "Q", "H", "SP", "SU", "FA", "WI", "Y", "DE", "CE")


@given(st.dates(), st.sampled_from(UNITS))
def test_a_value_reads_back_as_itself(when: date, unit: str) -> None:
    part = Partial.of(unit, when)
    again = parse(part.value)
    assert again is not None
    assert again.value == part.value


@given(st.dates(), st.sampled_from(("D", "W", "M", "Q", "H", "Y", "DE", "CE")))
def test_the_day_lies_within_its_bounds(when: date, unit: str) -> None:
    part = Partial.of(unit, when)
    assert part.bounds[0] <= when <= part.bounds[1]


@given(
    st.dates(),
    st.sampled_from(UNITS),
    st.integers(-100_000, 100_000),
    st.sampled_from(("D", "W", "M", "Q", "Y", "DE", "CE")),
)
def test_shifting_never_raises(when: date, unit: str, count: int, by: str) -> None:
    moved = Partial.of(unit, when).shift(count, by)
    assert moved is None or moved.unit == unit


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-W37", ("2023-09-11", "2023-09-17")),
        ("2023-W37-WE", ("2023-09-16", "2023-09-17")),
        ("2023-H2", ("2023-07-01", "2023-12-31")),
        ("18", ("1800-01-01", "1899-12-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("2023-09-30/2023-10-02", ("2023-09-30", "2023-10-02")),
        ("P2D", None),
        ("XXXX-09-13", None),
        ("2023-13", None),
    ],
)
def test_bounds(value: str, ends: tuple[str, str] | None) -> None:
    assert bounds(value) == ends


def test_a_modifier_narrows_and_keeps_inside() -> None:
    whole = ("2022-01-01", "2022-12-31")
    for mod in ("START", "MID", "END"):
        first, last = narrowed(whole, mod)
        assert whole[0] <= first < last <= whole[1]
    assert narrowed(whole, None) == whole
