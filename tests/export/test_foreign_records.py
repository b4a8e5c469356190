"""Records that somebody else wrote: offsets that no text can have are refused by name, what is missing ends nothing."""

import msgspec
import pytest
from msgspec import structs

import sumber
from sumber.export.base import exporters
from sumber.page.document import Document
from sumber.record import Span
from sumber.samples import FOLDER


@pytest.mark.parametrize("start", ["-1", "2147483648", "9223372036854775808", "1e30"])
def test_an_offset_that_no_text_has_is_refused(start: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.start"):
        msgspec.json.decode(f'{{"start": {start}, "end": 5}}', type=Span)


def test_the_last_offset_is_taken() -> None:
    assert msgspec.json.decode(b'{"start": 0, "end": 2147483647}', type=Span) == Span(0, 2147483647)


@pytest.mark.parametrize("name", sorted(exporters()))
def test_events_that_no_words_tell_end_no_export(name: str) -> None:
    text = (FOLDER / "ferry-talks.txt").read_text("utf-8")
    record = sumber.read(Document(id="x", text=text, published="2025-06-12"))
    bare = tuple(structs.replace(event, mentions=()) for event in record.events)
    found = list(exporters()[name]().write([structs.replace(record, events=bare)]))
    assert bare
    assert name != "plover" or found == []
