"""Train, export and measure the model of a language in one command.

    python -m training.tagger nl .data .work/tagger-nl

``.data/ud/nl_*-train.conllu`` and ``.data/ner/nl_*-train.iob2`` are read, ``-dev`` files measure, plain text in
``.data/raw-nl/*.txt`` makes better word vectors. The language needs its folder ``src/sumber/language/nl`` first.
"""

import sys

from . import export, train

if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    train.main()
    sys.argv = sys.argv[:4]
    export.main()
