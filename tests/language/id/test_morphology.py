"""Roots, voice and kinds of nouns of Indonesian words."""

import pytest

from sumber.language import load
from sumber.language.id.morphology import morphology
from sumber.language.tables import Row

ROWS = load("id").table("affixes")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['prefix']}-{row['fits']}")
def test_a_rule_holds_on_its_own_examples(row: Row) -> None:
    found = morphology().word(row["fits"])
    assert found.root == row["root"]
    assert found.voice == row["voice"]
    other = row["fits_not"]
    if row["prefix"]:
        assert morphology().word(other).root != row["restores"] + other[len(row["prefix"]) :]
    else:
        assert not morphology().word(other).suffix


@pytest.mark.parametrize(
    ("word", "root", "voice"),
    [
        ("memukuli", "pukul", "active"),
        ("mengandung", "kandung", "active"),
        ("menyatakan", "nyata", "active"),
        ("diberlakukan", "laku", "passive"),
        ("diketahui", "tahu", "passive"),
        ("ditangkap", "tangkap", "passive"),
        ("terbang", "terbang", ""),
        ("berjalan", "jalan", "middle"),
        ("kata", "kata", ""),
        ("menteri", "menteri", ""),
    ],
)
def test_root_and_voice(word: str, root: str, voice: str) -> None:
    found = morphology().word(word)
    assert (found.root, found.voice) == (root, voice)


@pytest.mark.parametrize(
    ("word", "root", "kind"),
    [
        ("pertemuan", "temu", "process"),
        ("penangkapan", "tangkap", "process"),
        ("penulis", "tulis", "agent"),
        ("serangan", "serang", "result"),
        ("kemerdekaan", "merdeka", "state"),
    ],
)
def test_nouns_made_from_verbs(word: str, root: str, kind: str) -> None:
    found = morphology().word(word)
    assert (found.root, found.kind, found.part) == (root, kind, "noun")


def test_reduplication_keeps_the_root() -> None:
    assert morphology().word("surat-surat").root == "surat"
