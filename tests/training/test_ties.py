"""Ties: which of some given parties a predicate joins, whatever the verb."""

import re

import pytest
from training.events.ties import ties

from sumber.api import read
from sumber.reading.analysis import Analysis
from sumber.record import Span

CASES = (
    ("Peru outwitted Chile on Monday.", {("Peru", "Chile")}),
    ("Chile was outwitted by Peru on Monday.", {("Peru", "Chile")}),
    ("Peru and Ghana outwitted Chile.", {("Peru", "Chile"), ("Ghana", "Chile")}),
    ("Peru scolded Chile and flattered Ghana.", {("Peru", "Chile"), ("Peru", "Ghana")}),
    ("Peru flattered Chile after Ghana lost its harbour.", {("Peru", "Chile")}),
    ("Peru and Chile renewed their ties.", {("Peru", "Chile"), ("Chile", "Peru")}),
    ("The minister of Peru met the president of Chile.", {("Peru", "Chile"), ("Chile", "Peru")}),
    ("Two teachers from Chile were mocked in Peru.", {("Peru", "Chile")}),
    ("Peru dined at Ghana with Chile.", {("Peru", "Chile")}),
    ("Peru will play baseball with Chile.", set()),
    ("Peru slept well.", set()),
)


@pytest.mark.parametrize(("text", "pairs"), CASES)
def test_a_predicate_joins_its_parties(text: str, pairs: set[tuple[str, str]]) -> None:
    record = read(text, language="en")
    parties = [Span(*match.span()) for match in re.finditer("Peru|Chile|Ghana", text)]
    found = ties(record, Analysis(record.article), parties)
    assert {(tie.source.of(text), tie.target.of(text)) for tie in found} == pairs
