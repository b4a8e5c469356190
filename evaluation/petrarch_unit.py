"""The unit suite of PETRARCH: who does something to whom, with the suite's invented actors made known.

The suite's dictionaries are not in the data; its list of actors is read off the cases: a code's first three letters
stand for the capitalised word that goes with it most often and begins with one of its letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from sumber.api import read
from sumber.reading.analysis import Analysis
from sumber.reading.events import Events
from sumber.record import Actor, Mention, Name, NameKind, Record

__all__ = ["actor_list", "dyads_of"]

_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_LEAST = 0.45  # how firmly a word must go with a code


def actor_list(cases: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return code (three letters) by word, as far as the cases show."""
    codes: Counter[str] = Counter()
    words: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for case in cases:
        here = {e[k][:3] for e in case["events"] or () for k in ("source", "target") if "-" not in e[k]}
        said = set(_CAPITAL.findall(case["text"]))
        codes.update(here)
        words.update(said)
        both.update((code, word) for code in here for word in said)
    found: dict[str, tuple[float, str]] = {}
    for (code, word), count in both.items():
        score = 2 * count / (codes[code] + words[word])
        alike = word.upper().startswith(code) or (score >= _LEAST and word[0] == code[0])
        if alike and (1 + score if word.upper().startswith(code) else score) > found.get(word, (0.0, ""))[0]:
            found[word] = (1 + score if word.upper().startswith(code) else score, code)
    return {word: code for word, (_, code) in found.items()}


def dyads_of(case: dict[str, Any], actors: dict[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of codes that Sumber's events of one sentence give, whatever their type and status."""
    record = _with_actors(read(case["text"], language="en", without=("events",)), actors)
    record = Events()(record, Analysis(record.article))
    found: set[tuple[str, str]] = set()
    for event in record.events:
        sources = _codes(record, event.actors, actors)
        targets = _codes(record, event.recipients, actors)
        if targets:
            found |= {(a, b) for a in sources for b in targets if a != b}
        if event.type == "CONSULT" or not targets:
            everybody = sources + targets
            found |= {(a, b) for a in everybody for b in everybody if a != b}
    return found


def _with_actors(record: Record, actors: dict[str, str]) -> Record:
    """Return the record with a name for each word of the list."""
    more = []
    for number, match in enumerate(_CAPITAL.finditer(record.article.text)):
        if match[0] in actors:
            mention = Mention(*match.span())
            more.append(Name(id=f"x{number}", kind=NameKind.ORGANISATION, name=match[0], mentions=(mention,)))
    return replace(record, names=(*more, *record.names))


def _codes(record: Record, some: Iterable[Actor], actors: dict[str, str]) -> list[str]:
    found = []
    for actor in some:
        words = _CAPITAL.findall(actor.of(record.article.text))
        found += [actors[word] for word in words if word in actors][:1]
    return list(dict.fromkeys(found))
