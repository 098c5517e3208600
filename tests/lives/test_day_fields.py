"""What the days of a record type mean."""

from datetime import date

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.lives.day_fields import day_fields
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import Goal
from inclusion_core.model.service import Service
from inclusion_core.values import ABSENT, NOT_ASKED

DAY = date(2018, 6, 4)


def test_each_kind_of_stay_has_its_own_last_day():
    lasts = {each.name: day_fields(each).last for each in SCHEMA if day_fields(each).last}

    assert lasts["protection_spell"] == "last_day"
    assert lasts["participation"] == "left_on"
    assert lasts["support_plan"] == "closed_on"
    assert "goal" not in lasts


def test_every_stay_of_the_core_lasts_but_a_service_that_is_given():
    stays = [each for each in SCHEMA if day_fields(each).last]

    assert [each.name for each in stays if not day_fields(each).lasts] == ["service"]


def test_a_service_of_one_day_is_no_stay():
    fields = day_fields(SCHEMA["service"])

    assert fields.span(Service(id="sv-1", contract_id="k-1", given_on=DAY)) is None
    camp = Service(id="sv-1", contract_id="k-1", given_on=DAY, last_day=date(2018, 6, 8))
    assert fields.span(camp) == (DAY, date(2018, 6, 8))


def test_a_stay_belongs_to_its_first_day_even_where_there_is_none():
    fields = day_fields(SCHEMA["participation"])
    stay = Participation(id="s-1", client_id="c-1", programme_id="pr-1", entered_on=ABSENT)

    assert fields.lead(stay) == "entered_on"
    assert fields.span(stay) == (ABSENT, ABSENT)


def test_an_event_belongs_to_the_first_of_its_days_that_is_not_absent():
    fields = day_fields(SCHEMA["goal"])

    assert fields.lead(Goal(id="g-1", support_plan_id="sp-1")) == "set_on"
    dropped = Goal(id="g-1", support_plan_id="sp-1", set_on=ABSENT, dropped_on=NOT_ASKED)
    assert fields.lead(dropped) == "dropped_on"
    assert fields.lead(Goal(id="g-1", support_plan_id="sp-1", set_on=ABSENT)) == "set_on"


def test_a_day_of_another_name_does_not_say_when_a_record_belongs():
    fields = day_fields(SCHEMA["entry_traits"])

    assert (fields.names, fields.leading, fields.last) == (("unemployed_since",), (), "")
