"""Runs the tests that a page wrote, as a reader does: with pytest, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["QUICK", "few_examples", "run_pytest"]

QUICK = "not left-alone and not alike-each-time and not nothing-raises and not engines-agree"
"""All tests but the slow ones of the kit; ``.ci/tutorial`` and ``.ci/wheels`` run those."""


def run_pytest(*arguments: str) -> str:
    """What pytest prints; it finds the distributions that the page installed.

    Raises:
        AssertionError: A test fails.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        env={**own, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    return done.stdout


def few_examples(folder: str) -> None:
    """Have the kit draw few caseloads for the tests in a folder: here it is to run, not to find."""
    (Path(folder) / "conftest.py").write_text(
        "from inclusion_core.testing.conformance.suite import PluginConformance\n\n"
        "PluginConformance.examples = 2\n",
        encoding="utf-8",
    )
