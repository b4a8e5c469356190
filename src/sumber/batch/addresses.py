"""Addresses (*s3://bucket/crawl*) and what fsspec does with them: list, fetch, put. Only this module calls fsspec."""

import contextlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import BatchError

__all__ = ["Remote", "fetch", "is_address", "listed"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?::.*:)?/")  # also as a path has it: `s3:/bucket`
_REFUSED = (
    (r"https?:", "pages of the web are fetched by `sumber read` and `sumber desk add`"),
    (r".*::", "a store within another is not read"),
    (
        r"[^/]+://[^/@]*:[^/]*@",
        "its password would be written into the output; give it by the settings of fsspec",
    ),
    (r"(?!\w[\w+.-]+://.*[^/])", "write it as in `s3://bucket/crawl`, and in Python as text, not as a Path"),
)
_IN_PARTS = ("s3", "s3a", "abfs", "abfss", "az")
_PATTERN = re.compile(r"[*?\[]")
_VERSIONS = "ETag etag md5Hash content_md5 sha mtime LastModified last_modified created".split()


def is_address(place: str) -> bool:
    """Tell an address from a path of this machine.

    >>> [is_address(place) for place in ("s3://bucket/a", "crawl/a.jsonl", "2025-06-12:a.jsonl")]
    [True, False, False]
    """
    return bool(_ADDRESS.match(place))


class Remote:
    """An address, and the file system that fsspec has for it.

    Raises:
        BatchError: if the address is none that a batch can use, or what it takes to reach it is not installed.
    """

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        for pattern, why in _REFUSED:
            if re.match(pattern, self.address, re.IGNORECASE):
                raise BatchError.no_store(address, why)
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise BatchError.without_fsspec(address) from error
        with _told(address):
            try:
                self.fs, self.root = url_to_fs(self.address, **_settings(self.address))
            except ImportError as error:
                raise BatchError.without_protocol(address, str(error)) from error
            self.fs.invalidate_cache()  # what other processes have written is to be seen

    def found(self, below: str = "") -> dict[str, dict[str, Any]]:
        """Return what fsspec says of each file at or below the address, by its own address."""
        with _told(self.address):
            infos = self.fs.find(self.root + below, detail=True)
        return {self._address(path): info for path, info in infos.items() if not path.endswith("/")}

    def matching(self, pattern: str) -> dict[str, dict[str, Any]]:
        """Return the same of the files, and of those in the folders, that a pattern below the address is met by."""
        with _told(self.address + pattern):
            infos = self.fs.glob(self.root + pattern, detail=True)
        files = {self._address(path): info for path, info in infos.items() if info["type"] == "file"}
        for path, info in infos.items():
            if info["type"] != "file":
                files |= self.found(path.removeprefix(self.root))
        return files

    def put(self, path: Path, name: str) -> None:
        """Put a file below the address, so that it is there whole or not at all.

        An object is put whole. On a file system (of which the paths begin with a slash) it is renamed when it is whole.
        """
        there = f"{self.root}/{name}"
        with _told(f"{self.address}/{name}"):
            if not self.root.startswith("/"):
                self.fs.put_file(str(path), there)
                return
            self.fs.makedirs(there.rpartition("/")[0], exist_ok=True)
            self.fs.put_file(str(path), f"{there}.part")
            self.fs.mv(f"{there}.part", there)

    def remove(self, name: str) -> None:
        """Remove a file below the address, if it is there."""
        with _told(f"{self.address}/{name}"), contextlib.suppress(FileNotFoundError):
            self.fs.rm_file(f"{self.root}/{name}")

    def _address(self, path: str) -> str:
        return self.address + path.removeprefix(self.root)


def listed(address: str) -> dict[str, tuple[int | None, str]]:
    """Return size and version of each file at an address: of a file, of all in a folder, or met by a pattern.

    Raises:
        BatchError: if there is nothing, or the store cannot be reached.
    """
    remote = Remote(address)
    infos = remote.found()
    if not infos and (magic := _PATTERN.search(remote.address)):
        head = remote.address[: magic.start()].rpartition("/")[0]
        infos = Remote(head).matching(remote.address[len(head) :])
    if not infos:
        raise BatchError.missing(address)
    return {place: (info.get("size"), _version(info)) for place, info in sorted(infos.items())}


def fetch(addresses: Iterable[str], paths: Iterable[Path]) -> None:
    """Write files of one store to paths of this machine; none is held in memory."""
    remotes = [Remote(address) for address in addresses]
    if remotes:
        with _told(" ... ".join(dict.fromkeys((remotes[0].address, remotes[-1].address)))):
            remotes[0].fs.get([remote.root for remote in remotes], [str(path) for path in paths])


def _settings(address: str) -> dict[str, int]:
    """Return what is asked of a protocol's package: one part of a large file at a time, as it lies in memory."""
    return {"max_concurrency": 1} if address.partition(":")[0] in _IN_PARTS else {}


def _version(info: dict[str, Any]) -> str:
    """Return what changes when the content of a file does, as far as its store says."""
    return str(next((info[key] for key in _VERSIONS if info.get(key)), sorted(map(str, info.items()))))


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Turn whatever fails within, of which each store has its own errors, into one that names the address."""
    try:
        yield
    except (BatchError, MemoryError):
        raise
    except Exception as error:
        raise BatchError.unreachable(address, f"{type(error).__name__}: {error}") from error
