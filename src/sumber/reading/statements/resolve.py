"""Which name of the record a source is: by its mentions, else carried over from the speaker before."""

from ...record import Form, NameKind, Record, SourceKind
from ..analysis import Analysis
from .draft import Draft

__all__ = ["Resolver"]

_SELF = frozenset("saya aku kami kita i we you".split())
_PRONOUNS = frozenset("dia ia beliau nya ya he she him her his".split())


class Resolver:
    """Finds the names of sources, in reading order: a pronoun stands for the last person who spoke."""

    def __init__(self, record: Record, analysis: Analysis) -> None:
        self.text = analysis.text
        self.names = record.names
        self.last: str | None = None

    def name_of(self, draft: Draft) -> str | None:
        """Return the id of the name that a draft's source is, None if unresolved."""
        if draft.source is None:
            return None
        words = self.text[draft.source[0] : draft.source[1]].casefold()
        found = self.last if words in _PRONOUNS else self._mentioned(draft)
        if draft.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS, None) and words not in _SELF:
            self.last = found
        return found

    def _mentioned(self, draft: Draft) -> str | None:
        """Return the name with a mention in the source: a person for a person, the longest for others."""
        assert draft.source is not None
        start, end = draft.source
        best: tuple[tuple[int, int, int], str] | None = None
        for name in self.names:
            for mention in name.mentions:
                if mention.start < end and start < mention.end:
                    suits = (
                        name.kind is NameKind.PERSON
                        if draft.kind is SourceKind.PERSON
                        else name.kind is not NameKind.PERSON
                    )
                    rank = (
                        int(suits),
                        int(mention.form is Form.NAME),
                        min(end, mention.end) - max(start, mention.start),
                    )
                    if best is None or rank > best[0]:
                        best = (rank, name.id)
        return best[1] if best else None
