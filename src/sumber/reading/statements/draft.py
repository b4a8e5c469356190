"""A statement before its source is resolved, and the frame that finders of all languages fill."""

import msgspec

from ...record import Act, SourceKind

__all__ = ["Draft", "Stretch"]

Stretch = tuple[int, int]


class Draft(msgspec.Struct):
    """Somebody says something: spans in code points; ``None`` where nothing stands."""

    content: list[Stretch]
    source: Stretch | None = None
    kind: SourceKind | None = None
    cue: Stretch | None = None
    act: Act = Act.SAY
    direct: bool = False  # the very words, though no quotation marks stand around them

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]
