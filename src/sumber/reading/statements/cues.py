"""The cues of a language, from its table ``cues``: which words mark a saying, how they are built in, and the act."""

from functools import cache

from ...language import load
from ...record import Act

__all__ = ["Cues", "cues"]


class Cues:
    """Cue words by kind (``bare``, ``active``, ``passive``, ``agentless`` ...), each with its act."""

    def __init__(self, code: str) -> None:
        self._kinds: dict[str, dict[str, Act]] = {}
        for row in load(code).table("cues"):
            self._kinds.setdefault(row["kind"], {})[row["word"]] = Act(row["act"])

    def act(self, kind: str, word: str) -> Act | None:
        """Return the act of a word as a cue of a kind, None if it is none."""
        return self._kinds.get(kind, {}).get(word)

    def words(self, kind: str) -> frozenset[str]:
        """Return the words of a kind."""
        return frozenset(self._kinds.get(kind, {}))


@cache
def cues(code: str) -> Cues:
    """Return the cues of a language, read once."""
    return Cues(code)
