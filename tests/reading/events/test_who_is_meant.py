"""Whom pronouns in events stand for, and whom they do not."""

import pytest

from sumber import read
from sumber.record import Event


def events(text: str, language: str) -> tuple[Event, ...]:
    return read(text, language=language, published="2025-06-12").events


def test_whom_somebody_praises_is_not_himself() -> None:
    found = events("Carl Berg met Anna Moe. Berg praised him in Oslo.", "en")
    (praise,) = (event for event in found if event.type == "SUPPORT")
    assert [actor.name for actor in praise.recipients] == [None]


def test_we_of_a_trader_is_no_town() -> None:
    (met,) = events('"We had never met each other," the New York businessman said.', "en")
    assert met.status == "denied"
    assert all(actor.name is None for actor in met.actors)


@pytest.mark.parametrize(
    ("text", "language", "types"),
    [
        ("Pemerintah memberlakukan potongan tarif tol 20 persen.", "id", []),
        ("Amerika Serikat memberlakukan tarif 30 persen kepada China.", "id", ["SANCTION"]),
        ("Ia menyampaikan hasil kunjungan ke pulau itu.", "id", []),
        ("The space agency funded a probe to Mars.", "en", []),
        ("Iran funded the rebels.", "en", ["AID"]),
    ],
)
def test_what_is_done_to_whom(text: str, language: str, types: list[str]) -> None:
    assert [event.type for event in events(text, language)] == types
