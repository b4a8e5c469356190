"""Words and sentences of our own tables, for libFuzzer to put into what it tries.

Bytes changed by chance seldom make a cue, a title or a time of the day; with these at hand the rules behind the doors
are reached. See https://llvm.org/docs/LibFuzzer.html#dictionaries.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import sumber
from sumber.language.tables import Row, read_table

__all__ = ["dictionary", "sentences"]

_TABLES = "cues event_status events figures furniture offices source_words times titles small_words".split()
_EXAMPLES = ("example", "examples", "fits", "fits_not")
_LONGEST = 60  # bytes; libFuzzer takes no entry over 64
_MARKS = (
    *(" ", "\n", "\n\n", ", ", ". ", " - ", " (", ")", "“", "”", "’", '"'),
    *("2025", "12/6", "WIB", "\u2028", "\u202e", "🚀"),
)


def dictionary() -> bytes:
    """Return a dictionary of libFuzzer: words of rules in both languages, and marks of running text."""
    words = {word for rows in _tables() for row in rows for word in _words(row)}
    return b"".join(_entry(word) for word in (*_MARKS, *sorted(words)))


def sentences(each: int = 4) -> Iterator[str]:
    """Yield the examples beside our rules, so many in a row."""
    found = [row[name] for rows in _tables() for row in rows for name in _EXAMPLES if row.get(name)]
    for start in range(0, len(found), each):
        yield " ".join(found[start : start + each]).replace("*", "").replace("_", " ")


def _tables() -> Iterator[Sequence[Row]]:
    folder = Path(sumber.__file__).parent / "language"
    paths = (folder / code / "data" / f"{name}.tsv" for code in ("id", "en") for name in _TABLES)
    return (read_table(path) for path in paths if path.exists())


def _words(row: Row) -> Iterator[str]:
    for name in ("word", "words", "lemmas"):
        for word in row.get(name, "").split():
            yield word.lstrip("=").replace("_", " ")


def _entry(word: str) -> bytes:
    """
    >>> _entry("kata")
    b'"kata"\\n'
    >>> _entry('"')
    b'"\\\\x22"\\n'
    """
    data = word.encode()
    if len(data) > _LONGEST:
        return b""
    plain = (bytes([byte]) if 32 <= byte < 127 and byte not in b'"\\' else b"\\x%02x" % byte for byte in data)
    return b'"' + b"".join(plain) + b'"\n'
