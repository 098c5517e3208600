"""Makes the laboratory of lineage importable, and that of stays."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "lineage_lab"), str(HERE.parents[1] / "metrics")]
