"""Whether *he* or *she* can stand for a person: by forms of address and offices beside the name, or the given name."""

from collections.abc import Sequence
from functools import cache

from ...language import load
from ...record import Form, Name
from ..analysis import Analysis
from ..beside import Beside

__all__ = ["pronoun_sex", "sexes"]

_NEAR = 3  # words of an apposition in which its office stands: *Berg, a party spokeswoman*


@cache
def _words(code: str, stands: str) -> dict[str, str]:
    """Return the words of the table ``sexes`` that stand so, with the sex they tell."""
    language = load(code)
    rows = language.table("sexes") if language.has_table("sexes") else ()
    return {row["word"]: row["sex"] for row in rows if row["stands"] == stands}


@cache
def _given(code: str) -> dict[str, str]:
    language = load(code)
    rows = language.table("given_names") if language.has_table("given_names") else ()
    return {row["name"]: row["sex"] for row in rows}


def pronoun_sex(words: str, code: str) -> str | None:
    """Return the sex that a pronoun of a language tells, None if it tells none.

    >>> pronoun_sex("she", "en"), pronoun_sex("they", "en"), pronoun_sex("dia", "id")
    ('f', None, None)
    """
    return _words(code, "pronoun").get(words)


def sexes(names: Sequence[Name], analysis: Analysis) -> dict[str, str]:
    """Return the sex of the persons of an article by their ids, as far as the text or the given name tells it.

    Empty where no pronoun of the language tells a sex.
    """
    code = analysis.article.language
    if not _words(code, "pronoun"):
        return {}
    beside, found = Beside(analysis), dict[str, str]()
    for name in names:
        sex = _told(name, analysis, beside) or _given(code).get(name.name.split()[0].casefold())
        if sex is not None:
            found[name.id] = sex
    return found


def _told(name: Name, analysis: Analysis, beside: Beside) -> str | None:
    """Return the sex that the words before or behind a name tell: *Mrs Berg*, *Berg, a spokeswoman*."""
    told: set[str] = set()
    address, offices = (_words(beside.code, stands) for stands in ("before", "beside"))
    for mention in name.mentions:
        first, end = beside.tokens_of(mention)
        if mention.form is Form.NAME and end:
            before = analysis.tokens[first - 1].lower if first else ""
            near = [before, *(token.lower for token in beside.behind(end)[:_NEAR])]
            told |= {offices[word] for word in near if word in offices}
            told |= {address[before]} if before in address else set()
    return next(iter(told)) if len(told) == 1 else None
