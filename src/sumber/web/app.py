"""The Starlette application: the endpoints, the page, and the guard around both."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import sumber

from ..desk.desk import Desk
from .api import ENDPOINTS
from .endpoint import route
from .files import STATIC, page
from .guard import Guard, Keys, sign_in
from .library import Library
from .openapi import describe

__all__ = ["create_app"]


def create_app(desk: Desk, *, token: str | None = None, static: Path = STATIC) -> Starlette:
    """Return the application over a desk.

    Args:
        desk: an open desk; the caller closes it.
        token: what every request must bring along; None only where nobody but this machine can ask.
        static: where the built page lies.
    """
    keys = Keys.new(token)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        app.state.library.jobs.close()

    app = Starlette(
        routes=[
            Route("/api/openapi.json", _openapi),
            *map(route, ENDPOINTS),
            Route("/api/{path:path}", _nothing, methods=["GET", "POST"]),
            Route("/sign-in", sign_in, methods=["POST"]),
            Route("/{path:path}", page),
        ],
        middleware=[
            Middleware(Guard, keys=keys),
            Middleware(GZipMiddleware, minimum_size=1400, compresslevel=5),
        ],
        lifespan=life,
    )
    app.state.keys = keys
    app.state.library = Library(desk)
    app.state.static = static
    return app


async def _openapi(_: Request) -> Response:
    found = msgspec.json.encode(describe(ENDPOINTS, version=sumber.__version__))
    return Response(found, media_type="application/json")


async def _nothing(request: Request) -> Response:
    return JSONResponse({"code": "missing", "text": f"There is no `{request.url.path}`."}, status_code=404)
