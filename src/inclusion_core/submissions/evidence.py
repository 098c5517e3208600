"""Evidence that is missing: outcomes of the period that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Fault
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Programme
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, day_span

__all__ = ["outcomes_without_evidence"]

NO_EVIDENCE = Fault(
    kind="submission.no-evidence",
    says=lv("nav ierakstīts, uz ko balstās šis pārskata perioda iznākums").en(
        "it is not recorded on what this outcome of the period rests"
    ),
    remedy=lv("ierakstiet pierādījumu; ja tā nav, iznākumu nevar attiecināt").en(
        "enter the evidence; an outcome without any cannot be claimed"
    ),
    severity=Severity.WARNING,
)


def outcomes_without_evidence(
    caseload: Caseload, programme: str, period: Period
) -> Iterator[Finding]:
    """A finding for each outcome that may be of the period and has no evidence.

    Args:
        caseload: The records.
        programme: Id of the programme in the catalogue; empty for all.
        period: The period reported on.
    """
    programmes = {each.id for each in caseload.of(Programme) if programme in ("", each.declared_as)}
    its = {each.id for each in caseload.of(Participation) if each.programme_id in programmes}
    for outcome in caseload.of(Outcome):
        happened = day_span(outcome.happened_on)
        after = period.last_day is not None and happened.earliest > period.last_day
        if happened.latest < period.first_day or after or outcome.participation_id not in its:
            continue
        if outcome.evidence in (ABSENT, NOT_ASKED):
            yield NO_EVIDENCE.at(outcome, "evidence")
