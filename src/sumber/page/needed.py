"""Which of some words stand in a text at all: most texts hold few, and what needs an absent word is not looked for."""

import re
from collections.abc import Iterable

__all__ = ["Needed"]


class Needed:
    """Some words, and one quick search for all of them.

    How it works: words that start with a capital or a mark, which are rare in running text, are looked for in one pass
    over the text; the others one by one.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        rests: dict[str, list[str]] = {}
        for word in self._words:
            if word and not (word[0].islower() or word[0].isspace()):
                rests.setdefault(word[0], []).append(re.escape(word[1:]))
        forms = [f"{re.escape(first)}(?={'|'.join(rest)})" for first, rest in rests.items()]
        self._firsts = frozenset(rests)
        self._form = re.compile("|".join(forms) if forms else "(?!)")

    def standing_in(self, text: str) -> frozenset[str]:
        """Return the words that stand in a text; the empty word stands in every text.

        >>> sorted(Needed(["Baca ", "Photo", "ead more", "[Gambas"]).standing_in("Baca juga: Read more"))
        ['Baca ', 'ead more']
        """
        absent = self._firsts.difference(self._form.findall(text))
        return frozenset([word for word in self._words if word[:1] not in absent and word in text])
