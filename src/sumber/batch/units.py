"""Inputs -> units of work. A unit is read by one process and becomes one output file."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from ..errors import BatchError

__all__ = ["Unit", "find_units", "refuse_addresses"]

ARCHIVES = (".jsonl", ".ndjson", ".warc", ".warc.gz", ".parquet")
REPORTS = (".txt", ".html", ".htm", ".xhtml", ".md")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")  # also as a path has it: `s3:/bucket`
_TOGETHER = 200  # loose files of one folder that one unit reads


class Unit(Struct, frozen=True):
    """Some input that is read together: one archive, or up to 200 loose files of one folder.

    ``name`` names its output; ``state`` is a hash of the paths, sizes and times of change of its files.
    """

    name: str
    paths: tuple[str, ...]
    state: str


def find_units(inputs: Iterable[str]) -> list[Unit]:
    """Return the units of some files and folders, sorted by name.

    Raises:
        BatchError: if an input is an address, is not there, or holds nothing of a kind that is read.
    """
    units: dict[str, Unit] = {}
    inputs = list(inputs)
    refuse_addresses(inputs)
    for given in inputs:
        path = Path(given)
        if not path.exists():
            raise BatchError.missing(given)
        found = list(_folder(path) if path.is_dir() else _file(path))
        if not found:
            raise BatchError.nothing(given, (*ARCHIVES, *REPORTS))
        units |= {unit.name: unit for unit in found}
    return [units[name] for name in sorted(units)]


def refuse_addresses(places: Iterable[str]) -> None:
    """Raise BatchError for one that is an address (*s3://bucket*), lest it be taken for a folder of that name."""
    for place in places:
        if _ADDRESS.match(place):
            raise BatchError.remote(place)


def _file(path: Path) -> Iterator[Unit]:
    if path.name.lower().endswith((*ARCHIVES, *REPORTS)):
        yield _unit([path])


def _folder(path: Path) -> Iterator[Unit]:
    loose: dict[Path, list[Path]] = {}
    for file in sorted(path.rglob("*")):
        name = file.name.lower()
        if name.endswith(ARCHIVES) and file.is_file():
            yield _unit([file])
        elif name.endswith(REPORTS) and file.is_file():
            loose.setdefault(file.parent, []).append(file)
    for files in loose.values():
        for start in range(0, len(files), _TOGETHER):
            yield _unit(files[start : start + _TOGETHER])


def _unit(files: list[Path]) -> Unit:
    """Return the unit of some files; its name holds the first one's and a hash of all paths."""
    paths = tuple(str(file.resolve()) for file in files)
    stats = [file.stat() for file in files]
    state = "\n".join(f"{p} {s.st_size} {s.st_mtime_ns}" for p, s in zip(paths, stats, strict=True))
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", files[0].name)[:60]
    return Unit(f"{stem}-{_hash(chr(10).join(paths))}", paths, _hash(state))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:10]
