"""The tagger of statements: features, decoding, and the shipped model on sentences of our own."""

import numpy as np
import pytest

from sumber.reading.statements.tagger import Piece, best_tags, pieces_of, tagger
from sumber.reading.statements.tagger_features import BREAK, BUCKETS, COLUMNS, Featuriser, quote_states


def roles(sentence: str) -> list[tuple[str, str]]:
    found = tagger("en")
    assert found is not None
    words = sentence.split()
    (pieces,) = found([words])
    return [(piece.role, " ".join(words[piece.first : piece.last])) for piece in pieces]


def test_a_said_sentence_is_tagged() -> None:
    assert roles("The minister said that the bridge would open in May .") == [
        ("source", "The minister"),
        ("cue", "said"),
        ("content", "that the bridge would open in May"),
    ]


def test_a_quote_is_tagged() -> None:
    found = roles("“ We will open the bridge in May , ” said Kari Moe .")
    assert ("cue", "said") in found
    assert ("source", "Kari Moe") in found
    assert found[0] == ("content", "“ We will open the bridge in May , ”")


def test_a_plain_sentence_has_no_pieces() -> None:
    assert roles("The bridge is 300 metres long .") == []


def test_pieces_are_counted_within_their_paragraph() -> None:
    found = tagger("en")
    assert found is not None
    plain, said = found([["The", "bridge", "is", "long", "."], "She said the bridge was long .".split()])
    assert plain == []
    assert [(piece.role, piece.first, piece.last) for piece in said][:2] == [("source", 0, 1), ("cue", 1, 2)]


def test_nothing_to_read() -> None:
    found = tagger("en")
    assert found is not None
    assert found([]) == []
    assert found([[], []]) == [[], []]


def test_the_same_words_give_the_same_pieces() -> None:
    found = tagger("en")
    assert found is not None
    words = ["“ No , ” he told the court on Monday .".split()] * 3
    assert found(words) == found(words)


def test_a_hash_that_is_known_has_a_row_of_its_own() -> None:
    from zlib import crc32

    featurise = Featuriser(np.array([crc32(b"bridge")], np.uint32))
    rows = featurise(["Bridge", "xylem"], [0, 0])
    assert rows.shape == (2, COLUMNS)
    assert rows[0, 0] == BUCKETS
    assert rows[1, 0] < BUCKETS


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("she said no", [0, 0, 0]),
        ("the “ iron ” man", [0, 5, 1, 9, 0]),
        ('" I will not go now " he said', [6, 2, 2, 2, 2, 2, 10, 0, 0]),
        ("“ It never closes", [8, 4, 4, 4]),
    ],
)
def test_states_of_quotes(words: str, states: list[int]) -> None:
    assert quote_states(words.split()) == states


def test_a_quote_ends_with_its_paragraph() -> None:
    assert quote_states(["“", "Yes", BREAK, "No"]) == [8, 4, 0, 0]


def test_tags_spell_pieces() -> None:
    found = list(pieces_of(["S-source", "O", "B-content", "I-content", "E-content"], np.ones(5, np.float32)))
    assert found == [Piece("source", 0, 1, 1.0), Piece("content", 2, 5, 1.0)]


def test_the_best_path_obeys_the_chain() -> None:
    scores = np.zeros((2, 1, 2), np.float32)
    scores[1, 0] = [0.0, 1.0]
    chain = np.zeros((3, 3), np.float32)
    chain[0, 1] = -10  # tag 1 may not follow tag 0
    chain[2, 1] = -10  # nor stand at the start
    ((path,), _) = best_tags(scores, [2], chain)
    assert path == [0, 0]
