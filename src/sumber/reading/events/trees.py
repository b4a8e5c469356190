"""Arguments from the heads and relations of a parser."""

from collections.abc import Sequence

from ...language.tags import Tags
from .arguments import Arguments, Surface
from .chunks import Chunk

__all__ = ["Trees", "children_of"]

_OUTSIDE = frozenset(
    {"acl", "acl:relcl", "case", "punct", "conj", "appos", "cc", "parataxis", "advcl", "mark", "cop"}
)
_AGENTS = frozenset({"oleh", "by"})


def children_of(tags: Tags) -> list[list[int]]:
    """Return the dependents of every token, from left to right."""
    children: list[list[int]] = [[] for _ in tags.head]
    for index, head in enumerate(tags.head):
        if 0 <= head < len(children):
            children[head].append(index)
    return children


class Trees:
    """Arguments by relation: nsubj, obj, obl ... of the predicate; what the tree does not give, the surface does."""

    def __init__(self, surface: Surface, tags: Tags, children: Sequence[Sequence[int]]) -> None:
        self.clause, self.tags, self.children = surface.clause, tags, children
        self.surface = surface

    def verb(self, first: int, last: int, voice: str) -> Arguments:
        """Return what stands around a verb, passive turned round."""
        head = self._head(first, last)
        if self.tags.relation[head] in ("case", "punct", "cc", "fixed", "flat", "flat:name", "det"):
            return self.surface.verb(first, last, voice)
        nearby = self.surface.verb(first, last, voice)
        subject = self._subject(head, 3) or ()
        passive = self._passive(head, first, voice)
        things = self._under(head, ("obj", "iobj"))
        oblique = self._obliques(head, first, last) or nearby.oblique
        relative = self.tags.relation[head].startswith("acl")
        if passive:
            agent = self._under(head, ("obl:agent", "nsubj:agent"))
            agent = agent or tuple(c for prep, cs in oblique if prep in _AGENTS for c in cs)
            agent = agent or (things if voice == "passive" and not self._subject_marked(head) else ())
            return Arguments(agent or nearby.subject, subject or nearby.object, oblique, relative=relative)
        return Arguments(subject or nearby.subject, things or nearby.object, oblique, relative=relative)

    def noun(self, first: int, last: int) -> Arguments:
        """Return the genitive and prepositional phrases of an event noun."""
        head = self._head(first, last)
        genitive: list[Chunk] = []
        for child in self.children[head]:
            kind = self.tags.relation[child]
            if kind == "nmod:poss" or (
                kind in ("nmod", "compound", "flat", "amod", "flat:name") and not self._prep(child)
            ):
                genitive += self._phrases(child)
        nearby = self.surface.noun(first, last)
        oblique = tuple(dict.fromkeys(self._obliques(head, first, last) + nearby.oblique))
        return Arguments(genitive=nearby.genitive or tuple(genitive), oblique=oblique)

    def _head(self, first: int, last: int) -> int:
        inside = [at for at in range(first, last) if not first <= self.tags.head[at] < last]
        return inside[0] if inside else first

    def _passive(self, head: int, first: int, voice: str) -> bool:
        kinds = {self.tags.relation[child] for child in self.children[head]}
        if "nsubj:pass" in kinds or "aux:pass" in kinds or "obl:agent" in kinds:
            return voice not in ("active", "bare", "base")
        return self.surface.is_passive(first, voice)

    def _subject_marked(self, head: int) -> bool:
        return any(self.tags.relation[child] == "nsubj" for child in self.children[head])

    def _subject(self, head: int, depth: int) -> tuple[Chunk, ...]:
        own = self._under(head, ("nsubj", "nsubj:pass"))
        if own and not self.clause.does(own[0].first, "rel"):
            return own
        above, kind = self.tags.head[head], self.tags.relation[head]
        if not depth or above < 0:
            return ()
        if kind.startswith("acl"):
            return tuple(self._phrases(above))
        if kind == "conj":
            return self._subject(above, depth - 1)
        if kind == "xcomp":
            return self._under(above, ("obj", "iobj")) or self._subject(above, depth - 1)
        if kind == "advcl" and self._marked(head):
            return self._subject(above, depth - 1)
        return ()

    def _marked(self, head: int) -> bool:
        return any(self.clause.does(child, "infinitive") for child in self.children[head])

    def _under(self, head: int, kinds: tuple[str, ...]) -> tuple[Chunk, ...]:
        found: list[Chunk] = []
        for child in self.children[head]:
            if self.tags.relation[child] in kinds:
                found += self._phrases(child)
        return tuple(found)

    def _prep(self, head: int) -> str:
        for child in self.children[head]:
            if self.tags.relation[child] == "case":
                return self.clause.lower(child)
        return ""

    def _obliques(self, head: int, first: int, last: int) -> tuple[tuple[str, tuple[Chunk, ...]], ...]:
        found = []
        for child in self.children[head]:
            prep = self._prep(child)
            if prep and self.tags.relation[child].split(":")[0] in ("obl", "nmod", "obj", "iobj"):
                found.append((prep, tuple(self._phrases(child))))
        things = [c for c in self.children[head] if self.tags.relation[c] == "obj"]
        for thing in things:
            found += [
                (self._prep(child), tuple(self._phrases(child)))
                for child in self.children[thing]
                if self._prep(child) and self.tags.relation[child] == "nmod"
            ]
        del first, last
        return tuple(found)

    def _phrases(self, head: int) -> list[Chunk]:
        """Return the phrase of a noun and those coordinated with it."""
        found = [self._phrase(head)]
        for child in self.children[head]:
            if self.tags.relation[child] == "conj" and self.tags.word_class[child] in (
                "NOUN",
                "PROPN",
                "NUM",
                "PRON",
            ):
                found.append(self._phrase(child))
        return [chunk for chunk in found if chunk.last > chunk.first]

    def _phrase(self, head: int) -> Chunk:
        """Return the words around a head that belong to it, less clauses, prepositions and appositions."""
        first = last = head
        pending = [head]
        while pending:
            for child in self.children[pending.pop()]:
                kind = self.tags.relation[child]
                if kind in _OUTSIDE or self._prep(child) or not self.clause.first <= child < self.clause.last:
                    continue
                first, last = min(first, child), max(last, child)
                pending.append(child)
        return Chunk(first, last + 1) if last - first < 16 else Chunk(head, head + 1)
