"""Whether a text tells public happenings at all: not a guide, a catalogue or a manual."""

from ...record import Mode, Record, SourceKind
from ..analysis import Analysis
from .lexicon import Lexicon

__all__ = ["tells_events"]

_SHORT = 180  # words under which a text shows too little of what it is
_PUBLIC = 0.012  # words of public life or of report, and persons quoted, that a word of news has at least
_ADDRESS = 0.7  # what a word to the reader weighs against one of public life


def tells_events(record: Record, analysis: Analysis, known: Lexicon) -> bool:
    """Return whether the events of a text are looked for.

    How it works: a text of a few words always may tell events. A page that speaks to its reader (*your business*) and
    hardly of officials, courts, force or who said what is a guide or an offer, and what it calls support, launch or
    attack is no public happening. Words to the reader within quotes do not count. A language without lists of such
    words looks everywhere. What sport and the like take away is told by ``topics``.
    """
    public = known.words.get("public_life", frozenset())
    words = [token for token in analysis.tokens if token.text[:1].isalpha()]
    if not public or len(words) < _SHORT:
        return True
    reader = known.words.get("reader", frozenset())
    quoted = _quoted(record)
    told = sum(token.lower in public for token in words)
    addressed = sum(token.lower in reader and token.start not in quoted for token in words)
    told += sum(one.source is not None and one.source.kind is SourceKind.PERSON for one in record.statements)
    return told - _ADDRESS * addressed >= _PUBLIC * len(words)


def _quoted(record: Record) -> set[int]:
    """Return the offsets that stand in somebody's own words."""
    own = (one for one in record.statements if one.mode is not Mode.INDIRECT)
    return {at for one in own for part in one.content for at in range(part.start, part.end)}
