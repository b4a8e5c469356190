"""The persons and bodies in a run of capitalised words."""

from collections.abc import Iterator

from ...language.tokens import Token
from ...record import NameKind
from .lexicon import Lexicon
from .runs import Found, Run

__all__ = ["found_in", "repeated"]

_TITLES = "TSDRHL"
_LONGEST_NAME = 5
_OFTEN = 4  # class of surnames that are kin as well
_STRENGTH = {"R": 0.7, "H": 0.7, "T": 0.6, "S": 0.4, "D": 0.25, "L": 0.9}


def found_in(run: Run, tokens: tuple[Token, ...], known: Lexicon) -> list[Found]:
    """Return the bodies and persons of a run, in reading order."""
    found: list[Found] = []
    taken = [False] * len(run.classes)
    for begin, end, score in _bodies(run, tokens, known):
        if not any(taken[begin:end]):
            taken[begin:end] = [True] * (end - begin)
            found.append(Found(run.first + begin, run.first + end, NameKind.ORGANISATION, score))
    people = list(_people(run, tokens, known, taken))
    last = {person.title: person.first for person in people if person.title is not None}
    kept = [
        person
        for person in people
        if person.first == (last[person.title] if person.title is not None else person.first)
        or person.score > 1.2
    ]
    return sorted(found + kept)


def _people(run: Run, tokens: tuple[Token, ...], known: Lexicon, taken: list[bool]) -> Iterator[Found]:
    at = 0
    while at < len(run.classes):
        end = at if taken[at] else _name_end(run, at, tokens, known, taken)
        half = repeated(tokens[run.first + at : run.first + end])
        if half:
            yield _person(run, at, at + half, tokens, known)
            yield _person(run, at + half, end, tokens, known)._replace(title=None)
        elif end > at and _is_pair(tokens[run.first + at : run.first + end], known):
            yield _person(run, at, at + 1, tokens, known)
            yield _person(run, at + 1, end, tokens, known)._replace(title=None)
        elif end > at:
            yield _person(run, at - _is_given(run, at, end, tokens, known), end, tokens, known)
        at = max(end, at + 1)


def _is_given(run: Run, at: int, end: int, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether what may be kin is the given name before a single word: *Putri Laksana*, not *Putri Rina Wati*."""
    if not at or end - at > 1 or run.classes[at - 1] != "D" or run.headline:
        return False
    return known.given.get(tokens[run.first + at - 1].lower, 0) >= _OFTEN


def repeated(words: tuple[Token, ...]) -> int:
    """Return the length of a name that stands twice in a row, as captions run into the text leave it; else 0."""
    half, odd = divmod(len(words), 2)
    lowers = [word.lower for word in words]
    return half if half and not odd and lowers[:half] == lowers[half:] else 0


def _is_pair(words: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether two words are the short names of two public figures: *Prabowo Gibran*."""
    if len(words) != 2 or (words[0].lower, words[1].lower) in known.figures:
        return False
    left, right = (known.figures.get((word.lower,)) for word in words)
    return left is not None and right is not None and left[0] != right[0]


def _name_end(run: Run, at: int, tokens: tuple[Token, ...], known: Lexicon, taken: list[bool]) -> int:
    """Return the end of the name of a person that may begin here; ``at`` if none does."""
    classes = run.classes
    kind = classes[at]
    if kind == "A":
        return at + 1 if _is_initials(run, at) else at
    titled = kind == "C" and at == 0 and run.title is not None and run.strength >= _STRENGTH["S"]
    begins = titled and run.classes[1:2] in ("G", "U")
    if kind not in "GUIK" and not begins and not (kind == "C" and _completes(classes, at)):
        return at
    end = at + 1
    while end < len(classes) and classes[end] == "k":
        end += 1
    while end < len(classes) and not taken[end] and end - at < _LONGEST_NAME:
        step = _goes_on(run, at, end, tokens, known)
        if not step:
            break
        end += step
    return at if kind == "I" and end == at + 1 else end


def _goes_on(run: Run, at: int, end: int, tokens: tuple[Token, ...], known: Lexicon) -> int:
    """Return how many tokens further the name goes that began at ``at`` and reaches to ``end``."""
    classes, letter = run.classes, run.classes[end]
    following = classes[end + 1 : end + 2]
    if letter in "GUI":
        return 1
    if letter == "l" and following and following in "GUKPC":
        return 2
    lower = tokens[run.first + end].lower
    if classes[at] == "K" or run.headline:
        return 0
    if letter in "CP" and at == 0 and run.strength >= _STRENGTH["L"]:
        return 1  # *bernama Daeng Kebo*
    if letter in "PC" and "G" in classes[at:end] and known.person(lower) > 1:
        return 1
    if letter in _TITLES and not (following and following in "GUK~") and known.family.get(lower, 0) > 1:
        return 1
    if letter == "D" and following and following in "GU" and known.family.get(lower, 0) > _OFTEN:
        return 1  # *Rina Putri Laksana*: kin is written small
    return 0


def _is_initials(run: Run, at: int) -> bool:
    """Return whether capitals stand for a person whose name is withheld: *berinisial VT*."""
    return at == 0 and run.strength >= 0.9 and len(run.classes) == 1


def _completes(classes: str, at: int) -> bool:
    """Return whether a common word stands where only a name can: *Ketua Komisi X DPR [Lalu Hadrian]*."""
    before = classes[:at]
    follows = at + 1 < len(classes) and classes[at + 1] in "GU"
    return (
        follows
        and bool(before)
        and (before[-1] in "RH" or (before[-1] in "BbANa" and any(t in before for t in "TS")))
    )


def _bodies(run: Run, tokens: tuple[Token, ...], known: Lexicon) -> Iterator[tuple[int, int, float]]:
    classes = run.classes
    at = 0
    while at < len(classes):
        letter = classes[at]
        end = at + 1
        if letter == "O" or (letter == "W" and known.code == "id" and not run.headline):
            end = max(end, _body_end(run, at, tokens, known))
            if end - at > 1 and not _is_pool(run, at, tokens):
                yield at, end, 0.8 if letter == "O" else 0.7
        elif letter == "B":
            while end < len(classes) and classes[end] == "b":
                end += 1
            yield at, end, 0.9
        elif letter == "E" and known.code == "en":
            begin = _body_start(classes, at)
            if at > begin:
                yield begin, at + 1, 0.8
        elif letter == "A" and not _is_initials(run, at):
            yield at, at + 1, 0.6
        at = end


def _is_pool(run: Run, at: int, tokens: tuple[Token, ...]) -> bool:
    """Return whether a letter only numbers a group: *Grup C*."""
    return tokens[run.first + at].lower in ("grup", "group") and run.classes[at + 1 : at + 2] == "I"


def _body_start(classes: str, at: int) -> int:
    begin = at
    while begin > 0 and classes[begin - 1] in "GUCPNAWEO&":
        begin -= 1
    while begin < at and classes[begin] == "&":
        begin += 1
    return begin


def _body_end(run: Run, at: int, tokens: tuple[Token, ...], known: Lexicon) -> int:
    """Return where a body that begins with its head word ends."""
    classes = run.classes
    end = at + 1
    if known.code == "en":
        if end >= len(classes) or tokens[run.first + end].text not in ("of", "for"):
            return at
        while end < len(classes) and classes[end] not in _TITLES + "K":
            end += 1
        return end
    titled = run.title is not None or any(letter in "TS" for letter in classes[:at])
    while (
        end < len(classes)
        and classes[end] not in _TITLES + "KBO"
        and not (titled and classes[end - 1] == "A")
    ):
        end += 1
    while classes[end - 1] in "&l":
        end -= 1
    return _name_inside(run, at, end, tokens, known) if titled else end


def _name_inside(run: Run, at: int, end: int, tokens: tuple[Token, ...], known: Lexicon) -> int:
    """Return where a person's name begins at the end of a titled body: *Rektor Universitas X [Ova Emilia]*."""
    begin = end
    while begin > at + 1 and run.classes[begin - 1] in "GUI" and end - begin < 4:
        begin -= 1
    if begin == end or begin > at + 1:
        return begin
    for index in range(begin + 1, end):
        if known.given.get(tokens[run.first + index].lower, 0) > 1:
            return index
    return end - 2 if end - begin > 2 else end


def _person(run: Run, at: int, end: int, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    """Return the person named here with a score for how sure that is."""
    classes = run.classes
    words = [tokens[run.first + i].lower.rstrip(".") for i in range(at, end) if classes[i] != "l"]
    title, score = _title(run, at)
    single = len(words) == 1
    if classes[at] == "K":
        score += 0.9
    if single:
        score += min(known.person(words[0]), 4) * 0.05
        following = classes[end : end + 1]
        score -= 0.3 * bool(following and following in "GUCPNWE")
    else:
        named = sum(letter in "GKk" for letter in classes[at:end])
        score += 0.1 + min(known.given.get(words[0], 0), 4) * 0.12 + 0.08 * named
        score += min(max(known.family.get(word, 0) for word in words[1:]), 4) * 0.08
        if score > 0.25 and title is not None:
            score += 0.15
    if end < len(classes) and classes[end] in ("EWON" if known.code == "en" else "E"):
        score -= 0.6
    if single and title is not None and classes[end : end + 1] in tuple("RHT") and classes[at] != "K":
        score -= 0.8  # the place of an office before the rank of its holder: *Kapolres Rohil AKBP Isa*
    if title is None and known.is_place(
        tuple(token.text for token in tokens[run.first + at : run.first + end])
    ):
        score -= 1.0
    return Found(run.first + at, run.first + end, NameKind.PERSON, round(score, 3), title)


def _title(run: Run, at: int) -> tuple[int | None, float]:
    """Return where the title that leads up to a name begins, and how surely a person follows it."""
    classes = run.classes
    index = at - 1
    while index >= 0 and classes[index] == "~":
        index -= 1
    if index >= 0 and classes[index] in _TITLES:
        strength = _STRENGTH[classes[index]]
        while index > 0 and classes[index - 1] in _TITLES + "~":
            index -= 1
        return run.first + index, strength
    for begin in range(at - 1, -1, -1):
        if classes[begin] in "TSR":
            while begin > 0 and classes[begin - 1] in _TITLES + "~":
                begin -= 1
            return run.first + begin, 0.55 if classes[at - 1] in "BbPAN" else 0.45
        if classes[begin] == "K":
            return None, 0.0
    if run.title is not None and not (at > 0 and run.strength >= _STRENGTH["L"]):
        return run.title, run.strength if at == 0 else min(run.strength, 0.45)
    return None, 0.0
