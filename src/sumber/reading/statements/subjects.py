"""The subject of a verb of saying in Indonesian: which of the words before the verb are the speaker.

The words between the start of the sentence and the verb are parted at commas, marks and joining words; clauses and
adverbials of their own are dropped, and what is left beside the verb is the subject: *Menanggapi kabar itu, [Budi]
mengatakan*; *Kabar itu muncul setelah [Budi] mengatakan*; *[Kepala desa, Budi,] yang hadir, mengatakan*.
"""

import re
from collections.abc import Sequence
from functools import cache

from ...language import load
from ...language.tokens import Token
from ...language.vocabulary import vocabulary

__all__ = [
    "begins_speaker",
    "can_say",
    "is_abstract",
    "looks_verbal",
    "skip_openers",
    "speaker_before",
    "subject_of_clause",
]

_LONGEST = 34  # tokens of one speaker's phrase
_MARKS = frozenset(';:"“”—.!?')
_VERBAL = re.compile(r"(?:mem|men|mel|mer|mew|mey|ber|ter|di)[a-z]{3,}$")
_ABSTRACT = re.compile(r"(?:ke[a-z]{3,}an|pe[a-z]{3,}an)(?:nya)?$")
_JOINTS = frozenset(
    {"dan", "serta", "atau", "lalu", "kemudian", "juga", "sekaligus", "hingga", "tetapi", "namun", "tapi"}
)
_CLAUSE_JOINTS = frozenset({"dan", "tetapi", "namun", "sementara", "sedangkan", "tapi", "serta"})
_COUNTED = frozenset({"pertama", "kedua", "ketiga", "terakhir"})
_MANNER = frozenset({"secara", "dengan", "tanpa"})
_AS = frozenset({"seperti", "sebagaimana"})
_LONG_VERB = 7  # letters
_DEMONSTRATIVE = frozenset({"ini", "itu", "tersebut"})


@cache
def _words(name: str) -> frozenset[str]:
    return load("id").classes("source_words").get(name, frozenset())


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in load("id").table("not_verbs"))


def looks_verbal(token: Token) -> bool:
    """Return whether a word is the verb of a clause, by its prefix or as one of the small words of a predicate."""
    word = token.text
    if not word.islower():
        return False
    if word in _words("predicate"):
        return True
    return _VERBAL.match(word) is not None and word not in _not_verbs() and not _is_known_noun(word)


def _is_known_noun(word: str) -> bool:
    return any(
        word in _words(name) for name in ("person", "group", "document", "crowd", "anonymous", "adverb")
    )


def speaker_before(
    tokens: Sequence[Token], first: int, verb: int, verbs: frozenset[str]
) -> tuple[int, int] | None:
    """Return the tokens (first, end) of the subject of the verb at ``verb``, None if there is none beside it.

    ``verbs`` are words that end a clause before it: other verbs of saying.
    """
    end = verb
    while end > first and (tokens[end - 1].lower in _words("adverb") or tokens[end - 1].text == ","):
        end -= 1
    end = _before_parentheses(tokens, first, end, verb)
    end = _before_manner(tokens, first, end)
    if end == verb and tokens[end - 1].text == "Lalu" and end - 1 >= first:  # also a given name
        return end - 1, end
    if tokens[first].text == "Lalu" and end <= first + 1:
        return first, first + 1
    if end > first and tokens[end - 1].lower in _JOINTS:
        return None  # the verb goes on another clause: its subject is that clause's
    start = _behind_break(tokens, first, end, verbs)
    start = _behind_front(tokens, start, end)
    start = _behind_clauses(tokens, start, end)
    if start >= end:
        return None
    end = _before_adverbial(tokens, start, end)
    start = _at_last_pronoun(tokens, start, end)
    if end - start > _LONGEST or not can_say(tokens[start:end]):
        return None
    return start, end


def _before_manner(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the end of a subject without how it is said: *Rina [secara lugas] mengatakan*, *Rina [dengan lantang]*."""
    if end - first > 2 and tokens[end - 1].text.islower() and tokens[end - 2].lower in _MANNER:
        return end - 2
    return end


def _at_last_pronoun(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a subject begins that a pronoun behind a comma is: *Rina angkat bicara, [ia] mengatakan*."""
    last = end - 1
    comma = last > start and tokens[last - 1].text == ","
    return last if comma and tokens[last].lower in _words("pronoun") else start


def _before_parentheses(tokens: Sequence[Token], first: int, end: int, verb: int) -> int:
    """Return the end of a subject without what stands between commas behind it: *S, seperti dilansir M, Senin, ...*."""
    if tokens[verb - 1].text != ",":
        return end
    for _ in range(3):
        comma = next((at for at in range(end - 1, first, -1) if tokens[at].text == ","), None)
        if comma is None or comma + 1 >= end:
            return end
        opening = tokens[comma + 1]
        if opening.text not in _words("day") and opening.lower not in _words("parenthesis"):
            return end
        end = comma
    return end


def _behind_break(tokens: Sequence[Token], first: int, end: int, verbs: frozenset[str]) -> int:
    """Return the index behind the last mark, *bahwa* and its like, or verb of saying before ``end``."""
    for index in range(end - 1, first - 1, -1):
        token = tokens[index]
        stop = token.text in _MARKS or (token.text in "–-" and index - first < 6)
        if token.text == "." and index + 1 < end and tokens[index + 1].start == token.end:
            stop = index > first and tokens[index - 1].text not in ("Dr", "dr", "Prof", "H", "Hj")
        saying = token.lower in verbs and index > first and not _after_yang(tokens, first, index)
        if saying and tokens[index - 1].lower in _AS:  # *Seperti dilaporkan koran itu, [polisi] menyebut*
            comma = _comma(tokens, index, end)
            return index + 1 if comma is None else comma + 1
        joint = token.lower in _words("joint") and tokens[index + 1].lower != "nya"  # *Karenanya, ...*
        if stop or joint or saying:
            return index + 1
    return first


def _after_yang(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Return whether a verb stands in a relative clause: *pejabat yang enggan disebut namanya*."""
    for at in range(index - 1, max(first, index - 7) - 1, -1):
        if tokens[at].lower == "yang":  # *laporan yang dikutip Rabu menyebut*: the clause has its verb
            return tokens[index - 1].lower in _JOINTS or not any(map(looks_verbal, tokens[at + 1 : index]))
        if tokens[at].text == ",":
            return False
    return False


def _behind_front(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the index behind openers (*Namun, Sementara itu*) and adverbials that a comma ends (*Saat rapat, ...*)."""
    for _ in range(4):
        start = skip_openers(tokens, start, end)
        if start >= end or not (
            _is_adverbial(tokens[start])
            or _is_time(tokens, start, end)
            or _opens_as_verb(tokens, start, end)
            or _is_credit(tokens, start, end)
        ):
            return start
        comma = _comma(tokens, start, end)
        if comma is None and tokens[start].lower in _words("subordinator"):
            return start + 1
        if comma is None:
            return _behind_loose_front(tokens, start, end)
        start = comma + 1
    return start


def _is_time(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a clause opens with a time that a comma ends: *Beberapa tahun lalu, ...*, *Malam itu, ...*."""
    comma = _comma(tokens, start, min(end, start + 6))
    if comma is None or comma == start:
        return False
    return tokens[comma - 1].lower in _words("time_end") and any(
        token.lower in _words("time") for token in tokens[start:comma]
    )


def _is_credit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence opens with whose words it tells: *Menurut Rina, hal ini menunjukkan*."""
    return tokens[start].lower == "menurut" and _comma(tokens, start, end) is not None


def _opens_as_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence opens with the verb of a clause that a comma ends: *Menindaklanjuti surat itu, ...*."""
    token = tokens[start]
    word = token.lower
    if not token.text[0].isupper() or len(word) < _LONG_VERB or _comma(tokens, start, end) is None:
        return False
    known = vocabulary(load("id")).small.get(word, 0) > 0 and not _is_known_noun(word)
    return known and _VERBAL.match(word) is not None and word not in _not_verbs()


def _is_adverbial(token: Token) -> bool:
    return (
        token.lower in _words("adverbial")
        or token.lower in _words("subordinator")
        or token.text in _words("day")
    )


def _behind_loose_front(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a subject begins behind an adverbial that no comma ends: *Pada Senin polisi*, *Di Jakarta ia*."""
    for index in range(start + 1, end):
        word = tokens[index].lower
        if word in _words("pronoun") and index == end - 1:
            return index
        if tokens[index - 1].text in (")",) and word not in ("di", "pada"):
            return index
        heads = word in _words("person") or word in _words("group")
        if heads and tokens[index - 1].text in _words("day"):
            return index
    return end


def _comma(tokens: Sequence[Token], start: int, end: int) -> int | None:
    return next((index for index in range(start, end) if tokens[index].text == ","), None)


def skip_openers(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the index behind the words that only join a sentence to the one before: *Sementara itu, ...*"""
    openers = _words("opener")
    while start < end:
        if tokens[start].text == "Lalu" and start + 1 < end and tokens[start + 1].text[:1].isupper():
            return start  # also a given name
        word = tokens[start].lower
        if start + 1 < end and tokens[start + 1].lower == "nya" and f"{word}nya" in openers:
            start += 2  # *Karenanya, polisi mengatakan*
            continue
        three = " ".join(token.lower for token in tokens[start : start + 3])
        two = " ".join(token.lower for token in tokens[start : start + 2])
        if three in openers:
            start += 3
        elif two in openers:
            start += 2
        elif tokens[start].lower in _COUNTED and start + 1 < end and tokens[start + 1].text != ",":
            return start  # *Kedua pemimpin mengatakan*, but *Kedua, mereka mengatakan*
        elif tokens[start].lower in openers or tokens[start].text in (",", "-", "–", ")", "'", "•"):
            start += 1
        else:
            return start
    return start


def _behind_clauses(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the index behind whole clauses before the subject: *Warga panik, [polisi]*, *... setelah [polisi]*."""
    verb = _finite(tokens, start, end)
    while verb is not None:
        cut = _cut_behind(tokens, verb, end)
        if cut is None:
            return start if tokens[verb - 1].lower in _words("subordinator") and verb - 1 > start else end
        start = skip_openers(tokens, cut, end)
        if start < end and _is_adverbial(tokens[start]):
            start = _behind_front(tokens, start, end)
        verb = _finite(tokens, start, end)
    return start


def _finite(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return the first verb before ``end`` that is no part of a relative clause or of a phrase between commas."""
    relative = False
    for index in range(start, end):
        word = tokens[index].lower
        if word in ("yang", "selaku", "sekaligus"):
            relative = True
        elif tokens[index].text == ",":
            relative = relative and not tokens[index + 1].text[:1].isupper()
        elif word in _words("subordinator") and index > start:
            if index + 1 < end and not begins_speaker(tokens[index + 1]):
                relative = True  # *Budi saat berkunjung mengatakan*
            elif not relative:
                return index
        elif (word == "untuk" and not relative and index + 1 < end and tokens[index + 1].text.islower()) or (
            not relative and looks_verbal(tokens[index])
        ):
            return index
    return None


def begins_speaker(token: Token) -> bool:
    """Return whether a speaker may begin here: a name, a pronoun, an office or a body."""
    return token.text[:1].isupper() or token.lower in _speakers()


def _cut_behind(tokens: Sequence[Token], verb: int, end: int) -> int | None:
    """Return where the next clause begins behind the verb of one: behind a comma or a word that joins clauses."""
    for index in range(end - 2, verb, -1):
        if (
            tokens[index - 1].text == ","
            and tokens[index].lower in _CLAUSE_JOINTS
            and begins_speaker(tokens[index + 1])
        ):
            return index + 1
    if tokens[verb].lower in _words("subordinator"):
        return verb + 1
    for index in range(verb + 1, end - 1):
        word = tokens[index].lower
        if tokens[index].text == "," or (
            word in _words("subordinator") and begins_speaker(tokens[index + 1])
        ):
            return index + 1
        if word in ("dan", "serta") and (
            tokens[index + 1].lower in _words("pronoun") or tokens[index + 1].lower == "pihaknya"
        ):
            return index + 1
    return None


def _before_adverbial(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the end of a subject without the adverbial behind it: *Budi [saat rapat] mengatakan*, *Ia [di Kupang]*."""
    for index in range(start + 1, end):
        word = tokens[index].lower
        if word in _words("subordinator"):
            return index
        if tokens[index].text in _words("day") and tokens[index - 1].text not in ("Raja", "Menteri"):
            return index - 1 if tokens[index - 1].lower in ("pada", "hari") and index - 1 > start else index
    if tokens[end - 1].text == ",":
        end -= 1
    if (
        end - start > 1
        and tokens[start].lower in _words("pronoun")
        and tokens[start + 1].lower in _words("stop")
    ):
        return start + 1
    return end


def can_say(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase may be a speaker at all: it begins and ends like a noun phrase."""
    head, last = tokens[0].lower, tokens[-1].lower
    if head == "banyak" and len(tokens) > 1 and tokens[1].lower in _speakers():
        return True
    if len(tokens) > 1 and last in _words("thing") and tokens[-1].text.islower():
        return False  # *upaya [mendorong]*: the verb belongs to the noun
    if (
        (head in _words("no_head") and tokens[0].text != "Lalu")
        or last in _words("no_tail")
        or tokens[0].text.isdigit()
    ):
        return False
    if _is_adverbial(tokens[0]) or looks_verbal(tokens[0]):
        return False
    return any(token.text[0].isalpha() for token in tokens)


def is_abstract(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase is a thing or a deed that cannot speak: *kenaikan harga*, *aksi itu*, *program ini*.

    Documents (*laporan itu*) can; so can bodies (*perusahaan*) and who stands in the tables of speakers.
    """
    head = tokens[0]
    if not head.text.islower() and head.lower not in _words("thing"):
        if not _ABSTRACT.match(head.lower) or head.lower in _speakers():
            return False
        return not any(token.text[:1].isupper() for token in tokens[1:])
    if head.lower in _speakers():
        return False
    return (
        head.lower in _words("thing")
        or _ABSTRACT.match(head.lower) is not None
        or head.lower in _DEMONSTRATIVE
    )


@cache
def _speakers() -> frozenset[str]:
    known = ("person", "group", "anonymous", "crowd", "document", "pronoun")
    return frozenset(word.split()[0] for name in known for word in _words(name))


def subject_of_clause(tokens: Sequence[Token], first: int, verb: int) -> tuple[int, int] | None:
    """Return the subject of the clause that a second verb goes on: *[Budi] datang dan mengatakan*."""
    start = _behind_front(tokens, first, verb)
    end = _finite(tokens, start, verb)
    while (
        end is not None
        and end > start
        and (
            tokens[end - 1].lower in _words("adverb")
            or tokens[end - 1].lower in _words("predicate")
            or tokens[end - 1].text == ","
        )
    ):
        end -= 1
    if end is None or end <= start or end - start > _LONGEST or not can_say(tokens[start:end]):
        return None
    return start, end
