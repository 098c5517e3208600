"""The laws of counting people: once, in parts that add up, in periods that meet."""

from laws_lab.plugins import broken, entered, figures, form, given, in_cafe, metric, stay, stays

from inclusion_core.expr import months_after, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ClientRow, ParticipationRow, StaffMemberRow
from inclusion_core.metrics.metric import Grain, Membership
from inclusion_core.testing.conformance.laws.meeting import PERIODS_MEET
from inclusion_core.testing.conformance.laws.once import PERSONS_COUNT_ONCE
from inclusion_core.testing.conformance.laws.splitting import PEOPLE_ADD_UP

ENTRIES = metric("entries", subject=ParticipationRow, universe=entered(stay))
PERSONS = metric("persons")


def test_a_count_of_participations_does_not_count_a_person_once():
    found = broken(PERSONS_COUNT_ONCE, metrics=(ENTRIES, PERSONS))

    assert list(found) == ["cafe.entries"]
    assert "counts once per programme" in found["cafe.entries"].problem
    assert found["cafe.entries"].smallest.count("participation p") == 1
    assert "Client c1" in found["cafe.entries"].smallest
    assert "c2" not in found["cafe.entries"].smallest


ONE_CLIENT = subject(ClientRow)


def test_a_count_of_clients_counts_a_person_of_two_providers_twice():
    clients = metric(
        "clients",
        subject=ClientRow,
        universe=ONE_CLIENT.participations.where(entered).exist(),
        grain=Grain.FUND,
    )
    found = broken(PERSONS_COUNT_ONCE, metrics=(clients,))["cafe.clients"]

    assert found.problem.endswith("when one person is known by two providers")
    assert "c2" not in found.smallest


def test_whoever_counts_per_event_or_counts_records_is_not_asked_to_count_persons_once():
    often = stays.where(entered).count() >= 2
    its = given(
        metrics=(
            metric("events", subject=ParticipationRow, universe=entered(stay), grain=Grain.EVENT),
            metric("often", where=often),
            metric(
                "staff",
                subject=StaffMemberRow,
                universe=subject(StaffMemberRow).assignments.exist(),
            ),
        )
    )

    assert not PERSONS_COUNT_ONCE.concerns(its)


def test_what_is_asked_of_somebody_must_not_change_either():
    """Nobody is counted, and yet those asked are twice as many."""
    nobody = metric(
        "nobody", subject=ParticipationRow, universe=entered(stay), where=~entered(stay)
    )
    found = broken(PERSONS_COUNT_ONCE, metrics=(nobody,), examples=4)

    assert "asked, unknown and open go from 1, 0, 0 to 2, 0, 0" in found["cafe.nobody"].problem


def test_what_depends_on_other_people_does_not_add_up():
    in_company = stay.programme.participations.count() >= 2
    others = metric(
        "in-company",
        subject=ParticipationRow,
        universe=entered(stay),
        where=in_company,
        grain=Grain.EVENT,
        adds_up=True,
    )
    alone = metric("company", subject=ParticipationRow, universe=entered(stay), where=in_company)
    found = broken(PEOPLE_ADD_UP, metrics=(others, alone, PERSONS), examples=14)

    assert list(found) == ["cafe.in-company"]
    assert "it gives 2 counted" in found["cafe.in-company"].problem
    assert found["cafe.in-company"].smallest.count("participation p") == 2
    assert "c3" not in found["cafe.in-company"].smallest


def test_a_period_without_its_last_day_leaves_a_day_out():
    def after_first_before_last(of):
        return in_cafe(of) & (of.entered_on >= PERIOD_FIRST_DAY) & (of.entered_on < PERIOD_LAST_DAY)

    gap = metric("gap", universe=stays.where(after_first_before_last).exist())
    found = broken(PERIODS_MEET, metrics=(gap, PERSONS))

    assert list(found) == ["cafe.gap"]
    assert "belongs to a period and to neither of its two parts" in found["cafe.gap"].problem
    assert found["cafe.gap"].smallest.count("participation p") == 1


def test_who_is_active_in_two_periods_does_not_add_up():
    active = metric(
        "active",
        universe=stays.where(
            lambda each: (
                in_cafe(each)
                & (each.entered_on <= PERIOD_LAST_DAY)
                & (each.left_on >= PERIOD_FIRST_DAY)
            )
        ).exist(),
        membership=Membership.ACTIVE,
        adds_up=True,
    )
    found = broken(PERIODS_MEET, metrics=(active,))

    assert "says that it adds up, but counts 1 in a period and 2" in found["cafe.active"].problem


def test_a_sound_plugin_keeps_the_laws_of_persons():
    adding = metric(
        "adding",
        subject=ParticipationRow,
        universe=entered(stay) & (months_after(stay.client.born_on, 216) <= stay.entered_on),
        grain=Grain.EVENT,
        adds_up=True,
    )
    its = given(metrics=(PERSONS, adding), reports=(form(figures(PERSONS)),))

    for check in (PERSONS_COUNT_ONCE, PEOPLE_ADD_UP, PERIODS_MEET):
        assert list(check.look(its)) == []
