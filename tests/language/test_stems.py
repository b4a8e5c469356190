import pytest

from sumber.language.stems import stem


@pytest.mark.parametrize(
    ("words", "root"),
    [
        ("menyerang diserang serangan penyerang", "serang"),
        ("memilih dipilih pemilihan terpilih", "pilih"),
        ("menangkap ditangkap penangkapan", "tangkap"),
        ("kebakaran membakar terbakar", "bakar"),
        ("anggotanya anggota", "anggota"),
    ],
)
def test_forms_of_one_root(words: str, root: str) -> None:
    assert {stem(word, "id") for word in words.split()} == {root}


@pytest.mark.parametrize(
    "word", "menteri presiden gempa meninggal berita pemilu perang sekolah terdakwa".split()
)
def test_words_that_only_look_derived(word: str) -> None:
    assert stem(word, "id") == word


@pytest.mark.parametrize(
    ("word", "root"), [("attacks", "attack"), ("attacked", "attack"), ("cities", "city"), ("bus", "bus")]
)
def test_english(word: str, root: str) -> None:
    assert stem(word, "en") == root


def test_an_unknown_language_is_left_alone() -> None:
    assert stem("häuser", "de") == "häuser"
