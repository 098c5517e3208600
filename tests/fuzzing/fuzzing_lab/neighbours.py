"""The laboratories of other folders, which make good documents of every kind."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["made_importable"]

TESTS = Path(__file__).parents[2]
FOLDERS = (
    *("ways_in", "submissions", "metrics", "impact", "publishing/releases", "reports/sentences"),
)


def made_importable() -> None:
    """Let their modules be imported by name."""
    for name in FOLDERS:
        folder = str(TESTS / name)
        if folder not in sys.path:
            sys.path.append(folder)
