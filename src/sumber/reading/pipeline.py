"""The layers in their order, and what runs them."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from ..errors import ModelError
from ..record import Record
from .analysis import Analysis

__all__ = ["LAYERS", "Layer", "Pipeline", "default_layers"]

LAYERS = ("times", "names", "places", "relays", "statements", "events")


class Layer(Protocol):
    """One step of the reading: takes a record, gives back a new one with one part filled."""

    name: ClassVar[str]
    needs: ClassVar[frozenset[str]]
    gives: ClassVar[frozenset[str]]

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with what this layer found."""
        ...


def default_layers(without: Sequence[str] = ()) -> list[Layer]:
    """Return the layers in reading order, less those named (see LAYERS); imports only what it returns."""
    layers: list[Layer] = []
    if "times" not in without:
        from .times import Times

        layers.append(Times())
    if "names" not in without:
        from .names import Names

        layers.append(Names())
    if "places" not in without:
        from .places import Places

        layers.append(Places())
    if "relays" not in without:
        from .relays import Relays

        layers.append(Relays())
    if "statements" not in without:
        from .statements import Statements

        layers.append(Statements())
    if "events" not in without:
        from .events import Events

        layers.append(Events())
    return layers


class Pipeline:
    """Runs layers over articles. One that fails leaves a note, and the rest of the record stands.

    Only what ``fatal`` lists is raised, a damaged model file (ModelError) by default: it would spoil every article.
    A layer in front of one that gives what it needs is a ValueError; one left out only makes the others find less.
    """

    def __init__(
        self, layers: Sequence[Layer] | None = None, *, fatal: tuple[type[Exception], ...] = (ModelError,)
    ) -> None:
        self.layers = list(default_layers() if layers is None else layers)
        self.fatal = fatal
        for number, layer in enumerate(self.layers):
            for later in self.layers[number + 1 :]:
                if later.name != layer.name and (late := layer.needs & later.gives):
                    raise ValueError(
                        f"`{layer.name}` needs {', '.join(sorted(late))}: `{later.name}` goes first"
                    )

    def __call__(self, record: Record) -> Record:
        """Return the record with every layer's findings."""
        analysis = Analysis(record.article)
        if analysis.language is None:
            code = record.article.language
            record = record.noting(
                "language-unknown", f"Sumber cannot read `{code}`: only the article is here"
            )
        for layer in self.layers:
            try:
                record = layer(record, analysis)
            except self.fatal:
                raise
            except Exception as error:
                record = record.noting(
                    f"{layer.name}-failed",
                    f"the layer `{layer.name}` failed: {type(error).__name__}: {error}",
                )
        return record
