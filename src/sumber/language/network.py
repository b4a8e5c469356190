"""Networks as they are shipped, run by onnxruntime on one core."""

from pathlib import Path
from typing import Any

from ..errors import ModelError
from .shipped import shipped

__all__ = ["network"]


def network(path: Path) -> Any:
    """Return the session of a network that lies in a folder with ``SHA256SUMS``.

    Without onnxruntime's arena and plans of memory: with them every new length of a text adds to what is kept.

    Raises:
        ModelError: if the file is missing, or is no network as it was shipped.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    content = shipped(path)
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no common class of errors
        raise ModelError.damaged(str(path), str(error)) from error
