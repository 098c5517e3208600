"""Ends that are told by halves: a last day without a reason, a reason without a last day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.status import Appeal
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, Unknown

__all__ = ["HALVES_CHECKS"]


@attrs.frozen(kw_only=True)
class Halves:
    """A day and what is to be said about it; the one is not there without the other.

    Attributes:
        records: The record class.
        day: The field of the day.
        code: The field of what is said.
        only_day: What is wrong where there is a day alone.
        only_code: What is wrong where there is no day.
    """

    records: type[Record]
    day: str
    code: str
    only_day: Fault
    only_code: Fault


LEFT_WITHOUT_REASON = Fault(
    kind="check.left-without-reason",
    says=lv("dalība beigusies, bet iemesla nav").en(
        "the participation has ended, and there is no reason for it"
    ),
    remedy=lv("ierakstiet iemeslu vai to, kāpēc tas nav zināms").en(
        "enter the reason, or why it is not known"
    ),
)
REASON_WITHOUT_LEAVING = Fault(
    kind="check.reason-without-leaving",
    says=lv("ir iemesls, kāpēc dalība beigusies, bet pēdējās dienas nav").en(
        "there is a reason why the participation ended, and no last day"
    ),
    remedy=lv("ierakstiet pēdējo dienu vai izņemiet iemeslu").en(
        "enter the last day, or take the reason out"
    ),
)
CLOSED_WITHOUT_REASON = Fault(
    kind="check.closed-without-reason",
    says=lv("plāns slēgts, bet iemesla nav").en("the plan is closed, and there is no reason"),
    remedy=LEFT_WITHOUT_REASON.remedy,
)
REASON_WITHOUT_CLOSING = Fault(
    kind="check.reason-without-closing",
    says=lv("ir plāna slēgšanas iemesls, bet slēgšanas dienas nav").en(
        "there is a reason for closing the plan, and no day on which it was closed"
    ),
    remedy=lv("ierakstiet slēgšanas dienu vai izņemiet iemeslu").en(
        "enter the day of closing, or take the reason out"
    ),
)
DECIDED_WITHOUT_RESULT = Fault(
    kind="check.decided-without-result",
    says=lv("sūdzība izskatīta, bet iznākuma nav").en(
        "the appeal is decided, and there is no result"
    ),
    remedy=lv("ierakstiet iznākumu vai to, kāpēc tas nav zināms").en(
        "enter the result, or why it is not known"
    ),
)
RESULT_WITHOUT_DECISION = Fault(
    kind="check.result-without-decision",
    says=lv("ir sūdzības iznākums, bet izskatīšanas dienas nav").en(
        "there is a result of the appeal, and no day on which it was decided"
    ),
    remedy=lv("ierakstiet izskatīšanas dienu vai izņemiet iznākumu").en(
        "enter the day of the decision, or take the result out"
    ),
)

HALVES: tuple[Halves, ...] = (
    Halves(
        records=Participation,
        day="left_on",
        code="leaving_reason",
        only_day=LEFT_WITHOUT_REASON,
        only_code=REASON_WITHOUT_LEAVING,
    ),
    Halves(
        records=SupportPlan,
        day="closed_on",
        code="closing_reason",
        only_day=CLOSED_WITHOUT_REASON,
        only_code=REASON_WITHOUT_CLOSING,
    ),
    Halves(
        records=Appeal,
        day="decided_on",
        code="result",
        only_day=DECIDED_WITHOUT_RESULT,
        only_code=RESULT_WITHOUT_DECISION,
    ),
)


def _only_day(halves: Halves, examined: Examined) -> Iterator[Finding]:
    """What is not known may be either, and is left alone."""
    for record in examined.of(halves.records):
        day = day_of(record, halves.day)
        known = day is not ABSENT and not isinstance(day, Unknown)
        if known and getattr(record, halves.code) is ABSENT:
            yield halves.only_day.at(record, halves.code)


def _only_code(halves: Halves, examined: Examined) -> Iterator[Finding]:
    for record in examined.of(halves.records):
        code = getattr(record, halves.code)
        known = code is not ABSENT and not isinstance(code, Unknown)
        if known and day_of(record, halves.day) is ABSENT:
            yield halves.only_code.at(record, halves.day)


HALVES_CHECKS: tuple[Check, ...] = tuple(
    fault.check(partial(find, each))
    for each in HALVES
    for fault, find in ((each.only_day, _only_day), (each.only_code, _only_code))
)
