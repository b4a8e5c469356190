"""The doors of fuzz/ hold on their seeds and on plain mutations of them; atheris looks deeper (`python -m fuzz NAME`)."""

import random
from importlib import import_module

import pytest

from fuzz import DOORS

MUTANTS = 40


def mutants(seeds: tuple[bytes, ...], count: int) -> list[bytes]:
    """Seeds with bytes changed, stretches doubled, dropped, or taken from another seed; the same every time."""
    chance = random.Random(7)
    made = []
    for _ in range(count):
        data = bytearray(chance.choice(seeds)[:1500])
        for _ in range(chance.randint(1, 6)):
            at, length = chance.randrange(len(data) + 1), chance.randint(1, 30)
            other = chance.choice(seeds)
            start = chance.randrange(len(other))
            data[at : at + chance.choice((0, length))] = chance.choice(
                (b"", chance.randbytes(2), other[start : start + length], data[at : at + length] * 2)
            )
        made.append(bytes(data))
    return made


@pytest.mark.parametrize("name", DOORS)
def test_a_door_holds_on_its_seeds_and_mutants(name: str) -> None:
    door = import_module(f"fuzz.{name}")
    for data in (b"", *door.SEEDS, *mutants(door.SEEDS, MUTANTS)):
        door.one(data)
