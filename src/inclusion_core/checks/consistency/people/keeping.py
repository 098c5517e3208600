"""Data about clients that are kept longer than the ground on which they are held allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.periods import months_after
from inclusion_core.texts import lv
from inclusion_core.values import NEVER, day_span

__all__ = ["KEEPING_CHECKS", "kept_until"]

KEPT_TOO_LONG = Fault(
    kind="check.kept-too-long",
    says=lv("klienta datu glabāšanas laiks ir beidzies").en(
        "the time for which the client's data may be kept has passed"
    ),
    remedy=lv("dzēsiet klienta ierakstus vai pagariniet laiku, ja tā nosaka finansētājs").en(
        "erase the client's records, or keep them longer where the funder says so"
    ),
    severity=Severity.WARNING,
)


def kept_until(examined: Examined) -> Mapping[str, date]:
    """The last day on which the records of each client may all be kept, by the client's id.

    It is counted from the last day of the last operation that the client took part in; a client
    in an operation without a known last day, or in none, is left out.
    The record types say for each of their fields how long it may be kept.
    """
    months = [
        field.holding.months
        for record_type in examined.schema
        for field in record_type.fields.values()
        if field.holding is not None
    ]
    shortest = min(months, default=0)
    return {
        client_id: months_after(last_day, shortest)
        for client_id, last_day in _last_days(examined).items()
        if last_day < NEVER
    }


def _last_days(examined: Examined) -> Mapping[str, date]:
    """The latest day on which an operation of each client may end."""
    ends = {each.id: day_span(each.last_day).latest for each in examined.of(Operation)}
    programmes = {each.id: ends.get(each.operation_id, NEVER) for each in examined.of(Programme)}
    found: dict[str, list[date]] = defaultdict(list)
    for participation in examined.of(Participation):
        found[participation.client_id].append(programmes.get(participation.programme_id, NEVER))
    return {client_id: max(days) for client_id, days in found.items()}


def _kept_too_long(examined: Examined) -> Iterator[Finding]:
    until = kept_until(examined)
    for client in examined.of(Client):
        if until.get(client.id, NEVER) < examined.known_on:
            yield KEPT_TOO_LONG.at(client)


KEEPING_CHECKS: tuple[Check, ...] = (KEPT_TOO_LONG.check(_kept_too_long),)
