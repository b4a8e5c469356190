"""Times: expressions of both languages and their values; numbers that are no times."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sumber

ID = """
Rabu (13/9/2023) | 2023-09-13
Rabu, 13 September 2023 | 2023-09-13
Rabu (13/9) | 2023-09-13
hari Selasa | 2023-09-12
Jumat lalu | 2023-09-08
Senin depan | 2023-09-18
Rabu pekan lalu | 2023-09-06
Senin pekan depan | 2023-09-18
hari ini | 2023-09-15
kemarin | 2023-09-14
besok | 2023-09-16
lusa | 2023-09-17
dua hari yang lalu | 2023-09-13
tiga pekan lalu | 2023-W34
lima tahun lalu | 2018
setahun lalu | 2022
pekan lalu | 2023-W36
pekan depan | 2023-W38
bulan lalu | 2023-08
bulan depan | 2023-10
tahun ini | 2023
tahun lalu | 2022
Maret lalu | 2023-03
April mendatang | 2024-04
akhir 2022 | 2022
pertengahan Agustus | 2023-08
kuartal III 2023 | 2023-Q3
semester I/2023 | 2023-H1
era 1990-an | 199
abad ke-20 | 19
13-17 September 2023 | 2023-09-13/2023-09-17
tahun ajaran 2023-2024 | 2023/2024
dua hari | P2D
setahun terakhir | P1Y
12 jam ke depan | PT12H
setengah jam | PT30M
beberapa bulan | PXM
malam Minggu | 2023-09-09
H-7 Lebaran 2023 | 2023-04-15
Jumat (15/9/2023) pukul 10.30 WIB | 2023-09-15T10:30
"""
EN = """
September 13, 2023 | 2023-09-13
13 September 2023 | 2023-09-13
Sept. 6 | 2023-09-06
Wednesday | 2023-09-13
last Friday | 2023-09-08
next Tuesday | 2023-09-19
yesterday | 2023-09-14
tomorrow | 2023-09-16
last month | 2023-08
next week | 2023-W38
this year | 2023
five years ago | 2018
two days ago | 2023-09-13
September 2015 | 2015-09
the 1990s | 199
the third quarter of 2015 | 2015-Q3
around 50 hours | PT50H
the last three months | P3M
"""


def times(text: str, language: str) -> list[tuple[str, str]]:
    record = sumber.read(f"Judul berita yang panjang\n\n{text}", language=language, published="2023-09-15")
    return [(time.of(record.article.text), time.value) for time in record.times]


def rows(table: str) -> list[tuple[str, str]]:
    return [(line.split(" | ")[0], line.split(" | ")[1]) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("words", "value"), rows(ID))
def test_indonesian(words: str, value: str) -> None:
    assert times(f"Mereka bertemu {words} di Bogor.", "id") == [(words, value)]


@pytest.mark.parametrize(("words", "value"), rows(EN))
def test_english(words: str, value: str) -> None:
    assert times(f"They had met in {words} at sea.", "en") == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Pesawat QZ8501 mendarat.",
        "Harganya Rp 1.250 per butir.",
        "Skor akhir 3-1 untuk tuan rumah.",
        "Undang-Undang Nomor 23 Tahun 2014 berlaku.",
        "Sebanyak 2015 orang mengungsi.",
        "Pria berusia 30 tahun itu pulang.",
        "Kini mereka pulang saat ini.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text, "id") == []


def test_a_wrong_weekday_is_kept_with_a_note() -> None:
    record = sumber.read(
        "Judul berita yang panjang\n\nSabtu (13/9/2023) hujan.", language="id", published="2023-09-20"
    )
    assert record.times[0].value == "2023-09-13"
    assert record.notes[0].code == "date-doubtful"


def test_an_impossible_date_never_raises() -> None:
    assert times("Rapat pada 31/2/2023 dan 99/99/9999 batal.", "id") == []


def test_without_a_date_of_publication_values_are_not_invented() -> None:
    record = sumber.read("Judul berita yang panjang\n\nMereka datang kemarin.", language="id")
    assert record.times == ()
    assert any(note.code == "published-unknown" for note in record.notes)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("0123456789/.-: ()RabuJunitahunhrilMey,\n"), max_size=80))
def test_any_numbers_give_spans_inside_the_text(text: str) -> None:
    for language in ("id", "en"):
        record = sumber.read(f"Judul\n\n{text}", language=language, published="2023-09-15")
        for time in record.times:
            assert 0 <= time.start < time.end <= len(record.article.text)
