"""What views share: stretches of the text made fit to show, and names made readable."""

import re

from ..record import Actor, Event, Name, Record, Span, Statement, Time

__all__ = ["chain_text", "names_of", "quoted", "said_by_text", "speaker", "tidy"]

_LONGEST = 300
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Return a stretch on one line, without control and direction characters (they could forge a view).

    >>> tidy("dua\\n  baris\\x1b[31m")
    'dua baris[31m'
    """
    return " ".join(_CONTROL.sub("", text.replace("\n", " ")).split())


def quoted(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words of some spans, parted by an ellipsis, shortened in the middle if they are long."""
    words = " … ".join(tidy(span.of(text)) for span in spans)
    return words if len(words) <= _LONGEST else f"{words[:200].rstrip()} … {words[-80:].lstrip()}"


def speaker(record: Record, statement: Statement) -> str | None:
    """Return who says it, as the text has it, with the resolved name where it differs; None if nobody."""
    if statement.source is None:
        return None
    words = _shown(statement.source.of(record.article.text))
    name = record.name_of(statement.source.name)
    if name is None or name.name.casefold() in words.casefold():
        return words
    return f"{name.name} ({words})"


def _shown(words: str) -> str:
    """Return the words of a party as a reader knows them: the ending of *ujarnya* with a hyphen.

    >>> _shown("nya"), _shown("Ratna")
    ('-nya', 'Ratna')
    """
    words = tidy(words)
    return f"-{words}" if words == "nya" else words


def chain_text(record: Record, chain: tuple[str, ...]) -> str:
    """Return the outlets that a statement came through, nearest first: ``BBC``."""
    relays = (record.relay_of(relay) for relay in chain)
    return " ← ".join(tidy(relay.outlet) for relay in relays if relay)


def names_of(record: Record, actors: tuple[Actor, ...]) -> str:
    """Return actors as the text has them, with the resolved name in brackets where it differs."""
    return ", ".join(_actor(record, actor) for actor in actors)


def _actor(record: Record, actor: Actor) -> str:
    words = _shown(actor.of(record.article.text))
    name = record.name_of(actor.name)
    return words if name is None or _same(name, words) else f"{words} ({name.name})"


def _same(name: Name, words: str) -> bool:
    short, long = sorted((name.name.casefold(), words.casefold()), key=len)
    return short in long


def said_by_text(record: Record, event: Event) -> str:
    """Return who tells of an event: the sources of its statements, each once."""
    statements = (record.statement_of(statement) for statement in event.said_by)
    people = (speaker(record, statement) for statement in statements if statement)
    return ", ".join(dict.fromkeys(person for person in people if person))


def time_text(time: Time) -> str:
    """Return a time for people: its value, and the days it spans where they are not the value."""
    if time.earliest and time.latest and time.earliest[:10] != time.value[:10] and time.kind != "duration":
        return f"{time.value} ({time.earliest[:10]} – {time.latest[:10]})"
    return time.value
