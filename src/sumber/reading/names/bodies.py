"""One name a body, its acronym, expansion and short form together."""

from collections.abc import Iterator, Sequence

from ...language.tokens import Token
from ...record import Form, Mention, Name, NameKind
from ..analysis import Analysis
from .lexicon import Lexicon
from .people import Person
from .runs import Found, Run

__all__ = ["bodies_of"]

_LEAST = 0.7
_ENDS = frozenset(
    "international inc inc. corp corp. corporation company co co. ltd ltd. limited plc ag se sa nv tbk tbk. group "
    "holdings motors motor industries airlines airways pharmaceuticals technologies systems electronics news ri "
    "persero".split()
)


def bodies_of(
    founds: Sequence[Found],
    runs: Sequence[Run],
    people: Sequence[Person],
    analysis: Analysis,
    known: Lexicon,
) -> list[Name]:
    """Return the bodies, in no order; an acronym counts if it is known, expanded in the text, or said twice."""
    tokens = analysis.tokens
    taken = {i for person in people for found in person.founds for i in range(found.first, found.last)}
    groups: dict[str, list[Found]] = {}
    expansions = _expansions(founds, analysis)
    others = _of_other_things(founds, tokens)
    for found in founds:
        if any(index in taken for index in range(found.first, found.last)):
            continue
        form = " ".join(token.text for token in tokens[found.first : found.last])
        if form in others or _is_an_account(found, tokens, known):
            continue
        row = known.bodies.get(tuple(form.split()))
        full = expansions.get(form) or (row["expansion"] if row else "") or form
        if found.score < _LEAST and row is None and form not in expansions:
            continue
        groups.setdefault(full.casefold(), []).append(found)
        taken.update(range(found.first, found.last))
    _take_short_forms(groups, runs, taken, tokens)
    return [_name(group, analysis, known) for group in groups.values()]


def _is_an_account(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a company's name tells where somebody has an account: *akun Instagram*, *a PayPal account*."""
    if tuple(token.text for token in tokens[found.first : found.last]) not in known.private:
        return False
    beside = found.first - 1 if known.code == "id" else found.last
    return 0 <= beside < len(tokens) and tokens[beside].lower in known.context["account"]


def _take_short_forms(
    groups: dict[str, list[Found]], runs: Sequence[Run], taken: set[int], tokens: tuple[Token, ...]
) -> None:
    """Put to each body its name without what says of which kind it is: *Mondelez* to *Mondelez International*."""
    shorts: dict[str, str] = {}
    for full, group in groups.items():
        for found in group:
            short = _bare([token.lower for token in tokens[found.first : found.last]])
            if short:
                shorts.setdefault(short, full)
    for short, full in shorts.items():
        if short in groups and short != full:
            groups[full] += groups.pop(short)
    for found, form in _alone(runs, taken, tokens):
        if form in shorts:
            groups[shorts[form]].append(found)


def _bare(words: list[str]) -> str:
    """Return the words of a name without its generic end; empty if there is none or nothing else."""
    end = len(words)
    while end > 0 and words[end - 1] in _ENDS:
        end -= 1
    return " ".join(words[:end]) if 0 < end < len(words) else ""


def _alone(runs: Sequence[Run], taken: set[int], tokens: tuple[Token, ...]) -> Iterator[tuple[Found, str]]:
    """Yield the runs that are unknown words alone."""
    for run in runs:
        if set(run.classes) <= set("UG") and not taken & set(range(run.first, run.last)):
            form = " ".join(token.lower for token in tokens[run.first : run.last])
            yield Found(run.first, run.last, NameKind.ORGANISATION, _LEAST), form


def _of_other_things(founds: Sequence[Found], tokens: tuple[Token, ...]) -> set[str]:
    """Return the acronyms that the article spells out as no body: *Perjanjian Kerja Sama (PKS)*."""
    inside = {index for found in founds for index in range(found.first, found.last)}
    found_others: set[str] = set()
    for found in founds:
        short, at = tokens[found.first].text, found.first - 1
        if found.last - found.first > 1 or not short.isupper() or at < len(short) or tokens[at].text != "(":
            continue
        words = range(at - len(short), at)
        initials = "".join(tokens[index].text[0] for index in words)
        if initials == short and not inside & set(words):
            found_others.add(short)
    return found_others


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
        bare = full.removeprefix("PT ").removeprefix("The ")
        if bracket + 1 in by_first and short[:1].casefold() in (full[:1].casefold(), bare[:1].casefold()):
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
