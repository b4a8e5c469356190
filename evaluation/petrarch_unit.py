"""The unit suite of PETRARCH: who does something to whom, with the suite's own list of invented actors."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from training.events.ties import ties

from sumber.api import read
from sumber.language.tables import read_table
from sumber.reading.analysis import Analysis
from sumber.reading.events import Events
from sumber.record import Mention, Name, NameKind, Span

__all__ = ["dyads_of"]


@cache
def _codes() -> dict[str, list[str]]:
    """Return the codes by name; a name may stand for more than one."""
    rows = read_table(Path(__file__).parent / "petrarch_actors.tsv")
    return {row["name"]: row["code"].split("/") for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_codes(), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", "[ _]") for name in names)
    return re.compile(rf"(?<![A-Za-z])(?:{either})(?![A-Za-z])", re.IGNORECASE)


def dyads_of(case: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the pairs of codes that the predicates of one sentence join, whatever their type and status."""
    text = case["text"]
    hits = [match for match in _pattern().finditer(text) if match[0][0].isupper()]
    codes = {match.start(): _codes()[match[0].upper().replace("_", " ")] for match in hits}
    record = read(text, language="en", without=("events",))
    names = [_name(number, match) for number, match in enumerate(hits)]
    record = replace(record, names=(*names, *record.names))
    analysis = Analysis(record.article)
    found = ties(Events()(record, analysis), analysis, [Span(*match.span()) for match in hits])
    return {
        (a, b) for tie in found for a in codes[tie.source.start] for b in codes[tie.target.start] if a != b
    }


def _name(number: int, match: re.Match[str]) -> Name:
    mention = Mention(*match.span())
    return Name(id=f"x{number}", kind=NameKind.ORGANISATION, name=match[0], mentions=(mention,))
