"""Makes the laboratory of published reports importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
