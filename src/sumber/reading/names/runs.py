"""Stretches of capitalised words, and the persons and bodies in them."""

from collections.abc import Iterator
from typing import NamedTuple

from ...language.tokens import Sentence, Token
from ...record import NameKind
from .lexicon import Lexicon, is_large

__all__ = ["Found", "Run", "found_in", "runs_of"]

_NAME_LINKS = frozenset("bin binti bint ibn al el de del della di da dos du van von der den la le ul y ben".split())
_BODY_LINKS = frozenset("dan of the and for & untuk serta".split())
_NAMELIKE = frozenset("GUI")
_LONGEST_NAME = 5
_LOOK_BACK = 6


class Run(NamedTuple):
    """Capitalised words in a row, ``first`` to ``last`` (exclusive), with the class of each."""

    first: int
    last: int
    classes: str
    titled: int | None
    headline: bool


class Found(NamedTuple):
    """A name seen at the tokens ``first`` to ``last`` (exclusive); ``title`` is where its title begins, if any."""

    first: int
    last: int
    kind: NameKind
    score: float
    title: int | None = None


def runs_of(tokens: tuple[Token, ...], sentence: Sentence, known: Lexicon, text: str) -> Iterator[Run]:
    """Yield the runs of a sentence in reading order."""
    headline = _is_headline(tokens[sentence.first : sentence.last])
    at = sentence.first
    while at < sentence.last:
        if not is_large(tokens[at]):
            at += 1
            continue
        end = _run_end(tokens, at, sentence.last, text)
        classes = _classes(tokens, at, end, known, first=_starts(tokens, at, sentence), headline=headline)
        yield Run(at, end, classes, _titled(tokens, at, sentence.first, known), headline)
        at = end


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    large = sum(word[0].isupper() for word in words)
    return len(words) > 2 and large >= 0.75 * len(words)


def _starts(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Return whether a word may be large only because a sentence or quote begins here."""
    return at == sentence.first or tokens[at - 1].text in ("\"", "“", "'", "‘", ":", "-", "–", "—", "(", ";")


def _run_end(tokens: tuple[Token, ...], at: int, stop: int, text: str) -> int:
    end = at + 1
    while end < stop:
        if not _joined(tokens[end - 1], tokens[end], text):
            break
        if is_large(tokens[end]):
            end += 1
        elif _links(tokens, end, stop, text):
            end += 2
        else:
            break
    return end


def _joined(left: Token, right: Token, text: str) -> bool:
    return right.start - left.end <= 1 or text[left.end : right.start].isspace()


def _links(tokens: tuple[Token, ...], at: int, stop: int, text: str) -> bool:
    return (
        at + 1 < stop
        and (tokens[at].text in _NAME_LINKS or tokens[at].text in _BODY_LINKS)
        and is_large(tokens[at + 1])
        and _joined(tokens[at], tokens[at + 1], text)
    )


def _classes(
    tokens: tuple[Token, ...], at: int, end: int, known: Lexicon, *, first: bool, headline: bool
) -> str:
    """Return one letter a token; ``l`` links a name, ``&`` a body; entries of several words repeat in small letters."""
    found: list[str] = []
    index = at
    while index < end:
        text = tokens[index].text
        if not is_large(tokens[index]):
            found.append("l" if text in _NAME_LINKS else "&")
            index += 1
            continue
        kind, stop = known.longest(tokens, index, end)
        if kind and not (kind == "K" and stop == index + 1 and _is_weak_figure(tokens, index, end)):
            found.append(kind + kind.lower() * (stop - index - 1))
            index = stop
            continue
        found.append(known.class_of(tokens[index], first=first and index == at, headline=headline))
        index += 1
    return "".join(found)


def _is_weak_figure(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    """Return whether a short form (*Anwar*) stands beside other large words and so may be another's name."""
    before = index > 0 and is_large(tokens[index - 1]) and tokens[index - 1].end + 1 >= tokens[index].start
    return before or index + 1 < end


def _titled(tokens: tuple[Token, ...], at: int, least: int, known: Lexicon) -> int | None:
    """Return where a title in small letters begins that leads up to a run: *juru bicara [Kremlin ...]*."""
    index = at - 1
    while index >= max(least, at - _LOOK_BACK) and tokens[index].text.isalpha() and tokens[index].text.islower():
        for begin in range(max(least, index - 2), index + 1):
            if tuple(token.lower for token in tokens[begin : index + 1]) in known.titles:
                return begin if index + 1 == at or known.code == "id" else None
        index -= 1
    return None


def found_in(run: Run, tokens: tuple[Token, ...], known: Lexicon) -> list[Found]:
    """Return the bodies and persons of a run, in reading order."""
    classes = run.classes
    found: list[Found] = []
    taken = [False] * len(classes)
    for begin, end, score in _bodies(run, tokens, known):
        if any(taken[begin:end]):
            continue
        taken[begin:end] = [True] * (end - begin)
        found.append(Found(run.first + begin, run.first + end, NameKind.ORGANISATION, score))
    at = 0
    while at < len(classes):
        if taken[at] or classes[at] not in "GUIKC":
            at += 1
            continue
        end = _name_end(classes, at, taken)
        if end > at:
            person = _person(run, at, end, tokens, known, taken)
            if person:
                found.append(person)
        at = max(end, at + 1)
    return sorted(found)


def _name_end(classes: str, at: int, taken: list[bool]) -> int:
    """Return the end of the name of a person that may begin here; ``at`` if none does."""
    kind = classes[at]
    if kind == "K":
        end = at + 1
        while end < len(classes) and classes[end] == "k":
            end += 1
        while end < len(classes) and not taken[end] and classes[end] in "GU" and end - at < _LONGEST_NAME:
            end += 1
        return end
    if kind == "C" and not _completes(classes, at):
        return at
    end = at + 1
    while end < len(classes) and not taken[end] and end - at < _LONGEST_NAME:
        if classes[end] in "GUIKk":
            end += 1
        elif classes[end] == "l" and end + 1 < len(classes) and classes[end + 1] in "GUKPC" and not taken[end + 1]:
            end += 2
        elif classes[end] in "PC" and "G" in classes[at:end] and classes[at] != "C" and end - at < 3:
            end += 1
        else:
            break
    while end > at and classes[end - 1] in "CP" and kind != "C" and end - at > 2:
        end -= 1
    return end


def _completes(classes: str, at: int) -> bool:
    """Return whether a common word stands where only a name can: *Ketua Komisi X DPR [Lalu Hadrian]*."""
    before = classes[:at]
    follows = at + 1 < len(classes) and classes[at + 1] in "GU"
    return follows and bool(before) and (before[-1] in "RHr" or (before[-1] in "BbANa" and "T" in before))


def _bodies(run: Run, tokens: tuple[Token, ...], known: Lexicon) -> Iterator[tuple[int, int, float]]:
    classes = run.classes
    at = 0
    while at < len(classes):
        if classes[at] in "OW" and known.code == "id" or classes[at] == "O":
            end = _body_end(run, at, tokens, known)
            if end - at > 1 and (classes[at] == "O" or end - at > 1 and not run.headline):
                yield at, end, 0.8
                at = end
                continue
        elif classes[at] == "B":
            end = at + 1
            while end < len(classes) and classes[end] == "b":
                end += 1
            yield at, end, 0.9
            at = end
            continue
        elif classes[at] == "E" and known.code == "en":
            begin = _body_start(classes, at)
            if at > begin:
                yield begin, at + 1, 0.8
        elif classes[at] == "A":
            yield at, at + 1, 0.6
        at += 1


def _body_start(classes: str, at: int) -> int:
    begin = at
    while begin > 0 and classes[begin - 1] in "GUCPNAWEOBb&":
        begin -= 1
    while begin < at and classes[begin] in "&l":
        begin += 1
    return begin


def _body_end(run: Run, at: int, tokens: tuple[Token, ...], known: Lexicon) -> int:
    """Return where a body that begins with its head word ends."""
    classes = run.classes
    if known.code == "en":
        if at + 1 >= len(classes) or tokens[run.first + at + 1].text not in ("of", "for"):
            return at
        end = at + 2
        while end < len(classes) and classes[end] not in "TRHK":
            end += 1
        return end
    end = at + 1
    while end < len(classes) and classes[end] not in "TRHKB" and not (classes[end] == "O" and classes[at] == "O"):
        end += 1
    while classes[end - 1] in "&l":
        end -= 1
    titled = run.titled is not None or "T" in classes[:at]
    if not titled:
        return end
    split = _name_inside(classes, at, end, tokens, run, known)
    return split


def _name_inside(classes: str, at: int, end: int, tokens: tuple[Token, ...], run: Run, known: Lexicon) -> int:
    """Return where a person's name begins at the end of a titled body: *Rektor Universitas X [Ova Emilia]*."""
    begin = end
    while begin > at + 1 and classes[begin - 1] in "GUI" and end - begin < 4:
        begin -= 1
    if begin == end:
        return end
    if begin > at + 1 and classes[begin - 1] not in "l":
        return begin
    for index in range(begin + 1, end):
        if known.given.get(tokens[run.first + index].lower, 0) > 1:
            return index
    return end


def _person(
    run: Run, at: int, end: int, tokens: tuple[Token, ...], known: Lexicon, taken: list[bool]
) -> Found | None:
    """Return the person named here with a score for how sure that is, or None if the words say nothing."""
    classes = run.classes
    words = [tokens[run.first + index].lower for index in range(at, end) if classes[index] not in "l"]
    title, strength = _title_before(run, at, taken)
    score = strength
    if classes[at] == "K":
        score += 0.9
    named = sum(letter in "GKk" for letter in classes[at:end])
    if len(words) > 1:
        score += min(known.given.get(words[0].rstrip("."), 0), 4) * 0.14 + 0.1 * named
        score += min(max(known.family.get(word, 0) for word in words[1:]), 4) * 0.08
    else:
        score += min(known.person(words[0]), 4) * 0.05
    if end < len(classes) and classes[end] in "EWO" and known.code == "en":
        score -= 0.6
    if run.headline:
        score -= 0.15
    return Found(run.first + at, run.first + end, NameKind.PERSON, round(score, 3), title)


def _title_before(run: Run, at: int, taken: list[bool]) -> tuple[int | None, float]:
    """Return where the title that leads up to a name begins, and how strongly it says *a person follows*."""
    classes = run.classes
    index = at - 1
    if index >= 0 and classes[index].upper() in "RH" and classes[index] != "h":
        while index > 0 and classes[index - 1] in "TtRrH":
            index -= 1
        return run.first + index, 0.7
    if index >= 0 and classes[index] in "Tt":
        while index > 0 and classes[index - 1] in "TtRr":
            index -= 1
        return run.first + index, 0.6
    for begin in range(at - 1, -1, -1):
        if classes[begin] == "T":
            while begin > 0 and classes[begin - 1] in "Tt":
                begin -= 1
            return run.first + begin, 0.5
        if classes[begin] in "GUK" and not taken[begin]:
            return None, 0.0
    if run.titled is not None:
        return run.titled, 0.6 if at == 0 else 0.5
    return None, 0.0
