"""Boxes that a crawler ran into the text: links to other stories, picture galleries, marked captions.

Each kind is known by words that no story has; where such a box ends is told by the next full stop or by the most likely
join of two sentences (boundaries.py). What has no clear end is cut at its mark alone.
"""

import re
from collections.abc import Callable, Iterator

from ..record import Role
from .boundaries import joins
from .credits import CREDIT_WORDS, bracketed_credits
from .needed import Needed
from .posts import posts
from .sentence_starts import last_start, starts
from .spans import Cut

__all__ = ["FINDERS", "embeds", "finders"]

_MORE = re.compile(r" (?:Read|READ) (?:more|More|MORE)(?=\s+[\"“‘'A-Z]|\s*$)")
_MARKED = re.compile(r"(?:Image|Media) caption,? (?=[\"“‘'A-Z])")
_LINKED = re.compile(
    r"(?:(?<=[.!?\"”’)] )|(?<=\n))\[ ?(?=[A-Z'‘\"“])[^\[\]\n]{18,130}[^\W\d_][^\[\]\n]{0,8}\]"
    r"(?=\s+[\"“‘'(A-Z]|\s*$)"
)
_FIRST = re.compile(r"(?<![\d/])1/(\d{1,3}) (?=[A-Z\"“‘'])")
_HEADER = re.compile(r"[A-Z][^.!?\n]{2,90} \d{1,3} show all [^.!?\n]{2,90} $")
_AGENCY = r"(?:Getty(?: Images)?|EPA|PA(?: [Ww]ire)?|AP|AFP|Reuters|REUTERS|Rex(?: Features)?|Alamy|SWNS)"
_CREDITED = re.compile(rf"[^.!?\n]{{8,420}}?[ /]{_AGENCY}(?= [A-Z\"“‘'])")
_RELATED = re.compile(
    r"(?:(?<=[.!?\"”’] )|(?<=\n))(?:RELATED (?:STORIES|ARTICLES)|[Rr]elated [Ss]tories|Related [Aa]rticles|"
    r"MORE GREAT STORIES FROM|You (?:might|may) also like:?|"
    r"MOST READ IN \w+(?: \w+)?|Most [Rr]ead in \w+(?: \w+)?) (?=[\w'‘\"“])"
)
_KICKER = re.compile(r"(?:['‘]?[A-Z][A-Z'’!?&-]*[!?'’]? ){2,}(?=[A-Z]\w*[a-z])")
_SLIDES = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [A-Z][a-z]+ \d{1,2}, \d{4} )"
    r"[^\n]{5,200}?Play [Ss]lideshow (?:[^\n]{2,60}? )?\d{1,3} of \d{1,3}"
)
_PULLED = re.compile(r" ([A-Z][\w'’-]+ [A-Z][\w'’-]+) (?=(?:\1|[\"“])[ \w])")
_NYT = re.compile(
    r"Photo (?=[A-Z])[^\n]{10,400}? Credit [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
    r"(?:/[A-Z][\w ]+?(?= [A-Z])|(?:,| for| via) (?:The New York Times|[A-Z][\w]+(?: Images| Press)?(?:/[A-Z]\w+)*))"
)
_FULL_STOP = re.compile(r"(?<!\.)\.[\"”’']?(?=\s+[\"“‘'A-Z])")
_CAPITAL = re.compile(r"(?<=\s)[\"“‘']?[A-Z]")
_SHORTEST_QUOTE = 25
_LONGEST_QUOTE = 420
_LONGEST = 260
_BOX = 1800  # code points of a box of headlines with the sentence after it
_LEAST = 0.1  # probability of a join where one must be
_MARKED_LEAST = 0.02  # the same after a word that says so


def end_of_run(text: str, start: int, end: int, *, least: float = _LEAST) -> int | None:
    """Return where words without a full stop end that start at ``start``: at the most likely join of two sentences."""
    stop = min([*starts(text, start, min(end, start + 700))[:1], start + 700, end])
    found = [(likely, at) for at, likely in joins(text, start + 14, min(stop, start + _LONGEST), least=least)]
    return max(found)[1] if found else None


def _end_of_box(text: str, start: int, end: int) -> int | None:
    """Return where headlines in a row end: at the last likely join before the first full stop."""
    stop = _FULL_STOP.search(text, start, end)
    over = stop.start() if stop else end
    kickers = [found.end() for found in _KICKER.finditer(text, start, over)]
    low = kickers[-1] if kickers else start
    found = list(joins(text, low, over, least=_LEAST))
    sure = [at for at, likely in found if likely >= 0.5]
    return sure[-1] if sure else max(((likely, at) for at, likely in found), default=(0.0, None))[1]


def _read_more(text: str, start: int, end: int) -> Iterator[Cut]:
    last = start
    for more in _MORE.finditer(text, start, end):
        before = text[more.start() - 1]
        if before in ".:;,-–—":
            continue
        opening = last_start(text, last, more.start())
        if " | " in text[opening : more.start()]:
            opening = last_start(text, max(last, opening - 120), opening)
        if 15 <= more.start() - opening <= 220 and text[opening] not in '"“':
            yield Cut(_solid(text, opening), more.end(), Role.RELATED, "a headline before “Read more”")
            last = more.end()


def _marked(text: str, start: int, end: int) -> Iterator[Cut]:
    marks = list(_MARKED.finditer(text, start, end))
    for number, mark in enumerate(marks):
        credit = text.find("Image copyright", mark.end(), end)
        following = [
            *(after.start() for after in marks[number + 1 : number + 2]),
            *([credit] if credit >= 0 else []),
        ]
        stop = min([*following, end])
        near = stop - mark.end() <= _LONGEST and not starts(text, mark.end(), stop)
        over = stop if near else end_of_run(text, mark.end(), stop, least=_MARKED_LEAST)
        yield Cut(mark.start(), over or mark.end() - 1, Role.CAPTION, "starts with a caption's mark")


def _bracketed_links(text: str, start: int, end: int) -> Iterator[Cut]:
    for found in _LINKED.finditer(text, start, end):
        if found[0].count(" ") >= 3:
            yield Cut(*found.span(), Role.RELATED, "a headline in brackets")


def _galleries(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield numbered galleries, *1/9 ... 2/9 ...*, with their header and the credit that ends them."""
    for first in _FIRST.finditer(text, start, end):
        total = int(first[1])
        at, seen = first.end(), 1
        for number in range(2, total + 1):
            mark = text.find(f" {number}/{total} ", at, min(end, at + 900))
            if mark >= 0:
                at, seen = mark + len(f" {number}/{total} "), seen + 1
        if seen < 3 or seen < total / 2:
            continue
        low = max(start, first.start() - 220)
        header = _HEADER.search(text[low : first.start()])
        opening = low + header.start() if header else first.start()
        if header:
            opening = max(opening, last_start(text, low, first.start() - 1))
        closing = _CREDITED.match(text, at, end)
        over = closing.end() if closing else end_of_run(text, at, end)
        yield Cut(opening, over or at, Role.CAPTION, "a numbered gallery")


def _related(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield boxes of headlines: they end where the first sentence that has a full stop starts."""
    for mark in _RELATED.finditer(text, start, end):
        over = _end_of_box(text, mark.end(), min(end, mark.end() + _BOX))
        yield Cut(mark.start(), over or mark.end() - 1, Role.RELATED, "a box of headlines")


def _slides(text: str, start: int, end: int) -> Iterator[Cut]:
    for found in _SLIDES.finditer(text, start, end):
        opening = last_start(text, start, found.start())
        first = opening if found.start() - opening <= 170 else found.start()
        yield Cut(first, found.end(), Role.CAPTION, "a slide show")


def _pulled(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield quotes that were pulled out of the story, with their speaker: the same words stand in it once more."""
    for speaker in _PULLED.finditer(text, start, end):
        low = max(start, speaker.start() - _LONGEST_QUOTE)
        at = _stands_twice(text, low, speaker.start())
        if at is not None and text[at - 1 : at + 1].count('"') == 0:
            yield Cut(at, speaker.end() - 1, Role.OTHER, "a quote pulled out of the story")


def _stands_twice(text: str, start: int, end: int) -> int | None:
    """Return where the longest run of words starts that ends at ``end`` and stands in the text elsewhere too.

    It starts with a capital and is at least _SHORTEST_QUOTE long; None if there is none.
    """
    longest = None
    for word in reversed([*_CAPITAL.finditer(text, start, end - _SHORTEST_QUOTE)]):
        words = text[word.start() : end].rstrip("\"”’'., ")
        if text.count(words) < 2:
            break
        longest = word.start()
    return longest


def _nyt(text: str, start: int, end: int) -> Iterator[Cut]:
    for found in _NYT.finditer(text, start, end):
        yield Cut(*found.span(), Role.CAPTION, "a photo's caption and credit")


def _solid(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


Finder = Callable[[str, int, int], Iterator[Cut]]
FINDERS: tuple[tuple[tuple[str, ...], Finder], ...] = (
    (("(@",), posts),
    (("ead more", "ead More", "READ MORE"), _read_more),
    ((" caption",), _marked),
    ((" [",), _bracketed_links),
    ((" 1/",), _galleries),
    (("elated ", "RELATED ", " also like", "GREAT STORIES", "ost read in", "ost Read in", "MOST READ"), _related),
    (("Play slideshow", "Play Slideshow"), _slides),
    ((" Credit ",), _nyt),
    (CREDIT_WORDS, bracketed_credits),
)  # fmt: skip
"""What is looked for, each with the words of which one must stand in the text."""
_NEEDED = Needed(word for words, _ in FINDERS for word in words)


def finders(text: str, language: str) -> tuple[Finder, ...]:
    """Return what can be found in a text at all, for most texts nothing; pulled quotes are only known in English."""
    standing = _NEEDED.standing_in(text)
    found = tuple(find for words, find in FINDERS if not standing.isdisjoint(words))
    return (*found, _pulled) if language == "en" else found


def embeds(text: str, start: int, end: int, active: tuple[Finder, ...]) -> list[Cut]:
    """Return the boxes of a line in order; where two overlap, the one that starts first."""
    kept: list[Cut] = []
    for cut in sorted(cut for find in active for cut in find(text, start, end)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept
