"""Protection, as the rules and limits of the service look at it.

The clock of a status holder begins with the day of status: the day on which the decision was
notified and took effect. A second status does not begin it anew.
"""

from __future__ import annotations

from typing import Any

from inclusion_core.expr import JUDGED_ON, CodeExpression, Condition, DayExpression, Many
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ArrivalRow, ParticipationRow, ProtectionSpellRow
from inclusion_core.facts.status_day import StatusDay, status_day
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.status import LegalBasis, ProtectionKind
from inclusion_core.texts import lv
from inclusion_sif.sources import ASYLUM_LAW, MK102

__all__ = [
    "ARRIVED_ON",
    "ASYLUM_FIRST_DAY",
    "ASYLUM_LAST_DAY",
    "FACTS",
    "PROTECTION_ON_ENTRY",
    "REVOKED_ON",
    "STATUS_DAY",
    "STATUS_KIND",
    "WHICH_STATUS_DAY",
    "is_for_ukrainian_civilians",
    "is_of_target_group",
    "on_entry",
]

STATUSES = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
TARGET_GROUP = (ProtectionKind.ASYLUM_SEEKER, *STATUSES)

on_entry: Many[ProtectionSpellRow] = CLIENT.protection_spells.on(PARTICIPATION.entered_on)


def is_of_target_group(spell: ProtectionSpellRow) -> Condition:
    """Whether it is a spell of who asks for asylum or has been given a status."""
    return spell.kind.is_in(*TARGET_GROUP)


def is_for_ukrainian_civilians(spell: ProtectionSpellRow) -> Condition:
    """Whether it is temporary protection by the law on Ukrainian civilians."""
    return spell.kind.is_in(ProtectionKind.TEMPORARY_PROTECTION) & spell.legal_basis.is_in(
        LegalBasis.UKRAINIAN_CIVILIANS_LAW
    )


PROTECTION_ON_ENTRY: Fact[CodeExpression[ProtectionKind]] = Fact(
    id="sif.mentoring.protection-on-entry",
    says=lv("aizsardzība iestāšanās dienā").en("protection on the day of entry"),
    subject=ParticipationRow,
    value=on_entry.only(lambda spell: spell.kind),
)
"""Absent for who has none on that day; unknown where records contradict one another."""

# The asylum procedure: the one that was begun last by the day of the question.

asylum: Many[ProtectionSpellRow] = CLIENT.protection_spells.where(
    lambda spell: spell.kind.is_in(ProtectionKind.ASYLUM_SEEKER) & (spell.first_day <= JUDGED_ON)
)
arrivals: Many[ArrivalRow] = CLIENT.arrivals.where(lambda each: each.arrived_on <= JUDGED_ON)

ASYLUM_FIRST_DAY: Fact[DayExpression] = Fact(
    id="sif.mentoring.asylum-first-day",
    says=lv("patvēruma meklētāja statusa pirmā diena").en("first day as an asylum seeker"),
    subject=ParticipationRow,
    value=asylum.latest(lambda spell: spell.first_day),
    source=ASYLUM_LAW.at(lv("1. panta 9. punkts").en("Article 1(9)")),
)

ASYLUM_LAST_DAY: Fact[DayExpression] = Fact(
    id="sif.mentoring.asylum-last-day",
    says=lv("patvēruma meklētāja statusa pēdējā diena").en("last day as an asylum seeker"),
    subject=ParticipationRow,
    value=asylum.latest(lambda spell: spell.last_day),
    source=ASYLUM_LAW.at(lv("1. panta 9. punkts").en("Article 1(9)")),
)

ARRIVED_ON: Fact[DayExpression] = Fact(
    id="sif.mentoring.arrived-on",
    says=lv("pēdējās ierašanās diena").en("day of the last arrival"),
    subject=ParticipationRow,
    value=arrivals.latest(lambda each: each.arrived_on),
)

# The status.

WHICH_STATUS_DAY = lv(
    "noteikumi nesaka, vai statusa iegūšanas diena ir lēmuma, paziņošanas vai galīgā spēka diena, "
    "ne arī vai otrs statuss sāk laiku no jauna; ņemta pirmā statusa paziņošanas diena"
).en(
    "the rules do not say whether the day of status is that of decision, of notification or of "
    "finality, nor whether a second status begins the time anew; the day on which the first status "
    "was notified is taken"
)
"""What the texts leave open about the day of status, and how they are read here."""

STATUS_DAY: Fact[DayExpression] = Fact(
    id="sif.mentoring.status-day",
    says=lv("statusa iegūšanas diena").en("day of status"),
    subject=ParticipationRow,
    value=status_day(STATUSES, counted_from=StatusDay.NOTIFICATION),
    source=ASYLUM_LAW.at(lv("36. panta 1. daļa").en("Article 36(1)")).own_reading(WHICH_STATUS_DAY),
)

STATUS_KIND: Fact[CodeExpression[ProtectionKind]] = Fact(
    id="sif.mentoring.status-kind",
    says=lv("statuss, no kura skaita laiku").en("the status from which the time is counted"),
    subject=ParticipationRow,
    value=CLIENT.protection_spells.where(
        lambda spell: spell.kind.is_in(*STATUSES) & (spell.notified_on <= STATUS_DAY.value)
    ).only(lambda spell: spell.kind),
)

REVOKED_ON: Fact[DayExpression] = Fact(
    id="sif.mentoring.revoked-on",
    says=lv("diena, no kuras statuss atņemts").en("day from which the status is revoked"),
    subject=ParticipationRow,
    value=CLIENT.protection_spells.where(
        lambda spell: spell.kind.is_in(ProtectionKind.REVOKED)
    ).earliest(lambda spell: spell.first_day),
    source=MK102.point("3.3").own_reading(
        lv("kam statuss atņemts, tas vairs nav mērķa grupā").en(
            "whose status is revoked is no longer of the target group"
        )
    ),
)

FACTS: tuple[Fact[Any], ...] = (
    ARRIVED_ON,
    ASYLUM_FIRST_DAY,
    ASYLUM_LAST_DAY,
    PROTECTION_ON_ENTRY,
    REVOKED_ON,
    STATUS_DAY,
    STATUS_KIND,
)
