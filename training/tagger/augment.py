"""Text as crawlers and headline writers leave it, and names that no corpus holds."""

import random
import re
from pathlib import Path

import sumber
from sumber.language import load
from sumber.language.tables import read_table

from .data import Example
from .lexical import lines_of, rows_of

__all__ = ["Names", "augmented", "made_sentences"]

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
NAME = re.compile(r"[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Names:
    """Names to put into sentences: persons, bodies, countries, towns."""

    def __init__(self, code: str, data: Path, classes: dict[str, list[int]]) -> None:
        self.persons = []
        for line in lines_of(data / "gaz" / "person.txt"):
            words = line.split()
            given = classes.get(words[0].casefold(), [0, 0]) if words else [0, 0]
            fits = 1 < len(words) < 5 and all(NAME.fullmatch(word) for word in words)
            if fits and given[0] > 2 and given[0] >= given[1] - 1:
                self.persons.append(words)
        home = Path(sumber.__path__[0])
        places = read_table(home / "gazetteer" / "data" / "own_places.tsv")
        self.countries = [row["name"].split() for row in places if row["level"] == "country"]
        self.bodies = [
            r["word"].split()
            for r in rows_of(load(code), "bodies")
            if r["kind"] == "name" and WORD.match(r["word"])
        ]
        self.towns = []
        for line in lines_of(data / "gaz" / "place.txt"):
            words = line.split()
            if len(words) < 3 and all(NAME.fullmatch(word) for word in words):
                self.towns.append(words)
        titles = rows_of(load(code), "titles")
        self.roles = [row["word"].split() for row in titles if row["kind"] in ("role", "rank", "open")]


_MADE = {
    "id": (
        "{role} {country} {person} mengatakan hal itu di {town} , {day} .",
        "{Role} {country} {person} bertemu dengan {role} {country} {person} di {town} .",
        '" Kami siap , " kata {role} {body} {person} kepada wartawan .',
        "Menurut {role} {body} , {person} , rapat di {town} ditunda .",
        "{person} , {role} {body} , membantah kabar tersebut .",
        "{role} {country} , {person} , tiba di {town} pada hari {day} .",
        "{country} dan {country} menandatangani perjanjian di {town} , ujar {person} .",
        "{body} mengumumkan keputusan itu , {day} ( 12/3/2024 ) .",
        "pemimpin {country} {person} memberi hadiah kepada {person} dari {country} .",
        "juru bicara {body} {person} menolak berkomentar .",
        "{role} {town} {person} meresmikan jembatan di {town} , {town} .",
        "{person} ditangkap oleh {body} di {town} , kata {role} {person} .",
        "Mantan {role} {country} {person} dan istrinya terbang ke {town} .",
        "{Country} menuduh {country} menyerang {town} , sedangkan {body} meminta keduanya menahan diri .",
        "Dilansir {body} , {role} {country} {person} akan mengunjungi {country} pekan depan .",
    ),
    "en": (
        "{country} 's {role} {person} arrived in {town} on {day} .",
        "{role} {person} of {country} met {person} in {town} .",
        '" We are ready , " said {person} , a spokesman for {body} .',
        "{person} , the {role} of {body} , denied the report .",
        "{body} announced the decision on {day} , {person} said .",
        "{country} and {country} signed a treaty in {town} .",
        "The {role} , {person} , told {body} that talks would resume in {town} .",
        "{body} {role} {person} declined to comment .",
        "Police in {town} , {country} , arrested {person} on {day} .",
        "{country} accused {country} of attacking {town} , while {body} urged restraint .",
        "According to {body} , {person} will visit {country} next week .",
        "I met {person} in {town} when he worked for {body} .",
    ),
}
_DAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_KINDS = {"person": "person", "body": "organisation", "country": "place", "town": "place"}


def made_sentences(code: str, names: Names, count: int, rng: random.Random) -> list[Example]:
    """Return sentences of role, country and person, each name marked."""
    found: list[Example] = []
    if code not in _MADE or not names.persons:
        return found
    for _ in range(count):
        words: list[str] = []
        spans: list[tuple[int, int, str]] = []
        for piece in rng.choice(_MADE[code]).split():
            slot = piece.strip("{}").lower()
            if piece[0] != "{":
                words.append(piece)
                continue
            if slot == "day":
                filling = [rng.choice(_DAYS[code])]
            else:
                lists = {"person": names.persons, "body": names.bodies, "country": names.countries,
                         "town": names.towns, "role": names.roles}  # fmt: skip
                filling = list(rng.choice(lists[slot]))
                if slot == "person" and rng.random() < 0.2:
                    filling = filling[-1:]
            if slot == "role" and (piece[1].isupper() or rng.random() < 0.5):
                filling = [word.title() for word in filling]
            if slot in _KINDS:
                spans.append((len(words), len(words) + len(filling), _KINDS[slot]))
            words += filling
        words[0] = words[0][:1].upper() + words[0][1:]
        found.append(Example(words, "news", names=spans))
    return found


def augmented(example: Example, names: Names, rng: random.Random) -> Example:
    """Return a sentence, now and then changed: other names, all large or small letters, no last mark."""
    if (
        names.persons
        and names.towns
        and example.heads is None
        and example.names
        and rng.random() < 0.5
        and example.style != "nerp"
    ):
        example = _renamed(example, names, rng)
    roll = rng.random()
    if example.style != "nerp" and roll < 0.12:
        change = str.upper if roll < 0.03 else str.lower if roll < 0.07 else _titled
        example = _with_words(example, [change(word) for word in example.words])
    if len(example.words) > 3 and example.words[-1] in ".!?" and rng.random() < 0.08:
        example = _without_last(example)
    return example


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) > 3 else word


def _with_words(example: Example, words: list[str]) -> Example:
    return Example(
        words,
        example.style,
        example.classes,
        example.heads,
        example.relations,
        example.names,
        example.open_names,
    )


def _without_last(example: Example) -> Example:
    end = len(example.words) - 1
    if example.heads is not None and (end in example.heads or example.heads[end] < 0):
        return example
    if example.names and any(last > end for _, last, _ in example.names):
        return example
    return Example(
        example.words[:end], example.style, example.classes and example.classes[:end],
        example.heads and example.heads[:end], example.relations and example.relations[:end], example.names,
        {at: kinds for at, kinds in example.open_names.items() if at < end},
    )  # fmt: skip


def _renamed(example: Example, names: Names, rng: random.Random) -> Example:
    """Put other persons, and sometimes other towns, in the place of those that stand there."""
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    opened: dict[int, frozenset[str]] = {}
    at = 0
    for first, last, kind in [*(example.names or ()), (len(example.words), len(example.words), "")]:
        for index in range(at, first):
            if index in example.open_names:
                opened[len(words)] = example.open_names[index]
            words.append(example.words[index])
        filling = example.words[first:last]
        if kind == "person" and rng.random() < 0.6:
            person = rng.choice(names.persons)
            filling = person if last - first > 1 else person[-1:]
        elif kind == "place" and last - first == 1 and rng.random() < 0.3:
            filling = rng.choice(names.towns)
        elif kind == "organisation" and names.bodies and rng.random() < 0.2:
            filling = rng.choice(names.bodies)
        if kind:
            spans.append((len(words), len(words) + len(filling), kind))
        words += filling
        at = last
    return Example(words, example.style, names=spans, open_names=opened)
