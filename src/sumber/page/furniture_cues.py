"""Cues of furniture: the tables of the languages, compiled."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from ..language import available, load
from ..record import Role

__all__ = ["Cues", "beginnings", "cues"]


class _Cue(Struct, frozen=True):
    role: Role
    word: str


class Cues(Struct, frozen=True):
    """The cues of all languages (sites mix them), one pattern a place where they may stand.

    ``line``: the whole line is furniture. ``headline``: what starts so is, with the headline that follows, on this
    line or the next. ``inline``: may stand anywhere. ``end``: ends a line of body text. ``headline`` and ``inline``
    cues are also kept one by one with the letters they begin with: few texts hold any, and looking for letters is a
    hundred times quicker than trying every pattern at every place.
    """

    line: re.Pattern[str]
    headline: re.Pattern[str]
    end: re.Pattern[str]
    inside: tuple[tuple[str, tuple[str, ...]], ...]
    marked: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[Role, ...]

    def inline_in(self, text: str) -> re.Pattern[str] | None:
        """Return the pattern of those inline cues that a text may hold; None if it can hold none."""
        return _joined(tuple(cue for cue, begins in self.inside if _holds(text, begins)))

    def headline_in(self, text: str) -> re.Pattern[str] | None:
        """Return the pattern of those headline cues that a text may hold; None if it can hold none."""
        return _joined(tuple(cue for cue, begins in self.marked if _holds(text, begins)))

    def role(self, found: re.Match[str]) -> Role:
        """Return the role that the cue of a match stands for."""
        return self.roles[int((found.lastgroup or "c0")[1:])]


def _holds(text: str, begins: tuple[str, ...]) -> bool:
    return not begins or any(word in text for word in begins)


@cache
def _joined(cues: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(cues)) if cues else None


def beginnings(pattern: str) -> tuple[str, ...]:
    r"""Return the letters, of which one must stand where a pattern matches; none if they cannot be told.

    >>> beginnings("SCROLL TO (?:A|B)"), beginnings("(?:Read (?:more|next)|Also read) ?:"), beginnings(r"\[Gam ?:")
    (('SCROLL TO ',), ('Read ', 'Also read'), ('[Gam',))
    >>> beginnings("[A-Z]+ said")
    ()
    """
    words = [word for part in _alternatives(pattern) for word in _begins(part)]
    return tuple(words) if all(len(word) > 1 for word in words) else ()


def _begins(pattern: str) -> list[str]:
    """Return what one alternative may begin with; an empty word where that cannot be told."""
    if not pattern.startswith("(?:"):
        return [_letters(pattern)]
    end = _closing(pattern)
    inner = [word for part in _alternatives(pattern[3:end]) for word in _begins(part)]
    after = pattern[end + 1 : end + 2]
    return inner + _begins(pattern[end + 2 :]) if after == "?" else [""] if after in ("*", "{") else inner


def _letters(pattern: str) -> str:
    """Return the plain letters that a pattern begins with; the last is left out if it may be missing."""
    found = re.match(r"(?:\\[^\w]|[\w ,:/'-])*", pattern)
    plain = found[0] if found else ""
    after = pattern[len(plain) :][:1]
    plain = re.sub(r"\\(.)", r"\1", plain)
    return plain[:-1] if after and after in "?*{" else plain


def _closing(pattern: str) -> int:
    """Return where the first group of a pattern ends."""
    depth = 0
    for at, letter in _unescaped(pattern):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at
    return len(pattern)


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern that stand outside its groups."""
    bars = [at for at, letter in _unescaped(_outside(pattern)) if letter == "|"]
    return [pattern[a + 1 : b] for a, b in zip([-1, *bars], [*bars, len(pattern)], strict=True)]


def _outside(pattern: str) -> str:
    """Return a pattern with the insides of groups and classes blanked."""
    out, depth = list(pattern), 0
    for at, letter in _unescaped(pattern):
        depth -= letter in ")]"
        if depth:
            out[at] = " "
        depth += letter in "(["
    return "".join(out)


def _unescaped(pattern: str) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        yield at, pattern[at]
        at += 1


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
    line, headline, end = ("|".join(patterns[where]) for where in ("line", "headline", "end"))
    return Cues(
        line=re.compile(rf"(?:{line})\s*"),
        headline=re.compile(headline),
        end=re.compile(rf"(?:{end})\s*[.*]*\s*$"),
        inside=_kept(patterns["inline"]),
        marked=_kept(patterns["headline"]),
        roles=tuple(roles),
    )


def _kept(cues: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each cue with the letters that it begins with, its group's name aside."""
    return tuple((cue, beginnings(cue[cue.index(">") + 1 : -1])) for cue in cues)
