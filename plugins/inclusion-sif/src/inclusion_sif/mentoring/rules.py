"""Whom the service is for."""

from __future__ import annotations

from datetime import date

from inclusion_core.expr import any_of
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import CodeSlot, Telling
from inclusion_core.model.status import ProtectionKind
from inclusion_core.periods import Period
from inclusion_core.rules.rule import Role, Rule
from inclusion_core.texts import lv
from inclusion_core.words import WORDS
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.status import (
    PROTECTION_ON_ENTRY,
    is_for_ukrainian_civilians,
    is_of_target_group,
    on_entry,
)
from inclusion_sif.mentoring.status import (
    TARGET_GROUP as TARGET_KINDS,
)
from inclusion_sif.sources import MK102

__all__ = ["RULES", "TARGET_GROUP", "UKRAINIAN_CIVILIANS", "UKRAINIAN_CIVILIANS_SINCE"]

UKRAINIAN_CIVILIANS_SINCE = Period(date(2022, 3, 5))
"""MK 102, point 18.2.1."""

TARGET_GROUP = Rule(
    id="sif.mentoring.target-group",
    programme=MENTORING.id,
    role=Role.GROUND,
    says=lv("patvēruma meklētājs vai persona ar bēgļa vai alternatīvo statusu").en(
        "asylum seeker, or person with refugee or alternative status"
    ),
    holds=on_entry.where(is_of_target_group).exist()
    & any_of(
        PROTECTION_ON_ENTRY.value.is_in(*TARGET_KINDS),
        # On the day of a decision somebody may be both asylum seeker and status holder.
        on_entry.for_all(is_of_target_group),
    ),
    source=MK102.point("3.3").own_reading(
        lv("spēkā no noteikumu dienas; lasītais teksts citu dienu nenosauc").en(
            "in force from the day of the rules; the text that was read names no other day"
        )
    ),
    in_force=Period(date(2016, 2, 9)),
    tells=Telling(
        lv(
            "patvēruma meklētājs vai persona ar bēgļa vai alternatīvo statusu; iestāšanās dienā, "
            "{entered_on:locative}: {protection}"
        ).en(
            "asylum seeker, or person with refugee or alternative status; on the day of entry, "
            "{entered_on}: {protection}"
        ),
        {
            "entered_on": PARTICIPATION.entered_on,
            "protection": CodeSlot(
                PROTECTION_ON_ENTRY.value,
                {kind.value: WORDS.code_text(kind) for kind in ProtectionKind},
            ),
        },
    ),
)

UKRAINIAN_CIVILIANS = Rule(
    id="sif.mentoring.ukrainian-civilians",
    programme=MENTORING.id,
    role=Role.GROUND,
    says=lv("Ukrainas civiliedzīvotājs ar pagaidu aizsardzību").en(
        "Ukrainian civilian with temporary protection"
    ),
    holds=on_entry.where(is_for_ukrainian_civilians).exist(),
    source=MK102.point("3.4"),
    in_force=UKRAINIAN_CIVILIANS_SINCE,
)

RULES: tuple[Rule, ...] = (TARGET_GROUP, UKRAINIAN_CIVILIANS)
