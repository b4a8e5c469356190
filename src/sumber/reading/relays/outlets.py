"""The outlets and wires of the world that we know: names, aliases, domains, owners, countries."""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from ...language.tables import read_table

__all__ = ["KnownOutlet", "known_names", "known_outlets", "outlet_named"]

_TABLE = Path(__file__).parent / "data" / "outlets.tsv"


class KnownOutlet(Struct, frozen=True):
    """An outlet of our table; ``kind`` is wire, broadcaster, paper, magazine or site.

    ``is_word``: its name is also a common word or name, so it is believed only where the text calls it an outlet.
    """

    name: str
    aliases: tuple[str, ...]
    domain: str
    country: str
    kind: str
    group: str
    is_word: bool


@cache
def known_outlets() -> tuple[KnownOutlet, ...]:
    """Return all outlets of the table."""
    return tuple(
        KnownOutlet(
            name=row["name"],
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            domain=row["domain"],
            country=row["country"],
            kind=row["kind"],
            group=row["group"],
            is_word=row["care"] == "word",
        )
        for row in read_table(_TABLE)
    )


@cache
def _by_name() -> dict[str, KnownOutlet]:
    found: dict[str, KnownOutlet] = {}
    for outlet in known_outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(name.casefold(), outlet)
    return found


def outlet_named(name: str) -> KnownOutlet | None:
    """Return the outlet of this name, alias or domain, in any case; None if we do not know it.

    >>> outlet_named("agence france-presse").name
    'AFP'
    """
    folded = " ".join(name.split()).casefold()
    known = _by_name()
    return known.get(folded) or known.get(folded.removeprefix("the ")) or known.get(f"the {folded}")


@cache
def known_names(edge: str, *, sure: bool = False) -> re.Pattern[str]:
    """Return a pattern of all names and aliases, longest first; spaces match line breaks too.

    Args:
        edge: what must hold behind a name, as a pattern.
        sure: leave out the outlets whose name is also a common word.
    """
    kept = [outlet for outlet in known_outlets() if not (sure and outlet.is_word)]
    names = {name for outlet in kept for name in (outlet.name, *outlet.aliases)}
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        groups.setdefault(name.removeprefix("The ")[:1], []).append(_spelled(name))
    # parted by first letter, so that a word is tried against its own letter's names alone
    parts = [f"(?=(?:[Tt]he\\s+)?{re.escape(letter)})(?:{'|'.join(some)})" for letter, some in groups.items()]
    return re.compile(rf"(?:{'|'.join(parts)}){edge}")


def _spelled(name: str) -> str:
    bare = name.removeprefix("The ")
    pattern = re.escape(bare).replace(r"\ ", r"\s+").replace("'", "['’]")
    return rf"[Tt]he\s+{pattern}" if bare != name else pattern
