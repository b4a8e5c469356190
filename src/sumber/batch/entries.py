"""What is known of each unit: an entry a unit, written when its output is whole, and the manifest of all."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from .options import Options
from .store import Store
from .units import Unit

__all__ = ["Entry", "Quarantined", "done_already", "entry_name", "write_atomically", "write_manifest"]


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


def entry_name(unit: str) -> str:
    """Return the name of the file that the entry of a unit is kept in."""
    return f"units/{unit}.json"


def done_already(units: Iterable[Unit], options: Options, store: Store, folder: Path) -> dict[str, Entry]:
    """Return the entries of those units of which the output is there, whole and current.

    Args:
        units: with the states of their inputs.
        options: how they are to be read. Of a unit without quarantine the limits do not matter: all of it was read.
        store: what is kept of earlier runs.
        folder: where output is made; entries come there.
    """
    outputs, kept = store.sizes("records"), store.sizes("units")
    units = [unit for unit in units if entry_name(unit.name) in kept]
    store.recall(folder, [entry_name(unit.name) for unit in units])
    entries = {unit.name: _current(folder / entry_name(unit.name), unit, options) for unit in units}
    return {
        name: entry
        for name, entry in entries.items()
        if entry and entry.output and outputs.get(entry.output) == entry.bytes
    }


def _current(path: Path, unit: Unit, options: Options) -> Entry | None:
    """Return an entry if it is that of the same input, read in the same way."""
    try:
        entry = msgspec.json.decode(path.read_bytes(), type=Entry)
    except (OSError, UnicodeError, msgspec.DecodeError):
        return None
    current = entry.failed is None and (entry.state, entry.options) == (unit.state, options.fingerprint())
    settled = not entry.quarantined or entry.limits == options.limits
    return entry if current and settled else None


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
