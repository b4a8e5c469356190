"""Persons found by their words are those that a comparison with every person finds."""

from hypothesis import given
from hypothesis import strategies as st

from sumber.api import read
from sumber.reading.names.gathering import People
from sumber.reading.names.people import Person, same_person
from sumber.record import Form

WORDS = st.sampled_from(
    ["kari", "karin", "karl", "moe", "mohe", "larsen", "larson", "lars", "k", "m", "sri", "mulyani"]
)
FORMS = st.lists(WORDS, min_size=1, max_size=3).map(tuple)


@given(st.lists(FORMS, max_size=12), FORMS)
def test_a_form_means_the_same_persons_as_by_comparing_all(
    known: list[tuple[str, ...]], form: tuple[str, ...]
) -> None:
    people = People(Person(words, " ".join(words)) for words in known)
    assert people.like(form) == [person for person in people.all if same_person(form, person.words)]


def test_a_form_of_address_is_no_name() -> None:
    text = '"They want to sell," Mr. Hedge said. "We will," said Mr. Schmidt, who bought it. King Charles III left.'
    record = read(text + " Later the King and Mr. Schmidt met.", language="en", without=("events",))
    forms = {form for name in record.names for form in (name.name, *name.aliases)}
    assert {"Hedge", "Schmidt"} <= forms
    assert forms.isdisjoint({"Mr.", "King", "Mr. Hedge"})


def test_a_form_of_address_tells_two_persons_apart() -> None:
    text = (
        "They met Bill Dawson. Mrs. Dawson proposed to send Mr. Dawson to the north. Then Mrs. Dawson left."
    )
    record = read(text, language="en", without=("events", "statements"))
    forms = {name.name: len([m for m in name.mentions if m.form is Form.NAME]) for name in record.names}
    assert forms == {"Bill Dawson": 2, "Dawson": 2}
