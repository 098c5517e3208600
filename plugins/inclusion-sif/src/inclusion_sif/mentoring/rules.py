"""Whom the service is for."""

from __future__ import annotations

from inclusion_core.expr import Many, any_of, subject
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ParticipationRow, ProtectionSpellRow
from inclusion_core.model.status import ProtectionKind
from inclusion_core.rules.rule import Rule
from inclusion_core.texts import lv
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.sources import MK102

__all__ = ["FACTS", "PROTECTION_ON_ENTRY", "RULES", "TARGET_GROUP"]

_KINDS = (
    ProtectionKind.ASYLUM_SEEKER,
    ProtectionKind.REFUGEE,
    ProtectionKind.ALTERNATIVE_STATUS,
)

participation: ParticipationRow = subject(ParticipationRow)

_on_entry: Many[ProtectionSpellRow] = participation.client.protection_spells.on(
    participation.entered_on
)

PROTECTION_ON_ENTRY = Fact(
    id="sif.mentoring.protection-on-entry",
    says=lv("aizsardzība iestāšanās dienā").en("protection on the day of entry"),
    subject=ParticipationRow,
    value=_on_entry.only(lambda spell: spell.kind),
)
"""Absent for who has none on that day; unknown where records contradict one another."""

TARGET_GROUP = Rule(
    id="sif.mentoring.target-group",
    programme=MENTORING.id,
    says=lv("patvēruma meklētājs vai persona ar bēgļa vai alternatīvo statusu").en(
        "asylum seeker, or person with refugee or alternative status"
    ),
    holds=any_of(
        PROTECTION_ON_ENTRY.value.is_in(*_KINDS),
        # On the day of a decision somebody may be both asylum seeker and status holder.
        _on_entry.exist() & _on_entry.for_all(lambda spell: spell.kind.is_in(*_KINDS)),
    ),
    source=MK102.point("3.3"),
)

RULES: tuple[Rule, ...] = (TARGET_GROUP,)
FACTS = (PROTECTION_ON_ENTRY,)
