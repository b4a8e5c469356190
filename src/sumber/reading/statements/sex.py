"""Whether *he* or *she* can stand for a person: by forms of address and offices near the name, or the given name."""

from collections.abc import Sequence
from functools import cache

from ...language import load
from ...language.tokens import Token
from ...record import Form, Name
from ..analysis import Analysis

__all__ = ["pronoun_sex", "sexes"]

_PRONOUNS = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
_BEFORE = dict.fromkeys("mr mr. sir lord king prince pope father brother".split(), "m") | dict.fromkeys(
    "mrs mrs. ms ms. miss lady dame queen princess sister baroness".split(), "f"
)
_BESIDE = dict.fromkeys(
    "spokesman chairman businessman congressman councilman salesman policeman fireman actor grandfather".split(),
    "m",
) | dict.fromkeys(
    "spokeswoman chairwoman businesswoman congresswoman councilwoman policewoman actress grandmother".split(),
    "f",
)
_NEAR = 4


@cache
def _given(code: str) -> dict[str, str]:
    language = load(code)
    rows = language.table("given_names") if language.has_table("given_names") else ()
    return {row["name"]: row["sex"] for row in rows}


def pronoun_sex(words: str) -> str | None:
    """Return the sex that a pronoun tells, None if it tells none.

    >>> pronoun_sex("she"), pronoun_sex("they")
    ('f', None)
    """
    return _PRONOUNS.get(words)


def sexes(names: Sequence[Name], analysis: Analysis) -> dict[str, str]:
    """Return the sex of the persons of an article by their ids, as far as the text or the given name tells it."""
    found: dict[str, str] = {}
    for name in names:
        sex = _told(name, analysis) or _given(analysis.article.language).get(name.name.split()[0].casefold())
        if sex is not None:
            found[name.id] = sex
    return found


def _told(name: Name, analysis: Analysis) -> str | None:
    """Return the sex that the words before or behind a name tell: *Mrs Berg*, *Berg, a spokeswoman*."""
    told: set[str] = set()
    tokens: Sequence[Token] = analysis.tokens
    for mention in name.mentions:
        first, last = analysis.token_at(mention.start), analysis.token_at(mention.end - 1)
        if mention.form is not Form.NAME or first is None or last is None:
            continue
        before = tokens[first - 1].lower if first else ""
        after = tokens[last + 1 : last + 1 + _NEAR] if tokens[last + 1 : last + 2] else ()
        beside = [before, *(token.lower for token in after if after[0].text == ",")]
        told |= {_BEFORE[before]} if before in _BEFORE else set()
        told |= {_BESIDE[word] for word in beside if word in _BESIDE}
    return next(iter(told)) if len(told) == 1 else None
