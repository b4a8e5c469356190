"""The layer of times."""

from typing import ClassVar

from msgspec.structs import replace

from ...record import Article, Published, PublishedFrom, Record, Role, Time
from ..analysis import Analysis
from .find import find, parse_published
from .found import Context, Found
from .partial import bounds, narrowed

__all__ = ["Times"]

_HEAD = 3  # blocks at the head of a text, where any full date is taken for its day
_DAY = 10  # letters of a full date


class Times:
    """Find the expressions of title and body that can be put on a calendar, and their values.

    How it works: patterns over word tables, one file a language; the longest reading stands; values lean on the
    publication date and the last day told. Without a publication date a full date at the head of the text is taken for
    it, or one further down as reports write the day of what was said (*Rabu (13/9/2023)*), with a note.

    Known to miss: vague times are left out on purpose; feasts other than the great ones; times told by an event.
    Quality: ``python -m evaluation times``.
    """

    name: ClassVar[str] = "times"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its times."""
        article = record.article
        if article.published is None:
            record = self._with_published(record, analysis)
            article = record.article
        context = Context(parse_published(article.published.value if article.published else None))
        found: list[Found] = []
        for block in article.blocks:
            if block.role in (Role.TITLE, Role.BODY):
                found += find(analysis.text, block.start, block.end, article.language, context)
        for item in found:
            if item.note:
                record = record.noting("date-doubtful", item.note)
        return replace(record, times=tuple(_time(f"t{number}", item) for number, item in enumerate(found, 1)))

    def _with_published(self, record: Record, analysis: Analysis) -> Record:
        """Return the record with a publication date read from the head of the text, or a note that there is none."""
        article = record.article
        for number, block in enumerate(article.body()):
            for item in find(analysis.text, block.start, block.end, article.language, Context(None)):
                full = len(item.value) >= _DAY and item.value[:4].isdigit()
                if full and (number < _HEAD or _is_report_day(analysis.text[item.start : item.end])):
                    return replace(record, article=_published(article, item.value[:_DAY])).noting(
                        "published-from-text",
                        f"no publication date was given; {item.value[:_DAY]} stands in the text",
                    )
        return record.noting(
            "published-unknown", "no publication date is known: times that lean on it are left out"
        )


def _is_report_day(words: str) -> bool:
    """Return whether a date is written as reports write their own days: a weekday, then the numbers in brackets."""
    return words[0].isalpha() and "(" in words and "/" in words


def _published(article: Article, value: str) -> Article:
    return replace(article, published=Published(value=value, origin=PublishedFrom.TEXT))


def _time(time_id: str, found: Found) -> Time:
    ends = bounds(found.value) if found.mod != "FISCAL" else None
    if ends:
        ends = narrowed(ends, found.mod)
        if found.zone and "T" in ends[0]:
            ends = ends[0] + found.zone, ends[1] + found.zone
    return Time(
        id=time_id,
        start=found.start,
        end=found.end,
        value=found.value,
        kind=found.kind,
        earliest=ends[0] if ends else None,
        latest=ends[1] if ends else None,
    )
