"""What begins before it can: a participation before its client came, or stood anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import person_of
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import Arrival, ProtectionSpell
from inclusion_core.texts import lv
from inclusion_core.values import day_span

__all__ = ["BEGINNINGS", "BEGINNING_CHECKS", "Beginning"]


@attrs.frozen(kw_only=True)
class Beginning:
    """The first of some records of a person, before which there is hardly a participation.

    Whether a programme needs a status is for its rules to say; here only the order is looked at.

    Attributes:
        records: The record class; each names its client.
        first: Field of the day on which it begins.
        fault: What is wrong where the participation comes before all of them.
    """

    records: type[Arrival | ProtectionSpell]
    first: str
    fault: Fault


ARRIVED = Beginning(
    records=Arrival,
    first="arrived_on",
    fault=Fault(
        kind="check.entered-before-arrival",
        says=lv("klients iestājas programmā, pirms ieradies valstī").en(
            "the client enters the programme before arriving in the country"
        ),
        remedy=lv("izlabojiet šo dienu vai ierašanās dienu ierakstā {other}").en(
            "correct this day, or the day of arrival in {other}"
        ),
        severity=Severity.WARNING,
    ),
)
STANDING = Beginning(
    records=ProtectionSpell,
    first="first_day",
    fault=Fault(
        kind="check.entered-before-status",
        says=lv("klients iestājas programmā pirms pirmā ieraksta par procedūru vai statusu").en(
            "the client enters the programme before the first record of a procedure or status"
        ),
        remedy=lv(
            "pārbaudiet šo dienu; ja pirms {other} bija cita procedūra, ierakstiet arī to"
        ).en("check this day; where there was another procedure before {other}, record it too"),
        severity=Severity.WARNING,
    ),
)
BEGINNINGS: tuple[Beginning, ...] = (ARRIVED, STANDING)


def _entered_before(beginning: Beginning, examined: Examined) -> Iterator[Finding]:
    person = person_of(examined)
    begun: dict[str, list[Record]] = defaultdict(list)
    for record in examined.of(beginning.records):
        begun[person(record.client_id)].append(record)
    for visit in examined.of(Participation):
        first = _first(begun.get(person(visit.client_id), ()), beginning.first)
        if first is not None:
            entered_by = day_span(visit.entered_on).latest
            if entered_by < day_span(day_of(first, beginning.first)).earliest:
                yield beginning.fault.at(visit, "entered_on", other=first)


def _first(records: Sequence[Record], field: str) -> Record | None:
    """The record that may be the first; None where there is none."""
    return min(
        records, key=lambda each: (day_span(day_of(each, field)).earliest, each.id), default=None
    )


BEGINNING_CHECKS: tuple[Check, ...] = tuple(
    each.fault.check(partial(_entered_before, each)) for each in BEGINNINGS
)
