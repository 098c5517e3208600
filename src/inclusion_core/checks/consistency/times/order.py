"""Days in the wrong order: what surely ended before it began, or was notified before decided."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.consistency.times.orders import ORDERS, Order
from inclusion_core.checks.days import day_of, surely_before
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding
from inclusion_core.texts import lv

__all__ = ["ORDER_CHECKS"]

COMPARE = lv("salīdziniet ar dokumentiem un izlabojiet vienu no abām dienām").en(
    "compare with the papers and correct one of the two days"
)


def _backwards(order: Order, fault: Fault, examined: Examined) -> Iterator[Finding]:
    for record_type in examined.schema:
        asked = order.record_type in ("", record_type.name)
        if asked and {order.earlier, order.later} <= record_type.fields.keys():
            for record in examined.records.of_type(record_type.name):
                if surely_before(day_of(record, order.later), day_of(record, order.earlier)):
                    yield fault.at(record, order.later)


def _check(order: Order) -> Check:
    fault = Fault(kind=order.kind, says=order.says, remedy=COMPARE)
    return fault.check(partial(_backwards, order, fault))


ORDER_CHECKS: tuple[Check, ...] = tuple(_check(order) for order in ORDERS)
