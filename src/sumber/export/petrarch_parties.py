"""Parties as PETRARCH codes them: a country or body, and the role of whoever is named."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..gazetteer import lookup
from ..language.tables import read_table
from ..record import Actor, NameKind, Record
from .parties import party

__all__ = ["Coded", "codes_in", "codes_of", "joined", "shared_roles"]

_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*\.?")
_JOINS = re.compile(r"\s*(?:,|,?\s*(?:and|or|dan|serta)\b|&)\s*(?:the\s+)?", re.IGNORECASE)
_CUTS = frozenset(
    "after before when while because who which where but although since until amid despite whose "
    "setelah sebelum ketika saat karena yang tetapi sejak hingga".split()
)
_PREPS = frozenset(
    "in on at with from by to against for about over into toward towards near between under via "
    "di pada dengan dari oleh ke kepada terhadap untuk".split()
)
_LONGEST = 5  # words that a name or a role may have
_REACH = 5  # words around a name that tell the role


class Coded(NamedTuple):
    """A party of the text: its code, and the words that it rests on."""

    code: str
    start: int
    end: int
    place: bool


def codes_of(record: Record, actor: Actor) -> list[str]:
    """Return the codes of an actor, more than one if several are named in one phrase."""
    whole = party(record, actor)
    role = _role(_words(whole.words))
    if whole.body:
        return [
            whole.body + (role if role and whole.body.startswith("IGO") and role not in whole.body else "")
        ]
    country = (whole.country if not _is_common(record, actor, role) else "") or ""
    sector = whole.cameo.removeprefix(whole.country or "---") if whole.cameo else ""
    role = role or sector
    return [f"{country or '---'}{role}"] if country or role else []


def _is_common(record: Record, actor: Actor, role: str) -> bool:
    """Whether a body is named by its common noun alone (*Congress*): PETRARCH knows no country of it."""
    name = record.name_of(actor.name)
    words = _words(actor.of(record.article.text))
    return bool(role) and name is not None and name.kind is NameKind.ORGANISATION and len(words) == 1


def shared_roles(record: Record, actors: tuple[Actor, ...]) -> list[str]:
    """Return the codes of some actors; an adjective takes the role that follows: *US and British activists*."""
    found: list[str] = []
    for at, actor in enumerate(actors):
        codes = codes_of(record, actor)
        following = actors[at + 1] if at + 1 < len(actors) else None
        if following and len(codes) == 1 and len(codes[0]) == 3 and _is_adjective(record, actor, following):
            codes = [codes[0] + code[3:] for code in codes_of(record, following)[:1]]
        found += codes
    return list(dict.fromkeys(found))


def joined(record: Record, left: Coded, right: Coded) -> bool:
    """Return whether two parties are told in one breath: *A and B*, *A, B*."""
    return _JOINS.fullmatch(record.article.text, left.end, right.start) is not None


def _is_adjective(record: Record, actor: Actor, following: Actor) -> bool:
    word = actor.of(record.article.text).removeprefix("the ")
    joined = _JOINS.fullmatch(record.article.text, actor.end, following.start)
    found = lookup(word)
    is_name = bool(found) and found[0].level == "country" and found[0].how == 1 and not word.isupper()
    return joined is not None and not is_name and " " not in word


def codes_in(record: Record, start: int, end: int) -> Iterator[Coded]:
    """Yield the parties that a stretch of the text names, from left to right, up to a clause of its own."""
    text = record.article.text
    words = list(_WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        if words[at][0].casefold() in _CUTS:
            return
        size = _name_at(record, words, at)
        if size:
            first, last = words[at].start(), words[at + size - 1].end()
            around = Actor(first, last, name=_name_of(record, first, last))
            yield from _coded(record, around, words, at, size)
            at += size
        else:
            at += 1


def _coded(record: Record, actor: Actor, words: list[re.Match[str]], at: int, size: int) -> Iterator[Coded]:
    role = _role(_around(words, at, size))
    whole = party(record, actor)
    base = whole.body or whole.country
    if base is None:
        return
    name = record.name_of(actor.name)
    place = name is not None and name.kind is NameKind.PLACE
    role = role or (whole.cameo or base).removeprefix(base)
    yield Coded(base + ("" if role in base[3:] else role), actor.start, actor.end, place and not role)


def _name_at(record: Record, words: list[re.Match[str]], at: int) -> int:
    """Return how many words from here on name a country, a body or somebody with a country."""
    if not words[at][0][:1].isupper():
        return 0
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        first, last = words[at].start(), words[at + size - 1].end()
        if "," in record.article.text[first:last]:
            continue
        whole = party(record, Actor(first, last, name=_name_of(record, first, last)), behind=False)
        if (whole.country or whole.body) and (size == 1 or _is_tight(record, words, at, size)):
            return size
    return 0


def _is_tight(record: Record, words: list[re.Match[str]], at: int, size: int) -> bool:
    """Whether the last word belongs to the name: without it, the code would be another."""

    def coded(count: int) -> tuple[str | None, str | None]:
        first, last = words[at].start(), words[at + count - 1].end()
        whole = party(record, Actor(first, last, name=_name_of(record, first, last)), behind=False)
        return whole.country, whole.body

    return coded(size) != coded(size - 1)


def _name_of(record: Record, start: int, end: int) -> str | None:
    for name in record.names:
        for mention in name.mentions:
            if mention.start <= start and end <= mention.end:
                return name.id
    return None


def _around(words: list[re.Match[str]], at: int, size: int) -> list[str]:
    """Return the words of the phrase that a name stands in: up to a preposition, *of* let through."""
    first, last = at, at + size
    text = words[at].string
    while first > 0 and at - first < _REACH and not _parts(text, words, first - 1):
        first -= 1
    while last < len(words) and last - at - size < _REACH and not _parts(text, words, last - 1, last):
        last += 1
    return [word[0].casefold() for word in words[first:last]]


def _parts(text: str, words: list[re.Match[str]], left: int, right: int | None = None) -> bool:
    """Whether a phrase ends between two words next to each other, or at a preposition."""
    other = left + 1 if right is None else right
    word = words[left if right is None else right][0].casefold()
    between = text[words[left].end() : words[other].start()]
    return (
        word in _PREPS
        or word in _CUTS
        or word in ("and", "dan", "of" if right else "")
        or bool(between.strip(" '’s\""))
    )


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _role(words: list[str]) -> str:
    """Return the role that some words name: the longest entry, then the first of the table."""
    parts = [word.removesuffix("'s").removesuffix("’s") for word in words]
    for size in range(_LONGEST, 0, -1):
        runs = {"_".join(parts[at : at + size]) for at in range(len(parts) - size + 1)}
        for code, known in _roles():
            if runs & known:
                return code
    return ""


@cache
def _roles() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = read_table(Path(__file__).parent / "petrarch_roles.tsv")
    return tuple((row["code"], frozenset(row["words"].split())) for row in rows)
