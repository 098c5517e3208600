"""What is looked for in the data of the programme, besides its rules and limits."""

from __future__ import annotations

from datetime import date

from inclusion_core.checks.caps import cost_cap
from inclusion_core.checks.check import Check
from inclusion_core.checks.double_funding import not_while_in
from inclusion_core.checks.loads import team_complete
from inclusion_core.model.cost import CostCapPer
from inclusion_core.periods import Period
from inclusion_sif.motivation.programme import MEASURE_9_1_1_1, MEASURE_9_1_1_2, MOTIVATION, TEAM
from inclusion_sif.needed import needed_of_everybody
from inclusion_sif.operation import OPERATION_NUMBER
from inclusion_sif.sources import ANNOUNCEMENT_2021, MK102

__all__ = ["CHECKS"]

SINCE_2018 = Period(date(2018, 1, 1))
"""The programme began in 2018, as the same announcement says; no team can be missing before."""

TEAM_COMPLETE = team_complete(
    id="sif.motivation.team-complete",
    programme=MOTIVATION.id,
    roles=TEAM,
    source=ANNOUNCEMENT_2021,
    in_force=SINCE_2018,
)

NOT_PAID_TWICE = not_while_in(
    id="sif.motivation.not-paid-twice",
    programme=MOTIVATION.id,
    others=(MEASURE_9_1_1_1, MEASURE_9_1_1_2),
    source=MK102.point("39.4"),
)
"""Measure 7.3.2 is left to the rule, which knows for whom it excludes the programme."""

PERSON = cost_cap(
    id="sif.motivation.person",
    programme=MOTIVATION.id,
    operation_number=OPERATION_NUMBER,
    per=CostCapPer.PERSON,
    cents=84_000,
    source=MK102.point("19.1"),
)

CHECKS: tuple[Check, ...] = (
    *(TEAM_COMPLETE, NOT_PAID_TWICE, PERSON),
    *needed_of_everybody(MOTIVATION.id),
)
