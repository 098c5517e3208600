"""Support that was given outside of its limits: how often, how long, and about at what cost.

The cost of one service is recorded nowhere. It is estimated as its share of the costs of the month
under its contract: of the minutes that all participants of that contract were served in the month,
those that were outside. Where nobody took down how long somebody stayed, the length of the whole
service counts. Each month's share is rounded down to a cent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept.judging import Judgement, Kept, judgements
from inclusion_core.limits.limit import Support
from inclusion_core.model.cost import CostEntry
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.yes_no import YesNo
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.values import Day, day_span

__all__ = ["IneligibleSupport", "SupportTotal", "ineligible_support"]


@attrs.frozen(kw_only=True)
class SupportTotal:
    """How much support there was.

    Attributes:
        services: How often somebody was served.
        minutes: How long altogether, as far as that was taken down.
        without_minutes: Of how many it was not.
        cost_cents: What they cost about, in euro cents; ``None`` where costs or minutes of one of
            their months are not known.
    """

    services: int
    minutes: int
    without_minutes: int
    cost_cents: int | None


@attrs.frozen(kw_only=True)
class IneligibleSupport:
    """The support of a programme that was given outside of its limits.

    A service that is of two kinds counts in both, and once in the total.

    Attributes:
        programme: Id of the programme.
        total: All that cannot be claimed.
        by_support: The same by kind of support, ordered by its id.
        in_good_faith: Outside by what is known now, and inside by what was known on the day.
        undecided: Of how many services it cannot be decided.
    """

    programme: str
    total: SupportTotal
    by_support: tuple[tuple[Support, SupportTotal], ...]
    in_good_faith: SupportTotal
    undecided: int


def ineligible_support(eligibility: Eligibility, examined: Examined) -> IneligibleSupport:
    """What of the support of a programme cannot be claimed, and about what it cost.

    Args:
        eligibility: The limits of the programme.
        examined: The data.
    """
    judged = judgements(eligibility, examined)
    outside = [each for each in judged if each.kept is Kept.OUTSIDE]
    excused = [each for each in judged if each.kept is Kept.IN_GOOD_FAITH]
    undecided = {each.attendance.id for each in judged if each.kept is Kept.UNDECIDED}
    estimate = _Estimate.of(examined)
    return IneligibleSupport(
        programme=eligibility.programme.id,
        total=estimate.total(outside),
        by_support=tuple(
            (support, estimate.total(each for each in outside if each.support.id == support.id))
            for support in eligibility.supports
        ),
        in_good_faith=estimate.total(excused),
        undecided=len(undecided),
    )


_ContractMonth: TypeAlias = tuple[str, int, int]
"""A contract, a year and a month."""


def _month(contract_id: str, day: Day) -> _ContractMonth | None:
    """The month under a contract in which a day lies; None where that is not known."""
    span = day_span(day)
    first, last = ((each.year, each.month) for each in span)
    return (contract_id, *first) if first == last else None


@attrs.frozen(kw_only=True)
class _Estimate:
    """What a month cost under a contract, and how long its participants were served.

    Attributes:
        cents: By contract and month; None where an amount is not known.
        minutes: By contract and month; None where some were not taken down.
        unplaced: Contracts with a cost or a service whose month is not known.
    """

    cents: Mapping[_ContractMonth, int | None]
    minutes: Mapping[_ContractMonth, int | None]
    unplaced: frozenset[str]

    @classmethod
    def of(cls, examined: Examined) -> _Estimate:
        """The costs and the minutes of all contracts."""
        services = {each.id: each for each in examined.of(Service)}
        costs = [(each.contract_id, each.month, _claimed(each)) for each in examined.of(CostEntry)]
        times = [
            (service.contract_id, service.given_on, _minutes(each, service))
            for each in examined.of(ServiceAttendance)
            if (service := services.get(each.service_id)) is not None
        ]
        unplaced = {key for key, day, _ in (*costs, *times) if _month(key, day) is None}
        return cls(cents=_sums(costs), minutes=_sums(times), unplaced=frozenset(unplaced))

    def total(self, judged: Iterable[Judgement]) -> SupportTotal:
        """How much some services were together, each of them once."""
        once = {each.attendance.id: each for each in judged}.values()
        known = [_minutes(each.attendance, each.service) for each in once]
        return SupportTotal(
            services=len(known),
            minutes=sum(minutes for minutes in known if minutes is not None),
            without_minutes=known.count(None),
            cost_cents=self._cost(list(once)),
        )

    def _cost(self, judged: Sequence[Judgement]) -> int | None:
        outside: Counter[_ContractMonth] = Counter()
        for each in judged:
            month = _month(each.service.contract_id, each.service.given_on)
            minutes = _minutes(each.attendance, each.service)
            if month is None or minutes is None or month[0] in self.unplaced:
                return None
            outside[month] += minutes
        shares = [self._share(month, minutes) for month, minutes in outside.items()]
        known = [share for share in shares if share is not None]
        return sum(known) if len(known) == len(shares) else None

    def _share(self, month: _ContractMonth, minutes: int) -> int | None:
        cents, served = self.cents.get(month), self.minutes[month]
        if cents is None or not served:
            return None
        return cents * minutes // served


def _sums(
    amounts: Iterable[tuple[str, Day, int | None]],
) -> Mapping[_ContractMonth, int | None]:
    """The sum of each month under each contract; None where a part of it is not known."""
    found: dict[_ContractMonth, list[int | None]] = defaultdict(list)
    for contract_id, day, amount in amounts:
        month = _month(contract_id, day)
        if month is not None:
            found[month].append(amount)
    return dict(_summed(found))


def _summed(
    found: Mapping[_ContractMonth, Sequence[int | None]],
) -> Iterator[tuple[_ContractMonth, int | None]]:
    for month, amounts in found.items():
        known = [amount for amount in amounts if amount is not None]
        yield month, sum(known) if len(known) == len(amounts) else None


def _minutes(attendance: ServiceAttendance, service: Service) -> int | None:
    """How long somebody was served; where that was not taken down, as long as the service took."""
    stayed = _known(attendance.minutes)
    return _known(service.minutes) if stayed is None else stayed


def _known(number: object) -> int | None:
    return number if isinstance(number, int) else None


def _claimed(cost: CostEntry) -> int | None:
    """What is claimed of a cost: VAT only where it may be."""
    net, vat = _known(cost.net_cents), _known(cost.vat_cents)
    if cost.vat_eligible is not YesNo.YES:
        return net
    return None if net is None or vat is None else net + vat
