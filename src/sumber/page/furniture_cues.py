"""Cues of furniture: the tables of the languages, compiled."""

import re
from functools import cache

from msgspec import Struct

from ..language import available, load
from ..record import Role

__all__ = ["Cues", "cues"]


class _Cue(Struct, frozen=True):
    role: Role
    word: str


class Cues(Struct, frozen=True):
    """The cues of all languages (sites mix them), one pattern a place where they may stand.

    ``line``: the whole line is furniture. ``headline``: what starts so is, with the headline that follows, on this
    line or the next. ``inline``: may stand anywhere. ``end``: ends a line of body text.
    """

    line: re.Pattern[str]
    headline: re.Pattern[str]
    inline: re.Pattern[str]
    end: re.Pattern[str]
    roles: tuple[Role, ...]

    def role(self, found: re.Match[str]) -> Role:
        """Return the role that the cue of a match stands for."""
        return self.roles[int((found.lastgroup or "c0")[1:])]


@cache
def cues() -> Cues:
    """Return the compiled cues of every language that has a table ``furniture``."""
    patterns: dict[str, list[str]] = {"line": [], "headline": [], "inline": [], "end": []}
    roles: list[Role] = []
    rows = (
        row
        for code in available()
        if load(code).has_table("furniture")
        for row in load(code).table("furniture")
    )
    for row in rows:
        patterns[row["where"]].append(f"(?P<c{len(roles)}>{row['pattern']})")
        roles.append(Role(row["role"]))
    line, headline, inline, end = (
        "|".join(patterns[where]) for where in ("line", "headline", "inline", "end")
    )
    return Cues(
        line=re.compile(rf"(?:{line})\s*"),
        headline=re.compile(headline),
        inline=re.compile(inline),
        end=re.compile(rf"(?:{end})\s*[.*]*\s*$"),
        roles=tuple(roles),
    )
