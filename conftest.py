"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import gc
import sys
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "tests" / "docs"), str(HERE / "tests" / "effort")]

from effort import tries  # noqa: E402  found only on the path above
from page_lab.collecting import collector  # noqa: E402

pytest_collect_file = collector(HERE)

settings.register_profile("project", max_examples=tries(100, least=10))
settings.load_profile("project")

UNCOUNTED = (
    *("README.md", "docs/*.md", "docs/*/*.md"),
    *("plugins/*/tests/test_ca*.py", "plugins/*/tests/test_co*.py", "plugins/*/tests/test_o*.py"),
    "plugins/inclusion-esf/tests/test_[glr]*.py",
    "plugins/inclusion-sif/tests/test_[bclm]*.py",
    *("plugins/inclusion-sif/tests/test_published*.py", "plugins/inclusion-sif/tests/test_re*.py"),
    *("plugins/inclusion-sif/tests/test_sa*.py", "plugins/inclusion-sif/tests/test_workbook*.py"),
    *("tests/benchmarks/test_scale.py", "tests/lives_of_caseloads/*.py"),
    *("tests/embedding/test_[dnst]*.py", "tests/fuzzing/*.py", "tests/privacy/*.py"),
    *("tests/limits/test_every_day.py", "tests/output/*.py"),
    *("tests/publishing/test_outsider.py", "tests/publishing/releases/test_joint_law.py"),
    "tests/scaffold/test_made_plugin.py",
)
"""Tests that take long, and longer while lines are counted; every line is reached without them."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let them run without counting, and so whatever draws its cases: chance may miss a line."""
    for item in items:
        drawn = item.get_closest_marker("hypothesis") is not None
        if drawn or any(item.path.match(each) for each in UNCOUNTED):
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look no more for garbage in what stays to the end: the modules and the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """End what pytest-cov began to count before it knew that this process is a worker of xdist.

    Nobody reads it, and it would go on wherever a test pauses the counting of the worker.
    """
    cov = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and cov is not None and cov.cov_controller:
        cov.cov_controller.cov.stop()
