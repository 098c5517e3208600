"""One condition of a definition, in a few words."""

from datetime import date

import pytest

from inclusion_core.expr import all_of, any_of, completed_years, subject
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.wording import Wording
from inclusion_core.model.client import Gender
from inclusion_core.reports.reconciling.clauses import clause_text
from inclusion_core.texts import lv
from inclusion_core.values import Reason
from inclusion_core.words import WORDS

participation = subject(ParticipationRow)
gender = participation.client.gender
age = completed_years(participation.client.born_on, participation.entered_on)


@pytest.mark.parametrize(
    ("condition", "latvian", "english"),
    [
        (
            gender.is_in(Gender.FEMALE),
            "dzimums: sieviete",
            "gender: female",
        ),
        (~gender.is_in(Gender.FEMALE, Gender.MALE), "dzimums: ne sieviete un vīrietis", None),
        (
            participation.entered_on <= PERIOD_LAST_DAY,
            None,
            "day of entry no later than last day of the period",
        ),
        (
            participation.entered_on > date(2018, 4, 15),
            None,
            "day of entry later than 15 April 2018",
        ),
        (participation.outcomes.count() <= 2, None, "number of records: outcome at most 2"),
        (participation.outcomes.count() > 2, None, "number of records: outcome more than 2"),
        (gender.is_known(), "dzimums ir zināms", "gender is known"),
        (~gender.is_known(), "dzimums nav zināms", "gender is not known"),
        (
            gender.is_unknown_because(Reason.REFUSED),
            None,
            "participation.client.gender.is_unknown_because(refused)",
        ),
        (
            any_of(gender.is_known(), all_of(participation.outcomes.exist())),
            None,
            "participation.client.gender.is_known() | participation.outcomes.exist()",
        ),
        (
            (age >= 18).named("adult", lv("pieaugušais").en("a grown-up")),
            "pieaugušais",
            "a grown-up",
        ),
    ],
)
def test_a_clause_is_said_in_words_or_spelled_as_in_code(condition, latvian, english):
    said = clause_text(condition.node, Wording(WORDS, (SCHEMA,)))

    assert latvian in (None, said.in_("lv"))
    assert english in (None, said.in_("en"))
