"""Small words that a crawler glued to a name which the article also writes alone."""

import pytest

from sumber.language.tokens import tokenise
from sumber.record import Block, Role


def words(text: str) -> list[str]:
    blocks = [Block(start=0, end=len(text), role=Role.BODY, why="test")]
    return [token.text for token in tokenise(text, blocks, "id")[1]]


@pytest.mark.parametrize(
    ("glued", "name", "small"),
    [
        ("Zirkonidan", "Zirkoni", "dan"),
        ("Zirkoniyang", "Zirkoni", "yang"),
        ("Manafe-Zirkonisudah", "Manafe-Zirkoni", "sudah"),
    ],
)
def test_a_small_word_behind_a_name_is_told_apart(glued: str, name: str, small: str) -> None:
    assert words(f"{name} tiba. {glued} pulang.")[-4:] == [name, small, "pulang", "."]
    assert words(f"Warga tiba. {glued} pulang.")[-3:] == [glued, "pulang", "."]


@pytest.mark.parametrize(("name", "whole"), [("Rama", "Ramadan"), ("Ahmad", "Ahmadi"), ("Mega", "Megawati")])
def test_a_name_that_is_known_stays_whole(name: str, whole: str) -> None:
    assert words(f"{name} tiba. {whole} pulang.")[-3:] == [whole, "pulang", "."]
