"""Pieces that the patterns of English time expressions share."""

from ..words import words

__all__ = [
    "APPROX",
    "BOUND",
    "CLEAR_MONTH",
    "DAY",
    "DIR",
    "GO",
    "IN",
    "LONG_MONTH",
    "MOD",
    "MONTH",
    "NUM",
    "ORD",
    "PART",
    "THING",
    "UNIT",
    "WD",
    "YEAR",
    "ZONE",
    "W",
]

W = words("en")


WD, MONTH, PART, UNIT, ZONE = (f"(?:{W.any(kind)})" for kind in ("weekday", "month", "part", "unit", "zone"))


LONG_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


CLEAR_MONTH = f"(?:(?!Ma(?:y|rch|r)\\b|Sep\\b|Dec\\b|Jan\\b){MONTH})"


NUM = W.number_pattern()


ORD = f"(?:{W.any('ordinal')})"


YEAR = r"(?:1[5-9]|20)\d\d"


GO = r"(?<![\w/.$£€-])"


DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"


DIR = r"(?P<dir>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious|[Tt]his (?:past|coming)|[Tt]his|[Cc]urrent)"


MOD = (
    r"(?:(?P<mod>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ometime|(?:[Tt]he )?(?:[Vv]ery )?"
    r"(?:[Ee]nd|[Bb]eginning|[Ss]tart"
    r"|[Mm]iddle) of|(?:[Tt]he )?[Rr]est of)(?: on| in)?[ -](?:the )?)?"
)


APPROX = r"(?:(?P<approx>[Aa]bout|[Aa]round|[Rr]oughly|[Ss]ome|[Aa]pproximately|[Oo]ver) )?"


BOUND = (
    r"(?:(?:[Mm]ore than|[Nn]early|[Ll]ess than|[Aa]t least|[Aa]lmost|[Uu]p to|[Aa]t most|[Nn]o more than"
    r"|[Jj]ust over|[Jj]ust under) )?"
)


IN = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=\b[Oo]f )|(?<=[Uu]ntil )|"
    r"(?<=\b[Tt]o )|(?<=\b[Tt]hrough )|(?<=[Dd]uring )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=\b[Ff]or )|"
    r"(?<=[Ee]very )|(?<=[Ee]ach ))"
)


THING = (
    r"(?:people|men|women|children|workers|jobs|members|cars|miles|kilomet(?:er|re)s|km|met(?:er|re)s"
    r"|feet|points|votes|homes|troops|students|"
    r"dollars|pounds|euros|times|tons|tonnes|pages|million|billion|percent|per cent|soldiers|refugees"
    r"|residents|employees|"
    r"deaths|cases|seats|units|acres|hectares|calories|years|days|hours|rooms|houses|vehicles"
    r"|passengers|victims)"
)
