"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tests" / "docs"))

from page_lab.collecting import collector  # noqa: E402  found only on the path above

pytest_collect_file = collector(HERE)
