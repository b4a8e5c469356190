"""The noun phrase of a speaker in English: where it starts and ends, and of which kind it is."""

from collections.abc import Sequence
from functools import cache, lru_cache

from ....language import load
from ....language.tokens import Token
from ....record import SourceKind
from ...relays.outlets import outlet_named

__all__ = ["DETERMINERS", "kind_of", "source_words", "speaker_after", "speaker_before"]

_LONGEST = 26
_CLOSED = frozenset('.!?;:"“”()—–')
DETERMINERS = frozenset(
    "a an the his her their its our my this these those some many most several another one two three".split()
)
_JOINTS = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "at",
        "in",
        "from",
        "with",
        "&",
        "'s",
        "’s",
        "s",
        "’",
        "'",
        "-",
        "to",
        "de",
        "al",
    }
)


_BEHIND_HEAD = frozenset({"of", "for", "at", "from", "who", "which", ",", "in", "inside", "on", "with"})
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "-old", "old")


@cache
def source_words(name: str) -> frozenset[str]:
    """Return the words of a class of the table ``source_words``."""
    return load("en").classes("source_words").get(name, frozenset())


def speaker_after(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of the phrase behind *said*: up to a mark or adverbial, with an apposition behind a comma."""
    end = first
    while end < last and end - first < _LONGEST:
        token = tokens[end]
        if token.text in _CLOSED:
            break
        if token.text == ",":
            apposition = _apposition(tokens, end + 1, last)
            if apposition is None:
                break
            return first, apposition
        stops = token.lower in source_words("stop") or token.text in source_words("stop")
        if end > first and stops and not (token.lower in _JOINTS and _goes_on(tokens, end, last)):
            break
        end += 1
    return (first, end) if end > first else None


def _goes_on(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether a joint stays in the phrase: *head of external affairs for Britain*, *spokesman at VW*."""
    if at + 1 >= last:
        return False
    following = tokens[at + 1]
    return tokens[at].lower in ("of", "from") or (
        following.text[:1].isupper()
        and following.text not in source_words("stop")
        and tokens[at].lower != "to"
    )


def _apposition(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the end of *, a lawmaker for the Labour Party* or *, who led the team*, None if none begins."""
    if first >= last or tokens[first].lower not in ("a", "an", "the", "who", "whose", "which"):
        return None
    for index in range(first, min(first + 18, last)):
        if tokens[index].text in _CLOSED or tokens[index].text == ",":
            return index
    return last


def speaker_before(
    tokens: Sequence[Token], first: int, verb: int, verbs: frozenset[str], *, at_end: bool = False
) -> tuple[int, int] | None:
    """Return the tokens of a verb's subject: from the clause's start to the verb, an apposition included.

    ``at_end``: nothing follows the verb (*C, S said*), so the subject stands behind the last comma.
    """
    end = verb
    while end > first and tokens[end - 1].lower in source_words("adverb"):
        end -= 1
    start = first
    for index in range(end - 1, first - 1, -1):
        if (
            tokens[index].text in ';:"“”—–'
            or tokens[index].lower in ("that", "because", "but", "while")
            or (tokens[index].lower in verbs and index < end - 1)
        ):
            start = index + 1
            break
    start = _skip(tokens, start, end)
    if end - start > _LONGEST or (at_end and tokens[end - 1].text != ","):
        start = _behind_last_comma(tokens, start, end)
    phrase = _last_phrase(tokens, start, end)
    return phrase if phrase and _can_speak(tokens[phrase[0] : phrase[1]]) else None


def _behind_last_comma(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((index + 1 for index in range(end - 1, start, -1) if tokens[index].text == ","), start)


def _skip(tokens: Sequence[Token], start: int, end: int) -> int:
    """Skip openers and adverbials in front: *But*, *In a statement,*, *After the vote,*."""
    for _ in range(3):
        while start < end and (
            tokens[start].lower in source_words("opener") or tokens[start].text in (",", "-", "--")
        ):
            start += 1
        if start < end and tokens[start].lower in source_words("adverbial"):
            comma = next((index for index in range(start, end) if tokens[index].text == ","), None)
            if comma is None:
                return start
            start = comma + 1
            continue
        break
    return start


def _last_phrase(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the subject within a stretch: the whole, or what stands behind a comma that ends a clause."""
    if start >= end:
        return None
    last = end
    if tokens[end - 1].text == ",":  # *Robert Merner, assistant chief, said*
        last = end - 1
    commas = [index for index in range(start, last) if tokens[index].text == ","]
    if not commas or _is_nominal(tokens[start : commas[0]]):
        return start, last
    behind = commas[-1] + 1
    return (behind, last) if behind < last else None


def _is_nominal(tokens: Sequence[Token]) -> bool:
    """Return whether a stretch is a noun phrase: it opens with a determiner or capital and is short, without a verb."""
    if not tokens or len(tokens) > 10:
        return False
    head = tokens[0]
    verbal = any(token.lower in _VERBS for token in tokens)
    return not verbal and (head.lower in DETERMINERS or head.text[:1].isupper())


_VERBS = frozenset("is was were are has have had will would could did does do been be may might can".split())


def _can_speak(tokens: Sequence[Token]) -> bool:
    head = tokens[0].lower
    if head in ("to", "not", "it", "there", "what", "that", "which", "this") or head in source_words(
        "adverbial"
    ):
        return False
    if tokens[-1].lower in source_words("prefix"):
        return False
    return tokens[0].text[:1].isalnum() and not any(token.lower in _VERBS for token in tokens[:12])


def kind_of(tokens: Sequence[Token]) -> SourceKind:
    """Return of which kind a speaker's phrase is: by the last noun of its head that is known, else by its shape."""
    words = [token.lower for token in tokens]
    cut = next((at for at, word in enumerate(words) if at and word in _BEHIND_HEAD), len(words))
    if outlet_named(" ".join(token.text for token in tokens[:cut])):
        return SourceKind.OUTLET
    known = next((kind for at in range(cut - 1, -1, -1) if (kind := _kind_at(tokens, at, cut))), None)
    if known is SourceKind.GROUP and "news" in words[:cut]:
        return SourceKind.OUTLET
    if known is SourceKind.ANONYMOUS and _is_named(tokens[:cut]):
        return SourceKind.PERSON
    return known or _kind_by_shape(tokens, cut)


def _kind_at(tokens: Sequence[Token], at: int, cut: int) -> SourceKind | None:
    """Return the kind that a word tells; a document's word that bears a surname is a given name: *Bill Walker*."""
    kind = _kind_of_word(tokens[at].lower)
    named = tokens[at].text.istitle() and at + 1 < cut and tokens[at + 1].text.istitle()
    return None if kind is SourceKind.DOCUMENT and named else kind


@lru_cache(maxsize=10_000)
def _kind_of_word(word: str) -> SourceKind | None:
    kinds = {
        "document": SourceKind.DOCUMENT,
        "outlet": SourceKind.OUTLET,
        "person": SourceKind.PERSON,
        "anonymous": SourceKind.ANONYMOUS,
        "group": SourceKind.GROUP,
        "crowd": SourceKind.GROUP,
    }
    return next((kind for name, kind in kinds.items() if word in source_words(name)), None)


def _is_named(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase ends in a name: *analyst Kari Moe*."""
    return (
        len(tokens) > 1 and tokens[-1].text[0].isupper() and tokens[-1].lower not in source_words("anonymous")
    )


def _kind_by_shape(tokens: Sequence[Token], cut: int) -> SourceKind:
    """Return the kind of a phrase without a known noun: capitals, an article, *which*."""
    words = [token.lower for token in tokens]
    if "which" in words or (tokens[0].text.isupper() and len(tokens[0].text) > 1):
        return SourceKind.GROUP
    capital = any(token.text[0].isupper() for token in tokens[1:cut])
    if words[0] in ("a", "an") and not capital:
        return SourceKind.GROUP if words[cut - 1].endswith("s") else SourceKind.PERSON
    if words[0] == "the":
        return SourceKind.PERSON if not capital and words[cut - 1].endswith(_DOERS) else SourceKind.GROUP
    return SourceKind.PERSON
