"""Who stands where around a predicate, by position."""

from collections.abc import Callable

from .around import Arguments
from .chunks import Chunk, Clause
from .past import Past

__all__ = ["Arguments", "Surface"]

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’"))
_DASHES = frozenset({"--", "–", "—", "-"})
_DEPTH = 3  # how many coordinated verbs a subject is looked for across


class Surface:
    """Arguments by position: left and right of the word, up to the next boundary."""

    def __init__(self, clause: Clause, can_act: Callable[[Chunk, Clause], bool]) -> None:
        self.clause, self._can_act = clause, can_act
        self._past = Past(clause, self._passes, can_act)

    def verb(self, first: int, last: int, voice: str) -> Arguments:
        """Return what stands around a verb, passive turned round."""
        passive = self.is_passive(first, voice)
        subject, relative = self._subject(first, _DEPTH)
        if passive and self._reduced(first):
            subject, relative = self.clause.left(self._before(first)), True
        oblique = self._obliques(last)
        if passive:
            agent = tuple(chunk for prep, chunks in oblique if self._is_agent(prep) for chunk in chunks)
            beside = () if last - first > 1 else self.clause.right(last)[:1]
            agent = agent or (self._bare_agent(last, voice) if beside else ())
            return Arguments(agent, subject, oblique, relative=relative, beside=beside)
        around = Arguments(subject, self._object(last), oblique, relative=relative)
        around = around._replace(complement=self._complement(last))
        return around._replace(genitive=self.clause.right(last)[:2]) if last - first > 1 else around

    def noun(self, first: int, last: int) -> Arguments:
        """Return the genitive (*serangan Israel*, *Israel's attack*) and prepositional phrases of a noun."""
        oblique = self._obliques(last, 12)
        if self.clause.known.does("head", "last") and self.clause.lower(last) != "of":
            oblique = tuple(one for one in oblique if one[0] != "of")  # *the shooting in front of a shop*
        elif self.clause.lower(last) == "of":  # *the invasion of Peru in the north of ...*
            oblique = (*oblique[:1], *(one for one in oblique[1:] if one[0] != "of"))
        if last - first > 1 and self.clause.does(
            last - 1, "prep"
        ):  # *a stabbing of ...*, *an indictment against ...*
            oblique = ((self.clause.lower(last - 1), self.clause.right(last)), *oblique)
        return Arguments(genitive=self._genitive(first, last), oblique=oblique)

    def is_passive(self, first: int, voice: str) -> bool:
        """Return whether the verb stands in the passive."""
        if voice in ("active", "bare", "base"):
            return False
        at = first - 1
        while at > self.clause.first and self.clause.does(at, "adverb"):
            at -= 1
        if self.clause.does(at, "be") or self._shares_passive(at, first):
            return True
        if voice == "either":
            return self._is_agent(self.clause.lower(first + 1)) or self.clause.does(at, "rel_be")
        return not self.clause.does(at, "have")

    def _shares_passive(self, at: int, first: int) -> bool:
        """Whether *and* joins a verb without an object to a passive: *was found and freed*."""
        clause = self.clause
        if not clause.does(at, "conj") or not clause.known.words.get("be") or clause.right(first + 1):
            return False
        before = self._verb_before(at)
        return before is not None and clause.does(before - 1, "be")

    def _complement(self, last: int) -> tuple[Chunk, ...]:
        """Return the object of the verb that completes this one: *mengancam akan menyerang X*."""
        at = last
        while self.clause.does(at, "infinitive") or self.clause.does(at, "aux"):
            at += 1
        return self.clause.right(at + 1) if (at > last and self.clause.is_verb(at)) or at > last else ()

    def _is_agent(self, word: str) -> bool:
        return self.clause.known.does(word, "agent")

    def _bare_agent(self, last: int, voice: str) -> tuple[Chunk, ...]:
        if voice != "passive" or self.clause.known.words.get("be"):
            return ()
        at = last
        while self.clause.does(at, "adverb"):
            at += 1
        if self.clause.does(at, "conj"):
            return ()
        found = self.clause.right(at)[:1]
        counts = all(self.clause.does(i, "quantity") for c in found for i in range(*c))  # *ditutup total*
        return () if counts else tuple(c for c in found if self._can_act(c, self.clause))

    def _object(self, last: int) -> tuple[Chunk, ...]:
        at = last
        while self.clause.does(at, "adverb") or self.clause.lower(at) in _QUOTES:
            at += 1
        if self.clause.does(at, "resultative"):  # *menembak mati dua pelaku*
            at += 1
        if self.clause.does(at, "clitic"):  # *menembaknya dua kali*
            return (Chunk(at, at + 1),)
        if self.clause.does(at, "markerobject"):
            at += 1
        return self.clause.right(self._past_joined(at))

    def _past_joined(self, at: int) -> int:
        """Return where the object of two joined verbs begins: *never met or seen the king*, *met with and fed X*."""
        clause, verb = self.clause, at + 1
        if not clause.known.does("head", "last") or not clause.does(at, "conj"):
            return at
        while clause.does(verb, "adverb"):
            verb += 1
        if not clause.is_verb(verb) and not clause.lower(verb).endswith(("ed", "en")):
            return at
        return verb + 1 + clause.does(verb + 1, "prep")

    def _subject(self, first: int, depth: int) -> tuple[tuple[Chunk, ...], bool]:
        """Return who stands before a verb, and whether a relative word stands between."""
        clause, at = self.clause, first - 1
        far_off = (
            False  # the subject may stand before another verb: infinitives, *the men held for X were freed*
        )
        while at >= clause.first and self._passes(at):
            finite = clause.does(at, "be") and clause.known.does("head", "last")
            far_off |= clause.does(at, "infinitive") or (finite and not clause.left(at - 1))
            at -= 1
        agent = self._agent_before(at)
        if agent:
            return agent, False
        faulted = self._faulted(at)
        if faulted:
            return faulted, False
        if at >= clause.first and (clause.does(at, "gap") or clause.is_verb(at)):
            found = self._inherited(at, depth)
            return found if found[0] or not clause.does(at, "gap") else (self._after_comma(first), False)
        if clause.lower(at) == "of" and clause.lower(first).endswith("ing"):
            at -= 1  # *accused the army of shelling*
            while at > clause.first and self._passes(at):
                at -= 1
        relative = clause.does(at, "rel")
        if relative:
            at = self._first_relative(at) - 1
        comma = clause.lower(at) == ","
        if comma:
            at -= 1
        around = self._past_insertion(at, comma) or self._past_dashes(at)
        if around:
            return around, relative
        if clause.does(at, "conj") or clause.does(at, "contrast") or (comma and not relative):
            found = self._of_pair(at, first, depth) or self._inherited(at, depth)
            if found[0]:
                return found
        near = self._past.past_relative(clause.left(at))
        if near and clause.lower(near[0].first - 1) == ",":  # *warga Desa X, Kota Y, Jawa Barat meminta ...*
            near = self._past.past_places(at, 2) or near
        if len(near) > 1 and not clause.lower(first).endswith("ing") and self._begins_anew(near):
            near = near[-1:]
        if relative and not near and clause.known.does("head", "last"):
            near = self._in_phrase(at)
        if far_off and not any(self._can_act(chunk, clause) for chunk in near):
            far = self._inherited(at, depth)
            return far if far[0] else (near, relative)
        return near, relative

    def _of_pair(self, at: int, first: int, depth: int) -> tuple[tuple[Chunk, ...], bool] | None:
        """Return the subject of what *and* joins a verb to: *is asking X and urging Y*, *has met X and has urged Y*."""
        clause = self.clause
        if not clause.does(at, "conj") or not clause.known.does("head", "last") or not depth:
            return None
        progressive = clause.lower(first).endswith("ing")
        joined = clause.joined_infinitive(at) if at == first - 1 and clause.is_base(first) else None
        if joined is not None:
            return self._subject(joined, depth - 1)
        if not progressive and not clause.does(at + 1, "have"):
            return None
        for index in range(at - 1, max(clause.first, at - 24), -1):
            if clause.does(index, "subordinator") and clause.lower(index) != "as" and not progressive:
                return None
            if progressive and clause.lower(index).endswith("ing") and self._is_progressive(index):
                return self._subject(index, depth - 1)
            if not progressive and clause.does(index, "have"):
                return self._subject(index + 1, depth - 1)
        return None if progressive or self._verb_before(at) is not None else self._opening()

    def _opening(self) -> tuple[tuple[Chunk, ...], bool] | None:
        """Return who the sentence begins with: *The junta calls it X and has refused Y*."""
        first = self.clause.right(self.clause.first)[:1]
        return (first, False) if first and self._can_act(first[0], self.clause) else None

    def _is_progressive(self, index: int) -> bool:
        at = index - 1
        while self.clause.does(at, "adverb") or self.clause.lower(at).endswith("ly"):
            at -= 1
        return self.clause.does(at, "be")

    def _in_phrase(self, last: int) -> tuple[Chunk, ...]:
        """Return the noun phrase of a preposition that a relative clause is about: *by host Ana Roy, who ...*."""
        at = last
        while at > self.clause.first and not self.clause.stops(at) and not self.clause.does(at, "prep"):
            at -= 1
        return (Chunk(at + 1, last + 1),) if self.clause.does(at, "prep") and at < last else ()

    def _faulted(self, at: int) -> tuple[Chunk, ...]:
        """Return who is praised or blamed for what a form in -ing tells: *blamed Ana for refusing to free them*."""
        clause = self.clause
        if clause.lower(at) != "for" or not clause.lower(at + 1).endswith("ing"):
            return ()
        near = clause.left(at - 1)
        if not near or not clause.is_verb(near[0].first - 1) or clause.does(near[0].first - 1, "be"):
            return ()
        return tuple(chunk for chunk in near if self._can_act(chunk, clause))

    def _begins_anew(self, near: tuple[Chunk, ...]) -> bool:
        """Whether *and* joins two clauses and no noun phrases: *A has freed B and C has freed D*."""
        clause, verb = self.clause, near[0].first - 1
        if not clause.known.does("head", "last") or not clause.is_verb(verb) or clause.does(verb, "boundary"):
            return False
        if clause.lower(near[-1].first - 1) == ",":
            return False
        at = verb - 1
        while at > clause.first and self._passes(at):
            at -= 1
        return any(self._can_act(chunk, clause) for chunk in clause.left(at))

    def _first_relative(self, at: int) -> int:
        """Return where the first of two relative clauses about one noun begins: *who freed X and | who left*."""
        if not self.clause.does(at - 1, "conj"):
            return at
        back = range(at - 2, max(self.clause.first, at - 24), -1)
        return next((index for index in back if self.clause.does(index, "rel")), at)

    def _agent_before(self, at: int) -> tuple[Chunk, ...]:
        """Return who did what a passive in front tells: *acara itu dibuka menteri saat berkunjung ke X*."""
        clause = self.clause
        if not clause.does(at, "gap") or clause.known.words.get("be"):
            return ()
        for verb in range(at - 2, max(clause.first, at - 10), -1):
            if clause.lower(verb).startswith("di") and clause.is_verb(verb):
                by = self._is_agent(clause.lower(verb + 1))
                agent = clause.right(verb + 2)[:1] if by else self._bare_agent(verb + 1, "passive")
                return agent if agent and agent[-1].last == at else ()
            if clause.stops(verb):
                return ()
        return ()

    def _past_insertion(self, at: int, comma: bool) -> tuple[Chunk, ...]:
        """Return who stands before words set off by commas: *22 orang, termasuk anak-anak, tewas*."""
        chain = self._past.past_places(at) if comma else ()
        if chain:
            return chain
        for index in range(at, max(self.clause.first, at - 24), -1) if comma else ():
            if self.clause.lower(index) == "," and self.clause.does(index + 1, "conj"):
                return ()  # *Ana, who left, and Bert, who stayed*
            if self.clause.lower(index) == "," and self._inserts(index + 1, at):
                return self.clause.left(index - 1)
        return ()

    def _past_dashes(self, at: int) -> tuple[Chunk, ...]:
        """Return who stands before words set off by dashes: *Ana -- whose party lost -- has accused them*."""
        if self.clause.lower(at) not in _DASHES or not self.clause.known.does("head", "last"):
            return ()
        back = range(at - 1, max(self.clause.first, at - 24), -1)
        opening = next((index for index in back if self.clause.lower(index) in _DASHES), None)
        return self.clause.left(opening - 1) if opening is not None else ()

    def _inserts(self, first: int, last: int) -> bool:
        """Whether words between commas only add to the noun before them: an age, a place, a participle."""
        clause, word = self.clause, self.clause.lower(first)
        if clause.does(first, "insertion") or word[:1].isdigit():
            return True
        if not clause.known.does("head", "last") or clause.named(first):
            return False
        if clause.tokens[first].text.islower() and word.endswith("ing") and len(word) > 5:
            return clause.tokens[first + 1].text[:1].isalnum()  # *Ana, citing a report, asked ...*
        if (
            clause.tokens[first].text.islower()
            and clause.is_a(first, "agent")
            and clause.does(first + 1, "prep")
        ):
            return clause.tokens[first - 2].text[:1].isupper()  # *Ana Roy, founder of the party, asked ...*
        if word.endswith("ed") and clause.does(first + 1, "prep"):
            return True  # *Ana, flanked by guards, asked ...*
        return all(clause.is_place(at) for at in range(first, last + 1))

    def _after_comma(self, first: int) -> tuple[Chunk, ...]:
        """Return who follows the clause in front that this verb stands in: *Usai bertemu X, menteri ...*."""
        for at in range(first, min(self.clause.last, first + 20)):
            if self.clause.lower(at) == ",":
                return self.clause.right(at + 1)
        return ()

    def _inherited(self, at: int, depth: int) -> tuple[tuple[Chunk, ...], bool]:
        """Return the subject of the verb before, which this one shares."""
        if at >= self.clause.first and depth and self.clause.is_verb(at):
            return self._subject(at, depth - 1)
        before = self._verb_before(at)
        return self._subject(before, depth - 1) if before is not None and depth else ((), False)

    def _passes(self, at: int) -> bool:
        clause = self.clause
        if clause.does(at - 1, "manner") or clause.does(at - 2, "manner") or clause.does(at, "manner"):
            return True
        if clause.lower(at) in _QUOTES or (clause.does(at, "gap") and clause.does(at - 1, "have")):
            return True  # *has since paid*: an adverb here
        if clause.lower(at + 1) in ("to", "longer", "of") and clause.does(at, "light_adverb"):
            return True
        if (clause.does(at, "gap") and clause.does(at + 1, "backward")) or (
            clause.does(at, "backward") and clause.does(at - 1, "gap")
        ):  # *saat ini* between subject and verb
            return True
        if at in clause.skip or clause.does(at, "aux") or clause.does(at, "adverb") or clause.does(at, "be"):
            return True
        return clause.does(at, "have") or clause.does(at, "control") or clause.does(at, "infinitive")

    def _verb_before(self, at: int) -> int | None:
        for index in range(at - 1, max(self.clause.first, at - 30) - 1, -1):
            if self.clause.is_verb(index) and not self._of_purpose(index):
                return index
            if self.clause.does(index, "boundary"):
                return None
        return None

    def _of_purpose(self, at: int) -> bool:
        """Whether a verb stands in an infinitive, whose subject is not the sentence's: *efforts to address X*."""
        return self.clause.does(at, "base") and self.clause.does(at - 1, "infinitive")

    def _obliques(self, last: int, reach: int = 24) -> tuple[tuple[str, tuple[Chunk, ...]], ...]:
        found: list[tuple[str, tuple[Chunk, ...]]] = []
        if self.clause.does(last, "comp"):
            return ((self.clause.lower(last), self.clause.right(last + 1)),)
        for at in range(last, min(self.clause.last, last + reach)):
            if self.clause.does(at, "prep"):
                if self._opens_infinitive(at) and self.clause.does(at + 1, "base"):
                    break  # *launched raids to avenge killings in the north*
                if not self._opens_infinitive(at):
                    found.append((self.clause.lower(at), self.clause.right(self._past_joined(at + 1))))
            elif at > last and (
                self.clause.does(at, "boundary") or self.clause.is_verb(at) or self._finite(at)
            ):
                break
        return tuple(found)

    def _before(self, first: int) -> int:
        at = first - 1
        while at > self.clause.first and (self.clause.does(at, "adverb") or self.clause.lower(at) == ","):
            at -= 1
        return at

    def _reduced(self, first: int) -> bool:
        """Whether a passive stands without its auxiliary behind what it is about: *talks hosted by the king*."""
        clause, at = self.clause, self._before(first)
        if not clause.known.does("head", "last"):
            return False
        return not any(clause.does(at, part) for part in ("be", "have", "conj", "rel", "modal", "aux"))

    def _finite(self, at: int) -> bool:
        """Whether another clause's auxiliary stands here: *talks with Obama, the minister had ...*."""
        clause = self.clause
        return clause.known.does("head", "last") and (clause.does(at, "have") or clause.does(at, "modal"))

    def _nearest(self, last: int) -> tuple[Chunk, ...]:
        """Return the noun phrase that ends here, without what stands before a preposition in it."""
        found = self.clause.left(last)[-1:]
        if not found:
            return self._in_phrase(last) if self.clause.known.does("head", "last") else ()
        preps = (at + 1 for at in range(found[0].first, last) if self.clause.does(at, "prep"))
        return (Chunk(max(preps, default=found[0].first), last + 1),)

    def subject_of_clause(self, first: int) -> tuple[Chunk, ...]:
        """Return the subject of the verb that a noun stands behind: *Trump arrived for talks with Abe*."""
        before = self._verb_before(first)
        if before is not None:
            return self._subject(before, 1)[0]
        at = first - 1
        while at > self.clause.first and not self.clause.stops(at) and not self.clause.does(at, "prep"):
            at -= 1
        if not self.clause.does(at, "gap"):
            return ()
        main = self._verb_before(at) if self.clause.known.does("head", "last") else None
        if main is not None:
            return self._subject(main, 1)[0]  # *The minister spoke after a meeting with Abe*
        return self._after_comma(first)[:1]  # *After talks with Abe, the minister left*

    def _opens_infinitive(self, at: int) -> bool:
        """Whether *to* leads a verb and not a noun phrase: *to engage the suspect*."""
        clause, word = self.clause, at + 1
        while clause.does(at, "infinitive") and (clause.does(word, "adverb") or clause.does(word, "degree")):
            word += 1  # *to further strengthen the police*
        if not clause.does(at, "infinitive") or clause.known.is_a(clause.lower(word), "agent"):
            return False
        if (
            clause.lower(word) in clause.known.triggers
            or clause.does(word, "aux")
            or clause.does(word, "base")
        ):
            return True
        follows = clause.does(word + 1, "det") or clause.does(word + 1, "pronoun")
        return clause.lower(word).isalpha() and follows and clause.tokens[word].text.islower()

    def _genitive(self, first: int, last: int) -> tuple[Chunk, ...]:
        clause = self.clause
        if clause.known.does("'s", "genitive"):
            at = first - 1
            while at > clause.first and not clause.stops(at) and not clause.does(at, "genitive"):
                if clause.tokens[at].text[:1].isupper() or clause.does(at, "prep") or clause.does(at, "conj"):
                    break
                if clause.does(at, "det"):
                    return ()  # *told Ana the demand ...*
                at -= 1
            if clause.does(at, "genitive"):
                return self._nearest(at - 1)
            word = clause.tokens[at].text if at >= clause.first else ""
            named = word[:1].isupper() and first - at <= 3 and not clause.does(at, "det")
            begin = at
            while clause.glued(begin):
                begin -= 1
            if at in clause.skip or not named or (at == clause.first and not clause.demonym(at)):
                return ()  # *the July riots*
            return (Chunk(begin, at + 1),)
        return self._relative_agent(last) or clause.right(last)[:2]

    def _relative_agent(self, last: int) -> tuple[Chunk, ...]:
        """Return who a relative clause with a light verb names: *serangan yang dilancarkan Israel*."""
        clause = self.clause
        for at in range(last, min(last + 4, clause.last)):
            if clause.does(at, "rel"):
                verb = at + 1
                while clause.does(verb, "aux"):
                    verb += 1
                if not clause.does(verb, "passive"):
                    return ()
                by = next((chunks for prep, chunks in self._obliques(verb + 1) if self._is_agent(prep)), ())
                return by or self._bare_agent(verb + 1, "passive")
        return ()
