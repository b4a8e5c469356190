"""Captions and credits that a crawler ran into a paragraph of English text."""

import hashlib
from math import exp
from pathlib import Path

import pytest

from sumber.errors import ModelError
from sumber.language.shipped import SUMS
from sumber.page import boundaries
from sumber.page.captions import inline_captions
from sumber.record import Role

FILLER = "The harbour board met on Tuesday to talk about the new pier. Its chair said the plan would be ready by June. "


def captions(text: str) -> list[tuple[str, Role]]:
    return [(text[start:end], role) for start, end, role in inline_captions(text, 0, len(text))]


def test_caption_before_a_sentence_that_starts_with_an_article() -> None:
    text = f"{FILLER}Fishermen mend their nets on the old quay in heavy rain The board will meet again next week."
    assert captions(text) == [("Fishermen mend their nets on the old quay in heavy rain", Role.CAPTION)]


def test_captions_in_a_row_end_at_the_end_of_the_text() -> None:
    text = f"{FILLER}Reuters 4 The new pier was opened by the mayor of the town Getty Images 4 Crowds wave at the first ferry"
    assert ("The new pier was opened by the mayor of the town", Role.CAPTION) in captions(text)
    assert captions(text)[-1] == ("Crowds wave at the first ferry", Role.CAPTION)


def test_unknown_credit_of_a_gallery_is_told_by_its_number() -> None:
    text = f"{FILLER}Reuters 7 Crowds wave at the ferry Getty Images 7 The mayor cuts a ribbon Harbour News 7 {FILLER}"
    assert ("Harbour News 7", Role.CREDIT) in captions(text)


def test_speech_and_names_after_small_words_are_no_captions() -> None:
    text = f"{FILLER}He told reporters in Oslo that Prime Minister Kari Moe would visit Bergen with King Harald. {FILLER}"
    assert captions(text) == []
    assert (
        captions(f'{FILLER}Asked about it, she said: "Nobody knows. We wait for London to answer." {FILLER}')
        == []
    )


def test_caption_that_copies_words_of_the_story() -> None:
    lead = (
        "A ferry ran aground near the mouth of the river on Monday night and forty people were brought ashore"
    )
    text = f"{lead} in the dark. {FILLER}{lead} Police said nobody was hurt. {FILLER}"
    assert captions(text) == [(lead, Role.CAPTION)]


def test_a_caption_that_says_who_stands_where_is_told_from_the_one_before() -> None:
    first = "Fishermen mend their nets outside the old customs house"
    text = (
        f"{FILLER}{first} Kari Moe, left, waves at the first ferry in the rain The minister said no. {FILLER}"
    )
    assert captions(text)[:2] == [
        (first, Role.CAPTION),
        ("Kari Moe, left, waves at the first ferry in the rain", Role.CAPTION),
    ]


def test_a_caption_that_says_who_stands_where_may_end_before_a_name() -> None:
    caption = "Kari Moe, center-left, waves at the first ferry in the storm"
    text = f"{FILLER}{caption} Harbour Board spokeswoman Eva Holt said no. {FILLER}"
    assert (caption, Role.CAPTION) in captions(text)


def test_a_name_after_a_word_of_kinship_ends_no_caption() -> None:
    text = f"{FILLER}Kari Moe, left, with her husband Jens Holt on the pier, said that she would sail again. {FILLER}"
    assert captions(text) == []


def test_damaged_model_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "boundaries.npz"
    path.write_bytes(b"no model")
    (tmp_path / SUMS).write_text(f"{hashlib.sha256(b'no model').hexdigest()}  {path.name}\n", "utf-8")
    with pytest.raises(ModelError, match=r"boundaries\.npz"):
        boundaries._read(path)


def test_language_without_a_model_has_no_joins() -> None:
    assert list(boundaries.joins("Ikan dijual di pasar Warga datang pagi.", 0, 39, "xx")) == []


def test_features_are_buckets_of_the_model() -> None:
    buckets = boundaries.features(["in", "the", "rain"], ["The", "minister", "said"])
    assert all(0 <= bucket < boundaries.BUCKETS for bucket in buckets)
    weights, scale, bias = boundaries._weights("en") or ([], 0.0, 0.0)
    assert len(weights) == boundaries.BUCKETS
    assert scale > 0 > bias


def test_a_join_is_as_likely_as_its_features_say() -> None:
    words = ["in", "the", "rain", "The", "minister", "said"]
    ((_, likely),) = boundaries.joins(" ".join(words), 0, 30, least=0.01)
    weights, scale, bias = boundaries._weights("en") or ([], 0.0, 0.0)
    score = sum(weights[bucket] for bucket in boundaries.features(words[:3], words[3:]))
    assert likely == pytest.approx(1 / (1 + exp(-score * scale - bias)))
