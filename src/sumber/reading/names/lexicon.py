"""What each language knows of the words of names: one class a word, from tables."""

import re
from functools import cache
from pathlib import Path

from ...gazetteer import country_of, lookup
from ...language import Language, available, load
from ...language.stems import stem
from ...language.tables import Row, read_table
from ...language.tokens import Token
from ...language.vocabulary import vocabulary

__all__ = ["Lexicon", "is_large", "lexicon"]

Key = tuple[str, ...]
_DATA = Path(__file__).parent / "data"
_OUTLETS = Path(__file__).parents[1] / "relays" / "data" / "outlets.tsv"
_LONGEST = 5
_SEEN = 4  # class of a small word that is in no list of names, and so is none with a large letter
_SURNAME = 3  # class of surnames that also name things: *Law*
_KNOWN_CITY = 50  # importance of a place whose name of several words is not taken for a person's
_TITLES = {"role": "T", "open": "S", "weak": "D", "called": "L", "rank": "R", "honorific": "H"}
_ROMAN = re.compile(r"[IVX]{1,5}")
_PREFIXED = re.compile(r"(?:anti|pro|non|co|eks|ex|pra|pasca|semi|multi|ultra|neo)-")
_PARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|bin|d|de)[-'’][A-Z]")


def is_large(token: Token) -> bool:
    """Return whether a word is written as part of a name: *Budi*, *al-Assad*, *iPhone* not."""
    text = token.text
    return text[0].isupper() or (len(text) > 3 and _PARTICLE.match(text) is not None)


class Lexicon:
    """The name words of a language.

    Classes of a word: T role, S role that may go on (*menteri ...*), D role of the unnamed (*warga*), L called,
    R rank, H form of address, O begins a body, E ends one, W may be part of one, N no name,
    I initial, A acronym, P place, G known in names of persons, C common word, U unknown. Whole names that are known:
    B body, K person.
    """

    def __init__(self, language: Language) -> None:
        self.words = vocabulary(language)
        self.code = language.code
        self.foreign = {} if language.code == "en" else vocabulary(load("en")).small
        table = language.table
        self.titles = {_key(row["word"]): row["kind"] for row in table("titles")}
        self.not_names = frozenset(row["word"] for row in table("not_names"))
        self.title_words = frozenset(word for key in self.titles for word in key)
        bodies = table("bodies")
        foreign = [
            row for row in load("en").table("bodies") if row["kind"] == "tail"
        ]  # *Jupiter Airlines* anywhere
        self.parts = {
            row["word"]: row["kind"] for row in (*foreign, *bodies) if row["kind"] in ("tail", "weak")
        }
        self.heads = frozenset(row["word"] for row in bodies if row["kind"] == "head")
        self.bodies: dict[Key, Row] = {
            tuple(row["word"].split()): row for row in bodies if row["kind"] == "name"
        }
        self.careful = self._learn_bodies()
        self.short_bodies = frozenset(words[0] for words in self.bodies if len(words) == 1)
        self.starters = frozenset(row["word"] for row in table("starters"))
        self.context: dict[str, frozenset[str]] = {
            side: frozenset(row["word"] for row in table("person_context") if row["side"] == side)
            for side in ("before", "after", "never", "site", "thing", "medium", "account", "club")
        }
        sexes = table("sexes") if language.has_table("sexes") else ()
        self.address_sex = {row["word"].rstrip("."): row["sex"] for row in sexes if row["stands"] == "before"}
        names = table("given_names") if language.has_table("given_names") else ()
        self.given_sex = {row["name"]: row["sex"] for row in names}
        self.figures: dict[Key, tuple[str, str]] = {}
        self.given: dict[str, int] = {}
        self.family: dict[str, int] = {}
        self.places: dict[str, int] = {}
        for code in available():
            self._learn(load(code))

    def _learn_bodies(self) -> frozenset[str]:
        """Take in the well-known bodies and outlets of the world; return the words that name persons too."""
        careful: set[str] = set()
        private: set[Key] = set()
        makers: set[Key] = set()
        for row in read_table(_DATA / "organisations.tsv"):
            for form in (row["name"], *row["aliases"].split("|")):
                words = tuple(form.replace("'s", " 's").replace("’s", " ’s").split())
                if row["kind"] in ("company", "club"):
                    private.add(words)
                if row["kind"] == "company":
                    makers.add(words)
                if words:
                    self.bodies.setdefault(words, {"expansion": row["name"], "country": row["country"]})
                if row["care"] == "name" and len(words) == 1:
                    careful.add(form)
        for row in read_table(_OUTLETS):
            for form in (row["name"], *row["aliases"].split("|")):
                private.add(tuple(form.split()))
                if form and row["care"] != "word" and not self._is_word(form):
                    self.bodies.setdefault(
                        tuple(form.split()), {"expansion": row["name"], "country": row["country"]}
                    )
        self.private = frozenset(private)
        self.makers = frozenset(makers)
        return frozenset(careful)

    def _is_word(self, form: str) -> bool:
        """Return whether an outlet's name is a common word as well: *The National*, *Suara*, *CCTV*."""
        words = form.casefold().removeprefix("the ").split()
        if len(words) > 1:
            return False
        common = any(vocabulary(load(code)).small.get(words[0], 0) >= _SEEN for code in available())
        return common or words[0] in self.not_names

    def _learn(self, language: Language) -> None:
        for row in language.table("figures") if language.has_table("figures") else ():
            for form in (row["name"], *row["aliases"].split("|")):
                if form:
                    self.figures[_key(form)] = (row["name"], row["country"])
        for row in language.table("name_words") if language.has_table("name_words") else ():
            word = row["word"].casefold()
            self.given[word] = max(int(row["given"]), self.given.get(word, 0))
            self.family[word] = max(int(row["family"]), self.family.get(word, 0))
            self.places[word] = max(int(row["place"]), self.places.get(word, 0))

    def person(self, word: str) -> int:
        """Return how well a word is known in names of persons, as a class (bit length of a count)."""
        return max(self.given.get(word, 0), self.family.get(word, 0))

    def is_derived(self, word: str) -> bool:
        """Return whether a word is made of a common one: *hebohkan* of *heboh*, *slams* of *slam*."""
        root = stem(word, self.code)
        return root != word and self.words.small.get(root, 0) > 0

    def is_place(self, words: Key) -> bool:
        """Return whether several words are the main name of a well-known place: *Abu Dhabi*, *San Francisco*."""
        found = lookup(" ".join(words)) if len(words) > 1 else ()
        return bool(found) and found[0].how == 1 and found[0].importance >= _KNOWN_CITY

    def is_city(self, word: str) -> bool:
        """Return whether one word is the main name of a well-known place: *Darwin*, *Lima*."""
        found = lookup(word)
        return bool(found) and found[0].how == 1 and found[0].importance >= _KNOWN_CITY

    def longest(self, tokens: tuple[Token, ...], at: int, stop: int) -> tuple[str, int]:
        """Return the class and the end of the longest entry (title, known body or person) that begins here."""
        for end in range(min(stop, at + _LONGEST), at, -1):
            lower = tuple(token.lower.rstrip(".") for token in tokens[at:end])
            if lower in self.figures and (end - at > 1 or len(lower[0]) > 1):
                return "K", end
            if tuple(token.text for token in tokens[at:end]) in self.bodies:
                return "B", end
            if lower in self.titles:
                return _TITLES[self.titles[lower]], end
        return "", at

    def class_of(self, token: Token, *, first: bool, headline: bool) -> str:
        """Return the class of one capitalised word; ``first`` if only its position may have made it large."""
        text, lower = token.text, token.lower
        if len(text) == 2 and text[1] == ".":
            return "I"
        if lower in self.heads:
            return "O"
        part = self.parts.get(lower)
        if part:
            return "E" if part == "tail" else "W"
        if lower.rstrip(".") in self.not_names or _ROMAN.fullmatch(text) or _PREFIXED.match(lower):
            return "N"
        if len(text) == 1:
            return "I"
        if lower in self.context["thing"] and self.family.get(lower, 0) < _SURNAME:
            return "N"
        if first and lower in self.starters:
            return "C"
        if text.isupper() and 2 <= len(text) <= 6 and not headline:
            return "A"
        return self._by_counts(lower, first=first, headline=headline)

    def _by_counts(self, lower: str, *, first: bool, headline: bool) -> str:
        person, place = self.person(lower), self.places.get(lower, 0)
        if country_of(lower):
            return "P"
        common = self.words.small.get(lower, 0)
        if common >= (3 if headline or first else 6) and common > 2 * person:
            return "C"
        if lower in self.starters and (first or headline or person < 3):
            return "C"
        if common >= _SEEN and not person and not place:
            return "C"
        if place >= 3 and place > person:
            return "P"
        if place and not person:
            return "P"
        return "G" if person else "U"


def _key(text: str) -> Key:
    return tuple(word.rstrip(".") for word in text.casefold().split())


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the name words of a language, read once."""
    return Lexicon(language)
