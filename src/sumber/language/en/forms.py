"""The shapes that English words take in a text: generated, so that a word is known by look-up alone."""

from functools import cache

__all__ = ["forms_of"]

_VOWELS = frozenset("aeiou")


def forms_of(lemma: str, part: str) -> dict[str, str]:
    """Return each written form of a lemma: active, passive (only a participle), either, base, noun.

    ``=`` before a lemma keeps it as it is. A regular past is ``either``: *attacked* may stand in *was attacked*.

    >>> forms_of("seize", "verb")["seized"], forms_of("take", "verb")["took"], forms_of("take", "verb")["taken"]
    ('either', 'active', 'passive')
    """
    if lemma.startswith("="):
        return {lemma[1:]: "noun" if part == "noun" else "active"}
    if part == "noun":
        return {lemma: "noun", _with_s(lemma): "noun"}
    past, participle = _irregular().get(lemma, ("", ""))
    found = {_with_s(lemma): "active", _with_ing(lemma): "active"}
    if past:
        found[participle] = "either" if participle == past else "passive"
        found.setdefault(past, "active")
        found.setdefault(lemma, "base")
    else:
        found[_with_ed(lemma)] = "either"
        found[lemma] = "base"
    if lemma in _spelling("either"):  # American and British spelling
        found |= {f"{lemma}led": "either", f"{lemma}ling": "active"}
    return found


def _spelling(name: str) -> frozenset[str]:
    """Return the verbs whose last letter is ``doubled`` before an ending, or may be (``either``)."""
    from . import LANGUAGE

    return LANGUAGE.classes("verb_spelling")[name]


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    from . import LANGUAGE

    return {row["verb"]: (row["past"], row["participle"]) for row in LANGUAGE.table("irregular_verbs")}


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{word}{word[-1]}ed" if word in _spelling("doubled") else f"{word}ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return f"{word[:-1]}ing"
    return f"{word}{word[-1]}ing" if word in _spelling("doubled") else f"{word}ing"
