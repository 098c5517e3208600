"""Runs the command line: ``python -m inclusion_core.cli``."""

from __future__ import annotations

import sys

from inclusion_core.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
