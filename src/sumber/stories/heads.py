"""What people without a name are called by: the noun at the head of a phrase, *driver* in *the male driver of it*."""

import re
from functools import cache
from pathlib import Path

from ..language import available, load
from ..language.tables import read_table
from ..record import Actor, Record

__all__ = ["head_keys", "head_of"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_ENDS = ("prep", "rel", "boundary")  # classes of words that end the noun's own part of a phrase
_BEFORE = ("quantity", "article", "det", "person_mark", "several", "pronoun", "aux", "amount", "estimate")
_PLAIN = Path(__file__).parent / "data" / "plain_heads.tsv"


def head_keys(record: Record, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return the heads of those actors that no name is known of, in the language of the article."""
    code = record.article.language
    if code not in available():
        return frozenset()
    heads = (head_of(actor.of(record.article.text), code) for actor in actors if actor.name is None)
    return frozenset(f"{code}:{head}" for head in heads if head)


def head_of(phrase: str, code: str) -> str | None:
    """Return the noun at the head of a phrase and names in it; None of a pronoun, a name, a noun that fits anybody.

    >>> head_of("The male driver of the tram, a 42-year-old from Lembar", "en"), head_of("seorang sopir truk", "id")
    ('driver', 'sopir')
    >>> head_of("Two Timorese soldiers", "en"), head_of("dua tentara Norwegia", "id")
    ('soldiers timorese', 'tentara norwegia')
    >>> head_of("three people", "en"), head_of("Dewi Kamil", "id")
    (None, None)
    """
    words, ends, before = _WORD.findall(phrase), _words(code, _ENDS), _words(code, _BEFORE)
    while words and (words[0].lower() in before or not words[0][0].isalpha()):
        words.pop(0)
    stop = next((at for at, word in enumerate(words) if word.lower() in ends or not word[0].isalnum()), None)
    own = words[:stop]
    if not own:
        return None
    last = "head" in _words(code, ("last",))
    head = own[-1] if last else own[0]
    if not head.islower() or len(head) < 3 or head in _plain(code) or head in before:
        return None
    nation = [word.lower() for word in (own[:-1] if last else own[1:]) if word[0].isupper()]
    return " ".join((head, *nation))


@cache
def _words(code: str, classes: tuple[str, ...]) -> frozenset[str]:
    rows = load(code).table("event_words")
    return frozenset(word for row in rows if row["class"] in classes for word in row["words"].split())


@cache
def _plain(code: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(_PLAIN) if row["language"] == code)
