"""Third-country nationals: who had no citizenship of a member state on the day of entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inclusion_core.expr import Condition, DayExpression, Many, all_of, any_of
from inclusion_core.facts.moments import within
from inclusion_core.facts.rows import CitizenshipSpellRow
from inclusion_core.model.status import CitizenshipKind
from inclusion_core.periods import Period
from inclusion_esf.assumptions import NON_CITIZENS_ARE_THIRD_COUNTRY

__all__ = ["ALWAYS_MEMBERS", "MEMBERS_FOR_A_TIME", "is_third_country_national"]

ALWAYS_MEMBERS = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
"""Members of the Union throughout both periods, by ISO 3166-1."""

MEMBERS_FOR_A_TIME: Mapping[str, Period] = {
    "HR": Period(date(2013, 7, 1), None),
    "GB": Period(date(1973, 1, 1), date(2020, 1, 31)),
}
"""The other members: when they acceded or left within the time of the two funds."""


def is_third_country_national(
    citizenships: Many[CitizenshipSpellRow], on: DayExpression
) -> Condition:
    """Whether none of the citizenships of a day is that of a state that was a member on it.

    Stateless persons and persons of undetermined nationality are third-country nationals; whether
    Latvian non-citizens are is an assumption.

    Source: Regulation (EU) 2021/1057, Article 2(1)(2).
    """
    held = citizenships.on(on)
    non_citizen = held.where(
        lambda each: each.kind.is_in(CitizenshipKind.LATVIAN_NON_CITIZEN)
    ).exist()
    return ~any_of(
        held.where(lambda each: _of_a_member(each, on)).exist(),
        ~NON_CITIZENS_ARE_THIRD_COUNTRY.holds & non_citizen,
    )


def _of_a_member(spell: CitizenshipSpellRow, on: DayExpression) -> Condition:
    for_a_time = (
        spell.country.is_in(country) & within(period, on)
        for country, period in MEMBERS_FOR_A_TIME.items()
    )
    return all_of(
        spell.kind.is_in(CitizenshipKind.CITIZEN),
        any_of(spell.country.is_in(*ALWAYS_MEMBERS), *for_a_time),
    )
