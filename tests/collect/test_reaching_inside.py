"""Real local servers: one plays the public internet, one the inside of a network that nobody may be led into."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sumber import DocumentError
from sumber.collect import guard
from sumber.collect.deadline import Deadline
from sumber.collect.follow import follow
from sumber.collect.web import Manners, Web
from sumber.page.document import Document
from sumber.samples import FOLDER

PAGE = (FOLDER / "page.html").read_bytes()
OUTSIDE, INSIDE = "127.0.0.1", "127.0.0.2"
QUICK = Manners(pause_s=0.0, timeout_s=2.0, attempts=1, redirects=4)
NAMES = {"luar.example": [OUTSIDE], "dalam.example": [INSIDE], "dua.example": [OUTSIDE, INSIDE]}


class Handler(BaseHTTPRequestHandler):
    """Answers as its server was told to: ``path -> (status, headers, body)``."""

    def do_GET(self) -> None:
        server: Any = self.server
        server.asked.append((self.headers.get("Host"), self.path))
        answer = server.answers.get(self.path, (200, {"Content-Type": "text/html"}, PAGE))
        status, headers, body = answer() if callable(answer) else answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def __init__(self, address: str) -> None:
        super().__init__((address, 0), Handler)
        self.asked: list[tuple[str | None, str]] = []
        self.answers: dict[str, Any] = {"/robots.txt": (404, {}, b"")}

    def lead(self, path: str, location: str) -> None:
        self.answers[path] = (302, {"Location": location}, b"")


def served(address: str) -> Iterator[Server]:
    try:
        running = Server(address)
    except OSError:
        pytest.skip(f"this machine has no address {address}")
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose address counts as public here; all other addresses are judged as ever."""
    judged = guard.is_public
    monkeypatch.setattr(guard, "is_public", lambda address: address == OUTSIDE or judged(address))
    resolved = socket.getaddrinfo

    def named(host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        found = NAMES.get(host if isinstance(host, str) else host.decode())
        if found is None:
            return resolved(host, port, *rest, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", named)
    yield from served(OUTSIDE)


@pytest.fixture
def inside() -> Iterator[Server]:
    yield from served(INSIDE)


def at(server: Server, host: str = "luar.example", path: str = "/") -> str:
    return f"http://{host}:{server.server_port}{path}"


def test_a_public_server_is_read_under_its_own_name(outside: Server) -> None:
    with Web(QUICK) as web:
        assert web.get(at(outside, path="/a")).data == PAGE
    assert outside.asked == [(f"luar.example:{outside.server_port}", "/a")]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/secret",
        "http://dalam.example:{port}/secret",
        "//dalam.example:{port}/secret",
        "http://2130706434:{port}/secret",  # 127.0.0.2 as one number
        "http://0x7f.2:{port}/secret",
        "http://[::ffff:127.0.0.2]:{port}/secret",
        "http://user:word@dalam.example:{port}/secret",
    ],
)
@pytest.mark.parametrize("hops", [1, 3])
def test_no_redirect_leads_inside(outside: Server, inside: Server, target: str, hops: int) -> None:
    for hop in range(hops - 1):
        outside.lead(f"/{hop}", f"/{hop + 1}")
    outside.lead(f"/{hops - 1}", target.format(port=inside.server_port))
    with Web(QUICK) as web, pytest.raises(DocumentError):
        web.get(at(outside, path="/0"))
    assert len(outside.asked) == hops
    assert inside.asked == []


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/", "http://0/"]
)
def test_no_redirect_leads_to_what_clouds_and_routers_tell(outside: Server, target: str) -> None:
    outside.lead("/0", target)
    with Web(QUICK) as web, pytest.raises(DocumentError, match="private address"):
        web.get(at(outside, path="/0"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://luar.example/a", "gopher://luar.example/"])
def test_no_redirect_leads_out_of_the_web(outside: Server, target: str) -> None:
    outside.lead("/0", target)
    with Web(QUICK) as web, pytest.raises(DocumentError, match="could not be fetched"):
        web.get(at(outside, path="/0"))


def test_a_name_with_one_private_address_is_refused_whole(outside: Server, inside: Server) -> None:
    with Web(QUICK) as web, pytest.raises(DocumentError, match="private address"):
        web.get(at(outside, "dua.example"))
    assert outside.asked == inside.asked == []


def test_a_name_that_changes_its_mind_is_not_asked_twice(
    outside: Server, inside: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def changing(host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        looked.append(str(host))
        address = OUTSIDE if len(looked) == 1 or host == OUTSIDE else INSIDE
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, outside.server_port))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with Web(QUICK) as web:
        assert web.get(at(outside, "berubah.example")).data == PAGE
        with pytest.raises(DocumentError, match="private address"):
            web.get(at(outside, "berubah.example", "/again"))
    assert looked.count("berubah.example") == 2
    assert [path for _, path in outside.asked] == ["/"]
    assert inside.asked == []


def test_feeds_lead_nobody_inside(outside: Server, inside: Server) -> None:
    item = f"<item><link>http://{INSIDE}:{inside.server_port}/secret</link></item><item><link>/leads</link></item>"
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{item}</channel></rss>"
    outside.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    outside.lead("/leads", f"http://dalam.example:{inside.server_port}/secret")
    found = list(follow([at(outside, path="/feed")], QUICK))
    assert len(found) == 2
    assert all(isinstance(each, DocumentError) for each in found)
    assert inside.asked == []


def test_inside_is_reached_if_asked_for(outside: Server, inside: Server) -> None:
    outside.lead("/0", f"http://{INSIDE}:{inside.server_port}/mine")
    with Web(Manners(private=True, pause_s=0.0)) as web:
        answer = web.get(f"http://{OUTSIDE}:{outside.server_port}/0")
    assert answer.data == PAGE
    assert answer.url.endswith("/mine")


def test_robots_hold_behind_a_redirect_too(outside: Server) -> None:
    outside.answers["/robots.txt"] = (
        200,
        {"Content-Type": "text/plain"},
        b"User-agent: *\nDisallow: /closed",
    )
    outside.lead("/open", "/closed/1")
    with Web(QUICK) as web, pytest.raises(DocumentError, match=r"robots\.txt"):
        web.get(at(outside, path="/open"), robots=True)
    assert "/closed/1" not in [path for _, path in outside.asked]


@pytest.mark.parametrize(
    ("status", "reads"), [(404, True), (410, True), (403, False), (500, False), (503, False)]
)
def test_robots_that_cannot_be_read(outside: Server, status: int, reads: bool) -> None:
    outside.answers["/robots.txt"] = (status, {}, b"")
    with Web(QUICK) as web:
        assert web.allowed(at(outside, path="/a")) is reads


def test_a_server_that_asks_for_a_long_rest_is_left_alone(outside: Server) -> None:
    outside.answers["/0"] = (429, {"Retry-After": "3600"}, b"")
    waits: list[float] = []
    with Web(Manners(pause_s=0.0), sleep=waits.append) as web:
        for path in ("/0", "/1"):
            with pytest.raises(DocumentError, match="left alone"):
                web.get(at(outside, path=path))
    assert waits == []
    assert [path for _, path in outside.asked] == ["/0"]


def bomb(layers: int) -> Callable[[], bytes]:
    def packed() -> bytes:
        data = b"\0" * 30_000_000
        for _ in range(layers):
            data = gzip.compress(data)
        return data

    return packed


@pytest.mark.parametrize(
    ("packing", "layers"), [("gzip", 1), ("gzip, gzip", 2), ("gzip,gzip,gzip", 3), ("br", 1)]
)
def test_what_unfolds_to_more_than_it_may_is_refused(outside: Server, packing: str, layers: int) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": packing}
    outside.answers["/bomb"] = (200, headers, bomb(layers)())
    with Web(QUICK) as web, pytest.raises(DocumentError, match=r"longer than|packed as"):
        web.get(at(outside, path="/bomb"))


def test_a_packed_page_is_read(outside: Server) -> None:
    outside.answers["/a"] = (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(PAGE),
    )
    found = list(follow([at(outside, path="/a")], QUICK))
    assert [type(each) for each in found] == [Document]


def test_connections_are_not_shared_between_names(outside: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "lain.example", [OUTSIDE])
    transport = guard.GuardedTransport(Deadline())
    import httpx2

    with httpx2.Client(transport=transport) as client:
        for host in ("luar.example", "lain.example", "luar.example"):
            assert client.get(at(outside, host)).status_code == 200
        assert len(transport._by_site) == 2
