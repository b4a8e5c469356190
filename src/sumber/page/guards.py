"""Bounds on what a page may cost: size, depth and number of elements, checked before any parser sees it."""

import re
from html import unescape
from itertools import accumulate

from msgspec import Struct

__all__ = ["MAX_CHARACTERS", "Burden", "lightened", "plain_lines", "weigh", "without"]

MAX_CHARACTERS = 10_000_000
"""Longer pages are cut here, with a note."""

_MAX_DEPTH = 2_000  # elements that are never closed count as depth, so this is generous
_MAX_PARAGRAPHS = 5_000
_NESTED = re.compile(r"<(/?)(?:div|section|article|table|ul|ol|span|blockquote|DIV|SPAN|TABLE)\b")
_BREAK = re.compile(
    r"(?i)</?(?:p|br|div|h[1-6]|li|tr|td|th|article|section|blockquote|ul|ol|table)\b[^<>]{0,500}>"
)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,2000}>")


class Burden(Struct, frozen=True):
    """What makes a page too heavy for the exact way; empty if nothing does."""

    reasons: tuple[str, ...] = ()


def weigh(html: str) -> Burden:
    """Return why a page must take the plain way: nested too deeply, or too many paragraphs. Linear time.

    trafilatura 2.3 takes ten seconds for 50,000 paragraphs and resiliparse twenty for 50,000 nested elements
    (measured); the bounds lie far above any real article.
    """
    if html.count("<") < _MAX_DEPTH:
        return Burden()
    reasons = []
    if _depth(html) > _MAX_DEPTH:
        reasons.append("nested-deeply")
    if html.count("<p") + html.count("<P") + html.count("<br") > _MAX_PARAGRAPHS:
        reasons.append("many-paragraphs")
    return Burden(tuple(reasons))


def _depth(html: str) -> int:
    """Return an upper estimate of the nesting depth of the elements that are nested in practice."""
    steps = (-1 if closing else 1 for closing in _NESTED.findall(html))
    return max(accumulate(steps), default=0)


def plain_lines(html: str) -> list[str]:
    """Return the visible lines of a page without parsing it: tags become line ends or nothing. Linear time.

    >>> plain_lines("<p>Satu <b>dua</b></p><script>x</script><p>tiga &amp; empat</p>")
    ['Satu dua', 'tiga & empat']
    """
    visible = html
    for name in ("script", "style", "noscript", "svg"):
        visible = without(visible, f"<{name}", f"</{name}")
    text = _ANY_TAG.sub("", _BREAK.sub("\n", without(visible, "<!--", "--")))
    lines = (" ".join(unescape(line).split()) for line in text.split("\n"))
    return [line for line in lines if line]


_DEAD = re.compile(r"<(script|style|svg)\b([^<>]{0,500})", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE) for name in ("script", "style", "svg")}


def lightened(html: str) -> str:
    """Return a page without what holds no article: styles, drawings, and scripts other than JSON-LD. Linear time.

    An opening without a closing stands.

    >>> lightened('<style>p{}</style><script>x()</script><script type="application/ld+json">{}</script><p>Satu')
    '<script type="application/ld+json">{}</script><p>Satu'
    """
    pieces: list[str] = []
    at = kept = 0
    open_ended: set[str] = set()  # names that have no closing any more
    while opening := _DEAD.search(html, at):
        name = opening[1].lower()
        closing = None if name in open_ended else _CLOSING[name].search(html, opening.end())
        if closing is None:
            open_ended.add(name)
            at = opening.end()
            continue
        at = closing.end()
        if "ld+json" not in opening[2].lower():
            pieces.append(html[kept : opening.start()])
            kept = at
    return "".join([*pieces, html[kept:]])


def without(html: str, opening: str, closing: str) -> str:
    """Return the page without the stretches from ``opening`` to the next ``closing`` (lower case).

    An opening without a closing stands: a broken page loses a tag, not its text.
    """
    lowered = html.lower()
    if len(lowered) != len(html):  # letters whose lower case is longer: rare, and then nothing is cut
        return html
    pieces: list[str] = []
    at = 0
    while (start := lowered.find(opening, at)) >= 0 and (end := lowered.find(closing, start)) >= 0:
        pieces.append(html[at:start])
        at = lowered.find(">", end) + 1 or len(html)
    return "".join([*pieces, html[at:]])
