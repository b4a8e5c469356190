import random

from hypothesis import given
from hypothesis import strategies as st

from sumber.stories.origins import Node, Root, roots


def test_an_unnamed_copy_of_a_named_wire_goes_back_to_the_wire() -> None:
    nodes = [
        Node(1, "2025-06-01", "kompas"),
        Node(2, "2025-06-02", "tribun", stated=("reuters",), takes=((1, "copies"),)),
    ]
    found = roots(nodes)
    assert found[1] == Root("reuters", "copies")
    assert found[2] == Root("reuters", "states-source")


def test_a_chain_of_relays_ends_at_the_first_teller() -> None:
    nodes = [
        Node(1, "2025-06-01", "reuters"),
        Node(2, "2025-06-02", "bbc", stated=("reuters",)),
        Node(3, "2025-06-03", "viva", stated=("bbc",)),
    ]
    assert {root.origin for root in roots(nodes).values()} == {"reuters"}


def test_an_outlet_that_once_copied_may_report_on_its_own() -> None:
    nodes = [
        Node(1, "2025-06-01", "reuters"),
        Node(2, "2025-06-02", "bbc", stated=("reuters",)),
        Node(3, "2025-06-03", "bbc"),
    ]
    assert roots(nodes)[3] == Root("bbc")


def test_two_that_name_each_other_do_not_run_for_ever() -> None:
    nodes = [Node(1, "2025-06-01", "a", stated=("b",)), Node(2, "2025-06-01", "b", stated=("a",))]
    assert set(roots(nodes)) == {1, 2}


def test_articles_without_an_outlet_are_their_own_origin() -> None:
    assert roots([Node(7, "2025-06-01", None)]) == {7: Root("article:7")}


@given(st.integers(0, 10_000))
def test_the_order_of_articles_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    nodes = [
        Node(
            number,
            f"2025-06-{number:02d}",
            chance.choice(["a", "b", "c", None]),
            tuple(chance.sample(["a", "b", "z"], chance.randint(0, 1))),
            ((chance.randrange(1, number), "copies"),) if number > 1 and chance.random() < 0.4 else (),
        )
        for number in range(1, 9)
    ]
    found = roots(nodes)
    chance.shuffle(nodes)
    assert roots(nodes) == found
