"""Stretches of capitalised words, the class of each word, and the title that leads up to them."""

from collections.abc import Iterator
from typing import NamedTuple

from ...language.tokens import Sentence, Token
from ...record import NameKind
from .lexicon import Lexicon, is_large

__all__ = ["NAME_LINKS", "Found", "Run", "runs_of", "seen_large"]

NAME_LINKS = frozenset(
    "bin binti bint ibn al el de del della da dos du van von der den la le ul y ben".split()
)
_BODY_LINKS = frozenset("dan of the and for & untuk serta".split())
_PLACING = frozenset("in at from near outside of for to across around".split())
_OPENING = frozenset(('"', "“", "'", "‘", ":", "-", "–", "—", "(", ";", "•"))
_LOOK_BACK = 7
_FREQUENT = 8  # class of small words
_LOOK_BACK_EN = 2


class Run(NamedTuple):
    """Capitalised words in a row, ``first`` to ``last`` (exclusive), with the class of each.

    ``title`` is where a title in small letters begins that leads up to the run, ``strength`` how surely a person
    follows it; ``adjacent`` says whether nothing but the title stands before the run.
    """

    first: int
    last: int
    classes: str
    title: int | None
    strength: float
    adjacent: bool
    headline: bool


class Found(NamedTuple):
    """A name seen at the tokens ``first`` to ``last`` (exclusive).

    ``title`` is where the office that leads up to it begins, if it does so without a break; ``after`` tells names
    that hang on the same office. ``context`` is what the words around say for it, over and above ``score``.
    """

    first: int
    last: int
    kind: NameKind
    score: float
    title: int | None = None
    context: float = 0.0


def seen_large(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """Return the words that are large inside sentences that are no headlines: names, whatever a headline does."""
    found: set[str] = set()
    for sentence in sentences:
        words = tokens[sentence.first : sentence.last]
        if not _is_headline(words):
            found.update(token.lower for token in words[1:] if token.text[0].isupper())
    return frozenset(found)


def runs_of(
    tokens: tuple[Token, ...], sentence: Sentence, known: Lexicon, seen: frozenset[str]
) -> Iterator[Run]:
    """Yield the runs of a sentence in reading order."""
    headline = _is_headline(tokens[sentence.first : sentence.last])
    at = sentence.first
    while at < sentence.last:
        if not is_large(tokens[at]):
            at += 1
            continue
        end = _run_end(tokens, at, sentence.last)
        first = at == sentence.first or tokens[at - 1].text in _OPENING
        classes = _classes(tokens, at, end, known, first=first, headline=seen if headline else None)
        title, strength = _title_before(tokens, at, sentence.first, known)
        adjacent = title is not None and _is_title(tokens[title:at], known)
        yield Run(at, end, classes, title, strength, adjacent, headline)
        at = end


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    if not tokens or tokens[-1].text in ".,;":
        return False
    words = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    large = sum(word[0].isupper() for word in words)
    return len(words) > 2 and large >= 0.75 * len(words)


def _run_end(tokens: tuple[Token, ...], at: int, stop: int) -> int:
    end = at + 1
    while end < stop and tokens[end].start - tokens[end - 1].end <= 1:
        token = tokens[end]
        if is_large(token):
            end += 1
        elif _links(tokens, end, stop):
            end += 2
        else:
            break
    return end


def _links(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    text = tokens[at].text
    return (
        (text in NAME_LINKS or text in _BODY_LINKS)
        and at + 1 < stop
        and is_large(tokens[at + 1])
        and tokens[at + 1].start - tokens[at].end <= 1
    )


def _classes(
    tokens: tuple[Token, ...],
    at: int,
    end: int,
    known: Lexicon,
    *,
    first: bool,
    headline: frozenset[str] | None,
) -> str:
    """Return one letter a token: as in Lexicon; ``l`` links a name, ``&`` a body, ``~ b k`` go on an entry."""
    found: list[str] = []
    index = at
    while index < end:
        token = tokens[index]
        if not is_large(token):
            found.append("l" if token.text in NAME_LINKS else "&")
            index += 1
            continue
        kind, stop = known.longest(tokens, index, end)
        if (
            kind == "K"
            and stop == index + 1
            and headline is None
            and end - at > 1
            and _beside(found, stop, end, tokens)
        ):
            kind = ""
        if kind == "B" and stop == index + 1 and _bears_a_body(tokens, at, index, end, found, known):
            kind = ""
        if kind in ("T", "S") and stop > index + 1 and known.longest(tokens, stop - 1, end)[0] == "B":
            stop -= 1  # *Ketua | Komisi Pemberantasan Korupsi*, though *ketua komisi* is an office
        if kind == "B" and stop == index + 1 and index == at and first and _is_word(token, known):
            kind = ""
        if kind:
            found.append(kind + {"B": "b", "K": "k"}.get(kind, "~") * (stop - index - 1))
            index = stop
            continue
        letter = known.class_of(token, first=first and index == at, headline=headline is not None)
        if headline is not None and letter in "UG" and token.lower not in headline:
            letter = "C"
        found.append(letter)
        index += 1
    return "".join(found)


def _is_word(token: Token, known: Lexicon) -> bool:
    """Return whether a body's name that begins a sentence is a frequent small word as well: *Antara Mei dan Juni*."""
    return not token.text.isupper() and known.words.small.get(token.lower, 0) >= _FREQUENT


def _beside(found: list[str], stop: int, end: int, tokens: tuple[Token, ...]) -> bool:
    """Return whether a known short form (*Anwar*) stands beside other name words and so may be another's name."""
    before = bool(found) and found[-1][-1] in "UGKkI"
    return before or (stop < end and tokens[stop].text[0].isupper())


def _bears_a_body(
    tokens: tuple[Token, ...], at: int, index: int, end: int, found: list[str], known: Lexicon
) -> bool:
    """Return whether a word that is a body's name is a person's here: *Enzo Ferrari*, not *Ferrari*, *Honda Vario*."""
    if tokens[index].text not in known.careful or (found and found[-1][-1] in "TS~" and end - index > 2):
        return False  # *Direktur Utama Telkom | Rina Wati*
    before = found[-1][-1] if index > at else ""
    if before in ("I", "R", "H") or (before == "G" and known.given.get(tokens[index - 1].lower, 0) > 1):
        return True
    if [part[-1] for part in found[-2:]] == ["G", "G"]:
        return True  # *João Vitor Ferrari*
    return index + 1 < end and known.family.get(tokens[index + 1].lower, 0) > 2


def _title_before(tokens: tuple[Token, ...], at: int, least: int, known: Lexicon) -> tuple[int | None, float]:
    """Return where a title in small letters begins that leads up to a run: *juru bicara [Kremlin ...]*."""
    index = at - 1
    if index > least and tokens[index].text == ")":
        return _title_before_bracket(tokens, index, least, known)
    reach = _LOOK_BACK if known.code == "id" else _LOOK_BACK_EN
    if known.code == "en" and tokens[index].lower in _PLACING:
        return None, 0.0  # *a lawyer in Orlando*
    while index >= max(least, at - reach) and tokens[index].text.isalpha() and tokens[index].text.islower():
        for begin in range(max(least, index - 2), index + 1):
            kind = known.titles.get(tuple(token.lower for token in tokens[begin : index + 1]))
            if kind:
                adjacent = index + 1 == at
                if kind == "called" and not adjacent:
                    continue
                strength = {"weak": 0.3, "called": 0.9, "open": 0.5}.get(kind, 0.6)
                return begin, strength if adjacent else min(strength, 0.45)
        index -= 1
    return None, 0.0


def _is_title(words: tuple[Token, ...], known: Lexicon) -> bool:
    kind = known.titles.get(tuple(token.lower for token in words))
    return kind is not None and kind not in ("called", "honorific")


def _title_before_bracket(
    tokens: tuple[Token, ...], index: int, least: int, known: Lexicon
) -> tuple[int | None, float]:
    """Return the title in front of a bracket: *Menteri Luar Negeri (Menlu) [Sugiono]*."""
    opening = index - 1
    while opening > max(least, index - 5) and tokens[opening].text != "(":
        opening -= 1
    if tokens[opening].text != "(":
        return None, 0.0
    for begin in range(max(least, opening - _LOOK_BACK), opening):
        for stop in range(min(opening, begin + 3), begin, -1):
            kind = known.titles.get(tuple(token.lower for token in tokens[begin:stop]))
            if kind in ("role", "open", "rank"):
                return begin, 0.5
    return None, 0.0
