"""Which of some words stand in a text at all: most texts hold few, and what needs an absent word is not looked for."""

import re
from collections.abc import Iterable

__all__ = ["Needed"]


class Needed:
    """Some words, and one quick search for all of them.

    How it works: one pass over the text tells which beginnings of words stand in it, of those words whose first sign
    is a capital, a digit or a mark, which are rare in running text; only words that may stand are looked for by
    themselves.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple((word.lstrip()[:1], word) for word in dict.fromkeys(words))
        rests: dict[str, list[str]] = {}
        for first, word in self._words:
            if first and not first.islower():
                rests.setdefault(first, []).append(re.escape(word.lstrip()[1:]))
        forms = [f"{re.escape(first)}(?={'|'.join(rest)})" for first, rest in rests.items()]
        self._firsts = frozenset(rests)
        self._form = re.compile("|".join(forms) or "(?!)")

    def standing_in(self, text: str) -> frozenset[str]:
        """Return the words that stand in a text; the empty word stands in every text.

        >>> sorted(Needed(["Baca ", "Photo", "ead more", "[Gambas"]).standing_in("Baca juga: Read more"))
        ['Baca ', 'ead more']
        """
        absent = self._firsts.difference(self._form.findall(text))
        return frozenset([word for first, word in self._words if first not in absent and word in text])
