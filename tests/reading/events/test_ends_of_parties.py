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
        (
            "Dewa Laksmana, warga Desa Sukamaju, Kabupaten Bandung, ditangkap polisi.",
            ["polisi"],
            ["Dewa Laksmana"],
        ),
        (
            "Pria yang tinggal di Desa Sukamaju, Kabupaten Bandung, Jawa Barat, ditahan polisi.",
            ["polisi"],
            ["Pria"],
        ),
        ("Warga mendesak Bawas MA dan gubernur.", ["Warga"], ["Bawas MA", "gubernur"]),
        ("Rina mengaku dibawa Aipda Dewa ke kantor polisi.", ["Aipda Dewa"], ["Rina"]),
        ("Dua warga meninggal akibat dianiaya oleh tentara.", ["tentara"], ["Dua warga"]),
        (
            "Warga Desa Sukamaju, Kota Padang, Sumatera Barat mendesak gubernur.",
            ["Warga Desa Sukamaju"],
            ["gubernur"],
        ),
        ("Menurut Rina Wulandari, Israel menyerang Iran.", ["Israel"], ["Iran"]),
        ("Polisi menembak mati dua perampok.", ["Polisi"], ["dua perampok"]),
        ("Menteri memuji kerja petugas haji Indonesia.", ["Menteri"], ["petugas haji Indonesia"]),
        ("Penikaman yang dilakukan seorang pria terhadap istrinya.", ["seorang pria"], ["istrinya"]),
        ("Pria yang mencari dan mencuri uang ditangkap polisi.", ["polisi"], ["Pria"]),
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
        ("Jalan itu ditutup total.", "PROTEST"),
        ("Pria itu tertangkap kamera sedang berlari.", "COERCE"),
        ("Unggahan itu diserbu warganet.", "ASSAULT"),
        ("Polisi biasanya menawarkan mediasi kepada warga.", "AGREE"),
        ("Kapolsek itu dihubungi wartawan lewat telepon.", "CONSULT"),
        ("Menteri itu bertemu mertuanya.", "CONSULT"),
        ("Polisi mencegah terjadinya kerusuhan di kota itu.", "PROTEST"),
        ("Menteri menulis keterangan yang diterima Kompas.", "CONSULT"),
        ("Virus itu menyerang sistem pernapasan.", "COERCE"),
        ("Korban menjalani pemeriksaan USG di rumah sakit.", "ACCUSE"),
        ("Hal yang ingin kami telusuri itu rumit.", "ACCUSE"),
        ("PT Sawah Lestari Tbk berkomitmen menjaga mutu.", "AGREE"),
        ("Pelaku memberikan uang kepada korban.", "AID"),
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


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tentara dilaporkan menangkap dua demonstran.", "alleged"),
        ("Menteri disebut menolak usulan gubernur.", "alleged"),
        ("Benarkah tentara menangkap dua demonstran?", "possible"),
        ("Mengapa tentara menangkap dua demonstran?", "happened"),
    ],
)
def test_hearsay_and_questions_are_no_facts(text: str, status: str) -> None:
    assert [str(one.status) for one in events(text)[1]] == [status]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Tentara Tangkap Dua Demonstran?", "possible"),
        ("Tentara Tangkap Dua Demonstran, Kenapa?", "happened"),
        ("Tentara Tangkap Dua Demonstran", "happened"),
    ],
)
def test_a_title_that_asks_tells_no_fact(title: str, status: str) -> None:
    assert [str(one.status) for one in events(title, title=title)[1]] == [status]


def test_they_are_no_town() -> None:
    found = read("Warga Riau berkumpul. Mereka menolak tambang itu.", language="id")
    named = {one.id: one.name for one in found.names}
    assert [named.get(a.name or "") for one in found.events for a in one.actors] == [None]


def test_a_prison_term_demanded_is_a_charge() -> None:
    found = events("Mantan bupati itu dituntut lima tahun penjara.")[1]
    assert [(one.type, one.mode) for one in found] == [("ACCUSE", "allege")]


@pytest.mark.parametrize(
    "text",
    [
        "KPK telah memeriksa Bupati Sukamaju, Rina Wulandari, sebagai saksi.",
        "KPK telah memeriksa Bupati Sukamaju (BS), Rina Wulandari sebagai saksi.",
    ],
)
def test_a_name_set_off_by_a_comma_is_whom_the_office_means(text: str) -> None:
    found = read(text, language="id")
    named = {one.id: one.name for one in found.names}
    assert [named.get(a.name or "") for one in found.events for a in one.recipients] == ["Rina Wulandari"]


def test_an_inquiry_is_into_persons_not_into_bodies_of_the_case() -> None:
    text, found = events("Polisi mengusut kasus penipuan penerimaan anggota Polri.")
    assert [a.of(text) for one in found for a in one.recipients] == []
    text, found = events("Kemarin jaksa mengungkap keterlibatan Rina Wulandari dalam kasus itu.")
    assert [a.of(text) for one in found for a in one.recipients] == ["Rina Wulandari"]
