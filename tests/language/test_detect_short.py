"""Headlines and single sentences have few small words: the words themselves tell the language."""

import pytest

from sumber.language.detect import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Harga Cabai Naik, Pedagang Pasar Lembar Mengeluh", "id"),
        ("Menteri Luar Negeri Bertemu Duta Besar Norwegia, Senin", "id"),
        ("Council leader quits after ferry contract row", "en"),
        ("Bürgermeister tritt nach Streit um Fährvertrag zurück", "other"),
        ("Le maire démissionne après la dispute du contrat des ferries", "other"),
        ("Menteri umum sebahagian maklumat semasa lawatan ke Kedah", "other"),
        ("Kamil Siregar", "other"),
    ],
)
def test_short_texts(text: str, code: str) -> None:
    assert detect(text)[0] == code
