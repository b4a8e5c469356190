import threading

import pytest

from sumber.desk import Desk
from sumber.desk.query import parse_query


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("nelayan", 3),
        ("NELAYAN", 3),
        ("perahu terbalik", 3),
        ('"perahu mereka terbalik"', 2),
        ("pencarian", 3),
        ("mencari", 3),
        ("fishermen", 1),
        ("fisherm*", 1),
        ("nelayan OR cabai", 4),
        ("nelayan -helikopter", 0),
        ("speaker:Hariyadi", 4),
        ("speaker:Sumarni", 1),
        ('outlet:"Kabar Timur"', 2),
        ("outlet:antara", 1),
        ("-outlet:antara nelayan", 2),
        ("place:Yogyakarta", 1),
        ("language:en", 1),
        ("before:2025-06-11", 4),
        ("after:2025-06-11", 1),
        ("cabai after:2025-06 before:2025-07", 1),
        ("title:cabai", 1),
        ("tidakadakatini", 0),
        ("", 5),
    ],
)
def test_what_a_search_finds(desk: Desk, query: str, total: int) -> None:
    assert desk.search(query).total == total


def test_furniture_is_not_searched(desk: Desk) -> None:
    from .conftest import MARKET, report

    desk.add([report(MARKET + "\n\nBaca juga: Gajah Masuk Kampung di Lampung", "Suara", "2025-06-12")])
    assert desk.search("gajah").total == 0


def test_snippets_mark_the_words(desk: Desk) -> None:
    for query in ("pencarian", "speaker:Hariyadi", "selat sape"):
        for hit in desk.search(query).hits:
            text = desk.record(hit.article.id).article.text
            for snippet in hit.snippets:
                assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
            words = {span.of(snippet.text).casefold() for snippet in hit.snippets for span in snippet.hits}
            assert words, (query, hit)


def test_pages_follow_each_other(desk: Desk) -> None:
    pages = [desk.search("", limit=2, offset=offset).hits for offset in (0, 2, 4)]
    ids = [hit.article.id for page in pages for hit in page]
    assert len(ids) == len(set(ids)) == 5
    assert list(desk.find("")) == ids


@pytest.mark.parametrize(
    "query", ['"', "-", ":", "outlet:", "before:soon", "a OR", "OR", "*", "(", "'", "NEAR(", "é:x", '"" -""']
)
def test_odd_searches_do_no_harm(desk: Desk, query: str) -> None:
    desk.search(query)


def test_a_wrong_date_is_told() -> None:
    (note,) = parse_query("before:2025-13-40").notes
    assert "2025-06-10" in note


def test_threads_may_read_while_one_writes(desk: Desk, reports: list[object]) -> None:
    totals: list[int] = []
    threads = [threading.Thread(target=lambda: totals.append(desk.search("nelayan").total)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [3] * 4
