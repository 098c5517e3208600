"""Third-country nationals: who had no citizenship of a member state on the day of entry."""

from __future__ import annotations

from inclusion_amif.assumptions import NON_CITIZENS_ARE_THIRD_COUNTRY
from inclusion_core.expr import Condition, Many, any_of
from inclusion_core.facts.rows import CitizenshipSpellRow
from inclusion_core.model.status import CitizenshipKind

__all__ = ["MEMBERS", "is_third_country_national"]

MEMBERS = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
"""Members of the Union throughout the period of the fund, by ISO 3166-1."""


def is_third_country_national(held: Many[CitizenshipSpellRow]) -> Condition:
    """Whether none of the citizenships that somebody holds is that of a member state.

    Stateless persons and persons of undetermined nationality are third-country nationals; whether
    Latvian non-citizens are is an assumption.
    """
    of_a_member = held.where(
        lambda each: each.kind.is_in(CitizenshipKind.CITIZEN) & each.country.is_in(*MEMBERS)
    ).exist()
    non_citizen = held.where(
        lambda each: each.kind.is_in(CitizenshipKind.LATVIAN_NON_CITIZEN)
    ).exist()
    return ~any_of(of_a_member, ~NON_CITIZENS_ARE_THIRD_COUNTRY.holds & non_citizen)
