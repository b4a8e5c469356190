"""Names of authors as pages give them -> clean names of people."""

import re
from collections.abc import Iterable

__all__ = ["clean_authors"]

_ROLE = re.compile(
    r"^\s*(?:(?:written|reported|edited|words|text|story|photos?|video|analysis|review) )?"
    r"(?:by|oleh|penulis|pewarta|reporter|editor|laporan wartawan|kontributor|von|par|por|da|af|av|door|di)\b"
    r"\s*[:\-–]?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||/|\s&\s|,?\s+(?:and|dan|und|og|et|y|with|dengan)\s+|,\s+(?![JS]r\b|[A-Z]\.|M\.?D|Ph))\s*"
)
_AFTER = re.compile(r"\s*(?:,| [-–|(/]|\bin [A-Z]|\bfor the\b|\bat \w).*$|^(?:Dr|Prof|dr)\.\s+(?=\w+ \w)")
_NO_PERSON = re.compile(
    r"\.(?:com|id|net|org|co)\b|^\W*$|\d{3}|"
    r"^(?:admin(?:istrator)?|redaksi|editor|developer|staff|unknown|none|null|by|"
    r"super ?user|root|news ?desk|web ?desk|tim(?: redaksi)?|newsroom|guest|associated press contributors)$",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"[a-z0-9._-]+")  # one word in small letters: how an account is called, not a person
_ADDRESS = re.compile(r"https?:|www\.|@\w|^/")
_BODY_WORDS = re.compile(
    r"\b(?:news|media|times|post|online|tv|desk|staff|team|network|agency|agencies|redaksi|developer|agence|press|reuters|afp|editorial|"
    r"magazine|cyber|correspondents?)\b",
    re.IGNORECASE,
)


def clean_authors(raw: Iterable[str], *, outlet: str | None = None) -> tuple[str, ...]:
    """Return the people among some author strings, in order, each once.

    >>> clean_authors(["By Rini Wulandari and Budi Santoso", "https://x.example/rini", "Redaksi"])
    ('Rini Wulandari', 'Budi Santoso')
    """
    seen: dict[str, str] = {}
    for text in raw:
        if _ADDRESS.search(text):
            continue
        for part in _SPLIT.split(_ROLE.sub("", " ".join(text.split()))):
            name = _AFTER.sub("", _ROLE.sub("", part)).strip(" \t.,;:-–|")
            if name and not _is_no_person(name, outlet):
                seen.setdefault(name.casefold(), name.title() if name.isupper() and len(name) > 4 else name)
    return tuple(seen.values())


def _is_no_person(name: str, outlet: str | None) -> bool:
    if _NO_PERSON.search(name) or len(name) > 60 or len(name.split()) > 6:
        return True
    return bool(outlet and name.casefold() == outlet.casefold())


def names_a_body(name: str) -> bool:
    """Return whether a name looks like a newsroom's or an account's, not a person's.

    >>> names_a_body("Kabar News Desk"), names_a_body("kabarweb"), names_a_body("Rini Wulandari")
    (True, True, False)
    """
    return bool(_BODY_WORDS.search(name) or _LOGIN.fullmatch(name))
