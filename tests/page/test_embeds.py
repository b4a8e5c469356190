"""Boxes, posts and bracketed credits inside running text; every example is our own."""

import pytest

from sumber.page.embeds import embeds, finders
from sumber.page.furniture import label

FILLER = "The harbour board met on Tuesday to talk about the new pier. Its chair said the plan would be ready by June. "


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    active = finders(text, language)
    return [(text[cut.start : cut.end].strip(), cut.role) for cut in embeds(text, 0, len(text), active)]


@pytest.mark.parametrize(
    ("before", "post", "after"),
    [
        (
            FILLER,
            "I have never seen waves like these. -- #StormWatch (@karimoe) May 3, 2024",
            "The board left.",
        ),
        (FILLER, "Waves at the pier pic.twitter.com/abc1 — ★ 7 (@jensholt) 3 May 2024", "It went on."),
        (
            FILLER + "  ",
            "Storm is here. Stay away. A photo posted by Jens (@jens.h) on May 3, 2024 at 1:57am PST",
            "It left.",
        ),
    ],
)
def test_a_post_is_cut_out_with_its_signature(before: str, post: str, after: str) -> None:
    assert (post, "other") in found(f"{before}{post} {after}")


def test_posts_in_a_row_are_one_each_and_an_introduction_stays() -> None:
    first = "My ferry is late. -- #Late (@karimoe) May 3, 2024"
    second = "Mine too! -- #Later (@jensholt) May 3, 2024"
    text = f"{FILLER}{first} A third passenger, who had been there since noon, wrote: {second} {FILLER}"
    assert [words for words, _ in found(text)] == [first, second]


def test_a_post_that_a_name_signs_is_a_statement_and_stays() -> None:
    assert (
        found(f"{FILLER}I have never seen waves like these. -- Kari Moe (@karimoe) May 3, 2024 {FILLER}")
        == []
    )


def test_a_handle_without_a_signature_is_no_post() -> None:
    assert found(f"{FILLER}The chair (@harbourchair) spoke first - a surprise. {FILLER}") == []


def test_bracketed_credits_take_their_captions_with_them() -> None:
    text = f"{FILLER}Crowds wave at the first ferry (Getty Images) The mayor said little. {FILLER}"
    assert found(text) == [("Crowds wave at the first ferry", "caption"), ("(Getty Images)", "credit")]
    text = f"{FILLER}Crowds wave at the ferry in May 2024. (Photo: Kari Moe, Nordwire) The mayor left. {FILLER * 2}"
    assert ("Crowds wave at the ferry in May 2024.", "caption") in found(text)


def test_a_credit_between_sentences_leaves_the_story_alone() -> None:
    text = f"{FILLER}The mayor was angry. (Photo: PA) Nobody answered him. {FILLER * 2}"
    assert found(text) == [("(Photo: PA)", "credit")]
    assert found(f"{FILLER}Work stops in the National Assembly (NA) Monday. {FILLER}") == []
    assert found("OSLO (Reuters) - Ships sail on Monday. " + FILLER) == []


@pytest.mark.parametrize(
    ("box", "role"),
    [
        ("Harbour plan splits the old town Read more", "related"),
        ("[The long history of a short pier]", "related"),
        (
            "Norway in pictures 3 show all Norway in pictures 1/3 Ships at the quay Getty 2/3 Waves at the pier EPA 3/3 "
            "Crowds in the rain Getty",
            "caption",
        ),
        ("Image caption The new pier has been empty since it was opened", "caption"),
    ],
)
def test_boxes_are_cut_out_whole(box: str, role: str) -> None:
    text = f"{FILLER}{box} The chair of the board said that it would meet again in the autumn. {FILLER}"
    assert (box, role) in found(text)


def test_a_box_of_headlines_ends_where_the_story_goes_on() -> None:
    box = "RELATED STORIES NOT SO FAST Ferry captain fined for racing a whale OUT AT SEA Why old ships never really die"
    text = f"{FILLER}{box} The chair of the board said that it would meet again in the autumn. {FILLER}"
    assert found(text) == [(box, "related")]


def test_a_pulled_quote_is_told_by_its_words_in_the_story() -> None:
    quote = "We will build a pier that outlives all of us"
    text = f'{FILLER}{quote} Kari Moe "{quote}," she said. {FILLER}'
    assert found(text) == [(f"{quote} Kari Moe", "other")]


def test_a_pulled_quote_may_have_several_sentences_and_follow_words_without_a_full_stop() -> None:
    quote = "We will build a pier that outlives all of us. It will stand in the rain"
    text = f'{FILLER}The board met at the old pier {quote} Kari Moe "{quote}." {FILLER}'
    assert found(text) == [(f"{quote} Kari Moe", "other")]


def test_brackets_in_speech_and_numbers_are_no_boxes() -> None:
    text = f'{FILLER}"We want [the harbour board and the town council] to talk," he said. About 1/3 of them left. {FILLER}'
    assert found(text) == []


def test_the_labeller_uses_them() -> None:
    text = f"Pier opens in the rain\n\n{FILLER}Ferry fares rise again in spring Read more The board left early. {FILLER}"
    assert "related" in {block.role for block in label(text, language="en").blocks}
