"""A record as a piece of HTML, for notebooks: self-contained, every word escaped."""

from html import escape

from ..record import Event, Record, Role, Statement
from .passages import chain_text, names_of, quoted, said_by_text, speaker, tidy, time_text

__all__ = ["as_html"]

_STYLE = (
    "<style>.sumber{font:14px/1.5 system-ui,sans-serif;max-width:60em}.sumber .cut{opacity:.55}"
    ".sumber td{vertical-align:top;padding:.2em .8em .2em 0}.sumber small{opacity:.7}</style>"
)


def as_html(record: Record) -> str:
    """Return the record as HTML: the article with its furniture dimmed, then what it says."""
    article = record.article
    facts = [article.outlet.name, article.published.value if article.published else None, article.language]
    parts = [
        f"<p><small>{_text('  ·  '.join(fact for fact in facts if fact))}</small></p>",
        "".join(_block(article.text[block.start : block.end], block.role) for block in article.blocks),
        _table("Says", [_statement(record, statement) for statement in record.statements]),
        _table("Did", [_event(record, event) for event in record.events]),
        _table("When", [(time_text(time), time.of(article.text)) for time in record.times]),
        _table("Where it comes from", [(relay.outlet, relay.of(article.text)) for relay in record.relays]),
    ]
    return f'<div class="sumber">{_STYLE}{"".join(parts)}</div>'


def _text(text: str) -> str:
    return escape(tidy(text))


def _block(words: str, role: Role) -> str:
    if role is Role.TITLE:
        return f"<h3>{_text(words)}</h3>"
    if role is Role.BODY:
        return f"<p>{_text(words)}</p>"
    return f'<p class="cut">[{role}] {_text(words)}</p>'


def _table(title: str, rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    cells = ("".join(f"<td>{_text(cell)}</td>" for cell in row) for row in rows)
    return f"<h4>{title}</h4><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _statement(record: Record, statement: Statement) -> tuple[str, ...]:
    content = quoted(record.article.text, statement.content)
    return speaker(record, statement) or "–", statement.act, content, chain_text(record, statement.chain)


def _event(record: Record, event: Event) -> tuple[str, ...]:
    who = f"{names_of(record, event.actors) or '–'} → {names_of(record, event.recipients) or '–'}"
    evidence = event.mentions[0].evidence.of(record.article.text) if event.mentions else ""
    return f"{event.type} {event.mode or ''}", event.status, who, said_by_text(record, event), evidence
