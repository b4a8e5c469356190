"""Whatever comes in, a record comes out: no exception, offsets in range, every mention the slice it says."""

import tempfile

import pytest
from fuzz.checks import check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sumber
from sumber.api import read
from sumber.errors import DocumentError
from sumber.page.document import Document
from sumber.record import Record

BITS = st.sampled_from(
    [
        '"Kami siap," kata Budi.', "“Kami", "”", "'", "kata dia", "menurut BPS", "Rabu (13/9/2023)", "pukul 25.61 WIB", "9999", "0000-00-00",
        "Presiden Joko Widodo", "di Bandung", "polisi menangkap", "akan", "tidak", "Dilansir dari BBC", "Baca juga:", "Photo :", "\n", "\n\n",
        "said", "told Reuters", "The minister", "met", "in Paris, Texas", "on Monday", "allegedly", "\u202e", "\u200b", "🚀", "\x00", "\ud800", "(", ")",
        "https://a.example/b", "A" * 300, "-", "—", ".", ",", ":", "nya", "IsraelMengatakan", "<p>", "</div>", "&amp;", "é", "中文", "\r\n", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(BITS, st.text(max_size=12)), min_size=1, max_size=60).map(" ".join)
PAGES = st.lists(
    st.one_of(BITS, st.sampled_from(["<div>", "<p>", "<table><td>", "<script>", "<!--", "<a href=", '<meta name="date" content=', "<h1>"])),
    min_size=1,
    max_size=60,
).map("".join)  # fmt: skip
CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@CALM
@given(TEXTS, st.sampled_from(["id", "en", None]))
def test_any_text_gives_a_record(text: str, language: str | None) -> None:
    try:
        record = read(Document(text=text, language=language, published="2025-06-12"))
    except DocumentError:
        assert not text.strip()
        return
    check(record)
    assert read(Document(text=text, language=language, published="2025-06-12")) == record


@CALM
@given(PAGES, st.booleans())
def test_any_page_gives_a_record_or_a_reason(page: str, bulk: bool) -> None:
    try:
        record = read(Document(html=page), bulk=bulk)
    except DocumentError:
        return
    check(record)


@CALM
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_or_a_reason(data: bytes) -> None:
    try:
        record = read(Document(data=data))
    except DocumentError:
        return
    check(record)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "Kabar dari Bandung." + "</div>" * 50_000,
        "<p>Kabar dari Bandung hari ini.</p>" * 50_000,
        "<p>" + "kabar baik dari kota itu " * 200_000 + "</p>",
    ],
    ids=["50,000 nested", "50,000 paragraphs", "5 MB"],
)
def test_heavy_pages_are_read_within_bounds(page: str) -> None:
    record = sumber.read(
        Document(html=page), without=("names", "places", "statements", "events", "times", "relays")
    )
    assert record.article.text


def test_a_folder_with_a_file_of_noise_is_read_on() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (
            ("a.txt", b"\xff\xfe\x00"),
            ("b.txt", "Kabar dari Solo.".encode("utf-16")),
            ("c.txt", b"Kabar."),
        ):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(data)
        results = list(sumber.read_many(sumber.documents([folder])))
    assert sum(isinstance(result, Record) for result in results) >= 2
