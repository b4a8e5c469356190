"""Runs of sketches hold what a table with a row for each hash would."""

import random
import sqlite3
from pathlib import Path

import pytest

from sumber.desk import Desk, sketches
from sumber.desk.sketches import Sketches

MANY = 99


@pytest.fixture
def store(tmp_path: Path) -> sqlite3.Connection:
    with Desk.open(tmp_path / "pagi.sumber"):
        return sqlite3.connect(tmp_path / "pagi.sumber")


def likeliest(model: dict[int, tuple[int, ...]], sketch: tuple[int, ...]) -> list[int]:
    votes = [(-len(set(sketch) & set(other)), number) for number, other in model.items()]
    return [number for count, number in sorted(votes) if count <= -2][:MANY]


@pytest.mark.parametrize("reopened", [False, True])
def test_what_is_alike_is_found_in_any_batch(
    store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, reopened: bool
) -> None:
    monkeypatch.setattr(sketches, "_SMALLEST", 20)
    chance = random.Random(8)
    known = Sketches(store)
    model: dict[int, tuple[int, ...]] = {}
    number = 0
    for _ in range(60):
        batch = [tuple(sorted(chance.sample(range(400), 6))) for _ in range(chance.randrange(1, 9))]
        gone = chance.sample(sorted(model), min(len(model), chance.randrange(3)))
        known.expect([*batch, *(model[each] for each in gone)])
        for each in gone:
            known.forget(each, model.pop(each))
        for sketch in batch:
            number += 1
            assert known.likeliest(number, sketch, MANY) == likeliest(model, sketch)
            model[number] = sketch
        known.write(store)
        if reopened:
            known = Sketches(store)
    (runs,) = store.execute("SELECT count(*) FROM sketch_run").fetchone()
    assert runs < 3 * sketches._FAN


def test_an_article_that_is_replaced_in_its_own_batch_leaves_nothing(store: sqlite3.Connection) -> None:
    known = Sketches(store)
    known.expect([(1, 2, 3), (1, 2, 4)])
    known.likeliest(1, (1, 2, 3), MANY)
    known.forget(1, (1, 2, 3))
    assert known.likeliest(2, (1, 2, 4), MANY) == []
    known.write(store)
    assert store.execute("SELECT count(*) FROM sketch_gone").fetchone() == (0,)


def test_a_hash_that_everybody_has_tells_nothing(store: sqlite3.Connection) -> None:
    known = Sketches(store)
    known.expect([(1, 2)])
    for number in range(1, sketches._COMMON_HASH + 1):
        known.likeliest(number, (1, 2), MANY)
    assert known.likeliest(number + 1, (1, 2), MANY) == []


def test_rows_of_an_older_desk_become_a_run(store: sqlite3.Connection) -> None:
    store.executemany("INSERT INTO sketch VALUES (?, ?)", [(5, 1), (6, 1), (7, 2)])
    known = Sketches(store)
    known.expect([(5, 6)])
    assert known.likeliest(3, (5, 6), MANY) == [1]
    known.write(store)
    assert store.execute("SELECT count(*) FROM sketch").fetchone() == (0,)
    again = Sketches(store)
    again.expect([(5, 6)])
    assert again.likeliest(4, (5, 6), MANY) == [1, 3]
