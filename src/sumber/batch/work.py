"""The one function of a batch: a unit in, its output file and its entry out. Every runner calls it."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec
from msgspec import structs

from ..collect.sources import documents
from ..errors import BatchError, DocumentError, ModelError
from ..page.document import Document
from ..page.read import read_document
from ..reading.pipeline import Pipeline, default_layers
from ..record import Record
from .entries import Entry, Quarantined, entry_name, write_atomically
from .limits import TooLongError, give_back_memory, memory_limit, time_limit
from .options import Options
from .output import checksum, finished, parquet_rows
from .store import fetched, store_of
from .units import Unit

__all__ = ["document_in_work", "failed", "in_work", "read_unit", "warm"]

_TIDY = 1000  # documents after which a process gives back the memory that it does not use


def read_unit(unit: Unit, options: Options, folder: Path, skip: tuple[int, ...] = ()) -> Entry:
    """Read a unit's documents, write its output, its quarantine and, last, its entry; keep them; return the entry.

    Idempotent: what an earlier, broken run left is written over. A document that fails goes into the quarantine.

    Args:
        unit: what to read.
        options: how to read it, and where the output is kept.
        folder: where it is made.
        skip: numbers, from 0, of documents that ended the process before; they go into the quarantine unread.
    """
    store = store_of(options.out)
    bad: list[Quarantined] = []
    count = words = 0
    with (
        fetched(unit.paths) as paths,
        memory_limit(options.megabytes),
        finished(folder, unit.name, options.form) as lines,
        _Place(folder, unit.name) as place,
    ):
        for number, found in enumerate(_documents(paths)):
            place.set(number)
            if number % _TIDY == _TIDY - 1:
                give_back_memory()
            result = _read(found, options) if number not in skip else _ended_process(found)
            if isinstance(result, Quarantined):
                bad.append(result)
                continue
            words += lines.add(result)
            count += 1
    output, quarantine = f"records/{unit.name}.{options.form}", f"quarantine/{unit.name}.jsonl"
    if bad:
        write_atomically(folder / quarantine, b"".join(msgspec.json.encode(item) + b"\n" for item in bad))
    else:
        (folder / quarantine).unlink(missing_ok=True)
    entry = Entry(
        unit=unit.name,
        inputs=unit.paths,
        state=unit.state,
        options=options.fingerprint(),
        output=output,
        bytes=(folder / output).stat().st_size,
        sha256=checksum(folder / output),
        records=count,
        words=words,
        quarantined=len(bad),
        limits=options.limits,
    )
    write_atomically(folder / entry_name(unit.name), msgspec.json.encode(entry))
    for name in (output, quarantine, entry_name(unit.name)):
        store.keep(folder, name)
    give_back_memory()
    return entry


@cache
def _pipeline(without: tuple[str, ...]) -> Pipeline:
    return Pipeline(default_layers(without), fatal=(ModelError, MemoryError))


def warm(options: Options) -> None:
    """Load the models of both languages by reading a line of each."""
    for language, text in (("id", "Kabar baik dari Solo."), ("en", "Good news came from Paris.")):
        article, notes = read_document(Document(text=text, language=language))
        _pipeline(options.without)(Record(article=article, notes=notes))


def _documents(paths: dict[str, Path]) -> Iterator[Document | DocumentError]:
    """Yield the documents of files; the source of those of a fetched one is its address, not where it lies."""
    for place, path in paths.items():
        for found in _of_file(str(path)):
            if isinstance(found, Document):
                yield structs.replace(found, source=found.source.replace(str(path), place))
            else:
                yield DocumentError(
                    found.source.replace(str(path), place), found.reason.replace(str(path), place)
                )


def _of_file(path: str) -> Iterator[Document | DocumentError]:
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

    def __init__(self, folder: Path, unit: str) -> None:
        self.path = _place_path(folder, unit)

    def __enter__(self) -> "_Place":
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        return self

    def set(self, number: int) -> None:
        """Note that this document is in work."""
        os.pwrite(self.file, number.to_bytes(8, "little"), 0)

    def __exit__(self, *_: object) -> None:
        os.close(self.file)
        self.path.unlink(missing_ok=True)


def _place_path(folder: Path, unit: str) -> Path:
    return folder / "units" / f"{unit}.at"


def document_in_work(folder: Path, unit: str) -> int | None:
    """Return the number of the document that a unit's process is, or was, reading; None if none is."""
    try:
        data = _place_path(folder, unit).read_bytes()
    except OSError:
        return None
    return int.from_bytes(data, "little") if len(data) == 8 else None


def failed(unit: Unit, options: Options, error: Exception | str) -> Entry:
    """Return the entry of a unit that could not be read at all; it is read again by the next run."""
    return Entry(
        unit=unit.name,
        inputs=unit.paths,
        state=unit.state,
        options=options.fingerprint(),
        output=None,
        failed=error if isinstance(error, str) else _told(error),
        limits=options.limits,
    )


def _told(error: Exception) -> str:
    if isinstance(error, BatchError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"


def in_work(folder: Path, units: Iterable[str]) -> int:
    """Return how many documents of units not yet whole have been read."""
    return sum(document_in_work(folder, unit) or 0 for unit in units)
