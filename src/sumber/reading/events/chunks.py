"""Noun phrases without a parser: what stands to the left and to the right of a word, up to the next boundary."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...gazetteer import country_of
from ...language.tokens import Token
from .lexicon import Lexicon
from .spans import NO_NAMES, Names

__all__ = ["Chunk", "Clause"]

_AFFIXED = {
    "id": re.compile(r"(?:me(?:m|ng|ny|n|l|r|w|y)|di|ber|ter)[a-z]{4,}"),
    "en": re.compile(r"[a-z]{3,}ed"),
}
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NOT = frozenset({"not", "n't"})
_FINITE = frozenset({"is", "are", "was", "were"})
_SUBJECT = 6  # words that the subject of a clause behind *and* may have
_ITEM = 12  # words that one of a list may have
_MAX = 24  # words that a noun phrase may have: keeps the search linear


class Chunk(NamedTuple):
    """A noun phrase: tokens ``first`` to ``last`` (exclusive) of the article."""

    first: int
    last: int


class Clause:
    """The words of one sentence, with what each can do in it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        bounds: tuple[int, int],
        known: Lexicon,
        code: str,
        skip: frozenset[int],
        names: Names = NO_NAMES,
    ) -> None:
        self.tokens, self.known, self.skip = tokens, known, skip
        self.first, self.last = bounds
        self._affixed = _AFFIXED.get(code)
        words = [token for token in tokens[self.first : self.last] if token.text[:1].isalpha()]
        self.headline = sum(token.text[0].isupper() for token in words) > 0.6 * len(words)
        self._names = names
        self._verbs: dict[int, bool] = {}  # what was found out of a word, which is asked often

    def named(self, index: int) -> bool:
        """Return whether the word stands in a name of several words: *Just Stop Oil*; in a headline, a surer one."""
        return index in (self._names.sure if self.headline else self._names.all)

    def glued(self, index: int) -> bool:
        """Return whether the word goes on with a name: *of* and *and* in *the Ministry of Labour and Trade*."""
        return (self.named(index) and index not in self._names.first) or self._in_office(index)

    def _in_office(self, index: int) -> bool:
        """Whether *and* joins two fields of one office: *Menteri Kelautan dan Perikanan*."""
        if not self.does(index, "conj") or not self.is_a(index - 1, "portfolio"):
            return False
        beside = (self.tokens[index - 1], self.tokens[index + 1]) if index + 1 < self.last else ()
        fields = bool(beside) and self.is_a(index + 1, "portfolio")
        return fields and all(token.text[:1].isupper() for token in beside)

    def demonym(self, index: int) -> bool:
        """Return whether the word tells a nation, not where: *Israeli*."""
        if not self.first <= index < self.last or self.is_place(index):
            return False
        text = self.tokens[index].text
        return text[:1].isupper() and country_of(text) is not None

    def is_place(self, index: int) -> bool:
        """Return whether the word is part of a place's name."""
        return index in self._names.places

    def lower(self, index: int) -> str:
        """Return a word in small letters; empty outside the sentence."""
        return self.tokens[index].lower if self.first <= index < self.last else ""

    def does(self, index: int, part: str) -> bool:
        """Return whether the word has that part in the grammar."""
        return self.known.does(self.lower(index), part)

    def is_a(self, index: int, group: str) -> bool:
        """Return whether the word belongs to a class of ``event_classes.tsv``."""
        return self.known.is_a(self.lower(index), group)

    def is_verb(self, index: int) -> bool:
        """Return whether the word is a verb, as far as its shape tells."""
        found = self._verbs.get(index)
        if found is None:
            found = self._verbs[index] = self._looks_like_verb(index)
        return found

    def _looks_like_verb(self, index: int) -> bool:
        word = self.lower(index)
        if self.named(index):
            return False
        if self.does(index, "nominal") and (
            self.does(index - 1, "prep") or self.does(index - 1, "nominal_head")
        ):
            return False  # *dalam aksi tawuran*
        if (
            self.known.words.get("be")
            and self.lower(index - 1) in _POSSESSIVE
            and self._possessive(index - 1)
        ):
            return False  # *Peru's elected government*
        if (
            self.does(index - 1, "det")
            and not self._is_relative(index - 1)
            and self.known.does("head", "last")
        ):
            return False  # *the jailed men*: what they are, not what was done
        if self.does(index, "base") and (self.does(index - 1, "modal") or self.does(index - 1, "infinitive")):
            return True
        if word.endswith("ed") and self.known.does("head", "last") and self._after_taker(index):
            return False  # *from aggrieved consumers*, *to expel exiled leaders*
        if word.endswith("s") and self.known.does("head", "last") and not self._is_third_person(index):
            return False  # *emission tests*: a plural
        if self.known.does(word, "noun") or self.known.does(word, "aux"):
            return False
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if token.text[:1].isupper() and index > self.first and not self.headline:
            return False
        if self.headline and (found := self.known.triggers.get(word)):
            return found[0].rule.part == "verb"
        return (
            word in self.known.verbs
            or self.known.does(word, "verb")
            or self.known.does(word, "light")
            or bool(self._affixed and self._affixed.fullmatch(word))
            or (self.headline and index > self.first and token.text[:1].isupper() and self.known.bare(word))
        )

    def _is_relative(self, index: int) -> bool:
        """Whether *that* leads a clause about the noun before it: *the raid that killed the leader*."""
        if not self.does(index, "rel") or index - 1 < self.first or self.does(index - 1, "prep"):
            return False
        return self.tokens[index - 1].text[:1].isalpha() and not self.is_verb(index - 1)

    def _after_taker(self, index: int) -> bool:
        """Whether a word stands where an object begins: behind a preposition or an infinitive."""
        if self.does(index - 1, "prep"):
            return True
        return (
            self.lower(index - 2) == "to" and self.does(index - 2, "infinitive") and self.is_base(index - 1)
        )

    def joined_infinitive(self, conj: int) -> int | None:
        """Return the infinitive that *and* or *or* joins another to: *to free him or | meet the king*."""
        for at in range(conj - 1, max(self.first, conj - 16), -1):
            if self.does(at, "subordinator") or self.lower(at) in (",", ";"):
                return None
            if self.does(at, "infinitive"):
                verb = at + 1 + self.does(at + 1, "degree")
                return verb if self.does(verb, "base") or self.is_base(verb) else None
        return None

    def is_base(self, index: int) -> bool:
        """Return whether a verb stands in its base form, which no auxiliary can be."""
        if self.does(index, "be") or self.does(index, "have") or self.does(index, "adverb"):
            return False
        return any(one.voice == "base" for one in self.known.triggers.get(self.lower(index), ()))

    def _is_third_person(self, index: int) -> bool:
        """Whether a form in -s can be a verb here: after somebody, a pronoun or an adverb."""
        if self.headline or self.known.does(self.lower(index), "verb"):
            return True
        before = index - 1
        named = before >= self.first and self.tokens[before].text[:1].isupper()
        return (
            named
            or self.is_a(before, "agent")
            or any(self.does(before, p) for p in ("pronoun", "adverb", "rel"))
        )

    def stops(self, index: int) -> bool:
        """Return whether no noun phrase runs over this word."""
        if not self.first <= index < self.last:
            return True
        token = self.tokens[index]
        if self.named(index) or self._possessive(index):
            return False
        if not token.text[0].isalnum():
            return token.text not in "'’-&%$" or self._is_dash(index)
        if token.lower == "time" and self.lower(index - 2) == "by":
            return True  # *by the time police came*
        return token.lower in self.known.stopping or self.is_verb(index)

    def _is_dash(self, index: int) -> bool:
        """Whether a hyphen stands between spaces: *AMMAN (AFP) - Police ...*."""
        if self.tokens[index].text != "-" or not self.first < index < self.last - 1:
            return False
        return self.tokens[index - 1].end < self.tokens[index].start < self.tokens[index + 1].start - 1

    def left(self, index: int) -> tuple[Chunk, ...]:
        """Return the noun phrases that end at ``index`` or just before, the coordinated ones apart."""
        start, conj = index, False
        while start >= self.first and index - start < _MAX:
            if self.lower(start)[:1] in _CLOSE:
                start = self._opening(start) - 1
            elif start in self.skip or not self.stops(start):
                conj = conj or self.does(start, "conj")
                start -= 1
            elif conj and self.lower(start) == "," and not self.stops(start - 1):
                start -= 1
            else:
                break
        return self._parts(start + 1, index + 1)

    def _opening(self, index: int) -> int:
        for at in range(index, max(self.first, index - _MAX) - 1, -1):
            if self.lower(at)[:1] in _OPEN:
                return at
        return index

    def right(self, index: int) -> tuple[Chunk, ...]:
        """Return the noun phrases that begin at ``index``, the coordinated ones apart."""
        if index in self.skip and self.known.does("head", "last"):
            return ()  # *on Wednesday night following an argument*: a time, not a thing
        if self.does(index - 1, "helps") and self.does(index, "base"):
            return ()  # *helped propel him*
        index = self.past_estimate(index)
        end = index
        while end < self.last and end - index < _MAX:
            if end > index and self.lower(end)[:1] in _OPEN:
                end = self._closing(end) + 1
                continue
            if self.lower(end) == "," and end > index and self._goes_on(end + 1):
                end += 1
                continue
            if (
                self.stops(end)
                or (self.does(end, "prep") and not self._belongs(end) and not self.glued(end))
                or (self.does(end, "aux") and not self._possessive(end) and not self.named(end))
            ):
                break
            if end > index and self._opens_clause(end):
                break
            if self.does(end, "conj") and not self.glued(end) and self._ends_with(end):
                break
            end += 1
        return self._parts(index, min(end, len(self.tokens)))

    def _ends_with(self, conj: int) -> bool:
        """Whether no noun phrase goes on behind a conjunction: a clause begins, or a verb."""
        return conj + 1 >= self.last or self.stops(conj + 1) or self._opens_main(conj + 1)

    def _opens_main(self, index: int) -> bool:
        """Whether a clause with its own subject begins: *met the king | and the minister left*."""
        if not self.known.does("head", "last") or not self._has_verb_before(index - 1):
            return False
        at = index
        while at < self.last and at - index < _SUBJECT and not self.stops(at):
            if (self.does(at, "prep") or self.does(at, "conj")) and not self.glued(at):
                return False
            at += 1
        if not self.first < at < self.last or at - index >= _SUBJECT:
            return False
        if self.lower(at) in _NOT:
            return False
        if any(self.does(at, part) for part in ("have", "modal")) or self.lower(at) in _FINITE:
            return True
        return self.is_verb(at) and not self.does(at + 1, "prep") and not self.lower(at).endswith("ing")

    def _has_verb_before(self, index: int) -> bool:
        """Whether a finite verb stands between the last boundary and a word."""
        for at in range(index - 1, max(self.first, index - _MAX) - 1, -1):
            if self.lower(at) in (",", ";", ":") or self.does(at, "subordinator"):
                return False
            if self.is_verb(at) or self.lower(at) in _FINITE:
                return True
        return False

    def past_estimate(self, index: int) -> int:
        """Return where a number stands that words like *at least* or *more than* lead; else the place itself."""
        at = index
        if self.lower(index) == "as" and self.lower(index + 2) != "as":
            return index  # *arrested as seven die*
        while at < self.last and at - index < 3 and self.does(at, "estimate"):
            at += 1
        counted = self.lower(at)[:1].isdigit() or self.does(at, "quantity") or self.does(at, "amount")
        counted = counted or (self.lower(at) == "a" and self.does(at + 1, "amount"))
        return at if at > index and counted else index

    def _opens_clause(self, index: int) -> bool:
        """Whether a pronoun begins a clause of its own: *the man he saw*."""
        return self.known.does("head", "last") and self.does(index, "subject_pronoun")

    def _belongs(self, index: int) -> bool:
        """Whether *of* goes on with a noun phrase: *hundreds of soldiers*, *the mayor of Nablus*."""
        return self.does(index, "joins") and index + 1 < self.last and not self.stops(index + 1)

    def core(self, chunk: Chunk) -> Chunk:
        """Return a noun phrase without what follows *of*, unless that is what is counted: *dozens of men*."""
        for at in range(chunk.first + 1, chunk.last):
            if self.does(at, "joins") and not self.glued(at):
                return Chunk(at + 1, chunk.last) if self.does(at - 1, "amount") else Chunk(chunk.first, at)
        return chunk

    def _possessive(self, index: int) -> bool:
        """Whether *'s* marks whose something is, and not *is* or *has*: *Israel's army*, not *he's gone*."""
        if (
            self.lower(index) not in _POSSESSIVE
            or self.does(index - 1, "pronoun")
            or self.does(index - 1, "det")
        ):
            return False
        word = self.lower(index + 1)
        if self.does(index - 1, "boundary") or not word[:1].isalpha() or word.endswith("ing"):
            return False
        return not any(
            self.does(index + 1, part) for part in ("det", "adverb", "pronoun", "be", "have", "prep")
        )

    def leads_to(self, index: int) -> bool:
        """Return whether an infinitive follows before the clause ends: *asked the court to free him*."""
        for at in range(index, min(self.last, index + 10)):
            if self.does(at, "infinitive") and not self.does(at + 1, "det"):
                return True
            if self.does(at, "subordinator") or not self.tokens[at].text[0].isalnum():
                return False
        return False

    def _closing(self, index: int) -> int:
        for at in range(index, min(self.last, index + 8)):
            if self.lower(at)[:1] in _CLOSE:
                return at
        return self.last

    def _goes_on(self, index: int) -> bool:
        """Whether a list goes on after a comma: *polisi, tentara(,) dan warga*."""
        if self.does(index, "conj"):
            return not self.stops(index + 1)
        behind = index  # behind brackets: *Badan Pengawas Mahkamah Agung (Bawas MA), dan ...*
        for at in range(index, min(self.last, index + _ITEM)):
            if at < behind:
                continue
            if self.lower(at)[:1] in _OPEN and at > index:
                behind = self._closing(at) + 1
                continue
            if self.does(at, "conj") and at > index:
                return not self.stops(at + 1)
            if self.lower(at) == "," and at > index:
                return self._goes_on(at + 1)
            if self.stops(at) or self.does(at, "prep") or self.does(at, "aux"):
                return False
        return False

    def _parts(self, start: int, end: int) -> tuple[Chunk, ...]:
        """Cut a stretch into noun phrases: drop a leading prepositional phrase, cut at *and* and prepositions."""
        start = self._after_leading_phrase(start, end)
        found: list[Chunk] = []
        at, open_ = start, True
        for index in range(start, end + 1):
            loose = index < end and not self.glued(index)
            conj = loose and (self.does(index, "conj") or self.lower(index) == ",")
            conj = conj or (loose and self.does(index, "comitative"))
            prep = not conj and loose and self.does(index, "prep") and not self._belongs(index)
            if at < index < end and (
                self._opens_clause(index)
                or (self.does(index, "article") and self.tokens[index - 1].text[:1].isupper())
            ):
                found.append(self._trim(at, index))
                at = index
            if index == end or conj or prep:
                if open_ and index > at:
                    found.append(self._trim(at, index))
                at, open_ = index + 1, open_ and not prep
        return tuple(chunk for chunk in found if chunk.last > chunk.first)

    def _after_leading_phrase(self, start: int, end: int) -> int:
        start = self.past_estimate(start)
        while start < end and (self.does(start, "prep") or start in self.skip or self.does(start, "aux")):
            if self.does(start, "gap") and start == self.first:  # *Dengan Iran dan Israel saling serang, ...*
                start += 1
            elif self.does(start, "prep"):
                start += 1
                inside = start
                while start < end and (start in self.skip or self.tokens[start].text[:1].isupper()):
                    start += 1
                if start == inside:
                    return end
            else:
                start += 1
        return start

    def _participle(self, index: int, end: int) -> bool:
        """Whether a participle with an object tells what somebody does: *soldiers | guarding the border*."""
        word = self.tokens[index].text
        if not self.known.does("head", "last") or not word.islower() or not word.endswith("ing"):
            return False
        if index + 1 >= end or self.named(index) or not self.is_a(index - 1, "agent"):
            return False
        follows = self.tokens[index + 1].text[:1].isupper() or self.does(index + 1, "det")
        return follows and not self.is_a(index, "agent")

    def _trim(self, start: int, end: int) -> Chunk:
        def loose(index: int) -> bool:
            if self.named(index):
                return False
            if index in self.skip or not self.tokens[index].text[0].isalnum():
                return True
            return self.does(index, "aux") or self.does(index, "loose")

        if self.lower(end - 1)[:1] in _CLOSE:
            end = max(start, self._opening(end - 1))
        opened = [at for at in range(start + 1, end) if self.lower(at)[:1] in _OPEN]
        if opened and not any(self.lower(at)[:1] in _CLOSE for at in range(opened[-1], end)):
            end = opened[-1]
        while start < end and (loose(start) or (end - start > 1 and self.does(start, "lead"))):
            start += 1
        end = next(
            (at for at in range(start + 1, end) if self.does(at, "cut") or self._participle(at, end)), end
        )
        while end > start and loose(end - 1):
            end -= 1
        return Chunk(start, end)
