"""Every row of the event lexicons holds on its own examples, in both languages."""

from functools import cache

import pytest

from sumber import Record
from sumber.language import load
from sumber.language.tables import Row
from sumber.reading.pipeline import Pipeline
from sumber.record import Article, Block, Role

LANGUAGES = ("en", "id")
ROWS = [(code, row) for code in LANGUAGES for row in load(code).table("events")]


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def record(code: str, sentence: str) -> Record:
    block = Block(start=0, end=len(sentence), role=Role.BODY, why="example")
    return pipeline()(Record(article=Article(id="x", text=sentence, language=code, blocks=(block,))))


def types(code: str, sentence: str) -> set[str]:
    return {event.type for event in record(code, sentence).events}


@pytest.mark.parametrize(
    ("code", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else value["id"]
)
def test_row_fires_on_its_example_and_not_on_the_other(code: str, row: Row) -> None:
    assert row["fits"]
    assert row["fits_not"]
    if row["type"] == "NONE":  # an idiom: silent where it stands
        assert not types(code, row["fits"]), row["fits"]
        assert types(code, row["fits_not"]), row["fits_not"]
        return
    assert row["type"] in types(code, row["fits"]), row["fits"]
    assert row["type"] not in types(code, row["fits_not"]), row["fits_not"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_ids_are_unique(code: str) -> None:
    ids = [row["id"] for language, row in ROWS if language == code]
    assert len(ids) == len(set(ids))
