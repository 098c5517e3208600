"""The same person paid for by this fund and by another.

That is right for activities that are paid for separately, and is then no finding but a question;
one activity that both pay for is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from inclusion_amif.checks.of_the_fund import OfTheFund
from inclusion_amif.sources import REGULATION
from inclusion_amif.support import AmifSupport
from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import person_of
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import ServiceAttendance
from inclusion_core.texts import lv

__all__ = ["TWO_FUNDS_CHECKS"]

SEPARATELY = REGULATION.own_reading(
    lv("pēc atmiņas: vienu personu divi fondi ziņo tikai par atsevišķi finansētām darbībām").en(
        "from memory: two funds report one person only for activities that are paid for separately"
    )
)

SAME_ACTIVITY = Fault(
    kind="amif.same-activity",
    says=lv("par vienu un to pašu nodarbību persona uzrādīta šim fondam un vēl citam").en(
        "the person is entered for one and the same service under this fund and under another"
    ),
    remedy=lv("atstājiet to pie viena fonda; otrs ieraksts ir {other}").en(
        "leave it with one fund; the other record is {other}"
    ),
    source=SEPARATELY,
)

IN_ANOTHER_FUND = Fault(
    kind="amif.in-another-fund",
    says=lv("šī atbalsta dienās persona ir arī projektā, ko maksā cits fonds").en(
        "on the days of this support the person is also in an operation that another fund pays for"
    ),
    remedy=lv("pārliecinieties, ka darbības finansē atsevišķi; otra dalība ir {other}").en(
        "make sure that the activities are paid for separately; the other participation is {other}"
    ),
    severity=Severity.WARNING,
    source=SEPARATELY,
)


def _same_service(examined: Examined) -> Iterator[Finding]:
    fund, person = OfTheFund.in_(examined), person_of(examined)
    whose = {each.id: person(each.client_id) for each in examined.of(Participation)}
    own: dict[tuple[str, str], list[ServiceAttendance]] = defaultdict(list)
    others: dict[tuple[str, str], list[ServiceAttendance]] = defaultdict(list)
    for attendance in examined.of(ServiceAttendance):
        key = attendance.participation_id
        if key in fund.operation_of:
            entered = own if fund.pays_for(key) else others
            entered[attendance.service_id, whose[key]].append(attendance)
    for together, attendances in own.items():
        for attendance in attendances:
            for other in others.get(together, [])[:1]:
                yield SAME_ACTIVITY.at(attendance, "service_id", other=other)


def _in_another_fund(examined: Examined) -> Iterator[Finding]:
    fund, person = OfTheFund.in_(examined), person_of(examined)
    whose = {each.id: person(each.client_id) for each in examined.of(Participation)}
    elsewhere: dict[str, list[Participation]] = defaultdict(list)
    for participation in examined.of(Participation):
        if participation.id in fund.operation_of and not fund.pays_for(participation.id):
            elsewhere[whose[participation.id]].append(participation)
    for support in examined.of(AmifSupport):
        days = stay_of(support)
        if days is not None and fund.pays_for(support.participation_id):
            for other in elsewhere[whose[support.participation_id]]:
                stay = stay_of(other, "entered_on", "left_on")
                if stay is not None and stay.surely_meets(days):
                    yield IN_ANOTHER_FUND.at(support, other=other)


TWO_FUNDS_CHECKS: tuple[Check, ...] = (
    SAME_ACTIVITY.check(_same_service),
    IN_ANOTHER_FUND.check(_in_another_fund),
)
