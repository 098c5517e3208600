"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import gc
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

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
    *("plugins/*/tests/test_conformance.py", "plugins/*/tests/test_oracle.py"),
    "plugins/inclusion-esf/tests/test_[glr]*.py",
    *("plugins/inclusion-sif/tests/test_[bclrw]*.py", "plugins/inclusion-sif/tests/test_sa*.py"),
    *("plugins/inclusion-sif/tests/test_motivation.py", "plugins/inclusion-sif/tests/test_pub*.py"),
    *("tests/benchmarks/*.py", "tests/compatibility/test_windows.py"),
    *("tests/databases/test_sample.py", "tests/docs/test_reference.py"),
    *("tests/embedding/test_d*.py", "tests/embedding/test_ni*.py", "tests/embedding/test_s*.py"),
    *("tests/expr/test_short_lists.py", "tests/fuzzing/*.py", "tests/limits/test_every_day.py"),
    *("tests/lives_of_caseloads/*.py", "tests/metrics/test_laws.py"),
    *("tests/output/test_every_report.py", "tests/output/test_nasty_records.py"),
    *("tests/privacy/test_[cdft]*.py", "tests/publishing/test_outsider.py"),
    *("tests/publishing/releases/test_joint_law.py", "tests/reports/formats/test_json_schema.py"),
    *("tests/reports/lineage/test_every_figure.py", "tests/scaffold/test_made_plugin.py"),
    "tests/reports/sentences/test_published_sentences.py",
    *("tests/tables/test_frictionless.py", "tests/tables/test_registers_of_versions.py"),
    *("tests/ways_in/test_every_mishap.py", "tests/wire/test_schema_exact.py"),
)
"""Tests that take long, and longer while lines are counted; every line is reached without them."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let them run without counting, and so whatever draws its cases: chance may miss a line."""
    uncounted = {path for path in {item.path for item in items} if any(map(path.match, UNCOUNTED))}
    for item in items:
        if item.path in uncounted or item.get_closest_marker("hypothesis") is not None:
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Look no more for garbage in what stays to the end: the modules and the tests themselves.

    Where lines are counted, modules are imported before: the first that asks may be a test that
    does not count.
    """
    cov = session.config.pluginmanager.getplugin("_cov")
    if cov is not None and cov.cov_controller:
        for package in cov.cov_controller.cov.get_option("run:source_pkgs"):
            _import_all(package)
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Let what was kept from the collector be freed: some libraries tell what they find unfreed."""
    gc.unfreeze()


def _import_all(package: str) -> None:
    """Import the modules of a package, but for those whose extra is not installed."""
    for each in walk_packages(import_module(package).__path__, f"{package}."):
        if not each.name.endswith(".__main__"):
            with suppress(ImportError):
                import_module(each.name)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """End what pytest-cov began to count before it knew that this process is a worker of xdist.

    Nobody reads it, and it would go on wherever a test pauses the counting of the worker.
    """
    cov = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and cov is not None and cov.cov_controller:
        cov.cov_controller.cov.stop()
