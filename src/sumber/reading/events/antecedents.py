"""Whom pronouns and pointing words stand for: *mereka*, *ia*, *kami*, *kedua pemimpin*, *serangan itu*."""

from collections.abc import Sequence
from functools import cached_property

from ...gazetteer import country_of
from ...language.tokens import Sentence
from ...record import Actor, Mode, NameKind, Source, SourceKind, Span, Statement
from ..analysis import Analysis
from ..statements.sex import pronoun_sex, sexes
from .actors import Cast
from .chunks import Chunk, Clause
from .index import Index
from .sides import Sides

__all__ = ["Antecedents"]

_BODIES = frozenset({NameKind.ORGANISATION, NameKind.PLACE})
_PARTIES = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_BEFALLS = frozenset({"COERCE", "ACCUSE", "SANCTION", "ASSAULT"})
_MUTUAL = frozenset({"CONSULT", "AGREE"})  # where *we* may be both sides
_WINDOW = 1000  # letters of its own sentence that a pronoun looks back over
_CLITIC = 3  # letters that a source has which is itself a pronoun: *tegasnya*
_BACK = 2  # sentences that a pronoun looks back over
_MEMORY = 12  # sentences after which a deed is no longer pointed at


class Antecedents:
    """What has been told so far in an article, for words that point back at it.

    How it works: a pronoun for a person takes the speaker of the sentence, else the one person named before it,
    else whoever speaks or is named first in the sentence before; *mereka* and *they* take bodies or several actors
    in the same order; *kami* and *we* the speaker's body, else the speaker; a deed pointed at (*serangan itu*)
    takes who did the last one.

    Known to miss: antecedents more than two sentences away.
    """

    def __init__(self, analysis: Analysis, cast: Cast, index: Index, sides: Sides) -> None:
        self.analysis, self.cast, self.index, self.sides = analysis, cast, index, sides
        self._pair: tuple[int, tuple[Actor, ...]] = (-_MEMORY, ())
        self._doer: dict[str, tuple[int, tuple[Actor, ...]]] = {}
        self._last: tuple[int, tuple[Actor, ...]] = (-_MEMORY, ())
        self._suffered: tuple[int, tuple[Actor, ...]] = (-_MEMORY, ())

    @cached_property
    def _sexes(self) -> dict[str, str]:
        return sexes(self.sides.persons, self.analysis)

    def told(
        self, kind: str, sentence: int, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]
    ) -> None:
        """Remember who acted in an event, and whom it befell."""
        if kind in _BEFALLS and recipients and all(self._is_somebody(one) for one in recipients):
            self._suffered = (sentence, recipients)
        if not actors:
            return
        self._last = (sentence, actors)
        if kind in _FORCE:
            self._doer[kind] = (sentence, actors)
        if len({actor.name for actor in actors if actor.name}) == 2:
            self._pair = (sentence, actors)

    def _is_somebody(self, party: Actor) -> bool:
        """Whether a party has a name, or is called by a word for people: not *dua kasus lainnya*."""
        words = self.analysis.text[party.start : party.end].casefold().split()
        return bool(party.name) or any(self.cast.known.is_a(word, "agent") for word in words)

    def of(
        self, clause: Clause, chunk: Chunk, sayings: Sequence[Statement], kind: str
    ) -> tuple[Actor, ...] | None:
        """Return who a pointing phrase stands for in an event of a kind; None if it points at nothing known."""
        first = clause.lower(chunk.first)
        span = Span(clause.tokens[chunk.first].start, clause.tokens[chunk.last - 1].end)
        known = clause.known
        whole = "".join(clause.lower(at) for at in range(chunk.first, chunk.last))
        if known.does(whole, "own_side") and kind not in _MUTUAL:
            side = self._side(span, sayings)
            if side is not None:
                return side
        if known.does(whole, "self"):
            return self._speaker(span, sayings) or self._third(clause, span, ())
        if known.does(first, "both") or known.does(whole, "both"):
            alone = chunk.last - chunk.first == 1 or known.does(whole, "both")
            paired = alone or any(clause.does(at, "paired") for at in range(chunk.first + 1, chunk.last))
            return self._both(clause, chunk, span) if paired else None  # not *kedua pelaku*, *both victims*
        if chunk.last - chunk.first > 1:
            return None
        if known.does(first, "first_person") or known.does(first, "first_plural"):
            return self._speaker(span, sayings)
        if known.does(first, "third_person"):
            return self._third(clause, span, sayings)
        return self._many(clause, chunk, span, sayings) if known.does(first, "third_plural") else None

    def body(self, clause: Clause, at: int, sayings: Sequence[Statement]) -> tuple[Actor, ...]:
        """Return the body that says of itself what stands at ``at``: *Israel announced it would free ...*."""
        while at > clause.first and (clause.does(at - 1, "aux") or clause.does(at - 1, "adverb")):
            at -= 1
        if not clause.does(at - 1, "third_body"):
            return ()
        token = clause.tokens[at - 1]
        for said in sayings:
            if said.mode is not Mode.DIRECT and said.source and self._is_body(said.source):
                return (self._as(Span(token.start, token.end), said.source),)
        return ()

    def _is_body(self, source: Source) -> bool:
        names = self._names(source.start, source.end, _BODIES)
        return bool(names) and not self._persons(source.start, source.end)

    def victim(self, clause: Clause, chunk: Chunk, kind: str) -> tuple[Actor, ...] | None:
        """Return whom force or law last befell, for a pronoun that it befalls again: *Ia juga ditahan*."""
        first = clause.lower(chunk.first)
        sentence, recipients = self._suffered
        alone = chunk.last - chunk.first == 1 and clause.known.does(first, "third_person")
        if kind not in _BEFALLS or not alone or len(recipients) != 1:
            return None
        if clause.tokens[chunk.first].sentence - sentence > _MEMORY:
            return None
        here = clause.tokens[clause.first].start
        if clause.known.words.get("be") and self._persons(here, clause.tokens[chunk.first].start):
            return None  # *approached Li and interviewed him*
        token = clause.tokens[chunk.first]
        return (self._again(Span(token.start, token.end), recipients[0]),)

    def doer(self, clause: Clause, head: int) -> tuple[Actor, ...]:
        """Return who did the last deed of the kind that the word at ``head`` names, if it is not long ago."""
        kind = "COERCE" if clause.is_a(head, "seizure") else "ASSAULT"
        sentence, actors = self._doer.get(kind, (-_MEMORY, ()))
        return actors if clause.tokens[clause.first].sentence - sentence <= _MEMORY else ()

    def _speaker(self, span: Span, sayings: Sequence[Statement]) -> tuple[Actor, ...] | None:
        source = next((one.source for one in sayings if one.source is not None), None)
        return (self._as(span, source),) if source else None

    def _side(self, span: Span, sayings: Sequence[Statement]) -> tuple[Actor, ...] | None:
        """Return the pointing word with the body that the speaker speaks for."""
        source = next((one.source for one in sayings if one.source is not None), None)
        person = (source.name or self._name_at(source)) if source else None
        side = self.sides.of(person) if person else None
        return (Actor(start=span.start, end=span.end, name=side),) if side else None

    def _as(self, span: Span, source: Source) -> Actor:
        """Return the speaker: the pointing word with the speaker's name, or, unnamed, the speaker's words."""
        name = source.name or self._name_at(source)
        words = self.analysis.text[source.start : source.end].casefold().split()
        pronoun = bool(words) and self.cast.known.does(
            words[0], "pronoun"
        )  # *Kami sangat kesulitan* is no party
        if name is None and source.end - source.start > _CLITIC and not pronoun:
            return Actor(start=source.start, end=source.end)
        return Actor(start=span.start, end=span.end, name=name)

    def _name_at(self, source: Source) -> str | None:
        """Return the last name in a speaker's words; of a person's only a body or a country: no *New York trader*."""
        found = self.cast.names_in(source.start, source.end)
        if source.kind is SourceKind.PERSON:
            text = self.analysis.text
            found = [
                one for one in found if one[3] is not NameKind.PLACE or country_of(text[one[0] : one[1]])
            ]
        return found[-1][2] if found else None

    def _third(self, clause: Clause, span: Span, sayings: Sequence[Statement]) -> tuple[Actor, ...] | None:
        told = pronoun_sex(span.of(self.analysis.text).casefold(), self.analysis.article.language)

        def can(name: str | None) -> bool:
            return told is None or self._sexes.get(name or "", told) == told

        here = max(clause.tokens[clause.first].start, span.start - _WINDOW)
        for one in sayings:
            if not one.source or not can(one.source.name):
                continue
            if one.mode is Mode.INDIRECT and one.source.kind is SourceKind.PERSON:
                return (self._as(span, one.source),)
        others = {one.source.name for one in sayings if one.source}  # who speaks is not *he* in the own quote
        before = [name for name in self._persons(here, span.start) if name not in others and can(name)]
        if before:
            return (Actor(start=span.start, end=span.end, name=before[0]),)
        for sentence in self._sentences_before(clause):
            speaker = self._speaker_in(sentence, SourceKind.PERSON)
            if speaker and can(speaker.name) and not (others and speaker.name in others):
                return (self._as(span, speaker),)
            named = [
                name
                for name in self._persons(sentence.start, sentence.end)
                if name not in others and can(name)
            ]
            if named:
                return (Actor(start=span.start, end=span.end, name=named[0]),)
        return None

    def _many(
        self, clause: Clause, chunk: Chunk, span: Span, sayings: Sequence[Statement]
    ) -> tuple[Actor, ...] | None:
        for said in sayings:
            if said.mode is Mode.DIRECT or not said.source:
                continue
            several = self._names(said.source.start, said.source.end, _PARTIES)
            if len(several) > 1:  # *A and B said they will ...*
                return tuple(Actor(start=span.start, end=span.end, name=name) for name in several)
            if said.source.kind is SourceKind.GROUP:
                return (self._as(span, said.source),)
        here = max(clause.tokens[clause.first].start, span.start - _WINDOW)
        found = self._bodies(here, span.start)
        if found:
            return (Actor(start=span.start, end=span.end, name=found[0]),)
        sentence, actors = self._last
        alone = len(actors) == 1 and self._is_person(actors[0].name)
        if clause.tokens[chunk.first].sentence - sentence <= _BACK and actors and not alone:
            return tuple(self._again(span, actor) for actor in actors)
        for one in self._sentences_before(clause):
            speaker = self._speaker_in(one, SourceKind.GROUP)
            if speaker:
                return (self._as(span, speaker),)
            found = self._bodies(one.start, one.end) or self._two_persons(one.start, one.end)
            if found:
                return tuple(Actor(start=span.start, end=span.end, name=name) for name in found[:2])
        return None

    def _is_person(self, name: str | None) -> bool:
        return any(person.id == name for person in self.sides.persons)

    def _both(self, clause: Clause, chunk: Chunk, span: Span) -> tuple[Actor, ...] | None:
        sentence, pair = self._pair
        number = clause.tokens[chunk.first].sentence
        if pair and number - sentence <= _BACK + 1:
            return tuple(self._again(span, actor) for actor in pair)
        back = [(sentence.start, sentence.end) for sentence in self._sentences_before(clause)]
        for start, end in [(clause.tokens[clause.first].start, span.start), *back]:
            found = self._two_persons(start, end)
            if found:
                return tuple(Actor(start=span.start, end=span.end, name=name) for name in found)
        return None

    def _again(self, span: Span, actor: Actor) -> Actor:
        return Actor(start=span.start, end=span.end, name=actor.name) if actor.name else actor

    def _persons(self, start: int, end: int) -> list[str]:
        return self._names(start, end, frozenset({NameKind.PERSON}))

    def _bodies(self, start: int, end: int) -> list[str]:
        """Return the first body or country; a town or a region is where something was, not *they*."""
        found = self.cast.names_in(start, end)
        text = self.analysis.text
        bodies = [
            name
            for at, stop, name, kind in found
            if at >= start
            and (kind is NameKind.ORGANISATION or (kind is NameKind.PLACE and country_of(text[at:stop])))
        ]
        return bodies[:1]

    def _two_persons(self, start: int, end: int) -> list[str]:
        found = self._persons(start, end)
        return found if len(found) == 2 else []

    def _names(self, start: int, end: int, kinds: frozenset[NameKind]) -> list[str]:
        """Return the distinct names of some kinds in a stretch, in the order of their first mention."""
        found = self.cast.names_in(start, end)
        return list(dict.fromkeys(name for at, _, name, kind in found if kind in kinds and at >= start))

    def _sentences_before(self, clause: Clause) -> list[Sentence]:
        at = clause.tokens[clause.first].sentence
        return list(reversed(self.analysis.sentences[max(0, at - _BACK) : at]))

    def _speaker_in(self, sentence: Sentence, kind: SourceKind) -> Source | None:
        return next((one for one in self.index.speakers(sentence.index) if one.kind is kind), None)
