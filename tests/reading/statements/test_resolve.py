"""Speakers resolved to names: by mention, office, kin, pronoun."""

import pytest

import sumber

LEAD = {"id": "Harga kopi naik tajam di pasar\n\n", "en": "Coffee prices rise in the market\n\n"}


def speakers(text: str, language: str = "id") -> list[str | None]:
    record = sumber.read(LEAD[language] + text, language=language, published="2025-06-12")
    names = [record.name_of(s.source.name) if s.source else None for s in record.statements]
    return [name.name if name else None for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Menteri Perdagangan Rini Wulandari datang. "Stok aman," kata Rini.',
            ["Rini Wulandari"],
        ),
        (
            '"Kami siap," kata juru bicara Kremlin Dmitri Orlov. Perang usai, kata juru bicara Kremlin.',
            ["Dmitri Orlov", "Dmitri Orlov"],
        ),
        (
            "Menteri Luar Negeri (Menlu) Budi Santoso mengatakan panen gagal. Menlu menambahkan gudang kosong.",
            ["Budi Santoso", "Budi Santoso"],
        ),
        (
            "Budi Santoso mengatakan panen gagal. Politikus asal Kupang itu menilai harga akan naik.",
            ["Budi Santoso", "Budi Santoso"],
        ),
        ('"Ia lelah," kata istri Budi Santoso.', [None]),
        ("Satpam di rumah Budi Santoso meminta kami pergi.", [None]),
        ("Surat Gubernur Aceh pada 2009 menyebutkan bahwa pulau itu kosong.", [None]),
        (
            'Budi Santoso mengatakan panen gagal.\n\nRini Wulandari tiba di pasar sore itu.\n\n"Gudang kosong," ujarnya.',
            ["Budi Santoso", "Rini Wulandari"],
        ),
        (
            '"Saya bilang panen akan gagal tahun ini," kata Budi Santoso.',
            ["Budi Santoso", "Budi Santoso"],
        ),
    ],
)
def test_an_indonesian_speaker(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Sarah Johnson came late. "The harvest failed," Johnson said. "I am sorry," she said.',
            ["Sarah Johnson", "Sarah Johnson"],
        ),
        ('"He is tired," said a spokesman for Sarah Johnson.', [None]),
        (
            'Sarah Johnson came late. "The harvest failed," Johnson said. Robert Walker said it was dry. "I know," she said.',
            ["Sarah Johnson", "Robert Walker", "Sarah Johnson"],
        ),
        ('Robert Walker said the well was dry. "I know," she said.', ["Robert Walker", None]),
        ('Robert Walker said the well was dry. "We wait," Walker\'s family said.', ["Robert Walker", None]),
        ("Robert Walker said the well was dry. Walker supporters said it was full.", ["Robert Walker", None]),
    ],
)
def test_an_english_speaker(text: str, names: list[str | None]) -> None:
    assert speakers(text, "en") == names


def test_a_word_in_quotes_does_not_speak() -> None:
    assert speakers("Menurut Budi Santoso, kata 'oke sip' tidak bisa menjadi bukti.") == ["Budi Santoso"]


def test_an_aide_to_somebody_is_not_that_person() -> None:
    text = "An aide to presidential contender Sarah Johnson said the harvest failed. Sarah Johnson came late."
    assert speakers(text, "en") == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lady Moe, the Prime Minister's wife, came. The Prime Minister said he would stay.", [None]),
        ("Anna Moe, wife of the mayor, came. The mayor said he would stay.", [None]),
        ("Output fell, according to the London-based Energy Institute.", [None]),
        ("Goldman Sachs said output fell. In a note, he said prices would rise.", ["Goldman Sachs", None]),
    ],
)
def test_who_only_stands_beside_a_speaker(text: str, names: list[str | None]) -> None:
    assert speakers(text, "en") == names


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Profil Rini Wulandari: Calon Gubernur yang Terluka di Kupang", "id"),
        ("OPINI: Harga Kopi dan Kebijakan Tarif", "id"),
        ("Explainer: Why Coffee Prices Rise", "en"),
    ],
)
def test_labels_of_headlines_say_nothing(headline: str, language: str) -> None:
    text = {"id": "Rini Wulandari datang ke pasar pagi itu.", "en": "The shops were open on that day."}
    assert sumber.read(f"{headline}\n\n{text[language]}", language=language).statements == ()


def test_a_clause_ends_before_the_main_verb() -> None:
    text = LEAD["id"] + "Sebuah kelompok yang diduga terkait dengan Israel mengklaim telah merusak data bank."
    contents = [
        text[s.content[0].start : s.content[0].end] for s in sumber.read(text, language="id").statements
    ]
    assert contents == ["terkait dengan Israel", "telah merusak data bank"]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("id", '"Pasar tutup," jelas Zirkoni Sekuritas Indonesia di Bogor.', [None]),
        ("id", '"Pasar tutup," kata pemerintah Indonesia.', ["Indonesia"]),
        ("en", "Turkey's government said that the market is closed.", ["Turkey"]),
        ("en", "Turkey's central bank said that the market is closed.", [None]),
    ],
)
def test_a_place_speaks_by_its_government_alone(code: str, text: str, names: list[str | None]) -> None:
    record = sumber.read(text, language=code, without=("events",))
    known = {name.id: name.name for name in record.names}
    assert [known.get(s.source.name or "") for s in record.statements if s.source] == names


def test_an_office_in_a_headline_is_not_whom_its_verb_tells_of() -> None:
    text = (
        "Legenda Balap Sebut Mustahil Lukas Manafe Kalahkan Rina Wutun di Sirkuit\n\nLukas Manafe kalah dari Rina Wutun "
        "kemarin. Hujan turun di Kupang. Warga pulang ke rumah. Pasar tutup."
    )
    record = sumber.read(text, language="id", without=("events",))
    assert [s.source.name for s in record.statements if s.source] == [None]


def test_a_hospital_is_not_whose_name_it_bears() -> None:
    assert speakers("Rumah Sakit Umum Daerah (RSUD) Wahab Manafe mengonfirmasi dua pasien dirawat.") == [
        "Rumah Sakit Umum Daerah"
    ]


def test_where_somebody_speaks_hides_no_name() -> None:
    text = "Foreign Secretary Jane Dawson in a news briefing in Kupang accused Peru of failing to take steps."
    assert speakers(text, "en") == ["Jane Dawson"]
