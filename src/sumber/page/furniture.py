"""The labeller: every stretch of an article's text gets a role and a reason. One labeller serves pages and plain text.

How it works: lines are cut at boxes and cues that stand inside them (cutting.py); each piece is labelled by the cues
of furniture_cues.py, by datelines.py, by what stands around it (a caption before a photo credit, tags after the
reporter's initials), by repetition, and by headlines.py: a headline between paragraphs belongs to another story if it
shares few words with this one, else it is a heading. What is left is body; body lines whose sentence goes on are one
block.

Known to miss: other stories' headlines written as sentences; captions inside running text that end with a full stop.
Quality: ``python -m evaluation furniture``.
"""

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ..record import Block, Role
from .captions import inline_captions
from .cutting import Piece, trimmed
from .cutting import pieces as cut_lines
from .datelines import FoundDateline, find_dateline
from .furniture_cues import cues
from .headlines import is_headline, is_open, overlap, topic_words

__all__ = ["Labelled", "label"]

_CREDIT_HEAD = re.compile(r"(?:Sumber|Photo|Foto|Source|SUMBER|FOTO|PHOTO)\s*:")
_INITIALS = re.compile(r"\((?:[A-Za-z.]{2,5}/)*[A-Za-z.]{2,6}\)$")
_MANY = 20_000  # pieces; beyond, only cues are used
_REPEATED = 40  # letters of a paragraph that stands twice by no accident
_CAPTION = 260  # code points of a caption at most
_HEAD_PIECES = 4  # a dateline stands in one of these


class Labelled(Struct, frozen=True):
    """The blocks of a text in order, the title if it stands in it, and its dateline."""

    blocks: tuple[Block, ...]
    title: str | None
    dateline: tuple[int, FoundDateline] | None


def label(text: str, *, title: str | None = None, language: str = "id", from_page: bool = False) -> Labelled:
    """Return the blocks of a text: sorted, disjoint, covering every character that is not white space.

    Args:
        text: the article's text as it came, any line ends.
        title: the title if it is known from outside.
        language: ISO 639-1; captions without a mark are only looked for in English.
        from_page: the text was taken out of a page, whose links have shown where other stories' headlines and
            whose elements where captions stand: a headline that is left is a heading of this story (measured on
            WCXB dev: body F1 .943 with this, .924 without).
    """
    pieces = list(cut_lines(text, language, from_page=from_page))
    _by_cues(text, pieces)
    heading = _title(text, pieces, title)
    if from_page:
        _title_again(text, pieces, heading)
    dateline = _dateline(text, pieces)
    if from_page and dateline and language == "id":
        _above_dateline(pieces, dateline[0])
    if len(pieces) <= _MANY:
        _around(text, pieces)
        _repeated(text, pieces)
        if not from_page:
            _headlines(text, pieces)
        if language == "en" and not from_page:
            pieces = [part for piece in pieces for part in _without_captions(text, piece)]
    for piece in pieces:
        piece.set(Role.BODY, "running text")
    blocks = tuple(_blocks(text, pieces))
    return Labelled(blocks, text[heading.start : heading.end] if heading else None, dateline)


def _by_cues(text: str, pieces: list[Piece]) -> None:
    """Label lines that are furniture by their words; a bare *Baca juga:* takes the next line with it."""
    known = cues()
    rare = known.rare_in(text)
    for number, piece in enumerate(pieces):
        if piece.role is not None or piece.end - piece.start > 400:
            continue
        head = known.head.match(text, piece.start, piece.end)
        if head:
            piece.set(known.of_head(head), f"starts with “{head[0]}”")
            if text[head.end() : piece.end].strip(" :") == "" and _takes_next(text, head, pieces, number):
                pieces[number + 1].set(Role.RELATED, f"the headline after “{head[0]}”")
            continue
        role = known.of_line(text, piece.start, piece.end, rare)
        if role and not _is_fragment(text, pieces, number, role):
            piece.set(role, "reads like a widget, credit or byline")


def _is_fragment(text: str, pieces: list[Piece], number: int, role: Role) -> bool:
    """Return whether a line that reads like a credit is a link's words inside a sentence: *AFP* on its own line."""
    if role is not Role.CREDIT or number == 0 or ":" in text[pieces[number].start : pieces[number].end]:
        return False
    before = pieces[number - 1]
    after = text[pieces[number + 1].start] if number + 1 < len(pieces) else ""
    return (before.role is None and is_open(text[before.start : before.end]) and not pieces[number].gap) or (
        after.islower() or after in tuple(",.;)")
    )


def _takes_next(text: str, head: re.Match[str], pieces: list[Piece], number: int) -> bool:
    if number + 1 >= len(pieces) or pieces[number + 1].role is not None:
        return False
    following = text[pieces[number + 1].start : pieces[number + 1].end]
    colon = text[head.end() : pieces[number].end].strip() == ":"
    return is_headline(following) or (colon and len(following) < 170 and is_open(following))


def _title(text: str, pieces: list[Piece], title: str | None) -> Piece | None:
    """Label the title: the first line if it is the given one or can be one."""
    if not pieces or pieces[0].role is not None:
        return None
    first = text[pieces[0].start : pieces[0].end]
    same = title is not None and first.casefold().split() == title.casefold().split()
    alone = len(pieces) > 1 and len(first) <= 200 and (is_open(first) or first[-1] in "?!\"”'’")
    if same or (title is None and alone):
        pieces[0].set(Role.TITLE, "the title that came with it" if same else "the first line")
        return pieces[0]
    if title is not None and first.startswith(title) and len(title) > 10:
        return None
    if alone and title is not None:
        pieces[0].set(Role.TITLE, "the first line, written as a title")
        return pieces[0]
    return None


def _title_again(text: str, pieces: list[Piece], title: Piece | None) -> None:
    """Label lines of a page that repeat its title."""
    words = text[title.start : title.end].casefold().split() if title else []
    longest = (
        2 * (title.end - title.start) if title else 0
    )  # other blanks between the words may make it longer
    for piece in pieces[1:] if words else ():
        if piece.role is not None or piece.end - piece.start > longest:
            continue
        if text[piece.start : piece.end].casefold().split() == words:
            piece.set(Role.OTHER, "repeats the title")


def _above_dateline(pieces: list[Piece], start: int) -> None:
    """Label short lines of an Indonesian page above its dateline, with which the report begins: a photo's caption."""
    for piece in pieces:
        if piece.end <= start and piece.end - piece.start < _CAPTION:
            piece.set(Role.CAPTION, "stands above the dateline")


def _dateline(text: str, pieces: list[Piece]) -> tuple[int, FoundDateline] | None:
    """Cut a dateline off the first paragraph that has one."""
    candidates = [number for number, piece in enumerate(pieces) if piece.role is None][:_HEAD_PIECES]
    for number in candidates:
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        end = piece.end
        if following is not None and text[following.start : following.end] in ("-", "–", "—", "--"):
            end = following.end
        found = find_dateline(text, piece.start, end)
        if found is None:
            continue
        start = piece.start
        if end != piece.end:
            del pieces[number + 1]
        pieces[number : number + 1] = [
            Piece(start, found.end, Role.DATELINE, "place and outlet before a dash", piece.gap),
            *trimmed(text, found.end, end, False),
        ]
        return start, found
    return None


def _around(text: str, pieces: list[Piece]) -> None:
    """Label what its neighbours explain: captions before credits, tags and widgets after the initials."""
    after_initials = False
    for number, piece in enumerate(pieces):
        if piece.role is None and not after_initials:
            continue
        words = text[piece.start : piece.end]
        if piece.role is Role.BYLINE and _INITIALS.match(words) and number > len(pieces) // 2:
            after_initials = True
        elif after_initials and piece.role is None and piece.end - piece.start < 120:
            tag = words == words.lower() and is_open(words)
            piece.set(Role.NAVIGATION if tag else Role.ADVERT, "stands after the reporter's initials")
        if number and piece.role is Role.CREDIT and _CREDIT_HEAD.match(words):
            before = pieces[number - 1]
            caption = text[before.start : before.end]
            if before.role is None and len(caption) < 200 and is_open(caption):
                before.set(Role.CAPTION, "stands before a photo credit")
        if number and piece.role is Role.CREDIT:
            _caption_before_credit(text, pieces, number)


def _caption_before_credit(text: str, pieces: list[Piece], number: int) -> None:
    """A line that a photographer's credit ends is a caption, if it is short."""
    before = pieces[number - 1]
    on_one_line = "\n" not in text[before.end : pieces[number].start]
    if before.role is None and on_one_line and before.end - before.start < _CAPTION:
        before.set(Role.CAPTION, "ends with a photo credit")


def _repeated(text: str, pieces: list[Piece]) -> None:
    """Label the second and later occurrences of a paragraph."""
    begun: dict[str, list[Piece]] = {}  # by the first letters: few paragraphs need to be compared whole
    for piece in pieces:
        is_item = text.startswith("- ", piece.start)  # things that are compared share features
        if piece.role is None and piece.end - piece.start >= _REPEATED and not is_item:
            begun.setdefault(text[piece.start : piece.start + 16].casefold(), []).append(piece)
    for alike in begun.values():
        seen: set[str] = set()
        for piece in alike if len(alike) > 1 else ():
            words = " ".join(text[piece.start : piece.end].casefold().split())
            if words in seen and len(words) >= _REPEATED:
                piece.set(Role.OTHER, "repeats a paragraph")
            seen.add(words)


def _headlines(text: str, pieces: list[Piece]) -> None:
    """Label headlines that stand between paragraphs."""
    topic: frozenset[str] | None = None
    for number, piece in enumerate(pieces):
        line = text[piece.start : piece.end]
        if piece.role or not _short(piece) or not is_headline(line) or _continues(text, pieces, number):
            continue
        if topic is None:
            longer = [text[other.start : other.end] for other in pieces if not _short(other)]
            topic = topic_words(" ".join(longer))
        shared = overlap(line, topic)
        if shared < 0.5:
            piece.set(Role.RELATED, f"a headline that shares {shared:.0%} of its words with this story")
        else:
            piece.set(Role.OTHER, f"a heading: it shares {shared:.0%} of its words with this story")


def _short(piece: Piece) -> bool:
    return piece.end - piece.start < 170


def _continues(text: str, pieces: list[Piece], number: int) -> bool:
    """Return whether a line belongs to a sentence that the line before began or the next goes on with."""
    before = pieces[number - 1] if number else None
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    if before and before.role is None and not pieces[number].gap and is_open(text[before.start : before.end]):
        return True
    first = text[after.start] if after and after.role is None and not after.gap else ""
    return first.islower() or first in tuple(",.;)")


def _without_captions(text: str, piece: Piece) -> Iterator[Piece]:
    """Cut captions without a mark out of a long line of English body text."""
    if piece.role is not None or piece.end - piece.start < 600:
        yield piece
        return
    at = piece.start
    for start, end, role in inline_captions(text, piece.start, piece.end):
        yield from trimmed(text, at, start, piece.gap and at == piece.start)
        why = (
            "no full stop ends it before the next sentence" if role is Role.CAPTION else "an agency's credit"
        )
        yield Piece(start, end, role, why)
        at = end
    yield from trimmed(text, at, piece.end, piece.gap and at == piece.start)


def _blocks(text: str, pieces: list[Piece]) -> Iterator[Block]:
    """Yield the blocks; body lines whose sentence goes on in the next line are one."""
    held: Block | None = None
    for piece in pieces:
        block = Block(start=piece.start, end=piece.end, role=piece.role or Role.BODY, why=piece.why)
        if held and held.role is Role.BODY is block.role and not piece.gap and is_open(held.of(text)[-8:]):
            held = msgspec.structs.replace(held, end=block.end)
            continue
        if held:
            yield held
        held = block
    if held:
        yield held
