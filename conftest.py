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

from effort import spread, tries  # noqa: E402  found only on the path above
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a short run does not run, and let some run without counting.

    Whatever draws its cases does not count: chance may miss a line.
    """
    items[:] = _in_this_run(config, items)
    uncounted = {path for path in {item.path for item in items} if any(map(path.match, UNCOUNTED))}
    for item in items:
        counted = item.path not in uncounted or item.get_closest_marker("counted") is not None
        if not counted or item.get_closest_marker("hypothesis") is not None:
            item.add_marker(pytest.mark.no_cover)


def _in_this_run(config: pytest.Config, items: list[pytest.Item]) -> list[pytest.Item]:
    """All but the cases marked ``at_length`` that are left out of a short run.

    What reaches lines that nothing else reaches is not left out.
    """
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        long = item.get_closest_marker("at_length") is not None
        if long and item.get_closest_marker("counted") is None:
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left_out: set[pytest.Item] = set()
    for of_one in cases.values():
        few = min(mark.kwargs["few"] for mark in of_one[0].iter_markers("at_length"))
        left_out |= {*of_one} - {of_one[place] for place in spread(len(of_one), few)}
    if left_out:
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    return [item for item in items if item not in left_out]


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
    gc.enable()


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

    Nobody reads it, and it would go on wherever a test pauses the counting of the worker. What is
    made while tests are collected stays: there is no garbage to look for.
    """
    gc.disable()
    cov = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and cov is not None and cov.cov_controller:
        cov.cov_controller.cov.stop()
