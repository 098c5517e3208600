"""The benchmark of one person compares like with like: all ways give one answer; none is timed."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_the_readers_and_the_functions_by_hand_give_the_same_answers():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "one_person.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "all answers are the same" in done.stdout
