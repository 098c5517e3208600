"""On which days the answer to a question changes, if nothing else happens."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import JUDGED_ON, completed_years, days_after, months_after
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.limits import End, Limit, Support
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Eligibility, Moment, Rule
from inclusion_core.rules.changing import Change, change_days
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import NOT_ASKED

ACT = Source(lv("Likums").en("Act"))
SAYS = lv("teikums").en("sentence")
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
FIRST, LAST = date(2018, 1, 1), date(2020, 12, 31)
ASKED_ON = date(2018, 6, 1)

COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=SAYS,
    operation_number="1",
    sources=(ACT,),
)
PROTECTED = CLIENT.protection_spells.on(JUDGED_ON).where(
    lambda spell: spell.kind.is_in(ProtectionKind.REFUGEE)
)
GRANTED = CLIENT.protection_spells.earliest(lambda spell: spell.first_day)
LESSONS = Support(id="toy.course.lessons", says=SAYS, given=ATTENDANCE.minutes >= 1)
LIMIT = Limit(
    id="toy.course.year",
    programme=COURSE.id,
    support=LESSONS,
    says=SAYS,
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(id="year", says=SAYS, day=months_after(GRANTED, 12), source=ACT),
        End(id="half", says=SAYS, day=months_after(PARTICIPATION.entered_on, 18), source=ACT),
    ),
    source=ACT,
)

PROGRAMME = Programme(id="g-1", operation_id="o-1", declared_as="toy.course")
ANNA = Client(id="c-1", provider_id="p-1", born_on=date(2000, 7, 15))
SPELL = ProtectionSpell(
    id="s-1",
    client_id="c-1",
    kind=ProtectionKind.REFUGEE,
    first_day=date(2018, 3, 1),
    last_day=date(2019, 2, 28),
)
STAY = Participation(id="a-1", client_id="c-1", programme_id="g-1", entered_on=date(2018, 4, 10))


def rule(holds, **changes):
    return Rule(
        id="toy.course.rule", programme=COURSE.id, says=SAYS, holds=holds, source=ACT, **changes
    )


def eligibility(*rules):
    return Eligibility(programme=COURSE, rules=rules, limits=(LIMIT,))


def case(*records):
    caseload = Caseload.of_records((PROGRAMME, *records), known_on=date(2018, 12, 3))
    return Cases.of(caseload)["c-1"]


def found(decision):
    """The change days of a decision's question; they are those of a walk, as things stand."""
    question = decision.question
    found = [(each.on, each.truth) for each in change_days(question, FIRST, LAST)]
    reader = ObjectReader(question.standing.records)
    walked = []
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        on = date.fromordinal(ordinal)
        reader.parameters = Parameters(days={"judged_on": on})
        truth = reader.truth(question.node, question.standing.participation)
        if not walked or walked[-1][1] is not truth:
            walked.append((on, truth))
    assert found == walked
    return found


def test_of_an_applicant_the_day_of_entry_moves_with_the_day_of_the_question():
    adult, protected = rule(completed_years(CLIENT.born_on) >= 18), rule(PROTECTED.exist())

    assert found(eligibility(adult).assess(case(ANNA), ASKED_ON)) == [
        (FIRST, NO),
        (date(2018, 7, 15), YES),
    ]
    assert found(eligibility(protected).assess(case(ANNA, SPELL), ASKED_ON)) == [
        (FIRST, NO),
        (date(2018, 3, 1), YES),
        (date(2019, 3, 1), NO),
    ]


def test_what_is_judged_at_entry_does_not_change_for_a_participant():
    protected = rule(PROTECTED.exist())

    assert found(eligibility(protected).assess(case(ANNA, SPELL, STAY), ASKED_ON)) == [(FIRST, YES)]


def test_what_is_judged_on_the_day_of_the_question_changes_for_a_participant():
    protected = rule(PROTECTED.exist(), judged_at=Moment.SERVICE_DAY)
    in_force = attrs.evolve(protected, in_force=Period(date(2018, 3, 15), date(2018, 12, 31)))

    assert found(eligibility(protected).assess(case(ANNA, SPELL, STAY), ASKED_ON)) == [
        (FIRST, NO),
        (date(2018, 3, 1), YES),
        (date(2019, 3, 1), NO),
    ]
    assert found(eligibility(in_force).assess(case(ANNA, SPELL, STAY), ASKED_ON)) == [
        (FIRST, NO),
        (date(2018, 3, 15), YES),
        (date(2019, 1, 1), NO),
    ]


def test_support_may_be_received_while_in_the_programme_and_within_its_limits():
    protected = eligibility(rule(PROTECTED.exist()))

    participant = protected.may_receive("lessons", case(ANNA, SPELL, STAY), ASKED_ON)
    applicant = protected.may_receive("lessons", case(ANNA, SPELL), ASKED_ON)

    assert found(participant) == [
        (FIRST, NO),
        (date(2018, 4, 10), YES),
        (date(2019, 3, 2), NO),
    ]
    assert found(applicant) == [(FIRST, NO), (date(2018, 3, 1), YES), (date(2019, 3, 1), NO)]


def test_as_things_stand_what_has_no_day_never_comes():
    """The verdict on that day is open, because more may come after the day known."""
    open_ended = attrs.evolve(SPELL, kind=NOT_ASKED)
    decision = eligibility(rule(PROTECTED.exist())).assess(case(ANNA, open_ended), ASKED_ON)
    nothing = eligibility(rule(PROTECTED.exist())).assess(case(ANNA), date(2019, 6, 1))

    assert found(decision) == [
        (FIRST, NO),
        (date(2018, 3, 1), UNKNOWN),
        (date(2019, 3, 1), NO),
    ]
    assert nothing.question.truth is UNKNOWN
    assert found(nothing) == [(FIRST, NO)]


def test_a_change_is_a_day_and_what_the_question_then_comes_to():
    question = eligibility(rule(PROTECTED.exist())).assess(case(ANNA), ASKED_ON).question

    assert change_days(question, FIRST, FIRST) == (Change(FIRST, NO),)
    with pytest.raises(BackwardsPeriodError):
        change_days(question, LAST, FIRST)


def test_a_rule_that_cannot_be_swept_is_named():
    uneven = months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30)
    question = eligibility(rule(uneven)).assess(case(ANNA), ASKED_ON).question

    with pytest.raises(ExpressionError, match=r"clause 'toy.course.rule': both sides"):
        change_days(question, FIRST, LAST)
