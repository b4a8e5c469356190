"""Fetching from a real local server that also misbehaves."""

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sumber import DocumentError
from sumber.collect.web import fetch
from sumber.samples import FOLDER

PAGE = (FOLDER / "page.html").read_bytes()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/loop":
            self.answer(302, b"", location="/loop")
        elif self.path == "/missing":
            self.answer(404, b"gone")
        elif self.path == "/report.pdf":
            self.answer(200, b"%PDF-1.7", kind="application/pdf")
        elif self.path == "/latin":
            self.answer(
                200, "<html><p>Kafé di Malang</p>".encode("latin-1"), kind="text/html; charset=iso-8859-1"
            )
        else:
            self.answer(200, PAGE)

    def answer(self, status: int, body: bytes, *, kind: str = "text/html", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def test_a_page_is_fetched_as_bytes_with_its_address(server: str) -> None:
    document = fetch(f"{server}/page", private=True)
    assert document.data == PAGE
    assert document.url == f"{server}/page"


def test_the_encoding_of_the_transport_is_kept(server: str) -> None:
    assert fetch(f"{server}/latin", private=True).encoding == "iso-8859-1"


@pytest.mark.parametrize(
    ("path", "complaint"),
    [("/missing", "404"), ("/report.pdf", "application/pdf"), ("/loop", "could not be fetched")],
)
def test_what_is_no_page_gives_a_clear_error(server: str, path: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        fetch(server + path, private=True)


def test_a_server_that_does_not_answer_is_given_up(server: str) -> None:
    with pytest.raises(DocumentError, match="no answer within"):
        fetch(f"{server}/slow", timeout_s=0.3, private=True)


def test_nobody_listens() -> None:
    with pytest.raises(DocumentError, match="could not be fetched"):
        fetch("http://127.0.0.1:9/", timeout_s=1, private=True)
