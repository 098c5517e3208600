"""Data about clients that are kept longer than the ground on which they are held allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.held import shortest_months
from inclusion_core.checks.operation_ends import ANY_END, kept_through, last_day_of
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.texts import lv
from inclusion_core.values import NEVER, DaySpan

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
    The record types say for each of their fields how long it may be kept; of several times the
    shortest counts that is named by a field in which something is held.
    """
    shortest, of_client = shortest_months(examined)
    found = {
        client_id: kept_through(ends, of_client.get(client_id, shortest)).latest
        for client_id, ends in _ends(examined).items()
    }
    return {client_id: last_day for client_id, last_day in found.items() if last_day < NEVER}


def _ends(examined: Examined) -> Mapping[str, list[DaySpan]]:
    """When the operations of each client may end."""
    operations = {each.id: each for each in examined.of(Operation)}
    programmes = {
        each.id: last_day_of(operations.get(each.operation_id)) for each in examined.of(Programme)
    }
    found: dict[str, list[DaySpan]] = defaultdict(list)
    for participation in examined.of(Participation):
        found[participation.client_id].append(programmes.get(participation.programme_id, ANY_END))
    return found


def _kept_too_long(examined: Examined) -> Iterator[Finding]:
    until = kept_until(examined)
    for client in examined.of(Client):
        if until.get(client.id, NEVER) < examined.known_on:
            yield KEPT_TOO_LONG.at(client)


KEEPING_CHECKS: tuple[Check, ...] = (KEPT_TOO_LONG.check(_kept_too_long),)
