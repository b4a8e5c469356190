"""Answers from scores: tags that follow each other rightly, heads that make a tree."""

import itertools

import numpy as np
import pytest

from sumber.language.decode import best_heads, best_names, spans_of
from sumber.language.word_keys import MOST_GRAMS, affixes_of, form_of, grams_of, shape_of

TAGS = ("O", "B-person", "I-person", "E-person", "S-person", "B-place", "I-place", "E-place", "S-place")


def allowed(tags: tuple[str, ...]) -> bool:
    pairs = itertools.pairwise(("O", *tags, "O"))
    return all(
        (right[0] in "IE" and right[2:] == left[2:]) if left[0] in "BI" else right[0] in "OBS"
        for left, right in pairs
    )


def test_names_are_the_best_of_all_rows_that_are_allowed() -> None:
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(2, 4, len(TAGS)))
    found = best_names(scores, [4, 3], TAGS)
    for number, length in enumerate((4, 3)):
        rows = [
            row
            for row in itertools.product(range(len(TAGS)), repeat=length)
            if allowed(tuple(TAGS[i] for i in row))
        ]
        best = max(rows, key=lambda row: sum(scores[number, at, tag] for at, tag in enumerate(row)))
        assert tuple(found[number, :length]) == best
    assert found[1, 3] == 0


def test_spans_have_kinds() -> None:
    assert spans_of(["B-person", "I-person", "E-person", "S-place", "O"]) == [
        (0, 3, "person"),
        (3, 4, "place"),
    ]


@pytest.mark.parametrize("seed", range(8))
def test_heads_make_one_tree(seed: int) -> None:
    count = 9
    heads = best_heads(np.random.default_rng(seed).normal(size=(count, count + 1)))
    assert heads.count(-1) == 1
    for word in range(count):
        steps = 0
        while word >= 0:
            word, steps = heads[word], steps + 1
            assert steps <= count


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    scores = np.full((3, 4), -5.0)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert best_heads(scores) == [1, -1, 1]


def test_a_sentence_of_one_word_is_its_own_root() -> None:
    assert best_heads(np.array([[0.0, 9.0]])) == [-1]


def test_words_are_seen_by_parts() -> None:
    assert form_of("KAI-12") == "kai-00"
    assert len(affixes_of("di")) == 8
    assert len(grams_of("a" * 50)) == MOST_GRAMS
    assert shape_of("Budi") == shape_of("Sari") != shape_of("KPK")
