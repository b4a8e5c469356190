"""A real local server that misbehaves: slow, busy, looping, bombing, lying."""

import contextlib
import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sumber import DocumentError, Record, read_many
from sumber.collect import guard
from sumber.collect.follow import follow
from sumber.collect.sources import documents
from sumber.collect.watch import poll
from sumber.collect.web import Manners, Web, fetch
from sumber.desk import Desk
from sumber.page.document import Document
from sumber.samples import FOLDER

PAGE = (FOLDER / "page.html").read_bytes()
QUICK = Manners(private=True, pause_s=0.0, timeout_s=2.0, deadline_s=2.0, attempts=2)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Uji</title><language>id</language>
<item><title>Satu</title><link>/page/1</link><pubDate>Tue, 10 Jun 2025 08:00:00 +0700</pubDate></item>
<item><title>Dua</title><link>/page/2</link></item>
<item><title>Rahasia</title><link>/secret/3</link></item></channel></rss>"""


class Handler(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        answer = getattr(self, f"on_{self.path.strip('/').split('/')[0].replace('.', '_')}", self.on_page)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            answer()

    def send(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def on_page(self) -> None:
        self.send(200, PAGE.replace(b"</title>", f" {self.path}</title>".encode()))

    def on_busy(self) -> None:
        if type(self).asked.count("/busy") < 2:
            self.send(429, b"wait", Retry_After="7")
        else:
            self.send(200, PAGE)

    def on_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"<p>tetes</p>" * 10)
            self.wfile.flush()
            time.sleep(0.2)

    def on_stutter(self) -> None:
        for letter in b"HTTP/1.0 200 OK\r\nX-Slow: " + b"x" * 400:
            self.wfile.write(bytes([letter]))
            self.wfile.flush()
            time.sleep(0.1)

    def on_bomb(self) -> None:
        self.send(200, gzip.compress(b"\0" * 60_000_000), Content_Encoding="gzip")

    def on_liar(self) -> None:
        self.send(
            200,
            "<html><p>Kafé “Merdeka” di Malang ramai sejak pagi hari.</p>".encode(),
            "text/html; charset=ascii",
        )

    def on_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<p>putus")

    def on_robots_txt(self) -> None:
        self.send(200, b"User-agent: *\nDisallow: /secret/\n", "text/plain")

    def on_feed_xml(self) -> None:
        if self.headers.get("If-None-Match") == '"a1"':
            self.send_response(304)
            self.end_headers()
        else:
            self.send(200, RSS.encode(), "application/rss+xml", ETag='"a1"')

    def on_sitemap_xml(self) -> None:
        body = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/page/9</loc></url></urlset>"
        self.send(200, body.encode(), "application/xml")

    def on_feed_json(self) -> None:
        body = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "K",
            "items": [{"id": "1", "url": "/page/5"}],
        }
        self.send(200, json.dumps(body).encode(), "application/feed+json")

    def on_evil_xml(self) -> None:
        body = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>'
        self.send(200, body.encode(), "application/xml")

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def test_a_busy_server_is_asked_again_when_it_says(server: str) -> None:
    waits: list[float] = []
    with Web(QUICK, sleep=waits.append) as web:
        assert web.get(f"{server}/busy").data == PAGE
    assert waits == [7.0]


def test_a_server_is_left_its_pause(server: str) -> None:
    waits: list[float] = []
    with Web(Manners(private=True, pause_s=5.0), sleep=waits.append) as web:
        web.get(f"{server}/page/1")
        web.get(f"{server}/page/2")
    assert len(waits) == 1
    assert 4 < waits[0] <= 5


@pytest.mark.parametrize(
    ("path", "complaint"),
    [("/drip", "did not come whole"), ("/bomb", "longer than"), ("/cut", "could not be fetched")],
)
def test_what_never_ends_is_given_up(server: str, path: str, complaint: str) -> None:
    with Web(QUICK) as web, pytest.raises(DocumentError, match=complaint):
        web.get(server + path)


@pytest.mark.parametrize(
    ("path", "complaint"), [("/stutter", "no answer within 1 s"), ("/drip", "did not come whole within 1 s")]
)
def test_a_byte_now_and_then_is_no_answer(server: str, path: str, complaint: str) -> None:
    began = time.monotonic()
    with pytest.raises(DocumentError, match=complaint):
        fetch(server + path, timeout_s=1, private=True)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("private", [False, True])
def test_a_name_that_is_never_looked_up_is_given_up(monkeypatch: pytest.MonkeyPatch, private: bool) -> None:
    release = threading.Event()

    def silent(*_: object, **__: object) -> list[object]:
        release.wait(20)
        raise socket.gaierror("no answer")

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    began = time.monotonic()
    try:
        with pytest.raises(DocumentError, match=r"no answer within 0\.5 s"):
            fetch("http://bisu.example/", timeout_s=0.5, private=private)
        assert time.monotonic() - began < 3
    finally:
        release.set()


def test_a_wrong_charset_does_not_spoil_the_text(server: str) -> None:
    (record,) = read_many(follow([f"{server}/liar"], QUICK), without=["names", "events"])
    assert isinstance(record, Record)
    assert "Kafé “Merdeka”" in record.article.text


@pytest.mark.parametrize("feed", ["feed.xml", "feed.json", "sitemap.xml"])
def test_feeds_lead_to_their_reports(server: str, feed: str) -> None:
    found = [each for each in follow([f"{server}/{feed}"], QUICK) if isinstance(each, Document)]
    assert found
    assert all("/page/" in (each.url or "") for each in found)


def test_robots_are_obeyed_and_feeds_say_when(server: str) -> None:
    found = list(follow([f"{server}/feed.xml"], QUICK))
    assert [each.published for each in found if isinstance(each, Document)] == [
        "2025-06-10T01:00:00+00:00",
        None,
    ]
    (refused,) = [each for each in found if isinstance(each, DocumentError)]
    assert "robots.txt" in refused.reason
    assert "/secret/3" not in Handler.asked


def test_entities_of_xml_are_not_unfolded(server: str) -> None:
    found = [each for each in follow([f"{server}/evil.xml"], QUICK) if isinstance(each, Document)]
    assert not any("aaaaaaaa" in (each.text or "") for each in found)


def test_watching_asks_only_for_what_is_new(server: str, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "d") as desk, Web(QUICK) as web:
        feeds = [f"{server}/feed.xml"]
        desk.add(r for r in read_many(poll(desk, feeds, web), without=["events"]) if isinstance(r, Record))
        assert desk.about().articles == 2
        asked = len(Handler.asked)
        assert list(poll(desk, feeds, web)) == []
        assert Handler.asked[asked:] == ["/feed.xml"]
        (state,) = desk.feeds()
        assert (state.etag, state.error, state.failures) == ('"a1"', None, 0)
        assert state.changed


def test_private_addresses_are_refused_unless_asked_for(server: str) -> None:
    (refused,) = documents([f"{server}/page/1"])
    assert isinstance(refused, DocumentError)
    assert "private address" in refused.reason
    assert Handler.asked == []
    (page,) = documents([f"{server}/page/1"], private=True)
    assert isinstance(page, Document)


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "127.1.2.3", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "::1", "fe80::1",
                "fc00::1", "::ffff:10.0.0.1", "224.0.0.1"]
)  # fmt: skip
def test_addresses_that_lead_inside(address: str) -> None:
    assert not guard.is_public(address)


def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "addresses_of", lambda host, port, wait_s: ["93.184.216.34", "10.0.0.7"])
    with Web(Manners(attempts=1)) as web, pytest.raises(DocumentError, match=r"private address 10\.0\.0\.7"):
        web.get("http://kabar.example/1")


def test_a_redirect_inside_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "is_public", lambda address: False)
    with Web(Manners(attempts=1)) as web, pytest.raises(DocumentError, match="private address"):
        web.get(f"{server}/page")
