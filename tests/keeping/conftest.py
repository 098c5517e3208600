"""Lets the tests of keeping find their laboratory."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
