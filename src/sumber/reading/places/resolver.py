"""Choosing among the places that a name may mean."""

from collections import Counter
from collections.abc import Sequence

from ...gazetteer import Candidate
from .finder import Found

__all__ = ["choose"]

_HOME = 14.0  # points for the outlet's own country
_VOTE = 12.0  # points for a country that other places of the article lie in
_LEVEL = 30.0
_NEAR = 40.0  # points for the place that the next name contains: *Cibinong, Bogor*


def choose(found: Sequence[Found], home: str | None) -> list[Candidate | None]:
    """Return the likeliest place of each mention, in order.

    Points are the gazetteer's importance, less for untagged names, more for the country of the outlet, for the
    countries that the article's clear names lie in, for a level that the words before say, and for containment.
    """
    votes = _votes(found)
    chosen = []
    for number, mention in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        container = following if following and following.first - mention.last == 1 else None
        scored = [
            (_points(c, mention, votes, home, container), -i, c) for i, c in enumerate(mention.candidates)
        ]
        chosen.append(max(scored)[2] if scored else None)
    return _consistent(found, chosen)


def _votes(found: Sequence[Found]) -> Counter[str]:
    """Count the countries of names that can mean one country only."""
    votes: Counter[str] = Counter()
    for mention in found:
        countries = {c.country for c in mention.candidates if c.country}
        if len(countries) == 1:
            votes.update(countries)
    return votes


def _points(
    candidate: Candidate, mention: Found, votes: Counter[str], home: str | None, container: Found | None
) -> float:
    points = candidate.importance - {1: 0.0, 2: 4.0, 3: 18.0}[candidate.how]
    if candidate.country and candidate.country == home:
        points += _HOME
    total = votes.total()
    if candidate.country and total:
        points += _VOTE * votes[candidate.country] / total
    if mention.level:
        fits = mention.level == candidate.level or (
            mention.level == "city" and candidate.level in ("city", "regency")
        )
        points += _LEVEL if fits else 0.0
    if container is not None and any(_contains(outer, candidate) for outer in container.candidates):
        points += _NEAR
    return points


def _contains(outer: Candidate, inner: Candidate) -> bool:
    if outer.country != inner.country or outer.id == inner.id:
        return False
    if outer.level == "country":
        return True
    if outer.level == "province" and outer.admin is not None:
        return outer.admin == inner.admin
    return outer.level in ("regency", "city") and inner.level == "district" and outer.admin == inner.admin


def _consistent(found: Sequence[Found], chosen: list[Candidate | None]) -> list[Candidate | None]:
    """Give every mention of one name the reading that most of its points speak for: its first clear one."""
    first: dict[str, Candidate] = {}
    for mention, candidate in zip(found, chosen, strict=True):
        if candidate is not None and mention.level is None:
            first.setdefault(_key(mention), candidate)
    return [
        first.get(_key(mention), candidate) if mention.level is None else candidate
        for mention, candidate in zip(found, chosen, strict=True)
    ]


def _key(mention: Found) -> str:
    return mention.candidates[0].name if mention.candidates else ""
