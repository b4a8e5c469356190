"""The Python way in: ``sumber.read`` and ``sumber.read_many``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from .errors import DocumentError
from .page.document import Document
from .page.read import read_document
from .reading.pipeline import Pipeline, default_layers
from .record import Record, use_html_renderer

__all__ = ["read", "read_many", "read_sources"]

_RECORD = re.compile(rb'"format"\s*:\s*"sumber/')


def read(
    source: str | Path | Document, *, without: Sequence[str] = (), bulk: bool = False, **known: str
) -> Record:
    """Read one report and return its record.

    Args:
        source: a Document; a Path or URL; or the text of the report itself.
        without: layers to leave out, by the names in ``sumber.reading.pipeline.LAYERS``.
        bulk: take a page apart in the fast, less exact way.
        known: what is known from outside, as in Document: ``language``, ``published``, ``outlet`` ...

    Raises:
        DocumentError: if nothing can be read.

    >>> read("Kabar baik dari Bandung hari ini.", language="id").article.language
    'id'
    """
    document = msgspec.structs.replace(_document(source), **known)
    article, notes = read_document(document, bulk=bulk)
    return Pipeline(default_layers(without))(Record(article=article, notes=notes))


def _document(source: str | Path | Document) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, str) and not source.startswith(("http://", "https://")):
        return Document(text=source)
    from .collect.sources import documents

    found = next(documents([str(source)]))
    if isinstance(found, DocumentError):
        raise found
    return found


def read_many(
    documents: Iterable[Document | DocumentError], *, without: Sequence[str] = (), bulk: bool = False
) -> Iterator[Record | DocumentError]:
    """Yield a record a document, in order; one that cannot be read yields its error, and the others go on.

    Args:
        documents: what to read, for instance from ``sumber.documents``; errors among them are passed on.
        without: layers to leave out.
        bulk: take pages apart in the fast, less exact way.
    """
    pipeline = Pipeline(default_layers(without))
    for document in documents:
        if isinstance(document, DocumentError):
            yield document
            continue
        try:
            article, notes = read_document(document, bulk=bulk)
        except DocumentError as error:
            yield error
        else:
            yield pipeline(Record(article=article, notes=notes))


def read_sources(
    sources: Iterable[str], *, private: bool = False, bulk: bool = False
) -> Iterator[Record | DocumentError]:
    """Yield the records of some sources (as ``documents`` takes them); files of records are taken as they are."""
    from .collect.sources import documents

    for source in sources:
        path = Path(source)
        if path.suffix.lower() in (".jsonl", ".ndjson") and path.is_file() and _holds_records(path):
            yield from _records(path)
        else:
            yield from read_many(documents([source], private=private), bulk=bulk)


def _holds_records(path: Path) -> bool:
    with path.open("rb") as lines:
        return _RECORD.search(lines.readline(50_000_000)) is not None


def _records(path: Path) -> Iterator[Record | DocumentError]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield Record.from_json(line)
                except msgspec.DecodeError as error:
                    yield DocumentError(f"{path}:{number}", f"no record: {error}")


def _render_html(record: Record) -> str:
    from .export.html import as_html

    return as_html(record)


use_html_renderer(_render_html)
