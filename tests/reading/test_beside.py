"""What stands beside a name: every row of the tables ``beside`` and ``sexes`` by its own examples."""

import re

import pytest

from sumber.language import load
from sumber.language.tables import Row
from sumber.page.document import Document
from sumber.page.read import read_document
from sumber.reading.analysis import Analysis
from sumber.reading.beside import Beside
from sumber.reading.statements.sex import pronoun_sex, sexes
from sumber.record import Mention, Name, NameKind

PHRASES = [(code, row) for code in ("en", "id") for row in load(code).table("beside")]
SEXES = load("en").table("sexes")
LEAD = {"en": "Rain fell in the north\n\n", "id": "Hujan turun di utara\n\n"}


def analysis_of(text: str, code: str) -> Analysis:
    article, _ = read_document(Document(text=LEAD[code] + text, language=code))
    return Analysis(article)


def person(text: str, name: str) -> Name:
    start = text.index(name)
    return Name(id="n1", kind=NameKind.PERSON, name=name, mentions=(Mention(start, start + len(name)),))


@pytest.mark.parametrize(
    ("code", "row"), PHRASES, ids=lambda value: value if isinstance(value, str) else value["class"]
)
def test_a_word_of_the_table_does_what_its_class_says(code: str, row: Row) -> None:
    (name,), (phrase,) = re.findall(r"\*(.+?)\*", row["example"]), re.findall(r"_(.+?)_", row["example"])
    analysis = analysis_of(re.sub("[*_]", "", row["example"]), code)
    found = Beside(analysis).around(person(analysis.text, name).mentions[0])
    assert found, "nothing stands beside the name"
    assert analysis.text[found[0].start : found[-1].end] == phrase
    assert set(row["words"].split()) == set(row["words"].casefold().split())


@pytest.mark.parametrize(
    ("code", "text", "phrase"),
    [
        ("en", "They met the army spokesman, Gen. Ayla Demir.", ["army", "spokesman", "Gen."]),
        ("en", "They met Mayor Jane Dawson and Ayla Demir there.", []),
        ("en", "They met Ayla Demir, the mayor's wife, there.", ["wife"]),
        ("en", "They met Ayla Demir, Mayor Jane Dawson and others there.", []),
        ("en", "They met Ayla Demir, spokeswoman for Mayor Jane Dawson, there.", ["spokeswoman"]),
        ("id", "Polisi memanggil Ayla Demir, Bupati Dewa Laksmana, dan lainnya.", []),
        ("id", "Itu kata istri Bupati Dewa Laksmana, Ayla Demir.", []),
        ("id", "Polisi memanggil Ayla Demir, istri bupati, kemarin.", ["istri"]),
    ],
)
def test_a_phrase_is_the_persons_own(code: str, text: str, phrase: list[str]) -> None:
    analysis = analysis_of(text, code)
    others = [person(analysis.text, one) for one in ("Jane Dawson", "Dewa Laksmana") if one in text]
    beside = Beside.of_names([*others, person(analysis.text, "Ayla Demir")], analysis)
    found = [token.text for token in beside.around(person(analysis.text, "Ayla Demir").mentions[0])]
    assert found == phrase


def test_a_comma_in_a_headline_sets_off_nothing() -> None:
    article, _ = read_document(Document(text="Ayla Demir, mayor for ten years\n\nShe left.", language="en"))
    analysis = Analysis(article)
    assert Beside(analysis).around(person(analysis.text, "Ayla Demir").mentions[0]) == ()


@pytest.mark.parametrize("row", [row for row in SEXES if row["fits"]], ids=lambda row: row["word"])
def test_a_word_tells_the_sex_of_whom_it_stands_beside(row: Row) -> None:
    for text, told in ((row["fits"], {"n1": row["sex"]}), (row["fits_not"], {})):
        analysis = analysis_of(text, "en")
        assert sexes([person(analysis.text, "Berg")], analysis) == told


@pytest.mark.parametrize("row", [row for row in SEXES if not row["fits"]], ids=lambda row: row["word"])
def test_rows_without_examples_are_pronouns(row: Row) -> None:
    assert row["stands"] == "pronoun"
    assert pronoun_sex(row["word"], "en") == row["sex"]
