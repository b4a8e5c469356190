"""What a trained model sees of a word before it reads the sentence: parts, shape and number-blind form."""

import re
from zlib import crc32

__all__ = ["AFFIXES", "GRAMS", "MOST_GRAMS", "SHAPES", "affixes_of", "form_of", "grams_of", "shape_of"]

AFFIXES = 8192  # rows of the table of beginnings and endings; row 0 is unused
GRAMS = 16384  # rows of the table of letter runs; row 0 is unused
SHAPES = 256
MOST_GRAMS = 24
_DIGITS = re.compile(r"\d")
_STEPS = (
    (re.compile(r"[A-ZÀ-ÖØ-Þ]"), "X"),
    (re.compile(r"[^\W\d_X]"), "x"),
    (re.compile(r"\d"), "d"),
    (re.compile(r"(.)\1{2,}"), r"\1\1"),
)


def form_of(word: str) -> str:
    """Return the form under which a word is looked up: small letters, every digit a nought.

    >>> form_of("Boeing"), form_of("13/9/2023")
    ('boeing', '00/0/0000')
    """
    return _DIGITS.sub("0", word.casefold())


def affixes_of(form: str) -> list[int]:
    """Return the rows of a form's beginnings (1 to 4 letters) and endings (1 to 4 letters), eight in all."""
    return [_row(f"<{form[:n]}", AFFIXES) for n in (1, 2, 3, 4)] + [
        _row(f"{form[-n:]}>", AFFIXES) for n in (1, 2, 3, 4)
    ]


def grams_of(form: str) -> list[int]:
    """Return the rows of the runs of 3 to 5 letters of a form, at most MOST_GRAMS, the short ones first."""
    marked = f"<{form}>"
    runs = [marked[at : at + n] for n in (3, 4, 5) for at in range(len(marked) - n + 1)]
    return [_row(run, GRAMS) for run in runs[:MOST_GRAMS]]


def shape_of(word: str) -> int:
    """Return the row of a word's shape: which letters are large, where digits and marks stand."""
    shape = word
    for pattern, sign in _STEPS:
        shape = pattern.sub(sign, shape)
    return crc32(shape[:12].encode()) % SHAPES


def _row(part: str, rows: int) -> int:
    return crc32(part.encode()) % (rows - 1) + 1
