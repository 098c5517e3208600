"""The benchmark of JSON documents reads and writes what it times; nothing is timed."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_all_records_come_back_and_all_faults_are_found():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "json_documents.py"), "--check", "--clients", "100"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "all records come back" in done.stdout
