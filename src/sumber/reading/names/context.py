"""What the words around a name say for or against its being a person."""

from ...language.tokens import Token
from ...record import NameKind
from .lexicon import Lexicon
from .runs import Found, Run

__all__ = ["in_context", "names_a_site"]

_FAR = 14
_AGED = 0.5
_SITE = -4.0  # outweighs all that a name tells by itself
_FEW = 4  # words that a thing may stand before *bernama*
_RANKS = ("rank", "honorific")


def in_context(found: Found, run: Run, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    """Return a name with what stands beside it: a verb of saying, an age in brackets, an office behind a comma.

    An unknown acronym that is told like a person (*ASF, warga ...*) becomes one.
    """
    if found.kind is not NameKind.PERSON:
        return _as_initials(found, run, tokens, known)
    more = _before(found, run, tokens, known) + _after(found, run, tokens, known)
    if names_a_site(found.first, tokens, known) or _opens_a_thing(found, run, tokens, known):
        more += _SITE
    return found._replace(context=round(more, 3))


def names_a_site(first: int, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a thing bears the name that begins here: *Bandara Ben Gurion*, *Camp David*, *Jalan KH Hasan*."""
    at = _before_titles(first, tokens, known)
    if at is None:
        return False
    before = tokens[at]
    if at and (tokens[at - 1].lower, before.lower) in known.titles:
        return False  # *Kepala Desa Rina Wati*
    small_wanted = known.code == "id" or before.text[0].isupper()  # *a camp David built* is no *Camp David*
    return (small_wanted and before.lower.rstrip(".") in known.context["site"]) or _is_called(
        at, tokens, known
    )


def _opens_a_thing(found: Found, run: Run, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether the name goes on as a thing's: *Jane Dawson Stadium*, *the Jane Dawson Award*."""
    return found.last < run.last and tokens[found.last].lower in known.context["thing"]


def _before_titles(first: int, tokens: tuple[Token, ...], known: Lexicon) -> int | None:
    """Return the token in front of a name and its ranks and forms of address, None if its sentence begins there."""
    at = first - 1
    if at > 1 and tokens[at].text == ")" and tokens[at - 2].text == "(":
        at -= 1  # *Rumah Sakit Umum Daerah (RSUD) [Rina Wati]*
    while (
        at >= 0
        and tokens[at].text[0].isupper()
        and known.titles.get((tokens[at].lower.rstrip("."),)) in _RANKS
    ):
        at -= 1
    return at if at >= 0 and tokens[at].sentence == tokens[first].sentence else None


def _is_called(at: int, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a thing, and nobody, is called by the word at ``at``: *kapal kargo bernama [X]*."""
    if known.titles.get((tokens[at].lower,)) != "called":
        return False
    before = [token for token in tokens[max(0, at - _FEW) : at] if token.sentence == tokens[at].sentence]
    if any(token.lower in known.title_words for token in before):
        return False  # *pemilik toko yang bernama Rina Wati*
    return any(token.lower in known.context[side] for token in before for side in ("site", "never"))


def _before(found: Found, run: Run, tokens: tuple[Token, ...], known: Lexicon) -> float:
    if found.first != run.first or not found.first:
        return 0.0
    word = tokens[found.first - 1].lower
    if word in known.context["before"]:
        return 0.3
    if word in known.context["never"] and found.score < 0.5:
        return -0.5
    return 0.0


def _after(found: Found, run: Run, tokens: tuple[Token, ...], known: Lexicon) -> float:
    after = tokens[found.last : found.last + 3]
    if found.last != run.last or not after:
        return 0.0
    said = 0.3 if after[0].lower in known.context["after"] else 0.0
    if len(after) < 3:
        return said
    if found.last - found.first < 2:
        return said + (_AGED if _is_age(*after) else 0.0)
    return said + _apposition(after, known) + _set_off(found, after[0], tokens, known)


def _apposition(after: tuple[Token, ...], known: Lexicon) -> float:
    """Return how much the words behind a name speak for a person: *(45)*, *, 45,* or *, ketua ...*."""
    mark, word, close = after
    if _is_age(*after):
        return _AGED
    if mark.text == "," and ((word.lower,) in known.titles or (word.lower, close.lower) in known.titles):
        return 0.4
    return 0.2 if mark.text == "," and word.lower in ("who", "whose", "yang") else 0.0


def _is_age(mark: Token, word: Token, close: Token) -> bool:
    """Return whether an age stands behind a name: *(45)*, *, 45,*."""
    marks = (mark.text, close.text)
    return word.text.isdigit() and len(word.text) == 2 and marks in (("(", ")"), (",", ","))


def _set_off(found: Found, mark: Token, tokens: tuple[Token, ...], known: Lexicon) -> float:
    """Return how much it says that a name is set off by commas behind an office: *Ketua Umum X, Budi Jaya, ...*."""
    if found.first < 2 or tokens[found.first - 1].text != "," or mark.text not in (",", "."):
        return 0.0
    before = tokens[max(0, found.first - _FAR) : found.first - 1]
    same = [token for token in before if token.sentence == tokens[found.first].sentence]
    for token in reversed(same):
        if token.text in (",", ".", ";"):
            break
        if known.titles.get((token.lower,)) in ("role", "open", "rank"):
            return 0.45
    return 0.0


def _as_initials(found: Found, run: Run, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    word = tokens[found.first].text
    after = tokens[found.last : found.last + 3]
    if (
        run.last - run.first > 1
        or not word.isupper()
        or (word,) in known.bodies
        or len(word) > 4
        or len(after) < 3
    ):
        return found
    kind = known.titles.get((after[1].lower,))
    aged = (
        after[0].text == "(" and after[1].text.isdigit() and len(after[1].text) == 2 and after[2].text == ")"
    )
    if aged or (after[0].text == "," and kind == "weak"):
        return found._replace(kind=NameKind.PERSON, score=0.6)
    return found
