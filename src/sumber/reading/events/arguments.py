"""Who stands where around a predicate: one interface, found on the surface or in a tree."""

from typing import NamedTuple, Protocol

from .chunks import Chunk, Clause

__all__ = ["Arguments", "Finder", "Surface"]

_DEPTH = 3  # how many coordinated verbs a subject is looked for across


class Arguments(NamedTuple):
    """What stands around a predicate, voice taken out: subject is who acts, object whom or what it is done to."""

    subject: tuple[Chunk, ...] = ()
    object: tuple[Chunk, ...] = ()
    oblique: tuple[tuple[str, tuple[Chunk, ...]], ...] = ()
    genitive: tuple[Chunk, ...] = ()
    relative: bool = False

    def under(self, preps: frozenset[str]) -> tuple[Chunk, ...]:
        """Return the phrases that one of these prepositions leads."""
        return tuple(chunk for prep, chunks in self.oblique if prep in preps for chunk in chunks)


class Finder(Protocol):
    """Finds the arguments of a verb or of an event noun."""

    def verb(self, first: int, last: int, voice: str) -> Arguments:
        """Return what stands around the verb that covers tokens ``first`` to ``last``."""
        ...

    def noun(self, first: int, last: int) -> Arguments:
        """Return what stands around an event noun."""
        ...


class Surface:
    """Arguments by position: left and right of the word, up to the next boundary."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause

    def verb(self, first: int, last: int, voice: str) -> Arguments:
        """Return what stands around a verb, passive turned round."""
        passive = self.is_passive(first, voice)
        subject, relative = self._subject(first, _DEPTH)
        oblique = self._obliques(last)
        if passive:
            agent = tuple(chunk for prep, chunks in oblique if self._is_agent(prep) for chunk in chunks)
            agent = agent or self._bare_agent(last, voice)
            return Arguments(agent, subject, oblique, relative=relative)
        return Arguments(subject, self._object(last), oblique, relative=relative)

    def noun(self, first: int, last: int) -> Arguments:
        """Return the genitive (*serangan Israel*, *Israel's attack*) and prepositional phrases of a noun."""
        return Arguments(genitive=self._genitive(first, last), oblique=self._obliques(last, 12))

    def is_passive(self, first: int, voice: str) -> bool:
        """Return whether the verb stands in the passive."""
        if voice in ("active", "bare", "base"):
            return False
        at = first - 1
        while at > self.clause.first and self.clause.does(at, "adverb"):
            at -= 1
        if self.clause.does(at, "be"):
            return True
        if voice == "either":
            return self._is_agent(self.clause.lower(first + 1)) or self.clause.does(at, "rel_be")
        return not self.clause.does(at, "have")

    def _is_agent(self, word: str) -> bool:
        return self.clause.known.does(word, "agent")

    def _bare_agent(self, last: int, voice: str) -> tuple[Chunk, ...]:
        if voice != "passive" or self.clause.known.words.get("be"):
            return ()
        return self.clause.right(last)[:1]

    def _object(self, last: int) -> tuple[Chunk, ...]:
        at = last
        while self.clause.does(at, "adverb"):
            at += 1
        if self.clause.does(at, "markerobject"):
            at += 1
        return self.clause.right(at)

    def _subject(self, first: int, depth: int) -> tuple[tuple[Chunk, ...], bool]:
        clause, at = self.clause, first - 1
        while at >= clause.first and self._passes(at):
            at -= 1
        relative = clause.does(at, "rel")
        if relative:
            at -= 1
        if clause.lower(at) == ",":
            at -= 1
            if not relative and clause.does(at + 2, "conj"):
                at += 0
        if clause.does(at, "conj") or (clause.lower(at + 1) == "," and not relative):
            before = self._verb_before(at)
            if before is not None and depth:
                return self._subject(before, depth - 1)
        return clause.left(at), relative

    def _passes(self, at: int) -> bool:
        clause = self.clause
        if at in clause.skip or clause.does(at, "aux") or clause.does(at, "adverb") or clause.does(at, "be"):
            return True
        return clause.does(at, "have") or clause.does(at, "control") or clause.does(at, "infinitive")

    def _verb_before(self, at: int) -> int | None:
        for index in range(at - 1, max(self.clause.first, at - 30) - 1, -1):
            if self.clause.is_verb(index):
                return index
            if self.clause.does(index, "boundary"):
                return None
        return None

    def _obliques(self, last: int, reach: int = 24) -> tuple[tuple[str, tuple[Chunk, ...]], ...]:
        found: list[tuple[str, tuple[Chunk, ...]]] = []
        for at in range(last, min(self.clause.last, last + reach)):
            if self.clause.does(at, "prep"):
                found.append((self.clause.lower(at), self.clause.right(at + 1)))
            elif at > last and (self.clause.does(at, "boundary") or self.clause.is_verb(at)):
                break
        return tuple(found)

    def _genitive(self, first: int, last: int) -> tuple[Chunk, ...]:
        clause = self.clause
        if clause.known.does("'s", "genitive"):
            at = first - 1
            while at > clause.first and not clause.stops(at) and not clause.does(at, "genitive"):
                if clause.tokens[at].text[:1].isupper() or clause.does(at, "prep"):
                    break
                at -= 1
            if clause.does(at, "genitive"):
                return clause.left(at - 1)[-1:]
            named = clause.tokens[at].text[:1].isupper() and first - at <= 3
            return (Chunk(at, at + 1),) if named and at >= clause.first else ()
        return clause.right(last)[:1]
