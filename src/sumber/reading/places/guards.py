"""Whether a name of the gazetteer, where it stands, is a place: not a person, body, company or common word."""

from collections.abc import Iterator

from ...gazetteer import Candidate, lookup
from ...language.tokens import Token
from ..beside import GENITIVES
from .found import View
from .words import demonyms, guarded, is_surname, levels, words

__all__ = ["allowed", "first_names", "fitting", "joined", "level_before"]

_STRONG, _FAIR, _WEAK = 66.0, 50.0, 45.0
_GENITIVES = GENITIVES | {"'", "’"}
_JOINTS = frozenset("of and dan the al el de del la - ’ ' . d'Ivoire upon on sur".split())


def joined(view: View, first: int, last: int) -> bool:
    """Return whether tokens may be one name: capitals or small joints, one blank or nothing between."""
    tokens = view.tokens
    if not tokens[last - 1].text[:1].isupper():
        return False
    for left, right in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        between = view.text[left.end : right.start]
        if between not in ("", " ", "\xa0", "\n") or not (right.text[:1].isupper() or right.text in _JOINTS):
            if not (right.text == "," or (left.text == "," and right.text.startswith("D"))):
                return False
        elif between == "" and left.text[-1:].isalpha() and right.text[:1].isupper():
            return False  # two names that a crawler glued
    return True


def fitting(name: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Drop candidates that a short or all-capital name cannot mean."""
    if name.isupper() and len(name) <= 4 and name not in words("nation"):
        return ()
    if " " not in name:
        candidates = tuple(
            c for c in candidates if c.how < 3 or c.importance >= (52 if len(name) > 6 else 58)
        )
    return candidates


def allowed(view: View, first: int, last: int, candidates: tuple[Candidate, ...], *, known: bool) -> bool:
    """Return whether a name of the gazetteer is a place here; ``known``: it was one elsewhere in the article."""
    name = view.words(first, last)
    best = candidates[0]
    if name in demonyms() and (view.language == "en" or best.level != "country"):
        return False
    if name.lower() in words("holder") | words("public") | words("generic"):
        return False
    if _in_body(view, first, last) or _beside_body(view, first, last):
        return False
    level_word = level_before(view, first) is not None
    if name in guarded("common") and not level_word:
        return False
    if name in guarded("given") and (_is_person(view, last) or _is_first_name(view, first, name)):
        return False
    if (
        last - first == 1
        and best.importance < _STRONG
        and is_surname(name)
        and _is_surname_here(view, first, best)
    ):
        return False
    common = all(view.is_common(token) for token in view.tokens[first:last] if token.text[:1].isupper())
    if (
        best.level != "country"
        and common
        and last - first == 1
        and _is_foreign(view, best)
        and not level_word
    ):
        return _has_context(view, first, best) or _is_held(view, first, last)
    if best.level == "country" or best.importance >= _STRONG:
        return best.how < 3 or not common
    typed = last - first > 1 and view.tokens[last - 1].text in words("tail")
    if best.level in ("landmark", "region") and last - first > 1:
        return True
    if level_word or typed or _in_container(view, last, candidates):
        return True
    held = _is_held(view, first, last)
    if common and last - first > 1 and best.importance >= 40 and _has_context(view, first, best):
        return True
    if common or (_beside_name(view, first, last) and not held):
        return False
    if known or held or (best.importance >= _FAIR and best.how == 1 and not is_surname(name)):
        return True
    return _has_context(view, first, best)


def _is_surname_here(view: View, first: int, best: Candidate) -> bool:
    """Return whether a surname stands as one: behind another name, or a small town's owning: *in Forbes' words*."""
    before, after = view.before(first), view.at(first + 1)
    if after is not None and after.text in _GENITIVES and best.importance < _FAIR:
        return True
    if before is None or not before.text.istitle() or not before.text.isalpha() or first - 1 == view.first:
        return False
    return not (
        view.is_common(before) or lookup(before.text) or before.lower in words("holder") | words("generic")
    )


def _is_foreign(view: View, best: Candidate) -> bool:
    """Return whether a place lies abroad for Indonesian, whose common words many foreign towns are like: *Turis*."""
    return view.language == "id" and best.country != "ID"


def _in_container(view: View, last: int, candidates: tuple[Candidate, ...]) -> bool:
    """Return whether a comma and a place that holds it follow: *Cibinong, Bogor*, *Athens, Ga.*."""
    comma, after = view.at(last), view.at(last + 1)
    if comma is None or comma.text != "," or after is None or not after.text[:1].isupper():
        return False
    for end in range(min(last + 4, view.last), last + 1, -1):
        outers = lookup(view.words(last + 1, end))
        if (
            outers
            and not {outer.id for outer in outers} & {inner.id for inner in candidates}
            and any(
                outer.country == inner.country and (outer.level == "country" or outer.admin == inner.admin)
                for outer in outers
                if outer.level in ("country", "province", "regency", "city", "district")
                for inner in candidates
            )
        ):
            return True
    return False


def _is_held(view: View, first: int, last: int) -> bool:
    """Return whether the word before or after says so: *warga Bantul*, *Kapolresta Pekanbaru*, *Danbury police*."""
    before, after = view.before(first), view.at(last)
    if before is not None and before.lower in words("holder"):
        return True
    return after is not None and (after.text in words("after") or after.text in ("Mayor", "Police"))


def _has_context(view: View, first: int, best: Candidate) -> bool:
    """Return whether a lesser place is believed: after a preposition, or in a row of places."""
    before = view.before(first)
    if before is None:
        return False
    if before.lower in words("preposition"):
        return best.importance >= 30
    return before.lower in words("weak_preposition") and best.importance >= _WEAK


def _in_body(view: View, first: int, last: int) -> bool:
    """Return whether the name stands inside the name of a body that is not a public one: *Bank Indonesia*."""
    body = view.bodies.get(first)
    if body is None:
        return False
    start, end = body
    if (start, end) == (first, last):
        return False
    return not any(token.lower in words("public") for token in view.tokens[start:end])


def _beside_body(view: View, first: int, last: int) -> bool:
    """Return whether the words around make it the name of a company, paper, club or site."""
    before, second, after = view.before(first), view.before(first, 2), view.at(last)
    if before is not None and before.lower in words("body_before") and before.text[:1].isupper():
        return True
    if (
        before is not None
        and before.lower == "of"
        and second is not None
        and second.lower in words("body_before")
    ):
        return True
    if after is None:
        return False
    following = view.at(last + 1)
    if after.text == "." and following is not None and following.lower in ("com", "co", "id"):
        return True
    return after.lower in words("body_after") and after.text[:1].isupper()


def _beside_name(view: View, first: int, last: int) -> bool:
    """Return whether a city's name stands among other capitals, as a surname does."""
    before, after = view.before(first), view.at(last)
    leads = before is not None and before.text[:1].isupper() and not before.text.isupper()
    if leads and before is not None and (before.lower in words("holder") or before.lower in words("generic")):
        leads = False
    if leads and before is not None and first - 1 == view.first and view.is_common(before):
        leads = False
    follows = (
        after is not None and after.text[:1].isupper() and after.text.isalpha() and not after.text.isupper()
    )
    if follows and after is not None and (after.lower in words("public") or lookup(after.text)):
        follows = False
    return leads or follows


def _is_person(view: View, last: int) -> bool:
    """Return whether a name that is also a given name stands before a surname: *Israel Katz*, not *Iran Masoud P.*"""
    after = view.at(last)
    if after is None or not after.text[:1].isupper() or after.start > view.tokens[last - 1].end + 1:
        return False
    places = lookup(after.text)
    if (
        len(after.text) < 3
        or after.text.isupper()
        or (places and (view.language != "en" or places[0].importance >= 55))
    ):
        return False
    second = view.at(last + 1)
    return second is None or not second.text[:1].isupper()


def first_names(view: View) -> Iterator[str]:
    """Yield the words of a sentence that stand before a surname though they are places as well: *Georgia Stevens*."""
    if view.language != "en":  # headlines of other languages put a verb there
        return
    for index in range(view.first, view.last):
        after = view.at(index + 1)
        named = after is not None and not view.is_common(after)
        if named and view.tokens[index].text in guarded("given") and _is_person(view, index + 1):
            yield view.tokens[index].text


def _is_first_name(view: View, first: int, name: str) -> bool:
    """Return whether it is the first name of somebody in the article, and nothing before it says that it is a place."""
    before = view.before(first)
    return name in view.persons and (before is None or before.lower not in words("preposition"))


def level_before(view: View, first: int) -> str | None:
    """Return what the word before a name says of its level: *Kabupaten Bogor*."""
    before: Token | None = view.before(first)
    return levels().get(before.lower) if before is not None else None
