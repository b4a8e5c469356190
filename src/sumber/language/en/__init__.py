"""English, as newspapers write it."""

from pathlib import Path
from typing import ClassVar

from ..base import Language

__all__ = ["LANGUAGE", "English"]


class English(Language):
    """English, as newspapers write it."""

    code: ClassVar[str] = "en"
    name: ClassVar[str] = "English"
    folder: ClassVar[Path] = Path(__file__).parent


LANGUAGE = English()
