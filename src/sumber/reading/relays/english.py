"""Constructions of English that name another outlet as the source."""

import re
from functools import cache

from .words import AGENCY, Pattern

__all__ = ["EDGE", "patterns"]

EDGE = r"(?!\w)"
_THE = re.compile(r"(?:[Tt]he\s+)?")
_WHO = (
    r"(?:(?:a|the)\s+(?:reporter|correspondent|journalist)\s+(?:from|for|of|with)\s+|reporters?\s+(?:from|at)\s+|"
    r"(?:the\s+)?(?:state-run\s+|state\s+|local\s+|official\s+)?"
    r"(?:news\s+agency|news\s+site|news\s+outlet|broadcaster|newspaper|magazine|website|channel|station)\s+)?"
)
_CALLED = (
    r"(?:news\s+agency|newspaper|broadcaster|(?:news\s?)?magazine|news\s+site|news\s+website|tabloid|daily|"
    r"radio\s+station)"
)
_REPORTED = (
    r"(?:(?:first|also|previously|earlier|later|meanwhile)\s+)?(?:reported|reports|has\s+reported|had\s+reported|"
    r"has\s+learned|has\s+learnt|understands|quoted|quotes|cited|cites|noted|notes|revealed|reveals|wrote|writes|broke|"
    r"pointed\s+out|points\s+out|speculates|speculated|was\s+(?:the\s+)?first\s+to\s+report|"
    r"(?:said|says)\s+in\s+(?:its|an?)\s+(?:[\w-]+\s+)?(?:report|article|editorial|story|issue|edition))\b"
)
_APPOSED = r",\s+(?:an?|the|its|one\s+of)\s+[^,.;:\n]{4,60},"
_STAFF = (
    r"(?:(?:chief|senior|political|national|foreign|white\s+house|royal|business|diplomatic|north\s+america|world|news)\s+)*"
    r"(?:correspondent|reporter|editor|anchor|analyst|columnist|commentator|host|journalist|contributor)s?\b"
)


_SAID_TO = (
    r"(?:told|tells|telling|spoke\s+to|[Ss]peaking\s+to|speaks\s+to|confirmed\s+to|comments\s+to|gave\s+to|"
    r"(?:[Aa]sked|interviewed|contacted)\s+by|spoke\s+with|[Ss]peaking\s+with)"
)
_SAID_ON = r"(?:said|says|saying)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?on\s+"
_A_REPORT = (
    r"(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Aa]nother)\s+(?:(?!to\b|of\b)[\w-]+\s+){0,2}"
    r"(?:report|story|article|investigation|interview)\s+(?:in|by|from|with|published\s+(?:in|by|on))\s+"
)
_THEIR_REPORT = (
    r"(?:['’]s)?\s+(?:report|investigation|article|story|exclusive)\s+"
    r"(?:(?:published|released)\s+)?(?:(?:on\s+)?[A-Z]\w+day\s+)?(?:that\s+|which\s+)?"
    r"(?:says|said|finds|found|reveals|revealed|shows|showed|claims|claimed|suggests|suggested|alleges|alleged|"
    r"details|detailed|describes|described|notes|noted|quotes|quoted|cites|cited)\b"
)
_THEIR_MAN = (
    r"['’]s\s+(?:[A-Z][\w.’'-]+\s+){1,3}(?:(?:in|at|from)\s+[A-Z]\w+\s+)?(?:reports?|reported|writes|wrote)\b"
)
_CLOSING = (
    r"(?<=[.!?”\"’'])[ \xa0]+(?:[-–—]+\s*)?"
    r"(?P<outlet>Reuters|AFP|AP|PA|PA\s+Media|Press\s+Association|Associated\s+Press|Bernama|BERNAMA|Xinhua|dpa|UPI)\s*$"
)
_REPORT_BY = r"(?:an?\s+(?:\w+\s+)?reports?\s+(?:in|by|from|on)\s+|reports?\s+(?:in|by|from)\s+)?"
_MADE = (
    r"(?:reported|published|obtained|released|posted|broadcast|aired|seen|reviewed|quoted|cited|carried|shared)"
    r"\s+(?:by|in|on)"
)
_IN_A = (
    r"[Ii]n\s+an?\s+(?:[\w-]+\s+){0,2}(?:interview|statement|email|op-ed|report|article|column|piece)\s+"
    r"(?:with|to|on|in|for|by)"
)
_FIRST_IN = (
    r"This\s+(?:article|story)\s+(?:was\s+)?(?:originally|first)\s+(?:published|appeared)\s+(?:in|on|by|at)"
)
_STAFF_SAID = r"(?=\s+(?:[A-Z][\w.’'-]+\s+){0,3}(?:said|says|tweeted|told|wrote|reported|reports))"
_INVERTED = (  # *said Reuters*, not *said Reuters was wrong*
    r"(?=\s*(?:[.,;:)”\"\n]|’(?!s\b)|$)|['’]s\s+[A-Z]|\s+(?:of|citing|quoting|yesterday|last|earlier|this|on\s+[A-Z])\b)"
)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the constructions, most telling first."""
    called = re.compile(r"\s+(?:\w+\s+)?(?:reported|reports|said|quoted)")
    apposed = re.compile(r",\s+(?:\w+\s+)?(?:reported|reports|said|quoted)")
    tails = (
        rf"(?:{_APPOSED})?\s+{_REPORTED}",
        _THEIR_REPORT,
        _THEIR_MAN,
        rf"(?:['’]s)?\s+{_STAFF}{_STAFF_SAID}",
    )
    return (
        *_led(),
        *(Pattern(tail=re.compile(tail), sure=True) for tail in tails),
        Pattern(lead=re.compile(rf"\b{_CALLED}\s+"), skip=_THE, tail=called, strangers=True, believes=True),
        Pattern(lead=re.compile(rf"\b{_CALLED},\s+"), skip=_THE, tail=apposed, strangers=True),
        *_closing(),
    )


def _led() -> tuple[Pattern, ...]:
    """Return the constructions with words before the outlet."""
    leads = (
        (rf"\b[Aa]ccording\s+to\s+{_REPORT_BY}{_WHO}", r"(?!['’]s\s+[a-z])"),
        (r"\b(?:[Rr]eports|[Rr]eported|[Ss]aid|[Ss]ays|[Ww]rites|[Ww]rote)\s+", _INVERTED),
        (rf"\b(?:first\s+)?{_MADE}\s+{_WHO}", ""),
        (rf"\b(?:[Cc]iting|[Qq]uoting|[Vv]ia)\s+{_WHO}", r"(?!\s*\))"),
        (rf"\b{_IN_A}\s+{_WHO}", ""),
        (rf"\b{_A_REPORT}{_WHO}", ""),
        (rf"\b{_SAID_ON}", ""),
        (r"\b[Oo]n\s+", r"['’]s\s+[\"“‘'][A-Z]"),
        (r"\b(?:[Aa]ppearing|[Ss]peaking|[Aa]ppeared)\s+on\s+", ""),
    )
    told, no_host = re.compile(rf"\b{_SAID_TO}\s+{_WHO}"), re.compile(r"(?!\s+moderators?\b)")
    return (
        Pattern(lead=told, tail=no_host, skip=_THE, sure=True, strangers=True),
        *(
            Pattern(lead=re.compile(lead), tail=re.compile(tail), skip=_THE, sure=True)
            for lead, tail in leads
        ),
    )


def _closing() -> tuple[Pattern, ...]:
    """Return the notices and credits that hold for the whole article."""
    agency = rf"{AGENCY}(?=\s*(?:[-–—]|\.?\s*$|\n))"
    content_by = r"\bContent\s+created\s+by\s+(?P<outlet>(?:The\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,5})"
    by = re.compile(r"\b(?:[Aa]dditional\s+)?[Rr]eporting\s+by\s+")
    contributed = re.compile(r"\s+contributed\s+to\s+this\s+(?:report|story|article)")
    first_in = re.compile(rf"\b{_FIRST_IN}\s+")
    return (
        Pattern(lead=by, skip=_THE, sure=True, closes=True, outside=True),
        Pattern(tail=contributed, sure=True, closes=True, outside=True),
        Pattern(whole=re.compile(content_by), believes=True, closes=True, outside=True),
        Pattern(lead=first_in, skip=_THE, strangers=True, believes=True, closes=True, outside=True),
        Pattern(whole=re.compile(agency), closes=True, outside=True),
        Pattern(whole=re.compile(_CLOSING), closes=True, outside=True),
    )
