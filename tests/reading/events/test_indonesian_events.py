"""Indonesian events: voice, shared subjects, pointing words, status with its trace, merging, linear time."""

import time

import pytest

from sumber import Record
from sumber.api import read
from sumber.reading.analysis import Analysis
from sumber.reading.events import Events
from sumber.reading.pipeline import Pipeline
from sumber.record import Article, Block, Event, Role


def record(*blocks: tuple[str, Role]) -> Record:
    parts, at = [], 0
    for text, role in blocks:
        parts.append(Block(start=at, end=at + len(text), role=role, why="example"))
        at += len(text) + 2
    text = "\n\n".join(text for text, _ in blocks)
    return Pipeline()(Record(article=Article(id="x", text=text, language="id", blocks=tuple(parts))))


def body(text: str) -> Record:
    return record((text, Role.BODY))


def cast(found: Record, event: Event) -> tuple[list[str], list[str]]:
    text = found.article.text
    return [a.of(text) for a in event.actors], [a.of(text) for a in event.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Tentara menyerang desa itu.", ["Tentara"], ["desa itu"]),
        ("Desa itu diserang tentara.", ["tentara"], ["Desa itu"]),
        ("Dua aktivis ditangkap oleh polisi kemarin.", ["polisi"], ["Dua aktivis"]),
        ("Dua aktivis ditangkap kemarin.", [], ["Dua aktivis"]),
        ("Massa yang marah menyerang polisi.", ["Massa"], ["polisi"]),
        ("Warga yang mengenal korban menyerang polisi.", ["Warga"], ["polisi"]),
        ("Polisi bersama tentara menangkap dua pelaku.", ["Polisi", "tentara"], ["dua pelaku"]),
        ("Polisi datang dan menangkap dua pelaku.", ["Polisi"], ["dua pelaku"]),
        ("Polisi menangkap petani, nelayan, dan mahasiswa.", ["Polisi"], ["petani", "nelayan", "mahasiswa"]),
        ("Serangan itu dilancarkan tentara terhadap desa.", ["tentara"], []),
    ],
)
def test_who_did_what_to_whom(text: str, actors: list[str], recipients: list[str]) -> None:
    found = body(text)
    (event,) = found.events
    got = cast(found, event)
    assert got[0] == actors
    assert got[1] == recipients or not recipients


def test_a_pronoun_keeps_its_span_and_takes_the_name() -> None:
    found = body("Presiden Budi Santoso tiba di istana. Ia mengecam serangan tentara.")
    event = next(event for event in found.events if event.type == "ACCUSE")
    (actor,) = event.actors
    assert actor.of(found.article.text) == "Ia"
    name = found.name_of(actor.name)
    assert name is not None
    assert "Budi Santoso" in name.name


def test_a_deed_pointed_at_is_its_doers() -> None:
    found = body("Tentara Israel menyerang kamp itu. Presiden Budi Santoso mengutuk serangan tersebut.")
    event = next(event for event in found.events if event.type == "ACCUSE")
    assert "Israel" in " ".join(cast(found, event)[1])


@pytest.mark.parametrize(
    ("text", "status", "trace"),
    [
        ("Presiden akan mengunjungi pengungsi.", "planned", "akan -> planned"),
        ("Presiden tidak mengunjungi pengungsi.", "denied", "tidak -> denied"),
        ("Bukan presiden yang mengunjungi pengungsi.", "denied", "bukan -> denied"),
        ("Jika presiden mengunjungi pengungsi, warga senang.", "possible", "jika -> possible"),
        ("Polisi diduga menyiksa tahanan.", "alleged", "diduga -> alleged"),
        ("Warga mendesak polisi menangkap pelaku.", "called_for", "mendesak -> called_for"),
        ("Unjuk rasa mahasiswa di kota itu masih berlangsung.", "ongoing", "masih berlangsung -> ongoing"),
    ],
)
def test_a_status_says_why(text: str, status: str, trace: str) -> None:
    mentions = [mention for event in body(text).events for mention in event.mentions]
    assert (status, True) in [(str(one.status), trace in one.why) for one in mentions]


def test_mentions_of_one_event_are_one() -> None:
    found = record(
        ("Polisi Tangkap Budi Santoso", Role.TITLE),
        ("Polisi menangkap Budi Santoso. Budi Santoso ditangkap polisi di rumahnya.", Role.BODY),
    )
    assert [len(event.mentions) for event in found.events if event.type == "COERCE"] == [3]


def test_a_title_is_no_surer_than_its_report() -> None:
    found = record(
        ("Tentara Siksa Tahanan", Role.TITLE),
        ("Tentara diduga menyiksa tahanan di pos itu.", Role.BODY),
    )
    assert {str(mention.status) for event in found.events for mention in event.mentions} == {"alleged"}


def test_victims_belong_to_the_attack() -> None:
    found = body("Tentara melancarkan serangan ke desa itu, menewaskan dua warga.")
    (event,) = found.events
    assert "dua warga" in cast(found, event)[1]


@pytest.mark.parametrize(
    "words",
    [
        'Polisi menangkap dua pelaku di kota itu. "Kami akan memeriksa mereka," kata Budi Santoso. ',
        "jika polisi akan menangkap pelaku dan tentara menyerang kota yang tidak ",
    ],
    ids=["sentences", "one sentence"],
)
def test_time_grows_with_the_text(words: str) -> None:
    def seconds(times: int) -> float:
        text = words * times
        block = Block(start=0, end=len(text), role=Role.BODY, why="example")
        found = Record(article=Article(id="x", text=text, language="id", blocks=(block,)))
        analysis = Analysis(found.article)
        assert analysis.sentences
        start = time.perf_counter()
        Events()(found, analysis)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(400) < 12 * seconds(100) + 0.1


def test_the_agent_before_a_clause_of_time_does_what_the_clause_tells() -> None:
    text = "Acara serupa juga dilakukan Menteri Rahman saat berkunjung ke Lapas Cipinang."
    event = next(one for one in read(text, language="id").events if one.mode == "visit")
    assert [actor.of(text) for actor in event.actors] == ["Menteri Rahman"]


def test_the_search_for_the_missing_is_help() -> None:
    text = "Operasi pencarian digelar untuk mencari nelayan yang hilang."
    assert [event.type for event in read(text, language="id").events] == ["AID"]


def test_what_is_told_in_passing_is_no_wish_and_keeps_its_time() -> None:
    found = body("Ratna mendesak Malaysia segera membebaskan dua nelayan yang ditahan sejak April lalu.")
    told = {(event.type, str(event.status)): event.time for event in found.events}
    assert ("RETREAT", "called_for") in told
    assert ("COERCE", "happened") in told
    assert told["RETREAT", "called_for"] is None
    assert told["COERCE", "happened"] is not None


def test_who_is_given_something_is_told_from_the_gift() -> None:
    found = body("Ratna memberi Budi Santoso senjata buatan Malang.")
    (event,) = found.events
    assert cast(found, event) == (["Ratna"], ["Budi Santoso"])
    assert [thing.of(found.article.text) for thing in event.objects] == ["senjata buatan Malang"]
