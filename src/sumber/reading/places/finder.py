"""Finding the mentions of places: the longest names of the gazetteer, and names told by their shape."""

from collections.abc import Iterator, Sequence

from ...gazetteer import Candidate, lookup
from ...language.tokens import Token
from ...language.vocabulary import vocabulary
from ...record import Span
from ..analysis import Analysis
from .found import Found, View
from .guards import allowed, first_names, fitting, joined, level_before
from .shapes import by_shape
from .words import words

__all__ = ["Found", "find_places"]

_LONGEST = 6


def find_places(analysis: Analysis, taken: Sequence[Span], bodies: Sequence[Span] = ()) -> Iterator[Found]:
    """Yield the mentions of places in title and body.

    Args:
        analysis: the article's words.
        taken: spans of persons' names and of times, in which no place is looked for.
        bodies: spans of the names of bodies; only a public one's name holds places.
    """
    views = _views(analysis, taken, bodies)
    found = [one for view in views for one in _in_sentence(view, frozenset())]
    known = frozenset(one.candidates[0].name for one in found if one.candidates)
    for view in views:
        yield from _in_sentence(view, known)


def _views(analysis: Analysis, taken: Sequence[Span], bodies: Sequence[Span]) -> list[View]:
    """Return the sentences of an article as finding places sees them."""
    blocked, inside = _indexes(analysis, taken), _bodies(analysis, bodies)
    known = vocabulary(analysis.language) if analysis.language else None
    persons = {span.of(analysis.text).split()[0] for span in taken if " " in span.of(analysis.text)}
    code = analysis.article.language
    views = [
        View(analysis.text, analysis.tokens, one.first, one.last, blocked, inside, known, code, persons)
        for one in analysis.sentences
    ]
    for view in views:
        persons.update(first_names(view))
    return views


def _in_sentence(view: View, known: frozenset[str]) -> Iterator[Found]:
    index = view.first
    while index < view.last:
        found = _landmark(view, index) if index in view.blocked else _at(view, index, known)
        if found is not None:
            yield found
            index = found.last
            continue
        if index not in view.blocked:
            yield from _hyphened(view.tokens, index)
        index += 1


def _indexes(analysis: Analysis, spans: Sequence[Span]) -> set[int]:
    found: set[int] = set()
    for span in spans:
        index = analysis.token_at(span.start)
        while index is not None and index < len(analysis.tokens) and analysis.tokens[index].start < span.end:
            found.add(index)
            index += 1
    return found


def _bodies(analysis: Analysis, spans: Sequence[Span]) -> dict[int, tuple[int, int]]:
    """Return, for each token inside a body's name, the first token of that name and the one after its last."""
    inside: dict[int, tuple[int, int]] = {}
    for span in spans:
        indexes = sorted(_indexes(analysis, [span]))
        if indexes:
            inside |= dict.fromkeys(indexes, (indexes[0], indexes[-1] + 1))
    return inside


def _at(view: View, first: int, known: frozenset[str]) -> Found | None:
    """Return the longest place that begins at a token: of the gazetteer, or longer by its shape."""
    head = view.tokens[first].text
    if not head[:1].isupper():
        return None
    shaped = by_shape(view, first)
    named = None
    if len(head) > 2 or head in words("nation") or _after_comma(view, first):
        named = _named(view, first, known)
    if named is not None and shaped is not None and shaped.last > named.last:
        is_landmark = named.candidates[0].level in ("landmark", "region")
        return named if is_landmark or named.level == shaped.level else shaped
    return named or shaped


def _landmark(view: View, first: int) -> Found | None:
    """Return a landmark of the gazetteer that bears a person's name: *Trump Tower*."""
    for last in range(min(first + 3, view.last), first + 1, -1):
        if last - 1 in view.blocked or not joined(view, first, last):
            continue
        name = view.words(first, last)
        candidates = lookup(name)
        if candidates and candidates[0].level == "landmark":
            return Found(
                view.tokens[first].start, view.tokens[last - 1].end, first, last, candidates, None, name
            )
    return None


def _named(view: View, first: int, known: frozenset[str]) -> Found | None:
    tokens = view.tokens
    before = view.before(first)
    if before is not None and before.text in words("direction") and tokens[first].text in words("direction"):
        return None  # *South East London* is no East London
    if (
        tokens[first].lower in words("generic")
        and view.at(first + 1)
        and tokens[first + 1].text[:1].isupper()
    ):
        return None
    for last in range(min(first + _LONGEST, view.last), first, -1):
        if any(index in view.blocked for index in range(first, last)) or not joined(view, first, last):
            continue
        name = view.words(first, last)
        candidates = _candidates(view, first, name)
        if candidates and allowed(view, first, last, candidates, known=candidates[0].name in known):
            level = level_before(view, first)
            start, end = tokens[_with_direction(view, first)].start, tokens[last - 1].end
            if name + "." in words("short") and view.text[end : end + 1] == ".":
                end += 1
            after = view.at(last)
            comma = after is not None and after.text in (",", "(")
            return Found(start, end, first, last, candidates, level, name, comma)
    return None


def _with_direction(view: View, first: int) -> int:
    """Return where a name begins with the directions before it: *North London*, *South East London*."""
    while (before := view.before(first)) is not None:
        touches = before.end + 1 == view.tokens[first].start
        if (
            first - 1 == view.first
            or first - 1 in view.blocked
            or not touches
            or before.text not in words("direction")
        ):
            break
        first -= 1
    return first


def _candidates(view: View, first: int, name: str) -> tuple[Candidate, ...]:
    """Return what a name may mean; the short form of a state (*Ga.*, *TX*) only after a comma."""
    if name in words("nation"):
        in_capitals = name == "LA" and _in_capitals(view, first)
        return () if in_capitals or (name == "AS" and view.language == "en") else lookup(name)
    if name.count(".") > 1 and name in words("short"):
        return lookup(name)
    dotted = name if name.endswith(".") else f"{name}."
    is_code = len(name) == 2 and name.isupper()
    if dotted in words("short") or is_code:
        is_written_so = name.endswith(".") or name.isupper() or len(name) > 2
        if is_code and _in_capitals(view, first):
            return ()  # *THE CRISIS, IN PICTURES*
        return lookup(name) if is_written_so and _after_comma(view, first) else ()
    candidates = fitting(name, lookup(name))
    if len(name) == 3 and not name.isupper() and candidates and candidates[0].level == "province":
        return ()
    return candidates


def _in_capitals(view: View, first: int) -> bool:
    """Return whether a word stands among words written in capitals throughout."""
    after = view.at(first + 1)
    return after is not None and after.text.isupper() and after.text.isalpha() and len(after.text) > 2


def _after_comma(view: View, first: int) -> bool:
    comma, place = view.before(first), view.before(first, 2)
    return comma is not None and comma.text == "," and place is not None and place.text[:1].isupper()


def _hyphened(tokens: Sequence[Token], index: int) -> Iterator[Found]:
    """Yield the countries in a compound: *perang Iran-Israel*."""
    token = tokens[index]
    at = token.start
    for part in token.text.split("-") if "-" in token.text else ():
        is_name = part[:1].isupper() and (len(part) > 2 or part in words("nation"))
        candidates = lookup(part) if is_name and part.lower() not in words("generic") else ()
        if candidates and (candidates[0].level == "country" or candidates[0].importance >= 60):
            yield Found(at, at + len(part), index, index + 1, candidates, None, part)
        at += len(part) + 1
