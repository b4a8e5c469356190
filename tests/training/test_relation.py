"""The model of relation types: it loads, is small, and scores the same sentence the same."""

import pytest
from training.events.relation import TYPES, Relations, features, relations

from sumber.reading.events.lexicon import Lexicon, lexicon


@pytest.fixture(scope="module")
def model() -> Relations:
    return relations()


@pytest.fixture(scope="module")
def known() -> Lexicon:
    found = lexicon("en")
    assert found is not None
    return found


def best(model: Relations, known: Lexicon, source: str, middle: str, target: str) -> str:
    text = f"{source} {middle} {target}."
    at = len(source) + len(middle) + 2
    margins = model.scores(features(text, (0, len(source)), (at, at + len(target)), known))
    assert tuple(margins) == TYPES
    return max(margins, key=lambda kind: margins[kind])


@pytest.mark.parametrize(
    ("middle", "kind"),
    [
        ("has accused", "ACCUSE"),
        ("condemned the policies of", "ACCUSE"),
        ("held talks with", "CONSULT"),
        ("provided humanitarian aid to", "AID"),
        ("threatened to attack", "THREATEN"),
        ("refused to cooperate with", "REJECT"),
    ],
)
def test_plain_relations_are_told_apart(model: Relations, known: Lexicon, middle: str, kind: str) -> None:
    assert best(model, known, "The government of Ruritania", middle, "Zubrovia") == kind
