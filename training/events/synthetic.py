"""Sentences made from the event lexicon: each word of it in a few frames, so that the model knows words it never met."""

from collections.abc import Iterator
from typing import NamedTuple

from sumber.language import load
from sumber.language.en.forms import forms_of

__all__ = ["Example", "examples"]

_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_FRAMES = (
    ("{s} {past} {t} on Monday .", None),
    ("{s} has {participle} {t} , officials said .", None),
    ("{t} was {participle} by {s} .", None),
    ("{s} will {base} {t} next week .", "AGREE"),
    ("{s} agreed to {base} {t} .", "AGREE"),
    ("{s} offered to {base} {t} .", "AGREE"),
    ("{s} promised to {base} {t} .", "AGREE"),
    ("{s} refused to {base} {t} .", "REJECT"),
    ("{s} said it would not {base} {t} .", "REJECT"),
    ("{s} ruled out plans to {base} {t} .", "REJECT"),
    ("{s} threatened to {base} {t} .", "THREATEN"),
    ("{s} warned it would {base} {t} .", "THREATEN"),
    ("{s} urged {t} to {base} the group .", "REQUEST"),
    ("{s} asked {t} to {base} the group .", "REQUEST"),
    ("{s} accused {t} of plans to {base} the group .", "ACCUSE"),
)


class Example(NamedTuple):
    """A sentence, the spans of source and target, and the type that holds between them."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    type: str


def examples() -> Iterator[Example]:
    """Yield a sentence for each verb of the lexicon in each frame that its type allows."""
    for row in load("en").table("events"):
        if row["part"] != "verb" or row["type"] in ("NONE", "OTHER") or not row["roles"].startswith("s>"):
            continue
        kind = _YIELD.get(row["type"], row["type"])
        rest = f" {_object(row['object'])}" if row["object"] else ""
        prep = row["preps"].split()[0] if row["preps"] and "o" not in row["roles"] else ""
        for lemma in row["lemmas"].split():
            if lemma.startswith("="):
                continue
            yield from _framed(lemma, kind, f"{rest} {prep}".rstrip())


def _framed(lemma: str, kind: str, rest: str) -> Iterator[Example]:
    first, *more = lemma.replace("~", "_").replace("__", "_").split("_")
    forms = forms_of(first, "verb")
    past = next((word for word, voice in forms.items() if voice == "either"), None)
    past = past or next(
        (w for w, voice in forms.items() if voice == "active" and not w.endswith(("s", "ing"))), None
    )
    participle = next((word for word, voice in forms.items() if voice in ("either", "passive")), past)
    tail = f" {' '.join(more)}" if more else ""
    for frame, other in _FRAMES:
        if past is None or (other == "AGREE" and kind not in _FUTURE | {"YIELD", "AGREE"}):
            continue
        if other == "THREATEN" and kind not in (
            "ASSAULT",
            "COERCE",
            "SANCTION",
            "MOBILIZE",
            "REJECT",
            "THREATEN",
        ):
            continue
        if "by {s}" in frame and (rest or more):
            continue
        words = {
            "past": past + tail + rest,
            "participle": f"{participle}{tail}{rest}",
            "base": first + tail + rest,
        }
        yield _placed(frame, words, other or kind)


def _object(tests: str) -> str:
    """Return a word that passes the first test of an object."""
    name = tests.split()[0]
    if name.startswith("!") or name == "people":
        return ""
    words = next((r["words"].split() for r in load("en").table("event_classes") if r["class"] == name), [""])
    return words[-1]


def _placed(frame: str, words: dict[str, str], kind: str) -> Example:
    text = frame.format(s="\x01", t="\x02", **words)
    source, target = text.index("\x01"), text.index("\x02")
    return Example(text, (source, source + 1), (target, target + 1), kind)
