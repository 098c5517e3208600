"""Whom the project is for: families with children at risk of social exclusion."""

from __future__ import annotations

from inclusion_core.expr import JUDGED_ON, Condition
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.rules.rule import Rule
from inclusion_core.texts import lv
from inclusion_eea.facts import is_child
from inclusion_eea.programme import FAMILIES
from inclusion_eea.sources import ANNOUNCEMENT_2013

__all__ = ["RULES"]

_homes = CLIENT.household_memberships.on(JUDGED_ON)

_lives_with_a_child: Condition = _homes.where(
    lambda home: (
        home.household.memberships.on(JUDGED_ON)
        .where(lambda member: is_child(member, JUDGED_ON))
        .exist()
    )
).exist()

_lives_with_somebody_at_risk: Condition = _homes.where(
    lambda home: (
        home.household.memberships.on(JUDGED_ON)
        .where(lambda member: member.client.risk_spells.on(JUDGED_ON).exist())
        .exist()
    )
).exist()

FAMILY_WITH_CHILD = Rule(
    id="eea.families.family-with-child",
    programme=FAMILIES.id,
    says=lv("iestāšanās dienā dzīvo ģimenē, kurā ir bērns līdz 18 gadu vecumam").en(
        "lives, on the day of entry, in a family with a child under 18"
    ),
    holds=_lives_with_a_child,
    source=ANNOUNCEMENT_2013.own_reading(
        lv("kurā dienā ģimenē jābūt bērnam un līdz kādam vecumam, paziņojums nesaka").en(
            "on which day there must be a child, and up to what age, the announcement does not say"
        )
    ),
)

AT_RISK = Rule(
    id="eea.families.at-risk",
    programme=FAMILIES.id,
    says=lv("iestāšanās dienā kāds ģimenes loceklis ir pakļauts sociālās atstumtības riskam").en(
        "on the day of entry, a member of the family is at risk of social exclusion"
    ),
    holds=_lives_with_somebody_at_risk,
    source=ANNOUNCEMENT_2013.own_reading(
        lv(
            "kas ir riska ģimene, paziņojums nesaka; te pietiek ar jebkuru riska pamatu, kas šajā "
            "dienā ierakstīts kādam tās loceklim"
        ).en(
            "what makes a family at risk the announcement does not say; here any risk ground that "
            "is recorded for one of its members on that day is enough"
        )
    ),
)

RULES: tuple[Rule, ...] = (FAMILY_WITH_CHILD, AT_RISK)
