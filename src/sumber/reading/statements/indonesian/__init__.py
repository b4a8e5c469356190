"""Statements in Indonesian; ``sentences.py`` is where it begins."""

from .sentences import find

__all__ = ["find"]
