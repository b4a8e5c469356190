"""Reports on their way into the desk: read one after the other, behind the request that brought them."""

import secrets
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor

import msgspec

from ..api import read
from ..desk.desk import Desk
from ..errors import DocumentError, SumberError
from ..page.document import Document
from .views import Job, NewDocument

__all__ = ["Jobs"]

_REMEMBERED = 200


class Jobs:
    """A queue with one reader. What became of a report is remembered for a while."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sumber-reading")

    def submit(self, new: NewDocument) -> Job:
        """Take a report in; raises ValueError if there is nothing in it."""
        given = [each for each in (new.text, new.html, new.url) if each and each.strip()]
        if not given:
            raise ValueError("Give the text of a report, a page, or an address.")
        words = " ".join((new.text or "").split())[:80]
        label = new.url or words or "page"
        job = Job(id=secrets.token_urlsafe(8), state="waiting", label=label)
        self._keep(job)
        self._reader.submit(self._run, job, new)
        return job

    def find(self, job: str) -> Job | None:
        """Return what became of a report, None if it is not remembered."""
        with self._lock:
            return self._known.get(job)

    def close(self) -> None:
        """Finish what is being read, drop what waits."""
        self._reader.shutdown(wait=True, cancel_futures=True)

    def _keep(self, job: Job) -> None:
        with self._lock:
            self._known[job.id] = job
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)

    def _run(self, job: Job, new: NewDocument) -> None:
        self._keep(msgspec.structs.replace(job, state="reading"))
        try:
            (added,) = self._desk.add([read(_document(new))])
        except SumberError as error:
            self._keep(msgspec.structs.replace(job, state="failed", problem=str(error)))
        except Exception as error:  # one bad report must never end the queue
            self._keep(
                msgspec.structs.replace(job, state="failed", problem=f"{type(error).__name__}: {error}")
            )
        else:
            done = msgspec.structs.replace(
                job, state="done", article=added.id, what=added.what, story=added.story
            )
            self._keep(done)


def _fetched(url: str) -> Document:
    """Return what stands at an address of the public web; never what only this machine or its network can reach."""
    from ..collect.sources import documents

    if not url.startswith(("http://", "https://")):
        raise DocumentError(url, "it is no address of the web", "Give one that begins with https://")
    found = next(documents([url], private=False))
    if isinstance(found, DocumentError):
        raise found
    return found


def _document(new: NewDocument) -> Document:
    if new.text or new.html:
        document = Document(
            text=new.text, html=None if new.text else new.html, url=new.url, source="the page"
        )
    else:
        document = _fetched(new.url or "")
    known = {"outlet": new.outlet, "published": new.published, "language": new.language}
    return msgspec.structs.replace(document, **{key: value for key, value in known.items() if value})
