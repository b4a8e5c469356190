"""Inputs -> units of work. A unit is read by one process and becomes one output file."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..errors import BatchError
from .store import File, files_at

__all__ = ["Unit", "find_units"]

ARCHIVES = (".jsonl", ".ndjson", ".warc", ".warc.gz", ".parquet")
REPORTS = (".txt", ".html", ".htm", ".xhtml", ".md")
_TOGETHER = 200  # loose files of one folder that one unit reads


class Unit(Struct, frozen=True):
    """Some input that is read together: one archive, or up to 200 loose files of one folder.

    ``name`` names its output; ``state`` is a hash of the paths or addresses of its files, their sizes and, of each, its
    time of change, or what else its store gives anew to what is written anew.
    """

    name: str
    paths: tuple[str, ...]
    state: str


def find_units(inputs: Iterable[str]) -> list[Unit]:
    """Return the units of some files and folders, given as paths or addresses, sorted by name.

    Raises:
        BatchError: if an input is not there, cannot be reached, or holds nothing of a kind that is read.
    """
    units: dict[str, Unit] = {}
    for given in inputs:
        found = list(_units(files_at(given, (*ARCHIVES, *REPORTS))))
        if not found:
            raise BatchError.nothing(given, (*ARCHIVES, *REPORTS))
        units |= {unit.name: unit for unit in found}
    return [units[name] for name in sorted(units)]


def _units(files: list[File]) -> Iterator[Unit]:
    loose: dict[str, list[File]] = {}
    for file in files:
        if file.name.lower().endswith(ARCHIVES):
            yield _unit([file])
        else:
            loose.setdefault(file.folder, []).append(file)
    for together in loose.values():
        for start in range(0, len(together), _TOGETHER):
            yield _unit(together[start : start + _TOGETHER])


def _unit(files: list[File]) -> Unit:
    """Return the unit of some files; its name holds the first one's and a hash of all paths."""
    paths = tuple(file.place for file in files)
    state = "\n".join(f"{file.place} {file.stamp}" for file in files)
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", files[0].name)[:60]
    return Unit(f"{stem}-{_hash(chr(10).join(paths))}", paths, _hash(state))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:10]
