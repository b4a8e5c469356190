"""The outlets and wires of the world that we know: names, aliases, domains, countries."""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from ...language.tables import read_table

__all__ = ["KnownOutlet", "known_outlets", "known_pattern", "outlet_named"]

_TABLE = Path(__file__).parent / "data" / "outlets.tsv"


class KnownOutlet(Struct, frozen=True):
    """An outlet of our table; ``kind`` is wire, broadcaster, paper, magazine or site."""

    name: str
    aliases: tuple[str, ...]
    domain: str
    country: str
    kind: str


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
    return _by_name().get(folded) or _by_name().get(folded.removeprefix("the "))


@cache
def known_pattern() -> str:
    """Return an alternation of all names and aliases, longest first; spaces match line breaks too."""
    names = {name for outlet in known_outlets() for name in (outlet.name, *outlet.aliases)}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
