"""What matters to declarations, read off their expressions."""

from datetime import date

import pytest

from inclusion_core.expr import all_of, completed_years, number_parameter
from inclusion_core.expr.handles import codes_parameter
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.model.status import ProtectionKind
from inclusion_core.testing import installed_catalogue
from inclusion_core.testing.strategies.borders import Borders
from inclusion_core.testing.strategies.interests import Interests, Move
from inclusion_core.testing.strategies.layout import Layout

CATALOGUE = installed_catalogue()
CLIENT = PARTICIPATION.client


def interests(*asked, **numbers):
    return Interests.of([each.node for each in asked], SCHEMA, numbers=numbers)


def test_fields_links_and_lists_are_met():
    spells = CLIENT.protection_spells.where(lambda each: each.first_day <= date(2018, 1, 1))
    found = interests(spells.exist())

    assert found.record_types == {"participation", "client", "protection_spell"}
    assert ("protection_spell", "first_day") in found.fields
    assert ("protection_spell", "client_id") in found.fields
    assert found.days == (date(2018, 1, 1),)


def test_codes_are_named_by_the_field_at_the_bottom():
    only = CLIENT.protection_spells.only(lambda each: each.kind)
    found = interests(only.is_in(ProtectionKind.REVOKED, ProtectionKind.REFUGEE))

    assert found.codes == {("protection_spell", "kind"): ("refugee", "revoked")}


def test_codes_that_the_asker_gives_are_not_known():
    assert interests(CLIENT.gender.is_in(codes_parameter("some"))).codes == {}


def test_an_age_moves_days_by_its_years():
    age = completed_years(CLIENT.born_on, PARTICIPATION.entered_on)

    assert interests(age >= 25).moves == (Move(months=-300),)
    assert interests(age < number_parameter("limit"), limit=18).moves[0] == Move(months=216)
    assert interests(age < number_parameter("limit")).moves == ()


def test_numbers_and_counts_are_those_that_are_compared():
    minutes = PARTICIPATION.attendances.sum(lambda each: each.minutes)
    times = PARTICIPATION.attendances.count()
    found = interests(minutes >= 480, times <= 3, minutes <= times)

    assert found.numbers == {("service_attendance", "minutes"): (480,)}
    assert found.counts == {"service_attendance": 3}


def test_days_that_are_asked_about_can_be_added():
    found = interests(all_of()).near(date(2019, 12, 31), date(2018, 1, 1))

    assert found.days == (date(2018, 1, 1), date(2019, 12, 31))
    assert found.record_types == frozenset()


@pytest.mark.parametrize(
    ("distribution", "types", "days", "moves"),
    [
        (
            "inclusion-sif",
            {"protection_spell", "support_plan", "service_attendance", "household"},
            {date(2016, 2, 9), date(2022, 3, 5)},
            {Move(months=12), Move(days=60)},
        ),
        (
            "Inclusion_ESF",
            {"entry_traits", "esf_project", "citizenship_spell", "enrolment"},
            {date(2018, 8, 2)},
            {Move(months=-300), Move(days=28), Move(months=6)},
        ),
    ],
)
def test_a_plugin_is_interested_in_what_it_declares(distribution, types, days, moves):
    found = Interests.of_plugin(CATALOGUE, distribution)

    assert types <= found.record_types <= set(CATALOGUE.schema.record_types)
    assert days <= set(found.days)
    assert moves <= set(found.moves)


def test_a_distribution_that_declares_nothing_is_interested_in_nothing():
    assert Interests.of_plugin(CATALOGUE, "nobody") == Interests()


def test_facts_tables_are_read_down_to_the_records_behind_them():
    metrics = [each for each in CATALOGUE.metrics if each.table is not None]
    found = Interests.of_declarations(metrics=metrics, schema=CATALOGUE.schema)

    assert "esf_participation" not in found.record_types
    assert ("entry_traits", "labour_status") in found.fields
    assert found.codes["citizenship_spell", "country"][0] == "AT"


def test_ids_begin_with_few_letters_and_no_two_types_alike():
    prefixes = Layout.of(CATALOGUE.schema, None).prefixes

    assert (prefixes["client"], prefixes["participation"], prefixes["service"]) == ("c", "p", "s")
    assert len(set(prefixes.values())) == len(prefixes)


def test_persons_need_the_records_from_which_they_are_worked_out():
    person = Interests(record_types=frozenset({"person"}))

    assert Layout.of(SCHEMA, person).drawn == ("provider", "client", "same_person_link")


def test_days_of_our_times_are_plainer_than_others():
    borders = Borders.of([date(1973, 1, 1), date(2018, 8, 2)], ())

    assert borders.plain[0] == date(2018, 8, 2)
    assert borders.after_all == date(2020, 12, 31)
    assert Borders.of([date(1873, 1, 1)], ()).after_all == date(1875, 12, 31)


def test_a_day_is_moved_no_further_than_records_may_hold():
    borders = Borders.of([date(2999, 12, 31)], [Move(months=12), Move(months=200_000)])

    assert borders.moved(date(2999, 12, 31), date(2998, 12, 31), date.max) == [
        date(2999, 12, 31),
        date(2999, 12, 30),
        date(2998, 12, 31),
        date(2999, 1, 1),
    ]
    assert max(borders.moved(date(2999, 12, 31), date.min, date.max)) == date(2999, 12, 31)
    assert max(borders.moved(date(2998, 12, 30), date.min, date.max)) == date(2999, 12, 31)


def test_where_no_plain_day_lies_there_is_the_first_or_the_last():
    borders = Borders.of([date(2018, 8, 2)], ())

    assert borders.within(date(2019, 1, 1), date.max, borders.plain) == [date(2019, 1, 1)]
    assert borders.within(date(1000, 1, 1), date(2001, 5, 4), borders.plain) == [date(2001, 5, 4)]
