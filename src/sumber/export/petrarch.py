"""Events as PETRARCH would code them: CAMEO pairs that also hold intentions, appeals and what is only said."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from ..record import Event, EventMention, Record, Source, Span, Status
from .base import Exporter
from .codes import cameo_of, refuses
from .petrarch_parties import Coded, codes_in, codes_of
from .tables import line

__all__ = ["Claim", "PetrarchExporter", "claims"]

_COLUMNS = ("id", "source", "target", "code", "root", "text", "outlet", "published", "url")
_REAL = frozenset({Status.HAPPENED, Status.ONGOING})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "PROTEST"})
_WISHES = frozenset("want seek hope aim intend plan try attempt ingin berharap berencana berniat".split())
_APPEALS = ("ask", "appeal", "call", "urge", "plead", "want", "minta", "imbau", "seru")
_VOICED = ("express", "voice", "convey", "offer~", "extend")
_ACCUSED = ("accusation", "allegation", "claim", "charge", "tuduhan", "tudingan")
_CODES = {("THREATEN", "arrest"): "173", ("PROTEST", "vandalize"): "145"}
_NEAR = 60  # letters behind a word of criticism in which its object stands


class Claim(NamedTuple):
    """Who is coded as the source of what kind of act, on whom; ``event`` is the id in the record."""

    source: str
    target: str
    code: str
    event: str


def claims(record: Record) -> Iterator[Claim]:
    """Yield the pairs that PETRARCH's conventions make of a record.

    Unlike ``dyads`` they keep what is planned: as the act itself, if it is settled (*will*, *agreed to*); as an
    intention (03, or a threat, 13) if it is only wished or announced. Force that a body tells of another is its
    accusation (112), of itself a statement (01). The target is, where no recipient has a code, the first party or
    place behind the verb; where nobody is said to have done something, that place stands for who did.
    """
    seen: set[tuple[str, str, str]] = set()
    for event in record.events:
        for claim in _of(record, event):
            key = (claim.source, claim.target, claim.code[:2])
            if key not in seen and claim.source != claim.target:
                seen.add(key)
                yield claim


def _of(record: Record, event: Event) -> Iterator[Claim]:
    mention = event.mentions[0]
    behind = list(codes_in(record, mention.trigger.end, mention.evidence.end))
    sources = _unique(code for actor in event.actors for code in codes_of(record, actor))
    targets = _unique(code for actor in event.recipients for code in codes_of(record, actor))
    speaker = _speaker(record, event, mention)
    code = _code(event, mention, record, told=bool(speaker))
    if code is None or _on_words(record, mention, event):
        return
    if speaker and event.type in _FORCE:
        yield from _told(event, speaker, sources or targets or [one.code for one in behind[:1]])
        return
    if not targets and (len(sources) < 2 or event.type not in ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")):
        targets = _first(behind, sources)
    if not sources and targets:
        sources = [one.code for one in behind if one.place][:1]
    yield from _pairs(record, event, code, sources, targets)


def _pairs(record: Record, event: Event, code: str, sources: list[str], targets: list[str]) -> Iterator[Claim]:
    trigger = event.mentions[0].trigger
    if targets:
        for source in sources:
            for target in targets:
                yield Claim(source, target, code, event.id)
                if code == "042" and event.mentions[0].rule.endswith("visit.3"):
                    yield Claim(target, source, "043", event.id)
    elif len(sources) > 1:
        left = [c for one in event.actors if one.start < trigger.start for c in codes_of(record, one)]
        right = [c for one in event.actors if one.start > trigger.start for c in codes_of(record, one)]
        met = trigger.of(record.article.text).casefold().startswith(("met", "meet")) and left and right
        for source in left if met else sources:
            for target in right if met else sources:
                yield Claim(source, target, code, event.id)
    elif sources and event.type == "PROTEST":
        yield Claim(sources[0], "---", code, event.id)


def _told(event: Event, speaker: list[str], others: list[str]) -> Iterator[Claim]:
    """Yield the accusation of who tells of another's force, or the statement of who tells of its own."""
    for source in speaker:
        for target in others:
            yield Claim(source, target, "015" if source == target else "112", event.id)


def _code(event: Event, mention: EventMention, record: Record, told: bool) -> str | None:
    """Return the CAMEO code of an event with its status; None if it is not coded."""
    word = mention.trigger.of(record.article.text).casefold()
    if event.type == "OTHER" or event.status in (Status.CALLED_FOR, Status.POSSIBLE):
        return None
    if event.status is Status.DENIED:
        return "12" if refuses(event) else None
    if event.status is Status.PLANNED and event.type not in ("AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT"):
        if _wished(event) or told:
            return "13" if event.type in _FORCE else "03"
    if event.type == "REQUEST" and word.startswith(_APPEALS):
        return "02"
    if event.type == "SUPPORT" and word.startswith(_VOICED):
        return "01"
    return _CODES.get((event.type, event.mode or "")) or cameo_of(event.type, event.mode)


def _wished(event: Event) -> bool:
    reasons = (why.partition(" -> ")[0] for mention in event.mentions for why in mention.why)
    return any(reason.split(" ")[0].rstrip("s").removesuffix("ed").removesuffix("ing") in _WISHES for reason in reasons)


def _speaker(record: Record, event: Event, mention: EventMention) -> list[str]:
    """Return the codes of who tells of an event, if they stand before it (*Israel said that ...*)."""
    for said in event.said_by:
        one = record.statement_of(said)
        if one and one.source and one.cue and one.source.start < one.cue.start < mention.trigger.start:
            if mention.evidence.start <= one.source.start:
                return _source(record, one.source)
    return []


def _source(record: Record, source: Source) -> list[str]:
    from ..record import Actor

    return codes_of(record, Actor(source.start, source.end, name=source.name))


def _on_words(record: Record, mention: EventMention, event: Event) -> bool:
    """Whether an accusation is itself answered: CAMEO's 016, *deny an accusation*, which is not written."""
    text = record.article.text
    near = text[mention.trigger.end : min(mention.evidence.end, mention.trigger.end + _NEAR)].casefold()
    return event.type == "ACCUSE" and any(word in near for word in _ACCUSED)


def _first(behind: list[Coded], sources: list[str]) -> list[str]:
    return [one.code for one in behind if one.code not in sources][:1]


def _unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


class PetrarchExporter(Exporter):
    """CAMEO pairs by the conventions of PETRARCH, as tab-separated values, for comparison with its data."""

    name: ClassVar[str] = "petrarch"
    loses: ClassVar[str] = (
        "the status: what is settled is coded as done, what is wished as an intention; who only told of it; "
        "that a place is no party: it stands as the target where none is told"
    )
    extension: ClassVar[str] = "petrarch.tsv"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the names of the columns, then one line a pair."""
        yield line(_COLUMNS)
        for record in records:
            evidence = {event.id: event.mentions[0].evidence for event in record.events if event.mentions}
            for claim in claims(record):
                text = _flat(record, evidence[claim.event])
                article = record.article
                published = article.published.value[:10] if article.published else None
                outlet = article.outlet.name or article.outlet.domain
                cells = (claim.source, claim.target, claim.code, claim.code[:2], text, outlet, published)
                yield line((f"{article.id}#{claim.event}", *cells, article.url))


def _flat(record: Record, span: Span) -> str:
    return " ".join(span.of(record.article.text).split())
