"""The workbench: a JSON interface over a desk, and the page that is built on it."""

from .app import create_app

__all__ = ["create_app"]
