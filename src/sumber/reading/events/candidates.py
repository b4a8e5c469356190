"""Which words of a sentence name events: triggers of the lexicon whose surroundings fit."""

from collections.abc import Iterator
from itertools import pairwise

from ...record import Role
from .arguments import Arguments
from .chunks import Chunk, Clause
from .ends import ended
from .kinds import right_kind
from .lexicon import Rule, Trigger
from .light import light_verb, refers_back
from .needs import acting, needed, passes
from .results import folded
from .scene import Candidate, Scene
from .whom import aim, aimed, deeds, given, inquired, pointed, with_subjects_phrase

__all__ = ["candidates"]

_NOT_RELATIVE = frozenset(
    {"AGREE", "AID", "SUPPORT", "COOPERATE", "SANCTION"}
)  # *yang didukung AS*: what somebody is, not what happened
_AIMED = frozenset({"ACCUSE", "CONCEDE", "PROTEST", "REJECT", "SUPPORT", "THREATEN"})
_NOTHING = "NONE"  # the type of rows that hold idioms: *menolak berkomentar*, *serangan jantung*
_ACRONYM = 7  # letters that an acronym stays under
_NEAR = 6  # words between a passive subject and its verb
_FORCE = frozenset({"AID", "ASSAULT", "COERCE"})
_BEFALLS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_ANYTHING = frozenset({("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict")})


def candidates(scene: Scene) -> list[Candidate]:
    """Return the events that a sentence names, from left to right; nouns only if no verb tells the same."""
    clause = scene.clause
    found: list[Candidate] = []
    at = clause.first
    while at < clause.last:
        one = next(_fitting(scene, at), None)
        if one is not None:
            found.append(one)
        at = one.last if one else _past_idiom(clause, at) or at + 1
    found = folded(clause, found)
    verbs = [one for one in found if not one.noun]
    types = {one.rule.type for one in verbs if not _is_purpose(clause, one)}
    inside = {at for one in verbs for at in _words_of(one)}
    told = {(one.rule.type, at) for one in verbs for at in _words_of(one)}
    return [
        one
        for one in found
        if (one.rule.type, one.first) not in told
        and (not one.noun or (one.rule.type not in types and one.first not in inside))
    ]


def _is_purpose(clause: Clause, one: Candidate) -> bool:
    """Whether a verb only tells what a noun before it is for: *a rescue operation to save the crew*."""
    nouns = range(max(clause.first, one.first - 2 * _NEAR), one.first - 1)
    return clause.does(one.first - 1, "aim") and any(clause.known.names(clause.lower(at)) for at in nouns)


def _past_idiom(clause: Clause, at: int) -> int | None:
    """Return where a noun phrase that is no event ends: *heart attack*, *charm offensive*; None if none begins."""
    for trigger in clause.known.triggers.get(clause.lower(at), ()):
        if trigger.rule.type == _NOTHING and trigger.rule.part == "noun":
            end = _end(clause, at, trigger)
            if end is not None:
                return end[0]
    return None


def _words_of(one: Candidate) -> Iterator[int]:
    """Yield the words of the phrases around a candidate."""
    for chunks in (one.actors, one.recipients, one.objects, *(some for _, some in one.oblique)):
        for chunk in chunks:
            yield from range(chunk.first, chunk.last)


def _fitting(scene: Scene, at: int) -> Iterator[Candidate]:
    longer: set[str] = set()  # rules with a longer trigger here: *shoot down* a missile is no *shoot*
    for trigger in scene.known.triggers.get(scene.clause.lower(at), ()):
        end = _end(scene.clause, at, trigger)
        if end is None or trigger.rule.id in longer or not right_kind(scene, at, end[0], trigger):
            continue
        if trigger.rest and not trigger.gap:
            longer.add(trigger.rule.id)
        if trigger.rule.type == _NOTHING:
            return
        one = _candidate(scene, trigger, at, end)
        if one is not None:
            yield one


def _end(clause: Clause, at: int, trigger: Trigger) -> tuple[int, int] | None:
    """Return where a trigger ends if its further words follow, and where its own first words do; else None."""
    here, together = at + 1, 0
    for word in trigger.rest:
        for ahead in range(here, here + trigger.gap + 1):
            if clause.lower(ahead) == word:
                together = together or (here if ahead > here else 0)
                here = ahead + 1
                break
            if clause.stops(ahead) and not trigger.gap:
                return None
        else:
            return None
    return here, together


def _candidate(scene: Scene, trigger: Trigger, first: int, end: tuple[int, int]) -> Candidate | None:
    last, hole = end
    rule, noun = trigger.rule, trigger.rule.part == "noun"
    light = light_verb(scene.clause, first, last) if noun else None
    if noun and light is None and refers_back(scene.clause, first, last):
        return None
    if light is not None and light < first and scene.clause.does(light - 1, "averts"):
        return None  # *mencegah terjadinya kekerasan*
    if noun and scene.clause.does(last, "compound"):
        return None  # *the shooting suspect*, *the abductions issue*
    around = _arguments(scene, trigger, first, last, light)
    if hole and not noun:  # *membawa pelaku ke kantor*: the object stands between the words of the trigger
        inner = tuple(chunk for chunk in scene.clause.right(hole) if chunk.last < last)
        if inner and scene.surface.is_passive(first, trigger.voice):  # *dibawa Aipda X ke kantor polisi*
            around = around._replace(subject=inner)
        else:
            around = around._replace(object=inner or around.object)
    if _is_reduced(scene, trigger, around):
        around = around._replace(subject=(), object=around.subject)
    around = with_subjects_phrase(scene, rule, around)
    if not passes(scene, rule.subject, around.subject or around.beside) or not passes(
        scene, rule.object, around.object
    ):
        return None
    actors, recipients = _roles(scene, trigger, (first, last), light, around)
    if "l" in rule.need and light is None:
        return None
    if not needed(scene, trigger, last, (actors, recipients), around):
        return None
    things = (
        around.object if "o" not in rule.roles else around.under(rule.preps) if "p" not in rule.roles else ()
    )
    if around.relative and not noun and (_describes(scene, trigger, recipients) or _is_kind(scene, first)):
        return None
    if not noun and (_modifies(scene, trigger, first) or _is_penalty(scene, trigger, first, last)):
        return None
    if rule.roles == "s>o" and "ceremonial_gift" in rule.tags:
        recipients, things = given(scene.clause, scene.cast, recipients, things)
    verb = -1 if light is None else light
    people, others = _kept(scene, rule, actors, recipients)
    if not people and rule.type == "ASSAULT":
        people = deeds(scene, around)
    if noun and light is None and not people and not others and not _is_told(scene, first, last, around):
        return None
    return Candidate(rule, first, last, people, others, things, around.oblique, noun and light is None, verb)


def _roles(
    scene: Scene, trigger: Trigger, at: tuple[int, int], light: int | None, around: Arguments
) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return who did it and whom it was done to, as the role map of the rule says."""
    rule, noun = trigger.rule, trigger.rule.part == "noun"
    first, last = at
    actor, _, recipient = rule.roles.partition(">")
    if light is not None and scene.clause.does(light, "undergo"):
        recipient = f"s{recipient}"
    elif light is not None:
        actor = f"s{actor}"
    actors, recipients = _role(scene, actor, rule, around), _role(scene, recipient, rule, around)
    if not recipients and rule.type in _FORCE and recipient != "-":
        recipients = tuple(c for c in aim(scene.clause, last) if scene.cast.can_act(c, scene.clause))
    if "of" in rule.preps:  # *accused the bank of fraud*: what follows is no part of the phrase
        recipients = tuple(scene.clause.core(chunk) for chunk in recipients)
    if noun:
        if rule.type == "PROTEST" and not actors and _is_crowd(scene, first - 1):
            actors = (Chunk(first - 1, first),)  # *student protests*
        able = tuple(one for chunk in actors for one in acting(scene, chunk, ""))
        actors = able or tuple(chunk for chunk in actors if light is not None and _named(scene, chunk))
    if rule.type == "COERCE" and rule.mode == "seize":
        recipients = tuple(aimed(scene, chunk) for chunk in recipients)  # *raided the offices of X*
    if rule.type in _AIMED:
        aims = recipients or (around.object if last - first == 1 else ())
        meant = inquired if rule.mode == "investigate" else aimed
        recipients = tuple(meant(scene, chunk) for chunk in aims if not _is_cause(scene, rule, chunk))
    if rule.roles.endswith(">~"):
        recipients = around.under(rule.preps) or (actors if len(actors) > 1 else ())
    if rule.roles.endswith(">+"):
        actors, recipients = around.subject + around.genitive + around.under(rule.preps), ()
        if noun and len(actors) == 1 and not around.genitive and not around.subject:
            actors = _subject_of_clause(scene, first) + actors
    if noun and recipients == actors:  # *penikaman yang dilakukan X terhadap Y*: X is told once
        recipients = around.under(rule.preps)
    return actors, recipients


def _is_told(scene: Scene, first: int, last: int, around: Arguments) -> bool:
    """Whether a noun that names nobody tells of one happening: *a shooting*, *riots in Madrid*, *riots broke out*."""
    clause = scene.clause
    if not clause.known.words.get("be") or scene.role is Role.TITLE:
        return True
    if any(clause.does(at, "occurs") or at in clause.skip for at in range(last, min(last + 5, clause.last))):
        return True
    for at in range(first - 1, max(clause.first, first - 4) - 1, -1):
        if clause.does(at, "one_of") or clause.does(at, "definite"):
            return clause.does(at, "one_of")
        if clause.stops(at) or clause.does(at, "prep") or clause.does(at, "conj"):
            break
    return any(clause.known.does(prep, "placeprep") and chunks for prep, chunks in around.oblique)


def _describes(scene: Scene, trigger: Trigger, recipients: tuple[Chunk, ...]) -> bool:
    """Whether a relative clause tells what something is: *yang didukung AS*, *isu yang didorong X*."""
    if trigger.rule.type == "REQUEST" and trigger.voice == "passive":
        return not any(acting(scene, chunk, "") for chunk in recipients)
    if trigger.rule.type == "ACCUSE" and trigger.voice == "bare":
        return not any(acting(scene, chunk, "") for chunk in recipients)  # *hal yang ingin kami telusuri*
    if trigger.rule.roles == "o>s" and trigger.voice == "passive":
        return True  # *keterangan yang diterima X*
    return trigger.rule.type in _NOT_RELATIVE


def _is_penalty(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a law's penalty is told, not what befell somebody: *he could be jailed for up to three years*."""
    clause = scene.clause
    if trigger.rule.type not in ("COERCE", "SANCTION") or not clause.known.words.get("penal"):
        return False
    if not any(clause.does(at, "penal") for at in range(max(clause.first, first - 3), first)):
        return False
    ahead = [clause.lower(at) for at in range(last, min(last + 6, clause.last))]
    return "maximum" in ahead or any(pair == ("up", "to") for pair in pairwise(ahead))


def _modifies(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether a participle tells which body is meant: *a committee supporting the senator*."""
    clause = scene.clause
    if not clause.known.words.get("be") or trigger.rule.type != "SUPPORT" or scene.role is Role.TITLE:
        return False
    return clause.lower(first).endswith("ing") and clause.is_a(first - 1, "agent")


def _is_asked(rule: Rule, clause: Clause, chunk: Chunk) -> bool:
    """Whether a pronoun on the verb is who shall do what follows: *memintanya mundur*, not *memintanya kemarin*."""
    after = chunk.last + clause.does(chunk.last, "adverb")
    follows = clause.does(after, "infinitive") or clause.is_verb(after)
    return rule.type == "REQUEST" and follows


def _kept(
    scene: Scene, rule: Rule, actors: tuple[Chunk, ...], recipients: tuple[Chunk, ...]
) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return those of the phrases that can fill the roles: who acts in public, whom a deed can befall."""
    clause, cast = scene.clause, scene.cast
    actors, recipients = (
        tuple(ended(c, clause, cast) for c in some if not _is_doing(scene, c))
        for some in (actors, recipients)
    )
    able = tuple(c for c in actors if cast.can_act(c, clause))
    if (
        able and clause.headline
    ):  # *Satpol PP dan WH amankan ...*: beside somebody who acts, an acronym does too
        able = tuple(c for c in actors if c in able or _is_acronym(scene, c))
    able = able or tuple(one for chunk in actors for one in acting(scene, chunk, rule.type))
    people = able or tuple(c for c in actors if cast.person_or_body(c, clause) and _named(scene, c))
    open_ = (rule.type, rule.mode) in _ANYTHING or rule.type == "ASSAULT" or "w" in rule.need
    keeps = cast.person_or_body if open_ and "k" not in rule.need else cast.can_act
    others = tuple(
        chunk
        for chunk in recipients
        if keeps(chunk, clause)
        or (rule.type in _AIMED and pointed(scene, chunk))
        or (clause.does(chunk.first, "clitic") and (rule.type in _BEFALLS or _is_asked(rule, clause, chunk)))
    )
    if others and rule.roles.endswith(">~") and set(others) <= set(people):
        others = people  # *A dan B berkolaborasi*: each with the other
    return people, others


def _is_acronym(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase in a headline begins with an acronym that names no thing, paper or time."""
    text = scene.clause.tokens[chunk.first].text
    return text.isupper() and 1 < len(text) < _ACRONYM and not scene.known.is_a(text.lower(), "acronym")


def _is_doing(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase begins with a form in -ing and its object: *supports packing the court*."""
    clause, word = scene.clause, scene.clause.tokens[chunk.first].text
    if not clause.known.words.get("be") or chunk.last - chunk.first < 2 or not word.endswith("ing"):
        return False
    if not word.islower() or clause.is_a(chunk.first, "agent"):
        return False
    return clause.does(chunk.first + 1, "det") or clause.tokens[chunk.first + 1].text[:1].isupper()


def _is_reduced(scene: Scene, trigger: Trigger, around: Arguments) -> bool:
    """Whether a past form without an object is a passive: *Consulate bombed in revenge*, *a man shot in the leg*."""
    rule, clause = trigger.rule, scene.clause
    if trigger.voice != "either" or around.object or not around.subject or trigger.rest:
        return False
    if not clause.known.words.get("be") or rule.type not in _BEFALLS or not rule.roles.startswith("s>o"):
        return False
    first = around.subject[0].first
    if clause.does(first - 1, "be") and clause.lower(first - 2) == "there":
        return True  # *there were ten soldiers killed*
    return not any(
        clause.is_a(at, group) for c in around.subject for at in range(*c) for group in ("armed", "authority")
    )


def _is_crowd(scene: Scene, at: int) -> bool:
    """Whether a word before a noun names those of whom a crowd is made: *student protests*."""
    word = scene.clause.lower(at)
    return at >= scene.clause.first and any(scene.known.is_a(one, "crowd") for one in (word, f"{word}s"))


def _inquires(scene: Scene, chunk: Chunk) -> bool:
    """Whether a body that looks into things is named: *FBI probe*, but not *VW probe*."""
    return any(scene.clause.is_a(at, "inquirer") for at in range(*chunk))


def _is_modifier(scene: Scene, chunk: Chunk) -> bool:
    """Whether somebody is named before a noun without a genitive: *Trump protest*; not where it happened."""
    if scene.clause.does(chunk.last, "genitive"):
        return False
    return scene.cast.named(chunk, scene.clause) and not scene.cast.is_place(chunk, scene.clause)


def _is_owner(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase before a noun tells whose it is: *Peru's attack*, *the Peruvian attack*."""
    return scene.clause.does(chunk.last, "genitive") or scene.clause.demonym(chunk.first)


def _named(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase is written like a name that no earlier layer knows."""
    words = scene.clause.tokens[chunk.first : chunk.last]
    if scene.clause.headline or (chunk.first == scene.clause.first and len(words) == 1):
        return False
    return all(word.text[:1].isupper() for word in words)


def _arguments(scene: Scene, trigger: Trigger, first: int, last: int, light: int | None) -> Arguments:
    if trigger.rule.part != "noun":
        around = scene.surface.verb(first, last, trigger.voice)
        if trigger.voice == "bare" and scene.clause.does(first - 1, "pronoun"):
            before = scene.clause.left(first - 2)
            around = around._replace(subject=(Chunk(first - 1, first),), object=around.object or before[-1:])
            around = around._replace(relative=_is_relative(scene, first - 2))
        return around
    around = scene.surface.noun(first, last)
    if light is not None:
        verb = scene.surface.verb(light, light + 1, _voice(scene, light))
        told = (
            () if scene.clause.does(light, "undergo") and trigger.rule.roles.endswith("+") else verb.subject
        )
        oblique = tuple(dict.fromkeys(around.oblique + (verb.oblique if light > first else ())))
        around = around._replace(subject=told, oblique=oblique, relative=True)
    return around


def _is_relative(scene: Scene, at: int) -> bool:
    """Whether a relative word stands before a pronoun and its verb: *hal yang ingin | kami telusuri*."""
    while at > scene.clause.first and (scene.clause.does(at, "aux") or scene.clause.does(at, "control")):
        at -= 1
    return scene.clause.does(at, "rel")


def _voice(scene: Scene, light: int) -> str:
    return "passive" if scene.clause.does(light, "passive") else "active"


def _role(scene: Scene, part: str, rule: Rule, around: Arguments) -> tuple[Chunk, ...]:
    """Return who fills a part of the role map; several letters are tried in their order."""
    agents = scene.known.words.get("agent", frozenset())
    for letter in part:
        found = {
            "s": around.subject,
            "o": around.object,
            "p": around.under(rule.preps),
            "n": around.genitive,
            "m": tuple(c for c in around.genitive if _is_modifier(scene, c) and not _inquires(scene, c)),
            "q": tuple(c for c in around.genitive if _inquires(scene, c)),
            "g": tuple(c for c in around.genitive if _is_owner(scene, c)),
            "f": around.under(frozenset({"from"})),
            "b": around.under(agents),
            "c": around.complement,
            "d": around.under(scene.known.words.get("source", frozenset())),
        }.get(letter, ())
        if found:
            return found
    return ()


def _is_kind(scene: Scene, first: int) -> bool:
    """Whether a relative clause says of what kind people are: *women who are raped*."""
    clause = scene.clause
    return clause.lower(first - 1) in ("are", "is", "get", "gets") and clause.does(first - 2, "rel")


def _is_cause(scene: Scene, rule: Rule, chunk: Chunk) -> bool:
    """Whether a protest is about what befell somebody, who is no target: *protests over the firing of the mayor*."""
    clause = scene.clause
    if rule.type != "PROTEST" or clause.lower(chunk.first - 1) != "over":
        return False
    return any(
        clause.is_a(at, "deed") or clause.does(at, "befell") for at in range(*scene.clause.core(chunk))
    )


def _subject_of_clause(scene: Scene, first: int) -> tuple[Chunk, ...]:
    found = scene.surface.subject_of_clause(first)
    return tuple(chunk for chunk in found if scene.cast.can_act(chunk, scene.clause))
