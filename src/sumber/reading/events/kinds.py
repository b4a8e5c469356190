"""Whether a written form is a verb or a noun where it stands."""

from ...record import Role
from .chunks import Clause
from .lexicon import Trigger
from .scene import Scene

__all__ = ["right_kind"]

_JOINED = 16  # words between an infinitive and another that *and* joins to it


def right_kind(scene: Scene, at: int, last: int, trigger: Trigger) -> bool:
    """Return whether the word is a verb or noun here, as its rule asks."""
    clause, title = scene.clause, scene.role is Role.TITLE
    token = clause.tokens[at]
    if clause.named(at):
        return False  # *Just Stop Oil*, *Dana Bash*
    if not title and token.text[:1].isupper() and at > clause.first and last == at + 1:
        return False
    if clause.does(at - 1, "manner") or (trigger.voice == "bare" and clause.does(at - 1, "prep")):
        return False
    if clause.does(at, "nominal") and trigger.rule.part != "noun" and _is_object(clause, at):
        return False
    if trigger.voice == "bare":
        return title or clause.does(at - 1, "pronoun")
    if trigger.rule.part != "noun" and clause.known.words.get("be"):
        return _verbal(clause, at, trigger.voice, title, phrase=bool(trigger.rest))
    return trigger.rule.part != "noun" or _nominal(clause, at)


def _is_object(clause: Clause, at: int) -> bool:
    """Whether a word that is noun and verb stands as a noun here: *memicu tawuran*, *dalam aksi tawuran*."""
    before = at - 1
    if clause.does(before, "prep") or clause.does(before, "nominal_head"):
        return True
    return (
        clause.lower(before).startswith("me")
        and clause.is_verb(before)
        and not clause.does(before, "control")
    )


def _verbal(clause: Clause, at: int, voice: str, title: bool, phrase: bool = False) -> bool:
    """Whether an English form is a verb by what stands next to it."""
    before = at - 1
    if clause.does(before, "det") or clause.does(before, "genitive"):
        return False
    if clause.lower(at).endswith("ing") and clause.known.names(clause.lower(at)):
        return _opens_object(clause, at + 1)
    if voice == "base":
        near = before
        while clause.does(near, "adverb") and not clause.does(near, "modal"):
            near -= 1
        led = any(clause.does(near, part) for part in ("modal", "infinitive", "pronoun"))
        led = (
            led or (clause.is_a(before, "agent") and _is_demanded(clause, before)) or _is_joined(clause, near)
        )
        return title or led or _plural_subject(clause, at, phrase)
    if clause.lower(at).endswith("s") and voice == "active":
        if clause.does(before, "prep") and clause.known.names(clause.lower(at)):
            return False  # *near protests against the mayor*
        named = clause.tokens[before].text[:1].isupper() or clause.is_a(before, "agent")
        return title or clause.does(before, "pronoun") or (before >= clause.first and named)
    gerund = clause.lower(at).endswith("ing") and clause.does(before, "prep")
    return not gerund or _is_charge(clause, before)


def _is_joined(clause: Clause, at: int) -> bool:
    """Whether *and* joins a base form to an infinitive before it: *is to give a speech and meet the king*."""
    if not clause.does(at, "conj"):
        return False
    for before in range(at - 1, max(clause.first, at - _JOINED), -1):
        if clause.does(before, "subordinator") or clause.lower(before) in (",", ";"):
            return False
        if clause.does(before, "infinitive") or clause.does(before, "modal"):
            return clause.tokens[before + 1].text.islower() and not clause.does(before + 1, "det")
    return False


def _is_charge(clause: Clause, at: int) -> bool:
    """Whether a preposition leads what somebody is charged with: *accused the army of shelling*."""
    return clause.lower(at) == "of" and any(
        clause.does(i, "charge") for i in range(max(clause.first, at - 8), at)
    )


def _is_demanded(clause: Clause, at: int) -> bool:
    """Whether a clause tells what is demanded: *demanded that the minister resign*."""
    start = max(clause.first, at - 8)
    return any(clause.does(i, "demand") and clause.lower(i + 1) == "that" for i in range(start, at))


def _plural_subject(clause: Clause, at: int, phrase: bool) -> bool:
    """Whether several who act stand before a form without ending, and an object behind: *rebels attack the town*."""
    before = clause.lower(at - 1)
    several = clause.is_a(at - 1, "agent") and (before.endswith("s") or clause.is_a(at - 1, "several"))
    joined = any(clause.does(i, "conj") for i in range(max(clause.first, at - 4), at - 1))
    several = several or (joined and clause.tokens[at - 1].text[:1].isupper())
    named = clause.tokens[at + 1].text[:1].isupper() if at + 1 < clause.last else False
    return several and (phrase or named or _opens_object(clause, at + 1) or clause.does(at + 1, "prep"))


def _opens_object(clause: Clause, at: int) -> bool:
    """Whether an object begins here: told by its first word."""
    word = clause.lower(at)
    return word[:1].isdigit() or any(clause.does(at, part) for part in ("det", "pronoun", "quantity"))


def _nominal(clause: Clause, at: int) -> bool:
    return not any(clause.does(at - 1, part) for part in ("modal", "infinitive"))
