"""Bahasa Indonesia, as newspapers write it."""

from pathlib import Path
from typing import ClassVar

from ..base import Language

__all__ = ["LANGUAGE", "Indonesian"]


class Indonesian(Language):
    """Bahasa Indonesia, as newspapers write it."""

    code: ClassVar[str] = "id"
    name: ClassVar[str] = "Bahasa Indonesia"
    folder: ClassVar[Path] = Path(__file__).parent


LANGUAGE = Indonesian()
