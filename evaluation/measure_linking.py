"""Linking at scale: what one article costs while made-up articles fill a pool up to 200,000 of them."""

import random
import time
from collections.abc import Iterator
from math import sqrt

from sumber.stories.linker import Item, Linker
from sumber.stories.terms import STEPS, Terms

from .measure_stories import bcubed

__all__ = ["items", "measure"]

_A_DAY = 2_000
_COUNT = 200_000
_EARLY = 20_000  # articles in the pool that the cost is compared with
_SPAN = 5_000  # articles that a cost is measured over
_BEATS = 60
_WORDS = 100_000  # words of the language that are not rare; each is as frequent as its rank says


def items(count: int, *, a_day: int = _A_DAY, seed: int = 1) -> Iterator[tuple[Item, int]]:
    """Yield made-up articles as the linker sees them, in the order of days, with the number of their story.

    A story begins on every fourth article and is told for days, ever more seldom (half of its articles come on the
    day after its first or earlier). An article has 60 of its story's 80 words, 40 of the language by Zipf's law,
    12 of its story's 16 names, 16 of the 80 names of its beat, 20 of 500 concepts, countries and numbers. Each story
    brings 30 words and 10 names that nobody has used before, so the vocabulary grows with the pool.
    """
    chance = random.Random(seed)
    beats = [[_key(chance) for _ in range(80)] for _ in range(_BEATS)]
    common = [_key(chance) for _ in range(500)]
    stories: list[tuple[int, list[int], list[int], int]] = []
    for number in range(count):
        if not stories or chance.random() < 0.25:
            beat = chance.randrange(_BEATS)
            words = [*(_key(chance) for _ in range(30)), *(_zipf(chance) for _ in range(50))]
            names = [*(_key(chance) for _ in range(10)), *chance.sample(beats[beat], 6)]
            stories.append((len(stories), words, names, beat))
        back = int(chance.expovariate(4 / a_day))
        story, words, names, beat = stories[max(0, len(stories) - 1 - back)]
        told = [*chance.sample(words, 60), *(_zipf(chance) for _ in range(40))]
        shared = [*chance.sample(names, 12), *chance.sample(beats[beat], 16), *chance.sample(common, 20)]
        terms = Terms(language="id", words=_vector(chance, told), shared=_vector(chance, shared))
        yield Item(number, number // a_day, terms), story


def _key(chance: random.Random) -> int:
    return chance.getrandbits(32)


def _zipf(chance: random.Random) -> int:
    """Return a word of the language: the density of ranks falls as one over the rank."""
    return int(_WORDS ** chance.random())


def _vector(chance: random.Random, keys: list[int]) -> dict[int, float]:
    weights = {key: 0.4 + chance.random() for key in keys}
    norm = sqrt(sum(weight * weight for weight in weights.values()))
    return {key: round(weight / norm * STEPS) / STEPS for key, weight in weights.items()}


def measure() -> dict[str, float]:
    """Return articles linked a second at 200,000, the cost against that at 20,000, and with a tenth of them a day."""
    early, late, f1 = _run(_COUNT, _A_DAY)
    _, sparse, _ = _run(8 * _A_DAY // 10 + _SPAN, _A_DAY // 10)
    return {
        "linking.per_s": 1 / late,
        "linking.growth_count": late / early,
        "linking.growth_by_day_count": late / sparse,
        "linking.b3_f1": f1,
    }


def _run(count: int, a_day: int) -> tuple[float, float, float]:
    """Return the seconds of linking an article early and late, and BCubed F1 of the last stories."""
    linker, spent, truth = Linker(in_order=True), [0.0] * count, [0] * count
    found: dict[int, int] = {}
    for item, story in items(count, a_day=a_day):
        start = time.process_time()
        placed = linker.place(item)
        spent[item.number] = time.process_time() - start
        truth[item.number], found[item.number] = story, placed.story
        found.update((moved.article, moved.new) for moved in placed.moved)
    early = min(_EARLY, count)
    last = range(count - _SPAN, count)
    return (
        sum(spent[early - _SPAN : early]) / _SPAN,
        sum(spent[-_SPAN:]) / _SPAN,
        bcubed([truth[number] for number in last], [found[number] for number in last])[2],
    )
