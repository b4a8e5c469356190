"""Figures of predictions against gold: word classes, heads, labelled heads, names."""

from collections import Counter

__all__ = ["Tally"]


class Tally:
    """Counts over sentences; ``figures`` gives percentages. Labelled heads with and without subtypes (CoNLL 2018)."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def tree(
        self, gold: tuple[list[str], list[int], list[str]], found: tuple[list[str], list[int], list[str]]
    ) -> None:
        """Add a sentence with word classes, heads and relations."""
        for kind, head, relation, own_kind, own_head, own_relation in zip(*gold, *found, strict=True):
            self.counts["words"] += 1
            self.counts["upos"] += kind == own_kind
            self.counts["uas"] += head == own_head
            self.counts["las_full"] += head == own_head and relation == own_relation
            self.counts["las"] += head == own_head and relation.split(":")[0] == own_relation.split(":")[0]

    def names(self, gold: set[tuple[int, int, str]], found: set[tuple[int, int, str]]) -> None:
        """Add the names of a sentence."""
        self.counts["gold"] += len(gold)
        self.counts["found"] += len(found)
        self.counts["both"] += len(gold & found)

    def figures(self) -> dict[str, float]:
        """Return the figures in percent."""
        counts, found = self.counts, {}
        if counts["words"]:
            found = {
                name: 100 * counts[name] / counts["words"] for name in ("upos", "uas", "las", "las_full")
            }
        if counts["gold"]:
            p, r = counts["both"] / max(1, counts["found"]), counts["both"] / counts["gold"]
            found |= {"names_p": 100 * p, "names_r": 100 * r, "names_f1": 200 * p * r / max(1e-9, p + r)}
        return found
