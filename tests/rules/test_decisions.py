"""Decisions: what all rules and limits of a programme come to for one client on a day."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr import JUDGED_ON, completed_years, months_after
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits import End, Limit, Support
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import Arrival, ProtectionKind, ProtectionSpell
from inclusion_core.periods import Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import (
    Eligibility,
    EligibilityRefusedError,
    Moment,
    Role,
    Rule,
    Verdict,
)
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED

ACT = Source(lv("Likums").en("Act"))
SAYS = lv("teikums").en("sentence")
KNOWN_ON = date(2018, 12, 3)
YES, NO, UNDECIDED = Verdict.YES, Verdict.NO, Verdict.UNDECIDED

COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=SAYS,
    operation_number="1",
    sources=(ACT,),
)


def rule(name, holds, **changes):
    return Rule(
        id=f"toy.{name}", programme=COURSE.id, says=SAYS, holds=holds, source=ACT, **changes
    )


ADULT = rule("adult", completed_years(CLIENT.born_on) >= 18)
REFUGEE = rule(
    "refugee",
    CLIENT.protection_spells.on(JUDGED_ON)
    .where(lambda spell: spell.kind.is_in(ProtectionKind.REFUGEE))
    .exist(),
    role=Role.GROUND,
)
HAS_ARRIVED = CLIENT.arrivals.where(lambda each: each.arrived_on <= JUDGED_ON).exist()
ARRIVED = rule("arrived", HAS_ARRIVED, role=Role.GROUND)
DIED = rule("died", CLIENT.died_on <= JUDGED_ON, role=Role.EXCLUSION)
STILL_ADULT = rule(
    "still-under-65", completed_years(CLIENT.born_on) < 65, judged_at=Moment.SERVICE_DAY
)

LESSONS = Support(id="toy.course.lessons", says=SAYS, given=ATTENDANCE.minutes >= 1)
SIX_MONTHS = Limit(
    id="toy.course.six-months",
    programme=COURSE.id,
    support=LESSONS,
    says=SAYS,
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(
            id="six-months",
            says=SAYS,
            day=months_after(PARTICIPATION.entered_on, 6),
            source=ACT,
            tells=Telling(SAYS, {}),
        ),
        End(id="left", says=SAYS, day=PARTICIPATION.left_on, source=ACT),
    ),
    source=ACT,
)

PROGRAMME = Programme(id="g-1", operation_id="o-1", declared_as="toy.course")
ANNA = Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 1), died_on=ABSENT)
SPELL = ProtectionSpell(
    id="s-1", client_id="c-1", kind=ProtectionKind.REFUGEE, first_day=date(2018, 3, 1)
)
LANDED = Arrival(id="r-1", client_id="c-1", arrived_on=date(2018, 1, 5))
STAY = Participation(
    id="a-1", client_id="c-1", programme_id="g-1", entered_on=date(2018, 4, 10), left_on=ABSENT
)


def eligibility(*rules, limits=()):
    return Eligibility(programme=COURSE, rules=rules, limits=limits)


def case(*records):
    caseload = Caseload.of_records((PROGRAMME, *records), known_on=KNOWN_ON)
    return Cases.of(caseload)["c-1"]


def verdict(rules, records, on=date(2018, 6, 1)):
    return eligibility(*rules).assess(case(*records), on).verdict


def test_every_requirement_must_hold():
    child = attrs.evolve(ANNA, born_on=date(2010, 1, 1))

    assert verdict([ADULT], [ANNA]) is YES
    assert verdict([ADULT], [child]) is NO
    assert verdict([ADULT, rule("arrived-too", HAS_ARRIVED)], [ANNA]) is NO


def test_of_the_grounds_one_must_hold():

    assert verdict([REFUGEE, ARRIVED], [ANNA]) is NO
    assert verdict([REFUGEE, ARRIVED], [ANNA, LANDED]) is YES
    assert verdict([REFUGEE, ARRIVED], [ANNA, SPELL]) is YES


def test_no_exclusion_may_hold():
    dead = attrs.evolve(ANNA, died_on=date(2018, 5, 1))

    assert verdict([ADULT, DIED], [ANNA]) is YES
    assert verdict([ADULT, DIED], [dead]) is NO


def test_what_is_not_known_leaves_the_verdict_open_only_where_it_matters():
    someone = attrs.evolve(ANNA, born_on=NOT_ASKED)
    unknown = attrs.evolve(SPELL, kind=NOT_ASKED)

    assert verdict([ADULT], [someone]) is UNDECIDED
    assert verdict([ADULT, REFUGEE], [someone]) is NO
    assert verdict([REFUGEE], [ANNA, unknown]) is UNDECIDED
    assert verdict([REFUGEE, ARRIVED], [ANNA, unknown, LANDED]) is YES


def test_a_participant_is_judged_at_entry_and_an_applicant_on_the_day_of_the_question():
    ended = attrs.evolve(SPELL, last_day=date(2018, 4, 30))
    on = date(2018, 6, 1)

    assert verdict([REFUGEE], [ANNA, ended, STAY], on) is YES
    assert verdict([REFUGEE], [ANNA, ended], on) is NO
    assert verdict([REFUGEE], [ANNA, ended], date(2018, 4, 30)) is YES


def test_a_rule_may_be_judged_on_the_day_of_the_question_for_participants_too():
    old = attrs.evolve(ANNA, born_on=date(1953, 5, 1))

    assert verdict([STILL_ADULT], [old, STAY], date(2018, 4, 30)) is YES
    assert verdict([STILL_ADULT], [old, STAY], date(2018, 5, 1)) is NO


def test_a_rule_may_be_judged_at_leaving():
    at_leaving = rule("at-leaving", completed_years(CLIENT.born_on) >= 18, judged_at=Moment.LEAVING)
    child = attrs.evolve(ANNA, born_on=date(2000, 7, 1))

    for left_on, said in ((date(2018, 6, 30), NO), (date(2018, 7, 1), YES)):
        stay = attrs.evolve(STAY, left_on=left_on)
        assert verdict([at_leaving], [child, stay], date(2018, 5, 1)) is said


@pytest.mark.parametrize(
    ("entered_on", "said"),
    [
        (date(2016, 2, 8), NO),
        (date(2016, 2, 9), YES),
        (date(2018, 12, 31), YES),
        (date(2019, 1, 1), NO),
    ],
)
def test_a_ground_opens_nothing_on_a_day_on_which_it_is_not_in_force(entered_on, said):
    law = Period(date(2016, 2, 9), date(2018, 12, 31))
    ground = rule("everybody", CLIENT.born_on <= JUDGED_ON, role=Role.GROUND, in_force=law)
    stay = attrs.evolve(STAY, entered_on=entered_on, left_on=entered_on)

    assert verdict([ground], [ANNA, stay], entered_on) is said


def test_a_requirement_asks_nothing_on_a_day_on_which_it_is_not_in_force():
    later = rule("arrived-too", HAS_ARRIVED, in_force=Period(date(2018, 5, 1)))

    assert verdict([ADULT, later], [ANNA], date(2018, 4, 30)) is YES
    assert verdict([ADULT, later], [ANNA], date(2018, 5, 1)) is NO


def test_where_no_rule_is_in_force_nobody_is_eligible():
    later = rule("born", CLIENT.died_on > JUDGED_ON, in_force=Period(date(2018, 5, 1)))

    assert verdict([later], [ANNA], date(2018, 4, 30)) is NO
    assert verdict([later, DIED], [ANNA], date(2018, 4, 30)) is NO
    assert verdict([later], [ANNA], date(2018, 5, 1)) is YES


def test_by_a_programme_without_rules_nobody_is_judged():
    with pytest.raises(EligibilityRefusedError, match="it declares no rule") as raised:
        eligibility().assess(case(ANNA), date(2018, 6, 1))
    assert raised.value.programme == "toy.course"
    with pytest.raises(EligibilityRefusedError):
        eligibility(limits=(SIX_MONTHS,)).may_receive("lessons", case(ANNA), date(2018, 6, 1))


def test_what_may_still_come_after_the_last_known_day_leaves_a_later_day_open():
    assert verdict([ADULT, DIED], [ANNA], KNOWN_ON) is YES
    assert verdict([ADULT, DIED], [ANNA], date(2018, 12, 4)) is UNDECIDED


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2018, 4, 9), YES),  # as if they entered on that day
        (date(2018, 4, 10), YES),
        (date(2018, 10, 10), YES),
        (date(2018, 10, 11), NO),
    ],
)
def test_support_may_be_given_to_who_is_eligible_inside_a_window(on, said):
    service = eligibility(ADULT, limits=(SIX_MONTHS,))

    for name in ("lessons", "toy.course.lessons"):
        assert service.may_receive(name, case(ANNA, STAY), on).verdict is said


def test_after_exit_no_support_may_be_given_though_a_limit_would_still_allow_it():
    service = eligibility(ADULT, limits=(attrs.evolve(SIX_MONTHS, ends=SIX_MONTHS.ends[:1]),))
    left = attrs.evolve(STAY, left_on=date(2018, 5, 31))

    assert service.may_receive("lessons", case(ANNA, left), date(2018, 5, 31)).verdict is YES
    assert service.may_receive("lessons", case(ANNA, left), date(2018, 6, 1)).verdict is NO


def test_the_window_that_counts_is_the_one_that_covers_the_day():
    autumn = attrs.evolve(
        SIX_MONTHS,
        id="toy.course.autumn",
        ends=(SIX_MONTHS.ends[1],),
        in_force=Period(date(2018, 11, 1), date(2018, 11, 30)),
    )
    service = eligibility(ADULT, limits=(autumn, SIX_MONTHS))

    def counts(on):
        return service.support("lessons", case(ANNA, STAY), on).limit.id

    assert counts(date(2018, 10, 10)) == "toy.course.six-months"
    assert counts(date(2018, 11, 1)) == "toy.course.autumn"
    assert counts(date(2018, 12, 1)) == "toy.course.autumn"
    assert len(service.windows("lessons", case(ANNA, STAY), date(2018, 10, 10))) == 2
    assert service.may_receive("lessons", case(ANNA, STAY), date(2018, 11, 30)).verdict is YES
    assert service.may_receive("lessons", case(ANNA, STAY), date(2018, 12, 1)).verdict is NO


def test_a_kind_of_support_that_has_no_limit_is_not_known():
    service = eligibility(ADULT, limits=(SIX_MONTHS,))

    assert [each.id for each in service.supports] == ["toy.course.lessons"]
    with pytest.raises(UnknownNameError, match="no kind of support 'lesson'"):
        service.limits_of("lesson")


def test_one_may_ask_what_would_be_if_a_record_were_otherwise():
    decision = eligibility(REFUGEE).assess(case(ANNA), date(2018, 6, 1))

    assert decision.verdict is NO
    assert decision.what_if(SPELL).verdict is YES
    assert decision.verdict is NO


def test_a_decision_shows_no_value_of_the_client():
    shown = repr(eligibility(ADULT).assess(case(ANNA, STAY), date(2018, 6, 1)))

    assert "1990" not in shown
    assert "2018, 4, 10" not in shown


def test_verdicts_have_words():
    assert [each.says.in_("en") for each in Verdict] == ["yes", "no", "undecided"]


def test_the_sentence_of_a_rule_is_about_its_moment():
    told = lv("dienā {day}").en("on {day}")
    adult = attrs.evolve(ADULT, tells=Telling(told, {"day": JUDGED_ON}))
    service = eligibility(adult, limits=(SIX_MONTHS,))

    question = service.assess(case(ANNA, STAY), date(2018, 6, 1)).question
    assert question.tellings["toy.adult"].slots["day"].node == PARTICIPATION.entered_on.node
    assert "on 10 April 2018" in service.assess(case(ANNA, STAY), date(2018, 6, 1)).explain("en")
    assert set(question.tellings) == {"toy.adult", "toy.course.six-months.six-months"}


def test_a_decision_says_why_what_is_missing_and_what_will_change():
    service = eligibility(ADULT, limits=(SIX_MONTHS,))
    someone = case(attrs.evolve(ANNA, born_on=NOT_ASKED), STAY)
    decision = service.may_receive("lessons", someone, date(2018, 6, 1))

    (asked,) = decision.still_matters
    assert (asked.record_type, asked.field) == ("client", "born_on")
    assert decision.ask_next == asked
    assert decision.could_settle == ((asked,),)
    assert decision.explanation.verdict is UNDECIDED
    assert decision.explain("lv").startswith("Kurss: teikums 2018. gada 1. jūnijā")
    assert decision.as_markdown("en").startswith("## Course: sentence")
    assert '"verdict"' in decision.as_json("en")
    born = decision.what_if(ANNA)
    changes = [(each.on, each.truth.value) for each in born.changes(date(2019, 1, 1))]
    assert changes == [(date(2018, 6, 1), "yes"), (date(2018, 10, 11), "no")]


def test_all_verdicts_of_a_caseload_are_those_of_each_case():
    ben = attrs.evolve(ANNA, id="c-2", born_on=NOT_ASKED)
    his = attrs.evolve(STAY, id="a-2", client_id="c-2")
    caseload = Caseload.of_records((PROGRAMME, ANNA, STAY, ben, his), known_on=KNOWN_ON)
    service = eligibility(ADULT)

    found = [(each.participation.id, said) for each, said in service.verdicts(Cases.of(caseload))]
    assert found == [("a-1", YES), ("a-2", UNDECIDED)]
    with pytest.raises(EligibilityRefusedError):
        list(eligibility().verdicts(Cases.of(caseload)))
