"""What is taken out of a page's tree before the article is looked for: boxes that their own names or links give away.

How it works: sites name their boxes (``author-bio``, ``newsletter-signup``, ``related-posts``); the words are a table,
made of names of which nine boxes in ten on WCXB dev hold no part of the article. A box is only taken out if it is a
small part of the page's paragraphs, so that a name high up in the tree (``<body class="has-modal">``) costs nothing.
Paragraphs that are nothing but a link to another story, and tables that are mostly links, go the same way.

Known to miss: boxes without a telling name, and names made by a program (``css-1x2y3z``).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from lxml.html import HtmlElement

__all__ = ["box_word", "pruned"]

_MOST = 0.15  # share of the characters of a page's paragraphs that a box may hold
_SMALL = 700  # code points that a box of a short article may hold, if that is no more than ...
_MOST_OF_SHORT = 0.4
_LINKED = 0.9  # share of a paragraph's characters that stand in links, from which it is one
_SENTENCE_END = re.compile(r"[.!…]['\"”’»)]*$")
_HEADLINE_WORDS = 5


def pruned(tree: HtmlElement) -> None:
    """Take the boxes of furniture out of a tree, in place; the text behind an element stays."""
    total = sum(len(element.text_content()) for element in tree.iter("p"))
    most = max(_MOST * total, min(_SMALL, _MOST_OF_SHORT * total))
    for links in [*_link_tables(tree), *_cards(tree)]:
        if links.getparent() is not None:
            links.drop_tree()
    for boxes in [*_named_boxes(tree).values(), list(_link_paragraphs(tree))]:
        if sum(map(_running, boxes)) <= most:
            for box in boxes:
                if box.getparent() is not None and len(box.text_content()) <= most:
                    box.drop_tree()


def _running(box: HtmlElement) -> int:
    """Return how many characters of a box stand in paragraphs."""
    if box.tag == "p":
        return len(box.text_content())
    return sum(len(paragraph.text_content()) for paragraph in box.iter("p"))


def _named_boxes(tree: HtmlElement) -> dict[str, list[HtmlElement]]:
    """Return the outermost boxes by the word in their name."""
    boxes: dict[str, list[HtmlElement]] = {}
    for element in tree.iter(*_BOXES):
        name = element.get("class")
        word = box_word(name) if name else None
        if word and not _is_quoted(element):
            boxes.setdefault(word, []).append(element)
    return boxes


_BOXES = ("div", "section", "aside", "p", "ul", "ol", "span", "form", "figcaption", "figure", "li")


def _is_quoted(element: HtmlElement) -> bool:
    """Return whether an element stands in a block quote: its *author* is who said it."""
    return next(element.iterancestors("blockquote"), None) is not None


def _link_tables(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield tables that are mostly links: boxes of other stories, as Indonesian sites build them."""
    for table in tree.iter("table"):
        linked = sum(len(link.text_content()) for link in table.iter("a"))
        if linked > 0.5 * len(table.text_content()):
            yield table


def _cards(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield lists of other stories: three items or more, each with a picture, heading or box beside or in its link."""
    for items in tree.iter("ul", "ol"):
        own = [item for item in items.iterchildren("li") if item.text_content().strip()]
        if len(own) >= _FEWEST_CARDS and all(map(_is_card, own)) and _is_linked(items, len(own)):
            yield items


_FEWEST_CARDS = 3
_MOSTLY_LINKED = 0.6
_CARD_WORDS = 4  # words that the links of a card have, on average


def _is_card(item: HtmlElement) -> bool:
    inside = {element.tag for element in item.iter()}
    return "a" in inside and not inside.isdisjoint(_CARD_PARTS)


_CARD_PARTS = frozenset("img h2 h3 h4 h5 div p time article".split())


def _is_linked(items: HtmlElement, count: int) -> bool:
    links = " ".join(" ".join(link.text_content().split()) for link in items.iter("a"))
    whole = " ".join(items.text_content().split())
    return len(links) >= _MOSTLY_LINKED * len(whole) and len(links.split()) >= _CARD_WORDS * count


def _link_paragraphs(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield paragraphs that are one link and no sentence: the headline of another story."""
    for link in tree.iter("a"):
        paragraph = next(link.iterancestors("p"), None)
        if paragraph is None:
            continue
        words = " ".join(paragraph.text_content().split())
        whole = len(" ".join(link.text_content().split())) >= _LINKED * len(words)
        if whole and len(words.split()) >= _HEADLINE_WORDS and not _SENTENCE_END.search(words):
            yield paragraph


@lru_cache(maxsize=8192)
def box_word(name: str) -> str | None:
    """Return the word in a class attribute that names a box of furniture.

    >>> box_word("article__author-bio"), box_word("articleNewsletter"), box_word("authority")
    ('author', 'newsletter', None)
    """
    found = _names().search(name)
    return found[0].casefold() if found else None


@cache
def _names() -> re.Pattern[str]:
    lines = files(__package__).joinpath("data", "box_names.tsv").read_text("utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines[2:] if line]
    low = "|".join(words)
    large = "|".join(word[0].upper() + word[1:] for word in words)
    return re.compile(rf"(?:(?<![A-Za-z])(?:{low}|{large})|(?<=[a-z])(?:{large}))(?![a-z])")
