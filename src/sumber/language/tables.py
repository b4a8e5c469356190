"""Reading word lists: TSV files whose first line says where the entries come from.

A table looks like this (columns parted by tabs; lines that start with ``#`` are comments; the first other
line names the columns)::

    # from: own list, checked against ...
    word	act	fits	fits_not
    bantah	deny	"Itu keliru," bantah Budi.	Kabar itu terbantahkan.
"""

from collections.abc import Mapping
from pathlib import Path

from ..errors import DataError, LanguageError

__all__ = ["Row", "read_table"]

Row = Mapping[str, str]


def read_table(path: Path) -> tuple[Row, ...]:
    """Return the rows of a table, each a mapping from column name to cell (missing cells are ``""``).

    Raises:
        LanguageError: if the file is not there.
        DataError: if the first line does not say where the entries come from, or a row has too many cells.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise LanguageError(f"`{path.parent.parent.name}` lacks the table `{path.name}`: {error}") from error
    if not lines or not lines[0].startswith("# from:"):
        raise DataError(
            f"`{path}` does not say on its first line where its entries come from (`# from: ...`)"
        )
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]
    if not rows:
        return ()
    columns = rows[0][1].split("\t")
    return tuple(_row(path, number, line, columns) for number, line in rows[1:])


def _row(path: Path, number: int, line: str, columns: list[str]) -> Row:
    cells = line.split("\t")
    if len(cells) > len(columns):
        raise DataError(f"`{path}` line {number} has {len(cells)} cells for {len(columns)} columns")
    return dict(zip(columns, [cell.strip() for cell in cells] + [""] * len(columns), strict=False))
