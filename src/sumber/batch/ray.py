"""The Ray runner: the same function over a cluster, by Ray Data. An output folder must be one that all nodes see."""

import logging
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from ..errors import BatchError
from .entries import Entry
from .options import Options
from .store import store_of
from .units import Unit
from .work import failed, read_unit

__all__ = ["run_ray"]


def run_ray(units: list[Unit], options: Options) -> Iterator[Entry | None]:
    """Yield the entry of each unit as the cluster gives it back.

    A worker that dies is started anew by Ray, and its unit read again (by Ray's default, up to three times); units that
    are done stay done.
    """
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise BatchError.without_ray() from error
    ours = not ray.is_initialized()
    if ours:
        local: dict[str, Any] = (
            {} if options.address else {"num_cpus": options.workers, "include_dashboard": False}
        )
        ray.init(address=options.address, logging_level=logging.ERROR, log_to_driver=False, **local)
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        packed = [{"unit": msgspec.json.encode(unit)} for unit in units]
        rows = ray.data.from_items(packed, override_num_blocks=len(packed))
        for row in rows.map(partial(_on_worker, options=options)).iter_rows():
            yield msgspec.json.decode(row["entry"], type=Entry)
    finally:
        if ours:
            ray.shutdown()


def _on_worker(row: dict[str, Any], options: Options) -> dict[str, Any]:
    unit = msgspec.json.decode(row["unit"], type=Unit)
    try:
        with store_of(options.out).working() as folder:
            entry = read_unit(unit, options, folder)
    except Exception as error:
        entry = failed(unit, options, error)
    return {"entry": msgspec.json.encode(entry)}
