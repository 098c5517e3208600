"""Caps that an act sets on what one unit may cost."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding
from inclusion_core.model.cost import BudgetLine, CostCap, CostCapPer, CostEntry
from inclusion_core.model.funding import Operation
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import Unknown

__all__ = ["cost_cap"]

SAYS = lv("izmaksas vai to griesti pārsniedz to, ko pieļauj normatīvais akts").en(
    "a cost, or its cap, is above what the act allows"
)
CAP_ABOVE = lv("ierakstītie griesti ir augstāki, nekā pieļauj normatīvais akts: {euros} EUR").en(
    "the recorded cap is higher than the act allows: {euros} EUR"
)
COST_ABOVE = lv(
    "izmaksas bez PVN pārsniedz to, ko normatīvais akts pieļauj par šīm vienībām: {euros} EUR "
    "katrai"
).en("the cost without VAT is above what the act allows for its units: {euros} EUR each")
CORRECT_CAP = lv("izlabojiet griestus vai to spēkā esības dienas").en(
    "correct the cap, or the days on which it holds"
)
CORRECT_COST = lv("pārbaudiet summu un vienību skaitu").en("check the amount and the units")


def cost_cap(  # noqa: PLR0913  a declaration names all it needs
    *,
    id: str,  # noqa: A002  what a declared value is named by
    operation_number: str,
    per: CostCapPer,
    cents: int,
    source: Source,
    in_force: Period | None = None,
    budget_line: str = "",
    programme: str = "",
) -> Check:
    """Looks for recorded caps above that of an act, and for costs above it.

    Only the budget lines count that have a cap for such units: of others it is not known what their
    units are.

    Args:
        id: Names the check.
        operation_number: The number of the operation, as records of operations have it.
        per: What one unit is.
        cents: The most for one unit, in euro cents without VAT.
        source: The rule that says so.
        in_force: The days on which the rule holds; all where ``None``.
        budget_line: The number of the budget line that it is about, where an act sets several caps
            for units of the same kind, one for each line.
        programme: Id of the programme in the catalogue; empty where it is for several.
    """
    euros, rest = divmod(cents, 100)
    most = Text(lv=f"{euros},{rest:02}", en=f"{euros}.{rest:02}")
    cap = _Cap(
        operation_number=operation_number,
        per=per,
        cents=cents,
        budget_line=budget_line,
        held=Stay.during(in_force),
        cap_above=Fault(
            kind=id, says=CAP_ABOVE.filled(euros=most), remedy=CORRECT_CAP, source=source
        ),
        cost_above=Fault(
            kind=id, says=COST_ABOVE.filled(euros=most), remedy=CORRECT_COST, source=source
        ),
    )
    return Check(
        id=id,
        says=SAYS,
        find=cap.find,
        source=source,
        programme=programme,
        stands_for=("check.cost-above-cap",),
    )


@attrs.frozen(kw_only=True)
class _Cap:
    """The most that one unit may cost."""

    operation_number: str
    per: CostCapPer
    cents: int
    budget_line: str
    held: Stay
    cap_above: Fault
    cost_above: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """What is not known of an amount, its units or days breaks no cap."""
        caps = self._caps(examined)
        for cap in caps:
            stay = stay_of(cap)
            if cap.cap_cents > self.cents and stay is not None and stay.surely_meets(self.held):
                yield self.cap_above.at(cap, "cap_cents")
        lines = {cap.budget_line_id for cap in caps}
        for cost in examined.of(CostEntry):
            if cost.budget_line_id in lines and self._is_above(cost):
                yield self.cost_above.at(cost, "net_cents")

    def _caps(self, examined: Examined) -> list[CostCap]:
        """The recorded caps for such units under the budget lines that it is about."""
        number = {each.id: each.number for each in examined.of(Operation)}
        lines = {
            each.id
            for each in examined.of(BudgetLine)
            if number.get(each.operation_id) == self.operation_number
            and self.budget_line in ("", each.number)
        }
        return [
            each
            for each in examined.of(CostCap)
            if each.per is self.per and each.budget_line_id in lines
        ]

    def _is_above(self, cost: CostEntry) -> bool:
        month = Stay.of(cost.month, cost.month)
        if month is None or not month.surely_meets(self.held):
            return False
        if isinstance(cost.net_cents, Unknown) or isinstance(cost.units, Unknown):
            return False
        return cost.net_cents > self.cents * cost.units
