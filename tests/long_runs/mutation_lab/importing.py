"""A plugin of pytest that writes down which functions are called while tests are collected."""

from __future__ import annotations

import os
from pathlib import Path

from mutmut.state import state

__all__ = ["PLACE", "pytest_collection_finish"]

PLACE = "MUTATION_IMPORTING"
"""The variable that says where to write."""


def pytest_collection_finish() -> None:
    called = "\n".join(sorted(state()._stats))
    Path(os.environ[PLACE]).write_text(called, encoding="utf-8")
