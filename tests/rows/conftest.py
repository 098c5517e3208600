"""Makes the laboratory of files importable: its odd schema and random journals serve rows too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "wire"))
