"""What Indonesian sites put around a report on their pages: lines of authors and editors, captions, dates."""

from sumber.page.document import Document
from sumber.page.read import read_document
from sumber.record import Article

STORY = "".join(
    f"<p>Harga beras di pasar Lembar naik lagi pada pekan ke-{week}, kata pedagang kepada Warta Kupang.</p>"
    for week in range(6)
)


def article(before: str = "", after: str = "", head: str = "") -> Article:
    title = "Harga Beras Naik di Pasar Lembar"
    html = (
        f"<html lang='en'><head><title>{title} - Kupangwarta.com</title>{head}</head><body><article><h1>{title}</h1>"
        f"{before}<p>KUPANG, KUPANGWARTA.com — Harga beras naik lagi pekan ini, kata pedagang.</p>{STORY}{after}"
        "</article></body></html>"
    )
    return read_document(Document(html=html))[0]


def people(found: Article) -> list[tuple[str, str]]:
    return [(person.name, person.role) for person in found.byline]


def roles(found: Article) -> dict[str, str]:
    return {block.of(found.text): block.role.value for block in found.blocks}


def test_writer_and_editor_of_a_table_are_read_and_no_words_run_together() -> None:
    table = (
        "<table><tr><td>Penulis</td><td>: Rini Wulandari</td></tr>"
        "<tr><td>Editor</td><td>: Budi Santoso</td></tr></table><b>COPYRIGHT</b>"
    )
    found = article(after=table, head="<meta name='author' content='Kupang Cyber Media'>")
    assert people(found) == [("Rini Wulandari", "reporter"), ("Budi Santoso", "editor")]
    assert roles(found)["| Penulis | : Rini Wulandari |"] == "byline"


def test_the_name_of_an_account_gives_way_to_that_of_a_person() -> None:
    found = article(after="<p>Penulis: Rini Wulandari</p>", head="<meta name='author' content='kupangweb'>")
    assert people(found) == [("Rini Wulandari", "reporter")]


def test_the_domain_of_the_site_is_no_part_of_the_title() -> None:
    assert article().title == "Harga Beras Naik di Pasar Lembar"


def test_a_line_above_the_dateline_is_a_caption() -> None:
    caption = "Pedagang menata beras di pasar Lembar, Kamis (5/6/2025), sebelum pembeli datang."
    found = roles(article(before=f"<p>{caption}</p>"))
    assert found[caption] == "caption"


def test_the_title_once_more_is_no_body() -> None:
    found = article(
        after="<p>Harga Beras Naik di Pasar Lembar</p><p>Pedagang menanti beras baru dari pulau lain tiba.</p>"
    )
    assert [block.role.value for block in found.blocks if block.of(found.text) == found.title] == [
        "title",
        "other",
    ]


def test_a_photo_credit_ends_a_caption() -> None:
    line = "Pedagang menata beras di pasar. Foto: Rina Puspita"
    found = roles(article(after=f"<p>{line}</p><p>Pedagang menanti beras baru dari pulau lain tiba.</p>"))
    assert found["Pedagang menata beras di pasar."] == "caption"
    assert found["Foto: Rina Puspita"] == "credit"


def test_a_line_that_says_who_the_author_is_is_no_body() -> None:
    head = "<meta name='author' content='Rini Wulandari'>"
    found = article(after="<p>Rini Wulandari adalah wartawan Warta Kupang sejak 2019.</p>", head=head)
    assert "wartawan Warta Kupang sejak" not in found.text
