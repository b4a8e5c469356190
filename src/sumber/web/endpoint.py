"""One endpoint of the JSON interface: what it takes, what it gives, and how it is answered."""

import hashlib
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..errors import DeskError, SumberError

__all__ = ["Asked", "Endpoint", "MissingError", "NoQuery", "Problem", "TooLargeError", "route"]

_MOST_BYTES = 8_000_000  # of what is sent to us: one report, not a crawl


class NoQuery(Struct, frozen=True):
    """Nothing can be asked for besides the path."""


class Problem(Struct, frozen=True, kw_only=True):
    """Why there is no answer; ``code`` is stable, ``text`` is for people."""

    code: str
    text: str


class MissingError(SumberError):
    """What the path names is not in the desk."""


class TooLargeError(SumberError):
    """More was sent than one report can be."""


class Asked(Struct, frozen=True, kw_only=True):
    """What one request asks: the parts of its path, its query and its body, checked, and the library to look in."""

    library: Any
    path: dict[str, str]
    query: Any
    body: Any = None
    csrf: str = ""


class Endpoint(Struct, frozen=True, kw_only=True):
    """A row of the table of endpoints; the routes and the OpenAPI description are made from it."""

    path: str
    summary: str
    answer: Any
    call: Callable[[Asked], Any]
    method: str = "GET"
    query: type[Struct] = NoQuery
    body: type[Struct] | None = None

    @property
    def name(self) -> str:
        """Return the name by which clients call it.

        >>> Endpoint(path="/api/stories/{id}", summary="", answer=str, call=str).name
        'get_stories_id'
        """
        parts = self.path.removeprefix("/api/").replace("{", "").replace("}", "").replace("-", "_").split("/")
        return "_".join((self.method.lower(), *parts))


def route(endpoint: Endpoint) -> Route:
    """Return the route that answers an endpoint."""

    async def answer(request: Request) -> Response:
        try:
            asked = await _asked(endpoint, request)
            found = await run_in_threadpool(endpoint.call, asked)
        except Exception as error:
            status, code = _status(error, request.method)
            if status == 500:
                raise
            return _json(Problem(code=code, text=str(error)), status=status)
        if isinstance(found, Response):
            return found
        return _cached(request, msgspec.json.encode(found))

    return Route(endpoint.path, answer, methods=[endpoint.method], name=endpoint.name)


async def _asked(endpoint: Endpoint, request: Request) -> Asked:
    body = None
    if endpoint.body is not None:
        body = msgspec.json.decode(await _limited(request), type=endpoint.body)
    state = request.app.state
    return Asked(
        library=state.library,
        path=dict(request.path_params),
        query=msgspec.convert(dict(request.query_params), endpoint.query, strict=False),
        body=body,
        csrf=state.keys.csrf,
    )


async def _limited(request: Request) -> bytes:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _MOST_BYTES:
            raise TooLargeError("One report may have at most 8 MB. Use `sumber desk add` for more.")
    return bytes(data)


def _status(error: Exception, method: str) -> tuple[int, str]:
    if isinstance(error, MissingError) or (isinstance(error, DeskError) and method == "GET"):
        return 404, "missing"
    if isinstance(error, TooLargeError):
        return 413, "too-large"
    if isinstance(error, msgspec.DecodeError | msgspec.ValidationError | SumberError | ValueError):
        return 400, "not-understood"
    return 500, "broken"


def _json(found: object, *, status: int = 200) -> Response:
    return Response(msgspec.json.encode(found), status_code=status, media_type="application/json")


def _cached(request: Request, body: bytes) -> Response:
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.method == "GET" and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
