"""Projects, enterprises and public bodies: what the funds count that is no person."""

from __future__ import annotations

from inclusion_core.expr import CodeExpression, Condition, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_esf.records import (
    EnterpriseSize,
    EntityKind,
    EsfProjectRow,
    EsfSupportedEntityRow,
)

__all__ = [
    "ENTITY",
    "different_entities",
    "is_public_body",
    "is_small_enterprise",
    "project",
    "projects",
]

project: EsfProjectRow = subject(EsfProjectRow)
_entity: EsfSupportedEntityRow = subject(EsfSupportedEntityRow)

is_public_body: Condition = _entity.kind.is_in(EntityKind.PUBLIC_BODY)
is_small_enterprise: Condition = _entity.kind.is_in(EntityKind.ENTERPRISE) & _entity.size.is_in(
    EnterpriseSize.MICRO, EnterpriseSize.SMALL, EnterpriseSize.MEDIUM
)
"""Micro, small and medium-sized enterprises, whatever their legal form."""

ENTITY: Axis = Axis(id="entity", says=lv("uzņēmums vai iestāde").en("entity"), code=_entity.entity)


def projects(
    key: str,
    says: Text,
    which: CodeExpression[YesNo],
    *,
    source: Source,
    notes: tuple[Text, ...] = (),
) -> Metric:
    """The number of projects selected in the period that a question is answered yes for."""
    return Metric(
        id=key,
        says=says,
        subject=EsfProjectRow,
        universe=project.selected_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
        where=which.is_in(YesNo.YES),
        grain=Grain.OPERATION,
        membership=Membership.ENTERED,
        adds_up=True,
        source=source,
        notes=(
            lv("Skaita projektus, nevis cilvēkus: pārskata periodā atlasītos.").en(
                "Counts projects, not persons: those selected in the period."
            ),
            *notes,
        ),
    )


def different_entities(
    key: str, says: Text, where: Condition, *, source: Source, notes: tuple[Text, ...] = ()
) -> Metric:
    """The number of entities whose support began in the period, each once."""
    return Metric(
        id=key,
        says=says,
        subject=EsfSupportedEntityRow,
        universe=_entity.supported_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
        where=where,
        grain=Grain.FUND,
        membership=Membership.ENTERED,
        by=ENTITY,
        measure=Measure.DIFFERENT_CODES,
        source=source,
        notes=(
            lv("Katru skaita vienu reizi, lai cik projektu to atbalsta.").en(
                "Each counts once, however many projects support it."
            ),
            *notes,
        ),
    )
