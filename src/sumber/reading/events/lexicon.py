"""The event lexicon of a language: which words name which PLOVER type, and what must stand around them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType

from ...language import load

__all__ = ["Lexicon", "Rule", "Trigger", "lexicon"]

Tests = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of ``events.tsv``: these words mean this type, if what stands around them fits.

    ``roles`` is written ``actor>recipient``: s subject, o object, p prepositional complement, n genitive of a
    noun, + reciprocal, - none; subject and object are those of the active voice.
    """

    id: str
    part: str
    type: str
    mode: str | None
    roles: str
    preps: frozenset[str]
    subject: Tests
    object: Tests
    need: str
    score: float
    alternatives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A written form: its first word is the key; ``rest`` must follow, with at most ``gap`` words between."""

    rule: Rule
    voice: str
    lemma: str
    rest: tuple[str, ...] = ()
    gap: int = 0


@dataclass(frozen=True)
class Lexicon:
    """All triggers of a language by first word, its classes of words, and which words are verbs without affix."""

    triggers: Mapping[str, tuple[Trigger, ...]]
    classes: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    verbs: frozenset[str] = field(default=frozenset())
    bare: Callable[[str], bool] = field(default=lambda _: False)

    @cached_property
    def stopping(self) -> frozenset[str]:
        """The words that no noun phrase runs over."""
        parts = ("boundary", "rel", "be", "have", "modal")
        return frozenset(word for part in parts for word in self.words.get(part, ()))

    def is_a(self, word: str, group: str) -> bool:
        """Return whether a word belongs to a class of ``event_classes.tsv``."""
        return word in self.classes.get(group, ())

    def names(self, word: str) -> bool:
        """Return whether a word, alone, names an event as a noun."""
        return any(one.rule.part == "noun" and not one.rest for one in self.triggers.get(word, ()))

    def does(self, word: str, part: str) -> bool:
        """Return whether a word has a part in the grammar, as ``event_words.tsv`` says."""
        return word in self.words.get(part, ())


@cache
def lexicon(code: str) -> Lexicon | None:
    """Return the lexicon of a language, or None if it has none."""
    language = load(code)
    if not language.has_table("events"):
        return None
    triggers: dict[str, list[Trigger]] = {}
    for row in language.table("events"):
        rule = _rule(row)
        for lemma in row["lemmas"].split(" "):
            if lemma:
                for word, trigger in _triggers(language.code, lemma, rule):
                    triggers.setdefault(word, []).append(trigger)
    ordered = {word: tuple(sorted(found, key=_longest_first)) for word, found in triggers.items()}
    classes = language.classes("event_classes")
    things = frozenset(word for words in classes.values() for word in words)
    verbs = frozenset(
        word
        for word, found in ordered.items()
        if word not in things
        and any(one.rule.part == "verb" and one.voice not in ("bare", "base") for one in found)
    )
    bare = getattr(_forms(language.code), "is_bare", lambda _: False)
    words = dict(language.classes("event_words"))
    if language.has_table("not_verbs"):
        looks = frozenset(row["word"] for row in language.table("not_verbs") if row["word"].endswith("an"))
        words["noun"] = words.get("noun", frozenset()) | looks
    return Lexicon(ordered, classes, words, verbs, bare)


def _forms(code: str) -> ModuleType:
    return import_module(f"...language.{code}.forms", __package__)


def _longest_first(trigger: Trigger) -> tuple[int, ...]:
    """Idioms and longer triggers first, then those whose rules ask for more."""
    rule = trigger.rule
    asks = -len(rule.object) - len(rule.subject) - ("p" in rule.need)
    return (-len(trigger.rest), rule.type != "NONE", asks, -len(rule.need))


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(
        id=row["id"],
        part=row["part"],
        type=row["type"],
        mode=row["mode"] or None,
        roles=row["roles"] or "s>o",
        preps=frozenset(row["preps"].split()),
        subject=_tests(row["subject"]),
        object=_tests(row["object"]),
        need=row["need"],
        score=float(row["score"] or 0.8),
        alternatives=tuple(row["alternatives"].split()),
        tags=tuple(row["tags"].split()),
    )


def _tests(cell: str) -> Tests:
    return tuple((name.lstrip("!"), not name.startswith("!")) for name in cell.split())


def _triggers(code: str, lemma: str, rule: Rule) -> Iterator[tuple[str, Trigger]]:
    """Yield the written forms of ``serang``, ``angkat_kaki`` (together) or ``hold~talks`` (up to three between)."""
    gap = 6 if "~~" in lemma else 3 if "~" in lemma else 0
    first, *rest = lemma.replace("~~", "_").replace("~", "_").split("_")
    forms = _forms(code).forms_of
    if rule.part == "noun" and rest:
        for last in forms(rest[-1], "noun"):
            yield first, Trigger(rule, "noun", lemma, (*rest[:-1], last), gap)
        return
    for word, voice in forms(first, "noun" if rule.part == "noun" else "verb").items():
        yield word, Trigger(rule, voice, lemma, tuple(rest), gap)
