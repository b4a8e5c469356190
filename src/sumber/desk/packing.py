"""Records made small for the store, and vectors; both come back as they were."""

import zlib
from functools import cache
from importlib.resources import files

import numpy as np

from ..record import Record
from ..stories.terms import STEPS, Terms

__all__ = ["pack_record", "pack_terms", "unpack_record", "unpack_terms"]

_LEVEL = 2  # with the dictionary smaller than 6 without, in half the time
_MARK = b"\x06"  # before a record that was packed with the dictionary: no stream of older desks begins so

# What most records hold, so that even the first one compresses well. Never change it: stored records need it.
_COMMON = b"".join(
    (
        b'"aliases":[],"descriptions":[],"country":"ID","place":{"gazetteer_id":"","lat":,"lon":,"level":"city"},',
        b'"language":"id","title":"","byline":[{"name":"","role":"reporter"}],"dateline":{"start":0,"end":,"place":"',
        b'"outlet":{"name":"","domain":null},"published":{"value":"2025-01-01","from":"given"},"text":"',
        b" yang dan di untuk dengan dalam pada dari ini itu tidak akan juga mengatakan the of and to in that said ",
        b'"blocks":[{"start":0,"end":1,"role":"body","why":"running text"},{"start":,"end":,"role":"related","why":"',
        b'"names":[{"id":"n1","kind":"place","name":"Indonesia","aliases":[],"descriptions":[],"country":"ID",',
        b'"kind":"organisation","kind":"person","mentions":[{"start":1,"end":1,"form":"description"},{"start":1,',
        b'"end":1,"form":"pronoun"}]},{"id":"n2","times":[{"start":1,"end":1,"id":"t1","value":"2025","kind":"date",',
        b'"earliest":"2025-01-01","latest":"2025-01-01"}],"relays":[{"start":1,"end":1,"id":"r1","outlet":"Antara",',
        b'"published":null,"scope":"article"}],"statements":[{"id":"s1","content":[{"start":1,"end":1}],"source":{',
        b'"start":1,"end":1,"kind":"person","name":"n1"},"cue":{"start":1,"end":1},"mode":"indirect","act":"say",',
        b'"chain":[]},"mode":"direct","events":[{"id":"e1","type":"CONSULT","mentions":[{"trigger":{"start":1,"end":',
        b'1},"evidence":{"start":1,"end":1},"status":"happened","rule":"id.meet.1","why":[]}],"status":"planned",',
        b'"mode":null,"actors":[{"start":1,"end":1,"name":null}],"recipients":[],"objects":[],"time":null,"place":',
        b'null,"said_by":[],"tags":[],"alternatives":[],"score":1.0}],"notes":[]}{"article":{"id":"',
    )
)


@cache
def _dictionary() -> bytes:
    """Return what both sides know: common words of Indonesian and English, and what most records hold."""
    return (files(__package__) / "data" / "common_words.txt").read_bytes() + _COMMON


@cache
def _packer() -> "zlib._Compress":
    """Return a packer that knows the dictionary, to be copied: to tell one takes longer than to pack a record."""
    return zlib.compressobj(
        _LEVEL, zlib.DEFLATED, -15, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, _dictionary()
    )


def pack_record(record: Record) -> bytes:
    """Return a record as compressed JSON."""
    packer = _packer().copy()
    return b"".join((_MARK, packer.compress(record.to_json()), packer.flush()))


def unpack_record(packed: bytes) -> Record:
    """Return the record that was packed, also by an older Sumber.

    Raises:
        zlib.error, msgspec.DecodeError: if it is damaged.
    """
    known, packed = (_dictionary(), packed[1:]) if packed.startswith(_MARK) else (_COMMON, packed)
    unpacker = zlib.decompressobj(-15, known)
    return Record.from_json(unpacker.decompress(packed) + unpacker.flush())


def pack_terms(terms: Terms) -> bytes:
    """Return the terms of an article in five bytes a term (weights lose what one byte cannot hold)."""
    parts = [terms.language.encode()[:8].ljust(8), bytes((len(terms.words), len(terms.shared)))]
    for vector in (terms.words, terms.shared):
        weights = np.fromiter(vector.values(), dtype=np.float64, count=len(vector))
        parts.append(np.fromiter(vector, dtype="<u4", count=len(vector)).tobytes())
        parts.append(np.minimum(255, np.rint(weights * STEPS)).astype(np.uint8).tobytes())
    return b"".join(parts)


def unpack_terms(packed: bytes) -> Terms:
    """Return the terms that were packed."""
    vectors: list[dict[int, float]] = []
    at = 10
    for size in packed[8:10]:
        keys = np.frombuffer(packed, "<u4", size, at)
        weights = np.frombuffer(packed, np.uint8, size, at + 4 * size)
        vectors.append(dict(zip(keys.tolist(), (weights / STEPS).tolist(), strict=True)))
        at += 5 * size
    return Terms(language=packed[:8].decode().strip(), words=vectors[0], shared=vectors[1])
