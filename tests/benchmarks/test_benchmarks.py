"""The benchmarks compare like with like: both sides give the same figures; nothing is timed."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.at_length(few=0)
def test_the_library_and_the_queries_by_hand_give_identical_figures():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "register.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "all figures are identical" in done.stdout
