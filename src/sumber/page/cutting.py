"""Lines -> pieces: a line is cut at what stands inside it and is no part of the story."""

import re
from collections.abc import Iterator

from msgspec import Struct

from ..record import Role
from .embeds import Finder, embeds, finders
from .furniture_cues import Cue, cues
from .headlines import glued_heading, headline_end
from .spans import Cut

__all__ = ["Piece", "pieces", "trimmed"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TAIL = 330  # code points at the end of a line in which a credit or initials may start


class Piece(Struct):
    """A stretch of one line, and what is known of it; ``role`` None: not yet."""

    start: int
    end: int
    role: Role | None = None
    why: str = ""
    gap: bool = False  # an empty line stands before it

    def set(self, role: Role, why: str) -> None:
        """Give the piece a role, once."""
        if self.role is None:
            self.role, self.why = role, why


class _Active(Struct, frozen=True):
    """What a text may hold at all."""

    inline: tuple[Cue, ...]
    headlines: tuple[Cue, ...]
    end: tuple[Cue, ...]
    boxes: tuple[Finder, ...]

    def is_whole(self, text: str, line: Piece) -> bool:
        """Return whether nothing can be cut out of a line or off its ends, as is so with most; quick."""
        return not (
            self.inline
            or self.headlines
            or self.boxes
            or (self.end and _closing(text, line, self.end))
            or glued_heading(text, line.start, line.end)
        )


def pieces(text: str, language: str, *, from_page: bool) -> Iterator[Piece]:
    """Yield the trimmed lines of a text, cut at boxes and cues inside them and before cues that end a line."""
    known = cues()
    standing = known.needed.standing_in(text)
    inline, headlines, end = (
        tuple(cue for cue in found if not standing.isdisjoint(cue.needs))
        for found in (known.inline, known.headlines, known.end)
    )
    active = _Active(inline, headlines, end, () if from_page else finders(text, language))
    last = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + found[0].find(words[0])
        line = Piece(start, start + len(words), gap=text.count("\n", last, found.start()) > 1)
        last = line.end
        if active.is_whole(text, line):
            yield line
        else:
            yield from _cut(text, line, active)


def trimmed(text: str, start: int, end: int, gap: bool) -> Iterator[Piece]:
    """Yield the piece of a stretch without the white space at its ends; nothing if there is nothing else."""
    piece = text[start:end]
    if piece.strip():
        yield Piece(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), gap=gap)


def _cut(text: str, line: Piece, active: _Active) -> Iterator[Piece]:
    at, gap = line.start, line.gap
    for cut in _cuts(text, line, active):
        yield from trimmed(text, at, cut.start, gap)
        yield Piece(cut.start, cut.end, cut.role, cut.why, gap and cut.start == line.start)
        at, gap = cut.end, False
    yield from _tail(text, Piece(at, line.end, gap=gap), active)


def _cuts(text: str, line: Piece, active: _Active) -> Iterator[Cut]:
    """Yield what is cut out of a line, in order and disjoint; a box goes before the cues inside it."""
    boxes = embeds(text, line.start, line.end, active.boxes)
    why = "a cue of furniture inside the line"
    marks = [
        Cut(found.start(), found.end(), cue.role, why)
        for cue in active.inline
        for found in cue.pattern.finditer(text, line.start, line.end)
        if not any(box.start < found.end() and found.start() < box.end for box in boxes)
    ]
    last = line.start
    for cut in sorted([*boxes, *marks]):
        if cut.start >= last < cut.end:
            yield cut
            last = cut.end


def _tail(text: str, line: Piece, active: _Active) -> Iterator[Piece]:
    """Cut a credit or initials off the end of a line, and a marked headline glued into it."""
    start, gap = line.start, line.gap
    closing = _closing(text, line, active.end)
    stop = closing.start if closing else line.end
    for link in _links(text, start, stop, active.headlines) if active.headlines else ():
        if link.start < start:
            continue
        yield from trimmed(text, start, link.start, gap)
        yield Piece(*link)
        start, gap = link.end, False
    glued = glued_heading(text, start, stop)
    if glued:
        yield Piece(start, glued, Role.OTHER, "a heading glued to the paragraph", gap)
        start, gap = glued, False
    yield from trimmed(text, start, stop, gap)
    if closing:
        yield Piece(*closing)


def _closing(text: str, line: Piece, active: tuple[Cue, ...]) -> Cut | None:
    """Return the credit, byline or initials that end a line; of several the one that starts first."""
    if not active:
        return None
    low = max(line.start, line.end - _TAIL)
    tail = text[low : line.end]
    first: Cut | None = None
    for cue in active:
        found = cue.pattern.search(tail) if cue.may_stand_in(tail) else None
        if found and (first is None or low + found.start() < first.start):
            over = low + found.start() + len(found[0].rstrip())
            first = Cut(low + found.start(), over, cue.role, "a credit or initials at the end of the line")
    return first


def _links(text: str, start: int, stop: int, active: tuple[Cue, ...]) -> Iterator[Cut]:
    """Yield links to other stories that follow the end of a sentence inside a line."""
    marks = sorted(
        (found.start(), found.end(), cue.role)
        for cue in active
        for found in cue.pattern.finditer(text, start, stop)
    )
    for begin, end, role in marks:
        before = text[max(start, begin - 3) : begin].rstrip()
        if before and before[-1] in '.!?"”)':
            over = headline_end(text, end, stop)
            yield Cut(begin, over, role, "a link to another story inside the line")
