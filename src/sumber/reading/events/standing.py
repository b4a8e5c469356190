"""Who the parties of an event are: officials and public bodies, or companies and their officers."""

from collections.abc import Sequence

from ...gazetteer import country_of
from ...record import Actor, Name, NameKind, Record
from .lexicon import Lexicon, Rule
from .sides import Sides

__all__ = ["Standing"]

_OF_FORCE_AND_LAW = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "THREATEN"})
_OF_LAW = frozenset({"allege", "investigate"})
_WORDS = frozenset({"AGREE", "SUPPORT"})


class Standing:
    """Whether an event is public by who takes part.

    How it works: the words of a party, those of its name and, of a person, those of the roles beside the name are
    looked up in the classes ``official``, ``firm`` and ``executive``.
    """

    def __init__(self, record: Record, known: Lexicon, sides: Sides) -> None:
        self._text, self._known, self._sides = record.article.text, known, sides
        self._names = {name.id: name for name in record.names}

    def is_public(self, rule: Rule, parties: Sequence[Actor]) -> bool:
        """Return whether an event is one of force or law, or of an official, a public body or a country."""
        if rule.type in _OF_FORCE_AND_LAW or rule.mode in _OF_LAW:
            return True
        return self.has_official(parties)

    def has_official(self, parties: Sequence[Actor]) -> bool:
        """Return whether an official, a public body or a country takes part."""
        return any(self._is_official(one) for one in parties)

    def is_praise(self, rule: Rule, actors: Sequence[Actor]) -> bool:
        """Return whether companies promise or support something: words about themselves."""
        return rule.type in _WORDS and bool(actors) and all(self._is_company(one) for one in actors)

    def _is_official(self, party: Actor) -> bool:
        if self._any(party, "official"):
            return True
        name = self._names.get(party.name or "")
        if name is not None and name.kind is NameKind.PLACE:
            text = party.of(self._text)  # the country itself, or *it*, not *Ketua Asosiasi X Indonesia*
            words = [name.name] if self._known.does(text.lower(), "pronoun") else text.split("-")
            return any(country_of(word) is not None for word in words)
        return self._holds(name, "official")

    def _is_company(self, party: Actor) -> bool:
        if self._any(party, "official"):
            return False
        if self._any(party, "firm"):
            return True
        name = self._names.get(party.name or "")
        return self._holds(name, "executive") and not self._holds(name, "official")

    def _any(self, party: Actor, group: str) -> bool:
        """Whether a word of a party, or of its name, belongs to a class."""
        name = self._names.get(party.name or "")
        words = party.of(self._text).lower().split() + (name.name.lower().split() if name else [])
        return any(self._known.is_a(word.strip("(),."), group) for word in words)

    def _holds(self, name: Name | None, group: str) -> bool:
        """Whether a role beside a person's name holds a word of a class."""
        if name is None or name.kind is not NameKind.PERSON:
            return False
        return self._sides.holds(name.id, self._known.classes.get(group, frozenset()))
