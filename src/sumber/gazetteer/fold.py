"""The form of a place name that is looked up: without case, accents, hyphens and full stops."""

import re
import unicodedata

__all__ = ["fold"]

_MARKS = re.compile(r"[\s\-’'.]+")


def fold(name: str) -> str:
    """Return the look-up form of a name.

    >>> fold("Timor-Leste"), fold("Côte d'Ivoire"), fold("U.S.")
    ('timor leste', 'cote d ivoire', 'u s')
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _MARKS.sub(" ", name.casefold()).strip()
