"""A batch from its inputs to its manifest: what is done already is passed over."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from .entries import Entry, done_already, write_atomically, write_manifest
from .local import run_local
from .options import Options
from .output import load_duckdb
from .progress import Progress
from .ray import run_ray
from .store import FOLDERS, store_of
from .units import Unit, find_units
from .work import in_work

__all__ = ["run"]


def run(
    inputs: Iterable[str], options: Options, tell: Callable[[Progress], None] | None = None
) -> list[Entry]:
    """Read all inputs into ``options.out`` and return one entry a unit, sorted by name.

    Run it again after it was stopped, killed, or a disk was full: only what is not whole is read. The manifest is
    written at the end, also when units failed.

    Args:
        inputs: files (text, HTML, ``.jsonl``, WARC, Parquet) and folders of such files, by paths or addresses.
        options: where to, and how.
        tell: called when a unit is done, and about twice a second.

    Raises:
        BatchError: if an input is not there, an address cannot be reached, or an extra is not installed.
    """
    if options.form == "parquet":
        load_duckdb()  # a missing extra is told before hours of reading, not after
    store = store_of(options.out)
    units = find_units(inputs)
    with store.working() as folder:
        _prepare(folder)
        write_atomically(folder / "options.txt", options.fingerprint().encode())
        store.keep(folder, "options.txt")  # proves that it can be written to
        known = done_already(units, options, store, folder)
        todo = [unit for unit in units if unit.name not in known]
        entries = [*known.values(), *_read(todo, options, folder, tell or (lambda _: None), len(known))]
        write_manifest(folder, entries)
        store.keep(folder, "manifest.jsonl")
    return sorted(entries, key=lambda entry: entry.unit)


def _read(
    units: list[Unit], options: Options, folder: Path, tell: Callable[[Progress], None], earlier: int
) -> list[Entry]:
    """Read units; return their entries, and tell how far it is."""
    entries: list[Entry] = []
    documents = words = 0
    left = {unit.name for unit in units}
    for entry in _running(units, options, folder):
        if entry is not None:
            entries.append(entry)
            left.discard(entry.unit)
            documents, words = documents + entry.records + entry.quarantined, words + entry.words
        reading = documents + in_work(folder, left)
        tell(Progress(earlier + len(entries), earlier + len(units), earlier, reading, words))
    return entries


def _running(units: list[Unit], options: Options, folder: Path) -> Iterator[Entry | None]:
    if not units:
        return iter(())
    return run_ray(units, options) if options.runner == "ray" else run_local(units, options, folder)


def _prepare(folder: Path) -> None:
    """Make the folders of the output, and remove what a run that was killed has left half done in them."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for ending in ("*.part", "*.at"):
            for path in (folder / name).glob(ending):
                path.unlink(missing_ok=True)
