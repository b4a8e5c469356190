"""What is known of each unit: an entry a unit, written when its output is whole, and the manifest of all."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from .options import Options

__all__ = ["Entry", "Quarantined", "done_already", "entry_path", "write_atomically", "write_manifest"]


class Quarantined(Struct, frozen=True, kw_only=True):
    """A document that could not be read: where it stood, and why."""

    source: str
    reason: str


class Entry(Struct, frozen=True, kw_only=True):
    """One unit in the manifest. ``state`` and ``options`` tell whether its output is still current.

    ``limits`` are the seconds and megabytes that a document had. They decide only what lies in the quarantine.
    """

    unit: str
    inputs: tuple[str, ...]
    state: str
    options: str
    output: str | None
    bytes: int = 0
    sha256: str = ""
    records: int = 0
    words: int = 0
    quarantined: int = 0
    failed: str | None = None
    limits: tuple[float, int] | None = None


def entry_path(out: Path, unit: str) -> Path:
    """Return where the entry of a unit lies."""
    return out / "units" / f"{unit}.json"


def done_already(unit: str, state: str, options: Options) -> Entry | None:
    """Return the entry of a unit if its output is there, whole and current, else None.

    Args:
        unit: the unit's name.
        state: that of its inputs.
        options: how it is to be read. Of a unit without quarantine the limits do not matter: all of it has been read.
    """
    try:
        entry = msgspec.json.decode(entry_path(options.out, unit).read_bytes(), type=Entry)
        whole = entry.output is not None and (options.out / entry.output).stat().st_size == entry.bytes
    except (OSError, UnicodeError, msgspec.DecodeError):
        return None
    current = entry.failed is None and (entry.state, entry.options) == (state, options.fingerprint())
    settled = not entry.quarantined or entry.limits == options.limits
    return entry if current and settled and whole else None


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also if the machine stops."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_manifest(out: Path, entries: list[Entry]) -> None:
    """Write ``manifest.jsonl``: one line a unit, in the order of their names."""
    lines = (msgspec.json.encode(entry) for entry in sorted(entries, key=lambda entry: entry.unit))
    write_atomically(out / "manifest.jsonl", b"\n".join([*lines, b""]))
