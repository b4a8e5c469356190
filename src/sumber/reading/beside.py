"""What stands beside a name and tells an office: *Turkey's minister*, Ayla Demir, *the mayor of Izmir*.

Names asks for the country that an office tells, statements for whom the article calls *the minister* and for whom *she*
can stand, events for the body that *we* in somebody's words means.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from ..language import Language, load
from ..language.tables import Row
from ..language.tokens import Token
from ..record import Form, Name, NameKind, Role, Span
from .analysis import Analysis
from .referents import referents

__all__ = ["GENITIVES", "Beside", "OfficeWords", "office_words"]

_BEFORE, _BEHIND = 14, 12  # words of a phrase in front of a name, and behind it
_MARKS = frozenset(("(", ")", "/", "-", "&"))  # that may stand inside the phrase in front of a name
_STOPS = frozenset((",", '"', "“", "”", ".", ";", ":", "—", "–", "-"))
GENITIVES = frozenset(("'s", "’s"))
_ROLES, _RANKED = frozenset({"role", "open"}), frozenset({"rank"})
_RANKS = 2  # words between a comma and a name that belong to the name: *the army spokesman, Gen. Demir*


class OfficeWords:
    """The words of offices of a language, from the tables ``titles``, ``beside``, ``offices`` (short forms)."""

    def __init__(self, code: str) -> None:
        language = load(code)
        self._classes = language.classes("beside")
        titles = [(row["word"].split(), row["kind"]) for row in _rows(language, "titles")]
        self.head_first = "head" not in language.classes("event_words").get("last", ())
        self.all = frozenset(word for words, _ in titles for word in words)
        head = 0 if self.head_first else -1
        self.roles = frozenset(words[head] for words, kind in titles if kind in _ROLES)
        self.offices = self.roles | {words[head] for words, kind in titles if kind in _RANKED}
        self.written_out = {row["short"]: tuple(row["full"].split()) for row in _rows(language, "offices")}
        self._verbs = tuple(self.of("verb"))

    def of(self, name: str) -> frozenset[str]:
        """Return the words of one class of the table ``beside``."""
        return self._classes.get(name, frozenset())

    def goes_on(self, token: Token) -> bool:
        """Return whether the phrase in front of a name goes on to the left over this word."""
        word = token.lower.rstrip(".")
        if token.text in _MARKS or token.lower in self.of("glue"):
            return True
        if not token.text[0].isalnum() or word in self.of("ends"):
            return False
        if not token.text.islower() or word in self.all:
            return True
        if self._verbs:
            return len(word) < 5 or not word.startswith(self._verbs)
        return word in self.of("adjective")


def _rows(language: Language, name: str) -> Sequence[Row]:
    return language.table(name) if language.has_table(name) else ()


@cache
def office_words(code: str) -> OfficeWords:
    """Return the words of offices of a language, read once."""
    return OfficeWords(code)


class Beside:
    """The phrases beside the names of one article.

    How it works: the phrase in front of a name runs to the left over names of bodies, titles and words that stand in
    such phrases, over one comma at most; the apposition behind it runs from a comma to the next mark; neither over
    another person; without the office of somebody close (*the mayor's wife*). A comma in a headline sets off nothing.

    Known to miss: offices told in another sentence, or by a verb (*Demir, elected mayor in May, ...* is found, *Demir
    was elected mayor* is not).
    """

    def __init__(self, analysis: Analysis, persons: Iterable[tuple[int, int]] = ()) -> None:
        self._analysis, self._tokens = analysis, analysis.tokens
        self.code = analysis.article.language
        self.words = office_words(self.code)
        self._persons = {at for first, last in persons for at in range(first, last)}

    @classmethod
    def of_names(cls, names: Iterable[Name], analysis: Analysis) -> "Beside":
        """Return the phrases beside the names of a record."""
        beside = cls(analysis)
        for name in names:
            for mention in name.mentions:
                if name.kind is NameKind.PERSON and mention.form is Form.NAME:
                    beside._persons.update(range(*beside.tokens_of(mention)))
        return beside

    def tokens_of(self, mention: Span) -> tuple[int, int]:
        """Return the first token of a mention and the one behind its last; the same twice if it has none."""
        first, last = self._analysis.token_at(mention.start), self._analysis.token_at(mention.end - 1)
        return (0, 0) if first is None or last is None else (first, last + 1)

    def around(self, mention: Span) -> tuple[Token, ...]:
        """Return the words of the phrases in front of a mention and behind it."""
        first, end = self.tokens_of(mention)
        return (*self.before(first), *self.behind(end)) if end else ()

    def before(self, first: int) -> tuple[Token, ...]:
        """Return the phrase in front of the name that begins at a token."""
        tokens, sentence = self._tokens, self._tokens[first].sentence
        found: list[Token] = []
        comma = False
        for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
            token = tokens[at]
            if token.sentence != sentence or at in self._persons:
                break
            if self._is_large_verb(at):
                break
            if token.text == "," and not comma and self._belong_to_the_name(found):
                comma = True
            elif self.words.goes_on(token) and token.lower not in referents(self.code, "pronoun"):
                found.append(token)
            else:
                break
        while found and (found[-1].lower in self.words.of("glue") or found[-1].text in _MARKS):
            found.pop()
        return tuple(reversed(found))

    def _is_large_verb(self, at: int) -> bool:
        """Return whether a word is the verb of a headline, where all words are large: *Menteri Sebut Rina Wati*."""
        tags, token = self._analysis.tags, self._tokens[at]
        if self._analysis.sentences[token.sentence].role is not Role.TITLE:
            return False
        if tags is None or not token.text[0].isupper() or token.lower.rstrip(".") in self.words.all:
            return False
        return tags.word_class[at] == "VERB"

    def _belong_to_the_name(self, words: Sequence[Token]) -> bool:
        """Return whether these words are no office of their own: *the army spokesman, [Gen.] Demir*."""
        return len(words) <= _RANKS and not any(
            token.text.islower() or token.lower.rstrip(".") in self.words.roles for token in words
        )

    def behind(self, end: int) -> tuple[Token, ...]:
        """Return the apposition behind the name that ends before the token ``end``."""
        if end >= len(self._tokens) or self._tokens[end].text != ",":
            return ()
        sentence = self._analysis.sentences[self._tokens[end].sentence]
        if sentence.role is Role.TITLE:
            return ()
        last = end + 1
        while last < min(sentence.last, end + 1 + _BEHIND) and not self._ends(last, first=last == end + 1):
            if last in self._persons:
                return self._own(self._up_to_a_person(end + 1, last))
            last += 1
        return self._own(self._tokens[end + 1 : last])

    def _up_to_a_person(self, first: int, last: int) -> tuple[Token, ...]:
        """Return an apposition that another person ends: *[aide] to Mayor Dawson*; in a list there is none."""
        small = (at for at in range(last - 1, first, -1) if self._tokens[at].lower in self.words.of("glue"))
        return self._tokens[first : next(small, first)]

    def _ends(self, at: int, *, first: bool) -> bool:
        """Return whether an apposition ends before a token: not *Demir, who is mayor*, but *Demir, who met her*."""
        token, words = self._tokens[at], self.words
        if token.lower in words.of("relative"):
            follows = self._tokens[at + 1].lower if at + 1 < len(self._tokens) else ""
            return not first or follows not in words.of("being")
        return token.text in _STOPS or token.lower in words.of("ends")

    def _own(self, apposition: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return an apposition without the office of somebody close: *the Prime Minister's wife*, *istri Bupati*."""
        close = referents(self.code, "close")
        at = next((n for n, token in enumerate(apposition) if token.lower in close), None)
        if at is None:
            return apposition
        if at and apposition[at - 1].text in GENITIVES:
            return apposition[at:]
        cut = self.words.head_first or any(token.lower == "of" for token in apposition[at:])
        return apposition[: at + 1] if cut else apposition

    def of(self, end: int) -> tuple[Token, ...]:
        """Return the words behind *of* that follow a name: *President Demir of [Costa Rica]*."""
        after = self._tokens[end : end + 3]
        return after[1:] if after and after[0].lower == "of" else ()
