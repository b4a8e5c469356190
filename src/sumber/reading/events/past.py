"""Who stands before a verb past what only tells more of them: relative clauses, chains of places."""

from collections.abc import Callable

from .chunks import Chunk, Clause

__all__ = ["Past"]

_SEGMENT = 8  # words that a place between commas has


class Past:
    """Subjects past relative clauses and places, in one sentence.

    ``passes`` tells whether a word may stand between a subject and its verb, ``can_act`` whether a phrase names
    somebody.
    """

    def __init__(
        self, clause: Clause, passes: Callable[[int], bool], can_act: Callable[[Chunk, Clause], bool]
    ) -> None:
        self.clause, self._passes, self._can_act = clause, passes, can_act

    def past_relative(self, near: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        """Return who a relative clause before the verb is about: *massa yang marah V*, *A yang V1 B V2*."""
        clause, at = self.clause, near[0].first - 1 if near else self.clause.first
        if not near:
            return near
        who = (
            clause.lower(at) == "who"
        )  # a noun phrase behind it is an object: *A, who own a team and gave ...*
        if who or (clause.does(at, "rel") and not any(self._can_act(chunk, clause) for chunk in near)):
            return clause.left(at - 1 - (clause.lower(at - 1) == ",")) or near
        while at > clause.first and (clause.does(at, "prep") or not clause.stops(at)):
            at -= 1
        if not clause.is_verb(at):
            return near
        relative = self._relative_of(at)
        return clause.left(relative - 1) or near if relative is not None else near

    def _relative_of(self, verb: int) -> int | None:
        """Return the relative word of a verb: *yang dihukum karena membius dan memukul X*; None if it has none."""
        clause, at, joined = self.clause, verb - 1, False
        while at > clause.first and clause.lower(at) != ",":
            if clause.does(at, "rel"):
                return at
            joins = clause.does(at, "conj") or clause.does(at, "cause")
            if not (
                self._passes(at) or (joins and clause.is_verb(at - 1)) or (clause.is_verb(at) and joined)
            ):
                return None
            joined, at = joins, at - 1
        return None

    def past_places(self, at: int, least: int = 1) -> tuple[Chunk, ...]:
        """Return who stands before a chain of places: *Rina, warga Desa Sukamaju, Kabupaten Bandung, ditangkap*."""
        clause, end, places = self.clause, at, 0
        while clause.first < end:
            start = end
            while start > clause.first and clause.lower(start - 1) != "," and end - start < _SEGMENT:
                start -= 1
            if clause.lower(start - 1) != "," or not self._is_place(start, end):
                break
            end, places = start - 2, places + 1
        if places < least or clause.known.does("head", "last"):
            return ()
        near = self.past_relative(clause.left(end)) or self._told_of(end)
        if near and clause.lower(near[0].first - 1) == "," and clause.tokens[near[0].first].text.islower():
            named = clause.left(near[0].first - 2)
            return named[-1:] if named and clause.tokens[named[-1].first].text[:1].isupper() else near
        return near

    def _told_of(self, at: int) -> tuple[Chunk, ...]:
        """Return who a relative clause is about that ends here in a place: *pria yang tinggal di desa X*."""
        clause = self.clause
        while at > clause.first and (clause.does(at, "prep") or not clause.stops(at)):
            at -= 1
        relative = self._relative_of(at) if clause.is_verb(at) else None
        return clause.left(relative - 1) if relative is not None else ()

    def _is_place(self, start: int, end: int) -> bool:
        """Whether all words of a stretch are capitals, and one of them names or classes a place."""
        words = [at for at in range(start, end + 1) if self.clause.lower(at)[:1].isalpha()]
        capital = all(self.clause.tokens[at].text[:1].isupper() for at in words)
        return capital and any(self.clause.is_place(at) or self.clause.does(at, "admin") for at in words)
