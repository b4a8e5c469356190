"""Photo credits in brackets inside running text, and the captions before them: *(Photo: Kari Moe, Nordwire)*."""

import re
from collections.abc import Iterator

from ..record import Role
from .sentence_starts import last_start, starts
from .spans import Cut

__all__ = ["CREDIT_WORDS", "bracketed_credits"]

CREDIT_WORDS = (
    *("hoto:", "hoto by", "PHOTO", "(Photo/", "(Image", "(Pic", "(Foto"),
    *("(Reuters", "(REUTERS", "(AP", "(AFP", "(EPA", "(PA"),
    *("(Getty", "(GETTY", "(Rex", "(Twitter", "(Facebook", "(Instagram", "Post)", "Press)", "Times)"),
    *("/PA)", "/AP)", "/Getty", "/Reuters", "/AFP", " / "),
)
"""A text without one of these holds no bracketed credit."""

_AGENCY = (
    r"AP|AFP|EPA|PA|UPI|DPA|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Rex(?: Features)?|REX|Alamy|SWNS|"
    r"Shutterstock|iStock|Bloomberg|Xinhua|Antara|ANTARA(?: FOTO)?|Twitter|Facebook|Instagram|YouTube|Google(?: Maps)?|"
    r"(?:The )?Associated Press|The Washington Post|The New York Times"
)
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}"
_CREDIT = re.compile(
    r"\((?:"
    r"(?P<told>(?:(?:File )?[Pp]hoto|PHOTO|Image|IMAGE|Picture|Pic|Photograph|Credit|Video|Foto|FOTO)s?"
    r"(?: (?:by|courtesy of|credit)\b:?|\s?[:/])\s?(?P<who>[A-Z@][^()\n]{1,80}))"
    rf"|(?P<bare>(?:{_AGENCY})(?: [Pp]hotos?)?(?: ?[/*,] ?[A-Z@][^()\n]{{1,60}})?)"
    rf"|(?P<two>{_NAME}(?: for|/| / |, | via )(?:{_AGENCY}|(?:The |@)?[A-Z]\w+(?: [A-Z]\w+){{0,3}})"
    rf"(?:/[A-Z][\w ]{{1,30}})?)"
    r")\)(?=\s*(?:[\"“‘'(\[#@]?[A-Z0-9\[#@]|$))"
)
_NAMED = re.compile(r"^[A-Z][\w.'’-]+ [A-Z][^,/]{1,40}(?:, |/)(?:The |AP|USA|[A-Z])")
_DATED = re.compile(r"\b(?:\d{4}|\w+day)[.”\"]*$")
_LONGEST = 420
_REST = 200  # code points that must follow a credit before a full sentence, else it closes the report


def bracketed_credits(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield the bracketed credits of a line and the captions that they close.

    A caption without a full stop is one; with a full stop it is only where the photographer and the agency are both
    named, or where it opens the line: other credits stand alone between the sentences of a story.
    """
    last = start
    at = text.find("(", start, end)
    while at >= 0:
        found = _CREDIT.match(text, at, end)
        if found and _stands_apart(text, start, found):
            opening = _caption_start(text, last, start, end, found)
            if opening is not None:
                yield Cut(opening, at, Role.CAPTION, "ends with a photo credit in brackets")
            yield Cut(at, found.end(), Role.CREDIT, "a photo credit in brackets")
            last = found.end()
        at = text.find("(", found.end() if found else at + 1, end)


def _stands_apart(text: str, start: int, found: re.Match[str]) -> bool:
    """Return whether a bracket may be a credit: *(two)* forms need a photographer, bare agencies no name before."""
    before = text[max(start, found.start() - 16) : found.start()].rstrip()
    if found["bare"] and re.search(r"(?:Press|Agence|Agency|Images|Wales)$", before):
        return False
    return (
        not found["two"] or before[-1:] in (*".!?\"”’')", "") or "/" in found["two"] or "via" in found["two"]
    )


def _caption_start(text: str, last: int, start: int, end: int, found: re.Match[str]) -> int | None:
    """Return where the caption before a credit starts, or None if the words before it are the story's."""
    at = found.start()
    before = text[last:at].rstrip()
    if not before.strip() or text[last:at].strip().startswith(("-", "–", "—")):
        return None
    ends = before[-1] in ".!?…\"”’'"
    opens = ends and last == start and end - at > _REST and _is_caption_alone(text, start, at)
    if opens and (not found["who"] or "," in found["who"] or _DATED.search(before)):
        return _solid(text, start)
    opening = last_start(text, last, last + len(before) - 1)
    if ends and not (_names_both(found) and end - at > _REST):
        return None
    if not 12 <= at - opening <= _LONGEST or not text[opening : opening + 1].isupper():
        return None
    return opening


def _is_caption_alone(text: str, start: int, at: int) -> bool:
    """Return whether what opens a line can be a caption: one sentence, or two with a video's before it."""
    sentences = 1 + len(starts(text, start, at - 1)) if at - start <= _LONGEST else 9
    return sentences == 1 or (
        sentences == 2 and re.search(r"Ad Loading|USA TODAY", text[start:at]) is not None
    )


def _names_both(found: re.Match[str]) -> bool:
    who = found["who"] or found["two"] or ""
    return (", " in who or "/The " in who) and _NAMED.match(who) is not None


def _solid(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start
