"""Indonesian statements: one behaviour a test, sentences of our own."""

import pytest

import sumber
from sumber import Record
from sumber.record import Statement

LEAD = "Harga kopi naik tajam di pasar\n\n"


def read(text: str) -> Record:
    return sumber.read(LEAD + text, language="id", published="2025-06-12")


def only(text: str) -> tuple[str | None, str | None, str, Statement, Record]:
    """Return source, cue and content of the one statement of a text."""
    record = read(text)
    (statement,) = record.statements
    body = record.article.text
    return (
        statement.source.of(body) if statement.source else None,
        statement.cue.of(body) if statement.cue else None,
        " / ".join(span.of(body) for span in statement.content),
        statement,
        record,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mode", "act"),
    [
        (
            '"Panen tahun ini gagal," kata Budi Santoso.',
            "Budi Santoso",
            "kata",
            "Panen tahun ini gagal,",
            "direct",
            "say",
        ),
        (
            "“Kami terbuka untuk bicara,” ujarnya.",
            "nya",
            "ujar",
            "Kami terbuka untuk bicara,",
            "direct",
            "say",
        ),
        (
            "Menteri Perdagangan Rini Wulandari mengatakan stok beras aman hingga Maret.",
            "Menteri Perdagangan Rini Wulandari",
            "mengatakan",
            "stok beras aman hingga Maret",
            "indirect",
            "say",
        ),
        (
            "Menurut laporan Dinas Pertanian, panen turun seperlima.",
            "laporan Dinas Pertanian",
            "Menurut",
            "panen turun seperlima",
            "indirect",
            "say",
        ),
        (
            "Panen turun seperlima, menurut Budi Santoso.",
            "Budi Santoso",
            "menurut",
            "Panen turun seperlima",
            "indirect",
            "say",
        ),
        (
            "Budi Santoso membantah gudang itu kosong.",
            "Budi Santoso",
            "membantah",
            "gudang itu kosong",
            "indirect",
            "deny",
        ),
        (
            "Petani meminta pemerintah agar menghapus pajak pupuk.",
            "Petani",
            "meminta",
            "menghapus pajak pupuk",
            "indirect",
            "ask",
        ),
        (
            "Harga diperkirakan akan turun bulan depan.",
            None,
            "diperkirakan",
            "akan turun bulan depan",
            "indirect",
            "expect",
        ),
        (
            'Rini menyebut panen itu "bencana yang mahal bagi petani".',
            "Rini",
            "menyebut",
            'panen itu "bencana yang mahal bagi petani',
            "mixed",
            "say",
        ),
        (
            "Panen akan pulih, demikian pernyataan Dinas Pertanian.",
            "Dinas Pertanian",
            "demikian pernyataan",
            "Panen akan pulih",
            "indirect",
            "say",
        ),
    ],
)
def test_a_construction(text: str, source: str | None, cue: str, content: str, mode: str, act: str) -> None:
    found_source, found_cue, found_content, statement, _ = only(text)
    assert (found_source, found_cue, found_content) == (source, cue, content)
    assert (statement.mode, statement.act) == (mode, act)


@pytest.mark.parametrize(
    "text",
    [
        "Pasar itu buka menurut jadwal yang baru.",
        "Ia lupa kata sandi komputernya.",
        "Sumber daya air di desa itu kering.",
        "Meski demikian, pasar tetap ramai.",
        "Kata kunci itu hilang dari laman.",
    ],
)
def test_words_that_only_look_like_cues_say_nothing(text: str) -> None:
    assert read(text).statements == ()


def test_a_quote_that_goes_on_behind_its_speaker_is_one_statement() -> None:
    _, _, content, _, _ = only('"Panen gagal," kata Budi. "Gudang kami kosong sejak Mei."')
    assert content == "Panen gagal, / Gudang kami kosong sejak Mei."


def test_that_was_said_by_takes_the_sentence_before() -> None:
    source, cue, content, _, _ = only("Panen turun seperlima. Hal itu disampaikan Budi Santoso saat rapat.")
    assert (source, cue, content) == ("Budi Santoso", "disampaikan", "Panen turun seperlima")


def test_a_clitic_stands_for_the_speaker_before() -> None:
    record = read('Budi Santoso mengatakan panen gagal.\n\n"Gudang kami kosong," ujarnya.')
    first, second = record.statements
    assert first.source is not None
    assert second.source is not None
    assert second.source.name == first.source.name is not None


def test_a_clitic_after_an_anonymous_speaker_stays_unresolved() -> None:
    record = read('Budi Santoso pulang. Seorang pejabat mengatakan panen gagal.\n\n"Gudang kosong," ujarnya.')
    assert record.statements[-1].source is not None
    assert record.statements[-1].source.name is None


def test_related_headlines_do_not_speak() -> None:
    record = read(
        "Pasar sepi sejak pagi.\n\nMenteri Sebut Harga Cabai Akan Turun Pekan Depan\n\nPedagang menunggu pembeli."
    )
    assert record.statements == ()


def test_the_same_view_of_a_second_speaker_takes_the_whole_quote() -> None:
    record = read(
        '"Panen gagal. Kami rugi," kata Budi Santoso. Hal senada disampaikan Rini Wulandari di pasar.'
    )
    first, second = record.statements
    assert first.content == second.content
    assert second.source is not None
    assert second.source.of(record.article.text) == "Rini Wulandari"
