"""Makes the laboratory of this folder importable, and those whose good documents it borrows."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from fuzzing_lab import neighbours

neighbours.made_importable()
