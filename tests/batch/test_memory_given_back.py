"""Memory that nothing uses goes back to the kernel."""

import gc
import platform
from pathlib import Path

import pytest

from sumber.batch.limits import give_back_memory

PAGE = 4096


def resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only this C library can give memory back")
def test_memory_below_what_is_still_used_is_given_back() -> None:
    texts = [bytes(4000) for _ in range(20_000)]  # of this size Python asks the C library for each
    last = texts[-1]
    del texts
    gc.collect()
    before = resident()
    assert give_back_memory()
    assert resident() < before - 40_000_000
    assert len(last) == 4000
