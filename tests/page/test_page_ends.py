"""Headings of what sites put below an article; the table holds on its own examples."""

import re

import pytest

from sumber.language import available, load
from sumber.language.tables import Row
from sumber.page.page_ends import without_tail

ROWS = [
    row for code in available() if load(code).has_table("page_ends") for row in load(code).table("page_ends")
]
STORY = [
    "The harbour board met on Tuesday to talk about the new pier.",
    "Its chair said the plan would be ready by June.",
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fits"])
def test_a_heading_holds_on_its_own_examples(row: Row) -> None:
    assert re.fullmatch(row["pattern"], row["fits"], re.IGNORECASE)
    assert without_tail([*STORY, row["fits"], "Old ships"]) == STORY
    assert without_tail([*STORY, row["fits_not"], "Old ships"]) == [*STORY, row["fits_not"], "Old ships"]


def test_a_heading_high_in_the_page_ends_nothing() -> None:
    lines = ["Related stories", *STORY]
    assert without_tail(lines) == lines
    assert without_tail([]) == []
