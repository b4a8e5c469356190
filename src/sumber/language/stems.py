"""Light stems: enough to find *pertemuan* by *bertemu* and *ships* by *ship*, and no more."""

from functools import cache, lru_cache

from . import load
from .vocabulary import vocabulary

__all__ = ["stem"]

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_ENDINGS = ("", "kan", "an", "i")
_PREFIXES = (
    *("memper", "diper", "menge", "penge", "keber", "berke"),
    *("meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "me", "pe"),
    *("ber", "per", "ter", "di", "ke", "se", ""),
)
_TAKEN = {"meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t", "meng": "k", "peng": "k"}
_KNOWN_PREFIXES = frozenset(_PREFIXES)
_SIZES = sorted({len(prefix) for prefix in _PREFIXES} - {0})
_HEADS = frozenset(prefix[:2] for prefix in _PREFIXES if prefix)  # no word that begins otherwise has a prefix
_VOWELS = frozenset("aeiou")
_SAFE = ("meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "di")
_SHORTEST = 4  # letters that a root keeps
_SEEN = 3  # class of frequency that a root has at least (8 times in the corpus of the word list)
_UNSEEN = 5  # letters that a root unknown to the word list keeps
_RARER = 6  # how many classes rarer than the whole word a root may be


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the light stem of a casefolded word; the word itself where nothing is known of its language.

    An Indonesian word loses affixes only if a word is left that newspapers use.

    >>> stem("pertemuan", "id"), stem("bertemu", "id"), stem("memberikan", "id"), stem("menteri", "id")
    ('temu', 'temu', 'beri', 'menteri')
    >>> stem("ships", "en"), stem("parties", "en"), stem("sinking", "en"), stem("stopped", "en")
    ('ship', 'party', 'sink', 'stop')
    """
    if language in ("id", "ms"):
        return _indonesian(word)
    return _english(word) if language == "en" else word


@cache
def _classes() -> dict[str, int]:
    return vocabulary(load("id")).small


@cache
def _given() -> dict[str, str]:
    """Return the words whose stem no rule finds, or whose look deceives."""
    return {row["word"]: row["stem"] for row in load("id").table("stems")}


def _indonesian(word: str) -> str:
    half, hyphen, other = word.partition("-")
    if hyphen and half == other and len(half) > 2:
        word = half
    for clitic in _CLITICS if word.endswith(_CLITICS) else ():
        if word.endswith(clitic) and word[: -len(clitic)] in _classes() and len(word) > len(clitic) + 3:
            word = word[: -len(clitic)]
            break
    if word in _given():
        return _given()[word]
    least = max(_SEEN, _classes().get(word, 0) - _RARER)
    roots = [(len(root), root) for root in _roots(word) if _classes().get(root, 0) >= least]
    return _indonesian(min(roots)[1]) if roots else _by_rule(word)


def _by_rule(word: str) -> str:
    """Return an unknown word without its safest affixes: *ditangkap* without *di*."""
    for prefix in _SAFE if word[:2] in _HEADS else ():
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _UNSEEN - (prefix in _TAKEN):
            word = f"{_TAKEN.get(prefix, '').strip('k')}{rest}" if rest[0] in _VOWELS else rest
            break
    for ending in ("kan", "an"):
        if word.endswith(ending) and len(word) - len(ending) >= _UNSEEN:
            return word[: -len(ending)]
    return word


def _roots(word: str) -> list[str]:
    """Return what may be left of a word without prefix and ending."""
    found: list[str] = []
    sizes = [size for size in _SIZES if word[:size] in _KNOWN_PREFIXES] if word[:2] in _HEADS else []
    for ending in _ENDINGS:
        if ending and not word.endswith(ending):
            continue
        if ending:
            found.append(word[: -len(ending)])
        for size in sizes:
            prefix, rest = word[:size], word[size : len(word) - len(ending)]
            if len(rest) >= _SHORTEST - (prefix in _TAKEN):
                taken = _TAKEN.get(prefix, "") if rest[0] in _VOWELS else ""
                found += [f"{taken}{rest}", *([rest] if taken == "k" else [])]
    return [root for root in found if len(root) >= _SHORTEST]


def _english(word: str) -> str:
    if len(word) <= 3 or not word.isascii():
        return word
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and word[-2] not in "sui" and len(word) > 3:
        return _english_verb(word[:-1])
    return _english_verb(word)


def _english_verb(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2 and any(letter in "aeiouy" for letter in root):
            if root[-1] == root[-2] and root[-1] not in "lsz":
                return root[:-1]
            return root
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
