"""What every export is: a name, what it loses, and a stream of pieces to write out."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar

from ..record import Record

__all__ = ["Exporter", "exporters"]

_NO_FORMATS = frozenset(
    {
        "base",
        "codes",
        "dyads",
        "html",
        "parties",
        "passages",
        "petrarch_parties",
        "rows",
        "tables",
        "terminal",
    }
)


class Exporter(ABC):
    """Writes records in one format, piece by piece, so that no more than one record need be in memory.

    ``name`` is what a user types, ``loses`` what the format cannot hold, ``extension`` how a file ends.
    """

    name: ClassVar[str]
    loses: ClassVar[str]
    extension: ClassVar[str]

    @abstractmethod
    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the pieces of the output in order: text, or bytes where the format is binary."""


@cache
def exporters() -> dict[str, type[Exporter]]:
    """Return the exports that this package holds, by name: every class of a module here that has a name."""
    found: dict[str, type[Exporter]] = {}
    for module in iter_modules(_folder()):
        if module.name in _NO_FORMATS:
            continue
        held = vars(import_module(f"{__package__}.{module.name}")).values()
        for one in held:
            if isinstance(one, type) and issubclass(one, Exporter) and "name" in vars(one):
                found[one.name] = one
    return dict(sorted(found.items()))


def _folder() -> list[str]:
    return list(import_module(__package__ or "").__path__)
