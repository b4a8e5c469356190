"""The one function of a batch: a unit in, its output file and its entry out. Every runner calls it."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from ..collect.sources import documents
from ..errors import BatchError, DocumentError, ModelError
from ..page.document import Document
from ..page.read import read_document
from ..reading.pipeline import Pipeline, default_layers
from ..record import Record
from .entries import Entry, Quarantined, entry_path, write_atomically
from .limits import TooLongError, bound_memory, time_limit
from .options import Options
from .output import checksum, finished, parquet_rows
from .units import Unit

__all__ = ["document_in_work", "failed", "in_work", "read_unit", "warm"]


def read_unit(unit: Unit, options: Options, skip: tuple[int, ...] = ()) -> Entry:
    """Read a unit's documents, write its output, its quarantine and, last, its entry; return the entry.

    Idempotent: what an earlier, broken run left is written over. A document that fails goes into the quarantine.

    Args:
        unit: what to read.
        options: how to read it.
        skip: numbers, from 0, of documents that ended the process before; they go into the quarantine unread.
    """
    _bound(options.megabytes)
    bad: list[Quarantined] = []
    count = words = 0
    with finished(options.out, unit.name, options.form) as lines, _Place(options.out, unit.name) as place:
        for number, found in enumerate(_documents(unit)):
            place.set(number)
            result = _read(found, options) if number not in skip else _ended_process(found)
            if isinstance(result, Quarantined):
                bad.append(result)
                continue
            words += lines.add(result)
            count += 1
    output = Path("records") / f"{unit.name}.{options.form}"
    quarantine = options.out / "quarantine" / f"{unit.name}.jsonl"
    if bad:
        write_atomically(quarantine, b"".join(msgspec.json.encode(item) + b"\n" for item in bad))
    else:
        quarantine.unlink(missing_ok=True)
    entry = Entry(
        unit=unit.name,
        inputs=unit.paths,
        state=unit.state,
        options=options.fingerprint(),
        output=str(output),
        bytes=(options.out / output).stat().st_size,
        sha256=checksum(options.out / output),
        records=count,
        words=words,
        quarantined=len(bad),
        limits=options.limits,
    )
    write_atomically(entry_path(options.out, unit.name), msgspec.json.encode(entry))
    return entry


@cache
def _bound(megabytes: int) -> None:
    """Bound this process once: what it has when its first unit comes, and so much more."""
    bound_memory(megabytes)


@cache
def _pipeline(without: tuple[str, ...]) -> Pipeline:
    return Pipeline(default_layers(without), fatal=(ModelError, MemoryError))


def warm(options: Options) -> None:
    """Load the models of both languages by reading a line of each."""
    for language, text in (("id", "Kabar baik dari Solo."), ("en", "Good news came from Paris.")):
        article, notes = read_document(Document(text=text, language=language))
        _pipeline(options.without)(Record(article=article, notes=notes))


def _documents(unit: Unit) -> Iterator[Document | DocumentError]:
    for path in unit.paths:
        try:
            yield from _from_parquet(path) if path.lower().endswith(".parquet") else documents([path])
        except MemoryError:
            yield DocumentError(path, "there was no memory to read on in it")


def _from_parquet(path: str) -> Iterator[Document | DocumentError]:
    """Yield the documents of a Parquet file with columns as the fields of a Document; others are passed over."""
    for number, row in enumerate(parquet_rows(Path(path)), 1):
        if isinstance(row, BatchError):
            yield DocumentError(path, str(row))
            continue
        known = {name: row[name] for name in Document.__struct_fields__ if row.get(name) not in (None, "")}
        known["source"] = f"{path}:{number}"
        if not {"text", "html", "data"} & set(known):
            yield DocumentError(known["source"], "the row has neither `text`, `html` nor `data`")
            continue
        try:
            yield msgspec.convert(known, Document, strict=False)
        except msgspec.ValidationError as error:
            yield DocumentError(known["source"], f"no document: {error}")


def _read(found: Document | DocumentError, options: Options) -> Record | Quarantined:
    if isinstance(found, DocumentError):
        return Quarantined(source=found.source, reason=found.reason)
    source = found.url or found.source
    try:
        with time_limit(options.seconds):
            article, notes = read_document(found, bulk=options.bulk)
            return _pipeline(options.without)(Record(article=article, notes=notes))
    except DocumentError as error:
        return Quarantined(source=source, reason=error.reason)
    except TooLongError:
        return Quarantined(source=source, reason=f"it took longer than {options.seconds:g} s")
    except MemoryError:
        return Quarantined(source=source, reason=f"it wanted more than {options.megabytes} MB")
    except Exception as error:
        return Quarantined(source=source, reason=f"{type(error).__name__}: {error}")


def _ended_process(found: Document | DocumentError) -> Quarantined:
    source = found.source if isinstance(found, DocumentError) else found.url or found.source
    return Quarantined(source=source, reason="the process ended while it was read")


class _Place:
    """A small file that holds the number of the document in work, for whoever finds the process dead."""

    def __init__(self, out: Path, unit: str) -> None:
        self.path = _place_path(out, unit)

    def __enter__(self) -> "_Place":
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        return self

    def set(self, number: int) -> None:
        """Note that this document is in work."""
        os.pwrite(self.file, number.to_bytes(8, "little"), 0)

    def __exit__(self, *_: object) -> None:
        os.close(self.file)
        self.path.unlink(missing_ok=True)


def _place_path(out: Path, unit: str) -> Path:
    return out / "units" / f"{unit}.at"


def document_in_work(out: Path, unit: str) -> int | None:
    """Return the number of the document that a unit's process is, or was, reading; None if none is."""
    try:
        data = _place_path(out, unit).read_bytes()
    except OSError:
        return None
    return int.from_bytes(data, "little") if len(data) == 8 else None


def failed(unit: Unit, options: Options, reason: str) -> Entry:
    """Return the entry of a unit that could not be read at all; it is read again by the next run."""
    return Entry(
        unit=unit.name,
        inputs=unit.paths,
        state=unit.state,
        options=options.fingerprint(),
        output=None,
        failed=reason,
        limits=options.limits,
    )


def in_work(out: Path, units: Iterable[str]) -> int:
    """Return how many documents of units not yet whole have been read."""
    return sum(document_in_work(out, unit) or 0 for unit in units)
