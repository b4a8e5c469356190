"""The bytes of a file, unpacked where it is gzip, forward only; damage is a tear that one can read on behind.

Nothing that can still be read is lost: behind a member that is damaged or cut short, and behind bytes that are no
gzip at all, reading goes on at the next beginning of a member.
"""

import re
import zlib
from typing import BinaryIO

from msgspec import Struct

__all__ = ["Tear", "Unpacked"]

_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_PLAIN = re.compile(
    rb"WARC/1\.\d\r\n|\r\nWARC-[A-Za-z-]+:[ \t]*[^\r\n]+\r\n"
)  # whole lines: scraps may be damage
_CHUNK = 1 << 16
_CRUMB = 64  # bytes fed at a time to get out what stands before a damage


class Tear(Struct, frozen=True):
    """Damage: why, and of which of the unpacked bytes on nothing is proven.

    From ``doubtful`` to ``start`` they may be right: the packing could be read so far, its checksum was not reached.
    From ``start`` on, if there are any, only a proof of their own helps: the checksum of the member is wrong.
    """

    reason: str
    start: int
    doubtful: int


class Unpacked:
    """A file's bytes. Where ``tear`` is set, they stop there until ``read_on`` is called.

    ``place`` counts the unpacked bytes that were taken. At most what was asked for and some 64 KB are in memory.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._buffer = bytearray()
        self._member: zlib._Decompress | None = None
        self._member_at = self._member_start = 0
        self._unpacked = 0
        self._ended = False
        self._packed = _is_packed(file.read(_CHUNK))
        file.seek(0)
        self.tear: Tear | None = None

    @property
    def place(self) -> int:
        """Return how many bytes were taken, counted unpacked."""
        return self._unpacked - len(self._buffer)

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them; fewer at the end and before a tear."""
        while len(self._buffer) < size and self._fill():
            pass
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        """Return the next bytes; fewer at the end and before a tear."""
        found = self.peek(size)
        del self._buffer[: len(found)]
        return found

    def skip(self, size: int) -> int:
        """Pass over some bytes; return how many there were."""
        left = size
        while left and (self._buffer or self._fill()):
            step = min(left, len(self._buffer))
            del self._buffer[:step]
            left -= step
        return size - left

    def skip_to(self, mark: bytes) -> int:
        """Pass over what stands before a mark, or before a tear or the end; return how many bytes were not blank."""
        passed = 0
        while True:
            at = self._buffer.find(mark)
            cut = at if at >= 0 else max(0, len(self._buffer) - len(mark) + 1)
            passed += len(self._buffer[:cut].strip())
            del self._buffer[:cut]
            if at >= 0:
                return passed
            if not self._fill():
                passed += len(self._buffer.strip())
                self._buffer.clear()
                return passed

    def give_back(self, data: bytes) -> None:
        """Put bytes that were just taken back, so that they are read again."""
        self._buffer[:0] = data

    def read_on(self) -> None:
        """Pass over the tear and what stands before it."""
        self._buffer.clear()
        self.tear = None

    def _fill(self) -> bool:
        """Add some bytes to the buffer; return whether there may be more."""
        if self._ended or self.tear:
            return False
        data = self._next_member() if self._packed else self._file.read(_CHUNK)
        self._buffer += data
        self._unpacked += len(data)
        return bool(data) or (not (self._ended or self.tear) and self._packed)

    def _next_member(self) -> bytes:
        if self._member is None and not self._begin():
            return b""
        at = self._file.tell()
        raw = self._file.read(_CHUNK)
        if not raw:
            return self._torn("it ends in the middle of a gzip member", self._unpacked, self._unpacked)
        return self._unpack(raw, at)

    def _begin(self) -> bool:
        """Set out for the next member; bytes before it that are none are a tear."""
        at = self._file.tell()
        found = _search(self._file, at)
        if found is None:
            self._ended = True
            if not _only_zeros(self._file, at, self._file.seek(0, 2)):
                self.tear = Tear("its last bytes are no gzip", self._unpacked, self._unpacked)
            return False
        self._file.seek(found)
        self._member, self._member_at, self._member_start = zlib.decompressobj(31), found, self._unpacked
        if found > at and not _only_zeros(self._file, at, found):
            self.tear = Tear(f"{found - at} bytes are no gzip", self._unpacked, self._unpacked)
            return False
        return True

    def _unpack(self, raw: bytes, at: int) -> bytes:
        member = self._member
        assert member is not None
        before = member.copy()
        try:
            data = member.decompress(raw, _CHUNK)
        except zlib.error as error:
            data = _crumbs(before, raw)
            # a wrong checksum: all could be unpacked, and any of it may be wrong
            whole = " check" in str(error)
            start = self._member_start if whole else self._unpacked + len(data)
            self._torn(f"a gzip member is damaged ({error})", start, self._member_start)
            return data
        unread = len(member.unused_data) if member.eof else len(member.unconsumed_tail)
        self._file.seek(at + len(raw) - unread)
        if member.eof:
            self._member = None
        return data

    def _torn(self, reason: str, start: int, doubtful: int) -> bytes:
        """Note a tear in the member; what comes behind it is looked for from just after the member's beginning."""
        self.tear = Tear(reason, start, doubtful)
        self._member = None
        self._file.seek(self._member_at + 1)
        found = _search(self._file, self._member_at + 1)
        self._ended = found is None
        self._file.seek(found or 0)
        return b""


def _crumbs(member: "zlib._Decompress", raw: bytes) -> bytes:
    """Return what a member gives of some bytes before it meets damage, to the last byte."""
    found = bytearray()
    for size in (_CRUMB, 1):
        at = 0
        try:
            while at < len(raw):
                before = member.copy()
                found += member.decompress(raw[at : at + size])
                at += size
        except zlib.error:
            member, raw = before, raw[at : at + size]
    return bytes(found)


def _is_packed(start: bytes) -> bool:
    """Return whether a file is gzip: a member begins before any header of a record can be read."""
    member, plain = _MEMBER.search(start), _PLAIN.search(start)
    return member is not None and (plain is None or member.start() < plain.start())


def _search(file: BinaryIO, at: int) -> int | None:
    """Return where the next gzip member begins, from a byte of the file on, None if there is none."""
    file.seek(at)
    kept = b""
    while raw := file.read(_CHUNK):
        window = kept + raw
        if found := _MEMBER.search(window):
            return at - len(kept) + found.start()
        at += len(raw)
        kept = window[-3:]
    return None


def _only_zeros(file: BinaryIO, start: int, end: int) -> bool:
    """Return whether a file holds nothing but padding between two bytes; the file stands at ``end`` afterwards."""
    file.seek(start)
    padding = not file.read(min(end - start, 1 << 20)).strip(b"\0")
    file.seek(end)
    return padding and end - start <= 1 << 20
