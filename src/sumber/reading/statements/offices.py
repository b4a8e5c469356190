"""Persons by their offices: *the mayor*, *Menlu*, *juru bicara Kremlin* stand for whom the article calls so."""

import re
from collections.abc import Sequence
from functools import cache

from ...language import load
from ...language.tokens import Token
from ...record import Form, Name, NameKind, Role
from ..analysis import Analysis

__all__ = ["Offices", "referents"]

_BEFORE, _AFTER = 14, 12  # tokens around a name in which its office stands
_BREAKS = frozenset(
    "kata ujar said told menurut bahwa that tutur ucap ungkap jelas kepada saat ketika setelah oleh".split()
)
_BEFORE_OFFICES = frozenset(
    "former deputy acting assistant senior first foreign defense defence finance interior police state white house "
    "party city county fire health security national political communications press company his her their its".split()
)
_SMALL = frozenset("dan the a an of and for di yang selaku sebagai sekaligus dari to at in , ( ) .".split())


@cache
def referents(code: str, name: str) -> frozenset[str]:
    """Return the words of one class of the table ``referents`` of a language."""
    language = load(code)
    rows = language.table("referents") if language.has_table("referents") else ()
    return frozenset(row["word"] for row in rows if row["class"] == name)


@cache
def _expansions(code: str) -> dict[str, tuple[str, ...]]:
    language = load(code)
    rows = language.table("offices") if language.has_table("offices") else ()
    return {row["short"]: tuple(row["full"].split()) for row in rows}


def _lowers(tokens: Sequence[Token]) -> list[str]:
    return [token.lower for token in tokens]


class Offices:
    """What the article calls its persons: the words of the phrase before a name, and of the apposition behind it."""

    def __init__(self, names: Sequence[Name], analysis: Analysis) -> None:
        self.tokens = analysis.tokens
        self.code = analysis.article.language
        self._sentences = analysis.sentences
        self._known: list[tuple[int, str, frozenset[str]]] = []
        for name in names:
            if name.kind is NameKind.PERSON:
                for mention in name.mentions:
                    if mention.form is Form.NAME:
                        first, end = analysis.token_at(mention.start), analysis.token_at(mention.end - 1)
                        if first is not None and end is not None:
                            self._known.append((mention.start, name.id, self._around(first, end + 1)))

    def _around(self, first: int, end: int) -> frozenset[str]:
        sentence = self.tokens[first].sentence
        at = first
        while (
            at > 0
            and first - at < _BEFORE
            and self.tokens[at - 1].sentence == sentence
            and self._goes_on(at - 1)
        ):
            at -= 1
        behind = end
        if end < len(self.tokens) and self.tokens[end].text == "," and not self._in_title(sentence):
            behind = end + 1
            while (
                behind < len(self.tokens)
                and behind - end < _AFTER
                and self.tokens[behind].sentence == sentence
            ):
                if self.tokens[behind].text in (",", '"', "”", "."):
                    break
                behind += 1
        apposition = self._own(self.tokens[end:behind])
        return frozenset(self._spelled([*self.tokens[at:first], *apposition]))

    def _own(self, apposition: Sequence[Token]) -> Sequence[Token]:
        """Return an apposition without the office of somebody close: *the Prime Minister's wife*, *istri Bupati*."""
        close = referents(self.code, "close")
        at = next((n for n, token in enumerate(apposition) if token.lower in close), None)
        if at is None:
            return apposition
        if self.code == "en" and at and apposition[at - 1].text in ("'s", "’s", "s'", "s’"):
            return apposition[at:]
        return apposition[: at + 1] if self.code == "id" or "of" in _lowers(apposition[at:]) else apposition

    def _in_title(self, sentence: int) -> bool:
        """Return whether a sentence is the headline, where a comma sets off no apposition."""
        return self._sentences[sentence].role is Role.TITLE

    def _goes_on(self, at: int) -> bool:
        """Return whether the phrase before a name goes on to the left over this word."""
        token = self.tokens[at]
        if token.text in ("(", ")", ",", "/", "-"):
            return True
        if (
            not token.text[0].isalnum()
            or token.lower in _BREAKS
            or token.lower in referents(self.code, "pronoun")
        ):
            return False
        if not token.text.islower() or token.lower in referents(self.code, "office") or token.lower in _SMALL:
            return True
        if self.code == "en":
            return token.lower in _BEFORE_OFFICES
        return re.match(r"(?:me[mnlry]|ber|di|ter)[a-z]{3,}$", token.lower) is None

    def _spelled(self, tokens: Sequence[Token]) -> list[str]:
        """Return the words of a phrase in small letters, short offices written out."""
        words: list[str] = []
        for token in tokens:
            words += _expansions(self.code).get(token.lower, ())
            words.append(token.lower)
        return [word for word in words if word not in _SMALL]

    def holder(self, phrase: Sequence[Token]) -> str | None:
        """Return the id of the person whom the article calls by all the words of a phrase, the nearest before it.

        At least one word must be an office; what points back (*itu*, *the*) is left out.
        """
        pointing = referents(self.code, "demonstrative")
        wanted = [t for t in phrase if t.lower not in pointing and t.lower not in _SMALL]
        if not wanted or not any(t.lower in referents(self.code, "office") for t in wanted):
            return None
        start = phrase[0].start
        found = [
            (at, name_id) for at, name_id, words in self._known if all(self._has(words, t) for t in wanted)
        ]
        if not found:
            return None
        before = [item for item in found if item[0] < start]
        return max(before)[1] if before else min(found)[1]

    def _has(self, words: frozenset[str], token: Token) -> bool:
        full = _expansions(self.code).get(token.lower)
        return token.lower in words or (full is not None and all(word in words for word in full))
