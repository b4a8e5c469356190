"""The layer of events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace as replace_values
from typing import ClassVar

from msgspec.structs import replace

from ...language.tokens import Sentence
from ...record import Actor, EventMention, Record, Role, Span, Statement, Status, Time, TimeKind
from ..analysis import Analysis
from .actors import Cast
from .antecedents import Antecedents
from .arguments import Surface
from .candidates import candidates
from .chunks import Chunk, Clause
from .index import Index
from .lexicon import Lexicon, lexicon
from .merge import Telling, merged
from .news import tells_events
from .results import told_anew
from .scene import Candidate, Scene
from .sides import Sides
from .spans import names_of
from .standing import Standing
from .status import asked, doubted, operators_in, verdict
from .topics import Topic, topic_of

__all__ = ["Events"]

_PRONOUNS = ("third_person", "third_plural")
_BESIDE = 6  # letters between two phrases for one party
_HABIT = 4  # words between a word of habit and its verb
_PASSING = 60  # words behind an event in which a relative clause is looked for


class Events:
    """Find who did what to whom, and whether the report says that it happened.

    How it works: words of the language's event lexicon name events if what stands around them fits (classes of
    subject and object, prepositions, an actor that can act); arguments come from position;
    operators over the word (*akan*, *not*, *allegedly*) give the status; mentions of one
    event are folded into one.

    Known to miss: events told by words outside the lexicon, actors named only in another sentence.
    Quality: ``evaluation/measure_events.py``.
    """

    name: ClassVar[str] = "events"
    needs: ClassVar[frozenset[str]] = frozenset({"names", "times", "statements"})
    gives: ClassVar[frozenset[str]] = frozenset({"events"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its events."""
        known = lexicon(analysis.language.code) if analysis.language else None
        if known is None or not tells_events(record, analysis, known):
            return record
        topic = topic_of(record, analysis)
        if topic is not None and topic.drops == "all":
            return record
        return replace(record, events=merged(_Reader(record, analysis, known, topic).tellings(), record))


class _Reader:
    """One article's way from sentences to tellings."""

    def __init__(self, record: Record, analysis: Analysis, known: Lexicon, topic: Topic | None) -> None:
        self.record, self.analysis, self.known = record, analysis, known
        self.drops = topic.drops if topic else ""
        self.cast = Cast(record, known)
        self.index = Index(record, analysis.sentences)
        self.sides = Sides(record, analysis, self.cast)
        self.antecedents = Antecedents(analysis, self.cast, self.index, self.sides)
        self.standing = Standing(record, known, self.sides)
        self.skip = self._inside_times()
        self.names = names_of(record, analysis)

    def _inside_times(self) -> frozenset[int]:
        found: set[int] = set()
        for time in self.record.times:
            at = self.analysis.token_at(time.start)
            while (
                at is not None
                and at < len(self.analysis.tokens)
                and self.analysis.tokens[at].start < time.end
            ):
                found.add(at)
                at += 1
        return frozenset(found)

    def tellings(self) -> Iterator[Telling]:
        """Yield every mention of an event, in reading order."""
        for sentence in self.analysis.sentences:
            words = self.analysis.words_of(sentence)
            if any(token.lower in self.known.triggers for token in words):
                yield from self._of(sentence)

    def _of(self, sentence: Sentence) -> Iterator[Telling]:
        language = self.analysis.language
        assert language is not None
        bounds = (sentence.first, sentence.last)
        clause = Clause(self.analysis.tokens, bounds, self.known, language.code, self.skip, self.names)
        scene = Scene(clause, Surface(clause, self.cast.can_act), self.cast, sentence.role)
        present = operators_in(clause, language.code)
        struck: tuple[Actor, ...] = ()  # who did the last attack that this sentence tells
        for one in candidates(scene):
            first, last = one.told
            trigger = Span(clause.tokens[first].start, clause.tokens[last - 1].end)
            sayings = self.index.around(trigger)
            if self._is_cue(trigger, one) or _is_habit(clause, one):
                continue
            judged = verdict(clause, present, (one.head, one.last), sayings, one.noun)
            judged = asked(judged, clause, one.last, title=sentence.role is Role.TITLE)
            if self.drops == "belief" and not sayings:
                judged = doubted(judged)
            if judged.negated_request or judged.purpose:
                continue
            mention = EventMention(
                trigger=trigger,
                evidence=Span(sentence.start, sentence.end),
                status=judged.status,
                rule=one.rule.id,
                why=judged.why,
            )
            telling = self._telling(clause, one, mention, sayings)
            if one.rule.type == "ASSAULT":
                if not telling.actors and not one.noun and not set(struck) & set(telling.recipients):
                    telling = replace_values(telling, actors=struck)
                struck = telling.actors
            if not telling.actors and any(self.cast.is_body_pronoun(who, clause) for who in one.actors):
                continue  # *it*, but nobody knows who
            if self._is_private(telling):
                continue
            self.antecedents.told(one.rule.type, sentence.index, telling.actors, telling.recipients)
            fresh = one.noun and told_anew(clause, one.first, one.last)
            yield replace_values(telling, noun=one.noun, title=sentence.role is Role.TITLE, fresh=fresh)

    def _is_private(self, telling: Telling) -> bool:
        """Whether an event is none of the public's: of a star's family, or a company's words about itself."""
        parties = telling.actors + telling.recipients
        checked = self.drops == "belief" and telling.rule.mode == "investigate"  # *Tim kami menelusuri*
        if checked and not self.standing.has_official(parties):
            return True
        if self.drops == "private" and not self.standing.is_public(telling.rule, parties):
            return True
        return self.standing.is_praise(telling.rule, telling.actors)

    def _telling(
        self, clause: Clause, one: Candidate, mention: EventMention, sayings: tuple[Statement, ...]
    ) -> Telling:
        actors = self._actors(clause, one.actors, sayings, one.rule.type)
        if not actors and one.rule.type == "ASSAULT" and self._is_pointed_at(clause, one):
            actors = self.antecedents.doer(clause, one.last - 1)
        if not actors and not one.noun:
            actors = self.antecedents.body(clause, one.head, sayings)
        befallen = self._actors(clause, one.recipients, sayings, one.rule.type, befalls=True)
        actors = self._not_himself(actors, befallen)
        return Telling(
            rule=one.rule,
            mention=mention,
            actors=actors,
            recipients=tuple(self._other(who, actors) for who in befallen),
            objects=tuple(
                self.cast.actor(chunk, clause) for chunk in one.objects if not _is_pronoun(chunk, clause)
            ),
            time=self._time(clause, one, mention),
            place=self._place(clause, one),
            said_by=tuple(one.id for one in sayings if one.source is not None)[:1],
        )

    def _actors(
        self,
        clause: Clause,
        chunks: tuple[Chunk, ...],
        sayings: tuple[Statement, ...],
        kind: str,
        *,
        befalls: bool = False,
    ) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for chunk in chunks:
            if self.cast.is_body_pronoun(chunk, clause):
                found += self.antecedents.body(clause, chunk.last, sayings)
                continue
            if self.cast.is_deed(chunk, clause):
                found += self._doers(clause, chunk)
                continue
            pointed = self.antecedents.victim(clause, chunk, kind) if befalls else None
            pointed = pointed or self.antecedents.of(clause, chunk, sayings, kind)
            found += (self.cast.actor(chunk, clause),) if pointed is None else pointed
        return _once(found)

    def _not_himself(self, actors: tuple[Actor, ...], befallen: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return who acts, nobody known for a pronoun that was taken for whom it befalls: *he might back Berg*."""
        if len(actors) != 1 or len(befallen) != 1 or actors[0].name is None:
            return actors
        who, other = (one.of(self.analysis.text).casefold() for one in (actors[0], befallen[0]))
        known = self.cast.known
        pronoun = any(known.does(who, part) and not known.does(other, part) for part in _PRONOUNS)
        if not pronoun or actors[0].name != befallen[0].name:
            return actors
        return (Actor(start=actors[0].start, end=actors[0].end),)

    def _other(self, who: Actor, actors: tuple[Actor, ...]) -> Actor:
        """Return whom an event befalls, nobody known if a pronoun was taken for who did it: *Berg praised him*."""
        alone = len(actors) == 1 and who.name is not None and who.name == actors[0].name
        words = self.analysis.text[who.start : who.end].casefold()
        is_other = alone and who != actors[0] and self.cast.known.does(words, "third_person")
        return Actor(start=who.start, end=who.end) if is_other else who

    def _is_pointed_at(self, clause: Clause, one: Candidate) -> bool:
        """Whether the trigger holds a deed that is pointed back at: *terluka dalam serangan tersebut*."""
        if not any(clause.is_a(at, "deed") for at in range(one.first, one.last)):
            return False
        return any(clause.does(at, "backward") for at in range(one.last, one.last + 4))

    def _doers(self, clause: Clause, chunk: Chunk) -> tuple[Actor, ...]:
        """Return whose deed a phrase names: whom it belongs to, or, pointed at, who did the last one."""
        owner = self.cast.behind(chunk, clause)
        if owner is not None:
            return (self.cast.actor(owner, clause),)
        head = self.cast.head(chunk, clause)
        if head is None or not self.cast.points_back(chunk, clause):
            return ()
        return self.antecedents.doer(clause, head)

    def _is_cue(self, trigger: Span, one: Candidate) -> bool:
        """Whether the word only attributes: a cue of saying that nobody is addressed by."""
        if (
            one.recipients
            or one.rule.object
            or one.last - one.first > 1
            or one.rule.type in ("REQUEST", "THREATEN", "AGREE", "REJECT")
        ):
            return False
        return any(str(statement.act) in ("say", "claim") for statement in self.index.cued_by(trigger))

    def _time(self, clause: Clause, one: Candidate, mention: EventMention) -> str | None:
        """Return the time that stands nearest in the sentence.

        No time of it are: a relay's date, which says when the outlet wrote; how long something lasts (*held until
        May*); days after the report of what has happened.
        """
        until = self._told_until(clause, one.last)
        inside = [
            time
            for time in self.index.times(clause.tokens[clause.first].sentence)
            if mention.evidence.covers(time)
            and time.kind in (TimeKind.DATE, TimeKind.TIME)
            and not any(relay.covers(time) for relay in self.record.relays)
            and time.start < until
            and not self._is_limit(time)
            and not (mention.status is Status.HAPPENED and self._is_to_come(time))
        ]
        best = min(inside, key=lambda time: _distance(time, mention.trigger), default=None)
        return best.id if best else None

    def _is_limit(self, time: Time) -> bool:
        """Return whether a time only says how long: *until May*, *hingga Jumat*."""
        at = self.analysis.token_at(time.start)
        words = self.known.words.get("limit", frozenset())
        return at is not None and at > 0 and self.analysis.tokens[at - 1].lower in words

    def _is_to_come(self, time: Time) -> bool:
        published = self.record.article.published
        if published is None or time.earliest is None:
            return False
        return time.earliest[:10] > published.value[:10]

    def _told_until(self, clause: Clause, last: int) -> int:
        """Return up to where times behind an event are its own: *membebaskan X yang ditahan | sejak April*."""
        relative = False
        for at in range(last, min(clause.last, last + _PASSING)):
            if relative and clause.is_verb(at):
                return clause.tokens[at].start
            relative = relative or clause.does(at, "rel")
        return clause.tokens[clause.last - 1].end

    def _place(self, clause: Clause, one: Candidate) -> str | None:
        """Return the named place that a preposition of place leads."""
        preps = self.known.words.get("placeprep", frozenset())
        for prep, chunks in one.oblique:
            if prep in preps and chunks:
                start = clause.tokens[chunks[0].first].start
                end = clause.tokens[chunks[0].last - 1].end
                named = [name for *_, name, kind in self.cast.names_in(start, end) if kind == "place"]
                if named:
                    return named[0]
        return None


def _once(found: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the parties, each name once; side by side they are one phrase: *Kapolres Sukamaju, Rina Wulandari*."""
    kept: list[Actor] = []
    for one in found:
        same = next((at for at, other in enumerate(kept) if one.name and other.name == one.name), None)
        if same is None:
            kept.append(one)
        elif 0 <= one.start - kept[same].end <= _BESIDE:
            kept[same] = Actor(start=kept[same].start, end=one.end, name=one.name)
    return tuple(dict.fromkeys(kept))


def _is_habit(clause: Clause, one: Candidate) -> bool:
    """Whether a verb tells what somebody usually does: *polisi biasanya menawarkan damai*."""
    return any(clause.does(at, "habit") for at in range(max(clause.first, one.first - _HABIT), one.first))


def _is_pronoun(chunk: Chunk, clause: Clause) -> bool:
    """Whether a thing is only pointed at: *mengunjunginya*."""
    alone = chunk.last - chunk.first == 1
    return alone and (clause.does(chunk.first, "clitic") or clause.does(chunk.first, "pronoun"))


def _distance(time: Time, trigger: Span) -> int:
    return max(time.start - trigger.end, trigger.start - time.end)
