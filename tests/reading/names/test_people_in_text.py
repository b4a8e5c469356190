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
        ("Wakil Menteri Dalam Negeri Bima Arya menyebut aturan itu siap.", "id", ["Bima Arya"]),
        ("Kapolres Rohil AKBP Isa Imam Syahroni memimpin apel.", "id", ["Isa Imam Syahroni"]),
        ("Dua nelayan, Ijang (45) dan Saepul (38), selamat.", "id", ["Ijang", "Saepul"]),
        ("Mereka salat di Masjid Ahmad Yani, lalu ke Bandara Ben Gurion.", "id", []),
        ("The pilot, Mirwais Rabee, landed in Abu Dhabi on Monday.", "en", ["Mirwais Rabee"]),
        ("Then Gemma Pryor Gemma Pryor told the paper of it.", "en", ["Gemma Pryor"]),
    ],
)
def test_persons(text: str, language: str, expected: list[str]) -> None:
    assert people(text, language) == expected


def test_the_spelling_used_most_is_the_name() -> None:
    text = "Agnes Maringka datang. Agnez Maringka bernyanyi. Agnez Maringka pulang."
    assert people(text, "id") == ["Agnez Maringka"]


def test_an_ending_of_names_is_not_cut_off() -> None:
    text = "Kombes Ade Ary Syam Indradi menjelaskan kasus itu."
    assert people(text, "id") == ["Ade Ary Syam Indradi"]


def test_a_name_set_off_behind_an_office_stays_whole() -> None:
    text = "Direktur VII FAST, Dio May Avico, menjelaskan bahwa langkah ini diambil."
    assert people(text, "id") == ["Dio May Avico"]
