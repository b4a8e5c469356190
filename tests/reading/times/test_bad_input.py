"""Bad input: impossible dates, all years, thousands of numbers, no publication date; and that time grows linearly."""

import time
from datetime import date

import pytest

import sumber
from sumber.reading.times.find import find
from sumber.reading.times.found import Context


def found(text: str, code: str, published: date | None = date(2023, 9, 15)) -> list[tuple[str, str]]:
    times = find(text, 0, len(text), code, Context(published))
    return [(text[one.start : one.end], one.value) for one in times]


@pytest.mark.parametrize("year", [*range(0, 10_000, 37), 1, 9999])
def test_every_year_is_read_or_left(year: int) -> None:
    for code, text in (
        ("id", f"Rapat 31 Desember {year:04d} dan Rabu (29/2/{year:04d}) serta tahun {year:04d} lalu."),
        ("en", f"They met on December 31, {year:04d}, in {year:04d} and two years later."),
    ):
        for _, value in found(text, code):
            assert value


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_do_not_raise(published: date) -> None:
    text = "Kemarin, pekan lalu, bulan depan, sepuluh tahun lalu, lusa, Senin depan, akhir pekan ini, kuartal I, H-7 Lebaran."
    found(text, "id", published)
    found(
        "Yesterday, last week, next month, ten years ago, next Monday, the weekend, Christmas, last summer.",
        "en",
        published,
    )


def test_an_impossible_day_keeps_its_month_with_a_note() -> None:
    record = sumber.read(
        "Judul berita yang panjang\n\nRapat digelar 31 Juni 2025.", language="id", published="2025-06-20"
    )
    assert [one.value for one in record.times] == ["2025-06"]
    assert "date-doubtful" in [note.code for note in record.notes]


def test_without_publication_dates_stay_partial() -> None:
    assert found("Rapat digelar 5 Juni dan Rabu (13/9), kemarin.", "id", None) == [
        ("5 Juni", "XXXX-06-05"),
        ("Rabu (13/9)", "XXXX-09-13"),
    ]


def test_zones_stand_in_the_bounds() -> None:
    record = sumber.read(
        "Judul berita yang panjang\n\nGempa terjadi Kamis (14/9/2023) pukul 05.36 WITA.",
        language="id",
        published="2023-09-15",
    )
    (one,) = record.times
    assert (one.value, one.earliest) == ("2023-09-14T05:36", "2023-09-14T05:36+08:00")


def test_a_fiscal_year_has_no_bounds() -> None:
    record = sumber.read(
        "A long enough title here\n\nProfit fell in fiscal 2022.", language="en", published="2023-09-15"
    )
    assert [(one.value, one.earliest) for one in record.times] == [("2022", None)]


@pytest.mark.parametrize("code", ["id", "en"])
def test_thousands_of_numbers_take_linear_time(code: str) -> None:
    piece = "12/34 1.234 5-6 2015 99.99 10:30:59 3-1 0812 tahun 2014 hari 7 Monday May 5 lalu "
    spent = []
    for times in (200, 1600):
        text = piece * times
        start = time.process_time()
        found(text, code)
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * spent[0] + 0.5


def test_a_quarter_takes_the_year_told_after_the_next_one() -> None:
    values = [value for _, value in found("Aturan berlaku pada kuartal II atau III 2026.", "id")]
    assert values == ["2026-Q2", "2026"]
