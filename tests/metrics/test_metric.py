"""A metric as a value: equal when declared alike, refused when it contradicts itself."""

import pickle
from datetime import date

import attrs
import pytest
from metrics_lab.guest_facts import OFTEN, TABLE, GuestFactsRow, facts
from metrics_lab.guests import (
    ADULT,
    COUNTRY,
    ROOM,
    SAYS,
    GuestRow,
    Room,
    VisitRow,
    guest,
    metric,
    visit,
)

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import months_after, nodes
from inclusion_core.metrics.metric import (
    Axis,
    ClassifiedOn,
    Grain,
    Measure,
    Membership,
    Metric,
    each_once,
)
from inclusion_core.sources import Source


def declared():
    """Built anew each time, down to the expressions."""
    visits = guest.visits.where(lambda each: each.came_on >= date(2018, 6, 1))
    country = Axis(id="country", says=SAYS, code=guest.country)
    return metric(universe=visits.exist(), where=~ADULT, by=country)


def test_metrics_declared_alike_are_one_value():
    assert declared() == declared()
    assert hash(declared()) == hash(declared())
    assert len({declared(), declared()}) == 1
    assert declared().by == declared().by
    assert hash(declared().by) == hash(declared().by)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "toy.others"},
        {"universe": guest.visits.where(lambda each: each.came_on >= date(2018, 6, 2)).exist()},
        {"where": ADULT},
        {"by": None},
        {"by": Axis(id="country", says=SAYS, code=guest.visits.only(lambda each: each.room))},
        {"measure": Measure.DIFFERENT_CODES},
        {"grain": Grain.FUND},
        {"membership": Membership.STOCK},
        {"classified_on": ClassifiedOn.ENTRY},
        {"adds_up": True},
        {"part_of": "toy.others"},
        {"settled_on": guest.born_on},
        {"unit": SAYS},
        {"assumes": (OFTEN,)},
        {"source": Source("Another book")},
        {"notes": (SAYS,)},
    ],
    ids="".join,
)
def test_metrics_that_differ_in_one_word_are_two_values(change):
    assert attrs.evolve(declared(), **change) != declared()


def test_a_metric_never_changes_is_written_with_names_and_travels():
    one = declared()

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.adds_up = True
    with pytest.raises(TypeError):
        Metric("toy.guests")
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_a_metric_does_not_say_is_the_careful_choice():
    plain = metric()

    assert plain.where.node == nodes.NO_CONDITION
    assert plain.adds_up is False
    assert (plain.by, plain.part_of, plain.notes) == (None, "", ())
    assert (plain.measure, plain.classified_on) == (Measure.SUBJECTS, ClassifiedOn.NOT_NEEDED)


@pytest.mark.parametrize("name", ["universe", "where"])
@pytest.mark.parametrize("given", [True, guest.born_on, ADULT.node])
def test_a_condition_that_is_none_is_refused(name, given):
    with pytest.raises(DeclarationError) as raised:
        metric(**{name: given})

    assert str(raised.value) == f"metric 'toy.guests': {name} must be a condition"


def test_different_codes_need_a_code():
    with pytest.raises(DeclarationError) as raised:
        metric(measure=Measure.DIFFERENT_CODES)

    assert "give it `by`" in str(raised.value)
    assert metric(measure=Measure.DIFFERENT_CODES, by=COUNTRY).by == COUNTRY


@pytest.mark.parametrize(
    ("name", "given"),
    [("universe", visit.room.is_in(Room.HALL)), ("where", visit.room.is_known()), ("by", ROOM)],
)
def test_what_is_about_other_records_than_those_counted_is_refused(name, given):
    with pytest.raises(DeclarationError) as raised:
        metric(**{name: given})

    assert str(raised.value) == (
        f"metric 'toy.guests': {name} must be about the guest that is counted, not about a visit"
    )
    if name != "by":
        assert metric(**{"universe": visit.room.is_known(), "subject": VisitRow, name: given})


def test_a_condition_that_kept_the_row_of_a_list_is_refused():
    rows = []
    guest.visits.where(lambda each: rows.append(each) or each.room.is_known())

    with pytest.raises(
        DeclarationError, match="about the guest that is counted, not about a visit"
    ):
        metric(where=rows[0].room.is_known())


def test_a_condition_may_go_through_the_lists_of_the_counted_record():
    counted = metric(
        subject=VisitRow,
        universe=visit.guest.visits.count() >= 2,
        where=visit.guest.born_on <= date(2000, 6, 1),
    )

    assert counted.subject is VisitRow
    assert metric(subject=GuestRow).subject is GuestRow


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": Measure.TOTAL},
        {"measure": Measure.MEDIAN},
        {"amount": guest.children},
        {"amount": guest.children, "measure": Measure.DIFFERENT_CODES, "by": COUNTRY},
    ],
)
def test_a_total_or_median_and_nothing_else_has_an_amount(fields):
    with pytest.raises(DeclarationError, match="needs an `amount`"):
        metric(**fields)


def test_the_rows_of_a_table_are_counted_by_its_own_handle():
    with pytest.raises(DeclarationError, match=r"the rows of toy\.facts are of GuestFactsRow"):
        metric(table=TABLE)


@pytest.mark.parametrize("name", ["where", "settled_on", "amount"])
def test_what_is_taken_for_granted_is_named_among_the_assumptions(name):
    asked = {
        "where": guest.children >= OFTEN.number,
        "settled_on": months_after(guest.born_on, 6),
        "amount": OFTEN.number,
    }
    given = {name: asked[name]}
    if name == "amount":
        given["measure"] = Measure.TOTAL
    if name != "settled_on":
        with pytest.raises(DeclarationError, match=r"asks for the number 'toy\.often'"):
            metric(**given)

    assert metric(**given, assumes=(OFTEN,)).all_assumptions == (OFTEN,)


def test_an_assumption_of_a_metric_and_its_table_is_one():
    rows = metric(
        subject=GuestFactsRow, table=TABLE, universe=facts.visits >= OFTEN.number, assumes=(OFTEN,)
    )

    assert rows.all_assumptions == (OFTEN,)


def test_each_metric_is_listed_once_in_the_order_in_which_it_first_comes():
    first, second = metric(id="toy.b"), metric(id="toy.a")

    assert each_once([first, second, metric(id="toy.b"), first]) == (first, second)


def test_two_metrics_of_one_id_that_differ_are_refused():
    with pytest.raises(DeclarationError) as raised:
        each_once([metric(), metric(where=ADULT)])

    assert str(raised.value) == "metric 'toy.guests': two metrics have this id; rename one"
