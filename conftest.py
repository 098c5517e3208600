"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tests" / "docs"))

from page_lab.collecting import collector  # noqa: E402  found only on the path above

pytest_collect_file = collector(HERE)

FUZZ = float(os.environ.get("INCLUSION_FUZZ", "1"))
settings.register_profile("project", max_examples=max(10, round(100 * FUZZ)))
settings.load_profile("project")

UNCOUNTED = (
    *("README.md", "docs/*.md", "docs/*/*.md"),
    *("plugins/*/tests/test_conformance.py", "plugins/*/tests/test_oracle.py"),
    "plugins/inclusion-esf/tests/test_[glr]*.py",
    "plugins/inclusion-sif/tests/test_[bcl]*.py",
    *("plugins/inclusion-sif/tests/test_published*.py", "plugins/inclusion-sif/tests/test_re*.py"),
    *("plugins/inclusion-sif/tests/test_sa*.py", "plugins/inclusion-sif/tests/test_workbook*.py"),
    *("tests/publishing/test_outsider.py", "tests/reports/lineage/test_every_figure.py"),
    *("tests/benchmarks/test_scale.py", "tests/output/test_every_report.py"),
    "tests/scaffold/test_made_plugin.py",
)
"""Tests that take long, and longer while lines are counted; every line is reached without them."""


def counts(item: pytest.Item) -> bool:
    """Whether a test counts; whatever draws its cases does not: chance may miss a line."""
    drawn = item.get_closest_marker("hypothesis") is not None
    return not drawn and not any(item.path.match(each) for each in UNCOUNTED)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run what does not count without counting, and so what is made ready for it."""
    counting = Coverage.current()
    if counting is None or counts(item):
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()
