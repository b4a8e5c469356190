"""Asking servers politely: robots.txt, a pause per host, conditional requests, few retries, bounded answers."""

import re
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx2
import msgspec
from msgspec import Struct
from protego import Protego

from .. import __version__
from ..errors import DocumentError
from ..page.document import Document
from .deadline import Deadline, TimedTransport
from .guard import GuardedTransport, PrivateAddressError
from .kinds import from_bytes

__all__ = ["Answer", "Manners", "Web", "fetch"]

AGENT = "sumber"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (news reader; obeys robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,"
    "application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_PACKINGS = frozenset({"identity", "gzip", "x-gzip", "deflate", ""})  # one only: two may unfold a millionfold
_NO_ROBOTS = re.compile(r"answers 4(?!01|03|29)|it is of type|leads on more than")
_MOST_ROBOTS = 500_000  # bytes that RFC 9309 wants read at least
_AGAIN = frozenset({429, 500, 502, 503, 504})
_KINDS = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/json",
    "application/feed",
    "application/gzip",
    "application/x-gzip",
)


class Manners(Struct, frozen=True, kw_only=True):
    """How servers are asked: seconds, counts and bytes. ``private`` allows addresses inside this network.

    An answer must begin within ``timeout_s`` of being asked for, over all redirects, and be whole in ``deadline_s``.
    """

    timeout_s: float = 20.0
    deadline_s: float = 90.0
    pause_s: float = 1.0
    longest_wait_s: float = 60.0
    attempts: int = 3
    redirects: int = 8
    most_bytes: int = 20_000_000
    private: bool = False


class Answer(Struct, frozen=True, kw_only=True):
    """What a server said: ``data`` is None if nothing changed since ``etag`` or ``modified``."""

    url: str
    data: bytes | None
    kind: str = ""
    encoding: str | None = None
    etag: str | None = None
    modified: str | None = None


class _Elsewhere(Struct, frozen=True):
    """The server said that what was asked for is at another address."""

    url: str


class Web:
    """A polite client; use it in a ``with`` block. Not for several threads at once.

    Args:
        manners: delays and bounds.
        sleep: what waits; tests give their own.
    """

    def __init__(
        self, manners: Manners | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.manners = manners or Manners()
        self._sleep = sleep
        self._robots: dict[str, Protego | None] = {}
        self._next: dict[str, float] = {}
        self._deadline = Deadline()
        self._began = 0.0  # when what is being read was asked for; 0: not yet
        guarded = GuardedTransport(self._deadline)
        self._client = httpx2.Client(
            transport=TimedTransport(self._deadline) if self.manners.private else guarded,
            follow_redirects=False,  # each address that one leads to is looked at anew
            timeout=self.manners.timeout_s,
            headers=_HEADERS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(
        self, url: str, *, robots: bool = False, etag: str | None = None, modified: str | None = None
    ) -> Answer:
        """Return what is at a URL.

        Args:
            url: the address.
            robots: ask robots.txt first (for pages that a user did not name).
            etag: what the server said last time, so that it need not say it again.
            modified: likewise.

        Raises:
            DocumentError: if it cannot be had, may not be had, or is too long.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {key: value for key, value in known.items() if value}
        at, began = url, 0.0
        for _ in range(self.manners.redirects + 1):
            if robots and not self.allowed(at):
                raise DocumentError(url, "robots.txt of its server asks programs not to read it")
            self._began = began
            answer = self._attempts(url, at, headers)
            if isinstance(answer, Answer):
                return answer
            at, began = answer.url, self._began
        raise DocumentError(
            url, f"it could not be fetched: it leads on more than {self.manners.redirects} times"
        )

    def allowed(self, url: str) -> bool:
        """Return whether robots.txt lets us read a page, as RFC 9309 has it.

        A server without one lets all; one that does not let us read it, or that fails, lets none.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            try:
                data = self.get(f"{site}/robots.txt").data or b""
                self._robots[site] = Protego.parse(data[:_MOST_ROBOTS].decode("utf-8", "replace"))
            except DocumentError as error:
                none = _NO_ROBOTS.search(error.reason)
                self._robots[site] = None if none else Protego.parse("User-agent: *\nDisallow: /")
        rules = self._robots[site]
        return rules is None or bool(rules.can_fetch(url, AGENT))

    def _wait(self, url: str) -> None:
        """Leave a server the pause that it, or good manners, asks for."""
        host = urlsplit(url).netloc
        wait = self._next.get(host, 0.0) - time.monotonic()
        if wait > self.manners.longest_wait_s:
            raise DocumentError(url, f"its server asks to be left alone for {wait:.0f} s more")
        if wait > 0:
            self._sleep(wait)
            self._began += wait if self._began else 0.0
        parts = urlsplit(url)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = float(rules.crawl_delay(AGENT) or 0) if rules is not None else 0.0
        self._next[host] = time.monotonic() + min(
            max(self.manners.pause_s, asked), self.manners.longest_wait_s
        )

    def _attempts(self, url: str, at: str, headers: dict[str, str]) -> Answer | _Elsewhere:
        """Ask an address that a URL led to, again if its server is busy."""
        for turn in range(self.manners.attempts):
            if at == url or urlsplit(at).netloc != urlsplit(url).netloc:
                self._wait(at)
            if turn or not self._began:
                self._began = time.monotonic()
            self._deadline.at(self._began + min(self.manners.timeout_s, self.manners.deadline_s))
            answer = self._ask(url, at, headers, last=turn + 1 == self.manners.attempts)
            if not isinstance(answer, float):
                return answer
            if answer > self.manners.longest_wait_s:
                self._next[urlsplit(at).netloc] = time.monotonic() + answer
                raise DocumentError(url, f"its server asks to be left alone for {answer:.0f} s")
            self._sleep(answer or min(2.0**turn, self.manners.longest_wait_s))
        raise DocumentError(url, "no answer")

    def _ask(self, url: str, at: str, headers: dict[str, str], *, last: bool) -> Answer | _Elsewhere | float:
        """Return the answer, where it leads to, or how many seconds to wait before asking again (0: not said)."""
        try:
            with self._client.stream("GET", at, headers=headers) as answer:
                if answer.next_request is not None:
                    return _Elsewhere(url=str(answer.next_request.url))
                if answer.status_code in _AGAIN:
                    wait = _retry_after(answer.headers.get("retry-after"))
                    if not last or wait > self.manners.longest_wait_s:
                        return wait
                self._deadline.at(self._began + self.manners.deadline_s)
                return self._read(url, answer)
        except httpx2.TimeoutException as error:
            if last:
                raise DocumentError(url, f"no answer within {self.manners.timeout_s:g} s") from error
            return 0.0
        except PrivateAddressError as error:
            raise DocumentError(url, str(error), "Use --private if that is meant") from error
        except httpx2.NetworkError as error:
            if last:
                raise DocumentError(url, f"it could not be fetched: {error}") from error
            return 0.0
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise DocumentError(url, f"it could not be fetched: {error}") from error

    def _read(self, url: str, answer: httpx2.Response) -> Answer:
        blank = Answer(
            url=str(answer.url),
            data=None,
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
        )
        if answer.status_code == 304:
            return blank
        if answer.status_code != 200:
            raise DocumentError(
                url, f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip()
            )
        kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind and not kind.startswith(_KINDS):
            raise DocumentError(url, f"it is of type `{kind}`, not a page, feed or text")
        packing = answer.headers.get("content-encoding", "identity").strip().lower()
        if packing not in _PACKINGS:
            raise DocumentError(url, f"it is packed as `{packing}`, which was not asked for")
        data = b"".join(self._pieces(url, answer))
        return msgspec.structs.replace(blank, data=data, kind=kind, encoding=answer.charset_encoding)

    def _pieces(self, url: str, answer: httpx2.Response) -> Iterator[bytes]:
        size = 0
        try:
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > self.manners.most_bytes:
                    raise DocumentError(url, f"it is longer than {self.manners.most_bytes} bytes")
                yield piece
        except httpx2.TimeoutException as error:
            if not self._deadline.is_over():
                raise
            raise DocumentError(url, f"it did not come whole within {self.manners.deadline_s:g} s") from error


def _retry_after(value: str | None) -> float:
    """Return the seconds that a server asks to wait; 0 if it does not say.

    >>> _retry_after("7"), _retry_after(None), _retry_after("soon")
    (7.0, 0.0, 0.0)
    """
    if not value:
        return 0.0
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return 0.0


def fetch(url: str, *, timeout_s: float = 20.0, private: bool = False) -> Document:
    """Return the document at a URL, all of it within ``timeout_s``; raises DocumentError if it cannot be had."""
    manners = Manners(timeout_s=timeout_s, deadline_s=timeout_s, private=private, attempts=1)
    with Web(manners) as web:
        answer = web.get(url)
        return from_bytes(answer.data or b"", url, url=answer.url, encoding=answer.encoding)
