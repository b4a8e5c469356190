"""Fetching one page over HTTP."""

import httpx

from .. import __version__
from ..errors import DocumentError
from ..page.document import Document
from .sources import from_bytes

__all__ = ["fetch"]

_MAX_BYTES = 20_000_000
_HEADERS = {
    "User-Agent": f"sumber/{__version__} (reads single pages on a user's request)",
    "Accept": "text/html,text/plain",
}


def fetch(url: str, *, timeout_s: float = 20.0) -> Document:
    """Return the document at a URL; raises DocumentError if it cannot be had or is no text.

    ``timeout_s`` bounds connecting and each read, in seconds; at most 20 MB are read.
    """
    try:
        with (
            httpx.Client(
                follow_redirects=True, timeout=timeout_s, headers=_HEADERS, max_redirects=8
            ) as client,
            client.stream("GET", url) as answer,
        ):
            if answer.status_code != 200:
                raise DocumentError(
                    url, f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip()
                )
            _check_kind(url, answer.headers.get("content-type", ""))
            return from_bytes(_body(url, answer), url, url=str(answer.url), encoding=answer.charset_encoding)
    except httpx.TimeoutException as error:
        raise DocumentError(url, f"no answer within {timeout_s:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DocumentError(url, f"it could not be fetched: {error}") from error


def _check_kind(url: str, kind: str) -> None:
    kind = kind.split(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and kind not in ("application/xhtml+xml", "application/xml"):
        raise DocumentError(url, f"it is of type `{kind}`, not a page or text")


def _body(url: str, answer: httpx.Response) -> bytes:
    data = bytearray()
    for piece in answer.iter_bytes():
        data += piece
        if len(data) > _MAX_BYTES:
            raise DocumentError(url, f"it is longer than {_MAX_BYTES} bytes")
    return bytes(data)
