"""What stands in each sentence: statements, their cues and speakers, times; so that a look-up costs nothing."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from ...language.tokens import Sentence
from ...record import Record, Source, Span, Statement, Time

__all__ = ["Index"]

Found = TypeVar("Found")


class Index:
    """The findings of earlier layers by the sentences that they touch."""

    def __init__(self, record: Record, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._contents: dict[int, list[Statement]] = {}
        self._cues: dict[int, list[Statement]] = {}
        self._sources: dict[int, list[Source]] = {}
        self._times: dict[int, list[Time]] = {}
        for one in record.statements:
            for part in one.content:
                self._put(self._contents, part, one)
            if one.cue is not None:
                self._put(self._cues, one.cue, one)
            if one.source is not None:
                self._put(self._sources, one.source, one.source)
        for time in record.times:
            self._put(self._times, time, time)

    def _put(self, table: dict[int, list[Found]], span: Span, one: Found) -> None:
        for sentence in range(self._at(span.start), self._at(max(span.start, span.end - 1)) + 1):
            found = table.setdefault(sentence, [])
            if one not in found[-1:]:
                found.append(one)

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def around(self, trigger: Span) -> tuple[Statement, ...]:
        """Return the statements whose content holds a span, the innermost first."""
        found = [
            one
            for one in self._contents.get(self._at(trigger.start), ())
            if any(part.covers(trigger) for part in one.content)
        ]
        return tuple(sorted(found, key=_length))

    def cued_by(self, trigger: Span) -> tuple[Statement, ...]:
        """Return the statements whose cue shares words with a span."""
        some = self._cues.get(self._at(trigger.start), ())
        return tuple(one for one in some if one.cue is not None and one.cue.overlaps(trigger))

    def speakers(self, sentence: int) -> Sequence[Source]:
        """Return whom a sentence names as speakers."""
        return self._sources.get(sentence, ())

    def times(self, sentence: int) -> Sequence[Time]:
        """Return the times that a sentence names."""
        return self._times.get(sentence, ())


def _length(one: Statement) -> int:
    return sum(part.end - part.start for part in one.content)
