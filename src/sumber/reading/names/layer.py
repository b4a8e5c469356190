"""The layer of names."""

from collections import Counter
from typing import ClassVar

from msgspec.structs import replace

from ...record import Form, Mention, Name, NameKind, Record, numbered
from ..analysis import Analysis
from ..beside import Beside
from .bodies import bodies_of
from .brackets import bare_first, in_brackets, over_brackets
from .context import in_context
from .countries import country_of_person
from .descriptions import descriptions
from .gathering import gather
from .headlines import Headlines
from .leading import own_office
from .lexicon import Lexicon, lexicon
from .pairs import apart, behind_places
from .parse import found_in
from .people import Person, is_part_of_a_body, key, written
from .runs import Found, Run, runs_of, seen_large
from .second_opinion import second_opinion
from .short_forms import short_forms
from .things import borne, is_borne, is_lone_word, names_a_thing, products

__all__ = ["Names"]

_SURE = 0.5
_LIKELY = 0.0
_SOME = 8  # sentences of an article that gives its persons in full


class Names:
    """Find the persons and bodies of an article, each once, with all its mentions.

    How it works: capitalised words get a class each from tables (titles, heads of bodies, words of names and of
    places); what ends a run behind a title, or looks like a name by its words, is a person; heads, ends and acronyms
    make bodies. Fuller forms then draw the short ones of the whole article to them.

    Known to miss: persons of one unknown word without a title or verb of saying; bodies whose name is a common word.
    Quality: ``evaluation/measure_names.py``.
    """

    name: ClassVar[str] = "names"
    needs: ClassVar[frozenset[str]] = frozenset()
    gives: ClassVar[frozenset[str]] = frozenset({"names"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its names."""
        language = analysis.language
        if language is None or not language.has_table("titles"):
            return record
        if analysis.tags is None:
            record = record.noting(
                "model-missing", f"no trained model for `{language.code}`: names by rules alone"
            )
        known = lexicon(language)
        runs, founds = _search(analysis, known)
        likely = [f for f in founds if f.kind is NameKind.PERSON and f.score + f.context >= _LIKELY]
        people = _people(likely, founds, analysis, known)
        short_forms(people, runs, founds, analysis.tokens, known)
        in_brackets(people, analysis.tokens)
        bodies = bodies_of(
            [f for f in founds if f.kind is NameKind.ORGANISATION], runs, people, analysis, known
        )
        _lead(people, analysis, known)
        beside = Beside(analysis, [(found.first, found.last) for person in people for found in person.founds])
        offices = descriptions(people, analysis.tokens, known, beside)
        for person in people:
            person.country = person.country or country_of_person(person, beside, known)
        persons = [_as_name(person, offices.get(n, []), analysis) for n, person in enumerate(people)]
        names = persons + bodies
        names.sort(key=lambda name: (name.mentions[0].start, name.mentions[0].end))
        ids = numbered("n", len(names))
        numbered_names = tuple(replace(name, id=id_) for name, id_ in zip(names, ids, strict=True))
        return replace(record, names=record.names + numbered_names)


def _people(likely: list[Found], founds: list[Found], analysis: Analysis, known: Lexicon) -> list[Person]:
    """Return the persons of the article, less what bodies and things are called."""
    tokens = analysis.tokens
    made, things = products(tokens, known), borne(founds, tokens, known)
    given_in_full = len(analysis.sentences) >= _SOME
    return [
        person
        for person in gather(likely, tokens, known)
        if person.score >= _SURE
        and not is_part_of_a_body(person, tokens)
        and not names_a_thing(person, tokens, known, made)
        and not is_borne(person, things, tokens, known)
        and not (given_in_full and is_lone_word(person, tokens, known))
    ]


def _lead(people: list[Person], analysis: Analysis, known: Lexicon) -> None:
    """Leave each mention the office in front of it only if it is its holder's own."""
    taken = {at for person in people for found in person.founds for at in range(found.first, found.last)}
    for person in people:
        person.founds = [
            own_office(found, analysis.tokens, taken, analysis.tags, known) for found in person.founds
        ]


def _search(analysis: Analysis, known: Lexicon) -> tuple[list[Run], list[Found]]:
    """Return the runs of the article and the names in them, each with what its context says for it."""
    runs: list[Run] = []
    founds: list[Found] = []
    tokens = analysis.tokens
    seen = seen_large(tokens, analysis.sentences)
    for sentence in analysis.sentences:
        for run in runs_of(tokens, sentence, known, seen):
            runs.append(run)
            founds += [in_context(found, run, tokens, known) for found in found_in(run, tokens, known)]
    weighed = sorted(second_opinion(founds, analysis.tags, tokens, known))
    headlines = Headlines({tokens[run.first].sentence for run in runs if run.headline}, seen, analysis, known)
    named = behind_places(headlines.settle(weighed), tokens, known)
    return runs, over_brackets(apart(named, tokens), tokens)


def _as_name(person: Person, told: list[Mention], analysis: Analysis) -> Name:
    """Return a gathered person as a name of the record; ``told`` are the phrases of office that mean it."""
    text, tokens = analysis.text, analysis.tokens
    founds = sorted(set(person.founds), key=lambda found: found.first)
    forms = {written(tokens[f.first : f.last]): None for f in founds}
    if not any(key(form.split()) == key(person.name.split()) for form in forms) and len(person.words) == 1:
        person.name = next(iter(forms))
    person.name = _usual(person, [written(tokens[f.first : f.last]) for f in founds])
    mentions = [
        Mention(start=tokens[bare_first(f, tokens)].start, end=tokens[f.last - 1].end) for f in founds
    ]
    titled = [
        Mention(start=tokens[f.title].start, end=tokens[f.last - 1].end, form=Form.DESCRIPTION)
        for f in founds
        if f.title is not None and f.title < f.first
    ]
    return Name(
        id="",
        kind=NameKind.PERSON,
        name=person.name,
        aliases=tuple(form for form in forms if form != person.name),
        descriptions=tuple(dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in told)),
        country=person.country,
        mentions=tuple(sorted(mentions + titled + told, key=lambda mention: (mention.start, mention.end))),
    )


def _usual(person: Person, forms: list[str]) -> str:
    """Return the spelling of a full name that the article uses most, the first of them if several."""
    full = [form for form in forms if len(key(form.split())) == len(person.words)]
    same = key(person.name.split())
    if not any(key(form.split()) == same for form in full):
        return person.name
    return Counter(full).most_common(1)[0][0]
