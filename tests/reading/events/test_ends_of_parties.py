"""Where the phrase of an Indonesian actor or recipient ends, and what only looks like an event."""

import pytest

from sumber.api import read
from sumber.record import Event


def events(text: str, title: str | None = None) -> tuple[str, tuple[Event, ...]]:
    found = read(text, language="id", title=title)
    return found.article.text, found.events


def parties(text: str) -> tuple[list[str], list[str]]:
    body, found = events(text)
    assert len(found) == 1
    one = found[0]
    return [a.of(body) for a in one.actors], [a.of(body) for a in one.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Kami sungguh mengecam menteri itu.", ["Kami"], ["menteri itu"]),
        ("Kemarin Israel sejatinya menyerang kota itu.", ["Israel"], ["kota itu"]),
        ("Warga tak pernah sekalipun menolak menteri itu.", ["Warga"], ["menteri itu"]),
        (
            "Polisi menahan tersangka berinisial A selaku pemilik gudang.",
            ["Polisi"],
            ["tersangka berinisial A"],
        ),
        ("Kelompok itu merampok wisatawan asal Jakarta.", ["Kelompok itu"], ["wisatawan asal Jakarta"]),
        ("Mereka warga asal Madura yang menyerang polisi.", ["Mereka"], ["polisi"]),
        ("Warga desa itu menolak bupati.", ["Warga desa itu"], ["bupati"]),
    ],
)
def test_a_party_ends_before_what_only_leads_to_the_verb(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(text) == (actors, recipients)


def test_a_headline_writes_verbs_without_prefix() -> None:
    title = "Partai Minta Pemerintah Perhatikan Petani Kecil"
    text, found = events(title, title=title)
    assert [a.of(text) for event in found for a in event.recipients] == ["Pemerintah"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kapolsek membenarkan tawuran itu terjadi.", "ASSAULT"),
        ("Terdakwa menjalani sidang perdana di pengadilan.", "CONSULT"),
        ("Syarat yang diminta pemerintah itu berat.", "REQUEST"),
        ("Bupati didampingi istrinya.", "CONSULT"),
        ("Kapolres belum menyampaikan hasil penyelidikan.", "ACCUSE"),
    ],
)
def test_no_event(text: str, type_: str) -> None:
    assert type_ not in {event.type for event in events(text)[1]}


def test_not_only_is_no_denial() -> None:
    assert [str(one.status) for one in events("Menteri tidak hanya mengecam serangan itu.")[1]] == [
        "happened"
    ]
    assert [str(one.status) for one in events("Menteri tidak mengecam serangan itu.")[1]] == ["denied"]
    assert [str(one.status) for one in events("Menteri nggak mengecam serangan itu.")[1]] == ["denied"]


def test_a_prison_term_demanded_is_a_charge() -> None:
    found = events("Mantan bupati itu dituntut lima tahun penjara.")[1]
    assert [(one.type, one.mode) for one in found] == [("ACCUSE", "allege")]
