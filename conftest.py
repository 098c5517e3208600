"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tests" / "docs"))

from page_lab.collecting import collector  # noqa: E402  found only on the path above

pytest_collect_file = collector(HERE)

DRAWN = {
    *("tests/expr/test_agreement.py", "tests/expr/test_soundness.py"),
    *("plugins/inclusion-esf/tests/test_oracle.py", "plugins/inclusion-sif/tests/test_oracle.py"),
    *("plugins/inclusion-esf/tests/test_golden.py", "plugins/inclusion-sif/tests/test_readers.py"),
    "plugins/inclusion-esf/tests/test_laws.py",
    "plugins/inclusion-esf/tests/test_conformance.py",
    "plugins/inclusion-sif/tests/test_conformance.py",
}
"""Tests that take long, and longer while lines are counted; every line is reached without them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let them run without counting."""
    for item in items:
        if item.path.is_relative_to(HERE) and item.path.relative_to(HERE).as_posix() in DRAWN:
            item.add_marker(pytest.mark.no_cover)
