"""Places: found, resolved, and not found where there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sumber
from sumber.record import NameKind


def places(text: str, language: str = "id", outlet: str | None = None) -> dict[str, str | None]:
    known = {"outlet": outlet} if outlet else {}
    record = sumber.read(
        f"Judul berita yang panjang sekali\n\n{text}", language=language, published="2025-06-12", **known
    )
    return {name.name: name.country for name in record.names if name.kind is NameKind.PLACE}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Presiden AS tiba di Moskow.", "AS", "US"),
        ("Presiden AS tiba di Moskow.", "Moskow", "RU"),
        ("Rapat digelar di Kudus, Jawa Tengah.", "Kudus", "ID"),
        ("Perang Iran-Israel berlanjut.", "Israel", "IL"),
        ("Kapal melintasi Selat Hormuz.", "Selat Hormuz", None),
        ("Warga Korut menunggu.", "Korut", "KP"),
    ],
)
def test_a_place_is_found_and_resolved(text: str, name: str, country: str | None) -> None:
    assert places(text)[name] == country


@pytest.mark.parametrize(
    "text",
    ["Pelatih Bayern Munchen pergi.", "Bank Indonesia menaikkan bunga.", "Warga mendesak mereka pulang."],
)
def test_clubs_banks_and_words_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_containment_chooses() -> None:
    assert places("The mayor of Portland, Oregon resigned.", "en")["Portland"] == "US"


def test_a_county_of_the_same_name_is_told_by_context() -> None:
    assert places("Voters in Georgia and Texas chose a senator.", "en")["Georgia"] in ("US", "GE")


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("AaIisr elDnx ,.-\nGz"), max_size=120))
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    record = sumber.read(f"Judul\n\n{text} di Gaza", language="id")
    for name in record.names:
        for mention in name.mentions:
            assert 0 <= mention.start < mention.end <= len(record.article.text)
