"""What an amendment moves: nobody before its day, and then whom and from when."""

from datetime import date

import attrs
import pytest

from inclusion_core.expr import JUDGED_ON, completed_years, months_after
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.limits import End, Limit, Support
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Eligibility, Rule, Verdict
from inclusion_core.rules.amending import Amended, amended
from inclusion_core.rules.eligibility import EligibilityRefusedError
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Likums").en("Act"))
SAYS = lv("teikums").en("sentence")
DAY, EVE, END = date(2024, 7, 1), date(2024, 6, 30), date(2026, 12, 31)
COURSE = ProgrammeDefinition(
    id="toy.course", says=SAYS, target_group=SAYS, operation_number="1", sources=(ACT,)
)


def rule(key, years, **changes):
    """Whoever has so many years on the day of the question."""
    holds = completed_years(CLIENT.born_on, JUDGED_ON) >= years
    return Rule(id=f"toy.{key}", programme=COURSE.id, says=SAYS, holds=holds, source=ACT, **changes)


def limit(months, key="lessons"):
    """So many months after entry."""
    return Limit(
        id=f"toy.course.{key}-months",
        programme=COURSE.id,
        support=Support(id=f"toy.course.{key}", says=SAYS, given=ATTENDANCE.minutes >= 1),
        says=SAYS,
        first_day=PARTICIPATION.entered_on,
        ends=(
            End(
                id="months",
                says=SAYS,
                day=months_after(PARTICIPATION.entered_on, months),
                source=ACT,
            ),
        ),
        source=ACT,
    )


EIGHTEEN = rule("from-eighteen", 18)
BEFORE = Eligibility(programme=COURSE, rules=(EIGHTEEN,), limits=(limit(12),))
AFTER = Eligibility(
    programme=COURSE,
    rules=(
        attrs.evolve(EIGHTEEN, in_force=Period(date(2021, 1, 4), EVE)),
        rule("from-sixteen", 16, in_force=Period(DAY)),
    ),
    limits=(limit(18), limit(3, "talks")),
)

PEOPLE = Cases.of(
    Caseload.of_records(
        (
            Programme(id="g-1", operation_id="o-1", declared_as=COURSE.id),
            Client(id="adult", provider_id="p-1", born_on=date(1990, 5, 1)),
            Client(id="younger", provider_id="p-1", born_on=date(2008, 1, 1)),
            Client(id="unknown", provider_id="p-1"),
            Participation(
                id="a-1", client_id="adult", programme_id="g-1", entered_on=date(2024, 2, 1)
            ),
        ),
        known_on=EVE,
    )
)


def test_before_its_day_nobody_is_moved_by_a_dated_rule():
    dated = attrs.evolve(AFTER, limits=BEFORE.limits)

    assert amended(BEFORE, dated, PEOPLE, date(2021, 1, 4), EVE) == ()


def test_it_says_whom_an_amendment_moves_and_from_which_day():
    stay = {"participation_id": "a-1", "client_id": "adult"}
    applicant = {"participation_id": "", "client_id": "younger"}
    moved = {"before": Verdict.NO, "after": Verdict.YES}

    assert amended(BEFORE, AFTER, PEOPLE, DAY, END) == (
        Amended(**stay, support="toy.course.lessons", first_day=date(2025, 2, 2), **moved),
        Amended(**applicant, support="", first_day=DAY, **moved),
        Amended(**applicant, support="toy.course.lessons", first_day=DAY, **moved),
    )


def test_a_rule_that_is_edited_in_place_of_dated_moves_people_before_its_day():
    edited = attrs.evolve(BEFORE, rules=(rule("from-eighteen", 16),))
    [first, *_] = amended(BEFORE, edited, PEOPLE, date(2021, 1, 4), EVE)

    assert (first.client_id, first.first_day) == ("younger", date(2024, 1, 1))


def test_the_same_rules_move_nobody():
    assert amended(AFTER, AFTER, PEOPLE, date(2021, 1, 4), END) == ()


def test_neither_day_nor_verdict_is_shown():
    assert repr(amended(BEFORE, AFTER, PEOPLE, DAY, END)[1]) == (
        "Amended(participation_id='', client_id='younger', support='')"
    )


def test_the_days_and_the_rules_have_to_make_sense():
    with pytest.raises(BackwardsPeriodError):
        amended(BEFORE, AFTER, PEOPLE, DAY, EVE)
    with pytest.raises(EligibilityRefusedError):
        amended(BEFORE, attrs.evolve(BEFORE, rules=()), PEOPLE, DAY, END)
