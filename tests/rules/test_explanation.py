"""Explanations: the clauses behind a verdict, and what each of them rests on."""

from datetime import date

import attrs
from effort import tries
from explanation_lab import (
    ACT,
    ADULT,
    ANNA,
    ARRIVED,
    DIED,
    KNOWN_ON,
    LANDED,
    ON,
    PAST,
    READING,
    REFUGEE,
    RULES,
    SIX_MONTHS,
    SPELL,
    STAY,
    case,
    course,
    rule,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.expr import all_of, any_of
from inclusion_core.expr.traces import FieldRead, ListRead
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.facts.telling import Telling
from inclusion_core.model.client import Gender
from inclusion_core.model.status import ProtectionKind
from inclusion_core.rules import Question, Role, Verdict
from inclusion_core.rules.explanation import explanation_of
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

SAYS = lv("teikums").en("sentence")
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
CHILD = attrs.evolve(ANNA, born_on=date(2010, 1, 1))
DEAD = attrs.evolve(ANNA, died_on=date(2018, 3, 3))

born = CLIENT.born_on <= date(2000, 1, 1)
woman = CLIENT.gender.is_in(Gender.FEMALE)


def explained(rules, records, on=ON):
    return explanation_of(course(*rules).assess(case(*records), on).question)


def explained_support(records, on=ON, limits=(SIX_MONTHS,), rules=(ADULT,)):
    decision = course(*rules, limits=limits).may_receive("toy.lessons", case(*records), on)
    return explanation_of(decision.question)


def asked(condition, *records, **tellings):
    standing = case(*records).in_(STAY)
    return explanation_of(
        Question(says=SAYS, asks=condition, standing=standing, on=ON, tellings=tellings)
    )


def deciding(explanation):
    return [step.key for step in explanation.deciding]


def told(explanation):
    return {step.key: step.truth for step in explanation.all_steps()}


def step(explanation, key):
    return next(each for each in explanation.all_steps() if each.key == key)


# The law.


@st.composite
def situations(draw):
    chosen = tuple(
        attrs.evolve(
            each,
            role=draw(st.sampled_from(Role)),
            in_force=draw(st.sampled_from([None, PAST])),
        )
        for each in RULES
        if draw(st.booleans())
    )
    client = attrs.evolve(
        ANNA,
        born_on=draw(st.sampled_from([date(1990, 5, 1), NOT_ASKED, PartialDay.of_year(2000)])),
        died_on=draw(st.sampled_from([ABSENT, NOT_ASKED, date(2018, 3, 3)])),
    )
    spell = attrs.evolve(SPELL, kind=draw(st.sampled_from([*ProtectionKind, NOT_ASKED])))
    records = [record for record in (spell, LANDED, STAY) if draw(st.booleans())]
    return chosen or (ADULT,), (client, *records), draw(st.sampled_from([ON, date(2019, 6, 1)]))


@settings(max_examples=tries(150), deadline=None)
@given(situations())
def test_an_explanation_has_the_verdict_of_the_decision_and_a_reason_for_it(situation):
    rules, records, on = situation
    eligibility = course(*rules, limits=(SIX_MONTHS,))
    for decision in (
        eligibility.assess(case(*records), on),
        eligibility.may_receive("toy.lessons", case(*records), on),
    ):
        explanation = explanation_of(decision.question)
        assert explanation.verdict is decision.verdict
        assert explanation.deciding
        assert set(explanation.deciding) <= {*explanation.all_steps(), *_hidden(explanation)}


def _hidden(explanation):
    """What decides although the tree leaves it out, as it is as it should be."""
    return (each for each in explanation.deciding if each.key == "toy.course.rules-in-force")


# What an explanation knows.


def test_an_explanation_knows_its_question():
    explanation = explained(RULES, [ANNA, SPELL, STAY])

    assert explanation.verdict is Verdict.YES
    assert (explanation.on, explanation.known_on) == (ON, KNOWN_ON)
    assert (explanation.client_id, explanation.participation_id) == ("c-1", "a-1")


def test_who_only_applies_has_no_participation():
    explanation = explained(RULES, [ANNA, SPELL])

    assert explanation.participation_id is None
    assert explanation.verdict is Verdict.YES


# The tree.


def test_each_clause_has_its_truth_its_sense_and_its_source():
    explanation = explained(RULES, [ANNA, SPELL, LANDED, STAY])

    assert told(explanation) == {
        "toy.adult": YES,
        "toy.died": NO,
        "toy.course.grounds": YES,
        "toy.refugee": YES,
        "toy.arrived": YES,
    }
    assert [each.key for each in explanation.all_steps() if each.against] == ["toy.died"]
    assert step(explanation, "toy.adult").source == READING
    assert step(explanation, "toy.course.grounds").source is None


def test_a_clause_rests_on_what_was_read_for_it():
    explanation = explained(RULES, [ANNA, SPELL, STAY])

    assert step(explanation, "toy.adult").rests_on == (
        FieldRead(record_type="client", record_id="c-1", field="born_on", value=date(1990, 5, 1)),
        FieldRead(
            record_type="participation",
            record_id="a-1",
            field="entered_on",
            value=date(2018, 4, 10),
        ),
    )
    assert step(explanation, "toy.course.grounds").rests_on == ()
    assert [type(read) for read in step(explanation, "toy.arrived").rests_on] == [ListRead]
    assert len(explanation.all_reads) == len(set(explanation.all_reads))


def test_that_a_rule_is_in_force_is_told_only_where_it_is_not():
    now = attrs.evolve(REFUGEE, in_force=attrs.evolve(PAST, last_day=None))
    before = attrs.evolve(ARRIVED, in_force=PAST)
    explanation = explained([now, before], [ANNA, SPELL, LANDED, STAY])

    assert told(explanation) == {
        "toy.course.grounds": YES,
        "toy.refugee": YES,
        "toy.arrived": NO,
        "toy.arrived.in-force": NO,
    }
    assert not step(explanation, "toy.refugee").out_of_force
    lapsed = step(explanation, "toy.arrived")
    assert lapsed.out_of_force
    assert lapsed.rests_on == ()
    assert lapsed.told_steps == ()
    assert [read.field for read in lapsed.told_reads] == ["entered_on"]
    assert step(explanation, "toy.refugee").told_reads == step(explanation, "toy.refugee").rests_on


def test_a_rule_out_of_force_rests_on_nothing_even_where_its_condition_fails_too():
    explanation = explained([attrs.evolve(ARRIVED, in_force=PAST), REFUGEE], [ANNA, SPELL, STAY])

    assert step(explanation, "toy.arrived").rests_on == ()


def test_a_requirement_out_of_force_asks_nothing():
    explanation = explained([attrs.evolve(ADULT, in_force=PAST), REFUGEE], [CHILD, SPELL, STAY])

    assert explanation.verdict is Verdict.YES
    assert step(explanation, "toy.adult").out_of_force
    assert step(explanation, "toy.adult").truth is YES


def test_a_clause_inside_a_list_is_told_for_each_record_and_not_for_one_that_may_come():
    arrivals = CLIENT.arrivals.where(lambda each: (each.arrived_on <= ON).named("in-time", SAYS))
    whole = arrivals.exist().named("toy.arrivals", SAYS, ACT)
    late = attrs.evolve(LANDED, id="r-2", arrived_on=date(2018, 9, 1))
    explanation = asked(whole, ANNA, STAY, LANDED, late)

    assert [(each.key, each.truth, each.about) for each in explanation.all_steps()] == [
        ("toy.arrivals", YES, None),
        ("toy.arrivals.in-time", YES, ("arrival", "r-1")),
        ("toy.arrivals.in-time", NO, ("arrival", "r-2")),
    ]


def test_a_part_without_a_source_has_that_of_its_clause():
    part = born.named("old", SAYS)
    explanation = asked(all_of(part, woman).named("toy.rule", SAYS, ACT), ANNA, STAY)

    assert step(explanation, "toy.rule.old").source == ACT


def test_a_clause_that_is_asked_twice_is_told_once():
    clause = born.named("toy.old", SAYS)

    assert len(asked(any_of(clause & woman, clause & ~woman), ANNA, STAY).steps) == 1


def test_what_no_clause_names_is_kept_beside_the_tree():
    explanation = asked(born, ANNA, STAY)

    assert explanation.steps == explanation.deciding == ()
    assert [read.field for read in explanation.rests_on] == ["born_on"]
    assert explanation.all_reads == explanation.rests_on


# Sentences for one case.


def test_a_sentence_is_filled_with_the_days_of_the_case_where_they_are_known():
    explanation = explained_support([ANNA, STAY])

    months, left = (step(explanation, f"toy.six.{end}") for end in ("months", "left"))
    assert months.sentence.in_("en") == "six months from 10 April 2018"
    assert left.sentence.in_("en") == "has left"


def test_a_rule_tells_of_one_case_as_a_limit_does():
    telling = Telling(
        lv("dzimis {born_on:locative}").en("born on {born_on}"), {"born_on": CLIENT.born_on}
    )
    explanation = explained([attrs.evolve(ADULT, tells=telling)], [ANNA, STAY])

    assert step(explanation, "toy.adult").sentence.in_("lv") == "dzimis 1990. gada 1. maijā"


# What decides.


def test_for_no_the_clauses_that_failed_decide():
    assert deciding(explained(RULES, [CHILD, SPELL, STAY])) == ["toy.adult"]
    assert deciding(explained(RULES, [DEAD, SPELL, STAY])) == ["toy.died"]
    young_and_dead = attrs.evolve(DEAD, born_on=date(2010, 1, 1))
    assert deciding(explained(RULES, [young_and_dead, SPELL, STAY])) == ["toy.adult", "toy.died"]


def test_for_yes_the_requirements_and_the_ground_that_held_decide():
    assert deciding(explained(RULES, [ANNA, SPELL, STAY])) == ["toy.adult", "toy.refugee"]


def test_for_yes_that_nothing_stood_in_the_way_is_a_reason_only_without_another():
    assert deciding(explained([DIED, ADULT], [ANNA, STAY])) == ["toy.adult"]
    assert deciding(asked(~DIED.condition.named("toy.died", SAYS), ANNA, STAY)) == ["toy.died"]


def test_for_undecided_what_is_open_decides():
    nobody_asked = attrs.evolve(ANNA, born_on=NOT_ASKED)

    assert deciding(explained(RULES, [nobody_asked, SPELL, STAY])) == ["toy.adult"]
    assert deciding(explained([REFUGEE], [ANNA, STAY], on=date(2019, 6, 1))) == ["toy.refugee"]


def test_few_grounds_that_all_fail_are_named_and_of_many_the_group():
    landed_late = attrs.evolve(LANDED, arrived_on=date(2018, 9, 1))
    more = [
        rule(name, SAYS, CLIENT.gender.is_in(Gender.FEMALE), role=Role.GROUND)
        for name in ("third", "fourth")
    ]
    records = [attrs.evolve(ANNA, gender=Gender.MALE), landed_late, STAY]

    assert deciding(explained([REFUGEE, ARRIVED], records)) == ["toy.refugee", "toy.arrived"]
    assert deciding(explained([REFUGEE, ARRIVED, *more], records)) == ["toy.course.grounds"]


def test_no_rule_in_force_is_the_reason_where_it_is_so():
    explanation = explained([attrs.evolve(ADULT, in_force=PAST)], [ANNA, STAY])

    assert explanation.verdict is Verdict.NO
    assert deciding(explanation) == ["toy.course.rules-in-force"]
    assert told(explanation)["toy.course.rules-in-force"] is NO


def test_only_an_exclusion_leaves_the_rules_in_force_out():
    explanation = explained([DIED], [ANNA, STAY])

    assert explanation.verdict is Verdict.NO
    assert deciding(explanation) == ["toy.course.rules-in-force"]


def test_a_ground_that_is_not_in_force_is_itself_the_reason():
    explanation = explained([attrs.evolve(ARRIVED, in_force=PAST), ADULT], [ANNA, LANDED, STAY])

    assert deciding(explanation) == ["toy.arrived"]


def test_of_a_limit_the_end_that_has_come_decides():
    ended = explained_support([ANNA, STAY], on=date(2018, 11, 1))
    inside = explained_support([ANNA, STAY])

    assert deciding(ended) == ["toy.six.months"]
    assert deciding(inside) == ["toy.adult", "toy.course.in-programme", "toy.six"]


def test_a_part_decides_for_its_rule_where_it_does_so_alone():
    parts = born.named("old", SAYS), woman.named("woman", SAYS)
    man = attrs.evolve(ANNA, gender=Gender.MALE)
    nobody = attrs.evolve(man, born_on=date(2010, 1, 1))
    whole = all_of(*parts).named("toy.rule", SAYS, ACT)
    either = any_of(*parts).named("toy.rule", SAYS, ACT)

    assert deciding(asked(whole, man, STAY)) == ["toy.rule.woman"]
    assert deciding(asked(whole, nobody, STAY)) == ["toy.rule.old", "toy.rule.woman"]
    assert deciding(asked(either, nobody, STAY)) == ["toy.rule"]
    assert deciding(asked(either, man, STAY)) == ["toy.rule.old"]


def test_a_rule_that_rests_on_more_than_its_parts_is_itself_the_reason():
    mixed = any_of(born.named("old", SAYS), woman).named("toy.rule", SAYS, ACT)
    child_and_man = attrs.evolve(CHILD, gender=Gender.MALE)

    assert deciding(asked(mixed, child_and_man, STAY)) == ["toy.rule"]


def test_a_clause_of_a_record_that_may_still_come_decides_through_its_list():
    arrivals = CLIENT.arrivals.where(lambda each: each.country.is_in("SY").named("syria", SAYS))
    explanation = asked(arrivals.exist().named("toy.arrivals", SAYS, ACT), ANNA, STAY)

    assert explanation.verdict is Verdict.UNDECIDED
    assert deciding(explanation) == ["toy.arrivals"]


def test_a_clause_inside_a_day_decides_too():
    arrivals = CLIENT.arrivals.where(lambda each: each.country.is_in("SY").named("syria", SAYS))
    first = arrivals.earliest(lambda each: each.arrived_on) <= ON
    syria = attrs.evolve(LANDED, country="SY")
    explanation = asked(first.named("toy.arrivals", SAYS, ACT), ANNA, STAY, syria)

    assert told(explanation) == {"toy.arrivals": YES, "toy.arrivals.syria": YES}
    assert [read.field for read in step(explanation, "toy.arrivals").rests_on] == ["arrived_on"]


# Nothing tells by accident.


def test_an_explanation_shows_no_value_by_accident():
    explanation = explained_support([ANNA, STAY, SPELL])

    shown = f"{explanation!r}{explanation.all_reads!r}"
    assert "1990" not in shown
    assert "2018-04" not in shown
    assert "April" not in shown
    assert "date(2018, 4" not in shown


def test_a_clause_keeps_its_own_id_besides_its_key():
    part = born.named("old", SAYS)
    explanation = asked(part.named("toy.rule", SAYS), ANNA, STAY)

    assert [(each.key, each.clause.id) for each in explanation.all_steps()] == [
        ("toy.rule", "toy.rule"),
        ("toy.rule.old", "old"),
    ]
    assert deciding(asked(part, ANNA, STAY)) == ["old"]
