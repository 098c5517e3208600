"""Families and persons, each worked out once from all records: what the figures are counted on."""

from __future__ import annotations

from inclusion_core.expr import Condition, DayExpression
from inclusion_core.facts.rows import HouseholdRow, PersonRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.texts import lv
from inclusion_eea import facts
from inclusion_eea.activities import ACTIVITIES
from inclusion_eea.records import (
    FAMILY_WORDS,
    PERSON_WORDS,
    EeaFamily,
    EeaFamilyRow,
    EeaPerson,
    EeaPersonRow,
)

__all__ = ["FAMILY_TABLE", "PERSON_TABLE"]


def _first(given: facts.Given) -> Column:
    """The day on which a family was first given something."""
    return _told(facts.first_given(facts.household, given), facts.was_given(facts.household, given))


def _told(day: DayExpression, comes: Condition) -> Column:
    """A day that may never come; where it is not known whether it does, none of it is told."""
    return Column(value=day, known_where=comes | ~comes)


FAMILY_TABLE = FactsTable(
    id="eea.family",
    says=lv("viena ģimene, kā to redz projekta skaitļi").en(
        "one family, as the figures of the project see it"
    ),
    subject=HouseholdRow,
    row=EeaFamilyRow,
    record=EeaFamily,
    columns={
        "place": Column(value=facts.place_of_family),
        "supported_since": _first(facts.every_service),
        "with_child": Column(value=facts.with_child),
        **{each.id: _first(each.given) for each in ACTIVITIES},
    },
    words=FAMILY_WORDS,
)

PERSON_TABLE = FactsTable(
    id="eea.person",
    says=lv("viena persona, kā to redz projekta skaitļi").en(
        "one person, as the figures of the project see them"
    ),
    subject=PersonRow,
    row=EeaPersonRow,
    record=EeaPerson,
    columns={
        "place": Column(value=facts.place_of_person),
        "supported_since": _told(facts.in_supported_since, facts.lives_in_supported),
        "as_child": Column(value=facts.as_child),
    },
    words=PERSON_WORDS,
)
