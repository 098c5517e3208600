"""A place for the laboratory, and its caseload once."""

import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent)]


@pytest.fixture(scope="session")
def source():
    """The records of the laboratory, as known on the last day."""
    from extract_lab import source_of

    return source_of()


@pytest.fixture(scope="session")
def register():
    """The same records as tables on Polars."""
    pytest.importorskip("polars")
    from extract_lab import register_of

    return register_of()
