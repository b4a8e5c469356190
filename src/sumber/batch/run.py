"""A batch from its inputs to its manifest: what is done already is passed over."""

from collections.abc import Callable, Iterable

from .entries import Entry, done_already, write_atomically, write_manifest
from .local import run_local
from .options import Options
from .output import load_duckdb
from .progress import Progress
from .ray import run_ray
from .units import find_units, refuse_addresses
from .work import in_work

__all__ = ["run"]


def run(
    inputs: Iterable[str], options: Options, tell: Callable[[Progress], None] | None = None
) -> list[Entry]:
    """Read all inputs into ``options.out`` and return one entry a unit, sorted by name.

    Run it again after it was stopped, killed, or a disk was full: only what is not whole is read. The manifest is
    written at the end, also when units failed.

    Args:
        inputs: files (text, HTML, ``.jsonl``, WARC, Parquet) and folders of such files.
        options: where to, and how.
        tell: called when a unit is done, and about twice a second.

    Raises:
        BatchError: if an input is not there, it or the output is an address, or an extra is not installed.
    """
    if options.form == "parquet":
        load_duckdb()  # a missing extra is told before hours of reading, not after
    refuse_addresses([str(options.out)])
    units = find_units(inputs)
    for folder in ("records", "units", "quarantine"):
        (options.out / folder).mkdir(parents=True, exist_ok=True)
    _sweep(options)
    known = {unit.name: done_already(unit.name, unit.state, options) for unit in units}
    entries = [entry for entry in known.values() if entry]
    todo = [unit for unit in units if known[unit.name] is None]
    earlier, documents, words = len(entries), 0, 0
    left = {unit.name for unit in todo}
    runner = run_ray if options.runner == "ray" else run_local
    for entry in runner(todo, options) if todo else ():
        if entry is not None:
            entries.append(entry)
            left.discard(entry.unit)
            documents, words = documents + entry.records + entry.quarantined, words + entry.words
        if tell is not None:
            reading = documents + in_work(options.out, left)
            tell(Progress(len(entries), len(units), earlier, reading, words))
    write_manifest(options.out, entries)
    return sorted(entries, key=lambda entry: entry.unit)


def _sweep(options: Options) -> None:
    """Remove what a run that was killed has left half done, and prove that the folder can be written to."""
    for folder in ("records", "units", "quarantine"):
        for path in (options.out / folder).glob("*.part"):
            path.unlink(missing_ok=True)
        for path in (options.out / folder).glob("*.at"):
            path.unlink(missing_ok=True)
    write_atomically(options.out / "options.txt", options.fingerprint().encode())
