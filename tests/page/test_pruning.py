"""Boxes of furniture that leave a page's tree before the article is looked for."""

from importlib.resources import files

import pytest
from lxml import html as lxml_html

from sumber.page.html import read_html
from sumber.page.pruning import box_word, pruned

LINES = files("sumber.page").joinpath("data", "box_names.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES[2:]]
STORY = "".join(
    f"<p>The harbour board met on day {number} to talk about the pier, the ferries and the long rain.</p>"
    for number in range(12)
)


@pytest.mark.parametrize(("word", "fits", "fits_not"), ROWS)
def test_a_name_holds_on_its_own_examples(word: str, fits: str, fits_not: str) -> None:
    assert box_word(fits) is not None
    assert box_word(word) == word
    assert box_word(fits_not) is None


def text_of(body: str) -> str:
    tree = lxml_html.document_fromstring(f"<html><body>{body}</body></html>")
    pruned(tree)
    return str(tree.text_content())


def test_a_named_box_goes_and_the_text_behind_it_stays() -> None:
    left = text_of(f"<div>{STORY}<div class='author-bio'>Kari Moe writes on ports.</div> The end.</div>")
    assert "Kari Moe" not in left
    assert "The end." in left


def test_a_name_that_many_paragraphs_bear_names_no_box() -> None:
    story = STORY.replace("<p>", "<p class='social'>")
    assert text_of(f"<div>{story}</div>") == text_of(f"<div>{STORY}</div>")


def test_a_name_high_up_in_the_tree_costs_nothing() -> None:
    assert "day 3" in text_of(f"<div class='has-modal'>{STORY}</div>")


def test_the_author_of_a_block_quote_stays() -> None:
    quote = "<blockquote><p>It rains.</p><span class='quote-author'>Kari Moe, sailor</span></blockquote>"
    assert "Kari Moe" in text_of(STORY + quote)


def test_a_paragraph_that_is_one_link_is_another_story() -> None:
    link = "<p><a href='/2'>Ferry fares rise again in five towns</a></p>"
    sentence = "<p><a href='/3'>The board has put the whole plan on its site.</a></p>"
    left = text_of(STORY + link + sentence)
    assert "fares" not in left
    assert "whole plan" in left


def test_headings_are_kept_where_no_element_is_named_as_the_article() -> None:
    parts = "".join(f"<h2>Day {number} at sea</h2>{STORY}" for number in range(3))
    page = read_html(
        f"<html><head><title>Rain</title></head><body><div><div>{parts}</div></div></body></html>"
    )
    assert [line for line in page.paragraphs if line.endswith("at sea")] == [
        "Day 0 at sea", "Day 1 at sea", "Day 2 at sea"
    ]  # fmt: skip


def test_scraps_above_the_first_sentence_go() -> None:
    page = read_html(
        f"<html><head><title>Rain</title></head><body><article><p>World</p>{STORY}<p>More of it</p></article></body></html>"
    )
    assert page.paragraphs[0].startswith("The harbour board met on day 0")
    assert page.paragraphs[-1].startswith("The harbour board met on day 11")


def test_a_list_of_cards_goes_and_a_list_of_facts_stays() -> None:
    cards = "".join(
        f"<li><h5><a href='/{n}'>Ferry fares rise in town {n} again</a></h5></li>" for n in range(3)
    )
    facts = "".join(f"<li><p>The pier of town {n} is long.</p></li>" for n in range(3))
    left = text_of(f"{STORY}<ul>{cards}</ul><ul>{facts}</ul>")
    assert "fares" not in left
    assert "pier of town 2" in left


def test_the_bulk_way_is_taken_where_the_exact_one_reads_other_stories() -> None:
    story = "".join(
        f"<p>Harga beras di pasar Lembar naik lagi pada pekan ke-{week} tahun ini.</p>" for week in range(9)
    )
    others = "".join(
        f"<div><h3>Kapal {n}</h3><p>Kapal nomor {n} batal berangkat karena ombak di selat tinggi.</p></div>"
        for n in range(6)
    )
    page = read_html(
        "<html><head><title>Beras</title></head><body><div class='author-and-share'><div class='isi'>"
        f"{story}</div></div><article>{others}</article></body></html>"
    )
    assert page.paragraphs[0].startswith("Harga beras di pasar Lembar naik lagi pada pekan ke-0")
