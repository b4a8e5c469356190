"""Relays: where an outlet says that it got it. Sentences of our own, one construction each."""

import pytest

import sumber
from sumber.reading.relays.outlets import known_outlets, outlet_named


def relays(text: str, language: str = "id", outlet: str = "Warta Kupang") -> list[tuple[str, str]]:
    record = sumber.read(
        f"Judul berita panjang\n\n{text}", language=language, outlet=outlet, published="2025-06-12"
    )
    return [(relay.outlet, relay.of(record.article.text)) for relay in record.relays]


@pytest.mark.parametrize(
    ("text", "outlet", "words"),
    [
        ("Dilansir dari BBC, Rabu (11/6/2025), harga naik.", "BBC", "Dilansir dari BBC, Rabu (11/6/2025)"),
        ("Harga naik, seperti dikutip dari laman Harian Lorosae.", "Harian Lorosae", None),
        ("Harga naik, demikian dilansirAFP.", "AFP", "demikian dilansirAFP"),
        ("Mengutip Reuters, harga naik.", "Reuters", "Mengutip Reuters"),
        ("Melansir laman The Guardian, harga naik.", "The Guardian", None),
        ('"Harga naik," kata Budi kepada Tempo.', "Tempo", "kepada Tempo"),
        ('"Harga naik," kata Budi kepada wartawan Jawa Pos.', "Jawa Pos", None),
        ('"Harga naik," kata Budi kepadaCBS News.', "CBS News", "kepadaCBS News"),
        ("Harga naik, sebagaimana diberitakan kantor berita Iran, Mehr News.", "Mehr News", None),
        ("Harga naik, seperti dilaporkan surat kabar Lorosae Times.", "Lorosae Times", None),
        ("Menurut laporan AP, harga naik.", "AP", "Menurut laporan AP"),
        ("Berdasarkan laporan BBC, harga naik.", "BBC", None),
        ("Harga naik tajam, tulis Kompas.", "Kompas", None),
        ("Reuters melaporkan harga naik.", "Reuters", "Reuters"),
        ("Harga naik, dikutip dari lamanglobes.co, Rabu (11/6).", "globes.co", None),
        ("Harga naik, seperti dilansirdetikBali, Rabu (11/6/2025).", "detikBali", None),
        ("Harga naik, dikutip daridetikBali, Rabu (11/6/2025).", "detikBali", None),
        ("Harga naik, dikutip darinews.pasarkita.com, Rabu (11/6/2025).", "news.pasarkita.com", None),
        ("Dalam wawancara dengan CNN, Budi menyebut harga naik.", "CNN", None),
        ("Artikel ini telah tayang di Kompas.com dengan judul Harga Naik.", "Kompas.com", None),
        ("Harga naik menjadi dua kali lipat. (Antara)", "Antara", None),
        ("Harga naik.\n\nSumber: Antara", "Antara", "Sumber: Antara"),
        ("Perusahaan memberi tahu Reuters bahwa harga naik.", "Reuters", None),
        ("Budi menolak ketika dimintai keterangan oleh BBC.", "BBC", None),
        ("Harga naik, seperti dikutip New York Times(NYT), pada Selasa (10/6).", "New York Times", None),
        ("Disadur dari Der Spiegel, harga naik.", "Der Spiegel", None),
        ("Diwartakan Xinhua, harga naik.", "Xinhua", None),
        ("Dihimpun dari Suara Merdeka, harga naik.", "Suara Merdeka", None),
    ],
)
def test_an_indonesian_relay(text: str, outlet: str, words: str | None) -> None:
    ((found, span),) = relays(text)
    assert found == outlet
    assert words is None or span == words


def test_an_outlet_behind_a_quotation_whose_sentence_goes_on_stands_for_the_sentence_only() -> None:
    text = 'Title of it\n\n"Prices rose," according to Politico. "They fell." Reuters reported a rise.'
    record = sumber.read(text, language="en")
    assert [(relay.outlet, relay.scope.value) for relay in record.relays] == [
        ("Politico", "sentence"),
        ("Reuters", "article"),
    ]


def test_several_outlets_at_once() -> None:
    found = relays("Dikutip dari Reuters, AFP, dan Al Arabiya, Rabu (11/6), harga naik.")
    assert [outlet for outlet, _ in found] == ["Reuters", "AFP", "Al Arabiya"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Prices rose, the farmer told Reuters.", "Reuters"),
        ("Prices rose, she told the Lorosae Post.", "Lorosae Post"),
        ("Prices rose, she told a reporter from The Guardian.", "The Guardian"),
        ("According to the BBC, prices rose.", "BBC"),
        ("According to a report in The Times, prices rose.", "The Times"),
        ("The Guardian reported that prices rose.", "The Guardian"),
        ("Prices rose, the Associated Press reported.", "Associated Press"),
        ("The deal was first reported by Bloomberg.", "Bloomberg"),
        ("Prices rose, said the minister, citing Xinhua.", "Xinhua"),
        ("In an interview with CNN, he said prices rose.", "CNN"),
        ("MSNBC political correspondent Ann Lee said prices rose.", "MSNBC"),
        ("Prices rose, the newspaper Lorosae Gazette reported.", "Lorosae Gazette"),
        ("Prices rose again. The Associated Press contributed to this report.", "The Associated Press"),
        ("DILI (Reuters) - Prices rose.", "Reuters"),
        ("Prices rose, according to the Hill.", "The Hill"),
        ("RENO, Nev. (AP) — Prices rose.", "AP"),
        ("Der Spiegel, the German newsmagazine, said in its current issue that prices rose.", "Der Spiegel"),
        ("One weekly newspaper, the Lorosae Post, reported that prices rose.", "Lorosae Post"),
        ("Politico was the first to report that prices rose.", "Politico"),
        ("Prices may rise, writes the New York Times.", "The New York Times"),
        ("Prices will rise, Sky News understands.", "Sky News"),
        ("As the BBC’s Ana Pires in Dili reports, prices rose.", "BBC"),
        ("Asked by the Wall Street Journal whether prices rose, she nodded.", "The Wall Street Journal"),
        ("Prices rose, she said on NBC’s “Market Hour” on Sunday.", "NBC"),
        ("A Reuters investigation found that prices rose.", "Reuters"),
        ("The mayor denied a report by Bloomberg that prices rose.", "Bloomberg"),
        ("Prices rose again in May.\n\nAdditional reporting by PA", "PA"),
        ('Prices rose. "We saw it coming," she said. "It was a bad year." PA', "PA"),
    ],
)
def test_an_english_relay(text: str, outlet: str) -> None:
    ((found, _),) = relays(text, "en")
    assert found == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Mengutip data BPS, harga naik.",
        "Mengutip pernyataan Presiden Budi, harga naik.",
        "Mengutip UU Nomor 5 Tahun 2020, harga diatur.",
        "Foto lama\nSumber :\n\nHarga naik.",
        "Menurut media setempat, harga naik.",
        "Dikutip dari berbagai sumber, harga naik.",
        "Dikutip dari laman resmi Kementerian Perdagangan, harga naik.",
        "Dikutip dari Instagram Budi, harga naik.",
        "Ia berkata kepada wartawan bahwa harga naik.",
        "Ia menyerahkan surat kepada Gubernur Rini.",
        "Ia minta bantuan kepada AS.",
        "Harga naik, dilaporkan Budi kemarin.",
        "Meski demikian, harga tetap naik.",
        "Korban melapor kepada polisi.",
        "Sumber daya air di Kompas Timur kering.",
        "Dilansir Rabu (11/6), harga naik.",
        "Harga naik, dikutip dari data.pasarkita.go.id, Rabu (11/6/2025).",
    ],
)
def test_what_is_no_relay(text: str) -> None:
    assert relays(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She told reporters that prices rose.",
        "It was the first time that people reported a loss.",
        "According to Chinese media, prices rose.",
        "She told the president that prices rose.",
        "The sun rose early, and the mirror broke.",
        "A man poses for a photo. (AFP/Getty Images)",
        "Players celebrated their win in a full stadium. (Reuters)\n\n" + "The sea was calm. " * 40,
        "Players celebrate their win. PA\n\n" + "The sea was calm. " * 40,
        "The mayor said CNN was wrong.",
        "The manager said CNN’s business was sound.",
        "The mayor said the AP report was misleading.",
        "The mayor was asked by a CNN moderator.",
        "The mayor walked out on the BBC.",
    ],
)
def test_what_is_no_english_relay(text: str) -> None:
    assert relays(text, "en") == []


@pytest.mark.parametrize(
    ("text", "outlet", "language"),
    [
        ("Kepada Tempo, Budi mengaku.", "Tempo.co", "id"),
        ('"Harga naik," kata Budi kepada detikcom.', "news.detik.com", "id"),
        ("Prices rose, she told Reuters.", "www.reuters.com", "en"),
        ("Prices rose, she told the Guardian.", "theguardian", "en"),
    ],
)
def test_the_articles_own_outlet_is_no_relay(text: str, outlet: str, language: str) -> None:
    assert relays(text, language, outlet) == []


def read(text: str) -> sumber.Record:
    return sumber.read(
        f"Judul berita panjang\n\n{text}", language="id", outlet="Warta Kupang", published="2025-06-12"
    )


def test_a_statement_carries_its_chain() -> None:
    record = read('Dilansir dari BBC, harga naik.\n\n"Harga naik," kata Budi Santoso.')
    assert record.statements[-1].chain == ("r1",)


def test_the_nearest_relay_stands_first_in_the_chain() -> None:
    record = read('Dilansir dari BBC, harga naik.\n\n"Harga naik," kata Budi Santoso kepada Reuters.')
    outlets = [record.relay_of(name) for name in record.statements[-1].chain]
    assert [relay.outlet for relay in outlets if relay] == ["Reuters", "BBC"]


def test_the_day_of_the_source_is_kept() -> None:
    (relay,) = read("Dilansir dari BBC, Rabu (11/6/2025), harga naik.").relays
    assert relay.published == "2025-06-11"


def test_how_far_a_relay_reaches() -> None:
    text = "Dilansir dari BBC, harga naik.\n\nPasar ramai, seperti dikutip AFP.\n\nDemikian dilansir Antara."
    assert [relay.scope.value for relay in read(text).relays] == ["article", "sentence", "article"]


def test_the_table_of_outlets() -> None:
    names = [outlet.name.casefold() for outlet in known_outlets()]
    assert len(names) == len(set(names)) >= 600
    kinds = {"wire", "broadcaster", "paper", "magazine", "site"}
    assert all(outlet.kind in kinds and len(outlet.country) == 2 for outlet in known_outlets())
    found = outlet_named("the new york times")
    assert found is not None
    assert found.country == "US"


def test_a_domain_of_a_country_is_whole() -> None:
    record = sumber.read(
        "The firm told motoring.com.au that it would wait.", language="en", without=("events",)
    )
    assert [relay.outlet for relay in record.relays] == ["motoring.com.au"]


def test_a_relay_in_the_middle_of_a_text_without_paragraphs_holds_for_its_sentence() -> None:
    text = (
        "The mayor of Lund left the town on Monday. " * 20 + "According to The New York Times, he was tired."
    )
    record = sumber.read(text, language="en", without=("events",))
    assert [relay.scope.value for relay in record.relays] == ["sentence"]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("KABUL (Reuters) - The army withdrew from the town on Monday.", ["Reuters"]),
        (
            "The mayor left the town on Monday. " * 30
            + "A boat in the harbour (BBC/ITN)\n"
            + "He was tired. " * 80,
            [],
        ),
        (
            "The mayor left the town on Monday. " * 30
            + "A boat (Reuters) - near the pier. "
            + "He slept. " * 150,
            [],
        ),
    ],
)
def test_an_agency_below_a_picture_is_no_relay(text: str, outlets: list[str]) -> None:
    record = sumber.read(text, language="en", without=("events",))
    assert [relay.outlet for relay in record.relays] == outlets
