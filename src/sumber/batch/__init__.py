"""Many files at once: one input file -> one output file, resumable, in local processes or on a Ray cluster."""

from .options import Options
from .run import run

__all__ = ["Options", "run"]
