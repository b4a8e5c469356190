"""The quote layer: pairs, repairs, and no exception whatever comes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.page.furniture import label
from sumber.reading.statements.quotes import find_quotes


def quoted(text: str) -> list[str]:
    text = f"Judul berita panjang\n\n{text}"
    return [text[quote.start : quote.end] for quote in find_quotes(text, label(text).blocks)]


def test_straight_and_curly_marks_pair() -> None:
    assert quoted('"Satu dua tiga," kata A. “Empat lima enam.”') == ["Satu dua tiga,", "Empat lima enam."]


def test_an_open_quote_runs_to_the_end_of_its_paragraph_and_may_go_on() -> None:
    text = 'Judul berita panjang\n\n"Paragraf pertama dibuka.\n\n"Paragraf kedua ditutup," kata A.'
    first, second = find_quotes(text, label(text).blocks)
    assert (first.goes_on, second.goes_on) == (False, True)


def test_terms_and_nicknames_are_told_apart() -> None:
    text = 'Judul berita panjang\n\nPasar "gelap" itu tutup, kata Budi "Si Kancil" Santoso.'
    assert [quote.scare for quote in find_quotes(text, label(text).blocks)] == [True, True]


def test_an_apostrophe_opens_no_quote() -> None:
    assert quoted("The farmers' market wasn't open. It's closed, they said.") == []


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab \"“”'‘’«».,\n"), max_size=120))
def test_marks_in_any_order_never_raise(text: str) -> None:
    for quote in find_quotes(text, label(text).blocks):
        assert 0 <= quote.outer_start <= quote.start <= quote.end <= quote.outer_end <= len(text)
