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
    if clause.lower(at).endswith("ing") and (_is_listed(clause, at) or _is_deverbal(clause, at)):
        return False
    if voice in ("passive", "either") and (_is_adjective(clause, at) or clause.does(before, "infinitive")):
        return False  # *due to blocked roads*
    if clause.does(at, "hit") and clause.does(before - 1, "article") and not clause.is_a(before, "agent"):
        return False  # *a real shot at the title*
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
        if clause.known.names(clause.lower(at)) and (
            clause.does(before, "prep") or clause.lower(at + 1) == "for"
        ):
            return False  # *near protests against the mayor*, *customer demands for help*
        named = clause.tokens[before].text[:1].isupper() or clause.is_a(before, "agent")
        return title or clause.does(before, "pronoun") or (before >= clause.first and named)
    gerund = clause.lower(at).endswith("ing") and clause.does(before, "prep")
    return not gerund or _is_charge(clause, before)


def _is_listed(clause: Clause, at: int) -> bool:
    """Whether a form in -ing without an object stands in a list of nouns: *slavery, lynching and hunger*."""
    before = at - 1
    while clause.does(before, "adverb"):
        before -= 1
    if clause.does(before, "be") or not (clause.lower(at + 1) == "," or clause.does(at + 1, "conj")):
        return False
    return clause.lower(before) == "," or clause.does(before, "conj") or clause.does(before, "prep")


def _is_deverbal(clause: Clause, at: int) -> bool:
    """Whether a form in -ing is a noun or stands before one: *bank bashing by both sides*, *a lobbying firm*."""
    if clause.lower(at + 1) in ("of", "by") and not clause.does(at - 1, "be"):
        return True
    if (
        clause.is_a(at - 1, "agent")
        or not clause.tokens[at + 1].text.islower()
        or _opens_object(clause, at + 1)
    ):
        return False
    for before in range(at - 1, max(clause.first, at - 4), -1):
        if clause.does(before, "article"):
            return True
        if clause.stops(before) or clause.does(before, "prep") or clause.does(before, "conj"):
            return False
    return False


def _is_adjective(clause: Clause, at: int) -> bool:
    """Whether a participle stands between a verb and its object: *published hacked letters*."""
    before = at - 1
    if not clause.is_verb(before) or any(
        clause.does(before, part) for part in ("be", "have", "aux", "control")
    ):
        return False
    return (
        clause.tokens[at + 1].text.islower() and not clause.stops(at + 1) and not clause.does(at + 1, "prep")
    )


def _is_joined(clause: Clause, at: int) -> bool:
    """Whether *and* joins a base form to an infinitive before it: *is to give a speech and meet the king*."""
    if not clause.does(at, "conj"):
        return False
    if clause.joined_infinitive(at) is not None:
        return True
    for before in range(at - 1, max(clause.first, at - _JOINED), -1):
        if clause.does(before, "subordinator") or clause.does(before, "infinitive"):
            return False
        if clause.lower(before) in (",", ";"):
            return False
        if clause.does(before, "modal"):
            return clause.tokens[before + 1].text.islower() and not clause.does(before + 1, "be")
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
