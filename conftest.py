"""Runs README.md and the pages of docs/ as tests: one page is one test."""

import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

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
    *("plugins/inclusion-esf/tests/test_[glr]*.py", "plugins/inclusion-esf/tests/test_part*.py"),
    *("plugins/inclusion-sif/tests/test_[bclrw]*.py", "plugins/inclusion-sif/tests/test_sa*.py"),
    *("plugins/inclusion-sif/tests/test_mot*.py", "plugins/inclusion-sif/tests/test_pub*.py"),
    *("tests/benchmarks/*.py", "tests/checks/test_lifetimes.py"),
    *("tests/compatibility/test_public_names.py", "tests/compatibility/test_windows.py"),
    *("tests/databases/test_sample.py", "tests/docs/test_reference.py"),
    *("tests/door/test_eligibility.py", "tests/door/test_hooks_page.py"),
    *("tests/embedding/test_[dlpt]*.py", "tests/embedding/test_ni*.py"),
    *("tests/embedding/test_s*.py", "tests/expr/test_change_days.py"),
    *("tests/expr/test_short_lists.py", "tests/fuzzing/*.py", "tests/hostile/test_at_use.py"),
    *("tests/hostile/test_loading.py", "tests/hostile/test_meddling.py"),
    *("tests/limits/test_every_day.py", "tests/lives_of_caseloads/*.py"),
    *("tests/metrics/test_counting.py", "tests/metrics/test_laws.py"),
    *("tests/output/test_every_report.py", "tests/output/test_nasty_*.py"),
    *("tests/privacy/test_[cdeft]*.py", "tests/publishing/test_outsider.py"),
    *("tests/publishing/releases/test_joint_law.py", "tests/reports/formats/test_json_schema.py"),
    *("tests/reports/lineage/test_every_figure.py", "tests/scaffold/test_made_plugin.py"),
    *("tests/reports/sentences/test_published_sentences.py", "tests/test_face.py"),
    *("tests/tables/test_frictionless.py", "tests/tables/test_registers_of_versions.py"),
    *("tests/testing/test_strategies_caseloads.py", "tests/testing/test_strategies_journals.py"),
    *("tests/ways_in/test_[ce]*.py", "tests/wire/test_json_lists.py"),
    *("tests/wire/test_schema_exact.py", "tests/workbook/writing/test_template.py"),
)
"""Tests that take long, and longer while lines are counted.

Every line is reached without them, or by those of them that are marked as ``counted``.
"""

COUNTED = pytest.StashKey[set[Path]]()
"""The files of which at least one test counts."""


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Import the modules that are counted, and count nothing while tests are collected.

    The first that asks for a module may be a test that does not count.
    """
    counting = _counting(session.config)
    if counting is None:
        return (yield)
    for package in counting.cov.get_option("run:source_pkgs"):
        _import_all(package)
    with _paused(counting):
        return (yield)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let them run without counting, and so whatever draws its cases: chance may miss a line."""
    uncounted = {path for path in {item.path for item in items} if any(map(path.match, UNCOUNTED))}
    for item in items:
        counted = item.path not in uncounted or item.get_closest_marker("counted") is not None
        if not counted or item.get_closest_marker("hypothesis") is not None:
            item.add_marker(pytest.mark.no_cover)
        if counted:
            item.session.stash[COUNTED].add(item.path)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look no more for garbage in what stays to the end: the modules and the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(request: pytest.FixtureRequest) -> Generator[None, object, object]:
    """Count nothing in what is made for tests that do not count, unless others may share it."""
    counting = _counting(request.config)
    if request.scope == "function":
        shared = request.node.get_closest_marker("no_cover") is None
    else:
        shared = request.scope == "session" or request.path in request.session.stash[COUNTED]
    if counting is None or shared:
        return (yield)
    with _paused(counting):
        return (yield)


def pytest_unconfigure() -> None:
    """Let what was kept from the collector be freed: some libraries tell what they find unfreed."""
    gc.unfreeze()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """End what pytest-cov began to count before it knew that this process is a worker of xdist.

    Nobody reads it, and it would go on wherever a test pauses the counting of the worker.
    """
    session.stash[COUNTED] = set()
    counting = _counting(session.config)
    if hasattr(session.config, "workerinput") and counting is not None:
        counting.cov.stop()


def _counting(config: pytest.Config) -> Any:
    """What pytest-cov counts lines with; None where they are not counted."""
    return getattr(config.pluginmanager.getplugin("_cov"), "cov_controller", None)


@contextmanager
def _paused(counting: Any) -> Generator[None]:
    goes_on = counting.started
    if goes_on:
        counting.pause()
    try:
        yield
    finally:
        if goes_on:
            counting.resume()


def _import_all(package: str) -> None:
    """Import the modules of a package, but for those whose extra is not installed."""
    for each in walk_packages(import_module(package).__path__, f"{package}."):
        if not each.name.endswith(".__main__"):
            with suppress(ImportError):
                import_module(each.name)
