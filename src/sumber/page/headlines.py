"""Does a line look like a headline, and of this story or another?"""

import re

from ..language import available, load

__all__ = ["glued_heading", "headline_end", "is_headline", "is_open", "overlap", "topic_words"]

_WORD = re.compile(r"[\w’'-]+")
_SMALL, _PLAIN = (
    frozenset[str]().union(*(load(code).classes("small_words").get(name, ()) for code in available()))
    for name in ("headline", "plain")
)
_GLUE = re.compile(r"[A-Z](?<=[a-z][A-Z])[a-z]* [a-z]")
_STOP = _SMALL | _PLAIN
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$|[\"”]$")


def is_open(line: str) -> bool:
    """Return whether a line breaks off: no mark ends it, so its sentence may go on.

    >>> is_open("Sementara itu, pengacara Budi,"), is_open("Ia pulang.")
    (True, False)
    """
    return not _SENTENCE_END.search(line)


def is_headline(line: str) -> bool:
    """Return whether a line is written as a headline: 4 to 22 words, capitals on most, no full stop.

    >>> is_headline("Harga Beras Turun di Tiga Provinsi, Apa Sebabnya?")
    True
    >>> is_headline("Harga beras turun di tiga provinsi.")
    False
    """
    if not 15 <= len(line) <= 170 or line[-1] in ".,;:" or line[0] in "\"“'‘(-•*":
        return False
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    large = [word for word in words if word.lower() not in _SMALL]
    if not 4 <= len(words) <= 22 or len(large) < 3:
        return False
    capitals = sum(word[0].isupper() for word in large)
    return capitals >= 0.8 * len(large) and line[:1].upper() == line[:1]


def headline_end(text: str, start: int, end: int) -> int:
    """Return where a title-case headline that starts at ``start`` ends inside a line, at most ``end``.

    A headline glued to the next sentence ends before a capital that a small-written word follows.

    >>> text = "Gaji Guru Naik di Tiga Kota per Juni Salah satu sebabnya jelas."
    >>> text[: headline_end(text, 0, len(text))]
    'Gaji Guru Naik di Tiga Kota per Juni'
    """
    words = list(_WORD.finditer(text, start, end))
    for number, word in enumerate(words[:-1]):
        following = words[number + 1][0]
        is_large = word[0][0].isupper() or word[0][0].isdigit()
        if number >= 3 and is_large and following[0].islower() and following.lower() not in _SMALL:
            return words[number - 1].end()
    return end


def glued_heading(text: str, start: int, end: int) -> int | None:
    """Return where a heading ends that is glued to the front of a paragraph, or None.

    >>> glued_heading("Bantuan Akhirnya Masuk, Tapi Tak CukupDi tengah hujan, warga menunggu.", 0, 70)
    38
    """
    found = _GLUE.search(text, start + 1, min(end, start + 140))
    if found is None or not is_headline(text[start : found.start()]):
        return None
    following = _WORD.match(text, found.start())
    return found.start() if following and following[0].casefold() in _STOP else None


def topic_words(text: str) -> frozenset[str]:
    """Return the words that say what a text is about: four letters or more, no small words, case-folded."""
    return frozenset(word.casefold() for word in _WORD.findall(text) if len(word) > 3) - _STOP


def overlap(line: str, topic: frozenset[str]) -> float:
    """Return the share of a line's topic words that stand in a topic, in [0, 1]."""
    words = topic_words(line)
    return len(words & topic) / len(words) if words else 0.0
