"""The class that every language is one of."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import ClassVar

from .tables import Row, read_table

__all__ = ["Language"]


class Language:
    """One language: its code, its name, and the tables and models of its folder.

    A subclass lives in ``language/<code>/__init__.py`` and says what differs; layers ask for tables by name.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    folder: ClassVar[Path]

    def table(self, name: str) -> tuple[Row, ...]:
        """Return the rows of ``data/<name>.tsv``; raises LanguageError if there is no such file."""
        return _table(self.folder / "data" / f"{name}.tsv")

    def has_table(self, name: str) -> bool:
        """Return whether this language has the table."""
        return (self.folder / "data" / f"{name}.tsv").is_file()

    def classes(self, name: str) -> Mapping[str, frozenset[str]]:
        """Return the words of a table by class (columns ``class`` and ``words`` or ``word``); {} without a table."""
        return _classes(self.folder / "data" / f"{name}.tsv") if self.has_table(name) else {}


@cache
def _classes(path: Path) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _table(path):
        words = row["words"].split() if "words" in row else [row["word"]]
        found.setdefault(row["class"], set()).update(words)
    return {name: frozenset(words) for name, words in found.items()}


@cache
def _table(path: Path) -> tuple[Row, ...]:
    return read_table(path)
