"""What must stand around a word of the lexicon: classes of subject and object, and those who must be told."""

from collections.abc import Callable

from .arguments import Arguments
from .chunks import Chunk
from .lexicon import Tests, Trigger
from .scene import Scene

__all__ = ["acting", "needed", "passes"]

_WHO = frozenset({"armed", "authority", "crowd", "inquirer", "public"})  # classes that any name may fill
_LEAD = 400  # words of a report that tell what it is about
_RIVALS = 30  # the same where both sides are persons or politicians
_CALM = 80  # words of a report without violence for each one that could tell of it
_TERMS = frozenset({"on", "to"})


def acting(scene: Scene, chunk: Chunk, kind: str) -> tuple[Chunk, ...]:
    """Return a phrase if it can act; for a deed of force or a weapon, the deed or whose weapon it is."""
    if scene.cast.can_act(chunk, scene.clause):
        return (chunk,)
    if kind == "ASSAULT" and scene.cast.is_deed(chunk, scene.clause):
        return (chunk,)
    head = scene.cast.head(chunk, scene.clause)
    if head is None or not scene.clause.is_a(head, "weapon"):
        return ()
    return (scene.cast.behind(chunk, scene.clause) or chunk,)


def passes(scene: Scene, tests: Tests, chunks: tuple[Chunk, ...]) -> bool:
    """Whether the phrases hold a word of each class asked for, and none of a class barred."""
    words = {scene.clause.lower(at) for chunk in chunks for at in range(*scene.clause.core(chunk))}

    def holds(group: str) -> bool:
        people = group == "people" and any(scene.cast.can_act(chunk, scene.clause) for chunk in chunks)
        if group == "land":
            return any(scene.cast.is_place(chunk, scene.clause) for chunk in chunks)
        if group == "figure":
            return any(_is_figure(scene, chunk) for chunk in chunks)
        if group in _WHO and (not chunks or any(scene.cast.named(chunk, scene.clause) for chunk in chunks)):
            return True
        return people or any(scene.known.is_a(word, group) for word in words)

    return all(holds(group) == wanted for group, wanted in tests)


def needed(
    scene: Scene,
    trigger: Trigger,
    at: int,
    cast: tuple[tuple[Chunk, ...], tuple[Chunk, ...]],
    around: Arguments,
) -> bool:
    """Whether those stand there who must.

    ``need``: a actor, r recipient, e either, y actor or, in the passive, recipient, 2 two of them, o object, n no
    object, p phrase under a preposition, i an infinitive, t terms (an infinitive, an object, *on* or *to* something),
    u those or a clause with *that*, v an actor unless the report is of an accident, x nobody; f no person attacked in
    a report that tells of no force, c just such a one; k and w only say which recipients are kept.
    """
    rule, (actors, recipients) = trigger.rule, cast

    def acts(chunks: tuple[Chunk, ...]) -> bool:
        return any(acting(scene, chunk, rule.type) for chunk in chunks)

    def in_words() -> bool:
        if rule.part == "noun" and not actors and _is_somewhere(scene, around, recipients):
            return False  # *the attacks on tourists in Madrid*
        return _is_in_words(scene, actors, around.object or recipients)

    checks: dict[str, Callable[[], bool]] = {
        "a": lambda: acts(actors),
        "r": lambda: acts(recipients),
        "e": lambda: acts(actors) or acts(recipients),
        "y": lambda: acts(actors) or (trigger.voice == "passive" and _public(scene, recipients)),
        "o": lambda: bool(around.object),
        "p": lambda: bool(around.under(rule.preps)),
        "i": lambda: scene.clause.leads_to(at),
        "n": lambda: not around.object,
        "t": lambda: _has_terms(scene, at, around),
        "u": lambda: _has_terms(scene, at, around) or scene.clause.does(at, "complementiser"),
        "v": lambda: acts(actors) or not _is_accident(scene),
        "2": lambda: len(actors) + len(recipients) > 1 or any(_names_several(scene, one) for one in actors),
        "f": lambda: not in_words(),
        "c": lambda: (
            in_words() and any(_is_figure(scene, c) or acting(scene, c, "") for c in recipients or actors)
        ),
        "x": lambda: True,
    }
    return all(checks[letter]() for letter in (rule.need or "e") if letter in checks)


def _names_several(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase names more than one: *kedua pemimpin*, *the two ministers*."""
    opening = range(chunk.first, min(chunk.first + 2, chunk.last))
    return any(scene.clause.does(word, "several") for word in opening)


def _has_terms(scene: Scene, at: int, around: Arguments) -> bool:
    """Whether it is told what is agreed to: an infinitive, a thing; not *agrees with me on taxes*, an opinion."""
    if scene.clause.does(at, "conj"):
        return False  # *she agrees and praises them*
    things = tuple(c for c in around.object if not scene.clause.does(c.first, "subject_pronoun"))
    other = "with" in (prep for prep, _ in around.oblique)
    return scene.clause.leads_to(at) or bool(things or (around.under(_TERMS) and not other))


def _is_in_words(scene: Scene, actors: tuple[Chunk, ...], aims: tuple[Chunk, ...]) -> bool:
    """Whether an attack is made with words: on a person or a plan, in a report that hardly tells of force."""
    clause = scene.clause
    heads = [scene.cast.head(chunk, clause) for chunk in aims]
    if heads and all(head is not None and clause.is_a(head, "stance") for head in heads):
        return True
    bodily = any(scene.cast.can_act(chunk, clause) or _is_site(scene, chunk) for chunk in aims)
    if not any(_is_figure(scene, chunk) for chunk in (aims if bodily else actors)):
        armed = any(clause.is_a(at, "fighters") for chunk in (*actors, *aims) for at in range(*chunk))
        return not armed and _is_debate(scene)
    both = all(any(_is_figure(scene, chunk) for chunk in side) for side in (actors, aims))
    return _is_calm(scene, _RIVALS if both else _CALM)


def _is_somewhere(scene: Scene, around: Arguments, aims: tuple[Chunk, ...]) -> bool:
    """Whether an attack on people, none of them a figure of politics, is told with the place that it happened at."""
    clause = scene.clause
    if not aims or any(_is_figure(scene, chunk) for chunk in aims):
        return False
    if not all(
        clause.lower(chunk.last - 1).endswith("s") or clause.is_a(chunk.last - 1, "people") for chunk in aims
    ):
        return False
    places = (
        c
        for prep, some in around.oblique
        if clause.known.does(prep, "placeprep") and prep != "to"
        for c in some
    )
    return any(scene.cast.is_place(chunk, clause) for chunk in places)


def _is_figure(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase is a person named or pointed at, or a politician: one who is attacked with words."""
    clause = scene.clause
    if chunk.last - chunk.first == 1 and clause.does(chunk.first, "third_person"):
        return True
    return scene.cast.names_person(chunk, clause) or any(
        clause.is_a(at, group) for at in range(*chunk) for group in ("politician", "figure")
    )


def _is_site(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase names what can be struck: a place, a building, a vehicle."""
    clause = scene.clause
    if any(clause.is_place(at) for at in range(*chunk)):
        return True
    return any(
        clause.is_a(at, group) for at in range(*chunk) for group in ("site", "building", "vehicle", "town")
    )


def _is_debate(scene: Scene) -> bool:
    """Whether a report of some length tells of no force or crime at all."""
    words = scene.clause.tokens[:_LEAD]
    return len(words) > _LEAD // 2 and not any(
        scene.known.does(word.lower, part) for word in words for part in ("force", "offence")
    )


def _is_calm(scene: Scene, least: int) -> bool:
    """Whether a report speaks of force so rarely, once in so many words, that an attack on somebody is one in words."""
    words = scene.clause.tokens[:_LEAD]
    force = sum(scene.known.does(word.lower, "force") for word in words)
    return force * least < len(words)


def _is_accident(scene: Scene) -> bool:
    """Whether the report speaks of an accident or a disaster more than of violence."""
    words = [token.lower for token in scene.clause.tokens[:_LEAD]]
    accidents = sum(scene.known.is_a(word, "accident") for word in words)
    return accidents > sum(scene.known.is_a(word, "violent") for word in words)


def _public(scene: Scene, chunks: tuple[Chunk, ...]) -> bool:
    """Whether a phrase names somebody by name or office, not people at large."""
    return any(
        scene.cast.named(chunk, scene.clause)
        or any(scene.clause.is_a(at, "leader") or scene.clause.is_a(at, "lawman") for at in range(*chunk))
        for chunk in chunks
    )
