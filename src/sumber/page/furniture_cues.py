"""Cues of furniture: the tables of the languages, compiled.

Most texts hold few of the cues that may stand anywhere, so each of those names words (column ``needs``) of which one
stands in all that it finds: a text without them is not searched.
"""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from ..language import available, load
from ..record import Role
from .needed import Needed

__all__ = ["Cue", "Cues", "cues"]

_FORMS = {"line": r"(?:{})\s*", "headline": "{}", "inline": "{}", "end": r"(?:{})\s*[.*]*\s*$"}


class Cue(Struct, frozen=True):
    """One cue: what it looks like, what it stands for, and the words of which one stands in every match."""

    pattern: re.Pattern[str]
    role: Role
    needs: tuple[str, ...]

    def may_stand_in(self, text: str) -> bool:
        """Return whether a text holds a word that the cue needs."""
        for word in self.needs:  # noqa: SIM110 - quicker than any(), and this runs for every cue and line
            if word in text:
                return True
        return False


class Cues(Struct, frozen=True):
    """The cues of all languages (sites mix them) by the place where they may stand.

    ``lines``: the whole line is furniture; ``line`` is any of those that need no word. ``heads``: what starts so is,
    with the headline that follows, on this line or the next; ``head`` is any of them. ``headlines``: the same inside a
    line. ``inline``: may stand anywhere. ``end``: ends a line of body text.
    """

    lines: tuple[Cue, ...]
    line: re.Pattern[str]
    head: re.Pattern[str]
    headlines: tuple[Cue, ...]
    inline: tuple[Cue, ...]
    end: tuple[Cue, ...]
    needed: Needed

    def rare_in(self, text: str) -> tuple[Cue, ...]:
        """Return the cues of whole lines that need a word, less those whose words a text lacks."""
        return tuple(cue for cue in self.lines if "" not in cue.needs and cue.may_stand_in(text))

    def of_line(self, text: str, start: int, end: int, rare: tuple[Cue, ...] = ()) -> Role | None:
        """Return the role of the line ``text[start:end]`` by its words; ``rare`` are the text's own of ``rare_in``."""
        known = self.lines if self.line.fullmatch(text, start, end) else rare
        return next((cue.role for cue in known if cue.pattern.fullmatch(text, start, end)), None)

    def of_head(self, found: re.Match[str]) -> Role:
        """Return the role of what a match of ``head`` starts."""
        place = found.string, found.start(), found.endpos
        return next(cue.role for cue in self.headlines if cue.pattern.match(*place))


@cache
def cues() -> Cues:
    """Return the compiled cues of every language that has a table ``furniture``."""
    found: dict[str, list[Cue]] = {"line": [], "headline": [], "inline": [], "end": []}
    for code in available():
        for row in load(code).table("furniture") if load(code).has_table("furniture") else ():
            pattern = _FORMS[row["where"]].format(row["pattern"])
            found[row["where"]].append(
                Cue(re.compile(pattern), Role(row["role"]), tuple(row["needs"].split("|")))
            )
    return Cues(
        lines=tuple(found["line"]),
        line=_any(cue for cue in found["line"] if "" in cue.needs),
        head=_any(found["headline"]),
        headlines=tuple(found["headline"]),
        inline=tuple(found["inline"]),
        end=tuple(found["end"]),
        needed=Needed(word for group in found.values() for cue in group for word in cue.needs),
    )


def _any(cues: Iterable[Cue]) -> re.Pattern[str]:
    """Return one pattern for what any of some cues finds; without named groups a search gives up more quickly."""
    return re.compile("|".join(f"(?:{cue.pattern.pattern})" for cue in cues) or "(?!)")
