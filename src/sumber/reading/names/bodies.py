"""One name a body, its acronym and expansion together."""

from collections.abc import Sequence

from ...record import Form, Mention, Name, NameKind
from ..analysis import Analysis
from .lexicon import Lexicon
from .people import Person
from .runs import Found

__all__ = ["bodies_of"]

_LEAST = 0.7


def bodies_of(
    founds: Sequence[Found], people: Sequence[Person], analysis: Analysis, known: Lexicon
) -> list[Name]:
    """Return the bodies, in no order; an acronym counts if it is known, expanded in the text, or said twice."""
    tokens = analysis.tokens
    taken = {i for person in people for found in person.founds for i in range(found.first, found.last)}
    groups: dict[str, list[Found]] = {}
    expansions = _expansions(founds, analysis)
    for found in founds:
        if any(index in taken for index in range(found.first, found.last)):
            continue
        form = " ".join(token.text for token in tokens[found.first : found.last])
        row = known.bodies.get(tuple(form.split()))
        full = expansions.get(form) or (row["expansion"] if row else "") or form
        if found.score < _LEAST and row is None and form not in expansions:
            continue
        groups.setdefault(full.casefold(), []).append(found)
    return [_name(group, analysis, known) for group in groups.values()]


def _expansions(founds: Sequence[Found], analysis: Analysis) -> dict[str, str]:
    """Return the acronyms that the text writes in brackets behind the full name."""
    tokens, text = analysis.tokens, analysis.text
    by_first = {found.first: found for found in founds}
    found_expansions: dict[str, str] = {}
    for found in founds:
        bracket = found.last
        if bracket + 2 >= len(tokens) or tokens[bracket].text != "(" or tokens[bracket + 2].text != ")":
            continue
        short = tokens[bracket + 1].text
        full = text[tokens[found.first].start : tokens[found.last - 1].end]
        if bracket + 1 in by_first and short[:1].casefold() == full[:1].casefold():
            found_expansions[short] = " ".join(full.split())
    return found_expansions


def _name(group: Sequence[Found], analysis: Analysis, known: Lexicon) -> Name:
    tokens, text = analysis.tokens, analysis.text
    ordered = sorted(group, key=lambda found: found.first)
    mentions = tuple(
        Mention(start=tokens[f.first].start, end=tokens[f.last - 1].end, form=Form.NAME) for f in ordered
    )
    forms = list(dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in mentions))
    name = max(forms, key=len)
    rows = [known.bodies.get(tuple(form.split())) for form in forms]
    country = next((row["country"] for row in rows if row and row["country"]), None)
    return Name(
        id="",
        kind=NameKind.ORGANISATION,
        name=name,
        aliases=tuple(form for form in forms if form != name),
        country=country,
        mentions=mentions,
    )
