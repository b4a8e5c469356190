"""The order of the layers, checked when a pipeline is built."""

import pytest

from sumber.reading.events import Events
from sumber.reading.pipeline import LAYERS, Pipeline, default_layers
from sumber.reading.statements import Statements


def test_the_layers_stand_in_an_order_that_serves_them() -> None:
    assert [layer.name for layer in Pipeline().layers] == list(LAYERS)


def test_a_layer_before_one_that_it_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="`statements` goes first"):
        Pipeline([Events(), Statements()])


def test_a_layer_may_be_left_out() -> None:
    assert len(Pipeline(default_layers(["statements"])).layers) == len(LAYERS) - 1
