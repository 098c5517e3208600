"""Makes the modules of the benchmarks importable, behind all others: some have plain names."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
