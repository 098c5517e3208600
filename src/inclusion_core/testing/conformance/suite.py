"""The kit as a class of tests: one test for each check."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import ClassVar

import pytest

from inclusion_core.manager.plugins import Plugin
from inclusion_core.testing.conformance.check import Conformance
from inclusion_core.testing.conformance.checks import CHECKS
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.judging import judged, refused
from inclusion_core.testing.conformance.kit import (
    ENGINES,
    EXAMPLES,
    SEED,
    check_expected,
    looked_at,
)
from inclusion_core.testing.conformance.outcomes import CheckRecord, Outcome
from inclusion_core.testing.conformance.standing import IT_LOADS

__all__ = ["PluginConformance"]


class PluginConformance:
    """Tests a plugin against every check of the kit; subclass it and name the plugin.

    The environment variable ``INCLUSION_FUZZ`` multiplies how many caseloads are drawn: ``0.2``
    for a quick look, ``10`` for a night.

    Attributes:
        plugin: The name of an installed one, its module, or a plugin as the manager loads it.
        expected_failures: Why a check, or a declaration in it, is known to fail.
        engines: The dataframe engines that are asked besides records.
        examples: How many caseloads are drawn for a law.
        seed: By which they are drawn.

    Example:
        This is a whole test module::

            class TestConformance(PluginConformance):
                plugin = "cafe"
    """

    plugin: ClassVar[ModuleType | str | Plugin]
    expected_failures: ClassVar[Mapping[str, str]] = {}
    engines: ClassVar[Sequence[str]] = ENGINES
    examples: ClassVar[int] = EXAMPLES
    seed: ClassVar[int] = SEED

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Makes a test of each check."""
        if "conformance_check" in metafunc.fixturenames:
            metafunc.parametrize("conformance_check", CHECKS, ids=lambda check: check.id)

    @pytest.fixture(scope="class")
    @classmethod
    def conformance_given(cls) -> Given | str:
        """What the checks look at, loaded once; where the plugin cannot take part, why."""
        examples = max(1, round(cls.examples * float(os.environ.get("INCLUSION_FUZZ", "1"))))
        given = looked_at(cls.plugin, engines=cls.engines, examples=examples, seed=cls.seed)
        check_expected(cls.expected_failures, given)
        return given

    def test_conformance(
        self, conformance_check: Conformance, conformance_given: Given | str
    ) -> None:
        """The plugin keeps the promise of the check."""
        if isinstance(conformance_given, Given):
            record = judged(conformance_check, conformance_given, self.expected_failures)
        elif conformance_check is IT_LOADS:
            record = refused(conformance_given, self.expected_failures)
        else:
            pytest.skip("the plugin cannot be loaded")
        _tell(record)


def _tell(record: CheckRecord) -> None:
    """Let pytest tell how a check came out."""
    if record.outcome is Outcome.EXPECTED_FAILURE:
        pytest.xfail(str(record))
    if record.outcome not in (Outcome.PASSED, Outcome.NOTHING_TO_CHECK):
        pytest.fail(str(record), pytrace=False)
