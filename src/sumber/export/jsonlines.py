"""Records as they are: one line of JSON each."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..record import Record
from .base import Exporter

__all__ = ["JsonLinesExporter"]


class JsonLinesExporter(Exporter):
    """The master format: the record itself, by the published schema (``sumber schema``)."""

    name: ClassVar[str] = "jsonl"
    loses: ClassVar[str] = "nothing"
    extension: ClassVar[str] = "jsonl"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one line a record."""
        for record in records:
            yield record.to_json() + b"\n"
