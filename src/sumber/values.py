"""The closed lists of values that stand in fields of the record. Nothing here knows any other part of Sumber."""

from enum import StrEnum

__all__ = [
    "Act",
    "Form",
    "Mode",
    "NameKind",
    "PublishedFrom",
    "Role",
    "Scope",
    "SourceKind",
    "Status",
    "TimeKind",
]


class Role(StrEnum):
    """What a stretch of the text is there for."""

    TITLE = "title"
    BODY = "body"
    RELATED = "related"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    ADVERT = "advert"
    NAVIGATION = "navigation"
    OTHER = "other"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class Form(StrEnum):
    """How a mention refers to its name."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class SourceKind(StrEnum):
    """Who speaks in a statement."""

    PERSON = "person"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"


class Mode(StrEnum):
    """Whether a statement gives the words themselves."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a speaker does in saying it."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    WARN = "warn"
    ACCUSE = "accuse"
    ASK = "ask"
    PROMISE = "promise"
    DEMAND = "demand"
    EXPECT = "expect"
    BELIEVE = "believe"
    ORDER = "order"
    THANK = "thank"


class Status(StrEnum):
    """Whether, as the report has it, an event took place."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"
    CALLED_FOR = "called_for"

    def __add__(self, other: str) -> "Status":
        """Return what two mentions of one event come to when read together.

        >>> Status.PLANNED + Status.HAPPENED
        <Status.HAPPENED: 'happened'>
        >>> Status.DENIED + Status.ALLEGED
        <Status.ALLEGED: 'alleged'>
        """
        return next(status for status in _FIRMEST_FIRST if status in (self, other))


_FIRMEST_FIRST = (
    Status.HAPPENED,
    Status.ONGOING,
    Status.ALLEGED,
    Status.DENIED,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.CALLED_FOR,
)


class Scope(StrEnum):
    """How far a relay reaches."""

    ARTICLE = "article"
    SENTENCE = "sentence"


class TimeKind(StrEnum):
    """TIMEX3 type of a time expression."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class PublishedFrom(StrEnum):
    """Where the publication date was taken from."""

    GIVEN = "given"
    PAGE = "page"
    RELAY = "relay"
    TEXT = "text"
