"""Whose record is complete: the rule of each period.

A record with an answer missing that must be there does not count. An answer that a person refused
to a sensitive question is no gap: it is not known, is never a yes, and the record stays complete.
"""

from __future__ import annotations

from inclusion_core.expr import Condition, all_of, any_of
from inclusion_core.facts.assumption import Assumption
from inclusion_core.model.yes_no import YesNo
from inclusion_esf.definitions import participation
from inclusion_esf.period_2014.assumptions import HOUSEHOLD_NEEDED
from inclusion_esf.period_2021.assumptions import GENDER_NEEDED
from inclusion_esf.sources import AMENDED_ON

__all__ = [
    "ASSUMES_2014",
    "ASSUMES_2021",
    "HOUSEHOLD_FIELDS",
    "complete_2014",
    "in_annex_i",
    "in_annex_i_total",
    "in_annex_ii",
    "is_objective_l",
    "needs_household",
]

known_household: Condition = all_of(
    participation.jobless_household.is_known(),
    participation.dependent_children.is_known(),
    participation.single_adult.is_known(),
)
HOUSEHOLD_FIELDS = ("jobless_household", "dependent_children", "single_adult")

needs_household: Condition = any_of(
    HOUSEHOLD_NEEDED.is_(2), HOUSEHOLD_NEEDED.is_(1) & (participation.entered_on < AMENDED_ON)
)
"""Whether the household must be known, by the text under which the person entered."""

complete_2014: Condition = all_of(
    participation.gender.is_known(),
    participation.labour_status.is_known(),
    participation.born_on.is_known(),
    participation.education_level.is_known(),
    ~needs_household | known_household,
)
"""All data that are not sensitive are there; homelessness and rural areas may be a sample."""

ASSUMES_2014: tuple[Assumption, ...] = (HOUSEHOLD_NEEDED,)

# ESF+: the objective says which annex asks. Of objective (l) Annex I asks the ages alone, or Annex
# II takes its place; of objective (m) Annex III, which asks nothing of single participants.

is_objective_l: Condition = participation.objective.is_in("l")
is_for_most_deprived: Condition = is_objective_l & participation.most_deprived.is_in(YesNo.YES)

_gender_as_needed: Condition = ~GENDER_NEEDED.holds | participation.gender.is_known()
_complete_of_objective_l: Condition = participation.born_on.is_known() & _gender_as_needed
_complete: Condition = all_of(
    _complete_of_objective_l,
    participation.labour_status.is_known(),
    participation.education_level.is_known(),
)

in_annex_i: Condition = all_of(~participation.objective.is_in("l", "m"), _complete)
"""Who is asked about in Annex I, its total and ages aside: all data of point 1.1 are there."""

in_annex_i_total: Condition = all_of(
    ~participation.objective.is_in("m"),
    ~is_for_most_deprived,
    _complete | (is_objective_l & _complete_of_objective_l),
)
"""Who is asked about in the total and the ages of Annex I."""

in_annex_ii: Condition = is_for_most_deprived
"""Who is asked about in Annex II; its rule on complete records is none (our own reading)."""

ASSUMES_2021: tuple[Assumption, ...] = (GENDER_NEEDED,)
