"""Views of a desk for people at a terminal: stories, one story, its timeline, its origins, what a search found."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..desk.doctor import Finding
from ..desk.views import (
    ArticleLine,
    ArticleView,
    DeskLine,
    EntityView,
    OutletLine,
    SearchPage,
    Snippet,
    StoryLine,
    StoryPage,
    StoryView,
)
from ..record import Status
from ..stories.views import Claim, Edge, TimelineItem
from .passages import tidy

__all__ = [
    "article_screen",
    "desk_screen",
    "entity_screen",
    "outlets_screen",
    "provenance_screen",
    "search_screen",
    "stories_screen",
    "story_screen",
    "timeline_screen",
]

_STATUS_MARK = {
    "happened": ("●", "green"), "ongoing": ("◐", "green"), "planned": ("○", "blue"), "possible": ("?", "blue"),
    "alleged": ("!", "yellow"), "denied": ("✗", "red"), "called_for": ("»", "magenta"),
}  # fmt: skip
_AGREEMENT_STYLE = {"one": "dim", "agreed": "green", "disputed": "yellow", "denied": "red"}
_BARS = "▁▂▃▄▅▆▇█"
_LONG = 110  # code points of a passage on one line


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _counts(line: StoryLine) -> str:
    """Return the sentence that the desk is for: ``3 origins, 11 copies``."""
    own = line.articles - line.copies
    return ", ".join(
        (_count(line.origins, "origin", "origins"), _count(own, "own report", "own reports"))
        + ((_count(line.copies, "copy", "copies"),) if line.copies else ())
    )


def sparkline(days: Sequence[tuple[str, int]]) -> str:
    """Return counts as a row of bars.

    >>> sparkline([("2025-06-01", 1), ("2025-06-02", 8)])
    '▁█'
    """
    most = max((count for _, count in days), default=1)
    return "".join(_BARS[max(0, count * len(_BARS) // most - 1)] for _, count in days[-14:])


def stories_screen(page: StoryPage) -> RenderableType:
    """Return the list of stories."""
    if not page.stories:
        return Text("No stories yet: `sumber desk add FILE` puts reports on the desk.", style="dim")
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim", padding=(0, 2, 0, 0))
    for name, how in (("story", "right"), ("what happened", "left"), ("days", "left")):
        table.add_column(name, justify=how, no_wrap=name != "what happened")  # type: ignore[arg-type]
    for line in page.stories:
        about = Text(tidy(line.title), style="bold")
        about.append(f"\n{_counts(line)}", style="green" if line.origins > 1 else "yellow")
        about.append(f"  ·  {_outlets(line)}  ·  {', '.join(line.languages)}", style="dim")
        statuses = Text("  ·  ", style="dim")
        for status, number in line.statuses.items():
            mark, style = _STATUS_MARK[status]
            statuses.append(f"{mark} {number} {status.replace('_', ' ')}  ", style=style)
        if line.statuses:
            about.append("\n").append_text(statuses[5:])
        table.add_row(f"{line.id}", about, f"{_span(line)}\n{sparkline(line.days)}")
    shown = f"{page.offset + 1}-{page.offset + len(page.stories)} of {page.total}"
    return Group(table, Text(f"\nstories {shown}", style="dim"))


def _outlets(line: StoryLine) -> str:
    names = [
        f"{each.outlet} ×{each.articles}" if each.articles > 1 else each.outlet for each in line.outlets[:5]
    ]
    more = len(line.outlets) - len(names)
    return tidy(", ".join(names)) + (f" and {more} more" if more else "")


def _span(line: StoryLine) -> str:
    if line.first is None or line.last is None:
        return "no date"
    first, last = line.first[:10], line.last[:10]
    return first if first == last else f"{first} – {last[5:] if first[:4] == last[:4] else last}"


def search_screen(page: SearchPage) -> RenderableType:
    """Return what a search found, hits underlined."""
    parts: list[RenderableType] = [Text(f"! {note}", style="yellow") for note in page.notes]
    for hit in page.hits:
        parts.append(_article_line(hit.article))
        parts += [Padding(_snippet(snippet), (0, 0, 0, 4)) for snippet in hit.snippets]
        parts.append(Text())
    more = "more than " if page.more else ""
    order = {"best": "best first", "newest": "newest first", "oldest": "oldest first"}[page.order]
    parts.append(Text(f"{more}{_count(page.total, 'article', 'articles')}, {order}", style="dim"))
    return Group(*parts)


def _article_line(line: ArticleLine) -> Text:
    shown = Text(tidy(line.title), style="bold")
    facts = [line.outlet, (line.published or "no date")[:16], f"story {line.story}", line.id]
    shown.append(f"\n  {tidy('  ·  '.join(fact for fact in facts if fact))}", style="cyan")
    if line.derives:
        shown.append(f"  ·  {line.derives} ← {tidy(line.origin_name or line.origin)}", style="yellow")
    return shown


def _snippet(snippet: Snippet) -> Text:
    shown = Text("… " if snippet.start else "", style="dim")
    at = 0
    for hit in snippet.hits:
        shown.append(_flat(snippet.text[at : hit.start]))
        shown.append(_flat(hit.of(snippet.text)), style="bold underline")
        at = hit.end
    return shown.append(_flat(snippet.text[at:])).append(" …", style="dim")


def _flat(text: str) -> str:
    """Return a piece on one line; spaces at its ends stay."""
    words = tidy(text)
    return (" " if text[:1].isspace() else "") + words + (" " if words and text[-1:].isspace() else "")


def story_screen(story: StoryView) -> RenderableType:
    """Return one story: counts, articles, claims, who says what."""
    line = story.line
    parts: list[RenderableType] = [
        Text(tidy(line.title), style="bold underline"),
        Text(f"{_counts(line)}  ·  {_span(line)}  ·  {sparkline(line.days)}", style="cyan"),
        *_titled("Articles", [_article_line(article) for article in reversed(story.articles)]),
        *_titled("What is claimed", [_claim(claim) for claim in story.claims[:15]]),
        *_titled("Origins", [*_origins(story)]),
    ]
    return Group(*parts)


def _titled(title: str, lines: Sequence[RenderableType]) -> list[RenderableType]:
    if not lines:
        return []
    return [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), *lines]


def _claim(claim: Claim) -> RenderableType:
    mark, style = _STATUS_MARK[claim.status]
    head = Text(f"{mark} {claim.type}" + (f"/{claim.mode}" if claim.mode else ""), style=f"bold {style}")
    who = ", ".join(claim.actors) or "(somebody)"
    head.append(f"  {tidy(who)}" + (f" → {tidy(', '.join(claim.recipients))}" if claim.recipients else ""))
    origins = _count(len(claim.origins), "origin", "origins")
    head.append(
        f"  {claim.status.replace('_', ' ')}, {claim.agreement}: {origins}, ",
        style=_AGREEMENT_STYLE[claim.agreement],
    )
    head.append(_count(len(claim.reports), "report", "reports"), style="dim")
    head.append(f"\n    “{_short(claim.title)}”", style="dim")
    for difference in claim.differences:
        head.append(f"\n    ≠ {tidy(difference)}", style="yellow")
    return head


def _short(text: str) -> str:
    words = tidy(text)
    return words if len(words) <= _LONG else f"{words[: _LONG - 2].rsplit(' ', 1)[0]} …"


def timeline_screen(items: Iterable[TimelineItem]) -> RenderableType:
    """Return a timeline; a span of days stands for a date that is not exact."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for item in items:
        when = item.earliest.replace("T", " ")[:16]
        if item.precision not in ("time", "day") and item.latest != item.earliest:
            when = f"{item.earliest[:10]} – {item.latest[:10]}"
        mark, style = _STATUS_MARK[item.status] if item.status else ("·", "dim")
        what = Text(_short(item.title), style="" if item.kind == "event" else "dim")
        if item.kind == "event":
            status = Status(item.status or "happened").replace("_", " ")
            facts = [item.type or "", status, item.place or "", _count(item.origins, "origin", "origins")]
            what.append(f"\n{'  ·  '.join(fact for fact in facts if fact)}", style=style)
        table.add_row(
            Text(when, style="bold" if item.kind == "event" else "dim"), Text(mark, style=style), what
        )
    return table if table.row_count else Text("Nothing here has a date.", style="dim")


def provenance_screen(story: StoryView) -> RenderableType:
    """Return where a story's articles come from, with the words that show it."""
    titles = {line.id: line for line in story.articles}
    parts: list[RenderableType] = [
        Text(tidy(story.line.title), style="bold underline"),
        Text(_counts(story.line), style="cyan"),
        *_titled("Origins", [*_origins(story)]),
        *_titled("Edges", [_edge(edge, titles) for edge in story.edges]),
    ]
    return Group(*parts)


def _origins(story: StoryView) -> Iterable[RenderableType]:
    titles = {line.id: line for line in story.articles}
    for origin in story.origins:
        head = Text(tidy(origin.name), style="bold")
        head.append("" if origin.in_desk else "  (named by others, not on this desk)", style="dim")
        rows: list[Text] = []
        for article in origin.articles:
            line = titles[article]
            how = line.derives or "own reporting"
            row = Text(f"  {'└' if article == origin.articles[-1] else '├'} {tidy(line.outlet or line.id)}")
            row.append(f"  {how}", style="green" if line.derives is None else "yellow")
            rows.append(row.append(f"  {_short(line.title)}", style="dim"))
        yield head
        for row in rows:
            row.no_wrap, row.overflow = True, "ellipsis"
            yield row


def _edge(edge: Edge, titles: dict[str, ArticleLine]) -> RenderableType:
    def named(article: str | None) -> str:
        line = titles.get(article or "")
        return tidy((line.outlet or line.title) if line else article or "")

    head = Text(named(edge.source), style="bold").append(f" —{edge.kind}→ ", style="yellow")
    head.append(
        named(edge.target) if edge.target else f"{tidy(edge.outlet or '?')} (not on this desk)", style="bold"
    )
    below = [Text(tidy(edge.reason), style="dim")]
    for passage in edge.passages[:2] if edge.kind != "same-story" else ():
        if passage.target_text is not None:
            below += [
                Text(f"“{_short(words)}”", style="italic dim")
                for words in dict.fromkeys((passage.source_text, passage.target_text))
            ]
    return Group(head, *(Padding(each, (0, 0, 0, 4)) for each in below))


def article_screen(view: ArticleView) -> RenderableType:
    """Return an article with its versions; the record is drawn as ``sumber read`` does."""
    from .terminal import render

    parts: list[RenderableType] = [render(view.record)]
    if len(view.versions) > 1:
        lines = [
            Text(f"{version.added[:16]}  {version.id}{'  (current)' if version.is_current else ''}")
            for version in view.versions
        ]
        parts += _titled("Versions", lines)
    if view.changes:
        lines = [
            Text.assemble(
                (f"- {_short(change.old_text)}\n", "red"), (f"+ {_short(change.new_text)}", "green")
            )
            for change in view.changes
        ]
        parts += _titled("What changed", lines)
    line = view.line
    how = f"{line.derives} ← {tidy(line.origin_name or line.origin)}" if line.derives else "own reporting"
    parts.append(
        Text(
            f"\nstory {line.story}  ·  {how}  ·  {_count(view.corrections, 'correction', 'corrections')}",
            style="dim",
        )
    )
    return Group(*parts)


def entity_screen(view: EntityView) -> RenderableType:
    """Return a person, organisation or place over all articles."""
    line = view.line
    head = Text(tidy(line.name), style="bold underline").append(f"  {line.kind}", style="dim")
    forms = Text("  ·  ".join(f"{tidy(form.form)} ×{form.articles}" for form in view.variants[:12]))
    said = [
        Text(f"{said.published or ''}  {tidy(said.outlet or '')}: “{_short(said.text)}”")
        for said in view.said[:12]
    ]
    of = [Text(f"{tidy(each.speaker or '?')}: “{_short(each.text)}”") for each in view.said_of[:12]]
    return Group(
        head,
        Text(
            f"{_count(line.articles, 'article', 'articles')}, {_count(line.mentions, 'mention', 'mentions')}",
            style="cyan",
        ),
        forms,
        *_titled("Said", said),
        *_titled("Said of it", of),
        *_titled("When", [timeline_screen(view.timeline)] if view.timeline else []),
        *_titled(
            "Beside", [Text("  ·  ".join(f"{tidy(each.name)} ×{each.articles}" for each in view.beside))]
        ),
    )


def outlets_screen(lines: Sequence[OutletLine]) -> RenderableType:
    """Return the outlets with their shares of own reporting."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in ("outlet", "articles", "own", "copies", "named as source by"):
        table.add_column(name, justify="left" if name == "outlet" else "right")
    for line in lines:
        table.add_row(
            tidy(line.name), *(str(n) for n in (line.articles, line.own, line.copies, line.relayed_by))
        )
    return table


def desk_screen(line: DeskLine, findings: Sequence[Finding]) -> RenderableType:
    """Return what a desk holds and what is wrong with it."""
    size = f"{line.size_bytes / 1e6:.1f} MB"
    rows = [
        ("file", f"{line.path}  ({size}, version {line.version})"),
        (
            "articles",
            f"{line.articles}"
            + (f", and {_count(line.versions, 'older version', 'older versions')}" if line.versions else ""),
        ),
        ("stories", str(line.stories)),
        ("outlets", str(line.outlets)),
        ("names", str(line.entities)),
        ("corrections", str(line.corrections)),
        ("published", f"{line.first or '–'} – {line.last or '–'}"),
        ("languages", ", ".join(f"{code} {count}" for code, count in line.languages.items())),
    ]
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for name, value in rows:
        table.add_row(Text(name, style="dim"), Text(value))
    verdict: list[RenderableType] = [
        Text(
            f"{finding.level}: {finding.what}. {finding.advice}",
            style="red" if finding.level == "error" else "yellow",
        )
        for finding in findings
    ]
    return Group(
        table, Text(), *(verdict or [Text("All is well: file, word index and tables agree.", style="green")])
    )
