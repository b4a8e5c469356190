"""A deadline that holds whatever a server does: it bounds every wait at the socket, not only each by itself.

A server that sends a byte now and then never keeps a client waiting long at once, so that limits on single waits do not
stop it.
"""

import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2
import httpx2

from .resolve import addresses_of

__all__ = ["Deadline", "TimedTransport"]

_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Deadline:
    """When what is being asked for must have come, by the clock of ``time.monotonic``; at first there is no bound."""

    def __init__(self) -> None:
        self._end = float("inf")

    def at(self, seconds: float) -> None:
        """Let it be at a time of that clock."""
        self._end = seconds

    def is_over(self) -> bool:
        """Return whether it has passed."""
        return time.monotonic() >= self._end

    def within(self, timeout_s: float | None, over: type[Exception]) -> float:
        """Return how long one wait may take, in seconds: at most to the end; raises ``over`` if that has passed."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise over("the deadline is over")
        return left if timeout_s is None else min(left, timeout_s)


class _Stream(httpcore2.NetworkStream):
    """A connection whose waits end at the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.within(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.within(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        wait = self._deadline.within(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, wait), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


_TRIED = 3  # addresses of one host


class _Backend(httpcore2.NetworkBackend):
    """What opens connections, within the deadline: looking the name up counts too."""

    def __init__(self, deadline: Deadline) -> None:
        self._inner, self._deadline = httpcore2.SyncBackend(), deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception = httpcore2.ConnectError(f"`{host}` has no address")
        for address in self._addresses(host, port)[:_TRIED]:
            wait = self._deadline.within(timeout, httpcore2.ConnectTimeout)
            try:
                made = self._inner.connect_tcp(address, port, wait, local_address, socket_options)
                return _Stream(made, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            return addresses_of(host, port, self._deadline.within(None, httpcore2.ConnectTimeout))
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(str(error)) from error
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the host `{host}` is not known: {error}") from error

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class TimedTransport(httpx2.HTTPTransport):
    """Connections as httpx makes them, but within a deadline."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._pool.close()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(), keepalive_expiry=5.0, network_backend=_Backend(deadline)
        )
