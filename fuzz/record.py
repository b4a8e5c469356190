"""JSON that says it is a record: refused by name, or shown and exported in every form.

The first byte chooses: the rest is the JSON itself, or says how to change that of a sample (``trees.py``).
"""

import msgspec

import sumber
from sumber.export.base import exporters
from sumber.export.html import as_html
from sumber.page.document import Document
from sumber.record import Record
from sumber.samples import FOLDER

from .trees import changed

__all__ = ["SEEDS", "one"]

_RECORDS = tuple(
    sumber.read(Document(id="x", text=text[:700], published="2025-06-12")).to_json()
    for text in (
        (FOLDER / "pertemuan-dili.txt").read_text("utf-8"),
        (FOLDER / "ferry-talks.txt").read_text("utf-8"),
    )
)
_SLOW = ("parquet",)
SEEDS = (*(b"\x00" + record for record in _RECORDS), b"\x80\x00\x05\x02", b"\x81\x01\x05\x0a\x02\x11\x07")


def one(data: bytes) -> None:
    """Decode one record, encode it again, show it."""
    kind = data[0] if data else 0
    try:
        record = Record.from_json(changed(_RECORDS[kind % 2], data[1:]) if kind >= 128 else data[1:])
    except msgspec.DecodeError:
        return
    assert Record.from_json(record.to_json()) == record
    as_html(record)
    for name, exporter in exporters().items():
        if name not in _SLOW:
            for _ in exporter().write([record]):
                pass
