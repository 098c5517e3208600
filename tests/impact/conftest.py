"""Makes the laboratories of submissions, of metrics and of this folder importable."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "submissions"), str(HERE.parent / "metrics")]
