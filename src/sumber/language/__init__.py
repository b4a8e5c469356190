"""What each language knows: one folder a language, its words as data. Adding one touches no other folder."""

from importlib import import_module
from pathlib import Path

from ..errors import LanguageError
from .base import Language

__all__ = ["Language", "available", "load"]

_loaded: dict[str, Language] = {}


def available() -> list[str]:
    """Return the codes (ISO 639-1) of the languages that have a folder here.

    >>> available()
    ['en', 'id']
    """
    here = Path(__file__).parent
    return sorted(path.parent.name for path in here.glob("*/__init__.py") if len(path.parent.name) == 2)


def load(code: str) -> Language:
    """Return the language with this code; raises LanguageError if there is none.

    >>> load("id").name
    'Bahasa Indonesia'
    """
    if code not in _loaded:
        known = available()
        if code not in known:
            raise LanguageError.unknown(code, known)
        _loaded[code] = import_module(f"{__name__}.{code}").LANGUAGE
    return _loaded[code]
