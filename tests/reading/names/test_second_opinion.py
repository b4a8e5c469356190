"""What the trained model changes in the names of the rules; its answers are written by hand here."""

from collections.abc import Sequence

from sumber.language import load
from sumber.language.tags import Entity, Tags
from sumber.language.tokens import Token, tokenise
from sumber.reading.names.lexicon import lexicon
from sumber.reading.names.runs import Found
from sumber.reading.names.second_opinion import second_opinion
from sumber.record import Block, NameKind, Role

KNOWN = lexicon(load("id"))


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokenise(text, [Block(start=0, end=len(text), role=Role.BODY, why="test")], "id")[1]


def opinion(
    text: str,
    founds: Sequence[Found],
    entities: Sequence[tuple[int, int, NameKind, float]],
    verbs: Sequence[int] = (),
) -> list[tuple[str, NameKind, float]]:
    tokens = tokens_of(text)
    seen = [
        Entity(start=tokens[a].start, end=tokens[b - 1].end, kind=kind, score=score, first=a, last=b)
        for a, b, kind, score in entities
    ]
    classes = ["VERB" if index in verbs else "PROPN" for index in range(len(tokens))]
    tags = Tags(classes, [-1] * len(tokens), ["root"] * len(tokens), seen)
    made = second_opinion(founds, tags, tokens, KNOWN)
    return [(" ".join(token.text for token in tokens[f.first : f.last]), f.kind, f.score) for f in made]


def test_without_a_model_all_stays() -> None:
    founds = [Found(0, 2, NameKind.PERSON, 0.6)]
    assert second_opinion(founds, None, tokens_of("Wulan Sagara pergi"), KNOWN) == founds


def test_a_person_that_the_model_sees_gains_and_one_that_it_does_not_see_loses() -> None:
    founds = [Found(0, 2, NameKind.PERSON, 0.6)]
    ((_, _, sure),) = opinion("Wulan Sagara pergi", founds, [(0, 2, NameKind.PERSON, 0.9)])
    ((_, _, unsure),) = opinion("Wulan Sagara pergi", founds, [])
    assert unsure < 0.6 < sure


def test_words_that_belong_to_no_name_fall_off_the_front() -> None:
    founds = [Found(0, 3, NameKind.PERSON, 0.6)]
    ((name, _, _),) = opinion("Kejutan Wulan Sagara hari ini", founds, [(1, 3, NameKind.PERSON, 0.9)])
    assert name == "Wulan Sagara"


def test_a_name_that_only_a_sure_model_sees_is_added() -> None:
    person = (0, 2, NameKind.PERSON, 0.95)
    assert [name for name, _, _ in opinion("Wulan Sagara pergi", [], [person])] == ["Wulan Sagara"]
    assert opinion("Wulan Sagara pergi", [], [(0, 2, NameKind.PERSON, 0.5)]) == []


def test_a_body_ends_before_the_verb_of_a_headline() -> None:
    founds = [Found(0, 4, NameKind.ORGANISATION, 0.9)]
    ((name, _, _),) = opinion("Timnas Sagara Ditahan Jepang", founds, [], verbs=[2])
    assert name == "Timnas Sagara"
