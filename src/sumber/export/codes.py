"""PLOVER types as other formats code them: the one place where type and status are folded together."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from ..language.tables import read_table
from ..record import Act, Actor, Event, Record, Status

__all__ = ["Code", "accusation", "cameo_of", "collapsed", "refuses"]

_TABLE = Path(__file__).parent / "plover_types.tsv"
_SPOKEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_REFUSED = {
    "AGREE": None,
    "AID": "assist",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "COOPERATE": "assist",
    "RETREAT": "yield",
}
_REFUSING = frozenset("will_not wo_n't would_not refused_to refuses_to refuse_to refusing_to declined_to declines_to "
                      "tidak_akan tak_akan menolak enggan".split())  # fmt: skip
_WRONGS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
_NOT_EXPORTED = frozenset({Status.DENIED, Status.CALLED_FOR})
_QUADS = {
    "1": "verbal cooperation",
    "2": "material cooperation",
    "3": "verbal conflict",
    "4": "material conflict",
}


@dataclass(frozen=True, slots=True)
class Code:
    """An event as PLOVER, CAMEO and GDELT write it: type with the status folded in, quad, score, CAMEO code."""

    type: str
    mode: str | None
    quad: int
    quad_name: str
    score: float | None
    cameo: str

    @property
    def root(self) -> str:
        """The CAMEO root: the first two digits."""
        return self.cameo[:2]


def collapsed(event: Event, record: Record | None = None) -> Code | None:
    """Return what an event comes to when its status is folded into its type; None if it is not exported.

    Planned CONSULT, SUPPORT, COOPERATE and AID become AGREE; planned RETREAT becomes CONCEDE; a possible or planned
    ASSAULT that somebody warned of becomes THREATEN; what somebody will not do or refuses to do becomes REJECT.
    Other denied ones, called-for, alleged (see ``accusation``) and merely possible events, other planned ones and
    OTHER are left out.
    """
    if event.type == "OTHER":
        return None
    if event.status is Status.DENIED and event.type in _REFUSED and refuses(event):
        return _code("REJECT", _REFUSED[event.type])
    if event.status in _NOT_EXPORTED:
        return None
    if event.status in (Status.HAPPENED, Status.ONGOING):
        return _code(event.type, event.mode)
    if event.status is Status.PLANNED and event.type in _SPOKEN_FUTURE:
        return _code("AGREE", None)
    if event.status is Status.PLANNED and event.type == "RETREAT":
        return _code("CONCEDE", None)
    if (
        event.type == "ASSAULT"
        and event.status in (Status.POSSIBLE, Status.PLANNED)
        and _warned(event, record)
    ):
        return _code("THREATEN", "violence")
    return None


def accusation(event: Event, record: Record) -> Event | None:
    """Return what an alleged wrong comes to: its speaker accuses who is said to have done it; None if it is none."""
    if event.status is not Status.ALLEGED or event.type not in _WRONGS or not event.actors:
        return None
    sources = [one.source for said in event.said_by if (one := record.statement_of(said)) and one.source]
    if not sources:
        return None
    speakers = tuple(Actor(one.start, one.end, name=one.name) for one in sources)
    return replace(
        event,
        type="ACCUSE",
        mode="allege",
        status=Status.HAPPENED,
        actors=speakers,
        recipients=event.actors,
    )


def refuses(event: Event) -> bool:
    """Whether an event is denied as something that its actor will not do."""
    reasons = (why.partition(" -> ")[0] for mention in event.mentions for why in mention.why)
    return any(reason.replace(" ", "_") in _REFUSING for reason in reasons)


def cameo_of(type_: str, mode: str | None) -> str | None:
    """Return the CAMEO code of a type and mode as they are, no status folded in.

    >>> cameo_of("CONSULT", "visit")
    '042'
    """
    code = _code(type_, mode)
    return code.cameo if code else None


def _warned(event: Event, record: Record | None) -> bool:
    statements = [record.statement_of(said) for said in event.said_by] if record else []
    return any(one is not None and one.act is Act.WARN for one in statements)


def _code(type_: str, mode: str | None) -> Code | None:
    row = _codes().get((type_, mode or "")) or _codes().get((type_, ""))
    if row is None:
        return None
    score = float(row["score"]) if row["score"] else None
    quad = row["quad"]
    return Code(type_, mode, int(quad), _QUADS[quad], score, row["cameo"])


@cache
def _codes() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["type"], row["mode"]): dict(row) for row in read_table(_TABLE)}
