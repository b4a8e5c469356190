"""Reports of our own writing: invented people, real places, as dirty as crawled news is."""

from pathlib import Path

__all__ = ["FOLDER"]

FOLDER = Path(__file__).parent
