"""Every word of the tables ``small_words`` and ``verb_spelling`` does what its class says."""

import pytest

from sumber.language import load
from sumber.language.en.forms import forms_of
from sumber.page.headlines import is_headline, topic_words

CODES = ("en", "id")
SPELLINGS = [(row["word"], row["class"]) for row in load("en").table("verb_spelling")]


def words(name: str) -> list[str]:
    return sorted({word for code in CODES for word in load(code).classes("small_words")[name]})


@pytest.mark.parametrize("word", words("headline"))
def test_a_small_word_of_headlines_makes_none_of_them_a_sentence(word: str) -> None:
    assert is_headline(f"Rice Prices {word} Towns {word} Fall {word} Again")
    assert not is_headline("Rice Prices hurriedly Towns hurriedly Fall hurriedly Again")


@pytest.mark.parametrize("word", [*words("headline"), *words("plain")])
def test_a_plain_word_is_no_topic(word: str) -> None:
    assert topic_words(f"harvest {word} drought") == {"harvest", "drought"}


@pytest.mark.parametrize("code", CODES)
def test_each_class_has_an_example_with_one_of_its_words(code: str) -> None:
    for row in load(code).table("small_words"):
        assert set(row["example"].casefold().split()) & set(row["words"].split())


@pytest.mark.parametrize(("verb", "spelling"), SPELLINGS)
def test_a_verb_is_spelled_as_its_class_says(verb: str, spelling: str) -> None:
    forms = forms_of(verb, "verb")
    assert forms[f"{verb}{verb[-1]}ing"] == "active"
    assert (f"{verb}ing" in forms) == (spelling == "either")
