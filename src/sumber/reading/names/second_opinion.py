"""What the trained model thinks of the names that the rules found, and the names that only it found."""

import itertools
from collections.abc import Iterator, Sequence

from ...language.tags import Entity, Tags
from ...language.tokens import Token
from ...record import NameKind
from .context import names_a_site
from .lexicon import Lexicon, is_large
from .parse import repeated
from .runs import NAME_LINKS, Found

__all__ = ["second_opinion"]

_AGREES = 0.3
_DISAGREES = -0.6
_SILENT = -0.3
_TITLED = -0.35
_SAME = 0.25
_SURE = 0.8
_CERTAIN = 0.93
_FIRST = 0.97
_FAIR = 0.6
_CUTS = 0.5
_GIVEN = 4  # class of given names that also stand in offices: *Jaksa Agung*
_ACRONYM = 3  # letters, and words with the name behind it: two letters may be initials
_HALF = 0.4  # how sure the model must be of a longer name behind an office
_BODY = 0.75
_RANKS = ("rank", "honorific")
_COMPANY = frozenset({"PT", "CV", "UD", "Harian", "Koran", "Radio", "Majalah", "Tabloid"})
_SET_OFF = 0.4
_LONGEST_NAME = 6


def second_opinion(
    founds: Sequence[Found], tags: Tags | None, tokens: tuple[Token, ...], known: Lexicon
) -> list[Found]:
    """Return the names of the rules, weighed by the model, and those that only the model found.

    A person gains where the model sees one too, loses where it sees a body, a place or nothing; an office in front
    outweighs that, unless the model sees a longer body around the name. Where the model sees a person in a part
    only, the words in front that are in no list of names fall off. A body that the model takes for a person goes;
    one that runs on into the verb of a headline ends before it. Without a model all stays as it is.
    """
    if tags is None:
        return list(founds)
    at = {index: entity for entity in tags.entities for index in range(entity.first, entity.last)}
    cut = [_before_verb(found, tags, tokens, known) for found in founds]
    weighed = [new for found in cut for new in _weighed(found, at, tokens, known)]
    weighed = _merged(weighed)
    taken = {index for found in weighed for index in range(found.first, found.last)}
    new = [entity for entity in tags.entities if not taken & set(range(entity.first, entity.last))]
    return weighed + [found for entity in new for found in _new(entity, tokens, known)]


def _weighed(
    found: Found, at: dict[int, Entity], tokens: tuple[Token, ...], known: Lexicon
) -> Iterator[Found]:
    seen = [at[index] for index in range(found.first, found.last) if index in at]
    best = max(seen, key=_weight) if seen else None
    if found.kind is not NameKind.PERSON:
        is_body = tuple(token.text for token in tokens[found.first : found.last]) in known.bodies
        if is_body or best is None or best.kind is not NameKind.PERSON or best.score < _SURE:
            yield found
    elif _names_a_body(found, tokens, known):
        yield found._replace(kind=NameKind.ORGANISATION, score=_BODY)
    elif best is not None and best.kind is NameKind.PERSON:
        fitted = _trimmed(_widened(found, best, tokens, known), best, tokens, known)
        fitted = _behind_acronym(_behind_body(fitted, best, at), tokens)
        if _names_a_body(fitted, tokens, known):
            yield fitted._replace(kind=NameKind.ORGANISATION, score=_BODY)
            return
        more = _AGREES * best.score + _certainty(fitted, best, tokens, known)
        yield fitted._replace(score=round(found.score + more, 3))
    elif _is_figure(found, tokens, known):
        yield found
    else:
        yield found._replace(score=round(found.score + _loss(found, best, tokens), 3))


def _weight(entity: Entity) -> tuple[bool, float]:
    """Return how much a name of the model counts: a sure person before all that stands beside it."""
    return entity.kind is NameKind.PERSON and entity.score >= _CERTAIN, entity.score


def _names_a_body(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a name is a body's; behind an office only its end tells: *pendiri Jaya Group*."""
    if not is_body_like(tokens[found.first : found.last], known):
        return False
    return found.title is None or known.parts.get(tokens[found.last - 1].lower) == "tail"


def _before_verb(found: Found, tags: Tags, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    """Return a body without the verb of a headline and what follows it: *Timnas Indonesia | Ditahan Jepang*."""
    if (
        found.kind is not NameKind.ORGANISATION
        or tuple(t.text for t in tokens[found.first : found.last]) in known.bodies
    ):
        return found
    inside = range(found.first + 1, found.last)
    verb = next((index for index in inside if tags.word_class[index] == "VERB"), found.last)
    return found._replace(last=verb)


def _loss(found: Found, best: Entity | None, tokens: tuple[Token, ...]) -> float:
    """Return what it costs a person that the model sees a body, a place or nothing there."""
    against = best is not None and best.score >= _FAIR
    wider = best is not None and best.first < found.first
    if found.title is not None:
        return _DISAGREES if against and wider else _TITLED
    initials = found.last - found.first == 1 and tokens[found.first].text.isupper()
    if initials and not (best is not None and best.score >= _SURE):
        return 0.0
    return _DISAGREES if against else _SILENT


def _is_figure(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    return tuple(token.lower.rstrip(".") for token in tokens[found.first : found.last]) in known.figures


def _is_figure_alone(found: Found, entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a public figure is named, and the words around are not its own: *Anwar*, not *Anwar Nagara*."""
    if not _is_figure(found, tokens, known) or found.last - found.first > 1 or entity.score < _CERTAIN:
        return _is_figure(found, tokens, known)
    around = [*tokens[entity.first : found.first], *tokens[found.last : entity.last]]
    return any((token.lower,) in known.figures or token.lower in known.title_words for token in around)


def is_body_like(words: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a name of several words begins or ends as bodies' names do: *PT Maju*, *Harbour Ledger*."""
    if len(words) < 2:
        return False
    first, last = words[0], words[-1].lower
    return first.text in _COMPANY or first.lower in known.heads or known.parts.get(last) == "tail"


def _certainty(found: Found, entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> float:
    """Return what is added where the model draws the very same name and is all but certain.

    One word that may have its large letter from beginning a sentence counts only if it is no small word.
    """
    if (found.first, found.last) != (entity.first, entity.last):
        return 0.0
    if found.last - found.first > 1:
        return _SAME if entity.score >= _SURE else 0.0
    if known.is_city(tokens[found.first].text):
        return 0.0
    begins = not found.first or tokens[found.first - 1].sentence != tokens[found.first].sentence
    if begins and known.words.small.get(tokens[found.first].lower, 0) > known.person(
        tokens[found.first].lower
    ):
        return 0.0
    least = _FIRST if begins and known.code == "id" else _CERTAIN
    return _SAME if entity.score >= least else 0.0


def _widened(found: Found, entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    """Return a name with the words around it that the model counts to it: *[Bima] Arya*, *Isa [Imam Syahroni]*.

    Offices, ranks and known bodies in front stay out, and a pair of public figures stays two.
    """
    least = _FAIR if found.title is None else _HALF
    outside = (entity.first, entity.last) != (found.first, found.last) and entity.score >= least
    if not outside or entity.last - entity.first < 2 or _is_figure_alone(found, entity, tokens, known):
        return found
    first, last = min(found.first, entity.first), max(found.last, entity.last)
    while first < found.first and (tokens[first].lower.rstrip("."),) in known.titles:
        first += 1  # *Habib Bahar*, but *Anggi Putra Prayoga*
    first = max([first, *(at + 1 for at in range(first, found.first) if _is_of_a_body(tokens[at], known))])
    last = next((at for at in range(found.last, last) if _is_rank(tokens[at], known)), last)
    ranks = (at for at in range(first, found.first) if _is_rank(tokens[at], known))
    first = max([first, *(at + 1 for at in ranks)])  # *Jagorawi Kompol [Jazuli]*
    if all(token.lower in known.title_words for token in tokens[first : found.first]) and not (
        entity.score >= _CERTAIN and known.given.get(tokens[first].lower, 0) >= _GIVEN
    ):
        first = found.first  # *First Lady Rina Durand*, but *Wali Kota X Agung Laksana*
    words = tokens[first:last]
    if repeated(words):
        return found  # a caption and the text it was run into
    if len(words) > _LONGEST_NAME or not all(_in_name(token) for token in words) or not _is_row(words):
        return found
    title = found.title if found.title is None or found.title < first else None
    return found._replace(first=first, last=last, title=title)


def _is_rank(token: Token, known: Lexicon) -> bool:
    """Return whether a word is a rank or form of address; two letters may be initials: *Irianto MS Syaifuddin*."""
    return len(token.text) > 2 and known.titles.get((token.lower,)) in _RANKS


def _is_of_a_body(token: Token, known: Lexicon) -> bool:
    """Return whether a word is a body or a part of one, and so ends before a name."""
    word = token.lower.rstrip(".")
    return token.text in known.short_bodies or word in known.parts or word in known.heads


def _in_name(token: Token) -> bool:
    return is_large(token) or token.text in NAME_LINKS


def _is_row(words: tuple[Token, ...]) -> bool:
    """Return whether nothing but a blank parts the words."""
    return all(right.start - left.end <= 1 for left, right in itertools.pairwise(words))


def _merged(founds: list[Found]) -> list[Found]:
    """Return the names with those made one that have come to lie in each other."""
    kept: list[Found] = []
    for found in sorted(founds, key=lambda one: (one.first, -one.last)):
        before = kept[-1] if kept else None
        if (
            before is None
            or found.first >= before.last
            or (before.kind, found.kind) != (NameKind.PERSON, NameKind.PERSON)
        ):
            kept.append(found)
            continue
        kept[-1] = before._replace(
            last=max(before.last, found.last),
            score=max(before.score, found.score),
            context=max(before.context, found.context),
            title=before.title if before.title is not None else found.title,
        )
    return kept


def _trimmed(found: Found, entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> Found:
    """Return a name without the words in front that the model leaves out and that no list of names holds."""
    before = tokens[found.first : entity.first]
    if entity.score < _CUTS or not before or entity.last < found.last or _is_figure(found, tokens, known):
        return found
    if found.context >= _SET_OFF and tokens[found.first - 1].text == ",":
        return found  # *Direktur VII, Dio May Avico, menjelaskan*
    if any(known.person(token.lower) or len(token.text.rstrip(".")) == 1 for token in before):
        return found
    phrase = tokens[
        max(0, found.first - 1) : entity.first
    ]  # *Kawasan Permukiman | Rina Wati*, not *DPR | Lalu Rina*
    small = len(phrase) > 1 and all(known.words.small.get(token.lower, 0) > 0 for token in phrase)
    if not small and len(before) < 2 and (found.title is not None or tokens[found.first - 1].text == ","):
        return found
    return found._replace(first=entity.first, title=None)


def _behind_body(found: Found, entity: Entity, at: dict[int, Entity]) -> Found:
    """Return a name without the body that the model sees in front of it: *CEO Nusa2000 [Rina Wati]*."""
    before = [at.get(index) for index in range(found.first, entity.first)]
    if entity.score < _SURE or not before or entity.last < found.last:
        return found
    if all(one is not None and one.kind is NameKind.ORGANISATION and one.score >= _SURE for one in before):
        return found._replace(first=entity.first)
    return found


def _behind_acronym(found: Found, tokens: tuple[Token, ...]) -> Found:
    """Return a name without a body's three capitals or more in front of it: *Dirjen PKH [Agung Laksana]*."""
    words = [token.text for token in tokens[found.first : found.last]]
    caps = [n for n, word in enumerate(words) if word.isalpha() and word.isupper() and len(word) >= _ACRONYM]
    if not caps or len(caps) == len(words) or caps[-1] + 1 >= len(words) or len(words) - caps[-1] < _ACRONYM:
        return found
    return found._replace(first=found.first + caps[-1] + 1)


def _new(entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> Iterator[Found]:
    """Yield a name that only the model saw, if it is sure of it and it is written as a name."""
    words = tokens[entity.first : entity.last]
    if entity.score < _SURE or not is_large(words[0]) or not is_large(words[-1]):
        return
    if entity.kind is NameKind.PERSON and is_body_like(words, known):
        yield Found(entity.first, entity.last, NameKind.ORGANISATION, _BODY)
    elif (
        entity.kind is NameKind.PERSON and len(words) > 1 and all(token.text[0].isalpha() for token in words)
    ):
        shouted = all(token.text.isupper() for token in words)
        named = not any(token.lower in known.not_names for token in words)
        named = (
            named and words[0].lower != "the" and words[-1].lower not in known.context["thing"]
        )  # *Jane Dawson Stadium*
        place = known.is_place(tuple(token.text for token in words))
        if not shouted and named and not place and not names_a_site(entity.first, tokens, known):
            first = _behind_titles(entity, tokens, known)
            title = entity.first if first > entity.first else None
            yield Found(first, entity.last, NameKind.PERSON, 0.5, title)
    elif entity.kind is NameKind.ORGANISATION and (
        len(words) > 1
        or (words[0].text.isupper() and len(words[0].text) > 2 and words[0].lower not in known.not_names)
    ):
        yield Found(entity.first, entity.last, NameKind.ORGANISATION, 0.75)


def _behind_titles(entity: Entity, tokens: tuple[Token, ...], known: Lexicon) -> int:
    """Return where a name begins behind its ranks and forms of address: *Mr. [Hedge]*."""
    first = entity.first
    while first + 1 < entity.last and known.titles.get((tokens[first].lower.rstrip("."),)) in _RANKS:
        first += 1
    return first
