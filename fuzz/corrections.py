"""Files of corrections from another desk: read, applied, and the articles shown."""

from sumber.desk.corrections import read_corrections
from sumber.errors import SumberError

from .checks import check
from .query import desk

__all__ = ["SEEDS", "one"]

SEEDS = (
    b'{"layer": "statement", "verdict": "reject", "article": "ferry-talks.txt", "item": "s1"}\n',
    b'{"layer":"event","verdict":"change","article":"pertemuan-dili.txt","item":"e1","field":"status","value":"denied"}',
    b'{"layer":"name","verdict":"merge","article":"ferry-talks.txt","item":"n1","value":"n2","print":"00ff"}\n{broken',
    b'{"layer":"name","verdict":"split","item":"n1","value":"x","span":{"start":-5,"end":99999},"article":"ferry-talks.txt"}',
    b'{"layer":"statement","verdict":"change","article":"ferry-talks.txt","item":"s1","field":"speaker","value":"n1"}',
)


def one(data: bytes) -> None:
    """Apply one file, show the articles, and take everything back."""
    here = desk()
    try:
        here.apply_corrections(read_corrections(data, "file"))
        for name in ("ferry-talks.txt", "pertemuan-dili.txt"):
            check(here.record(name))
    except SumberError:
        return
    finally:
        for each in here.corrections():
            if each.id is not None:
                here.uncorrect(each.id)
