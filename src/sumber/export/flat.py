"""Records as flat rows: one kind of thing a table."""

from collections.abc import Callable, Iterable, Iterator

from ..record import Actor, Record, Span
from .passages import chain_text, speaker

__all__ = ["COLUMNS", "TABLES", "Cell", "article_rows", "event_rows", "name_rows", "statement_rows"]

Cell = str | int | float | None
_ARTICLE = ("article", "url", "outlet", "domain", "language", "published", "title")
COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": (*_ARTICLE, "byline", "dateline", "relays", "words", "text"),
    "statements": (
        *_ARTICLE, "statement", "speaker", "speaker_kind", "speaker_name", "act", "mode", "cue", "content", "via",
        "start", "end",
    ),
    "events": (
        *_ARTICLE, "event", "type", "event_mode", "status", "actors", "recipients", "objects", "time", "earliest",
        "latest", "place", "country", "lat", "lon", "said_by", "score", "trigger", "evidence", "start", "end",
    ),
    "names": (*_ARTICLE, "name", "kind", "form", "aliases", "descriptions", "country", "lat", "lon", "mentions"),
}  # fmt: skip


def _article(record: Record) -> list[Cell]:
    article = record.article
    published = article.published.value if article.published else None
    outlet = article.outlet
    return [article.id, article.url, outlet.name, outlet.domain, article.language, published, article.title]


def article_rows(record: Record) -> Iterator[list[Cell]]:
    """Yield the row of the article."""
    article = record.article
    yield [
        *_article(record),
        "; ".join(person.name for person in article.byline) or None,
        article.dateline.place if article.dateline else None,
        "; ".join(relay.outlet for relay in record.relays) or None,
        sum(len(block.of(article.text).split()) for block in article.body()),
        article.text,
    ]


def statement_rows(record: Record) -> Iterator[list[Cell]]:
    """Yield a row a statement."""
    text = record.article.text
    for statement in record.statements:
        name = record.name_of(statement.source.name) if statement.source else None
        spans = statement.content or ((statement.cue,) if statement.cue else ())
        yield [
            *_article(record),
            statement.id,
            speaker(record, statement),
            statement.source.kind if statement.source else None,
            name.name if name else None,
            statement.act,
            statement.mode,
            statement.cue.of(text) if statement.cue else None,
            " … ".join(span.of(text) for span in statement.content),
            chain_text(record, statement.chain) or None,
            spans[0].start if spans else None,
            spans[-1].end if spans else None,
        ]


def event_rows(record: Record) -> Iterator[list[Cell]]:
    """Yield a row an event."""
    text = record.article.text
    for event in record.events:
        time, place = record.time_of(event.time), record.name_of(event.place)
        point = place.place if place else None
        mention = event.mentions[0] if event.mentions else None
        evidence = mention.evidence if mention else Span(0, 0)
        said = (record.statement_of(each) for each in event.said_by)
        yield [
            *_article(record),
            event.id,
            event.type,
            event.mode,
            event.status,
            _parties(record, event.actors),
            _parties(record, event.recipients),
            _parties(record, event.objects),
            time.value if time else None,
            time.earliest if time else None,
            time.latest if time else None,
            place.name if place else None,
            place.country if place else None,
            point.lat if point else None,
            point.lon if point else None,
            "; ".join(dict.fromkeys(who for each in said if each and (who := speaker(record, each)))) or None,
            event.score,
            mention.trigger.of(text) if mention else None,
            evidence.of(text) or None,
            evidence.start if mention else None,
            evidence.end if mention else None,
        ]


def _parties(record: Record, actors: tuple[Actor, ...]) -> str | None:
    words = []
    for actor in actors:
        name = record.name_of(actor.name)
        words.append(name.name if name else " ".join(actor.of(record.article.text).split()))
    return "; ".join(dict.fromkeys(words)) or None


def name_rows(record: Record) -> Iterator[list[Cell]]:
    """Yield a row a name."""
    for name in record.names:
        yield [
            *_article(record),
            name.id,
            name.kind,
            name.name,
            "; ".join(name.aliases) or None,
            "; ".join(name.descriptions) or None,
            name.country,
            name.place.lat if name.place else None,
            name.place.lon if name.place else None,
            len(name.mentions),
        ]


TABLES: dict[str, Callable[[Record], Iterable[list[Cell]]]] = {
    "articles": article_rows,
    "statements": statement_rows,
    "events": event_rows,
    "names": name_rows,
}
