"""Places told by their shape: *Hebei Province*, *Trump Tower*, *Jalan Sudirman*, *the village of X*, *Desa X*."""

from ...gazetteer import Candidate, lookup
from ...language import available, load
from .found import Found, View
from .guards import level_before
from .words import words

__all__ = ["by_shape"]

_MOST = 4
_FREQUENT = 7  # class of words that begin no village's name in a headline
_NOT_FIRST = frozenset(
    "The A An This That These In On At And But For From By As If When While His Her Their Our My Its No Di Ke Dari "
    "Nearby Near Outside Inside Across Around Pada Dan Atau Para Sang Si".split()
)
_STOP = frozenset[str]().union(
    *(load(code).classes("small_words").get("name_end", ()) for code in available())
)
_NO_PLACE = frozenset(
    "Jalan Raya, Laut, Tanjung Pinang, Time Zone, Tol Dalam, Jalan Tol, Home Area, Google Drive, Test Drive, "
    "Hard Drive".split(", ")
)


def by_shape(view: View, index: int) -> Found | None:
    """Return the place that begins at a token by the words around it, though no gazetteer need know it."""
    token = view.tokens[index]
    if not token.text[:1].isupper() or index in view.blocked:
        return None
    return _after_word(view, index) or _with_head(view, index) or _with_tail(view, index)


def _capitals(view: View, index: int, most: int = _MOST) -> int:
    """Return the end of a row of capitalised words that begins at an index."""
    last = index
    while last < min(index + most, view.last):
        token = view.tokens[last]
        if not token.text[:1].isupper() or last in view.blocked:
            break
        if last > index and (
            view.text[view.tokens[last - 1].end : token.start] != " " or token.lower in _STOP
        ):
            break
        last += 1
    return last


def _found(view: View, first: int, last: int, level: str) -> Found | None:
    if last <= first or (
        last - first == 1 and (len(view.tokens[first].text) < 3 or _is_acronym(view, first))
    ):
        return None
    name = view.words(first, last)
    if name in _NO_PLACE:
        return None
    candidates = lookup(name) if level == "village" else _areas(name)
    told = level_before(view, first) or level
    return Found(view.tokens[first].start, view.tokens[last - 1].end, first, last, candidates, told, name)


def _is_acronym(view: View, index: int) -> bool:
    word = view.tokens[index].text
    return word.isupper() and len(word) < 6 and not lookup(word)


_AREAS = ("Province", "County", "Prefecture", "Oblast", "Governorate", "Parish", "State", "Region")


def _areas(name: str) -> tuple[Candidate, ...]:
    """Return the areas that a name with its kind means: *Helmand Province* is the province Helmand."""
    bare, _, kind = name.rpartition(" ")
    if kind not in _AREAS:
        return ()
    return tuple(one for one in lookup(bare) if one.level in ("province", "district", "regency"))


def _after_word(view: View, index: int) -> Found | None:
    """*the village of Zhongmengchang*, *Desa Sukamaju*."""
    before, second = view.before(index), view.before(index, 2)
    if before is None:
        return None
    if before.lower == "of" and second is not None and second.lower in words("of"):
        return _found(view, index, _capitals(view, index, 3), "village")
    if before.lower in words("named") and view.vocabulary is not None:
        last = _capitals(view, index, 3)
        if view.vocabulary.small.get(view.tokens[index].lower, 0) > _FREQUENT:
            return None
        if view.is_common(view.tokens[index]) and not before.text[:1].isupper():
            return None
        return _found(view, index, last, "village")
    return None


def _with_head(view: View, index: int) -> Found | None:
    """*Mount Sinabung*, *Gulf of Aden*, *Jalan Kali Baru Barat*."""
    token, after = view.tokens[index], view.at(index + 1)
    if after is None:
        return None
    before = view.before(index)
    if before is not None and before.text[:1].isupper() and before.text.isalpha() and index - 1 > view.first:
        return None  # part of a longer name: *Angkatan Laut*
    if token.text in words("head") or token.text in words("head_id"):
        last = _capitals(view, index + 1, 3)
        return _found(view, index, last, "landmark") if last > index + 1 else None
    if f"{token.text} {after.lower}" in words("head"):
        last = _capitals(view, index + 2, 2)
        return _found(view, index, last, "landmark") if last > index + 2 else None
    return None


def _with_tail(view: View, index: int) -> Found | None:
    """*Fifth Avenue*, *Joint Security Area*: capitalised words with a kind of place at their end."""
    if view.tokens[index].text in _NOT_FIRST or view.tokens[index].text in words("tail"):
        return None
    last = _capitals(view, index)
    for end in range(last, index + 1, -1):
        if view.tokens[end - 1].text in words("tail"):
            following = view.at(end)
            if following is not None and following.text[:1].isupper() and end < last:
                return None
            return _found(view, index, end, "landmark")
    return None
