"""What the formats with rows and columns share: cells that cannot break a row."""

import re
from collections.abc import Iterable

__all__ = ["line"]

_BREAKS = re.compile(r"[\t\r\n\x00-\x1f\x7f\u2028\u2029]+")


def line(cells: Iterable[object]) -> str:
    """Return a row of tab-separated values: None is empty, white space inside a cell is one space.

    >>> line(["a\\tb", None, 2])
    'a b\\t\\t2\\n'
    """
    return "\t".join("" if cell is None else _BREAKS.sub(" ", str(cell)).strip() for cell in cells) + "\n"
