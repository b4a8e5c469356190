"""Captions and credits that a crawler ran into the text: no full stop ends them before the next sentence starts."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..language import load
from ..record import Role
from .boundaries import joins

__all__ = ["inline_captions"]

_STARTERS = (
    "The|A|An|It|It's|This|That|These|Those|He|She|They|We|In|On|At|But|And|Some|More|Over|About|After|Before|When|While|"
    "There|His|Her|Their|If|As|For|From|According|Many|Most|Around|Meanwhile"
)
_SENTENCE = re.compile(rf" (?:{_STARTERS}) (?!of\b)[a-z]")
_CREDIT = re.compile(  # what may stand before it: _BEFORE_CREDIT
    r"(?:REUTERS|GETTY(?: IMAGES)?|Getty Images(?: \d{1,2})?|EPA|PA|AFP|AP|ALAMY|SWNS|REX(?: FEATURES)?|TWITTER"
    r"|FACEBOOK"
    r"|AP(?::[A-Z][\w ]{2,24}?)? \d{1,2}|PA(?::[A-Z][\w ]{2,24}?)? \d{1,2}|EPA(?::[A-Z][\w ]{2,24}?)? \d{1,2}"
    r"|Getty:[A-Z][\w ]{2,24}? \d{1,2}|AFP:[A-Z][\w ]{2,24}? \d{1,2}|Reuters(?::[A-Z][\w ]{2,24}?)? \d{1,2})"
    r"(?= [A-Z][a-z]|\s*$)"
)
_BEFORE_CREDIT = re.compile(r"(?<=[.!?\"”'’a-z0-9)] )|(?<=\n)")
_END = (
    re.compile(  # one letter first, which a search finds quickly; the end is where the next sentence starts
        r"[.!?\"”](?:(?<=[.!?])(?<![A-Z]\.)(?<! \.)[\"”’']* |(?<=[\"”]) )"
    )
)
_BEFORE = re.compile(
    r"(?:\b(?:of|in|to|the|by|with|for|on|at|and|as|from|called|titled|newspaper|magazine|newsroom)|[,;:“\"(])$"
)
_SURE = 0.9  # probability of a missing full stop that is believed by itself: .99 of such are right (boundaries.md)
_LIKELY = 0.5  # the same in a text that has _SIGNS of captions, or after another caption: they come in rows
_FAIR = 0.2  # the least for a place where a word follows that starts sentences: *The*, *It*, *After*
_DOUBTFUL = 0.1  # the least for a place before or behind what a picture shows
_TOLD = (
    0.02  # the same inside words that say what a picture shows: a caption has an end, if only before a name
)
_SIGNS = 2  # sure joins, agencies' credits, an end of the text without a full stop
_GALLERY = re.compile(
    r"(?:Getty Images|AP:Associated Press|PA:Press Association|Reuters|EPA|Alamy) (\d{1,2})(?= [A-Z]|\s*$)"
)
_CAPITAL = r"(?:(?:[A-Z]|Jr|Sr|St|Dr|Mrs?|Ms)\.|[A-Z][\w'’-]+)"
_WHERE = r",? \(?(?:(?:far|front|back|second from|third from|top|bottom|center|centre)[ -])?"
_SIDE = r"(?:left|right|cent(?:re|er)|pictured)[,) ]"
_SHOWN = (  # what a picture shows, and a quick pattern for the end of each: only what has an end is looked for
    (rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}{_WHERE}{_SIDE}", re.compile(_SIDE)),
    (
        r"[A-Z][\w'’]*(?: [\w'’]+){0,5} ?(?:\. \. \.|\.{3}|…) ?(?=[a-z])",
        re.compile(r"\.(?: \. \.|\.\.) ?[a-z]|… ?[a-z]"),
    ),
    (r"(?P<told>[A-Z][^.!?\n\"“”]{2,90}\bpictured\b)", re.compile("pictured")),
)
_NAMED = re.compile(rf"[A-Z][\w'’-]*\.?{_WHERE}$")
_NAME_LONGEST = 60  # code points of a name's last word and where its bearer stands
_SHOWN_LONGEST = 180
_WORD = re.compile(r"\S+")
_ANEW = re.compile(r" [A-Z][\w’'-]* [a-z]")  # a sentence starts: a capital, then a small-written word
_RUN = 10  # words that stand together twice by no accident
_OFTEN = re.compile(rf"\+{{{_RUN},}}")
_SPEECH = re.compile(
    r"[:,] [\"“‘'](?=\w)|[.!?,][\"”’']"
)  # somebody's words, which no caption of one line has
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
    at, in_row = start, False
    cuts = _cuts(text, start, end)
    openings = _openings(text, start, end)
    least = _LIKELY if sum(cut.likely >= _SURE for cut in cuts) >= _SIGNS else _SURE
    for cut in cuts:
        if cut.start < at:
            continue
        opening = max(at, openings[number - 1] if (number := bisect_right(openings, cut.start)) else at)
        while text[opening : opening + 1].isspace():
            opening += 1
        in_row = in_row and opening == at
        if cut.likely < (_LIKELY if in_row else least):
            continue
        words = text[opening : cut.start].rstrip()
        if _fits(words):
            yield opening, opening + len(words), Role.CAPTION
            in_row = True
        if cut.is_credit:
            yield cut.start, cut.end, Role.CREDIT
            in_row = True
        at = cut.end


class _Cut(NamedTuple):
    """A place where something ends that no full stop ended: a join of two sentences, a credit, the end of the text."""

    start: int
    end: int
    is_credit: bool
    likely: float


def _cuts(text: str, start: int, end: int) -> list[_Cut]:
    shown = _shown_form(*(_has_end(text, start, end, sign) for _, sign in _SHOWN))
    places = [
        _Cut(
            at, at + 1, False, max(likely, _SURE) if likely >= _FAIR and _SENTENCE.match(text, at) else likely
        )
        for at, likely in joins(text, start, end, least=_DOUBTFUL if shown else _FAIR)
    ]
    agencies = [
        *(
            found.span()
            for found in _CREDIT.finditer(text, start, end)
            if _BEFORE_CREDIT.match(text, found.start())
        ),
        *_gallery_credits(text, start, end),
    ]
    named = [_Cut(*span, True, 1.0) for span in agencies]
    places += [_Cut(at, at + 1, False, 1.0) for at in _repeats(text, start, end)]
    if shown:
        found = _shown(shown.finditer(text, start, end), (start, end), [*places, *named])
        places += [_Cut(at, at + 1, False, 1.0) for at in found]
    last = [] if text[start:end].rstrip("\"”’')]")[-1:] in (*".!?…",) else [_Cut(end, end, False, 1.0)]
    return sorted([*places, *named, *last])


def _shown(matches: Iterable[re.Match[str]], within: tuple[int, int], known: list[_Cut]) -> Iterator[int]:
    """Yield where sentences start and end that say what a picture shows: *Kari Moe, left, waves at the crowd*.

    Their end is the most likely join where no other cut is known before their full stop.
    """
    start, end = within
    doubtful = {cut.start for cut in known}
    sure = sorted(cut.start for cut in known if cut.likely >= _LIKELY or cut.is_credit)
    for found in matches:
        text, at = found.string, found.start()
        first = at == start or text[at - 2 : at - 1] in tuple(".!?\"”’'")
        if not first and (at - 1 not in doubtful or found.lastgroup == "told"):
            continue
        if not first:
            yield at - 1
        stop = _END.search(text, found.end(), min(end, at + 2 * _SHOWN_LONGEST))
        stopped = stop.start() + (stop[0][0] in ".!?") if stop else end
        over = min(stopped, at + _SHOWN_LONGEST)
        if bisect_right(sure, over) > bisect_right(sure, at):
            continue
        ends = [
            (likely, place)
            for place, likely in joins(text, at, over, least=_TOLD)
            if place >= found.end() + 8
            and _may_end(text[at:place].rsplit(" ", 1)[-1], sure=likely >= _DOUBTFUL)
        ]
        if ends:
            yield max(ends)[1]


def _may_end(word: str, *, sure: bool) -> bool:
    """Return whether a caption may end with a word before a name: unless it is sure, not inside the name."""
    return word not in _before_names() and (sure or not word[:1].isupper())


@cache
def _before_names() -> frozenset[str]:
    """Return the words that a name follows without a break: *spokeswoman*, *mother*."""
    english = load("en")
    relations = english.classes("referents")["relation"]
    return frozenset((*(row["word"] for row in english.table("titles")), *relations))


@cache
def _shown_form(*wanted: bool) -> re.Pattern[str] | None:
    """Return the forms of _SHOWN that are wanted, as one pattern; None if none is."""
    forms = [form for (form, _), is_wanted in zip(_SHOWN, wanted, strict=True) if is_wanted]
    return re.compile("|".join(forms)) if forms else None


def _has_end(text: str, start: int, end: int, sign: re.Pattern[str]) -> bool:
    """Return whether the end of one of _SHOWN stands in a stretch; a side counts behind a name only."""
    if sign.pattern != _SIDE:
        return sign.search(text, start, end) is not None
    return any(
        _NAMED.search(text, max(start, found.start() - _NAME_LONGEST), found.start())
        for found in sign.finditer(text, start, end)
    )


def _gallery_credits(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield credits of a gallery, numbered as an agency's are: *Getty Images 22 ... South West News 22*."""
    numbers = Counter(found[1] for found in _GALLERY.finditer(text, start, end))
    for number, times in numbers.items():
        if times >= _SIGNS:
            credit = re.compile(rf"(?<=[.!?\"”’'a-z0-9)] )(?:[A-Z][\w&]*[ :]){{1,5}}{number}(?= [A-Z]|\s*$)")
            spans = (found.span() for found in credit.finditer(text, start, end))
            yield from (span for span in spans if not _GALLERY.search(text, span[0] + 1, span[1] + 1))


def _repeats(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a run of words ends that stood in the text before: a caption that copies the story's words."""
    bare = text[start:end].split()
    marks = {word: "+" if times > 1 else "-" for word, times in Counter(bare).items()}
    often = "".join(map(marks.__getitem__, bare[:-1]))
    first: dict[tuple[str, ...], int] = {}
    twice = [  # each word of a run that stands twice stands twice: few places need to be looked at
        (at, other)
        for stretch in _OFTEN.finditer(often)
        for at in range(stretch.start(), stretch.end() - _RUN + 1)
        if (other := first.setdefault(tuple(bare[at : at + _RUN]), at)) != at
    ]
    words = list(_WORD.finditer(text, start, end)) if twice else []
    told = -1  # index of the word up to which a repeat has been told
    for at, other in twice:
        if at <= told:
            continue
        told, earlier = at + _RUN, other + _RUN
        while told < len(bare) and earlier < at and bare[told] == bare[earlier]:
            told, earlier = told + 1, earlier + 1
        after = told + 1 if told < len(bare) and bare[told] == "said" else told
        if after < len(bare) and _ANEW.match(text, words[after - 1].end(), end):
            yield words[after].start() - 1


def _openings(text: str, start: int, end: int) -> list[int]:
    """Return where stretches start inside ``text[start:end]`` after a full stop, in order."""
    return [
        stop.end()
        for stop in _END.finditer(text, start, end)
        if text[stop.end() : stop.end() + 1] not in (".", "")
    ]


def _fits(words: str) -> bool:
    if not _SHORTEST <= len(words) <= _LONGEST or not words[0].isupper() or _BEFORE.search(words):
        return False
    if words[-1] in ".!?":
        return False
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”") and not _SPEECH.search(words)
