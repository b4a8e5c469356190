"""The Python way in: ``sumber.read`` and ``sumber.read_many``."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .errors import DocumentError
from .page.document import Document
from .page.read import read_document
from .reading.pipeline import Pipeline, default_layers
from .record import Record

__all__ = ["read", "read_document_as_record", "read_many"]


def read_document_as_record(document: Document, pipeline: Pipeline, *, bulk: bool = False) -> Record:
    """Return the record of one document; raises DocumentError if nothing can be read."""
    article, notes = read_document(document, bulk=bulk)
    return pipeline(Record(article=article, notes=notes))


def read(text: str, *, without: Sequence[str] = (), **known: str) -> Record:
    """Read one text; ``known`` are fields of Document (``outlet``, ``published``, ``language`` ...)."""
    document = msgspec.structs.replace(Document(text=text), **known)
    return read_document_as_record(document, Pipeline(default_layers(without)))


def read_many(
    documents: Iterable[Document], *, without: Sequence[str] = (), bulk: bool = False
) -> Iterator[Record | DocumentError]:
    """Yield a record a document, in order; a document that cannot be read yields its error."""
    pipeline = Pipeline(default_layers(without))
    for document in documents:
        try:
            yield read_document_as_record(document, pipeline, bulk=bulk)
        except DocumentError as error:
            yield error
