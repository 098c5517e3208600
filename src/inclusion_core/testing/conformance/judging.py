"""Asks one check, and weighs what it finds against what was expected to be found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.outcomes import CheckRecord, Outcome
from inclusion_core.testing.conformance.standing import IT_LOADS

__all__ = ["judged", "refused"]


def judged(
    check: Conformance, given: Given, expected_failures: Mapping[str, str] = {}
) -> CheckRecord:
    """What came of one check.

    Args:
        check: The check.
        given: What it looks at.
        expected_failures: Why a check, or a declaration in it, is known to fail.
    """
    if not check.concerns(given):
        return _weighed(check, (), expected_failures, nothing=Outcome.NOTHING_TO_CHECK)
    try:
        broken = tuple(check.look(given))
    except Exception as fault:  # noqa: BLE001  whatever a plugin raises is its failure, told as such
        broken = (
            Broken(given.plugin.name, f"the check could not be finished: {fault_told(fault)}"),
        )
    return _weighed(check, broken, expected_failures)


def refused(problem: str, expected_failures: Mapping[str, str] = {}) -> CheckRecord:
    """What is told of a plugin that cannot take part."""
    return _weighed(IT_LOADS, (Broken("plugin", problem),), expected_failures)


def _weighed(
    check: Conformance,
    broken: Iterable[Broken],
    expected_failures: Mapping[str, str],
    *,
    nothing: Outcome = Outcome.PASSED,
) -> CheckRecord:
    """The record: failed where anything is broken that was not expected to be."""
    listed = tuple(sorted(broken, key=lambda each: (each.about, each.problem)))
    expected = {
        key: why for key, why in expected_failures.items() if key.partition("/")[0] == check.id
    }
    met = {key for key in expected for each in listed if _expects(key, each)}
    outcome, why = nothing, ""
    if not all(any(_expects(key, each) for key in expected) for each in listed):
        outcome = Outcome.FAILED
    elif len(met) < len(expected):
        outcome = Outcome.UNEXPECTED_PASS
        why = _no_longer(sorted(expected.keys() - met))
    elif expected:
        outcome = Outcome.EXPECTED_FAILURE
        why = "; ".join(dict.fromkeys(expected.values()))
    return CheckRecord(check.id, check.says, outcome, listed, why)


def _expects(key: str, broken: Broken) -> bool:
    about = key.partition("/")[2]
    return not about or broken.about == about or broken.about.startswith(f"{about}/")


def _no_longer(keys: Iterable[str]) -> str:
    listed = ", ".join(keys)
    return f"this was expected to fail and does not: take {listed} out of expected_failures"
