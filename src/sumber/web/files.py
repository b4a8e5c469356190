"""The built page: files of ``static/``, packed beforehand, kept by browsers; any other path is the page itself."""

import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

__all__ = ["STATIC", "is_built", "page"]

STATIC = Path(__file__).parent / "static"
_NOT_BUILT = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sumber</title><h1>The page is not built yet</h1>'
    "<p>This is a checkout of Sumber, and its page is built apart. Run this once, then load again:</p>"
    "<pre>python web/build.py</pre><p>An installed Sumber brings its page along. The JSON interface works "
    'already: <a href="/api/openapi.json">/api/openapi.json</a></p></html>'
)
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


def is_built(static: Path = STATIC) -> bool:
    """Return whether the page is there."""
    return (static / "index.html").is_file()


async def page(request: Request) -> Response:
    """Answer with a file of the page, or with the page itself, which reads its own address."""
    static: Path = request.app.state.static
    if not is_built(static):
        return HTMLResponse(_NOT_BUILT, status_code=503)
    wanted = (static / request.path_params.get("path", "")).resolve()
    inside = wanted.is_relative_to(static.resolve()) and wanted.is_file()
    if not inside and wanted.suffix in (".js", ".css", ".woff2", ".json", ".map"):
        return Response(status_code=404)
    return _file(wanted if inside else static / "index.html", request)


def _file(path: Path, request: Request) -> Response:
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    kept = "public, max-age=31536000, immutable" if path.parent.name == "assets" else "no-cache"
    headers = {"cache-control": kept, "vary": "accept-encoding"}
    packed = path.with_name(f"{path.name}.gz")
    if packed.is_file() and "gzip" in request.headers.get("accept-encoding", ""):
        return FileResponse(packed, media_type=kind, headers={**headers, "content-encoding": "gzip"})
    return FileResponse(path, media_type=kind, headers=headers)
