"""Relays: where an outlet says that it got it."""

import pytest

import sumber


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
        ('"Harga naik," kata Budi kepada Tempo.', "Tempo", "kepada Tempo"),
    ],
)
def test_an_indonesian_relay(text: str, outlet: str, words: str | None) -> None:
    ((found, span),) = relays(text)
    assert found == outlet
    assert words is None or span == words


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Prices rose, the farmer told Reuters.", "Reuters"),
        ("According to the BBC, prices rose.", "BBC"),
        ("The Guardian reported that prices rose.", "The Guardian"),
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
        "Foto lama\nSumber :\n\nHarga naik.",
        "Menurut media setempat, harga naik.",
        "Ia berkata kepada wartawan bahwa harga naik.",
    ],
)
def test_what_is_no_relay(text: str) -> None:
    assert relays(text) == []


def test_the_articles_own_outlet_is_no_relay() -> None:
    assert relays("Kepada Tempo, Budi mengaku.", outlet="Tempo.co") == []


def test_a_statement_carries_its_chain() -> None:
    text = 'Judul berita panjang\n\nDilansir dari BBC, harga naik.\n\n"Harga naik," kata Budi Santoso.'
    record = sumber.read(text, language="id", outlet="Warta Kupang", published="2025-06-12")
    assert record.statements[-1].chain == ("r1",)
