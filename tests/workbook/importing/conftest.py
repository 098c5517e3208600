"""Makes the laboratory of this folder, and that of the files, importable."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "wire")]
