"""Write a trained network as the files that the program reads: an ONNX graph and tables of bytes.

python -m training.tagger.export id .data .work/tagger-id
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import sumber

from ..checksums import renew
from .card import card
from .encode import HIGHEST_CLASS, NAME_TAGS
from .lexical import NAME_CLASSES
from .network import Both, Network, Sizes
from .train import Run

__all__ = ["export", "graph"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("language")
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plain", action="store_true", help="leave the weights as 32-bit numbers")
    parser.add_argument("--into", type=Path, help="where to write; the language's own folder if not given")
    options = parser.parse_args()
    state = torch.load(options.folder / "checkpoint.pt", weights_only=False)
    hidden = state["mean"]["lstm1.left.weight_hh_l0"].shape[1]
    run = Run(options.language, options.data, options.folder, Sizes(hidden=hidden))
    run.network.load_state_dict(state["mean"])
    into = options.into or Path(sumber.__path__[0]) / "language" / options.language / "model" / "tagger"
    export(run, into, plain=options.plain)


def export(run: Run, into: Path, *, plain: bool = False) -> None:
    """Write all files of a model and its card."""
    into.mkdir(parents=True, exist_ok=True)
    network = run.network.eval()
    model = graph(network)
    onnx.checker.check_model(model)
    target = into / "tagger.onnx"
    if plain:
        onnx.save(model, target)
    else:
        loose = run.folder / "tagger.onnx"
        onnx.save(model, loose)
        quantize_dynamic(loose, target, weight_type=QuantType.QInt8, op_types_to_quantize=["LSTM"])
    np.savez_compressed(into / "tables.npz", **tables(network))
    known = set(run.words)
    rest = [word for word in run.name_classes if word not in known]
    empty = [0] * len(NAME_CLASSES)
    lines = [
        f"{word}\t{''.join(map(str, run.name_classes.get(word, empty)))}" for word in [*run.words, *rest]
    ]
    (into / "words.txt").write_text("\n".join([*lines, ""]), "utf-8")
    settings = {
        "vectors": len(run.words),
        "classes": run.labels.classes,
        "relations": run.labels.relations,
        "styles": run.labels.styles,
        "tags": NAME_TAGS,
        "name_classes": len(NAME_CLASSES),
        "highest_class": HIGHEST_CLASS,
    }
    (into / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    renew(into)
    (into / "CARD.md").write_text(card(run, into), "utf-8")


def tables(network: Network) -> dict[str, np.ndarray]:
    """Return the tables of vectors as bytes with a scale a row, and the small last layer of the relations."""
    weights = {
        "words": torch.cat([network.fixed.weight, network.learned.weight], 1),
        "beginning": network.beginning.weight,
        "ending": network.ending.weight,
        "gram": network.gram.weight,
        "shape": network.shape.weight,
    }
    found: dict[str, np.ndarray] = {}
    for name, weight in weights.items():
        values = weight.detach().numpy()
        scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8) / 127
        scale = scale.astype(np.float16)
        scale = np.maximum(scale, np.float16(1e-7))
        found[name] = np.clip(np.rint(values / scale.astype(np.float32)), -127, 127).astype(np.int8)
        found[f"{name}_scale"] = scale
    found["style"] = network.style.weight.detach().numpy()
    found["relation_root"] = network.relation_root.detach().numpy()
    found["relation_weight"] = network.relation_out.weight.detach().numpy().T
    found["relation_bias"] = network.relation_out.bias.detach().numpy()
    return found


class Builder:
    """Collects the nodes and weights of an ONNX graph."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: torch.Tensor | np.ndarray) -> str:
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **options: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **options))
        return output

    def linear(self, name: str, layer: torch.nn.Linear, inputs: str, output: str) -> str:
        weight = self.weight(f"{name}_w", layer.weight.T)
        product = self.node("MatMul", [inputs, weight], f"{name}_product")
        return self.node("Add", [product, self.weight(f"{name}_b", layer.bias)], output)

    def lstm(self, name: str, layer: Both, inputs: str, hidden: int) -> str:
        """Add a bidirectional layer; PyTorch orders its gates i f g o, ONNX i o f c."""

        def gates(weight: torch.Tensor) -> torch.Tensor:
            i, f, g, o = weight.chunk(4)
            return torch.cat([i, o, f, g])

        stacks = {}
        for kind in ("weight_ih", "weight_hh"):
            stacks[kind] = torch.stack(
                [gates(getattr(side, f"{kind}_l0")) for side in (layer.left, layer.right)]
            )
        biases = torch.stack([
            torch.cat([gates(side.bias_ih_l0), gates(side.bias_hh_l0)]) for side in (layer.left, layer.right)
        ])  # fmt: skip
        names = [self.weight(f"{name}_W", stacks["weight_ih"]), self.weight(f"{name}_R", stacks["weight_hh"]),
                 self.weight(f"{name}_B", biases)]  # fmt: skip
        states = self.node(
            "LSTM", [inputs, *names, "lengths"], f"{name}_Y", hidden_size=hidden, direction="bidirectional"
        )
        turned = self.node("Transpose", [states], f"{name}_T", perm=[0, 2, 1, 3])
        shape = self.weight(f"{name}_shape", np.array([0, 0, 2 * hidden], dtype=np.int64))
        return self.node("Reshape", [turned, shape], f"{name}_out")


def graph(network: Network) -> onnx.ModelProto:
    """Return the network behind the word vectors as an ONNX model."""
    sizes, build = network.sizes, Builder()
    first = build.lstm("lstm1", network.lstm1, "words", sizes.hidden)
    states = build.lstm("lstm2", network.lstm2, first, sizes.hidden)
    scores = build.linear("classes", network.classes, states, "class_scores")
    build.node("ArgMax", [scores], "classes", axis=2, keepdims=0)
    build.node("LogSoftmax", [build.linear("names", network.names, states, "name_scores")], "names", axis=2)
    above = build.node(
        "Relu", [build.linear("arc_head", network.arc_head, states, "arc_head_sum")], "arc_head"
    )
    below = build.node("Relu", [build.linear("arc_dep", network.arc_dep, states, "arc_dep_sum")], "arc_dep")
    above = build.node("Transpose", [above], "arc_head_turned", perm=[1, 2, 0])  # sentence, width, head
    below = build.node("Transpose", [below], "arc_dep_turned", perm=[1, 0, 2])
    bilinear = build.weight("arc_bilinear", network.arc_bilinear)
    bias = build.weight("arc_bias", network.arc_bias)
    below = build.node("Add", [build.node("MatMul", [below, bilinear], "arc_product"), bias], "arc_query")
    root = build.weight("arc_root", network.arc_root.unsqueeze(1))
    build.node("Concat", [build.node("MatMul", [below, root], "arc_to_root"),
                          build.node("MatMul", [below, above], "arc_to_words")], "arcs", axis=2)  # fmt: skip
    build.linear("relation_head", network.relation_head, states, "above")
    build.linear("relation_dep", network.relation_dep, states, "below")
    inputs = [
        helper.make_tensor_value_info("words", TensorProto.FLOAT, ["t", "b", sizes.word + sizes.style]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["b"]),
    ]
    shapes = {"classes": ["t", "b"], "names": ["t", "b", "n"], "arcs": ["b", "t", "h"], "above": ["t", "b", "r"],
              "below": ["t", "b", "r"]}  # fmt: skip
    outputs = [
        helper.make_tensor_value_info(
            name, TensorProto.INT64 if name == "classes" else TensorProto.FLOAT, shape
        )
        for name, shape in shapes.items()
    ]
    body = helper.make_graph(build.nodes, "tagger", inputs, outputs, build.weights)
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


if __name__ == "__main__":
    main()
