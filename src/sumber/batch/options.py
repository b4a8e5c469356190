"""What a batch is told: where to write, how to read, what one document may cost."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from .. import __version__

__all__ = ["Options"]


class Options(Struct, frozen=True, kw_only=True):
    """How a batch runs.

    ``out`` is the folder of the output, or its address as text. ``seconds`` and ``megabytes`` bound one document: one
    that costs more is put into the quarantine. ``workers`` and ``runner`` do not change what is written.
    """

    out: Path | str
    form: Literal["parquet", "jsonl"] = "parquet"
    without: tuple[str, ...] = ()
    bulk: bool = False
    seconds: float = 30.0
    megabytes: int = 2_000
    workers: int = 1
    runner: Literal["local", "ray"] = "local"
    address: str | None = None

    @property
    def limits(self) -> tuple[float, int]:
        """Return the seconds and megabytes that one document has."""
        return self.seconds, self.megabytes

    def fingerprint(self) -> str:
        """Return a short hash of all that decides what is written: another one means that a file is read anew."""
        parts = (__version__, self.form, sorted(self.without), self.bulk)
        return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:12]
