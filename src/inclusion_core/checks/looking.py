"""Looking through data: what checks find, one after the other; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding, Severity
from inclusion_core.texts import Text, lv

__all__ = ["findings_in", "found_by"]

FAILED = Finding(
    kind="check.failed",
    says=lv("pārbaude {check} netika galā; ko vēl tā atrastu, nav zināms").en(
        "the check {check} failed; what else it would have found is not known"
    ),
    remedy=lv("ziņojiet tam, kas šo pārbaudi izplata").en("tell those who distribute this check"),
)
NO_JOURNAL = Finding(
    kind="check.no-journal",
    says=lv(
        "pārbaude {check} skata, kas kad ierakstīts, bet ierakstu vēstures nav; tā nav veikta"
    ).en(
        "the check {check} looks at what was recorded when, and there is no history of the "
        "records; it was left out"
    ),
    remedy=lv("nododiet tai žurnālu ar visām versijām").en("give it the journal of all versions"),
    severity=Severity.WARNING,
)


def findings_in(examined: Examined, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """All that the checks find, ordered by record, then kind."""
    found = [(check, each) for check in checks for each in found_by(check, examined)]
    said = {(kind, *_record(each)) for check, each in found for kind in check.stands_for}
    kept = (each for _, each in found if (each.kind, *_record(each)) not in said)
    return tuple(sorted(kept, key=attrgetter("order")))


def _record(finding: Finding) -> tuple[str, str]:
    return finding.place.record_type, finding.place.record_id


def found_by(check: Check, examined: Examined) -> list[Finding]:
    """What one check finds; where it raises, or gives what is no finding, that is a finding.

    Nothing is told of why: what it raised may hold a value of a client.
    """
    if check.needs_journal and examined.journal is None:
        return [_about(NO_JOURNAL, check)]
    found: list[Finding] = []
    try:
        for each in check.find(examined):
            found.append(_sourced(each, check))  # noqa: PERF401  what came before a fault is kept
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  one that exits or panics must not stop others
        found.append(_about(FAILED, check))
    return found


def _sourced(each: object, check: Check) -> Finding:
    """A finding, with the rule of the check where it names none."""
    if not isinstance(each, Finding):
        raise TypeError
    return each if each.source is not None else attrs.evolve(each, source=check.source)


def _about(finding: Finding, check: Check) -> Finding:
    says: Text = finding.says.filled(check=check.id)
    return attrs.evolve(finding, says=says)
