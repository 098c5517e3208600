"""Work of starting; each is the first thing that its process does with the library."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

from counted.job import Work


def package(_: int, __: Path) -> Work:
    return lambda: import_module("inclusion_core").Period


def command(_: int, __: Path) -> Work:
    def helped() -> object:
        with redirect_stdout(io.StringIO()):
            return import_module("inclusion_core.cli").main(["report", "--help"])

    return helped


def catalogue(_: int, __: Path) -> Work:
    return lambda: import_module("inclusion_core").load_catalogue()
