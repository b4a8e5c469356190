"""What is worth calling a statement: the act of a cue, and contents and sources that tell nothing."""

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from ....language.tokens import Token
from ....record import Act, SourceKind
from ..draft import Stretch
from ..reader import Reader
from .contents import FINITE
from .reshape import HEARSAY
from .speakers import source_words

__all__ = ["BE", "act_of_cue", "is_empty", "is_mark", "is_somebody", "tells"]

BE = frozenset("is are was were be been being 's 're".split())
_NEGATIONS = frozenset(
    "not n't never no nor neither little few refusal refusing refused refuses refuse declined declines without "
    "fail fails failed failing forgot forgets neglected".split()
)
_THING = 3  # words
_BARE = 2
_SHOWING = frozenset("show shows showed shown showing".split())
_NOTHING = frozenset({"no", "nothing", "little", "nobody"})
_KINDS = ("active", "agentless", "tagged")
_LONGEST = 4  # words of a cue phrase in the table
_NAMING = frozenset(
    "named called dubbed labeled labelled termed deemed branded identified known mentioned listed ranked rated".split()
)
_TITLING = frozenset({"titled", "entitled"})
_DUTY = frozenset({"have", "has", "supposed", "required", "must", "need", "needs", "ought"})
_HARD = frozenset("way able unable hard difficult impossible easy early late soon".split())
_PLANS = frozenset({"plan", "plans", "schedule", "custom"})
_DETERMINERS = frozenset("a an the his her its their our my your this that these those some any more".split())
_FINDING = frozenset("find finds found".split())
_NO_CONTENT = frozenset("according adding saying about on in at as after of for from".split())
_LONG_CONTENT = 9  # words


def act_of_cue(reader: Reader, words: Sequence[Token]) -> Act | None:
    """Return the act of the first cue word or phrase among the words of a cue, None if none is known.

    An adverb of hearsay gives the act only if no other word does: *allegedly vowed* is a promise.
    """
    if words and is_mark(words):
        return Act.SAY
    lowers = [token.lower for token in words]
    plain = [word for word in lowers if word not in HEARSAY]
    return _first_act(reader, plain) or _first_act(reader, lowers)


def _first_act(reader: Reader, words: Sequence[str]) -> Act | None:
    for start, length in itertools.product(range(len(words)), range(_LONGEST, 0, -1)):
        if start + length > len(words):
            continue
        phrase = " ".join(words[start : start + length])
        for kind in _KINDS:
            act = reader.cues.act(kind, phrase)
            if act is not None:
                denied = length == 1 and _is_denied(words)
                return None if denied and (act is not Act.BELIEVE or "no" in words) else act
    return None


def _is_denied(words: Sequence[str]) -> bool:
    return not _NEGATIONS.isdisjoint(words)


def is_empty(
    reader: Reader, act: Act, words: Sequence[Token], content: Sequence[Stretch], kind: SourceKind | None
) -> bool:
    """Return whether a cue and its content tell of no statement: a bare thing planned, a name given, a find.

    ``kind``: of the source, None if there is none.
    """
    if act is Act.EXPECT and _is_thing(reader, content):
        return True
    lowers = {token.lower for token in words}
    if lowers & _TITLING or _is_duty(words) or _is_hard(reader, words):
        return True
    quoted = any(quote.start <= content[0][0] < quote.end for quote in reader.quotes_at(*content[0]))
    first = next(iter(reader.within(content[0]))).lower
    wants_clause = first in _NOTHING or lowers & source_words("clause only")
    if lowers & _SHOWING and kind not in (SourceKind.DOCUMENT, SourceKind.OUTLET, SourceKind.ANONYMOUS):
        wants_clause = True
    if not quoted and wants_clause and not tells(reader, content):
        return True
    if kind is None and (
        lowers & _NAMING or (not quoted and (_is_hanging(words) or _is_bare(reader, content)))
    ):
        return True
    inside = {token.lower for stretch in content for token in reader.within(stretch)}
    return bool(lowers & _FINDING) and not (inside & FINITE or any(word.endswith("ed") for word in inside))


def _is_duty(words: Sequence[Token]) -> bool:
    """Return whether a cue is only what somebody ought to do: *are supposed to declare*, *must report*."""
    lowers = [token.lower for token in words]
    return "to" in lowers[1:-1] and not _DUTY.isdisjoint(lowers[: lowers.index("to", 1)])


def _is_hard(reader: Reader, words: Sequence[Token]) -> bool:
    """Return whether a cue is an infinitive behind a word for how easy it is: *no way to tell how ...*."""
    lowers = [token.lower for token in words]
    if "to" in lowers and not _HARD.isdisjoint(lowers[: lowers.index("to")]):
        return True  # *it is difficult to say*
    if words[0].lower != "to":
        return False
    before = bisect_left(reader.tokens, words[0].start, key=_start) - 1
    return before >= 0 and reader.tokens[before].lower in _HARD


def _start(token: Token) -> int:
    return token.start


def _is_hanging(words: Sequence[Token]) -> bool:
    """Return whether a cue is a participle whose subject was not found: *, suggesting that ...*."""
    return words[-1].lower.endswith("ing") and words[0].lower not in BE


def _is_bare(reader: Reader, content: Sequence[Stretch]) -> bool:
    """Return whether a content is one or two words: *it*, *a problem*."""
    words = " ".join(reader.text[start:end] for start, end in content).split()
    return len(words) <= _BARE


def _is_thing(reader: Reader, content: Sequence[Stretch]) -> bool:
    """Return whether a content is a bare thing and tells of no happening: *plans a party*, *hopes for food*."""
    words = " ".join(reader.text[start:end] for start, end in content).split()
    return len(words) <= _THING and "to" not in words


def tells(reader: Reader, content: Sequence[Stretch]) -> bool:
    """Return whether a content holds a clause: a finite verb, or *to* near its start."""
    words = [token.lower for stretch in content for token in reader.within(stretch)]
    if words[0] in _NO_CONTENT or (words[0].endswith("ly") and len(words) < _LONG_CONTENT):
        return False
    return (
        words[0] == "to"
        or _has_infinitive(words)
        or not FINITE.isdisjoint(words)
        or any(word.endswith("ed") for word in words)
    )


def _has_infinitive(words: Sequence[str]) -> bool:
    """Return whether *to* with a verb stands near the start: *him to go*, not *drama to the campaign*."""
    at = next((n for n in (1, 2) if words[n : n + 1] == ["to"]), None)
    return at is not None and words[at + 1 : at + 2] != [] and words[at + 1] not in _DETERMINERS


def is_somebody(reader: Reader, source: Stretch) -> bool:
    """Return whether a phrase may be a source: not *the*, not *neither of them*, not *(according to) plan*."""
    words = [token.lower for token in reader.within(source)]
    return (
        words[0] not in ("neither", "nobody", "no")
        and words not in (["the"], ["a"], ["q"])
        and any(word[0].isalnum() for word in words)
        and not (len(words) == 1 and words[0] in _PLANS)
    )


def is_mark(words: Sequence[Token]) -> bool:
    """Return whether a cue is only a mark, such as a headline's colon."""
    return all(not token.text[0].isalnum() for token in words)
