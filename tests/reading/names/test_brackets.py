"""Names that an editor filled up in brackets."""

from sumber import read
from sumber.record import NameKind


def people(text: str) -> list[str]:
    record = read(text, language="id", without=("events", "relays"))
    return [name.name for name in record.names if name.kind is NameKind.PERSON]


def test_a_name_filled_up_in_brackets_is_one() -> None:
    assert people('"Saya sudah bicara dengan (Donald) Trump," kata Menteri Luar Negeri Wulan Sagara.') == [
        "Donald Trump",
        "Wulan Sagara",
    ]


def test_the_mention_is_what_stands_behind_the_bracket() -> None:
    text = '"Saya bicara dengan (Donald) Trump," katanya.'
    record = read(text, language="id", without=("events", "relays"))
    (trump,) = (name for name in record.names if name.kind is NameKind.PERSON)
    assert text[trump.mentions[-1].start : trump.mentions[-1].end] == "Trump"


def test_a_short_name_in_brackets_does_not_run_into_the_next_person() -> None:
    text = "Presiden Joko Widodo (Jokowi) Prabowo Subianto temui kemarin di Solo."
    assert people(text) == ["Joko Widodo", "Prabowo Subianto"]


def test_a_short_form_in_brackets_is_the_same_person() -> None:
    text = "Presiden Mohamed bin Zayed (MBZ) tiba. Rombongan MBZ pulang. Heri Gunawan (Hergun) hadir."
    record = read(text, language="id")
    people = {name.name: set(name.aliases) for name in record.names if name.kind == "person"}
    assert people == {"Mohamed bin Zayed": {"MBZ"}, "Heri Gunawan": {"Hergun"}}


def test_the_short_form_of_an_office_in_brackets_is_no_part_of_the_name() -> None:
    text = "Kepala Badan Kapal Nasional (Kabakanas) Rina Wulandari hadir kemarin."
    assert people(text) == ["Rina Wulandari"]
