"""The command line: the one place that reads arguments and writes to the screen."""

from __future__ import annotations

from inclusion_core.cli.program import main

__all__ = ["main"]
