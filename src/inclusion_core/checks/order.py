"""Days in the wrong order: what surely ended before it began, or was notified before decided."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of, surely_before
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import Text, lv

__all__ = ["ORDERS", "ORDER_CHECKS", "Order"]

COMPARE = lv("salīdziniet ar dokumentiem un izlabojiet vienu no abām dienām").en(
    "compare with the papers and correct one of the two days"
)


@attrs.frozen(kw_only=True)
class Order:
    """Two days of one record, of which one never comes before the other.

    Attributes:
        kind: Id of the fault.
        record_type: Of which records; empty for every type that has both fields.
        earlier: The field whose day comes first.
        later: The field whose day comes on that day or after it.
        says: What is wrong where it is the other way round.
    """

    kind: str
    record_type: str = ""
    earlier: str
    later: str
    says: Text


ORDERS: tuple[Order, ...] = (
    Order(
        kind="check.last-day-before-first",
        earlier="first_day",
        later="last_day",
        says=lv("pēdējā diena ir pirms pirmās").en("the last day is before the first"),
    ),
    Order(
        kind="check.left-before-entered",
        record_type="participation",
        earlier="entered_on",
        later="left_on",
        says=lv("klients programmu pamet, pirms tajā iestājas").en(
            "the client leaves the programme before entering it"
        ),
    ),
    Order(
        kind="check.notified-before-decided",
        record_type="protection_spell",
        earlier="decided_on",
        later="notified_on",
        says=lv("lēmums paziņots, pirms tas pieņemts").en(
            "the decision is notified before it is taken"
        ),
    ),
    Order(
        kind="check.final-before-notified",
        record_type="protection_spell",
        earlier="notified_on",
        later="final_on",
        says=lv("lēmums vairs nav pārsūdzams, pirms tas paziņots").en(
            "the decision is final before it is notified"
        ),
    ),
    Order(
        kind="check.final-before-decided",
        record_type="protection_spell",
        earlier="decided_on",
        later="final_on",
        says=lv("lēmums vairs nav pārsūdzams, pirms tas pieņemts").en(
            "the decision is final before it is taken"
        ),
    ),
    Order(
        kind="check.died-before-born",
        record_type="client",
        earlier="born_on",
        later="died_on",
        says=lv("nāves diena ir pirms dzimšanas dienas").en("the day of death is before birth"),
    ),
    Order(
        kind="check.undone-before-linked",
        record_type="same_person_link",
        earlier="linked_on",
        later="undone_on",
        says=lv("saite atcelta, pirms tā izveidota").en("the link is undone before it is made"),
    ),
)


def _backwards(order: Order, fault: Fault, caseload: Caseload, schema: Schema) -> Iterator[Finding]:
    for record_type in schema:
        asked = order.record_type in ("", record_type.name)
        if asked and {order.earlier, order.later} <= record_type.fields.keys():
            for record in caseload.records.get(record_type.name, ()):
                if surely_before(day_of(record, order.later), day_of(record, order.earlier)):
                    yield fault.at(record, order.later)


def _check(order: Order) -> Check:
    fault = Fault(kind=order.kind, says=order.says, remedy=COMPARE)
    return fault.check(partial(_backwards, order, fault))


ORDER_CHECKS: tuple[Check, ...] = tuple(_check(order) for order in ORDERS)
