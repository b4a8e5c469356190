"""Sumber reads news reports and turns each into a sourced record."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import read, read_many
    from .page.document import Document
    from .record import Record

__version__ = "0.1.0"
__all__ = ["Document", "Record", "__version__", "read", "read_many"]

_HOMES = {"read": "api", "read_many": "api", "Record": "record", "Document": "page.document"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module `{__name__}` has no attribute `{name}`")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
