"""Sumber reads news reports and turns each into a sourced record."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import read, read_many
    from .collect.sources import documents
    from .errors import DocumentError, SumberError
    from .page.document import Document
    from .record import Record, Status, schema

__version__ = "0.1.0"
__all__ = [
    "Document",
    "DocumentError",
    "Record",
    "Status",
    "SumberError",
    "__version__",
    "documents",
    "read",
    "read_many",
    "schema",
]

_HOMES = {
    "Document": "page.document",
    "DocumentError": "errors",
    "Record": "record",
    "Status": "record",
    "SumberError": "errors",
    "documents": "collect.sources",
    "read": "api",
    "read_many": "api",
    "schema": "record",
}


def __getattr__(name: str) -> object:
    """Import a public name at its first use, so that ``import sumber`` and ``sumber --help`` stay quick."""
    if name not in _HOMES:
        raise AttributeError(f"module `{__name__}` has no attribute `{name}`")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
