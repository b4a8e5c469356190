"""Write the trained tagger as the package ships it: a network in ONNX with 8-bit weights, its tables, and its card.

python -m training.statements.export --run DIR --corpora .data
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

import sumber
from sumber.reading.statements.tagger_features import COLUMNS

from ..checksums import renew
from .data import LEFT_OUT, TAGS
from .model import Tagger
from .train import SEED

FOLDER = Path(sumber.__path__[0]) / "language" / "en" / "model"


class Whole(nn.Module):
    """What is exported: rows in, scores of tags out."""

    def __init__(self, net: Tagger) -> None:
        super().__init__()
        self.net = net

    def forward(self, rows: Tensor) -> Tensor:
        return self.net(rows)[0]


CARD = """# Model card: the tagger of English statements

Marks the words of sources, cues and contents in English news. Made by `training/statements` (`train.py`, then `export.py`);
this card is written by `export.py` from the run.

**Network**: features of words (hashes of the word, its beginning, its endings, its shape, its place in quotes), two
bidirectional LSTMs with {side} units a side; the first learns cues, word classes and relations, the second reads the first
together with its cues; a chain over the tags O and B, I, E, S of source, cue and content. {weights} weights, of 8 bits in
the package: {size:.1f} MB. No pretrained weights or vectors.

**Data**
| what | used for | licence |
|---|---|---|
| PolNeAR 1.0.0, split `train` (840 articles, every annotator's version) | sources, cues, contents; counts of neighbours | none stated for the data; the texts are news copy |
| UD English EWT, train | word classes and relations; counts of neighbours | CC BY-SA 4.0 |
| UD English GUM, train, without the genres {left_out} | the same | CC BY 4.0 (annotation), CC BY and CC BY-SA (these texts) |
| WCXB, dev, its gold texts | counts of neighbours | CC BY 4.0 |

The package holds no text and no vocabulary: words are known by 32-bit hashes. Since PolNeAR states no licence, whether a
model trained on it may be used for every purpose has not been settled by anyone; say so when you pass it on.

**Training**: seed {seed}, a schedule of {epochs} epochs stopped after {stopped}, on one core; the running average of the
weights of the epoch that was best on PolNeAR dev (epoch {epoch}, after {minutes} minutes).

**Figures** on PolNeAR dev by CofeNet's measure, exact F1 in percent, before the weights were cut to 8 bits:
source {source}, cue {cue}, content {content}. Those of the shipped file: `python -m evaluation polnear`.

**Limits**: American political news of 2015 and 2016, so other fields and other English are read less well; one layer, so a
statement within a statement is not marked; wide in what it marks (beliefs and plans too), which the package narrows
afterwards; texts without quotation marks that were meant to be there mislead it.
"""


def load(run: Path) -> tuple[Tagger, dict[str, Any], np.ndarray]:
    stored = torch.load(run / "model.pt", weights_only=True)
    known = np.load(run / "vectors.npz")["known"]
    net = Tagger(len(known), stored["side"], len(stored["classes"]), len(stored["relations"]))
    net.load_state_dict(stored["weights"])
    return net.eval(), stored, known


def write(run: Path, folder: Path = FOLDER) -> None:
    net, stored, known = load(run)
    folder.mkdir(parents=True, exist_ok=True)
    rows = torch.zeros(40, 3, COLUMNS, dtype=torch.int32)
    with tempfile.TemporaryDirectory() as scratch:
        plain = str(Path(scratch) / "plain.onnx")
        torch.onnx.export(
            Whole(net),
            (rows,),
            plain,
            input_names=["rows"],
            output_names=["scores"],
            dynamic_axes={"rows": {0: "time", 1: "texts"}, "scores": {0: "time", 1: "texts"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            str(folder / "statements.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["LSTM", "Gather"],
        )
        onnx.checker.check_model(str(folder / "statements.onnx"))
    chain = net.chain().detach().numpy().astype(np.float32)
    np.savez_compressed(folder / "statements.npz", known=known, chain=chain, tags=np.array(TAGS))
    renew(folder)
    write_card(net, stored, run, folder)


def write_card(net: Tagger, stored: dict[str, Any], run: Path, folder: Path) -> None:
    size = sum((folder / name).stat().st_size for name in ("statements.onnx.gz", "statements.npz")) / 1e6
    figures = stored["figures"]
    weights = sum(values.numel() for values in net.parameters())
    card = CARD.format(
        side=stored["side"],
        weights=f"{weights:,}",
        size=size,
        left_out=", ".join(LEFT_OUT),
        seed=SEED,
        epochs=stored["epochs"],
        stopped=len((run / "log.jsonl").read_text("utf-8").splitlines()),
        **figures,
    )
    (folder / "statements.md").write_text(card, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    write(options.run, options.folder)
    for path in sorted(options.folder.glob("statements.*")):
        print(path.name, f"{path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
