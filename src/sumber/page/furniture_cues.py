"""Cues of furniture: the tables of the languages, compiled.

Most texts hold few of the cues that may stand anywhere, so each of those names words (column ``needs``) of which one
stands in all that it finds: a text without them is not searched.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ..language import available, load
from ..record import Role

__all__ = ["Cue", "Cues", "cues"]


class Cue(Struct, frozen=True):
    """One cue: what it looks like, what it stands for, and the words of which one stands in every match."""

    pattern: re.Pattern[str]
    role: Role
    needs: tuple[str, ...]

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text holds a word that the cue needs."""
        for word in self.needs:  # noqa: SIM110 - quicker than any(), and this runs for every cue and text
            if word in text:
                return True
        return False


class Cues(Struct, frozen=True):
    """The cues of all languages (sites mix them) by the place where they may stand.

    ``line``: the whole line is furniture. ``headline``: what starts so is, with the headline that follows, on this
    line or the next. ``inline``: may stand anywhere. ``end``: ends a line of body text.
    """

    line: re.Pattern[str]
    headline: re.Pattern[str]
    roles: tuple[Role, ...]
    headlines: tuple[Cue, ...]
    inline: tuple[Cue, ...]
    end: tuple[Cue, ...]

    def role(self, found: re.Match[str]) -> Role:
        """Return the role that the cue of a match of ``line`` or ``headline`` stands for."""
        return self.roles[int((found.lastgroup or "c0")[1:])]


@cache
def cues() -> Cues:
    """Return the compiled cues of every language that has a table ``furniture``."""
    rows = [
        row
        for code in available()
        if load(code).has_table("furniture")
        for row in load(code).table("furniture")
    ]
    named: dict[str, list[str]] = {"line": [], "headline": []}
    single: dict[str, list[Cue]] = {"headline": [], "inline": [], "end": []}
    for number, row in enumerate(rows):
        where, pattern = row["where"], row["pattern"]
        if where in named:
            named[where].append(f"(?P<c{number}>{pattern})")
        if where in single:
            closed = rf"(?:{pattern})\s*[.*]*\s*$" if where == "end" else pattern
            single[where].append(Cue(re.compile(closed), Role(row["role"]), tuple(_needs(row["needs"]))))
    return Cues(
        line=re.compile(rf"(?:{'|'.join(named['line'])})\s*"),
        headline=re.compile("|".join(named["headline"])),
        roles=tuple(Role(row["role"]) for row in rows),
        headlines=tuple(single["headline"]),
        inline=tuple(single["inline"]),
        end=tuple(single["end"]),
    )


def _needs(cell: str) -> Iterator[str]:
    """Yield the words of a cell; an empty one needs nothing, which the empty word stands for."""
    yield from cell.split("|")
