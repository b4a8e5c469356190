"""A record for people at a terminal: the article with its furniture dimmed, then what it says."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..record import Block, Event, Name, NameKind, Record, Role, Span, Statement, Status
from .passages import chain_text, names_of, quoted, said_by_text, speaker, tidy, time_text

__all__ = ["render", "show"]

_STATUS_STYLE = {
    Status.HAPPENED: "bold green",
    Status.ONGOING: "bold green",
    Status.PLANNED: "bold blue",
    Status.POSSIBLE: "blue",
    Status.ALLEGED: "bold yellow",
    Status.DENIED: "bold red",
    Status.CALLED_FOR: "magenta",
}
_KIND_WORD = {NameKind.PERSON: "people", NameKind.ORGANISATION: "bodies", NameKind.PLACE: "places"}
_AROUND = 60  # code points of context each side of a trigger


def show(record: Record, console: Console | None = None) -> None:
    """Print a record; colours only where the terminal has them, and never as the only sign."""
    (console or Console(highlight=False)).print(render(record))


def render(record: Record) -> RenderableType:
    """Return the view of a record: the article, *Says*, *Did*, *When and where*, *Where it comes from*."""
    parts: list[RenderableType] = [*_article(record)]
    parts += _section("Says", [_statement(record, statement) for statement in record.statements])
    parts += _section("Did", [_event(record, event) for event in record.events])
    parts += _section("When and where", [*_when_and_where(record)])
    parts += _section("Where it comes from", [*_provenance(record)])
    parts += _section(
        "Notes", [Text(f"{note.code}: {tidy(note.text)}", style="yellow") for note in record.notes]
    )
    return Group(*parts)


def _section(title: str, lines: list[RenderableType]) -> list[RenderableType]:
    if not lines:
        return []
    return [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), *lines]


def _article(record: Record) -> Iterable[RenderableType]:
    article = record.article
    yield Rule(style="bold")
    facts = [
        article.outlet.name or article.outlet.domain,
        f"{article.published.value} ({article.published.origin})" if article.published else "no date",
        article.language,
        ", ".join(f"{person.name} ({person.role})" for person in article.byline),
        article.url,
    ]
    yield Text("  ·  ".join(tidy(fact) for fact in facts if fact), style="cyan")
    yield Text()
    for block in article.blocks:
        yield _block(article.text, block)


def _block(text: str, block: Block) -> RenderableType:
    words = tidy(block.of(text))
    if block.role is Role.TITLE:
        return Text(words, style="bold underline")
    if block.role is Role.BODY:
        return Text(words)
    short = words if len(words) < 160 else f"{words[:150]} …"
    return Padding(
        Text.assemble((f"[{block.role}] ", "dim italic"), (short, "dim"), (f"  {block.why}", "dim")),
        (0, 0, 0, 4),
    )


def _row(*cells: RenderableType, widths: tuple[int, ...]) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    for width in widths:
        table.add_column(width=width)
    table.add_column(ratio=1)
    table.add_row(*cells)
    return table


def _statement(record: Record, statement: Statement) -> RenderableType:
    who = speaker(record, statement)
    name = Text(who, style="bold") if who else Text("(nobody named)", style="italic dim")
    marks = ("“", "”") if statement.mode == "direct" else ("", "")
    words = Text(f"{marks[0]}{quoted(record.article.text, statement.content)}{marks[1]}")
    cue = tidy(statement.cue.of(record.article.text)) if statement.cue else "no cue"
    how = f"{statement.act}, {statement.mode}; cue: {cue}"
    chain = chain_text(record, statement.chain)
    words.append(f"\n{how}{f'; via {chain}' if chain else ''}", style="dim")
    return _row(name, words, widths=(28,))


def _event(record: Record, event: Event) -> RenderableType:
    kind = Text(event.type + (f"\n{event.mode}" if event.mode else ""), style="bold")
    status = Text(event.status, style=_STATUS_STYLE[event.status])
    actors, recipients = names_of(record, event.actors), names_of(record, event.recipients)
    who = Text(actors or "(somebody)", style="bold" if actors else "italic dim")
    if recipients:
        who.append(" → ", style="dim").append(recipients, style="bold")
    if event.objects:
        who.append(f"  [{names_of(record, event.objects)}]")
    facts = _event_facts(record, event)
    if facts:
        who.append(f"\n{facts}")
    for mention in event.mentions[:4]:
        who.append("\n").append_text(_in_context(record.article.text, mention.trigger, mention.evidence))
        who.append(f"  {'; '.join(mention.why)}" if mention.why else "", style="dim italic")
    return _row(kind, status, who, widths=(12, 10))


def _event_facts(record: Record, event: Event) -> str:
    time, place = record.time_of(event.time), record.name_of(event.place)
    facts = [time_text(time) if time else "", f"in {place.name}" if place else ""]
    said = said_by_text(record, event)
    return "  ·  ".join(fact for fact in (*facts, f"said by {said}" if said else "") if fact)


def _in_context(text: str, trigger: Span, evidence: Span) -> Text:
    """Return the words around a trigger, which is underlined."""
    start, end = max(evidence.start, trigger.start - _AROUND), min(evidence.end, trigger.end + _AROUND)
    before, after = tidy(text[start : trigger.start]), tidy(text[trigger.end : end])
    left = " " if before and text[trigger.start - 1].isspace() else ""
    right = " " if after and text[trigger.end].isspace() else ""
    return Text.assemble(
        ("… " if start > evidence.start else "", "dim"),
        (f"{before}{left}", "dim"),
        (tidy(trigger.of(text)), "underline"),
        (f"{right}{after}", "dim"),
        (" …" if end < evidence.end else "", "dim"),
    )


def _when_and_where(record: Record) -> Iterable[RenderableType]:
    for time in record.times:
        words = tidy(time.of(record.article.text))
        yield _row(Text(time_text(time), style="bold"), Text(f"“{words}”", style="dim"), widths=(28,))
    for kind in (NameKind.PLACE, NameKind.PERSON, NameKind.ORGANISATION):
        names = [name for name in record.names if name.kind is kind]
        if names:
            listed = Text("  ·  ".join(_name(name) for name in names))
            yield _row(Text(_KIND_WORD[kind], style="italic"), listed, widths=(28,))


def _name(name: Name) -> str:
    country = f" ({name.country})" if name.country else ""
    others = [alias for alias in name.aliases if alias != name.name][:3]
    also = f" = {', '.join(map(tidy, others))}" if others else ""
    return f"{tidy(name.name)}{country}{also} ×{len(name.mentions)}"


def _provenance(record: Record) -> Iterable[RenderableType]:
    here = record.article.outlet.name or record.article.outlet.domain or "this article"
    for relay in record.relays:
        words = Text(f"{here} ← {tidy(relay.outlet)}", style="bold")
        words.append(f", {relay.published}" if relay.published else "")
        words.append(f"  ({relay.scope})  “{tidy(relay.of(record.article.text))}”", style="dim")
        yield words
    if not record.relays and record.statements:
        yield Text(f"{here}: no other outlet is named", style="dim")
