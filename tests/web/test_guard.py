"""Who may ask, and what the page may do."""

import pytest
from starlette.testclient import TestClient

from sumber.desk.desk import Desk
from sumber.web import create_app
from sumber.web.guard import CSRF_HEADER

SECRET = "a secret of our own"


@pytest.fixture
def guarded(desk: Desk) -> TestClient:
    return TestClient(create_app(desk, token=SECRET), base_url="http://desk.example:8765")


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    for path in ("/", "/api/stories", "/api/none", "/stories/1"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "http" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/api/stories", headers={"host": "evil.example:8765"}).status_code == 421
    assert client.get("/api/stories", headers={"host": "localhost:8765"}).status_code == 200


def test_change_without_the_secret_of_the_page_is_refused(client: TestClient) -> None:
    new = {"text": "Hujan turun di Bogor."}
    assert client.post("/api/articles", json=new).status_code == 403
    assert client.post("/api/articles", json=new, headers={CSRF_HEADER: "guess"}).status_code == 403


@pytest.mark.parametrize("header", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_change_from_another_site_is_refused(client: TestClient, header: dict[str, str]) -> None:
    headers = {CSRF_HEADER: client.get("/api/session").json()["csrf"], **header}
    assert client.post("/api/articles", json={"text": "Hujan"}, headers=headers).status_code == 403


def test_token_is_asked_for(guarded: TestClient) -> None:
    assert guarded.get("/api/stories").status_code == 401
    assert guarded.get("/").status_code == 401
    assert guarded.get("/api/stories", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/api/stories", headers={"authorization": f"Bearer {SECRET}"}).status_code == 200


def test_signing_in_gives_a_cookie_that_no_script_reads(guarded: TestClient) -> None:
    assert guarded.post("/sign-in", data={"token": "wrong"}).status_code == 401
    answer = guarded.post("/sign-in", data={"token": SECRET}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert guarded.get("/api/stories").status_code == 200


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/pyproject.toml", "/assets/../../app.py"]
)
def test_no_file_outside_the_page_is_given(client: TestClient, path: str) -> None:
    assert "hatchling" not in client.get(path).text
    assert "create_app" not in client.get(path).text
