"""The benchmarks still run, and both of their sides still count the same."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_the_library_and_expert_queries_count_the_same_on_both_engines():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "register.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "identical" in done.stdout


def test_imports_can_be_timed():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "imports.py"), "--repeat", "1"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "import inclusion_core" in done.stdout
