"""Who may ask, and what a page may do: the token, the check against forged requests, the security headers.

How it works: on a loopback address no token is asked for, but only requests that name a loopback host are
answered, so that a page of the web cannot reach the desk through a name of its own. On any other address a
token is required, as a bearer token or as the cookie that the sign-in form sets. A request that changes
something needs, besides, the token of this run in a header, which only our own page can read.
"""

import hmac
import secrets
from collections.abc import Mapping
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["COOKIE", "CSRF_HEADER", "HEADERS", "Guard", "Keys", "is_loopback", "sign_in"]

COOKIE = "sumber_token"
CSRF_HEADER = "x-sumber-csrf"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_FORM = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Sumber</title><h1>Sumber</h1><form method=post action=/sign-in><p><label>Token "
    "<input name=token type=password autofocus required></label> <button>Sign in · Masuk</button></p></form>"
    "<p>The token was given to, or printed by, <code>sumber serve</code>.</p></html>"
)


class Keys(Struct, frozen=True, kw_only=True):
    """What a run is guarded by; ``token`` is None where only this machine can ask."""

    token: str | None = None
    csrf: str

    @classmethod
    def new(cls, token: str | None = None) -> "Keys":
        """Return keys with a fresh secret against forged requests."""
        return cls(token=token, csrf=secrets.token_urlsafe(24))


def is_loopback(host: str) -> bool:
    """Return whether a host names this machine only.

    >>> is_loopback("127.0.0.1"), is_loopback("[::1]"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    return host.strip("[]").lower() in _LOOPBACK


def _host_only(netloc: str) -> str:
    return urlsplit(f"//{netloc}").hostname or ""


class Guard:
    """Answers what must not pass, lets the rest through, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, *, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", ()),
                    *((key.encode(), value.encode()) for key, value in HEADERS.items()),
                ]
            await send(message)

        refusal = self.refusal(Request(scope))
        await (refusal or self.app)(scope, receive, send_guarded)

    def refusal(self, request: Request) -> Response | None:
        """Return why a request is not answered, or None if it may pass."""
        host = request.headers.get("host", "")
        if self.keys.token is None and not is_loopback(_host_only(host)):
            return _refused(421, "wrong-host", "This desk answers to 127.0.0.1 and localhost only.")
        if self.keys.token is not None and request.url.path != "/sign-in" and not self._known(request):
            if request.method == "GET" and not request.url.path.startswith("/api"):
                return HTMLResponse(_FORM, status_code=401)
            return _refused(401, "token-needed", "Give the token of `sumber serve` as a bearer token.")
        if request.method in _SAFE or request.url.path == "/sign-in":
            return None
        if not _same_origin(request, host) or not hmac.compare_digest(
            request.headers.get(CSRF_HEADER, "").encode(), self.keys.csrf.encode()
        ):
            return _refused(
                403, "forged", "This request did not come from the desk's own page. Reload the page."
            )
        return None

    def _known(self, request: Request) -> bool:
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        cookies = SimpleCookie(request.headers.get("cookie", ""))
        cookie = cookies[COOKIE].value if COOKIE in cookies else ""
        given = bearer if scheme.lower() == "bearer" else cookie
        return hmac.compare_digest(given.encode(), (self.keys.token or "").encode())


def _same_origin(request: Request, host: str) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _refused(status: int, code: str, text: str) -> Response:
    return JSONResponse({"code": code, "text": text}, status_code=status)


async def sign_in(request: Request) -> Response:
    """Turn the token of the form into a cookie that no script can read."""
    keys: Keys = request.app.state.keys
    form = (await request.body())[:4096].decode("utf-8", "replace")
    given = parse_qs(form).get("token", [""])[0]
    if keys.token is None or not hmac.compare_digest(given.encode(), keys.token.encode()):
        return HTMLResponse(_FORM, status_code=401)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, given, httponly=True, samesite="strict", path="/")
    return answer
