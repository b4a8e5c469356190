"""Captions and credits that a crawler ran into the text: no full stop ends them before the next sentence starts."""

import re
from collections.abc import Iterator

from ..record import Role

__all__ = ["inline_captions"]

_STARTERS = (
    "The|A|An|It|It's|This|That|These|Those|He|She|They|We|In|On|At|But|And|Some|More|Over|About|After|Before|When|While|"
    "There|His|Her|Their|If|As|For|From|According|Many|Most|Around|Meanwhile"
)
_NAMELIKE = "One|Two|Three|Police|Officials|Customers"  # also ends of names: British Transport Police
_JOIN = re.compile(
    rf"(?:(?<=[a-z0-9)\]])|(?<=[a-z)]['’])) (?=(?:{_STARTERS}) (?!of\b)[a-z])"
    rf"|(?<= [a-z]{{4}}) (?=(?:{_NAMELIKE}) [a-z])"
)
_CREDIT = re.compile(
    r"(?:(?<=[.!?\"”'’] )|(?<=[a-z0-9)] )|(?<=\n))"
    r"(?:(?:REUTERS|GETTY(?: IMAGES)?|Getty Images|EPA|PA|AFP|AP|ALAMY|SWNS|REX(?: FEATURES)?|TWITTER|FACEBOOK)"
    r"|(?:AP|PA|EPA|Getty|AFP|Reuters):[A-Z][\w ]{2,24}? \d{1,2}|(?:Reuters|Getty Images|AP|EPA|PA) \d{1,2})"
    r"(?= [A-Z][a-z]|\s*$)"
)
_END = re.compile(r"(?<![A-Z]\.)(?<! \.)(?<=[.!?])[\"”’']* |[\"”] ")
_BEFORE = re.compile(
    r"(?:\b(?:of|in|to|the|by|with|for|on|at|and|as|from|called|titled|newspaper|magazine|newsroom)|[,;:“\"(])$"
)
_LONGEST = 320
_SHORTEST = 20


def inline_captions(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
    """Yield the captions and credits inside ``text[start:end]``, a long line: start, end, role, in order.

    A caption runs from the end of a sentence to a credit, to a capital that starts a new sentence without a full stop
    between, or to the end of the text.

    >>> text = "They left early. Crowds gather at the port in the rain The minister said no."
    >>> [text[a:b] for a, b, role in inline_captions(text, 0, len(text))]
    ['Crowds gather at the port in the rain']
    """
    at = start
    for cut_start, cut_end, credit in _cuts(text, start, end):
        if cut_start < at:
            continue
        opening = _opening(text, at, cut_start)
        if _fits(text[opening:cut_start].rstrip()):
            yield opening, opening + len(text[opening:cut_start].rstrip()), Role.CAPTION
        if credit:
            yield cut_start, cut_end, Role.CREDIT
        at = cut_end


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return where something ends that no full stop ended: joins, credits, and the end of the text."""
    joins = [(join.start(), join.end(), False) for join in _JOIN.finditer(text, start, end)]
    agencies = [(credit.start(), credit.end(), True) for credit in _CREDIT.finditer(text, start, end)]
    last = [] if text[end - 1] in ".!?\"”’'…" else [(end, end, False)]
    return sorted([*joins, *agencies, *last])


def _opening(text: str, start: int, end: int) -> int:
    """Return where the stretch before ``end`` starts: after the last full stop, else at ``start``."""
    opening = start
    for stop in _END.finditer(text, start, end):
        if text[stop.end() : stop.end() + 1] not in (".", ""):
            opening = stop.end()
    while text[opening : opening + 1].isspace():
        opening += 1
    return opening


def _fits(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and words[0].isupper() and not _BEFORE.search(words)
