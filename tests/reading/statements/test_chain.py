"""Through which relays a statement came."""

from sumber import read


def chains(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    record = read(text, language=language, without=("events",))
    outlets = {relay.id: relay.outlet for relay in record.relays}
    return [
        (statement.cue.of(text) if statement.cue else "", tuple(outlets[one] for one in statement.chain))
        for statement in record.statements
    ]


def test_a_relay_inside_a_sentence_does_not_reach_the_next_speaker() -> None:
    text = (
        "The mayor of Lund resigned on Monday and left the town. Anna Berg, a teacher, told Reuters that the school was shut. "
        "Tom Walker, a farmer, said that the road was closed."
    )
    assert chains(text, "en") == [("told", ("Reuters",)), ("said", ())]


def test_what_the_same_speaker_goes_on_to_say_came_the_same_way() -> None:
    text = 'Anna Berg, a teacher, told Reuters that the school was shut. "We are tired," she added.'
    assert chains(text, "en") == [("told", ("Reuters",)), ("added", ("Reuters",))]
