"""Who can act: which noun phrases name actors, and the names that they stand for."""

from bisect import bisect_left

from ...gazetteer import country_of
from ...record import Actor, Form, Mention, NameKind, Record
from .chunks import Chunk, Clause
from .lexicon import Lexicon

__all__ = ["Cast"]

_LONGEST = 36  # letters that a description of a person may have
_KINDS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})


def _is_clause(mention: Mention) -> bool:
    """Whether a description is too long to be one: *the investigators want to look into X's part*."""
    return mention.form is Form.DESCRIPTION and mention.end - mention.start > _LONGEST


class Cast:
    """The names of a record by where they are mentioned, and the words of a language that name actors."""

    def __init__(self, record: Record, known: Lexicon) -> None:
        self.known = known
        self._spans = sorted(
            (mention.start, mention.end, name.id, name.kind)
            for name in record.names
            for mention in name.mentions
            if mention.end > mention.start and not _is_clause(mention)
        )
        self._starts = [span[0] for span in self._spans]

    def names_in(self, start: int, end: int) -> list[tuple[int, int, str, NameKind]]:
        """Return the mentions of names that touch a stretch of the text."""
        at = max(0, bisect_left(self._starts, start) - 3)
        found = []
        while at < len(self._spans) and self._spans[at][0] < end:
            if self._spans[at][1] > start:
                found.append(self._spans[at])
            at += 1
        return found

    def can_act(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether a noun phrase names somebody who can act in public."""
        whole = "".join(clause.lower(at) for at in range(chunk.first, chunk.last))
        if self.known.does(whole, "self") or self.known.does(whole, "both"):
            return True
        if chunk.last - chunk.first > 1 and self.known.does(clause.lower(chunk.first), "person_mark"):
            return True
        if self.is_body_pronoun(chunk, clause):
            return True
        head = self.head(chunk, clause)
        if head is None:
            return chunk.last > chunk.first and not self.known.does(clause.lower(chunk.last - 1), "amounts")
        if self.known.does(clause.lower(head), "measure") and head > chunk.first:
            return False  # *satu unit telepon*
        if any(
            self.known.is_a(part, "agent") for part in {clause.lower(head), *clause.lower(head).split("-")}
        ):
            return True
        text = clause.tokens[head].text
        if self.known.does("head", "last") and self._unknown_name(head, clause):
            return True
        if self.known.is_a(text.lower(), "acronym"):
            return False
        if text.isupper() and len(text) > 1 and text.isalpha() and not clause.headline:
            return True
        token = clause.tokens[head]
        if any(kind in _KINDS for _, _, _, kind in self.names_in(token.start, token.end)):
            return True
        return not self.known.does("head", "last") and self._ends_in_body(chunk, clause)

    def _ends_in_body(self, chunk: Chunk, clause: Clause) -> bool:
        """Whether a phrase of capitals within a sentence ends in a body's name: *Bawas MA*."""
        words = clause.tokens[chunk.first : chunk.last]
        if clause.headline or chunk.first == clause.first or len(words) < 2:
            return False
        bodies = (one for one in self.names_in(words[-1].start, words[-1].end))
        return all(word.text[:1].isupper() for word in words) and any(
            kind is NameKind.ORGANISATION for *_, kind in bodies
        )

    def is_body_pronoun(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether a phrase is *it* behind a verb of saying: *Peru said it would ...*."""
        if chunk.last - chunk.first != 1 or not clause.does(chunk.first, "third_body"):
            return False
        if not clause.does(chunk.last, "aux") and not clause.is_verb(chunk.last):
            return False  # *blamed it on the weather*
        before = chunk.first - 1 - (clause.lower(chunk.first - 1) == "that")
        return clause.does(before, "boundary") or clause.is_verb(before)

    def _unknown_name(self, head: int, clause: Clause) -> bool:
        """Whether a word within a sentence is written like a name that no layer knows as a thing or a day."""
        token, before = clause.tokens[head], head - 1
        if clause.headline or before < clause.first or head in clause.skip:
            return False
        if not token.text[:1].isupper() or not token.text.isalpha() or self.known.is_a(token.lower, "thing"):
            return False
        return clause.tokens[before].text[0].isalnum() and not self.names_in(token.start, token.end)

    def named(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether the head of a noun phrase is a name."""
        head = self.head(chunk, clause)
        token = clause.tokens[chunk.last - 1 if head is None else head]
        return any(kind in _KINDS for *_, kind in self.names_in(token.start, token.end))

    def names_person(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether the head of a noun phrase is a person's name."""
        head = self.head(chunk, clause)
        token = clause.tokens[chunk.last - 1 if head is None else head]
        return any(kind is NameKind.PERSON for *_, kind in self.names_in(token.start, token.end))

    def is_place(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether all that is named in a noun phrase is places."""
        start, end = clause.tokens[chunk.first].start, clause.tokens[chunk.last - 1].end
        kinds = {kind for *_, kind in self.names_in(start, end)}
        return kinds == {NameKind.PLACE}

    def head(self, chunk: Chunk, clause: Clause) -> int | None:
        """Return the head of a noun phrase: its last word, or, where nouns lead their modifiers, its first."""
        if self.known.does("head", "last"):
            chunk = clause.core(chunk)
            last = chunk.last - 1
            while last > chunk.first and self.known.does(clause.lower(last), "postmodifier"):
                last -= 1
            return None if self.known.does(clause.lower(last), "quantity") else max(last, chunk.first)
        for index in range(chunk.first, chunk.last):
            word = clause.lower(index)
            if not (word[:1].isdigit() or self.known.does(word, "quantity")) and word[:1].isalpha():
                return index
        return None

    def behind(self, chunk: Chunk, clause: Clause) -> Chunk | None:
        """Return whoever a thing is said to belong to: *serangan Israel*, *Israel's attack*."""
        start, end = clause.tokens[chunk.first].start, clause.tokens[chunk.last - 1].end
        agents = (
            at for at in range(chunk.first + 1, chunk.last) if self.known.is_a(clause.lower(at), "agent")
        )
        agent = next(agents, None)
        for from_, *_ in self.names_in(start, end):
            inside = [at for at in range(chunk.first, chunk.last) if clause.tokens[at].start >= from_]
            if inside and self.known.does(clause.lower(inside[0] - 1), "origin"):
                return None  # *wisatawan asal Jakarta*: where they are from
            first = min(inside[0], agent) if inside and agent and self._leads() else (inside or (None,))[0]
            if first is not None:
                genitive = next((at for at in inside if self.known.does(clause.lower(at), "genitive")), None)
                return Chunk(first, genitive or chunk.last)
        if agent is not None:
            marks = (i for i in range(agent, chunk.last) if self.known.does(clause.lower(i), "genitive"))
            end = next(marks, chunk.last)
            whole = end < chunk.last and not any(clause.does(i, "joins") for i in range(chunk.first, end))
            return Chunk(chunk.first if whole else agent, end)
        return self._nation(chunk, clause)

    def _leads(self) -> bool:
        """Whether nouns lead their modifiers: *kerja petugas haji Indonesia* is the work of *petugas*."""
        return not self.known.does("head", "last")

    def _nation(self, chunk: Chunk, clause: Clause) -> Chunk | None:
        """Return the adjective of a nation in a phrase: *Israeli tank shelling*."""
        for at in range(chunk.first, chunk.last - 1) if self.known.does("head", "last") else ():
            if clause.tokens[at].text[:1].isupper() and country_of(clause.tokens[at].text):
                return Chunk(at, at + 1)
        return None

    def is_deed(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether a noun phrase names what was done, not who did it: *serangan itu*."""
        head = self.head(chunk, clause)
        return head is not None and self.known.is_a(clause.lower(head), "deed")

    def points_back(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether a noun phrase points at something told before: *serangan tersebut*, *the attack*."""
        at = chunk.last
        inside = any(self.known.does(clause.lower(i), "backward") for i in range(chunk.first, chunk.last))
        return inside or self.known.does(clause.lower(at), "backward")

    def _set_off(self, chunk: Chunk, clause: Clause) -> str | None:
        """Return the person whose name a comma sets off from an office: *Kapolres Sukamaju (KS), Rina Wulandari*."""
        at = chunk.last
        first = clause.lower(chunk.first)
        office = self.known.is_a(first, "official") and self.known.is_a(first, "agent")
        if self.known.does("head", "last") or clause.headline or not office:
            return None
        if clause.lower(at) == "(":
            at = next((i for i in range(at, min(at + 5, clause.last)) if clause.lower(i) == ")"), at) + 1
        if clause.lower(at) != "," or at + 1 >= clause.last:
            return None
        start = clause.tokens[at + 1].start
        found = (one for one in self.names_in(start, start + 1) if one[3] is NameKind.PERSON)
        return next((name for begin, _, name, _ in found if begin == start), None)

    def person_or_body(self, chunk: Chunk, clause: Clause) -> bool:
        """Return whether a noun phrase could be people or bodies at all: not a pronoun for a thing, not a time."""
        words = [clause.lower(index) for index in range(chunk.first, chunk.last)]
        return bool(words) and not all(self.known.is_a(word, "thing") for word in words)

    def _is_another(self, chunk: Chunk, clause: Clause, name: tuple[int, int, str, NameKind]) -> bool:
        """Return whether a phrase is about somebody else than it names: *Peru's allies*, *the Austin businessman*."""
        head = self.head(chunk, clause)
        if not self.known.does("head", "last") or head is None or clause.tokens[head].start < name[1]:
            return False
        if self.known.is_a(clause.lower(head), "kin"):
            return True
        town = name[3] is NameKind.PLACE and country_of(clause.tokens[chunk.first].text) is None
        return town and self.known.is_a(clause.lower(head), "person_noun")

    def actor(self, chunk: Chunk, clause: Clause) -> Actor:
        """Return the phrase as a span, with the name that its head stands for."""
        start, end = clause.tokens[chunk.first].start, clause.tokens[chunk.last - 1].end
        named = [one for one in self.names_in(start, end) if one[3] in _KINDS]
        persons = [one for one in named if one[3] is NameKind.PERSON]
        chosen = (persons or named)[-1:] if persons or len(named) == 1 else named[:1]
        if not persons and (beside := self._set_off(chunk, clause)):
            return Actor(start=start, end=end, name=beside)
        if chosen and self._is_another(chunk, clause, chosen[0]):
            return Actor(start=start, end=end, name=None)
        covers = chosen and (persons or chosen[0][0] <= start + 1 or end - start <= 40)
        return Actor(start=start, end=end, name=chosen[0][2] if covers else None)
