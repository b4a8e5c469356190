"""Events as PETRARCH would code them: CAMEO pairs that also hold intentions, appeals and what is only said."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar, NamedTuple

from ..record import Act, Actor, Event, EventMention, Record, Source, Span, Statement, Status
from .base import Exporter
from .codes import cameo_of, refuses
from .petrarch_parties import Coded, codes_in, codes_of, joined, shared_roles
from .tables import line

__all__ = ["Claim", "PetrarchExporter", "claims"]

_COLUMNS = ("id", "source", "target", "code", "root", "text", "outlet", "published", "url")
_REAL = frozenset({Status.HAPPENED, Status.ONGOING})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "PROTEST"})
_VERBAL = frozenset({"AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT"})
_WISHES = frozenset("want seek hope aim intend plan try attempt ingin berharap berencana berniat".split())
_APPEALS = ("ask", "appeal", "call", "urge", "plead", "want", "minta", "imbau", "seru")
_VOICED = ("express", "voice", "convey", "offer~", "extend")
_ACCUSED = ("accusation", "allegation", "claim", "charge", "tuduhan", "tudingan")
_CODES = {("THREATEN", "arrest"): "173", ("PROTEST", "vandalize"): "145"}
_NOT_YET = frozenset({"before", "until", "sebelum", "hingga"})
_WHERE = frozenset({"in", "at", "over", "near", "inside", "across", "from", "di", "dari"})
_SETTLED = frozenset({"agreed", "pledged", "promised", "vowed", "sepakat", "setuju", "berjanji"})
_AVOWAL = re.compile(r"\bclaim(?:s|ed|ing)? responsibility for\b|\b(?:meng)?klaim bertanggung jawab atas\b")
_NEAR = 60  # letters behind a word of criticism in which its object stands


class Claim(NamedTuple):
    """Who is coded as the source of what kind of act, on whom; ``told`` is the id of the event or statement."""

    source: str
    target: str
    code: str
    told: str


def claims(record: Record) -> Iterator[Claim]:
    """Yield the pairs that PETRARCH's conventions make of a record.

    Unlike ``dyads`` they keep what is planned: as the act itself, if it is settled (*will*, *agreed to*); as an
    intention (03, or a threat, 13) if it is only wished or announced. Force that a body tells of another is its
    accusation (112), of itself a statement (01). The target is, where no recipient has a code, the first party or
    place behind the verb; where nobody is said to have done something, that place stands for who did.
    """
    seen: set[tuple[str, str, str]] = set()
    for found in (
        *(_of(record, event) for event in record.events if event.mentions),
        _charges(record),
        _avowed(record),
    ):
        for claim in found:
            key = (claim.source, claim.target, claim.code[:2])
            nobody = claim.source[0] == claim.target[0] == "-"  # no country at all
            if key not in seen and claim.source != claim.target and not nobody:
                seen.add(key)
                yield claim


def _of(record: Record, event: Event) -> Iterator[Claim]:
    mention = event.mentions[0]
    behind = list(codes_in(record, mention.trigger.end, mention.evidence.end))
    sources, targets = shared_roles(record, event.actors), shared_roles(record, event.recipients)
    speaker = _speaker(record, event, mention)
    if _before_time(record, mention) or _is_carried_out(record, event):
        return
    code = _code(event, mention, record, told=bool(speaker))
    if code is None or _on_words(record, mention, event):
        return
    if speaker and event.type in _FORCE and not _settled(event):
        yield from _told(event, speaker, sources, targets or _first(behind, sources))
        return
    if not targets and (len(sources) < 2 or event.type not in ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")):
        targets = _first(behind, sources)
    if event.type == "ASSAULT":
        targets = _placed(record, targets, behind)
    if not sources and targets:
        sources = [one.code for one in behind if one.place and _is_where(record, one)][:1]
    yield from _pairs(record, event, code, sources, targets)


def _charges(record: Record) -> Iterator[Claim]:
    """Yield the accusations that are statements only: *a report released in Kigali alleged that France ...*."""
    events = [mention.trigger for event in record.events for mention in event.mentions]
    for one in record.statements:
        if not one.source or not one.cue or not one.content or not _accuses(record, one):
            continue
        if not any(trigger.start < one.cue.end and one.cue.start < trigger.end for trigger in events):
            source = list(codes_in(record, one.source.start, one.cue.start))[:1]
            target = list(codes_in(record, one.content[0].start, one.content[0].end))[:1]
            yield from (Claim(s.code, t.code, "110", one.id) for s in source for t in target)


def _accuses(record: Record, one: Statement) -> bool:
    word = one.cue.of(record.article.text).casefold() if one.cue else ""
    return one.act is Act.ACCUSE or (one.act is Act.CLAIM and "alleg" in word)


def _avowed(record: Record) -> Iterator[Claim]:
    """Yield who owns up to what it did: CAMEO's 015, *acknowledge or claim responsibility*."""
    text = record.article.text
    for match in _AVOWAL.finditer(text):
        start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        end = text.find(". ", match.end())
        source = list(codes_in(record, start, match.start()))[-1:]
        target = list(codes_in(record, match.end(), end if end > 0 else len(text)))[:1]
        yield from (Claim(s.code, t.code, "015", "") for s in source for t in target)


def _pairs(
    record: Record, event: Event, code: str, sources: list[str], targets: list[str]
) -> Iterator[Claim]:
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


def _told(event: Event, speaker: list[str], sources: list[str], targets: list[str]) -> Iterator[Claim]:
    """Yield the accusation of who tells of another's force, or the statement of who tells of its own."""
    own = set(speaker) & set(sources)
    for one in speaker:
        for target in targets if own else sources or targets:
            yield Claim(one, target, "015" if own else "112", event.id)


def _code(event: Event, mention: EventMention, record: Record, told: bool) -> str | None:
    """Return the CAMEO code of an event with its status; None if it is not coded."""
    word = mention.trigger.of(record.article.text).casefold()
    if event.type == "OTHER" or event.status in (Status.CALLED_FOR, Status.POSSIBLE):
        return None
    if event.status is Status.DENIED:
        return "12" if refuses(event) else None
    only_meant = _wished(event) or (told and not _settled(event))
    if event.status is Status.PLANNED and event.type not in _VERBAL and only_meant:
        return "13" if event.type in _FORCE else "03"
    if event.type == "REQUEST" and word.startswith(_APPEALS):
        return "02"
    if event.type == "SUPPORT" and word.startswith(_VOICED):
        return "01"
    return _CODES.get((event.type, event.mode or "")) or cameo_of(event.type, event.mode)


def _wished(event: Event) -> bool:
    return any(re.sub(r"(?:ed|ing|s)$", "", word) in _WISHES for word in _reasons(event))


def _settled(event: Event) -> bool:
    return any(word in _SETTLED for word in _reasons(event))


def _reasons(event: Event) -> Iterator[str]:
    """Yield the first word of each operator that gave an event its status."""
    for mention in event.mentions:
        yield from (why.split(" ")[0] for why in mention.why)


def _speaker(record: Record, event: Event, mention: EventMention) -> list[str]:
    """Return the codes of who tells of an event, if they stand before it (*Israel said that ...*)."""
    for said in event.said_by:
        one = record.statement_of(said)
        if not one or not one.source or not one.cue or _accuses(record, one):
            continue  # an accusation is written once, see ``_charges``
        if one.cue.of(record.article.text).casefold().startswith(_VOICED):
            continue  # *expressed sorrow for the shootings* tells of no shooting
        if mention.evidence.start <= one.source.start < one.cue.start < mention.trigger.start:
            return _source(record, one.source)
    return []


def _source(record: Record, source: Source) -> list[str]:
    several = list(codes_in(record, source.start, source.end))
    if len(several) > 1 and all(joined(record, *pair) for pair in pairwise(several)):
        return [one.code for one in several]
    return codes_of(record, Actor(source.start, source.end, name=source.name))


def _on_words(record: Record, mention: EventMention, event: Event) -> bool:
    """Whether an accusation is itself answered: CAMEO's 016, *deny an accusation*, which is not written."""
    text = record.article.text
    near = text[mention.trigger.end : min(mention.evidence.end, mention.trigger.end + _NEAR)].casefold()
    return event.type == "ACCUSE" and any(word in near for word in _ACCUSED)


def _placed(record: Record, victims: list[str], behind: list[Coded]) -> list[str]:
    """Return people hurt, not otherwise described, as civilians, without a country as those of the place."""
    where = next((one.code for one in behind if one.place and _is_where(record, one)), "---")
    civil = [code.removesuffix("PPL") + "CVL" if code.endswith("PPL") else code for code in victims]
    return list(dict.fromkeys(code.replace("---", where) if code.endswith("CVL") else code for code in civil))


def _is_where(record: Record, one: Coded) -> bool:
    """Whether a preposition says that something happened there."""
    lead = record.article.text[max(0, one.start - 40) : one.start].casefold().split()
    return any(word in _WHERE for word in lead[-5:])


def _before_time(record: Record, mention: EventMention) -> bool:
    """Whether a clause tells what has not come yet: *a day before he heads to Paris*."""
    lead = record.article.text[mention.evidence.start : mention.trigger.start].casefold()
    words = re.split(r"[,;:]", lead)[-1].split()
    return any(word in _NOT_YET for word in words)


def _is_carried_out(record: Record, event: Event) -> bool:
    """Whether an agreement or promise only leads to what its sentence tells as another event."""
    if event.type != "AGREE":
        return False
    said = event.mentions[0].trigger.of(record.article.text).casefold()
    others = (other for other in record.events if other is not event and other.status is Status.PLANNED)
    return any(f"{said} to -> planned" in mention.why for other in others for mention in other.mentions)


def _first(behind: list[Coded], sources: list[str]) -> list[str]:
    return [one.code for one in behind if one.code not in sources][:1]


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
            evidence: dict[str, Span] = {
                one.id: one.mentions[0].evidence for one in record.events if one.mentions
            }
            evidence |= {one.id: one.content[0] for one in record.statements if one.content}
            for claim in claims(record):
                text = _flat(record, evidence[claim.told]) if claim.told in evidence else ""
                article = record.article
                published = article.published.value[:10] if article.published else None
                outlet = article.outlet.name or article.outlet.domain
                cells = (claim.source, claim.target, claim.code, claim.code[:2], text, outlet, published)
                yield line((f"{article.id}#{claim.told}", *cells, article.url))


def _flat(record: Record, span: Span) -> str:
    return " ".join(span.of(record.article.text).split())
