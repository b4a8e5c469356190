"""Who does something to whom, whatever the verb: pairs of given parties that one predicate joins."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sumber.language.tokens import Sentence
from sumber.reading.analysis import Analysis
from sumber.reading.events.actors import Cast
from sumber.reading.events.arguments import Surface
from sumber.reading.events.chunks import Chunk, Clause
from sumber.reading.events.lexicon import lexicon
from sumber.record import Record, Span

__all__ = ["Tie", "ties"]

_JOINED = re.compile(r"['’]?s?\s*(?:,|,?\s*(?:and|or|nor|dan|serta)\b|&)\s*(?:the\s+)?", re.IGNORECASE)
_WHERE = frozenset({"in", "at", "from", "di", "dari"})
_WITH = frozenset({"with", "dengan", "bersama"})
_BOTH = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "REJECT"})


class Tie(NamedTuple):
    """A predicate with the party that acts and the party that it is about."""

    source: Span
    target: Span
    verb: Span


def ties(record: Record, analysis: Analysis, parties: Sequence[Span]) -> Iterator[Tie]:
    """Yield the pairs of parties that the predicates of an article join, in reading order.

    How it works: the subject of a verb is the source, the first party behind the verb (before a clause of time or
    reason) and those joined to it are the targets; the passive is turned round; a subject of several without a
    target is a pair both ways where the verb is one of meeting or agreeing. The first verb that joins two parties
    counts, and those that *and* joins to it.

    Known to miss: parties told by pronouns, several clauses in one sentence.
    """
    known = lexicon(analysis.language.code) if analysis.language else None
    if known is None or analysis.language is None:
        return
    cast = Cast(record, known)
    for sentence in analysis.sentences:
        here = [one for one in parties if sentence.start <= one.start < sentence.end]
        if len(here) > 1:
            clause = Clause(
                analysis.tokens, (sentence.first, sentence.last), known, analysis.language.code, frozenset()
            )
            meetings = [m.trigger for e in record.events if e.type == "CONSULT" for m in e.mentions]
            surface = Surface(clause, cast.can_act)
            yield from _Finder(clause, surface, analysis, (here, meetings)).found(sentence)


class _Finder:
    """The search in one sentence."""

    def __init__(
        self,
        clause: Clause,
        surface: Surface,
        analysis: Analysis,
        known: tuple[Sequence[Span], Sequence[Span]],
    ) -> None:
        self.clause, self.surface, self.analysis = clause, surface, analysis
        self.parties = sorted(known[0], key=lambda one: one.start)
        self.meetings = known[1]

    def found(self, sentence: Sentence) -> Iterator[Tie]:
        last: tuple[Span, ...] = ()
        for at in range(sentence.first, sentence.last):
            if self.clause.does(at, "subordinator") and last:
                return
            if not self._is_predicate(at):
                continue
            joined = self.clause.does(at - 1, "conj")
            if last and not joined:
                continue
            passive = self._is_passive(at) and self._is_turned(at, sentence)
            sources = last if last and joined else self._subject(at, passive)
            targets = self._behind(at, sentence)
            pairs = [(a, b) for a in sources for b in targets if a != b]
            if not targets and len(sources) > 1 and self._is_mutual(at):
                pairs = [(a, b) for a in sources for b in sources if a != b]
            token = self.clause.tokens[at]
            verb = Span(token.start, token.end)
            met = any(one.start < verb.end and verb.start < one.end for one in self.meetings)
            for a, b in pairs:
                yield Tie(b, a, verb) if passive else Tie(a, b, verb)
                if targets and met:
                    yield Tie(b, a, verb)
            last = last or (tuple(sources) if pairs else ())

    def _is_predicate(self, at: int) -> bool:
        """Whether a verb stands here, by the tagger's word or by its shape."""
        clause, token = self.clause, self.clause.tokens[at]
        if any(one.start <= token.start < one.end for one in self.parties):
            return False
        if clause.does(at, "aux") or clause.does(at, "be") or clause.does(at, "have"):
            return False
        tags = self.analysis.tags
        if tags is not None and tags.word_class[at] == "VERB":
            return clause.does(at - 1, "have") or not tags.relation[at].startswith(("amod", "compound"))
        return clause.is_verb(at)

    def _is_passive(self, at: int) -> bool:
        if self.clause.lower(at).endswith("ing"):
            return False
        return self.surface.is_passive(at, "either")

    def _is_turned(self, at: int, sentence: Sentence) -> bool:
        """Whether what stands behind a passive did it: *by X*, or nobody is told but where: *was shot in X*."""
        found = self._behind(at, sentence)
        if not found:
            return True
        first = self.analysis.token_at(found[0].start) or 0
        lead = [self.clause.lower(i) for i in range(max(at + 1, first - 4), first)]
        prep = next((word for word in reversed(lead) if self.clause.known.does(word, "prep")), "")
        return prep in _WHERE or self.clause.known.does(prep, "agent")

    def _subject(self, at: int, passive: bool) -> list[Span]:
        around = self.surface.verb(at, at + 1, "either")
        chunks = around.object if passive else around.subject
        found = self._in(chunks, at)
        if found:
            return found
        start = self.clause.tokens[self.clause.first].start
        return self._first(start, self.clause.tokens[at].start)

    def _in(self, chunks: Sequence[Chunk], at: int) -> list[Span]:
        tokens, found = self.clause.tokens, []
        for number, chunk in enumerate(chunks):
            last = chunks[number + 1].first if number + 1 < len(chunks) else at
            inside = self._first(tokens[chunk.first].start, tokens[last].start)
            found += [one for one in inside if one not in found]
        return found

    def _behind(self, at: int, sentence: Sentence) -> list[Span]:
        tokens, clause = self.clause.tokens, self.clause
        end = tokens[sentence.last - 1].end
        for index in range(at + 1, sentence.last):
            if clause.does(index, "subordinator") and clause.lower(index) not in ("that", "whether", "how"):
                end = tokens[index].start
                break
        by = next((i for i in range(at + 1, min(at + 8, sentence.last)) if clause.does(i, "agent")), None)
        if by is not None and tokens[by].start < end and self._is_passive(at):
            return self._first(tokens[by].end, end)
        found = self._first(tokens[at].end, end)
        first = self.analysis.token_at(found[0].start) if found else None
        if first is None or any(clause.is_a(i, "sport_name") for i in range(at, first)):
            return []  # *baseball with X*: a game
        if clause.lower(first - 1) in _WHERE:  # *celebrated at X with Y*
            beyond = self.analysis.token_at(found[-1].end) or first
            for index in range(beyond, min(beyond + 3, sentence.last)):
                if clause.lower(index) in _WITH:
                    return self._first(tokens[index].end, end) or found
        return found

    def _first(self, start: int, end: int) -> list[Span]:
        """Return the first party of a stretch and those joined to it."""
        text, found = self.analysis.text, list[Span]()
        for one in self.parties:
            if not start <= one.start < end:
                continue
            if found and not _JOINED.fullmatch(text, found[-1].end, one.start):
                break
            found.append(one)
        return found

    def _types(self, at: int) -> set[str]:
        return {one.rule.type for one in self.clause.known.triggers.get(self.clause.lower(at), ())}

    def _is_mutual(self, at: int) -> bool:
        return bool(self._types(at) & _BOTH) or self.clause.does(at + 1, "det")
