"""Statements in English; ``sentences.py`` is where it begins."""

from .sentences import find

__all__ = ["find"]
