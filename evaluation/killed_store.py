"""Kill a batch over an S3 store at each of its requests, then refuse some: ``python -m evaluation.killed_store``.

The server (moto) runs on this machine. Each time a batch is killed, all its processes at once, just before or just
after a request is done; it is then run again, and in the end the store must hold the same bytes as after an undisturbed
run. At last, every fourth request is answered with *503 Slow Down*.
"""

import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from .killed_batch import write_inputs

__all__ = ["Server"]

_SLOW = b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
_LAYERS = ("times", "names", "places", "relays", "statements", "events")


class Server:
    """A server that speaks S3, on this machine.

    ``before`` is told of each request (*PUT /bucket/key*) and lets it be refused by returning False; ``after`` is told
    when it has been done and is to be answered.
    """

    def __init__(self) -> None:
        from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
        from werkzeug.serving import WSGIRequestHandler, make_server

        class Silent(WSGIRequestHandler):
            def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
                pass

        self.before: Callable[[str], bool] = lambda _: True
        self.after: Callable[[str], None] = lambda _: None
        self._inner = DomainDispatcherApplication(create_backend_app)
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True, request_handler=Silent)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def environment(self) -> dict[str, str]:
        """Return what a program needs to be told to use this server."""
        return {
            "FSSPEC_S3_ENDPOINT_URL": f"http://127.0.0.1:{self._server.server_port}",
            "AWS_ACCESS_KEY_ID": "a",
            "AWS_SECRET_ACCESS_KEY": "b",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def undisturbed(self) -> None:
        """Answer all requests from now on."""
        self.before, self.after = lambda _: True, lambda _: None

    def stop(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        request = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        if not self.before(request):
            start("503 Slow Down", [("Content-Type", "application/xml")])
            return [_SLOW]
        answer: Iterable[bytes] = self._inner(environ, start)
        self.after(request)
        return answer


def _run(server: Server, out: str) -> subprocess.Popen[bytes]:
    places = ["s3://bucket/crawl", "--out", f"s3://bucket/{out}"]
    without = [word for layer in _LAYERS for word in ("--without", layer)]
    return subprocess.Popen(
        [sys.executable, "-m", "sumber", "batch", *places, "--format", "jsonl", "--workers", "2", *without],
        env={**os.environ, **server.environment},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _killed_at(server: Server, out: str, number: int, hook: str) -> None:
    """Run a batch that is killed at a request, then run it to its end."""
    process = _run(server, out)
    count = 0

    def kill(_: str) -> bool:
        nonlocal count
        count += 1
        if count == number:
            os.killpg(process.pid, signal.SIGKILL)
        return True

    setattr(server, hook, kill)
    process.wait()
    server.undisturbed()
    _run(server, out).wait()


def main() -> None:
    """Do it and print the figures."""
    import fsspec

    server = Server()
    os.environ |= server.environment
    fsspec.config.set_conf_env(fsspec.config.conf)
    store = fsspec.filesystem("s3")
    store.mkdir("bucket")
    with tempfile.TemporaryDirectory() as folder:
        write_inputs(Path(folder) / "crawl", 3, 5)
        store.put(f"{folder}/crawl", "bucket/crawl", recursive=True)

    def kept(out: str) -> dict[str, bytes]:
        store.invalidate_cache()
        return {
            path.removeprefix(f"bucket/{out}/"): store.cat_file(path) for path in store.find(f"bucket/{out}")
        }

    requests: list[str] = []
    server.after = requests.append
    _run(server, "calm").wait()
    server.undisturbed()
    calm, differing, kills = kept("calm"), [], 0
    for number in range(1, len(requests) + 1):
        for hook in ("before", "after"):
            _killed_at(server, f"{hook}{number}", number, hook)
            kills += 1
            if kept(f"{hook}{number}") != calm:
                differing.append(f"{hook} {requests[number - 1]}")
    asked = itertools.count(1)
    server.before = lambda _: next(asked) % 4 != 0
    _run(server, "refused").wait()
    server.undisturbed()
    figures = {
        "requests": len(requests),
        "kills": kills,
        "runs_that_differ": differing,
        "refused": next(asked) // 4,
        "differs_when_refused": kept("refused") != calm,
    }
    print(json.dumps(figures))
    server.stop()


if __name__ == "__main__":
    main()
