"""The words of texts by number are those that the plain patterns find."""

import random
import re

import numpy as np
import pytest

from sumber.record import Article, Block, Outlet, Role
from sumber.stories.passages import hashes_of, shingles_of
from sumber.stories.words import Column, Vocabulary, words_in

WORD = re.compile(r"[^\W_]+")
TERM = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
PIECES = [
    "kapal",
    "Kupu",
    "7",
    "1.250",
    "2,5",
    "x9",
    "S'pura",
    "é",
    "’",
    "'",
    "-",
    "--",
    ".",
    ",",
    "_",
    " ",
    "\n",
    "“",
    "…",
    "Ñu",
]


def article(text: str, title: str = "") -> Article:
    whole = f"{title}\n{text}"
    return Article(
        id="a",
        text=whole,
        url=None,
        outlet=Outlet(name="Kabar Bahari"),
        language="id",
        title=title,
        published=None,
        blocks=(
            Block(start=0, end=len(title), role=Role.TITLE, why="test"),
            Block(start=len(title) + 1, end=len(whole), role=Role.BODY, why="test"),
        ),
    )


@pytest.mark.parametrize("pieces", [PIECES, [piece for piece in PIECES if piece.isascii()]])
def test_words_are_those_of_the_patterns(pieces: list[str]) -> None:
    chance = random.Random(4)
    known = Vocabulary("id")
    for _ in range(500):
        text = "".join(chance.choices(pieces, k=30))
        chunks = known.read(text)
        strings = known.numbers.strings
        assert [strings[word] for word in known.words(chunks)] == WORD.findall(text.casefold())
        assert [strings[word] for word in known.terms(chunks)] == TERM.findall(text.casefold())


def test_an_article_has_the_same_shingles_with_and_without_their_places() -> None:
    one = article(
        "Kapal Sinar-Bahari tenggelam di Selayar, 1.250 penumpang “selamat”. " * 3, "Kapal tenggelam"
    )
    assert hashes_of(words_in(one)).hashes == shingles_of(one).hashes
    assert hashes_of(words_in(one)).numbers == shingles_of(one).numbers == {"1", "250"}


def test_a_word_is_known_by_its_stem() -> None:
    known = Vocabulary("id")
    (word,) = known.words(known.read("Pertemuan"))
    assert known.numbers.strings[known.stems.array[word]] == "temu"


def test_a_column_grows() -> None:
    column = Column(np.int64)
    column.put(5000, 7)
    assert column.array[5000] == 7
    assert not column.array[:5000].any()
