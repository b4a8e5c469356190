"""The noun phrase of a speaker in Indonesian: where it starts and ends, and of which kind it is."""

import itertools
from collections.abc import Sequence
from functools import cache

from ...language import load
from ...language.tokens import Token
from ...record import SourceKind
from .subjects import looks_verbal

__all__ = ["is_label", "kind_of", "speaker_after"]

_LONGEST = 32  # tokens of one speaker's phrase
_AGO = frozenset({"lalu", "silam", "sebelumnya", "kemudian"})
_TAKEN = frozenset(
    {"dikutip", "dilansir", "dihubungi", "ditemui", "diterima", "dilihat", "dijumpai", "diwawancarai"}
)
_CLOSED = frozenset('.!?;:"“”()—–')


@cache
def _words(name: str) -> frozenset[str]:
    return load("id").classes("source_words").get(name, frozenset())


def is_label(tokens: Sequence[Token]) -> bool:
    """Return whether words before a headline's colon tell what follows, and nobody speaks: *Profil Rina:*, *OPINI:*."""
    return tokens[0].lower in _words("label")


def speaker_after(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens (first, end) of the phrase that begins at ``first``: the speaker after *kata*.

    It ends before a mark or a word that opens an adverbial (*saat, dalam, di, Rabu ...*); a name in apposition
    behind a comma belongs to it.
    """
    end, commas = first, 0
    if first < last and tokens[first].text in _words("day"):
        return None
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
            titled = name and tokens[end + 1].lower in _words("person")
            if not name or (
                _has_name(tokens[first:end]) and not titled and not _is_office(tokens[first], name - end)
            ):
                break
            end = name
            if titled or commas:
                break
            commas += 1
            continue
        if _stops(tokens, first, end) or (looks_verbal(token) and not _is_relative(tokens[first:end])):
            break
        end += 1
    return (first, end) if end > first else None


def _is_office(head: Token, length: int) -> bool:
    """Return whether a phrase is one of office, so that the short name behind its comma is the holder's."""
    return (head.lower in _words("person") or head.lower in _words("anonymous")) and length <= 4


def _is_relative(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase has come to *yang*: verbs may follow."""
    return any(token.lower in ("yang", "selaku") for token in tokens)


def _stops(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether the phrase ends before this token."""
    token = tokens[at]
    if at > first and (_is_while_ago(tokens, at) or _is_taken_from(tokens, at)):
        return True
    if token.lower not in _words("stop") and token.text not in _words("stop"):
        return False
    if token.lower == "dan":
        return not (at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()) or at == first
    if token.lower in ("di", "dari", "untuk", "pada"):
        return at == first or not _goes_on(tokens, first, at)
    return at > first or token.text.islower()


def _is_while_ago(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a time begins here that counts back: *kata Rina [dua hari lalu]*."""
    words = [token.lower for token in tokens[at : at + 3]]
    return len(words) > 2 and words[1] in _words("time") and words[2] in _AGO


def _is_taken_from(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause tells only where the words were taken from: *kata Rina [yang dikutip Rabu]*."""
    words = [token.lower for token in tokens[at : at + 2]]
    return words[:1] == ["yang"] and words[1:] != [] and words[1] in _TAKEN


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether a phrase goes on with *di, dari, untuk*: *Duta Besar Iran untuk PBB*, *sumber di kepolisian*.

    Behind a name or a pronoun it is the place of saying (*kata Budi di Kupang*), save for where somebody is from.
    """
    head, word = tokens[first].lower, tokens[at].lower
    before = tokens[at - 1]
    named = before.text[:1].isupper() or before.text == ")"
    if word == "dari":
        return head not in _words("pronoun") and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    if (
        head in ("duta", "dubes", "konsul", "utusan", "wakil", "perwakilan", "guru", "direktur")
        and at - first <= 4
    ):
        return at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return not named and head not in _words("pronoun") and word != "pada"


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


def kind_of(tokens: Sequence[Token]) -> SourceKind:
    """Return of which kind a speaker's phrase is, by its words.

    A capitalised name without a word that says otherwise is a person; *para ahli* and *seorang pejabat* are anonymous.
    """
    first = 0
    while first + 1 < len(tokens) and tokens[first].lower in _words("determiner"):
        first += 1
    unnamed = first > 0
    tokens = _before_relative(tokens[first:])
    words = [token.lower for token in tokens]
    pairs = {" ".join(pair) for pair in itertools.pairwise(words)}
    head = {words[0], *(p for p in pairs if p.startswith(words[0]))} if words else set()
    named = sum(token.text[:1].isupper() for token in tokens[1:]) >= 1
    if head & _words("outlet"):
        return SourceKind.OUTLET
    if head & _words("document"):
        return SourceKind.DOCUMENT
    if head & _words("crowd"):
        return SourceKind.GROUP
    if unnamed and not head & _words("group") and not _ends_in_name(tokens):
        return SourceKind.ANONYMOUS
    if head & _words("anonymous") and not (head & _words("person") and named) and not _ends_in_name(tokens):
        return SourceKind.ANONYMOUS
    if head & _words("person") or head & _words("anonymous"):  # *analis Bank Jaya, Rina Wati*
        return SourceKind.PERSON
    if head & _words("group"):
        return SourceKind.GROUP
    known = {*words, *pairs}
    if known & _words("person"):
        return SourceKind.PERSON
    if known & _words("group") or any(token.text.isupper() and len(token.text) > 1 for token in tokens):
        return SourceKind.GROUP
    return SourceKind.PERSON


def _before_relative(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return a phrase without the clause that *yang* opens."""
    at = next(
        (i for i, token in enumerate(tokens) if i and token.lower in ("yang", "dalam", "saat")), len(tokens)
    )
    return tokens[:at]


def _ends_in_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 3 and all(token.text[:1].isupper() for token in tokens[-2:])
