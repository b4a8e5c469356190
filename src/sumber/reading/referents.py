"""Words that point at somebody without a name: pronouns, kin, those close to an office."""

from functools import cache

from ..language import load

__all__ = ["referents"]


@cache
def referents(code: str, name: str) -> frozenset[str]:
    """Return the words of one class of the table ``referents`` of a language, none if it has no such table."""
    return load(code).classes("referents").get(name, frozenset())
