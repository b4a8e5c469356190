"""Pages: both ways through them."""

from sumber.page.guards import lightened
from sumber.page.html import read_html

PARAGRAPHS = [
    "Dewan kota menyetujui anggaran pelabuhan yang baru pada hari Senin, kata ketua dewan itu.",
    "Pembangunan dermaga akan dimulai bulan depan dan selesai sebelum musim hujan tahun depan.",
    "Warga di sekitar pelabuhan diminta mengajukan keberatan paling lambat akhir pekan ini.",
]


def page(body: str) -> str:
    return f"<html><head><title>Pelabuhan</title></head><body><main><article>{body}</article></main></body></html>"


def test_bulk_way_drops_lines_around_the_full_sentences() -> None:
    inner = "<h1>Pelabuhan Baru Disetujui</h1><p>Bagikan</p>" + "".join(
        f"<p>{text}</p>" for text in PARAGRAPHS
    )
    found = read_html(page(f"{inner}<p>Lihat Semua</p><p>Terpopuler</p>"), bulk=True)
    assert list(found.paragraphs) == PARAGRAPHS


def test_heading_between_paragraphs_of_a_page_stays() -> None:
    parts = [PARAGRAPHS[0], PARAGRAPHS[1], "</p><h2>Apa Kata Warga Sekitar Pelabuhan</h2><p>", PARAGRAPHS[2]]
    found = read_html(page("".join(f"<p>{part}</p>" for part in parts)))
    assert "Apa Kata Warga Sekitar Pelabuhan" in found.paragraphs


def test_drawing_that_a_script_writes_hides_no_text() -> None:
    html = f"<script>w('<svg>')</script><p>{PARAGRAPHS[0]}</p><svg><path/></svg><p>{PARAGRAPHS[1]}</p>"
    assert lightened(html) == f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"


def test_bulk_way_leaves_a_page_in_which_it_finds_nothing_to_the_exact_one() -> None:
    told = "".join(
        f"<p>Harga beras di pasar Lembar naik lagi pada pekan ke-{week} tahun ini.</p>" for week in range(6)
    )
    html = page(f'<div class="overlay popup" aria-hidden="true">{told}</div>')
    assert len(read_html(html, bulk=True).paragraphs) == 6
