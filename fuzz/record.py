"""JSON that says it is a record: refused by name, or shown and exported in every form."""

import msgspec

import sumber
from sumber.export.html import as_html
from sumber.page.document import Document
from sumber.record import Record
from sumber.samples import FOLDER

__all__ = ["SEEDS", "one"]

SEEDS = tuple(
    sumber.read(Document(id="x", text=text[:700], published="2025-06-12")).to_json()
    for text in (
        (FOLDER / "pertemuan-dili.txt").read_text("utf-8"),
        (FOLDER / "ferry-talks.txt").read_text("utf-8"),
    )
)


def one(data: bytes) -> None:
    """Decode one record, encode it again, show it."""
    try:
        record = Record.from_json(data)
    except msgspec.DecodeError:
        return
    assert Record.from_json(record.to_json()) == record
    as_html(record)
