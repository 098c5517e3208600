"""Whether the checks of a plugin go through any data, its own and those of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given

__all__ = ["CHECKS_GO_THROUGH", "found_in"]


def _stopped(given: Given) -> Iterator[Broken]:
    for told, examined in _data(given):
        for check in given.brought.checks:
            found = found_in(check, examined)
            if isinstance(found, Exception):
                yield Broken(
                    check.id,
                    f"in {told} the check raises {fault_told(found)}; it has to go through "
                    "whatever data there are",
                )


def _data(given: Given) -> Iterator[tuple[str, Examined]]:
    for built in given.samples:
        yield f"the sample {built.sample.id!r}", given.examined(built)
    for caseload in given.strange:
        told = "data with strange days and codes in it"
        yield told, Examined(caseload=caseload, schema=given.schema)


def found_in(check: Check, examined: Examined) -> list[Finding] | Exception:
    """What a check finds, or what it raises; nothing where it needs a journal and there is none."""
    if check.needs_journal and examined.journal is None:
        return []
    found: list[Finding] = []
    try:
        for each in _given_by(check, examined):
            if not isinstance(each, Finding):
                raise TypeError(f"it gives a {type(each).__name__} and must give Findings")  # noqa: TRY301  told like any other fault
            found.append(each)
    except Exception as fault:  # noqa: BLE001  the plugin's own function
        return fault
    return found


def _given_by(check: Check, examined: Examined) -> Iterable[object]:
    """What the function gives, which may be something else than it should."""
    return check.find(examined)


CHECKS_GO_THROUGH = Conformance(
    "checks-go-through-any-data",
    "A check raises nothing, whatever the data, and gives findings alone.",
    _stopped,
    concerns=lambda given: bool(given.brought.checks),
)
