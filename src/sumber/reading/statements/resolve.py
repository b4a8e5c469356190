"""Which name of the record a source is: by its mentions, by its office, else carried over from the speaker before.

A name inside the phrase counts only if it is the speaker's own: *kuasa hukum Budi* is not Budi, *satpam di rumah
Budi* neither, but *ketua tim, Budi* and *Budi, ketua tim* are.
"""

import re
from bisect import bisect_left, bisect_right

from ...record import Form, Mention, Name, NameKind, Record, SourceKind
from ..analysis import Analysis
from ..beside import office_words
from ..referents import referents
from .draft import Draft
from .offices import Offices
from .places import Contents
from .sex import pronoun_sex, sexes

__all__ = ["Resolver"]

_WE = frozenset({"kami", "kita", "we", "us"})
_GAP = 900  # code points between the last speaker and a pronoun within which a new subject is looked for
_TAIL = re.compile(r"[\s,)\]\"”’']*(?:\(\s*[^)]{0,40}\)\s*)?$")
_APPOSITION = re.compile(r"\s*(?:\([^)]*\)\s*)?,?\s*(?:selaku|yang|sebagai|sapaan|alias|who|a|an|the)\b")
_OTHERS = re.compile(
    r"\s+(?!(?:who|of|from|and|at|in|on|whose|while|as|with|when|after|himself|herself|also|then|is|was|has|had|"
    r"for|to|by|the|a|an|or|but|later|again|once|just|both)\b)[a-z]"
)
_IN_CLAUSE = re.compile(r"\b(?:yang|who|whose|that|which)\b[^,]*$")
_OWNS = re.compile(r"['’]s\b|['’](?=\s\w)")
_WIDER = re.compile(r"['’]|\s+[A-Z]")
_HOUSE = re.compile(
    r"(?:^|\s)(?:di|ke|dari)\s(?:rumah|kediaman|kantor|akun|kubu|tim|keluarga|mobil|toko|makam)$"
)
_SHORT_PHRASE = 2
_SPOKE = 4  # speakers back to whom a pronoun may reach over one of the other sex
_LEAD = 60  # code points from its sentence's start within which a name is its subject


class Resolver:
    """Finds the names of sources, in reading order: a pronoun stands for the last person who spoke."""

    def __init__(self, record: Record, analysis: Analysis) -> None:
        self.text = analysis.text
        self.names = record.names
        self.code = analysis.article.language
        self.analysis = analysis
        self.last: str | None = None
        self.last_end = 0
        mentions = [(mention.start, mention, name) for name in record.names for mention in name.mentions]
        self._mentions = sorted(mentions, key=lambda item: (item[0], item[1].end))
        self._starts = [item[0] for item in self._mentions]
        self._ends = [sentence.end for sentence in analysis.sentences]
        self._offices = Offices(record.names, analysis)
        people = [name for name in record.names if name.kind is NameKind.PERSON]
        self._people = frozenset(name.id for name in people)
        self._sexes = sexes(people, analysis)
        self._spoke: list[str] = []  # the persons who spoke, in order

    def name_of(self, draft: Draft) -> str | None:
        """Return the id of the name that a draft's source is, None if unresolved."""
        if draft.source is None:
            return None
        words = self.text[draft.source[0] : draft.source[1]].casefold()
        if words in referents(self.code, "self"):
            found = None  # known when all are: see settle
        elif words in referents(self.code, "pronoun"):
            found = self._fitting(draft, words)
            self.last = found
        else:
            found = self._named(draft)
            if draft.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS, None) or self._is_person(found):
                self.last = found
        if found is not None and self._is_person(found):
            self._spoke.append(found)
        self.last_end = max(self.last_end, draft.source[1], draft.content[-1][1])
        return found

    def settle(self, drafts: list[Draft]) -> list[str | None]:
        """Return the names of the sources of all drafts; *saya* in a quote is whoever the quote is given to."""
        found: list[str | None] = []
        contents = Contents(drafts)
        outers = [self._outer(number, drafts, contents) for number in range(len(drafts))]
        for draft, outer in zip(drafts, outers, strict=True):
            last = self.last
            found.append(self.name_of(draft))
            if outer is not None:
                self.last = last  # whom a speaker quotes does not go on speaking
        for number, (draft, outer) in enumerate(zip(drafts, outers, strict=True)):
            if draft.source is None or outer is None:
                continue
            words = self.text[slice(*draft.source)].casefold()
            if words in referents(self.code, "pronoun") and found[number] == found[outer]:
                found[number] = None  # who speaks of *him* is not he
            elif words in referents(self.code, "self") and words not in _WE:
                found[number] = found[outer]
        return found

    def _outer(self, number: int, drafts: list[Draft], contents: Contents) -> int | None:
        """Return the number of the quote in whose words a statement's source stands, None if in none."""
        source = drafts[number].source
        if source is None:
            return None
        for other, start in contents.holding(source[0], source[0] + 1):
            if (
                other != number
                and drafts[other].cue is not None
                and self.text[start - 1 : start] in tuple('"“”')
            ):
                return other
        return None

    def _is_person(self, name_id: str | None) -> bool:
        return name_id in self._people

    def _inside(self, start: int, end: int) -> list[tuple[Mention, Name]]:
        """Return the mentions that begin in a stretch, in order."""
        at = bisect_left(self._starts, start)
        found = []
        while at < len(self._starts) and self._starts[at] < end:
            found.append((self._mentions[at][1], self._mentions[at][2]))
            at += 1
        return found

    def _fitting(self, draft: Draft, pronoun: str) -> str | None:
        """Return whom a pronoun stands for; one of the other sex yields to who spoke before, or is named before."""
        found = self._carried(draft)
        sex = pronoun_sex(pronoun, self.code)
        if sex is not None and found is not None and not self._is_person(found):
            return next((one for one in reversed(self._spoke) if self._sexes.get(one, sex) == sex), None)
        if found is None or sex is None or self._sexes.get(found, sex) == sex:
            return found
        assert draft.source is not None
        near = self._inside(max(0, draft.source[0] - _GAP), draft.source[0])
        named = [name.id for mention, name in near if mention.form is Form.NAME]
        for name_id in (*reversed(self._spoke[-_SPOKE:]), *reversed(named)):
            if self._sexes.get(name_id) == sex:
                return name_id
        return None

    def _carried(self, draft: Draft) -> str | None:
        """Return whom a pronoun stands for: the last speaker, or a new subject of the sentence before."""
        assert draft.source is not None
        start = min(draft.source[0], draft.start)
        beside = self._subject_beside(draft.source[0])
        if beside is not None:
            return beside
        if start - self.last_end > _GAP or start < self.last_end:
            return self.last
        gap = self._inside(self.last_end, start)
        people = [(m, n) for m, n in gap if n.kind is NameKind.PERSON and m.form is Form.NAME]
        if not people:
            return self.last
        sentence = self._sentence_before(start)
        if sentence is None:
            return self.last
        in_it = {n.id for m, n in people if sentence[0] <= m.start < sentence[1]}
        leads = [
            n.id
            for m, n in people
            if sentence[0] <= m.start < sentence[0] + _LEAD and self._leads(m, sentence[0])
        ]
        quoted = self.text[sentence[0] : sentence[0] + 1] in '"“'
        if leads and not quoted:
            return leads[0]
        is_clitic = self.text[slice(*draft.source)].casefold() in ("nya", "ya")
        if len(in_it) == 1 and not quoted and (self.last is None or not is_clitic):
            return next(iter(in_it))
        return self.last

    def _subject_beside(self, pronoun: int) -> str | None:
        """Return the subject of the clause that a comma parts from a pronoun: *[Rina] angkat bicara, ia mengatakan*."""
        if self.code != "id" or not self.text[:pronoun].endswith(", "):
            return None
        at = bisect_right(self._ends, pronoun)
        start = self.analysis.sentences[at].start if at < len(self._ends) else pronoun
        for mention, name in reversed(self._inside(start, pronoun)):
            if mention.form is Form.NAME and name.kind is NameKind.PERSON:
                before = self.text[start : mention.start].rstrip()
                titled = any(
                    m.start >= start and m.end == mention.end and m.start < mention.start
                    for m in name.mentions
                )
                clause = self.text[mention.end : pronoun].rstrip(", ")
                opens = not before or before.endswith(",") or titled
                return name.id if opens and "," not in clause and clause[1:2].islower() else None
        return None

    def _leads(self, mention: Mention, start: int) -> bool:
        """Return whether a name is its sentence's subject: only its own titles stand before it."""
        before = self.text[start : mention.start]
        return (
            "," not in before
            and len(before.split()) <= 6
            and not re.search(r"\b(?:di|ke|dari|kepada|pada|with|to|in)\b", before)
        )

    def _sentence_before(self, offset: int) -> tuple[int, int] | None:
        at = bisect_right(self._ends, offset)
        sentence = self.analysis.sentences[at - 1] if at else None
        return (sentence.start, sentence.end) if sentence else None

    def _named(self, draft: Draft) -> str | None:
        """Return the name that a phrase names or describes."""
        assert draft.source is not None
        start, end = draft.source
        inside = self._inside(start, end)
        person = self._own_person(start, end, [(m, n) for m, n in inside if n.kind is NameKind.PERSON])
        if person is not None and draft.kind is not SourceKind.DOCUMENT:
            return person
        if draft.kind is SourceKind.ANONYMOUS:
            return None
        if draft.kind in (SourceKind.PERSON, None):
            return self._described(draft) or self._body_itself(start, end, inside)
        others = [(m, n) for m, n in inside if n.kind is not NameKind.PERSON]
        if draft.kind is SourceKind.DOCUMENT:  # *surat Gubernur Aceh* is not Aceh
            others = [(m, n) for m, n in others if n.kind is NameKind.ORGANISATION]
        others = [(m, n) for m, n in others if self.text[m.end : m.end + 1] != "-"]  # *London-based*
        others = [(m, n) for m, n in others if n.kind is not NameKind.PLACE or self._speaks_for(start, m)]
        if self.code == "en":  # *the United Nations' top court*, *House China Committee*
            others = [(m, n) for m, n in others if not self._is_wider(self.text[m.end : end])]
        if not others:
            return None
        return max(others, key=lambda item: (item[0].end - item[0].start, -item[0].start))[1].id

    def _is_wider(self, after: str) -> bool:
        """Return whether what follows a name makes it part of another's: *Turkey's bank*, but not *Turkey's army*."""
        if not _WIDER.match(after):
            return False
        words = after.lstrip("'’s ").casefold().split()
        return len(words) != 1 or words[0] not in referents(self.code, "governing")

    def _speaks_for(self, start: int, mention: Mention) -> bool:
        """Return whether a place speaks or its government: *pemerintah Turki*, not *Bank Jaya Indonesia*."""
        before = self.text[start : mention.start].split()
        return not any(word[0].isupper() for word in before[1:]) and (
            not before or before[-1].casefold() in referents(self.code, "governing")
        )

    def _body_itself(self, start: int, end: int, inside: list[tuple[Mention, Name]]) -> str | None:
        """Return the body or country that is the whole phrase."""
        for mention, name in inside:
            if name.kind is NameKind.PERSON:
                continue
            if mention.start == start and not self.text[mention.end : end].strip(' ,)”"'):
                return name.id
        return None

    def _own_person(self, start: int, end: int, people: list[tuple[Mention, Name]]) -> str | None:
        """Return the person who is the speaker, of those whom a phrase mentions."""
        named = [(m, n) for m, n in people if m.form is Form.NAME]
        if named and named[0][0].start == start and _APPOSITION.match(self.text[named[0][0].end : end]):
            return named[0][1].id
        last = [(m, n) for m, n in named if _TAIL.match(self.text[m.end : end]) or m.end >= end]
        for mention, name in reversed(last):
            if not self._is_relation(start, mention, name):
                return name.id
        for mention, name in named:
            if self._is_relation(start, mention, name):
                continue
            before, after = self.text[start : mention.start], self.text[mention.end : end]
            if _OWNS.match(after) or (self.code == "en" and _OTHERS.match(after)):
                continue  # *Berg's family*, *Berg supporters*
            if not before.strip():
                return name.id
            titled = any(
                m.start == start and m.end == mention.end for m, _ in people if m.form is Form.DESCRIPTION
            )
            if titled or (before.rstrip().endswith(",") and after.lstrip().startswith(",")):
                return name.id
            if re.match(
                r"\s*(?:\([^)]*\)|,|yang\b|dari\b|selaku\b|who\b|of\b|from\b|in\b|at\b|on\b|during\b|alias\b|sekaligus\b|saat\b)",
                after,
            ):
                return name.id
        return None

    def _is_relation(self, start: int, mention: Mention, name: Name) -> bool:
        """Return whether a phrase only relates the speaker to a name: *istri Budi*, *satpam di rumah Budi*."""
        before = " ".join(self.text[start : mention.start].casefold().split())
        if not before or before.endswith(","):
            return False
        if re.search(
            r"(?:^|\s)(?:di|ke|kepada|terhadap|soal|tentang|untuk|of|to|for|against|about|in|at|near)$",
            before,
        ):
            return True
        written = " ".join(self.text[start : mention.start].split())
        if _IN_CLAUSE.search(written) or (self.code == "id" and _HOUSE.search(written)):
            return True
        towards = [word for word in referents(self.code, "relation") if word.endswith((" to", " of", " for"))]
        if "," not in before and any(f" {word} " in f" {before} " for word in towards):
            return True
        if self._is_body(before):
            return True
        words = before.split()
        close = referents(self.code, "close")
        if words[0] in close and not office_words(self.code).offices.isdisjoint(words[1:]):
            return True  # *pengacara Bupati Hendra*
        if before not in referents(self.code, "relation"):
            return False
        is_new = (
            min(m.start for m in name.mentions) >= start and " " in self.text[mention.start : mention.end]
        )
        return not (is_new and before.split()[-1] in referents(self.code, "post"))

    def _is_body(self, before: str) -> bool:
        """Return whether a phrase is of a body that bears the name: *kantor Menteri Budi*, *the Budi campaign*."""
        heads = referents(self.code, "body_head")
        return before.split()[0] in heads and "," not in before

    def _described(self, draft: Draft) -> str | None:
        """Return the person whom a phrase without a name describes: by office, else *the man*, *politikus itu*."""
        assert draft.source is not None
        first, last = self.analysis.token_at(draft.source[0]), self.analysis.token_at(draft.source[1] - 1)
        if first is None or last is None:
            return None
        phrase = self.analysis.tokens[first : last + 1]
        holder = self._offices.holder(phrase)
        if holder is not None:
            return holder
        pointing = referents(self.code, "demonstrative")
        if not phrase:
            return None
        if self.code == "en" and (len(phrase) > _SHORT_PHRASE or any(t.text in ("'s", "’s") for t in phrase)):
            return None  # *the boy's uncle* is not the boy, *the Republican candidate* not who spoke last
        points = phrase[-1].lower in pointing if self.code == "id" else phrase[0].lower in pointing
        heads = referents(self.code, "person_head")
        if (
            points
            and any(token.lower in heads for token in phrase)
            and draft.source[0] - self.last_end < _GAP
        ):
            return self.last
        return None
