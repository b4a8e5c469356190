"""Whether an event is told as a fact: operators that stand over a predicate, each leaving a trace."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...language import load
from ...record import Act, Statement, Status
from .chunks import Clause

__all__ = ["Operator", "Verdict", "asked", "doubted", "operators", "operators_in", "verdict"]

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’"))
_REACH = 14  # words that a governing word may stand before what it governs
_BY_ACT = {
    Act.ASK: Status.CALLED_FOR,
    Act.DEMAND: Status.CALLED_FOR,
    Act.ORDER: Status.CALLED_FOR,
    Act.PROMISE: Status.PLANNED,
    Act.EXPECT: Status.PLANNED,
    Act.DENY: Status.DENIED,
    Act.CLAIM: Status.ALLEGED,
    Act.ACCUSE: Status.ALLEGED,
}
_MODALS = (Status.PLANNED, Status.POSSIBLE)
_TOLD = (Status.HAPPENED, Status.ONGOING, Status.PLANNED)
_OPENING = 3  # words before a condition that opens its sentence, and so governs the main clause too
_BEHIND, _AHEAD = 80, 40  # words before and after a predicate that its operators stand in
_SUBJECT = 6  # words from *no* to the verb of its noun
_FAR = 24  # words that a condition may follow its main clause by
_DOUBTED = frozenset({Act.CLAIM, Act.ACCUSE})  # leave what a noun takes for granted: *blamed the inquiry*
_STRONGEST = (
    Status.DENIED,
    Status.CALLED_FOR,
    Status.ALLEGED,
    Status.POSSIBLE,
    Status.PLANNED,
    Status.ONGOING,
    Status.HAPPENED,
)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word of ``event_status.tsv``: the status it gives, and to what.

    ``nobody``: to the verb whose subject it opens (*no judge would*);
    ``before``: to the verb that it stands in one group with; ``governs``: to the verb of its complement;
    ``cleft``: to the verb of a relative clause
    (*bukan polisi yang V*); ``clause``: to all up to the next comma; ``after``: to the noun or verb before it.
    """

    words: tuple[str, ...]
    status: Status
    scope: str


@dataclass(frozen=True, slots=True)
class Found:
    """An operator at its place in the sentence."""

    operator: Operator
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of one mention, with its reasons."""

    status: Status
    why: tuple[str, ...]
    negated_request: bool = False
    purpose: bool = False


@cache
def operators(code: str) -> dict[str, tuple[Operator, ...]]:
    """Return the operators of a language by their first word, the longest first."""
    found: dict[str, list[Operator]] = {}
    for row in load(code).table("event_status"):
        for entry in row["words"].split(" "):
            words = tuple(entry.split("_"))
            found.setdefault(words[0], []).append(Operator(words, Status(row["status"]), row["scope"]))
    return {word: tuple(sorted(some, key=lambda one: -len(one.words))) for word, some in found.items()}


def operators_in(clause: Clause, code: str) -> tuple[Found, ...]:
    """Return the operators of one sentence, from left to right."""
    table, found = operators(code), []
    at = clause.first
    while at < clause.last:
        step = 1
        done: set[str] = set()
        for operator in table.get(clause.lower(at), ()) if not _is_name(clause, at) else ():
            size = len(operator.words)
            if operator.scope in done or (done and size < step):
                continue
            if all(clause.lower(at + ahead) == word for ahead, word in enumerate(operator.words)):
                found.append(Found(operator, at, at + size))
                done.add(operator.scope)
                step = max(step, size)
        at += step
    return tuple(found)


def verdict(
    clause: Clause,
    present: Sequence[Found],
    span: tuple[int, int],
    acts: Sequence[Statement],
    noun: bool = False,
) -> Verdict:
    """Return the status of the predicate that covers tokens ``span``, and the words that make it so."""
    start = bisect_left(present, span[0] - _BEHIND, key=lambda one: one.first)
    near = present[start : bisect_left(present, span[1] + _AHEAD, key=lambda one: one.first)]
    hits = [one for one in near if _holds(clause, near, one, span, noun)]
    relative = None if noun else _relative(clause, span[0])
    if (
        relative is not None
    ):  # *mendesak X membebaskan nelayan yang ditahan*: what is told in passing is no wish
        hits = [
            one for one in hits if one.first > relative or one.operator.scope not in ("governs", "onward")
        ]
        acts = [one for one in acts if _BY_ACT.get(one.act) not in (Status.CALLED_FOR, Status.PLANNED)]
    reasons = [(one.operator.status, " ".join(one.operator.words)) for one in hits]
    if not any(status in (Status.DENIED, Status.POSSIBLE, Status.ALLEGED) for status, _ in reasons):
        sure = noun or _is_given(clause, span[0])
        told_by = [one.act for one in acts if one.act in _BY_ACT and not (sure and one.act in _DOUBTED)]
        reasons += [(_BY_ACT[act], str(act)) for act in told_by]
    if not reasons and any(one.act is Act.WARN for one in acts):
        reasons = [
            (Status.ALLEGED, str(Act.WARN))
        ]  # what somebody warns of as a fact is still only their word
    told = {status for status, _ in reasons}
    status = next((one for one in _STRONGEST if one in told), Status.HAPPENED)
    why = tuple(dict.fromkeys(f"{word} -> {found}" for found, word in reasons))
    purpose = (
        bool(hits)
        and not any(one.act in _BY_ACT for one in acts)
        and {one.operator.scope for one in hits if one.operator.status is status} == {"purpose"}
    )
    return Verdict(status, why, {Status.DENIED, Status.CALLED_FOR} <= told, purpose)


def asked(judged: Verdict, clause: Clause, last: int, *, title: bool) -> Verdict:
    """Return the verdict on what is only asked: *Benarkah X menyerang Y?*, or a title that asks without a word."""
    mark = clause.last - 1
    while mark > last and clause.lower(mark) in _QUOTES:
        mark -= 1
    if judged.status not in _TOLD or clause.lower(mark) != "?":
        return judged
    whole = title and not any(
        clause.does(at, "asks") or clause.lower(at) in (",", ":", ";") for at in range(last, mark)
    )
    polar = any(
        clause.does(at, "doubts") and not clause.does(at - 1, "seeks") for at in range(clause.first, last)
    )
    open_ = any(clause.does(at, "asks") for at in range(clause.first, last))
    if not clause.known.words.get("asks") or not (polar or (whole and not open_)):
        return judged
    return replace(judged, status=Status.POSSIBLE, why=(*judged.why, f"? -> {Status.POSSIBLE}"))


def doubted(judged: Verdict) -> Verdict:
    """Return the verdict on what a report only tells as a claim that it tests."""
    if judged.status not in _TOLD:
        return judged
    why = (*judged.why, f"claim under test -> {Status.ALLEGED}")
    return replace(judged, status=Status.ALLEGED, why=why)


def _holds(clause: Clause, present: Sequence[Found], one: Found, span: tuple[int, int], noun: bool) -> bool:
    scope = one.operator.scope
    if one.first < span[1] and span[0] < one.last:
        return False
    if scope in ("before", "purpose"):
        return not noun and one.last <= span[0] and _in_group(clause, present, one.last, span[0])
    if scope == "governs":
        if _is_subject(clause, one):
            return False
        return one.last <= span[0] and _reaches(clause, one.last, span[0])
    if scope == "cleft":
        return not noun and one.last < span[0] <= one.last + _REACH and _clefts(clause, one.last, span[0])
    if scope == "clause":
        return _in_clause(clause, present, one, span[0])
    if scope == "infinitive":
        return (
            clause.does(span[0] - 1, "infinitive")
            and one.last <= span[0]
            and _reaches(clause, one.last, span[0])
        )
    if scope == "onward":
        return one.last <= span[0] and _reaches(clause, one.last, span[0])
    if scope == "progressive":
        progressive = one.last <= span[0] and clause.lower(span[0]).endswith("ing")
        return progressive and _in_group(clause, present, one.last, span[0])
    if scope == "nobody":
        return not noun and _is_nobodys(clause, one, span[0])
    if scope == "noun":
        return noun and one.last <= span[0] <= one.last + 2 and not _broken(clause, one.last, span[0])
    if scope == "after":
        reach = 10 if noun else 3
        if not noun and clause.does(one.first - 1, "infinitive"):
            return False  # *called on Peru to continue*
        return span[1] <= one.first <= span[1] + reach and not _broken(clause, span[1], one.first, noun)
    return scope == "sentence"


def _is_nobodys(clause: Clause, one: Found, at: int) -> bool:
    """Whether a negated noun phrase is the subject of a verb: *no fair judge would jail her*."""
    subject = at - 1
    while subject >= one.last and _light(clause, subject):
        subject -= 1
    if at - one.last > _SUBJECT or clause.does(one.last, "assertive"):
        return False  # *no doubt rebels attacked the town*
    if (
        clause.does(one.first - 1, "be")
        or clause.does(one.first - 1, "have")
        or clause.does(one.first - 1, "prep")
    ):
        return False  # *there are no police*, *with no warning*
    if subject < one.last:
        return clause.lower(one.first) != "no" or one.last - one.first > 1  # *nobody saw*
    return not any(
        clause.stops(between) or clause.does(between, "prep") or clause.is_verb(between)
        for between in range(one.last, subject + 1)
    )


def _is_given(clause: Clause, at: int) -> bool:
    """Whether a clause of time is taken for granted: *accused him of silence after rebels attacked the town*."""
    for before in range(at - 1, max(clause.first, at - _REACH), -1):
        if clause.lower(before) in (",", ";") or clause.does(before, "rel"):
            return False
        if clause.does(before, "since"):
            return True
    return False


def _is_subject(clause: Clause, one: Found) -> bool:
    """Whether a noun is the subject of what follows: *her allegations have been investigated*."""
    if not clause.known.does("head", "last") or not clause.does(one.last - 1, "opinion"):
        return False
    return any(clause.does(one.last, part) for part in ("be", "have", "modal"))


def _relative(clause: Clause, at: int) -> int | None:
    """Return where the relative word of a verb stands, if only auxiliaries and the like stand between."""
    at -= 1
    while at > clause.first and _light(clause, at):
        at -= 1
    return at if at > clause.first and clause.does(at, "rel") and not clause.is_verb(at - 1) else None


def _in_group(clause: Clause, present: Sequence[Found], start: int, end: int) -> bool:
    """Whether only auxiliaries and the like stand between, or a verb that shares them (*akan X dan Y*)."""
    marked = {index for one in present for index in range(one.first, one.last)}
    at = end - 1
    if _before_bare(clause, at) and (at == start or at - 1 in marked or _light(clause, at - 1)):
        at -= 1
    while at >= start:
        if at in marked or at in clause.skip or _light(clause, at):
            at -= 1
            continue
        shared = _shared(clause, at, end)
        if shared is None or shared < start:
            return False
        at, end = shared - 1, shared
    return True


def _before_bare(clause: Clause, at: int) -> bool:
    """Whether a pronoun tells who does what the bare verb behind it says: *akan kami selidiki*."""
    if clause.known.does("head", "last") or not clause.does(at, "pronoun"):
        return False
    return not clause.lower(at + 1).startswith(("me", "ber", "di"))


def _is_name(clause: Clause, at: int) -> bool:
    """Whether a word within a sentence is written like a name: *Theresa May*."""
    if at <= clause.first or clause.headline or not clause.tokens[at - 1].text[:1].isalnum():
        return False  # *“If he ...”* begins a sentence of its own
    return clause.tokens[at].text.istitle()


def _light(clause: Clause, at: int) -> bool:
    return clause.lower(at) in _QUOTES or any(
        clause.does(at, part) for part in ("aux", "adverb", "be", "have", "control", "infinitive", "degree")
    )


def _clefts(clause: Clause, start: int, end: int) -> bool:
    """Whether only a noun phrase and a relative word stand between: *bukan polisi yang menangkap*."""
    at = end - 1
    while at > start and _light(clause, at):
        at -= 1
    return clause.does(at, "rel") and not any(clause.stops(between) for between in range(start, at))


def _shared(clause: Clause, at: int, end: int) -> int | None:
    """Return the verb that the one at ``end`` is coordinated with, if a conjunction stands between."""
    if not (clause.does(at, "conj") or (clause.lower(at) == "," and clause.is_verb(end))):
        return None
    joined = clause.joined_infinitive(at) if clause.is_base(end) and clause.does(at, "conj") else None
    if joined is not None:
        return joined
    for index in range(at - 1, max(clause.first, at - 16) - 1, -1):
        if clause.is_verb(index):
            return index
        if clause.does(index, "boundary") or clause.does(index, "rel"):
            return None
    return None


def _reaches(clause: Clause, start: int, end: int) -> bool:
    if end - start > _REACH:
        return False
    return not _broken(clause, start, end)


def _broken(clause: Clause, start: int, end: int, verbs: bool = False) -> bool:
    """Whether a boundary stands between (or a verb); complementisers let an operator through."""
    if clause.does(start, "complementiser"):
        start += 1
    for at in range(start, end):
        if verbs and clause.is_verb(at):
            return True
        if clause.lower(at) in (",", ";", ":", "—", "–") or clause.does(at, "subordinator"):
            return True
    return False


def _in_clause(clause: Clause, present: Sequence[Found], one: Found, at: int) -> bool:
    """Whether a word stands in the clause of a subordinator, or in a main clause with a modal beside it."""
    if at < one.first:
        return one.first - at < _FAR and _modal(present, at - _REACH, at)
    comma = next((i for i in range(one.last, at) if clause.lower(i) == ","), None)
    if comma is None or one.first - clause.first < _OPENING:
        return comma is None or not any(clause.lower(i) == "," for i in range(comma + 1, at))
    return _modal(present, comma, at) and at - comma < _REACH


def _modal(present: Sequence[Found], start: int, end: int) -> bool:
    """Whether an auxiliary of plan or possibility stands in a stretch."""
    return any(
        other.operator.scope == "before" and other.operator.status in _MODALS and start < other.first < end
        for other in present
    )
