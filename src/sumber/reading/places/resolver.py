"""Choosing among the places that a name may mean."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from ...gazetteer import Candidate
from ...gazetteer.fold import fold
from .found import Found

__all__ = ["choose"]

Area = tuple[str | None, str | None]

_TAKEN = {1: 0.0, 2: 4.0, 3: 18.0}  # points off by how a name is known: main, tagged, untagged
_HOME = 14.0  # points for the outlet's own country
_LEVEL = 30.0  # points for the level that the words before say: *Kabupaten Bogor*
_INSIDE = 60.0  # points for lying in the place that the next name means: *Cibinong, Bogor*
_AREA = 44.0  # points at most for the province or state where the article's other names lie
_COUNTRY = 22.0  # points at most for the country where they lie
_HEAT = 7.0  # how far apart two readings must be, in points, for the better one to be e times as likely
_ROUNDS = 2
_FAR = 35.0  # points behind the best at which a reading no longer counts
_LEAST = 0.02  # a share that counts as a vote


class _Group(Struct):
    """All mentions of one name in an article: one meaning."""

    candidates: tuple[Candidate, ...]
    level: str | None
    containers: list[tuple[Candidate, ...]]
    inside: list[tuple[Candidate, ...]]
    base: list[float]
    share: list[float]


def choose(found: Sequence[Found], home: str | None) -> list[Candidate | None]:
    """Return the likeliest place of each mention, in order; all mentions of a name mean one place.

    Points are the gazetteer's importance, less for untagged names, more for the outlet's country, for a level that the
    words before say, for lying in the place named next, and for the areas and countries where the article's other names
    are likely to lie; the last is counted twice over, since it leans on itself.
    """
    groups, keys = _grouped(found)
    best: dict[object, Candidate] = {}
    open_: list[tuple[object, _Group]] = []
    for key, group in groups.items():
        best[key] = group.candidates[0]
        if len(group.candidates) == 1:
            group.share = _ALONE
            continue
        open_.append((key, group))
        group.base = [_base(candidate, group, home) for candidate in group.candidates]
        group.share = _shares(group.base)
    for _ in range(_ROUNDS if open_ else 0):
        areas, countries = _votes(groups.values())
        for key, group in open_:
            points = _voted(group, areas, countries)
            group.share = _shares(points)
            best[key] = group.candidates[points.index(max(points))]
    chosen = [best.get(key) for key in keys]
    mostly = _country_of_most(chosen)
    return [place or _within(number, found, chosen, mostly) for number, place in enumerate(chosen)]


_ALONE = [1.0]


def _within(
    number: int, found: Sequence[Found], chosen: Sequence[Candidate | None], mostly: str | None
) -> Candidate | None:
    """Return a place of no gazetteer, told to be a village, where the region named with it lies.

    That is the next region of the same sentence, else the last one before it: *Desa Sukamaju, Kecamatan Cibinong*. A
    region far from it does not count if most of what the article names lies in another country.
    """
    mention = found[number]
    if mention.candidates or mention.level not in _INNER or not mention.name:
        return None
    after = range(number + 1, min(number + 4, len(found)))
    near = [at for at in after if found[at].first - found[number].last < _REACH]
    for at in (*near, *range(number - 1, -1, -1)):
        region = chosen[at]
        if region is None or not region.country or region.level not in _REGIONS:
            continue
        if abs(mention.first - found[at].last) < _REACH or mostly in (None, region.country):
            key = f"{region.id}/{fold(mention.name)}"
            level = mention.level
            near_it = level != "landmark" or region.level not in ("province", "country")
            lat, lon = (region.lat, region.lon) if near_it else (None, None)
            return Candidate(key, mention.name, region.country, level, lat, lon, region.admin, 0.0, 1)
    return None


def _country_of_most(chosen: Sequence[Candidate | None]) -> str | None:
    """Return the country of more than half of the places that an article names, None if there is none."""
    countries = Counter({place.id: place.country for place in chosen if place and place.country}.values())
    country, count = countries.most_common(1)[0] if countries else (None, 0)
    return country if 2 * count > countries.total() else None


_INNER = ("village", "district", "landmark")
_REGIONS = ("district", "regency", "city", "province", "country")
_REACH = 12  # tokens within which a region told after a place holds it


def _grouped(found: Sequence[Found]) -> tuple[dict[object, _Group], list[object]]:
    groups: dict[object, _Group] = {}
    keys: list[object] = []
    for number, mention in enumerate(found):
        if not mention.candidates:
            keys.append(None)
            continue
        key = (mention.candidates[0].id, mention.candidates[0].how, len(mention.candidates), mention.level)
        keys.append(key)
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group(mention.candidates, mention.level, [], [], [], [])
        following = found[number + 1] if number + 1 < len(found) else None
        if following and mention.comma and following.first - mention.last == 1 and following.candidates:
            group.containers.append(following.candidates)
        before = found[number - 1] if number else None
        if before and before.comma and mention.first - before.last == 1 and before.candidates:
            group.inside.append(before.candidates)
    return groups, keys


def _base(candidate: Candidate, group: _Group, home: str | None) -> float:
    """Return the points of a candidate that do not depend on the other names."""
    points = candidate.importance - _TAKEN[candidate.how]
    if home and candidate.country == home:
        points += _HOME
    if group.level:
        points += _LEVEL * _fits(group.level, candidate.level)
    if group.containers and _is_held(candidate, group):
        points += _INSIDE
    elif group.inside and any(_contains(candidate, inner) for inners in group.inside for inner in inners):
        points += _INSIDE / 2
    return points


def _is_held(candidate: Candidate, group: _Group) -> bool:
    """Return whether a place named next holds this one; a country's name in a row of countries is held by none."""
    is_country = group.candidates[0].level == "country"
    return any(
        _contains(outer, candidate)
        for outers in group.containers
        for outer in outers
        if not (is_country and outer.level == "country")
    )


def _fits(told: str, level: str) -> float:
    """Return how well a level fits the one that was told: a town is called *kota* whatever it is by law."""
    if told == level:
        return 1.0
    return 0.5 if {told, level} == {"city", "regency"} else 0.0


def _shares(points: list[float]) -> list[float]:
    """Return how likely each candidate is, by its points."""
    top = max(points)
    weights = [math.exp((one - top) / _HEAT) if top - one < _FAR else 0.0 for one in points]
    total = sum(weights)
    return [weight / total for weight in weights]


def _votes(groups: Iterable[_Group]) -> tuple[dict[Area, float], dict[str | None, float]]:
    """Return how much of the article's names lies in each area and each country."""
    areas: dict[Area, float] = {}
    countries: dict[str | None, float] = {}
    for group in groups:
        for candidate, share in zip(group.candidates, group.share, strict=True):
            if share > _LEAST:
                country = candidate.country
                countries[country] = countries.get(country, 0.0) + share
                if candidate.admin:
                    area = (country, candidate.admin)
                    areas[area] = areas.get(area, 0.0) + share
    return areas, countries


def _voted(group: _Group, areas: dict[Area, float], countries: dict[str | None, float]) -> list[float]:
    """Return the points of each candidate with the votes of the other names."""
    own_areas, own_countries = _votes((group,))
    points = []
    for candidate, base in zip(group.candidates, group.base, strict=True):
        country = candidate.country
        others = countries.get(country, 0.0)
        if others:
            others -= own_countries.get(country, 0.0)
            base += _COUNTRY * others / (others + 2.0)
            if candidate.admin:
                area = (country, candidate.admin)
                others = areas.get(area, 0.0) - own_areas.get(area, 0.0)
                base += _AREA * others / (others + 1.0)
        points.append(base)
    return points


def _contains(outer: Candidate, inner: Candidate) -> bool:
    if outer.country != inner.country or outer.id == inner.id:
        return False
    if outer.level == "country":
        return True
    if outer.level == "province":
        return outer.admin is not None and outer.admin == inner.admin
    if outer.level == "district":
        return inner.level == "city" and outer.admin == inner.admin and outer.id.startswith("county:")
    if inner.level in ("district", "village") and outer.id.startswith("id:"):
        return inner.id.startswith(outer.id + ".")
    return outer.level in ("regency", "city") and inner.level == "district" and outer.admin == inner.admin
