"""What was spent under the lines of a budget, from the costs that are recorded.

A cost is spent with its VAT. What cannot be claimed of it is VAT that is not eligible, and what
lies above the cap of its units, with the VAT on that, rounded up to a cent. Costs of which an
amount, the month or the eligibility is not known are counted apart, and enter no sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

import attrs

from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record, type_name
from inclusion_core.model.cost import BudgetLine, CostCap, CostEntry
from inclusion_core.model.funding import Fund, FundingShare, Operation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.values import day_span

__all__ = ["LineSpending", "OperationSpending", "Sum", "spending_of", "summed"]

RecordT = TypeVar("RecordT", bound=Record)


@attrs.frozen
class Sum:
    """An amount in euro cents, and how many entries of it are not known."""

    cents: int = 0
    unknown: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.cents + other.cents, self.unknown + other.unknown)

    def __sub__(self, other: Sum) -> Sum:
        return Sum(self.cents - other.cents, self.unknown + other.unknown)


def summed(sums: Iterable[Sum]) -> Sum:
    """All of them together."""
    return sum(sums, Sum())


@attrs.frozen(kw_only=True)
class LineSpending:
    """What was spent under one budget line.

    Attributes:
        line: The line.
        caps: The most for one unit, where that is set for days of the period or before.
        period: Spent for months of the period.
        spent: Spent for all months until its end.
        ineligible: What of all that cannot be claimed.
        period_ineligible: What of the period cannot be.
    """

    line: BudgetLine
    caps: tuple[CostCap, ...]
    period: Sum
    spent: Sum
    ineligible: Sum
    period_ineligible: Sum

    @property
    def approved(self) -> Sum:
        """What may be spent under it, as the budget now stands."""
        cents = self.line.amount_cents
        return Sum(cents) if isinstance(cents, int) else Sum(unknown=1)

    @property
    def left(self) -> Sum:
        """What may still be claimed; below zero where the line is exceeded."""
        return self.approved - (self.spent - self.ineligible)


@attrs.frozen(kw_only=True)
class OperationSpending:
    """The money of one operation.

    Attributes:
        operation: The operation.
        lines: Its budget lines, by number.
        shares: Who pays what part.
        funds: The names of the funds, by id.
    """

    operation: Operation
    lines: tuple[LineSpending, ...]
    shares: tuple[FundingShare, ...]
    funds: Mapping[str, str]

    @property
    def approved(self) -> Sum:
        """The whole budget."""
        return summed(each.approved for each in self.lines)

    @property
    def eligible(self) -> Sum:
        """What can be claimed until the end of the period."""
        return summed(each.spent - each.ineligible for each in self.lines)

    @property
    def period_eligible(self) -> Sum:
        """What can be claimed of the period."""
        return summed(each.period - each.period_ineligible for each in self.lines)


def spending_of(
    data: ReportData, period: Period, *, operation_number: str = ""
) -> tuple[OperationSpending, ...] | None:
    """The money of each operation, or of one; ``None`` where the data hold no budget at all.

    Args:
        data: Where lines and costs are recorded.
        period: The period reported on.
        operation_number: The number of the operation; empty for all.
    """
    if not _has(data, BudgetLine):
        return None
    lines, shares = _by(_all(data, BudgetLine)), _by(_all(data, FundingShare))
    spending = _Spending(
        period=Stay.during(period),
        costs=_grouped(_all(data, CostEntry)),
        caps=_grouped(_all(data, CostCap)),
    )
    return tuple(
        OperationSpending(
            operation=operation,
            lines=tuple(
                spending.of(line)
                for line in sorted(lines[operation.id], key=lambda each: (each.number, each.id))
            ),
            shares=tuple(shares[operation.id]),
            funds={each.id: each.name for each in _all(data, Fund)},
        )
        for operation in _all(data, Operation)
        if operation_number in ("", operation.number) and operation.id in lines
    )


# The records.


def _has(data: ReportData, record_class: type[Record]) -> bool:
    on, name = data.on, type_name(record_class)
    return name in (on.schema.record_types if isinstance(on, Records) else on.frames)


def _all(data: ReportData, record_class: type[RecordT]) -> Sequence[RecordT]:
    if not _has(data, record_class):
        return ()
    on, name = data.on, type_name(record_class)
    if isinstance(on, Records):
        return cast("Sequence[RecordT]", on.of_type(name))
    from inclusion_core.expr.frames.taken import records_in  # noqa: PLC0415  an extra

    return cast("Sequence[RecordT]", records_in(on, name))


OfOperation = TypeVar("OfOperation", BudgetLine, FundingShare)
OfLine = TypeVar("OfLine", CostEntry, CostCap)


def _by(records: Iterable[OfOperation]) -> dict[str, list[OfOperation]]:
    found: dict[str, list[OfOperation]] = defaultdict(list)
    for record in records:
        found[record.operation_id].append(record)
    return found


def _grouped(records: Iterable[OfLine]) -> dict[str, list[OfLine]]:
    found: dict[str, list[OfLine]] = defaultdict(list)
    for record in records:
        found[record.budget_line_id].append(record)
    return found


# What they come to.


@attrs.frozen(kw_only=True)
class _Spending:
    """All costs and caps, and the period that they are looked at for."""

    period: Stay
    costs: Mapping[str, Sequence[CostEntry]]
    caps: Mapping[str, Sequence[CostCap]]

    def of(self, line: BudgetLine) -> LineSpending:
        caps = tuple(self.caps.get(line.id, ()))
        last = self.period.last.latest
        costs = self.costs.get(line.id, ())
        whole = [(sure, *_amounts(cost, caps)) for cost, sure in self._until_the_end(costs)]
        part = [(sure, *_amounts(cost, caps)) for cost, sure in self._in_period(costs)]
        return LineSpending(
            line=line,
            caps=tuple(cap for cap in caps if day_span(cap.first_day).earliest <= last),
            period=summed(_sure(spent, sure=sure) for sure, spent, _ in part),
            spent=summed(_sure(spent, sure=sure) for sure, spent, _ in whole),
            ineligible=summed(lost for sure, _, lost in whole if sure),
            period_ineligible=summed(lost for sure, _, lost in part if sure),
        )

    def _until_the_end(self, costs: Iterable[CostEntry]) -> Iterator[tuple[CostEntry, bool]]:
        """The costs of months that have ended by then, or may have, and whether they surely did."""
        for cost in costs:
            month = day_span(cost.month)
            if month.earliest <= self.period.last.latest:
                yield cost, month.latest <= self.period.last.latest

    def _in_period(self, costs: Iterable[CostEntry]) -> Iterator[tuple[CostEntry, bool]]:
        first = self.period.first.earliest
        for cost, ended in self._until_the_end(costs):
            month = day_span(cost.month)
            if month.latest >= first:
                yield cost, ended and month.earliest >= first


def _sure(spent: Sum, *, sure: bool) -> Sum:
    return spent if sure else Sum(unknown=1)


def _amounts(cost: CostEntry, caps: Iterable[CostCap]) -> tuple[Sum, Sum]:
    """What was spent, and what of it cannot be claimed."""
    net, vat = cost.net_cents, cost.vat_cents
    if not isinstance(net, int) or not isinstance(vat, int):
        return Sum(unknown=1), Sum()
    above = _above_cap(cost, net, caps)
    if above is None or (vat and not isinstance(cost.vat_eligible, YesNo)):
        return Sum(net + vat), Sum(unknown=1)
    if cost.vat_eligible is not YesNo.YES:
        return Sum(net + vat), Sum(above + vat)
    return Sum(net + vat), Sum(above - (-vat * above // net if above else 0))


def _above_cap(cost: CostEntry, net: int, caps: Iterable[CostCap]) -> int | None:
    """What lies above the lowest cap that holds; ``None`` where that is not known."""
    month = Stay.of(cost.month, cost.month)
    above = 0
    for cap in caps:
        held = stay_of(cap)
        if month is None or held is None or not held.surely_meets(month):
            continue
        if not isinstance(cost.units, int):
            return None
        above = max(above, net - cap.cap_cents * cost.units)
    return above
