"""Names of hosts -> addresses, within a time: the system's own resolver waits as long as its settings say."""

import queue
import socket
import threading
from collections.abc import Sequence

__all__ = ["addresses_of"]

# lookups under way; those given up end when the system gives them up
_AT_ONCE = threading.BoundedSemaphore(32)

_Found = Sequence[str] | OSError | UnicodeError


def addresses_of(host: str, port: int, wait_s: float) -> Sequence[str]:
    """Return the addresses of a host, each once.

    A lookup cannot be interrupted: it is made in a thread of its own, which is left behind when the time is over.

    Args:
        host: a name or an address.
        port: the port that will be asked for.
        wait_s: the longest time in seconds; may be infinite.

    Raises:
        TimeoutError: if there is no answer in time.
        OSError: if the host has no address (UnicodeError: if its name cannot be one).
    """
    wait_s = min(wait_s, threading.TIMEOUT_MAX)
    if not _AT_ONCE.acquire(timeout=wait_s):
        raise TimeoutError(f"the name `{host}` was not looked up in time")
    found: queue.SimpleQueue[_Found] = queue.SimpleQueue()
    threading.Thread(target=_look_up, args=(host, port, found), daemon=True).start()
    try:
        answer = found.get(timeout=wait_s)
    except queue.Empty:
        raise TimeoutError(f"the name `{host}` was not looked up in time") from None
    if isinstance(answer, OSError | UnicodeError):
        raise answer
    return answer


def _look_up(host: str, port: int, found: "queue.SimpleQueue[_Found]") -> None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
    except (OSError, UnicodeError) as error:
        found.put(error)
    finally:
        _AT_ONCE.release()
