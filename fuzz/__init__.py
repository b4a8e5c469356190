"""Fuzzing of every door by which strangers' bytes come in: ``python -m fuzz NAME -max_total_time=1800``.

Each module of this folder is one door: ``SEEDS`` are inputs of our own, ``one(data)`` reads one and raises if a promise
does not hold. With atheris (``pip install atheris``) libFuzzer looks for inputs that reach new code; the tests run the
seeds and plain mutations of them without it.
"""

DOORS = ("text", "page", "lines", "warc", "feed", "query", "corrections", "record")

__all__ = ["DOORS"]
