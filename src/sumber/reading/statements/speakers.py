"""The noun phrase of a speaker in Indonesian: where it starts and ends, and of which kind it is."""

import itertools
from collections.abc import Sequence
from functools import cache

from ...language import load
from ...language.tokens import Token
from ...record import SourceKind

__all__ = ["kind_of", "speaker_after", "speaker_before"]

_LONGEST = 32  # tokens of one speaker's phrase
_BREAKS = frozenset(';:"“”—–')
_JOINTS = frozenset({"bahwa", "tetapi", "namun", "karena", "sehingga"})
_NO_SUBJECT_END = frozenset(
    "tidak belum bukan dapat ingin harus wajib perlu bisa mau hendak jangan untuk lebih tak yang dengan pada di".split()
)
_CLOSED = frozenset('.!?;:"“”()—–')


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in load("id").table("source_words") if row["class"] == name)


def speaker_after(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens (first, end) of the phrase that begins at ``first``: the speaker after *kata*.

    It ends before a mark or a word that opens an adverbial (*saat, dalam, di, Rabu ...*); a name in apposition
    behind a comma belongs to it.
    """
    end = first
    while end < last and end - first < _LONGEST:
        token = tokens[end]
        if token.text in _CLOSED:
            if token.text == "(" and end > first:
                closing = _bracket(tokens, end, last)
                if closing:
                    end = closing
                    continue
            break
        if token.text == ",":
            name = _name_behind(tokens, end + 1, last)
            if not name or _has_name(tokens[first:end]):
                break
            end = name
            break
        if _stops(tokens, first, end):
            break
        end += 1
    return (first, end) if end > first else None


def _stops(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether the phrase ends before this token."""
    token = tokens[at]
    if token.lower not in _words("stop") and token.text not in _words("stop"):
        return False
    if token.lower == "dan":
        return not (at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()) or at == first
    if token.lower in ("di", "dari", "untuk", "pada"):  # *Duta Besar Iran untuk PBB*, *sumber di kepolisian*
        before = tokens[at - 1].text if at > first else ""
        return at == first or (
            before[:1].isupper() and token.lower != "untuk" and _has_name(tokens[first:at])
        )
    return at > first or token.text.islower()


def _bracket(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Return the index behind a short bracket such as *(KPK)*."""
    for index in range(at + 1, min(at + 6, last)):
        if tokens[index].text == ")":
            return index + 1 if not tokens[at + 1].text[:1].isdigit() else None
    return None


def _name_behind(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the end of a run of capitalised words that begins at ``first`` and a mark or adverbial closes."""
    end = first
    while end < last and tokens[end].text[:1].isupper() and tokens[end].text not in _words("stop"):
        end += 1
    closed = end >= last or not tokens[end].text[0].isalpha() or _stops(tokens, first, end)
    return end if end > first and closed and end - first <= 6 else None


def _has_name(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase already ends with a name of two words: no apposition is wanted."""
    return (
        len(tokens) >= 2
        and all(token.text[:1].isupper() for token in tokens[-2:])
        and tokens[0].text[:1].isupper()
    )


def speaker_before(
    tokens: Sequence[Token], first: int, verb: int, verbs: frozenset[str]
) -> tuple[int, int] | None:
    """Return the tokens of the subject of an active verb: what stands between the clause's start and the verb.

    ``verbs`` are words that end a clause before it: other verbs of saying.
    """
    end = verb
    while end > first and (tokens[end - 1].lower in _words("adverb") or tokens[end - 1].text == ","):
        end -= 1
    start = _clause_start(tokens, first, end, verbs)
    if start == end == verb and verb - first >= 1 and tokens[verb - 1].text == "Lalu":  # also a given name
        start = verb - 1
    if end - start > _LONGEST or start >= end:
        return None
    if not _can_speak(tokens[start:end]):
        return None
    return start, end


def _clause_start(tokens: Sequence[Token], first: int, end: int, verbs: frozenset[str]) -> int:
    """Return where the subject's clause starts: behind openers, adverbials in front, and the last inner boundary."""
    start = first
    for index in range(end - 1, first - 1, -1):
        if tokens[index].text in _BREAKS or tokens[index].lower in _JOINTS or tokens[index].lower in verbs:
            start = index + 1
            break
    start = _skip_openers(tokens, start, end)
    if start < end and tokens[start].lower in _words("adverbial"):
        comma = next((index for index in range(start, end) if tokens[index].text == ","), None)
        if comma is None:
            return end
        return _clause_start_after(tokens, comma + 1, end)
    return start


def _clause_start_after(tokens: Sequence[Token], start: int, end: int) -> int:
    start = _skip_openers(tokens, start, end)
    for _ in range(3):
        if start >= end or not (
            tokens[start].lower in _words("adverbial") or tokens[start].text in _words("stop")
        ):
            return start
        comma = next((index for index in range(start, end) if tokens[index].text == ","), None)
        if comma is None:
            return end
        start = _skip_openers(tokens, comma + 1, end)
    return start


def _skip_openers(tokens: Sequence[Token], start: int, end: int) -> int:
    while start < end:
        pair = " ".join(token.lower for token in tokens[start : start + 2])
        if pair in _words("opener"):
            start += 2
        elif tokens[start].lower in _words("opener") or tokens[start].text in (",", "-", "–"):
            start += 1
        else:
            return start
    return start


def _can_speak(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase may be a speaker: it begins like a noun phrase and holds no clause of its own."""
    head = tokens[0].lower
    if tokens[-1].lower in _NO_SUBJECT_END or head in _words("adverbial"):
        return False
    if head in (
        "yang",
        "tidak",
        "untuk",
        "agar",
        "ada",
        "akan",
        "hal",
        "sehingga",
    ):
        return False
    return any(token.text[0].isalpha() for token in tokens)


def kind_of(tokens: Sequence[Token]) -> SourceKind:
    """Return of which kind a speaker's phrase is, by its words.

    A capitalised name without a word that says otherwise is a person; *para ahli* and *seorang pejabat* are anonymous.
    """
    words = [token.lower for token in tokens]
    pairs = {" ".join(pair) for pair in itertools.pairwise(words)}
    known = {*words, *pairs}
    head = {words[0], *(p for p in pairs if p.startswith(words[0]))} if words else set()
    named = sum(token.text[:1].isupper() for token in tokens[1:]) >= 1
    if head & _words("document"):
        return SourceKind.DOCUMENT
    if head & _words("anonymous") and not (head & _words("person") and named) and not _ends_in_name(tokens):
        return SourceKind.ANONYMOUS if not known & _words("crowd") else SourceKind.GROUP
    if head & _words("person"):
        return SourceKind.PERSON
    if head & _words("crowd") or head & _words("group"):
        return SourceKind.GROUP
    if known & _words("person"):
        return SourceKind.PERSON
    if known & _words("group") or any(token.text.isupper() and len(token.text) > 1 for token in tokens):
        return SourceKind.GROUP
    return SourceKind.PERSON


def _ends_in_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 3 and all(token.text[:1].isupper() for token in tokens[-2:])
