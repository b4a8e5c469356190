"""Events as CAMEO codes them: source, target, code, root and quad, with the sentence beside it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..record import Record
from .base import Exporter
from .dyads import dyads
from .rows import rows
from .tables import line

__all__ = ["CameoExporter"]

_COLUMNS = ("id", "date", "source", "target", "code", "root", "quad", "text", "outlet", "published", "url")


class CameoExporter(Exporter):
    """CAMEO pairs as tab-separated values; ``---`` stands for a party that is not told or has no code."""

    name: ClassVar[str] = "cameo"
    loses: ClassVar[str] = (
        "everything but pairs of coded parties; the status is folded into the code; modes that CAMEO lacks; "
        "roots 01 and 02 (statements, appeals) are never written; no Goldstein scores"
    )
    extension: ClassVar[str] = "cameo.tsv"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the names of the columns, then one line a pair."""
        yield line(_COLUMNS)
        for record in records:
            for row in rows(record):
                for pair in dyads(row):
                    source = pair.source.cameo if pair.source else None
                    target = pair.target.cameo if pair.target else None
                    if not source and not target:
                        continue
                    codes = (source or "---", target or "---", pair.code, pair.code[:2], row.code.quad)
                    cells = (row.text, row.outlet, row.published, record.article.url)
                    yield line((row.id, row.date, *codes, *cells))
