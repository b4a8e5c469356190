"""The shapes that Indonesian roots take in a text: generated, so that a word is known by look-up alone."""

from functools import lru_cache

from .. import load
from ..vocabulary import vocabulary

__all__ = ["forms_of", "is_bare"]

_VOWELS = frozenset("aeiou")


def forms_of(lemma: str, part: str) -> dict[str, str]:
    """Return each written form of a lemma with its voice: active, passive, bare, noun.

    ``=`` before a lemma keeps it as it is. Verbs take meN-, di- and, without -kan or -i, ter-; the bare
    form serves in headlines and after *kami*, *saya*.

    >>> forms_of("tangkap", "verb")["menangkap"], forms_of("tangkap", "verb")["ditangkap"]
    ('active', 'passive')
    >>> forms_of("=bertemu", "verb")
    {'bertemu': 'active'}
    """
    if part == "noun":
        return dict.fromkeys((lemma.lstrip("="), f"{lemma.lstrip('=')}-{lemma.lstrip('=')}"), "noun")
    if lemma.startswith("="):
        word = lemma[1:]
        return {word: "passive" if word.startswith("di") and len(word) > 5 else "active"}
    found = {lemma: "bare", f"di{lemma}": "passive"}
    found.update(dict.fromkeys(_with_men(lemma), "active"))
    if not lemma.endswith(("kan", "i")):
        found[f"ter{lemma}"] = "passive"
    return found


@lru_cache(maxsize=20_000)
def is_bare(word: str) -> bool:
    """Return whether a small word is a verb without its prefix, as headlines write it: newspapers mostly prefix it.

    >>> is_bare("perhatikan"), is_bare("siapkan"), is_bare("hukum"), is_bare("pengusaha")
    (True, True, False, False)
    """
    seen = vocabulary(load("id")).small
    return len(word) > 3 and any(seen.get(form, -1) > seen.get(word, 0) for form in _with_men(word))


def _with_men(root: str) -> tuple[str, ...]:
    """Return the root with its meN- prefix, in every spelling that newspapers use."""
    first, second = root[:1], root[1:2]
    if root.startswith("per"):
        return (f"mem{root}", f"me{_NASAL['p']}{root[1:]}")
    if sum(letter in _VOWELS for letter in root) == 1 and len(root) <= 4:
        return (f"menge{root}", f"me{_NASAL.get(first, '')}{root[first in 'kpst' :]}")
    if first in _VOWELS:
        return (f"meng{root}",)
    if first in "kpst" and (second in _VOWELS or root.startswith("sy")):
        return (f"me{_NASAL[first]}{root[1:]}",)
    if first in "bfvp":
        return (f"mem{root}",)
    if first in "djczts":
        return (f"men{root}",)
    if first in "ghk":
        return (f"meng{root}",)
    return (f"me{root}",)


_NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
