"""A damaged WARC file gives every page that can still be read, in order, and tells of the rest; it never raises."""

import base64
import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sumber.collect import warc
from sumber.collect.warc import pages
from sumber.errors import DocumentError
from sumber.page.document import Document


def record(number: int, extra: str = "", body: bytes | None = None, length: int | None = None) -> bytes:
    lines = "".join(
        f"<p>Nelayan {number} pulang pada hari ke-{day} dengan {day * 37 % 91} ikan.</p>" for day in range(90)
    )
    body = f"<!doctype html><title>Kabar {number}</title>{lines}".encode() if body is None else body
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n".encode() + body
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length or len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


RECORDS = [record(number) for number in range(6)]
MEMBERS = [gzip.compress(data, mtime=0) for data in RECORDS]
WHOLE = b"".join(MEMBERS)


def harmed(number: int, harm: Callable[[bytes], bytes]) -> bytes:
    return b"".join(harm(data) if at == number else data for at, data in enumerate(MEMBERS))


def read(path: Path) -> tuple[list[int], list[DocumentError]]:
    found = list(pages(path))
    numbers = [int((one.url or "").rsplit("/", 1)[1]) for one in found if isinstance(one, Document)]
    return numbers, [one for one in found if isinstance(one, DocumentError)]


HARMS: dict[str, tuple[bytes, list[int], str]] = {
    "nothing is wrong": (WHOLE, [0, 1, 2, 3, 4, 5], ""),
    "cut in the last record": (WHOLE[:-300], [0, 1, 2, 3, 4], "cut short"),
    "cut in a trailer": (WHOLE[:-4], [0, 1, 2, 3, 4, 5], "ends in the middle"),
    "wrong checksum": (
        harmed(2, lambda data: data[:-8] + bytes([data[-8] ^ 255]) + data[-7:]),
        [0, 1, 3, 4, 5],
        "incorrect data check",
    ),
    "wrong length in a trailer": (
        harmed(2, lambda data: data[:-4] + bytes([data[-4] ^ 255]) + data[-3:]),
        [0, 1, 3, 4, 5],
        "incorrect length check",
    ),
    "garbage in a record": (harmed(2, lambda data: data[:200] + bytes(range(40)) + data[240:]), [0, 1, 3, 4, 5], "damaged"),
    "garbage for a beginning": (harmed(2, lambda data: b"garbagegar" + data[10:]), [0, 1, 3, 4, 5], "no gzip"),
    "garbage that looks like a header": (b"WARC-Type:" + WHOLE, [0, 1, 2, 3, 4, 5], "no gzip"),
    "garbage between records": (harmed(2, lambda data: b"\0garbage\xff" * 50 + data), [0, 1, 2, 3, 4, 5], "no gzip"),
    "zeros between records": (harmed(2, lambda data: b"\0" * 512 + data), [0, 1, 2, 3, 4, 5], ""),
    "garbage at the end": (WHOLE + b"garbage", [0, 1, 2, 3, 4, 5], "its last bytes are no gzip"),
    "all in one member": (gzip.compress(b"".join(RECORDS)), [0, 1, 2, 3, 4, 5], ""),
    "all in one member, cut": (gzip.compress(b"".join(RECORDS))[:-200], [0, 1, 2, 3, 4], "cut short"),
    "members that end within records": (
        b"".join(gzip.compress(b"".join(RECORDS)[at : at + 1000]) for at in range(0, len(b"".join(RECORDS)), 1000)),
        [0, 1, 2, 3, 4, 5],
        "",
    ),
    "not packed": (b"".join(RECORDS), [0, 1, 2, 3, 4, 5], ""),
    "not packed, cut": (b"".join(RECORDS)[:-3000], [0, 1, 2, 3, 4], "cut short"),
    "not packed, garbage": (RECORDS[0] + b"garbage" + b"".join(RECORDS[1:]), [0, 1, 2, 3, 4, 5], "7 bytes between"),
    "not packed, garbage for a beginning": (b"garbage" + RECORDS[0][7:] + RECORDS[1], [1], "between"),
    "a length too large": (RECORDS[0] + record(1, length=12_000) + b"".join(RECORDS[2:]), [0, 2, 3, 4, 5], "length"),
    "a length beyond the end": (RECORDS[0] + record(1, length=10**9) + b"".join(RECORDS[2:]), [0, 2, 3, 4, 5], "cut short"),
    "a length too small": (RECORDS[0] + record(1, length=900) + b"".join(RECORDS[2:]), [0, 2, 3, 4, 5], "length"),
    "empty": (b"", [], "holds no record"),
    "no archive": (b"no archive at all", [], "no WARC record"),
    "only a mark": (b"WARC/1.0\r\n" * 9, [], "no WARC record"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMS)
def test_what_can_be_read_is_read_and_the_rest_is_told(name: str, tmp_path: Path) -> None:
    data, wanted, reason = HARMS[name]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    numbers, told = read(path)
    assert numbers == wanted
    assert bool(told) == bool(reason)
    assert not reason or any(reason in error.reason for error in told)


def test_a_damaged_page_is_told_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(HARMS["wrong checksum"][0])
    (error,) = read(path)[1]
    assert error.source == "https://a.example/2"


@st.composite
def damages(draw: st.DrawFn) -> tuple[int, bytes]:
    """Return which member is harmed, and the archive with it."""
    number = draw(st.integers(0, len(MEMBERS) - 1))
    data = MEMBERS[number]
    start = draw(st.integers(0, len(data) - 1))
    size = draw(st.integers(0, 40))
    return number, harmed(
        number, lambda data: data[:start] + draw(st.binary(max_size=40)) + data[start + size :]
    )


@given(damages())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_costs_more_than_its_own_record(tmp_path: Path, damage: tuple[int, bytes]) -> None:
    number, data = damage
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    numbers, told = read(path)
    others = [at for at in range(len(RECORDS)) if at != number]
    assert [at for at in numbers if at != number] == others
    assert data == WHOLE or number in numbers or told


def with_digest(data: bytes) -> bytes:
    head, _, rest = data.partition(b"\r\n\r\n")
    digest = base64.b32encode(hashlib.sha1(rest[:-4]).digest())
    return head + b"\r\nWARC-Block-Digest: sha1:" + digest + b"\r\n\r\n" + rest


def in_blocks(pieces: list[bytes]) -> tuple[bytes, list[int]]:
    """Return one gzip member of all pieces, and at which of its bytes each ends: a block of deflate can begin there."""
    packer = zlib.compressobj(wbits=31)
    made, ends = b"", []
    for data in pieces:
        made += packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
        ends.append(len(made))
    return made + packer.flush(), ends


INVALID = b"\xff" * 8  # no block of deflate begins so


def test_every_record_before_the_damage_is_read(tmp_path: Path) -> None:
    half = len(RECORDS[4]) // 2
    data, ends = in_blocks([*RECORDS[:4], RECORDS[4][:half], RECORDS[4][half:], RECORDS[5]])
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data[: ends[4]] + INVALID + data[ends[4] :])
    numbers, told = read(path)
    assert numbers == [0, 1, 2, 3]
    assert [error.source for error in told] == ["https://a.example/4"]


def test_the_record_at_the_damage_needs_proof(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    for records, wanted in ((RECORDS, [0, 1, 2]), ([with_digest(data) for data in RECORDS], [0, 1, 2, 3])):
        data, ends = in_blocks(records)
        path.write_bytes(data[: ends[3]] + INVALID + data[ends[3] :])
        numbers, told = read(path)
        assert numbers == wanted
        assert told


def test_what_its_own_digest_proves_is_read_though_the_checksum_is_wrong(tmp_path: Path) -> None:
    records = [with_digest(data) for data in RECORDS]
    data = gzip.compress(
        b"".join([*records[:2], records[2].replace(b"pulang", b"hilang", 1), *records[3:]]), mtime=0
    )
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data[:-8] + bytes([data[-8] ^ 255]) + data[-7:])
    numbers, told = read(path)
    assert numbers == [0, 1, 3, 4, 5]
    assert [error.source for error in told] == ["https://a.example/2"]


@given(st.integers(0, 2**31), st.binary(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_page_is_read_otherwise_than_it_was_kept(tmp_path: Path, place: int, garbage: bytes) -> None:
    data, _ = in_blocks([with_digest(data) for data in RECORDS])
    place %= len(data)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data[:place] + garbage + data[place + len(garbage) :])
    kept = {one.data for one in whole_pages(tmp_path)}
    assert {one.data for one in pages(path) if isinstance(one, Document)} <= kept


def whole_pages(folder: Path) -> list[Document]:
    path = folder / "whole.warc"
    path.write_bytes(b"".join(RECORDS))
    return [one for one in pages(path) if isinstance(one, Document)]


def test_answers_are_unpacked_and_their_pieces_joined(tmp_path: Path) -> None:
    body = b"<!doctype html><p>Kabar dari Ende."
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    path = tmp_path / "a.warc"
    path.write_bytes(
        record(0, "Content-Encoding: gzip\r\n", gzip.compress(body))
        + record(1, "Transfer-Encoding: chunked\r\n", chunked)
    )
    assert [one.data for one in pages(path) if isinstance(one, Document)] == [body, body]


def test_a_page_that_unfolds_without_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_MOST_BYTES", 100_000)
    path = tmp_path / "a.warc.gz"
    bomb = record(0, "Content-Encoding: gzip\r\n", gzip.compress(b" " * 10_000_000))
    path.write_bytes(gzip.compress(bomb) + gzip.compress(record(1, body=b"x" * 200_000)) + MEMBERS[2])
    numbers, told = read(path)
    assert numbers == [2]
    assert [error.reason for error in told] == ["it is longer than 100000 bytes"] * 2


def test_large_archives_are_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        for number in range(400):
            file.write(MEMBERS[number % 6])
    opened: Iterator[Document | DocumentError] = pages(path)
    assert sum(isinstance(one, Document) for one in opened) == 400
