"""Files of corrections from another desk: read, applied, and the articles shown."""

from sumber.desk.corrections import read_corrections
from sumber.errors import SumberError

from .checks import check
from .query import desk
from .trees import changed

__all__ = ["SEEDS", "one"]

_JSON = (
    b'{"layer": "statement", "verdict": "reject", "article": "ferry-talks.txt", "item": "s1"}\n',
    b'{"layer":"event","verdict":"change","article":"pertemuan-dili.txt","item":"e1","field":"status","value":"denied"}',
    b'{"layer":"name","verdict":"merge","article":"ferry-talks.txt","item":"n1","value":"n2","print":"00ff"}',
    b'{"layer":"name","verdict":"split","item":"n1","value":"x","span":{"start":-5,"end":99999},"article":"ferry-talks.txt"}',
    b'{"layer":"statement","verdict":"change","article":"ferry-talks.txt","item":"s1","field":"speaker","value":"n1"}',
)
SEEDS = (*_JSON, b"\x80\x00\x05\x02", b"\x83\x00\x04\x0a\x00\x03\x07")


def one(data: bytes) -> None:
    """Apply one file, show the articles, and take everything back."""
    here = desk()
    if data[:1] >= b"\x80":
        data = changed(_JSON[data[0] % len(_JSON)], data[1:])
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
