"""Where sentences end, in news as it is crawled."""

import re
from collections.abc import Iterator
from functools import cache

from . import available, load
from .vocabulary import Vocabulary, vocabulary

__all__ = ["is_abbreviation", "split_sentences"]

_STOP = re.compile(r"[.!?…]+[\"”’')\]»]*|\n\s*")
_OPENING = frozenset("\"“‘'([«")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_AHEAD = re.compile(r"[\"“‘']?(?:[A-Z][a-z]*(?:[A-Z][a-z]+)?[ ,-]|[A-Z]{2,} )")
_BULLET = re.compile(r"(?:[•●▪*–-]|â\x80¢)\s|\d{1,2}[.)]\s|[a-z][.)]\s")
_WORD_AHEAD = re.compile(r"[\"“‘'(\[«]*([^\W\d_]+)")
_COMMON = 9  # class of a word that, with a large letter after an abbreviation, begins a sentence
_SHORT_LINE = 60
_HANGING = frozenset(
    "dari di ke oleh dan yang pada dengan untuk atau dalam bagi kepada antara seperti sebagai serta para sebuah "
    "seorang khususnya of the a an and by with from to in at on for or that which whose".split()
)


def split_sentences(text: str, start: int, end: int, language: str = "en") -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``, trimmed of white space.

    A sentence ends at a full stop, question or exclamation mark (with the quotes that close on it) before a capital,
    a digit or an opening mark; not after a title (*Dr.*), nor after another abbreviation or an initial unless a
    common word follows with a large letter. A line end counts unless the line plainly goes on (a cut-out link).

    >>> text = "Ia pergi. Dr. Budi H. Santoso tinggal. Naik 5,5 persen di PT Maju Tbk. Harga turun."
    >>> [text[a:b] for a, b in split_sentences(text, 0, 38, "id")]
    ['Ia pergi.', 'Dr. Budi H. Santoso tinggal.']
    """
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= at:
            continue
        ends = _line_ends(text, at, stop, end) if stop[0][0] == "\n" else _ends(text, at, stop, end, language)
        if ends:
            yield from _trim(text, at, stop.end())
            at = stop.end()
    yield from _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _line_ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Return whether a line end inside a block ends a sentence: not where a link was cut out of running text."""
    if "\n\n" in stop[0]:
        return True
    after = stop.end()
    if after >= end:
        return True
    ahead = text[after : min(end, after + 300)]
    if _BULLET.match(ahead):
        return True
    if not (ahead[0].isupper() or ahead[0].isdigit() or ahead[0] in _OPENING):
        return False
    if _hangs(text, start, stop.start()):
        return False
    line, _, following = ahead.partition("\n")
    fragment = len(line) < _SHORT_LINE and following[:1] and not following[0].isupper()
    before = text[max(start, stop.start() - 40) : stop.start()].split()
    linking = bool(before) and before[-1].isalpha() and before[-1].islower() and len(before[-1]) < 7
    return not (fragment and linking)


def _hangs(text: str, start: int, end: int) -> bool:
    """Return whether a line cannot end here: it ends in a function word, or it is a short link behind one that does.

    *Raden dari / WALHI / Kalimantan Selatan menilai ...* is one line that a crawler broke at its links.
    """
    if _last_word(text, start, end) in _HANGING:
        return True
    line = text.rfind("\n", start, end) + 1
    cut = text[line:end].strip()
    is_link = line > start and 0 < len(cut) < _SHORT_LINE and cut[-1].isalnum()
    return is_link and _last_word(text, start, line) in _HANGING


def _last_word(text: str, start: int, end: int) -> str:
    words = text[max(start, end - 40) : end].split()
    return words[-1] if words else ""


def _ends(text: str, start: int, stop: re.Match[str], end: int, language: str) -> bool:
    """Return whether a mark ends the sentence that begins at ``start``."""
    after = stop.end()
    spaced = text[after : after + 1].isspace()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    if not spaced:
        return _ends_glued(text, start, stop, end)
    first = text[after]
    opened = first in _OPENING and after + 1 < end
    if opened:
        first = text[after + 1]
    if not (first.isupper() or first.isdigit() or not _LETTER.match(first)):
        return False
    if not opened and first in ",;:)–—-":
        return first in "–—-" and stop[0][0] != "…" and len(stop[0]) < 3
    if stop[0] == ".":
        return not _abbreviates(text, start, stop.start(), after, language)
    return True


def _ends_glued(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Return whether a mark with no blank behind it ends a sentence: *dia.Namun itu ...*"""
    before = text[max(start, stop.start() - 2) : stop.start()]
    if stop[0][-1] in "\"”’')]»" and len(stop[0]) > 1:
        before = "ok"
    ahead = text[stop.end() : min(end, stop.end() + 24)]
    return before.isalpha() and before.islower() and _SENTENCE_AHEAD.match(ahead) is not None


def _abbreviates(text: str, start: int, dot: int, after: int, language: str) -> bool:
    """Return whether the full stop at ``dot`` belongs to an abbreviation or initial inside a sentence."""
    begin = max(start, dot - 14)
    word = re.split(r"[\s(\"“'‘,/-]", text[begin:dot])[-1]
    kind = _abbreviations(language).get(word.lower())
    if kind == "title":
        return True
    if kind == "number":
        return text[after : after + 1].isdigit()
    if kind is None and not (len(word) == 1 and word.isupper()):
        return False
    return not _begins(text, after, language)


def _begins(text: str, at: int, language: str) -> bool:
    """Return whether the word here is a common one that has its large letter from beginning a sentence."""
    ahead = _WORD_AHEAD.match(text, at)
    known = _words(language)
    if ahead is None or known is None:
        return False
    word = ahead[1]
    return len(word) > 1 and known.small.get(word.lower(), 0) >= _COMMON and word not in known.names


def is_abbreviation(word: str, language: str) -> bool:
    """Return whether a word, given without its last full stop, is written with one.

    >>> is_abbreviation("Jl", "id"), is_abbreviation("jalan", "id")
    (True, False)
    """
    return word.lower() in _abbreviations(language)


@cache
def _abbreviations(language: str) -> dict[str, str]:
    found = load(language) if language in available() else None
    return {row["word"]: row["kind"] for row in found.table("abbreviations")} if found else {}


@cache
def _words(language: str) -> Vocabulary | None:
    return vocabulary(load(language)) if language in available() else None
