"""Which figures move between two days or definitions, who moves them, and by what."""

import pickle
from datetime import date

import attrs
import handed_lab as lab
import impact_lab as own
import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr import months_after, subject
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.impact.comparing import NotComparableError, compared
from inclusion_core.impact.counted import Counted
from inclusion_core.impact.figures import figures_apart
from inclusion_core.impact.material import Material
from inclusion_core.impact.moved import OnlyIn
from inclusion_core.metrics.metric import Measure
from inclusion_core.model.client import Gender
from inclusion_core.model.versions import Act
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.submissions.asked import Asked
from inclusion_core.submissions.figures import count
from inclusion_core.truth import Truth
from inclusion_core.words import WORDS

FIRST_HALF = lab.FIRST_HALF


def who(impact, metric):
    """The state of everybody who moved, before and after."""
    return {
        each.id: tuple(place and place.state for place in (each.before, each.after))
        for each in impact[metric].moved
    }


def behind(impact, metric, subject):
    [found] = [each for each in impact[metric].moved if each.id == subject]
    return [(each.record_id, each.version, each.act) for each in found.versions]


@pytest.fixture(scope="module")
def corrected():
    """The first half year, as known in July and after the corrections of August."""
    of = own.material(*lab.corrected())
    return own.between(of, lab.JULY, lab.AUGUST, period=FIRST_HALF)


def test_the_figures_are_those_of_the_report():
    of = own.material(*lab.corrected())
    asked = Asked(
        period=FIRST_HALF,
        status_day=FIRST_HALF.last_day,
        known_on=lab.AUGUST,
        counted_from=None,
        operation="",
    )
    metrics = (*lab.METRICS, own.STAYS)
    form = lab.report_form(*metrics)
    found = own.between(of, lab.AUGUST, lab.AUGUST, form=form, period=FIRST_HALF)

    for figure in count(metrics, of, asked):
        told = Counted(value=figure.value, unknown=figure.unknown, open=figure.open)
        assert found[figure.metric.id].figure.after == told


def test_a_correction_lets_somebody_join_and_a_retraction_leave(corrected):
    clients = corrected["class.clients"].figure

    assert (clients.before, clients.after) == (Counted(value=4), Counted(value=3))
    assert clients.joined() == ("c-3",)
    assert clients.left() == ("c-4", "c-5")


def test_the_version_that_moved_somebody_is_named(corrected):
    assert behind(corrected, "class.clients", "c-3") == [("s-3", 2, Act.CORRECTED)]
    assert behind(corrected, "class.clients", "c-4") == [("s-4", 2, Act.RETRACTED)]

    [version] = corrected["class.clients"].moved[0].versions
    assert (version.record_type, version.recorded_on) == ("participation", lab.AUGUST)
    assert version.why == "looked up again"
    assert "looked up" not in repr(version)


def test_the_clause_that_holds_otherwise_is_named(corrected):
    [clause] = corrected["class.clients"].moved[0].clauses

    assert (clause.before, clause.after) == (Truth.NO, Truth.YES)
    assert clause.aspect.value == "universe"
    assert (clause.id, clause.source) == ("", None)


def test_a_household_is_touched_through_its_members(corrected):
    assert who(corrected, "class.families") == {"h-1": (State.COUNTED, State.UNKNOWN)}
    assert behind(corrected, "class.families", "h-1") == [("s-4", 2, Act.RETRACTED)]


def test_an_amount_that_is_another_moves_a_total_and_a_median(corrected):
    minutes, usual = corrected["class.minutes"], corrected["class.usual"]

    assert (minutes.figure.before.value, minutes.figure.after.value) == (240, 180)
    assert who(corrected, "class.minutes") == {"a-2": (State.COUNTED, State.COUNTED)}
    assert minutes.figure.moves[0].amounts == (90, 30)
    assert minutes.figure.joined() == minutes.figure.left() == ()
    assert (usual.figure.before.value, usual.figure.after.value) == (90, 60)
    assert behind(corrected, "class.minutes", "a-2") == [("a-2", 2, Act.CORRECTED)]


def test_groups_move_for_themselves():
    of = own.material(*lab.corrected())
    impact = own.between(of, lab.JULY, lab.AUGUST, form=own.BY_GENDER, period=FIRST_HALF)
    genders = impact["class.stays"]

    assert genders.figure.before == Counted(value=2)
    assert genders.figure.after == Counted(value=1)
    assert [(each.group, each.says.in_("en")) for each in genders.figures[1:]] == [
        ("female", "Gender: female"),
        ("male", "Gender: male"),
    ]
    assert genders.figures[1].joined() == ("s-3",)
    assert genders.figures[1].left() == ("s-4",)
    assert genders.figures[2].left() == ("s-5",)
    assert genders.figures[2].after == Counted(value=0)


def test_somebody_with_another_code_moves_from_group_to_group():
    man = lab.later(
        lab.RECORDED["client", "c-1"], Act.CORRECTED, lab.AUGUST, lab.client(1, Gender.MALE)
    )
    impact = own.between(
        own.material(man), lab.JULY, lab.AUGUST, form=own.BY_GENDER, period=FIRST_HALF
    )

    whole, female, male = impact["class.stays"].figures
    assert not whole.moved
    assert (female.left(), male.joined()) == (("s-1",), ("s-1",))
    assert behind(impact, "class.stays", "s-1") == [("c-1", 2, Act.CORRECTED)]
    assert impact.moved == (impact["class.stays"],)


def test_a_record_that_came_late_brings_who_was_not_there():
    late = (
        lab.first(lab.client(6), on=lab.AUGUST),
        lab.first(lab.participation(6, date(2018, 5, 1)), on=lab.AUGUST),
    )
    impact = own.between(own.material(*late), lab.JULY, lab.AUGUST, period=FIRST_HALF)

    assert who(impact, "class.clients") == {"c-6": (None, State.COUNTED)}
    assert behind(impact, "class.clients", "c-6") == [
        ("c-6", 1, Act.RECORDED),
        ("s-6", 1, Act.RECORDED),
    ]
    assert impact["class.clients"].moved[0].clauses == ()


def test_an_erasure_takes_somebody_away_and_is_counted():
    gone = lab.later(lab.RECORDED["client", "c-2"], Act.ERASED, lab.OCTOBER)
    impact = own.between(own.material(gone), lab.JULY, lab.OCTOBER, period=FIRST_HALF)

    assert who(impact, "class.clients") == {"c-2": (State.COUNTED, None)}
    assert behind(impact, "class.clients", "c-2") == [("c-2", 2, Act.ERASED)]
    assert impact.erased == {"client": 1}


def test_after_an_erasure_the_day_before_it_cannot_be_looked_at_again():
    of = Material(lab.erased(("client", "c-2"), among=lab.journal()), SCHEMA)
    saved = own.standing(lab.FORM, own.material(), lab.JULY, period=FIRST_HALF)
    impact = compared(
        saved, own.standing(lab.FORM, of, lab.OCTOBER, period=FIRST_HALF), material=of
    )

    again = own.between(of, lab.JULY, lab.OCTOBER, period=FIRST_HALF)
    assert again["class.clients"].moved == ()
    assert who(impact, "class.clients") == {"c-2": (State.COUNTED, None)}
    assert impact.erased == {"client": 1}


def test_a_window_closes_without_any_record():
    impact = own.between(own.material(), lab.JULY, date(2018, 7, 20), period=FIRST_HALF)

    assert who(impact, "class.results") == {"s-1": (State.OPEN, State.COUNTED)}
    results = impact["class.results"].figure
    assert (results.before, results.after) == (Counted(value=0, open=1), Counted(value=1))
    assert (results.left(State.OPEN), results.joined()) == (("s-1",), ("s-1",))
    assert impact["class.results"].moved[0].versions == ()


def test_who_rests_on_a_record_is_touched_by_its_correction():
    lesson = lab.RECORDED["service", "v-1"]
    in_august = attrs.evolve(lesson.record, given_on=date(2018, 8, 1))
    of = own.material(lab.later(lesson, Act.CORRECTED, lab.AUGUST, in_august))
    impact = own.between(of, lab.JULY, lab.AUGUST, period=FIRST_HALF)

    assert impact["class.minutes"].figure.left() == ("a-1", "a-2")
    assert behind(impact, "class.minutes", "a-1") == [("v-1", 2, Act.CORRECTED)]


def test_records_about_which_a_metric_does_not_ask_are_left_out():
    lesson = lab.RECORDED["service_attendance", "a-1"]
    also = lab.later(lesson, Act.CORRECTED, lab.AUGUST, attrs.evolve(lesson.record, minutes=10))
    gone = lab.later(lab.RECORDED["participation", "s-1"], Act.RETRACTED, lab.AUGUST)
    impact = own.between(own.material(also, gone), lab.JULY, lab.AUGUST, period=FIRST_HALF)

    assert behind(impact, "class.clients", "c-1") == [("s-1", 2, Act.RETRACTED)]


def test_where_no_record_asked_about_was_written_all_that_touch_are_named():
    found = lab.first(
        attrs.evolve(lab.RECORDED["outcome", "o-1"].record, id="o-9"), on=date(2018, 7, 10)
    )
    form = lab.report_form(
        attrs.evolve(lab.RESULTS, where=subject(ParticipationRow).entered_on <= date(2018, 12, 31))
    )
    impact = own.between(
        own.material(found), lab.JULY, date(2018, 7, 20), form=form, period=FIRST_HALF
    )

    assert behind(impact, "class.results", "s-1") == [("o-9", 1, Act.RECORDED)]


def test_the_same_on_both_sides_gives_nothing():
    impact = own.between(own.material(*lab.corrected()), lab.AUGUST, lab.AUGUST)

    assert impact.moved == ()
    assert [each.metric for each in impact.metrics] == [each.id for each in lab.METRICS]
    assert not any(each.definition or each.assumptions for each in impact.metrics)


def test_the_other_way_round_joined_and_left_change_places(corrected):
    of = own.material(*lab.corrected())
    back = own.between(of, lab.AUGUST, lab.JULY, period=FIRST_HALF)

    assert back["class.clients"].figure.left() == corrected["class.clients"].figure.joined()
    assert back["class.clients"].figure.joined() == corrected["class.clients"].figure.left()
    assert behind(back, "class.clients", "c-3") == [("s-3", 2, Act.CORRECTED)]


def test_a_metric_in_one_form_alone_is_told_without_persons():
    of = own.material()
    with_services = lab.report_form(lab.CLIENTS, lab.SERVICES)
    impact = own.between(
        of, lab.JULY, lab.JULY, form=lab.report_form(lab.CLIENTS, lab.NOW), then=with_services
    )

    assert [(each.metric, each.only) for each in impact.metrics] == [
        ("class.clients", None),
        ("class.services", OnlyIn.AFTER),
        ("class.now", OnlyIn.BEFORE),
    ]
    assert impact["class.services"].figure.before is None
    assert impact["class.services"].figure.after == Counted(value=2)
    assert impact["class.now"].figure.after is None
    assert impact["class.now"].moved == ()


def test_another_definition_is_told_and_so_are_the_clauses_of_one_alone():
    stay = subject(ParticipationRow)
    sooner = attrs.evolve(
        lab.RESULTS,
        where=stay.outcomes.where(
            lambda each: each.happened_on <= months_after(stay.left_on, 0)
        ).exist(),
    )
    impact = own.between(
        own.material(),
        lab.AUGUST,
        lab.AUGUST,
        form=lab.report_form(lab.RESULTS),
        then=lab.report_form(sooner),
        period=FIRST_HALF,
    )

    results = impact["class.results"]
    assert who(impact, "class.results") == {"s-1": (State.COUNTED, State.NOT_COUNTED)}
    assert [each.in_("en") for each in results.definition] == ["condition: defined otherwise"]
    [clause] = results.moved[0].clauses
    assert (clause.before, clause.after) == (None, Truth.NO)


def test_two_clauses_of_one_name_are_told_apart():
    stay = subject(ParticipationRow)
    says = own.TITLE
    early, late = (stay.entered_on <= day for day in (date(2018, 2, 1), date(2018, 3, 1)))
    asked = attrs.evolve(
        lab.RESULTS,
        id="class.early",
        universe=early.named("early", says, lab.RULES.point("7")) & late.named("early", says),
        where=stay.entered_on >= date(2018, 1, 1),
        settled_on=None,
        measure=Measure.SUBJECTS,
    )
    moved = lab.later(
        lab.RECORDED["participation", "s-1"],
        Act.CORRECTED,
        lab.AUGUST,
        lab.participation(1, date(2018, 2, 20)),
    )
    impact = own.between(own.material(moved), lab.JULY, lab.AUGUST, form=lab.report_form(asked))

    [clause] = impact["class.early"].moved[0].clauses
    assert (clause.id, clause.says) == ("early", says)
    assert clause.source == lab.RULES.point("7")


def test_only_one_form_period_and_status_day_are_compared():
    of = own.material()
    one = own.standing(lab.FORM, of, lab.JULY)
    other = own.standing(lab.FORM, of, lab.JULY, period=FIRST_HALF)
    short = own.standing(lab.SHORT, of, lab.JULY)

    with pytest.raises(NotComparableError, match=r"one is of the form class\.half-year") as error:
        compared(one, short)
    again = pickle.loads(pickle.dumps(error.value))
    assert (again.what, again.before, again.after) == ("form", lab.FORM.id, lab.SHORT.id)
    with pytest.raises(NotComparableError, match="of the period"):
        compared(one, other)
    later = attrs.evolve(one.provenance, status_day=date(2019, 1, 1))
    with pytest.raises(NotComparableError, match="of the status day"):
        compared(one, attrs.evolve(one, provenance=later))


def test_there_is_no_impact_on_a_metric_that_nobody_asks_for(corrected):
    with pytest.raises(UnknownNameError):
        corrected["class.nothing"]


def test_what_the_data_tell_nothing_of_is_no_zero():
    one = own.guests(own.metric())
    without = attrs.evolve(one.metrics[0], places=None)
    impact = compared(attrs.evolve(one, metrics=(without,)), one)

    assert impact["toy.guests"].figure.before is None
    assert impact["toy.guests"].figure.after == Counted(value=3)


def test_who_was_not_counted_leaves_no_group():
    here = own.guests(own.metric(by=own.COUNTRY)).metrics[0]
    place = here.places["g-1"]
    was = attrs.evolve(place, state=State.NOT_COUNTED, codes={"country": "SY"})
    before = attrs.evolve(here, places={**here.places, "g-1": was})
    whole, *groups = figures_apart(before, here, WORDS)

    assert whole.joined() == ("g-1",)
    assert [(each.group, each.joined()) for each in groups] == [("LV", ("g-1",))]
