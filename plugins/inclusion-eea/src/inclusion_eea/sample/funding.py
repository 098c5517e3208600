"""Who pays for the project, under which contracts it is delivered, and what it promised.

Number, implementer, partner, period and targets are as published. That EEA and Latvia share what
the promoter does not pay as 95 to 5, and that the promoter pays no more than the least, is our own
reading; the budget (more than 110,000 euro, as told later) and the contracts are not public.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.fields import Record
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.target import Target
from inclusion_core.values import ABSENT, Absent, Day, PartialDay
from inclusion_eea import metrics
from inclusion_eea.programme import FAMILIES, OPERATION_NUMBER
from inclusion_eea.sample.notebook import Notebook

__all__ = [
    "ANNOUNCED_END",
    "BAUSKA_SERVICE",
    "BEGIN",
    "END",
    "PARTNER_CONTRACT",
    "PROGRAMME",
    "PROMOTER",
    "PROMOTER_CONTRACT",
    "write_funding",
]

BEGIN = date(2013, 11, 1)
ANNOUNCED_END = date(2015, 4, 30)
"""The last day as announced: November 2013 to April 2015."""
END = date(2015, 7, 31)
"""The last day as extended: July 2015, by the page on finished projects."""

EXTENDED_ON = date(2015, 5, 4)
AMENDED = PartialDay(date(2015, 5, 1), date(2015, 6, 30))
"""Some day before July 2015 on which 116 families were agreed on; that it was not before the
announced end is our own reading."""

_OPERATION = Operation(
    id="op-families",
    number=OPERATION_NUMBER,
    title="Atbalsts riska ģimenēm ar bērniem",
    beneficiary="Latvijas SOS Bērnu ciematu asociācija",
    first_day=BEGIN,
    last_day=ANNOUNCED_END,
)
PROGRAMME = Programme(id="pr-families", operation_id=_OPERATION.id, declared_as=FAMILIES.id)
PROMOTER = Provider(id="pv-sos", name="Latvijas SOS Bērnu ciematu asociācija")
BAUSKA_SERVICE = Provider(id="pv-bauska", name="Bauskas novada Sociālais dienests")


def _contract(key: str, provider: Provider) -> Contract:
    return Contract(
        id=key,
        programme_id=PROGRAMME.id,
        provider_id=provider.id,
        number=f"SYNTHETIC-{key}",
        first_day=BEGIN,
    )


PROMOTER_CONTRACT = _contract("k-sos", PROMOTER)
PARTNER_CONTRACT = _contract("k-bauska", BAUSKA_SERVICE)

_SHARES = (
    ("eea", "EEZ finanšu instruments 2009-2014", Decimal("85.5"), ShareRule.AT_MOST),
    ("latvia", "Latvijas valsts budžets", Decimal("4.5"), ShareRule.AT_MOST),
    ("promoter", "Projekta īstenotāja līdzfinansējums", Decimal(10), ShareRule.REMAINDER),
)
"""95 and 5 per cent of what is left when the promoter pays 10."""

_PROMISED: tuple[tuple[Metric, int, str | Absent], ...] = (
    (metrics.FAMILIES, 100, ABSENT),
    (metrics.FAMILIES, 50, "BAUSKA"),
    (metrics.FAMILIES, 50, "VALMIERA"),
    (metrics.CHILDREN, 200, ABSENT),
    (metrics.SOCIAL_WORKERS, 2, ABSENT),
    (metrics.SOCIAL_WORKERS, 1, "BAUSKA"),
    (metrics.SOCIAL_WORKERS, 1, "VALMIERA"),
    (metrics.VOLUNTEER_MENTORS, 5, ABSENT),
    (metrics.TRAINED_SOCIAL_WORKERS, 20, ABSENT),
    (metrics.FAMILY_ASSISTANTS, 4, ABSENT),
    (metrics.CAMPS, 2, ABSENT),
)


def write_funding(notebook: Notebook) -> None:
    """Writes the chain on the first day, and on later ones what was amended."""
    notebook.write(BEGIN, _OPERATION, PROGRAMME, *_funds(), PROMOTER, BAUSKA_SERVICE)
    notebook.write(BEGIN, PROMOTER_CONTRACT, PARTNER_CONTRACT)
    november = PartialDay.of_month(2013, 11)
    for metric, amount, place in _PROMISED:
        target = _target(notebook, metric, amount, place, agreed_on=november, due_on=ANNOUNCED_END)
        notebook.write(BEGIN, target)
    notebook.change(EXTENDED_ON, attrs.evolve(_OPERATION, last_day=END))
    amended = _target(notebook, metrics.FAMILIES, 116, ABSENT, agreed_on=AMENDED, due_on=END)
    notebook.write(AMENDED.latest, amended)


def _target(  # noqa: PLR0913  all that a target says
    notebook: Notebook,
    metric: Metric,
    amount: int,
    place: str | Absent,
    *,
    agreed_on: Day,
    due_on: date,
) -> Target:
    return Target(
        id=notebook.key("tg"),
        operation_id=_OPERATION.id,
        metric=metric.id,
        amount=amount,
        agreed_on=agreed_on,
        due_on=due_on,
        place=place,
    )


def _funds() -> Iterator[Record]:
    for key, name, percent, rule in _SHARES:
        fund = Fund(id=f"fu-{key}", name=name)
        yield fund
        yield FundingShare(
            id=f"fs-{key}",
            operation_id=_OPERATION.id,
            fund_id=fund.id,
            percent=percent,
            rule=rule,
        )
