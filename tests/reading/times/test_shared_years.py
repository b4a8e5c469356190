"""Months that share the year told with the last of them."""

import pytest

import sumber


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Harga naik pada Juni dan Juli 2021.", "id", ["2021-06", "2021-07"]),
        ("Harga naik antara November dan Maret 2023.", "id", ["2022-11", "2023-03"]),
        ("Prices rose in May and June 2014.", "en", ["2014-05", "2014-06"]),
    ],
)
def test_months_share_a_year(text: str, language: str, values: list[str]) -> None:
    record = sumber.read(text, language=language, published="2025-06-12")
    assert [time.value for time in record.times] == values


def test_a_report_tells_its_day_further_down() -> None:
    text = "Warga datang.\n\nMereka antre.\n\nGudang tutup.\n\n“Habis,” kata Rini di pasar, Senin (9/6/2025)."
    record = sumber.read(text, language="id")
    assert record.article.published is not None
    assert record.article.published.value == "2025-06-09"
