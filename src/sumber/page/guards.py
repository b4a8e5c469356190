"""Bounds on what a page may cost: size, depth and number of elements, checked before any parser sees it."""

import re
from html import unescape
from itertools import accumulate

from msgspec import Struct

__all__ = [
    "MAX_CHARACTERS",
    "Burden",
    "lightened",
    "plain_lines",
    "repaired",
    "weigh",
    "without",
    "without_controls",
]

MAX_CHARACTERS = 10_000_000
"""Longer pages are cut here, with a note."""

_MAX_DEPTH = 2_000  # elements that are never closed count as depth, so this is generous
_MAX_PARAGRAPHS = 5_000
_NESTED = re.compile(r"<(/?)(?:div|section|article|table|ul|ol|span|blockquote|DIV|SPAN|TABLE)\b")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HALF = re.compile(r"[\ud800-\udfff]")
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
    tags = html.count("<")
    if tags < _MAX_DEPTH:
        return Burden()
    reasons = []
    if tags - html.count("</") > _MAX_DEPTH and _depth(html) > _MAX_DEPTH:
        reasons.append("nested-deeply")
    if tags > _MAX_PARAGRAPHS and html.count("<p") + html.count("<P") + html.count("<br") > _MAX_PARAGRAPHS:
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


def repaired(text: str) -> tuple[str, bool]:
    """Return a text with U+FFFD for its lone surrogates, and whether it held any.

    >>> repaired("Selasa" + chr(0xD83D)), repaired("Selasa")
    (('Selasa\ufffd', True), ('Selasa', False))
    """
    try:
        text.encode()  # tells it many times as quickly as a search
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text), True
    return text, False


def without_controls(text: str) -> str:
    """Return a text with blanks for control characters and what is no character.

    Most texts hold none, which bytes tell most quickly.

    >>> without_controls("Selasa\x0b17 Juni")
    'Selasa 17 Juni'
    """
    data = text.encode("utf-8", "replace")
    if len(data.translate(None, _CONTROLS)) < len(data):
        return _CONTROL.sub(" ", text)
    return (
        text if text.isascii() or ("\ufffe" not in text and "\uffff" not in text) else _CONTROL.sub(" ", text)
    )


_SCRIPTS = ("script", "style", "svg")
_ASIDES = ("nav", "footer", "aside", "select")
_OPENING = {
    names: re.compile(rf"<({'|'.join(names)})\b([^<>]{{0,500}})", re.IGNORECASE)
    for names in (_SCRIPTS, _SCRIPTS + _ASIDES)
}
_CLOSING = {name: re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE) for name in _SCRIPTS + _ASIDES}


def lightened(html: str, *, asides: bool = False) -> str:
    """Return a page without what holds no article: styles, drawings, and scripts other than JSON-LD. Linear time.

    An opening without a closing stands. With ``asides`` menus, footers, asides and lists of choices go too, which
    the bulk way passes over anyway; one with another of its kind inside stands.

    >>> lightened('<style>p{}</style><script>x()</script><script type="application/ld+json">{}</script><p>Satu')
    '<script type="application/ld+json">{}</script><p>Satu'
    """
    find = _OPENING[_SCRIPTS + _ASIDES if asides else _SCRIPTS].search
    pieces: list[str] = []
    at = kept = 0
    closings: dict[
        str, re.Match[str] | None
    ] = {}  # the next of each name that has been looked for; None: no more
    while opening := find(html, at):
        name, at = opening[1].lower(), opening.end()
        closing = closings.get(name)
        if name not in closings or (closing and closing.start() < at):
            closing = closings[name] = _CLOSING[name].search(html, at)
        if closing is None:
            continue
        if name in _ASIDES and html.find(opening[0][: len(name) + 1], at, closing.start()) >= 0:
            continue
        at = closing.end()
        if name != "script" or "ld+json" not in opening[2].lower():
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
