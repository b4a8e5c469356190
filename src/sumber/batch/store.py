"""Where inputs lie and output is kept: in folders of this machine, or at addresses (*s3://bucket/records*).

A unit is read on the disk of the machine that reads it. What stands at an address is fetched to that disk before, and
what has become whole is put to an address after: so the rest of a batch knows only files.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from ..errors import BatchError
from .addresses import Remote, fetch, is_address, listed
from .scratch import scratch

__all__ = ["FOLDERS", "File", "Store", "fetched", "files_at", "outputs", "store_of"]

FOLDERS = ("records", "units", "quarantine")


class File(Struct, frozen=True):
    """A file to read: path or address, the folder and the name by which it was found, what changes with its content."""

    place: str
    folder: str
    name: str
    stamp: str


def files_at(place: str, endings: tuple[str, ...]) -> list[File]:
    """Return the files of some endings at a path or an address, or below it; sorted by folder and name.

    Raises:
        BatchError: if there is nothing at all, or a store cannot be reached.
    """
    if is_address(place):
        return [
            File(address, address.rpartition("/")[0], address.rpartition("/")[2], f"{size} {version}")
            for address, (size, version) in listed(place).items()
            if address.lower().endswith(endings)
        ]
    path = Path(place)
    if not path.exists():
        raise BatchError.missing(place)
    paths = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [_local(file) for file in paths if file.name.lower().endswith(endings) and file.is_file()]


def _local(path: Path) -> File:
    stat = path.stat()
    return File(str(path.resolve()), str(path.parent), path.name, f"{stat.st_size} {stat.st_mtime_ns}")


@contextmanager
def fetched(places: Iterable[str]) -> Iterator[dict[str, Path]]:
    """Yield where files lie on this machine, by their paths, or addresses of one store; what was fetched is removed."""
    remote = [place for place in places if is_address(place)]
    paths = {place: Path(place) for place in places}
    if not remote:
        yield paths
        return
    with scratch() as folder:
        for number, place in enumerate(remote):
            paths[place] = folder / f"{number}-{re.sub(r'[^A-Za-z0-9._-]+', '-', place)[-60:]}"
        fetch(remote, [paths[place] for place in remote])
        yield paths


class Store(Protocol):
    """Where the output of a batch is kept. Names are paths below it: ``records/a.jsonl``."""

    place: str

    def working(self) -> AbstractContextManager[Path]:
        """Give a folder of this machine in which output is made."""

    def recall(self, folder: Path, names: Iterable[str]) -> None:
        """Bring files that are kept into the folder in which output is made."""

    def keep(self, folder: Path, name: str) -> None:
        """Keep what that folder has of a name; if it has nothing, keep nothing of that name."""

    def sizes(self, below: str) -> dict[str, int]:
        """Return the size of each file that is kept in a folder, by name."""

    def attach(self, base: Any) -> None:
        """Let a connection of DuckDB read what is kept, at ``place``."""


def store_of(place: Path | str) -> Store:
    """Return the store at a path or an address.

    Raises:
        BatchError: if the address is none that a batch can use, such as one in a Path, which has lost a slash.
    """
    return _Bucket(str(place)) if is_address(str(place)) else _Folder(Path(place))


def outputs(store: Store) -> list[str]:
    """Return the names of the files of records that a batch has kept: of one format, Parquet if there is any.

    Raises:
        BatchError: if there is none.
    """
    names = sorted(store.sizes("records"))
    for ending in (".parquet", ".jsonl"):
        if found := [name for name in names if name.endswith(ending)]:
            return found
    raise BatchError.nothing(store.place, ("records/*.parquet", "records/*.jsonl"))


class _Folder:
    """A folder of this machine: output is made in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.place = str(path)

    def working(self) -> AbstractContextManager[Path]:
        return nullcontext(self.path)

    def recall(self, folder: Path, names: Iterable[str]) -> None:
        pass

    def keep(self, folder: Path, name: str) -> None:
        pass

    def sizes(self, below: str) -> dict[str, int]:
        found = {}
        for file in (self.path / below).glob("*"):
            with suppress(FileNotFoundError):
                found[f"{below}/{file.name}"] = file.stat().st_size
        return found

    def attach(self, base: Any) -> None:
        pass


class _Bucket:
    """An address: output is made in a folder for the time of a task, and put there by ``keep``."""

    def __init__(self, address: str) -> None:
        self.remote = Remote(address)
        self.place = self.remote.address

    @contextmanager
    def working(self) -> Iterator[Path]:
        with scratch() as folder:
            for name in FOLDERS:
                (folder / name).mkdir()
            yield folder

    def recall(self, folder: Path, names: Iterable[str]) -> None:
        wanted = list(names)
        fetch([f"{self.place}/{name}" for name in wanted], [folder / name for name in wanted])

    def keep(self, folder: Path, name: str) -> None:
        made = folder / name
        if made.exists():
            self.remote.put(made, name)
            made.unlink()
        else:
            self.remote.remove(name)

    def sizes(self, below: str) -> dict[str, int]:
        start = len(self.place) + 1
        return {
            address[start:]: int(info["size"]) for address, info in self.remote.found(f"/{below}").items()
        }

    def attach(self, base: Any) -> None:
        base.register_filesystem(self.remote.fs)
