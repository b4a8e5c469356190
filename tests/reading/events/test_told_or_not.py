"""What English prose tells as events and what it does not; attacks in words; who shares a subject."""

import pytest

from sumber.api import read

Told = tuple[str, list[str], list[str]]


def _told(sentence: str) -> list[Told]:
    found = read(sentence, language="en")
    text = found.article.text
    return [
        (one.type, [who.of(text) for who in one.actors], [who.of(text) for who in one.recipients])
        for one in found.events
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The booklet covers floods, terror attacks and fires.",
        "Slavery, lynching and hunger were common.",
        "The law helps women who are raped and their families.",
        "She lost a private detention centres contract.",
        "A consulting firm wrote the plan.",
        "The minister agreed with Mr. Lopez on the matter.",
        "Mr. Lopez held a rally in Austin.",
        "The boy demonstrated courage.",
        "A committee supporting Mrs. Bell was founded in May.",
        "The minister shot back with a joke.",
        "The plan threatened the old order.",
        "He could be jailed for up to three years.",
        "Trains were late due to blocked roads.",
        "Mrs. Bell appeals to young voters.",
        "Mrs. Bell held a news conference.",
        "The host interviewed Mrs. Bell.",
        "Mrs. Bell captured two states.",
        "Mrs. Bell captured the country's attention.",
        "Mrs. Bell met the court's standard.",
        "The ministry's requests for comment came late.",
        "The pilot quit flying for the airline.",
        "The bank will plough along.",
        "The ministry will deploy more pumps.",
        "Mr. Lopez guaranteed that nobody would leave.",
        "Miami exiles could change the mood in Peru.",
        "The plan gave Mrs. Bell a real shot at the post.",
    ],
)
def test_no_event(sentence: str) -> None:
    assert not _told(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A lawsuit against the company was filed.", ("ACCUSE", [], ["the company"])),
        ("Mr. Lopez attacked Mrs. Bell over taxes.", ("ACCUSE", ["Mr. Lopez"], ["Mrs. Bell"])),
        ("Rebels attacked Mrs. Bell.", ("ASSAULT", ["Rebels"], ["Mrs. Bell"])),
        ("Threats against the mayor by rebels grew.", ("THREATEN", ["rebels"], ["the mayor"])),
        ("The boom led to worker protests in Lima.", ("PROTEST", ["worker"], [])),
        ("Mrs. Bell had never met or seen the king.", ("CONSULT", ["Mrs. Bell"], ["the king"])),
        ("Mr. Lopez resigned as chief executive.", ("RETREAT", ["Mr. Lopez"], [])),
        ("Guards met with and fed Mr. Lopez.", ("CONSULT", ["Guards", "Mr. Lopez"], [])),
        ("Workers protested over the firing of Mrs. Bell.", ("PROTEST", ["Workers"], [])),
        ("Mr. Lopez called for Mrs. Bell to resign.", ("REQUEST", ["Mr. Lopez"], ["Mrs. Bell"])),
        ("Mr. Lopez called for a new law.", ("REQUEST", ["Mr. Lopez"], [])),
        ("The Peruvian attack on the town shocked us.", ("ASSAULT", ["Peruvian"], ["the town"])),
        ("The mayor was found and freed.", ("RETREAT", [], ["The mayor"])),
        ("The mayor is asking for help and urging voters to wait.", ("REQUEST", ["The mayor"], ["voters"])),
        (
            "The investors, who own a team and accused Mrs. Bell of theft, left.",
            ("ACCUSE", ["The investors"], ["Mrs. Bell"]),
        ),
        ("Soldiers guarding the bridge arrested Mrs. Bell.", ("COERCE", ["Soldiers"], ["Mrs. Bell"])),
        ("The governor left after talks with Mrs. Bell.", ("CONSULT", ["The governor", "Mrs. Bell"], [])),
        ("The rebels’ invasion of Peru began.", ("ASSAULT", ["The rebels"], ["Peru"])),
        (
            "Ana Roy, founder of the party, accused the mayor of theft.",
            ("ACCUSE", ["Ana Roy"], ["the mayor"]),
        ),
        ("The minister pledged to further help rebels.", ("AGREE", ["The minister"], [])),
        (
            "Mr. Lopez has praised Peru and Mrs. Bell has accused rebels.",
            ("ACCUSE", ["Mrs. Bell"], ["rebels"]),
        ),
        ("The mayor blamed Mr. Lopez for refusing to free rebels.", ("RETREAT", ["Mr. Lopez"], ["rebels"])),
        (
            "The army ousted Peru's elected government, detaining rebels.",
            ("COERCE", ["The army"], ["rebels"]),
        ),
        ("The junta regards it as a threat and has accused Peru.", ("ACCUSE", ["The junta"], ["Peru"])),
        ("Mrs. Bell -- whose party lost -- has accused rebels.", ("ACCUSE", ["Mrs. Bell"], ["rebels"])),
        ("The court pledged to oppose rules for migrants.", ("AGREE", ["The court"], [])),
    ],
)
def test_who_does_what_to_whom(sentence: str, told: Told) -> None:
    assert told in _told(sentence)


def test_what_a_report_without_force_calls_an_attack_is_one_in_words() -> None:
    report = (
        "The man attacked the plan's authors. " + "The senate will vote on the plan, the minister said. " * 30
    )
    fight = "The man attacked the plan's authors. " + "Police said ten people were wounded by a gunman. " * 30
    assert _told(report)[0][0] == "ACCUSE"
    assert _told(fight)[0][0] == "ASSAULT"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Her allegations have been investigated by the police.", "happened"),
        ("The general accused him of silence after rebels attacked the town.", "happened"),
        ("“If rebels attacked the town, we would leave,” the mayor said.", "possible"),
        ("The mayor has no plans to speak or meet with rebels.", "denied"),
        ("There are allegations that rebels attacked the town.", "alleged"),
    ],
)
def test_what_a_charge_takes_for_granted(sentence: str, status: str) -> None:
    assert str(read(sentence, language="en").events[-1].status) == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Mr. Lopez began by thanking Mrs. Bell and urging her to keep singing.", "happened"),
        ("Mr. Lopez called on Peru to continue.", "happened"),
        ("No fair prosecutor would charge the mayor.", "denied"),
        ("No doubt rebels attacked the army.", "happened"),
        ("There was no warning before rebels attacked the army.", "happened"),
        ("No soldiers were killed in the town.", "denied"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert [str(one.status) for one in read(sentence, language="en").events] == [status]


def test_an_attack_on_people_at_a_place_is_one_of_force() -> None:
    calm = " ".join(["The minister told the senate about the budget of the town."] * 30)
    found = read(
        f"{calm} The senate held a hearing on the attacks on tourists in Madrid.", language="en"
    ).events
    assert [one.type for one in found] == ["ASSAULT"]
