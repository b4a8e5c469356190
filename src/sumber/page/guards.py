"""Bounds on what a page may cost: size, depth and number of elements, checked before any parser sees it."""

import re

__all__ = ["MAX_CHARACTERS", "Burden", "plain_lines", "weigh"]

from msgspec import Struct

MAX_CHARACTERS = 10_000_000
"""Longer pages are cut here, with a note."""

_MAX_DEPTH = 200
_MAX_PARAGRAPHS = 5_000
_LIGHT = 20_000  # tags; below this no page is worth weighing
_TAG = re.compile(
    r"<(/?)(div|section|article|table|tr|td|ul|ol|li|span|b|i|em|font|blockquote|p|a|center)\b", re.I
)
_BREAK = re.compile(
    r"(?i)</?(?:p|br|div|h[1-6]|li|tr|td|th|article|section|blockquote|ul|ol|table)\b[^<>]{0,500}>"
)
_HIDDEN = re.compile(r"(?is)<(script|style|noscript|template|svg)\b.{0,400000}?</\1\s*>|<!--.{0,100000}?-->")
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


class Burden(Struct, frozen=True):
    """What makes a page too heavy for the exact way; empty if nothing does."""

    reasons: tuple[str, ...] = ()


def weigh(html: str) -> Burden:
    """Return why a page must take the plain way: nested too deeply, or too many paragraphs. Linear time.

    trafilatura 2.3 takes ten seconds for 50,000 paragraphs and resiliparse twenty for 50,000 nested elements
    (measured); the bounds lie far above any real article.
    """
    if html.count("<") < _LIGHT:
        return Burden(("nested-deeply",)) if _depth(html) > _MAX_DEPTH else Burden()
    reasons = []
    if _depth(html) > _MAX_DEPTH:
        reasons.append("nested-deeply")
    if html.count("<p") + html.count("<P") + html.count("<br") > _MAX_PARAGRAPHS:
        reasons.append("many-paragraphs")
    return Burden(tuple(reasons))


def _depth(html: str) -> int:
    """Return an upper estimate of the nesting depth; unclosed ``<p>`` and ``<li>`` do not count."""
    opens: dict[str, int] = {}
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in ("p", "li", "td", "tr"):
            continue
        if tag[1]:
            if opens.get(name):
                opens[name] -= 1
                depth -= 1
        else:
            opens[name] = opens.get(name, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def plain_lines(html: str) -> list[str]:
    """Return the visible lines of a page without parsing it: tags become line ends or nothing.

    >>> plain_lines("<p>Satu <b>dua</b></p><p>tiga &amp; empat</p>")
    ['Satu dua', 'tiga & empat']
    """
    from html import unescape

    text = _ANY_TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub(" ", html)))
    lines = (" ".join(unescape(line).split()) for line in text.split("\n"))
    return [line for line in lines if line]
