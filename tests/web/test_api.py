"""The JSON interface: every question has an answer, every bad question a reason."""

import hashlib
import json
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sumber
from sumber.desk.views import ArticleLine
from sumber.web.api import ENDPOINTS
from sumber.web.first import first_report
from sumber.web.openapi import describe

WEB = Path(__file__).parents[2] / "web"


def csrf(client: TestClient) -> dict[str, str]:
    return {"x-sumber-csrf": client.get("/api/session").json()["csrf"]}


def test_start_page_tells_who_was_first_and_how(client: TestClient) -> None:
    page = client.get("/api/stories", params={"least": 2}).json()
    (item,) = page["stories"]
    assert item["line"]["articles"] == 2
    assert item["line"]["origins"] == 1
    assert item["first"]["name"] == "Harian Lorosae"
    assert item["first"]["in_desk"]
    assert "bertemu" in item["first"]["text"]


def test_who_was_first_of_one_day_is_left_open() -> None:
    def line(number: int, outlet: str, published: str) -> ArticleLine:
        return ArticleLine(
            id=str(number), title="Kapal tenggelam", outlet=outlet, language="id", published=published, added="2025-06-13",
            origin=outlet,
        )  # fmt: skip

    def read(_: str) -> sumber.Record:
        return sumber.read("Kapal tenggelam di Jampea pada hari Kamis.", language="id")

    days = [line(1, "Kabar", "2025-06-12"), line(2, "Warta", "2025-06-12"), line(3, "Suara", "2025-06-13")]
    found = first_report(days, read)
    assert found is not None
    assert (found.name, found.same_day) == ("Kabar", ("Warta",))
    clocks = [line(1, "Kabar", "2025-06-12T08:00:00+07:00"), line(2, "Warta", "2025-06-12T09:30:00+07:00")]
    found = first_report(clocks, read)
    assert found is not None
    assert (found.name, found.same_day) == ("Kabar", ())


def test_first_words_stand_where_they_are_said_to(client: TestClient) -> None:
    first = client.get("/api/stories", params={"least": 2}).json()["stories"][0]["first"]
    text = client.get(f"/api/articles/{first['article']}").json()["view"]["record"]["article"]["text"]
    assert " ".join(text[first["start"] : first["end"]].split()) == first["text"]


def test_what_is_new_since_a_moment_is_counted(client: TestClient) -> None:
    old = client.get("/api/stories", params={"before": "2000-01-01"}).json()["stories"]
    new = client.get("/api/stories", params={"before": "2999-01-01"}).json()["stories"]
    assert all(item["fresh"] == item["line"]["articles"] for item in old)
    assert all(item["fresh"] == 0 for item in new)


def test_article_knows_its_names_on_the_desk(client: TestClient) -> None:
    page = client.get("/api/articles/lorosae").json()
    assert page["story"]["articles"] == 2
    for number in page["entities"].values():
        assert client.get(f"/api/names/{number}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/api/articles/none", "/api/stories/999", "/api/stories/x", "/api/names/999", "/api/outlets/999",
     "/api/jobs/none", "/api/export/none", "/api/none"],
)  # fmt: skip
def test_what_is_not_there_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["text"]


def test_bad_question_is_a_bad_question(client: TestClient) -> None:
    assert client.get("/api/stories", params={"limit": "many"}).status_code == 400


@pytest.mark.parametrize(
    "path",
    ["/api/search?q=Dili", "/api/feed?q=Dili", "/api/searches", "/api/names?kind=person", "/api/outlets", "/api/map", "/api/quality",
     "/api/map/sentences?country=TL", "/api/articles/lorosae/corrections", "/api/openapi.json"],
)  # fmt: skip
def test_every_question_has_an_answer(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_unchanged_answers_are_not_sent_again(client: TestClient) -> None:
    tag = client.get("/api/stories").headers["etag"]
    assert client.get("/api/stories", headers={"if-none-match": tag}).status_code == 304


def test_a_pasted_report_is_read_behind_the_request(client: TestClient) -> None:
    text = "Banjir Rendam Demak\n\nBanjir merendam Demak pada Senin. Warga mengungsi, kata Camat Sri Lestari."
    job = client.post("/api/articles", json={"text": text}, headers=csrf(client)).json()
    for _ in range(200):
        job = client.get(f"/api/jobs/{job['id']}").json()
        if job["state"] in ("done", "failed"):
            break
        time.sleep(0.02)
    assert job["state"] == "done"
    record = client.get(f"/api/articles/{job['article']}").json()["view"]["record"]
    assert record["article"]["text"].startswith("Banjir Rendam")


def test_nothing_is_no_report(client: TestClient) -> None:
    assert client.post("/api/articles", json={"text": "  "}, headers=csrf(client)).status_code == 400


def test_more_than_one_report_is_refused(client: TestClient) -> None:
    answer = client.post("/api/articles", json={"text": "a" * 9_000_000}, headers=csrf(client))
    assert answer.status_code == 413


def test_a_correction_holds_and_can_be_taken_back(client: TestClient) -> None:
    record = client.get("/api/articles/kupang").json()["view"]["record"]
    statement = record["statements"][0]["id"]
    wrong = {"layer": "statement", "verdict": "reject", "article": "kupang", "item": statement}
    kept = client.post("/api/corrections", json=wrong, headers=csrf(client)).json()
    after = client.get("/api/articles/kupang").json()["view"]
    assert len(after["record"]["statements"]) == len(record["statements"]) - 1
    (found,) = client.get("/api/articles/kupang/corrections").json()
    assert found["words"] == kept["words"]
    client.post("/api/corrections/undo", json={"id": found["id"]}, headers=csrf(client))
    again = client.get("/api/articles/kupang").json()["view"]["record"]
    assert len(again["statements"]) == len(record["statements"])


def test_searches_are_kept_and_dropped(client: TestClient) -> None:
    client.post("/api/searches", json={"name": "Dili", "query": "Dili"}, headers=csrf(client))
    assert [each["query"] for each in client.get("/api/searches").json()] == ["Dili"]
    client.post("/api/searches/drop", json={"name": "Dili", "query": ""}, headers=csrf(client))
    assert client.get("/api/searches").json() == []


def test_description_and_types_are_those_of_the_endpoints() -> None:
    file = WEB / "openapi.json"
    made = json.loads(json.dumps(describe(ENDPOINTS, version=sumber.__version__)))
    assert json.loads(file.read_text("utf-8")) == made, "run `python web/describe.py`"
    first = (WEB / "src/api/types.ts").read_text("utf-8").partition("\n")[0]
    assert first.split()[-1] == hashlib.sha256(file.read_bytes()).hexdigest(), "run `python web/describe.py`"


def test_description_refers_only_to_what_it_holds() -> None:
    made = json.dumps(describe(ENDPOINTS, version="0"))
    names = set(describe(ENDPOINTS, version="0")["components"]["schemas"])
    for part in made.split("#/components/schemas/")[1:]:
        assert part.partition('"')[0] in names


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "file:///etc/passwd", "http://169.254.169.254/latest"]
)
def test_the_inside_of_a_network_cannot_be_reached(client: TestClient, url: str) -> None:
    job = client.post("/api/articles", json={"url": url}, headers=csrf(client)).json()
    for _ in range(200):
        job = client.get(f"/api/jobs/{job['id']}").json()
        if job["state"] in ("done", "failed"):
            break
        time.sleep(0.02)
    assert job["state"] == "failed"
    assert job["problem"]


def test_two_names_become_one_and_two_again(client: TestClient) -> None:
    first, second, *_ = client.get("/api/names", params={"kind": "person"}).json()
    same = {
        "layer": "name",
        "verdict": "merge",
        "words": f"#{first['id']}",
        "value": f"#{second['id']}",
        "kind": "person",
    }
    kept = client.post("/api/corrections", json=same, headers=csrf(client)).json()
    numbers = [each["id"] for each in client.get("/api/names", params={"kind": "person"}).json()]
    assert second["id"] not in numbers
    assert (
        client.post("/api/corrections/undo", json={"id": kept["id"]}, headers=csrf(client)).status_code == 200
    )
    numbers = [each["id"] for each in client.get("/api/names", params={"kind": "person"}).json()]
    assert second["id"] in numbers


def test_every_format_can_be_taken_away(client: TestClient) -> None:
    formats = client.get("/api/session").json()["formats"]
    assert formats
    for each in formats:
        if each["name"].startswith("parquet"):
            continue  # needs an extra
        answer = client.get(f"/api/export/{each['name']}", params={"article": "lorosae"})
        assert answer.status_code == 200
        assert each["loses"]
        assert answer.headers["content-disposition"].endswith(f'.{each["suffix"]}"')
