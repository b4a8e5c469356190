"""Made-up records, as many as one likes: words of our word lists by their frequency, stories of a few days."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from sumber.language import load
from sumber.language.vocabulary import vocabulary
from sumber.record import (
    Actor,
    Article,
    Block,
    Event,
    EventMention,
    Mention,
    Mode,
    Name,
    NameKind,
    Outlet,
    Published,
    PublishedFrom,
    Record,
    Role,
    Source,
    SourceKind,
    Span,
    Statement,
    Status,
)

__all__ = ["records"]

_START = date(2024, 1, 1)
_OUTLETS = [f"kabar{number}.example" for number in range(60)]
_TYPES = ("CONSULT", "COERCE", "ASSAULT", "ACCUSE", "PROTEST", "AID", "OTHER")


def records(count: int, *, words: int = 400, a_day: int = 400, seed: int = 1) -> Iterator[Record]:
    """Yield records of ``words`` words: 4 articles a story on average, ``a_day`` articles a day."""
    chance = random.Random(seed)
    known = sorted(vocabulary(load("id")).small.items())
    forms, weights = [word for word, _ in known], [2.0**size for _, size in known]
    stories: list[tuple[list[str], list[str]]] = []
    for number in range(count):
        if not stories or chance.random() < 0.25:
            topic = chance.choices(forms, k=40)
            stories.append((topic, [_name(chance) for _ in range(8)]))
        topic, names = stories[-1 - min(len(stories) - 1, int(chance.expovariate(0.02)))]
        common = chance.choices(forms, weights, k=words - 90)
        yield _record(
            chance,
            number,
            [*common, *chance.choices(topic, k=60)],
            names,
            _START + timedelta(number // a_day),
        )


def _name(chance: random.Random) -> str:
    def part() -> str:
        return "".join(chance.choice("bdgjklmnprst") + chance.choice("aeiou") for _ in range(3)).title()

    return f"{part()} {part()}"


def _record(chance: random.Random, number: int, words: list[str], names: list[str], day: date) -> Record:
    chance.shuffle(words)
    pieces: list[str] = []
    at = 0
    mentions: dict[str, list[Mention]] = {name: [] for name in names}
    sentences: list[Span] = []
    while words:
        sentence, words = words[:16], words[16:]
        name = chance.choice(names)
        start = at
        text = " ".join([sentence[0].title(), *sentence[1:8]])
        mentions[name].append(Mention(start=at + len(text) + 1, end=at + len(text) + 1 + len(name)))
        text = f"{text} {name} {' '.join(sentence[8:])}. "
        pieces.append(text)
        at += len(text)
        sentences.append(Span(start, at - 1))
    text = "".join(pieces)
    kept = [(name, found) for name, found in mentions.items() if found]
    article = Article(
        id=f"s{number}",
        text=text,
        url=f"https://{_OUTLETS[number % 60]}/berita/{number}",
        outlet=Outlet(name=_OUTLETS[number % 60]),
        language="id",
        title=text[:60],
        published=Published(value=day.isoformat(), origin=PublishedFrom.GIVEN),
        blocks=(Block(start=0, end=len(text), role=Role.BODY, why="made up"),),
    )
    return Record(
        article=article,
        names=tuple(
            Name(id=f"n{at}", kind=NameKind.PERSON, name=name, mentions=tuple(found))
            for at, (name, found) in enumerate(kept, 1)
        ),
        statements=tuple(_statement(at, sentence, kept) for at, sentence in enumerate(sentences[:8], 1)),
        events=tuple(_event(chance, at, sentence, kept) for at, sentence in enumerate(sentences[8:14], 1)),
    )


def _statement(at: int, sentence: Span, names: list[tuple[str, list[Mention]]]) -> Statement:
    index = at % len(names)
    where = names[index][1][0]
    return Statement(
        id=f"s{at}",
        content=(sentence,),
        source=Source(start=where.start, end=where.end, kind=SourceKind.PERSON, name=f"n{index + 1}"),
        cue=Span(sentence.start, sentence.start + 4),
        mode=Mode.INDIRECT,
    )


def _event(chance: random.Random, at: int, sentence: Span, names: list[tuple[str, list[Mention]]]) -> Event:
    index = at % len(names)
    where = names[index][1][0]
    trigger = Span(sentence.start, sentence.start + 6)
    status = chance.choice(list(Status))
    return Event(
        id=f"e{at}",
        type=chance.choice(_TYPES),
        status=status,
        actors=(Actor(start=where.start, end=where.end, name=f"n{index + 1}"),),
        mentions=(EventMention(trigger=trigger, evidence=sentence, status=status, rule="made.up"),),
    )
