"""Persons in running text: words of places, offices and things in and around their names."""

import pytest

from sumber import read
from sumber.record import NameKind


def people(text: str, language: str) -> list[str]:
    record = read(text, language=language, without=("events", "relays", "statements"))
    return [name.name for name in record.names if name.kind is NameKind.PERSON]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Wakil Menteri Pertanian Bima Prakoso membuka lumbung itu.", "id", ["Bima Prakoso"]),
        ("Kapolres Sambas AKBP Yusuf Imam Kurniawan memimpin apel.", "id", ["Yusuf Imam Kurniawan"]),
        ("Dua petani, Sarwo (51) dan Tukijo (47), menang undian.", "id", ["Sarwo", "Tukijo"]),
        ("Mereka salat di Masjid Agus Salim, lalu ke Stadion Andi Mattalatta.", "id", []),
        ("The pilot, Haroon Sadeqi, landed in Abu Dhabi on Monday.", "en", ["Haroon Sadeqi"]),
        ("Then Sarah Johnson Sarah Johnson told the paper of it.", "en", ["Sarah Johnson"]),
    ],
)
def test_persons(text: str, language: str, expected: list[str]) -> None:
    assert people(text, language) == expected


def test_the_spelling_used_most_is_the_name() -> None:
    text = "Agnes Maringka datang. Agnez Maringka bernyanyi. Agnez Maringka pulang."
    assert people(text, "id") == ["Agnez Maringka"]


def test_an_ending_of_names_is_not_cut_off() -> None:
    text = "Kombes Rudi Bayu Hendradi memeriksa kasus itu."
    assert people(text, "id") == ["Rudi Bayu Hendradi"]


def test_a_name_set_off_behind_an_office_stays_whole() -> None:
    text = "Direktur II KOPERASI, Ilo May Hartono, membuka toko baru kemarin."
    assert people(text, "id") == ["Ilo May Hartono"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The owner, PT Bahari Lestari, denied that the boat was full.", "en", []),
        ("Pedagang bernama Daeng Kebo mengatakan pasokan seret.", "id", ["Daeng Kebo"]),
        ("Juru bicara komisi Laras Pramesti menanggapi bantahan itu.", "id", ["Laras Pramesti"]),
    ],
)
def test_bodies_are_no_persons_and_names_of_common_words_are_whole(
    text: str, language: str, expected: list[str]
) -> None:
    assert people(text, language) == expected


def test_a_figure_behind_an_office_is_not_the_relative_named_in_full() -> None:
    text = (
        "Obama praised the town. President Obama spoke on Monday with Trump. Michelle Obama waved. Obama then left. "
        "Mrs. Obama stayed."
    )
    record = read(text, language="en", without=("events", "relays", "statements"))
    forms = {name.name: len(name.mentions) for name in record.names if name.kind is NameKind.PERSON}
    assert set(forms) == {"Barack Obama", "Donald Trump", "Michelle Obama"}
    assert forms["Barack Obama"] > forms["Donald Trump"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hal itu dikatakan Juru Kampanye FWI, Anggi Putra Laksana, kemarin.",
            ["Anggi Putra Laksana"],
        ),
        (
            "Kepala BBWS Serayu datang. Kantor BBWS Serayu ramai. Warga menunggu BBWS Serayu bekerja.",
            [],
        ),
    ],
)
def test_a_role_inside_a_name_and_the_name_of_a_river(text: str, expected: list[str]) -> None:
    assert people(text, "id") == expected
