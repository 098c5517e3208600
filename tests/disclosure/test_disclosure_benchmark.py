"""The benchmark audits what it says, on few tables; nothing is timed."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.no_cover
def test_the_benchmark_keeps_all_secrets_of_few_tables_and_pairs():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "disclosure.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "all secrets are kept" in done.stdout
