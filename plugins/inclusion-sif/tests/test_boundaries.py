"""Worked cases at the boundary of every clause: the day before it, the day itself, the day after.

A rule is asked on days of entry, or of a service where it is judged then; a limit on days of a
service. Each line of the table names a clause, a life, the day of the boundary, and what the clause
comes to before, at and after it. A clause without such a line fails the last tests, by name.
"""

from datetime import date, timedelta
from enum import Enum

import attrs
import pytest

from inclusion_core import ABSENT, Caseload, Truth
from inclusion_core.expr import nodes
from inclusion_core.facts.cases import Cases
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.model.traits import RiskGround, RiskSpell
from inclusion_core.testing import installed_catalogue

CATALOGUE = installed_catalogue()
MENTORING, MOTIVATION = "sif.mentoring", "sif.motivation"
NO, YES = Truth.NO, Truth.YES
BEGINS, ENDS = (NO, YES, YES), (YES, YES, NO)
IS_OVER_AFTER = (NO, NO, YES)
"""What ends support is over on the day after the last one."""
KNOWN_ON = date(2030, 1, 1)
LAST_DAY = date(2023, 12, 31)


def programme_of(clause):
    return ".".join(clause.split(".")[:2])


# Lives.


def life(programme, *records, entered_on, born_on=date(1980, 1, 1)):
    """One participant, and records that say whose they are."""
    return Caseload.of_records(
        (
            Operation(id="op-1", number="1", title="T", beneficiary="B", last_day=LAST_DAY),
            Programme(id="m-1", operation_id="op-1", declared_as=programme),
            Client(id="c-1", provider_id="o-1", born_on=born_on),
            Participation(id="p-1", client_id="c-1", programme_id="m-1", entered_on=entered_on),
            *records,
        ),
        known_on=KNOWN_ON,
    )


def protection(kind, first_day, last_day=ABSENT, **fields):
    return ProtectionSpell(
        id=f"s-{kind.value}",
        client_id="c-1",
        kind=kind,
        first_day=first_day,
        last_day=last_day,
        **fields,
    )


def ukrainian(first_day, last_day=ABSENT):
    kind, basis = ProtectionKind.TEMPORARY_PROTECTION, LegalBasis.UKRAINIAN_CIVILIANS_LAW
    return protection(kind, first_day, last_day, legal_basis=basis)


def status(notified_on, kind=ProtectionKind.REFUGEE):
    return protection(kind, notified_on, notified_on=notified_on)


def plan(**fields):
    return SupportPlan(id="sp-1", participation_id="p-1", **fields)


def closed(on, reason=ClosingReason.REFUSED):
    return plan(closed_on=on, closing_reason=reason)


def arrived(on):
    return Arrival(id="a-1", client_id="c-1", arrived_on=on)


def at_risk(ground, first_day, last_day=ABSENT):
    return RiskSpell(
        id="r-1", client_id="c-1", ground=ground, first_day=first_day, last_day=last_day
    )


def in_measure(measure, first_day, last_day):
    return (
        Programme(id="m-2", operation_id="op-1", declared_as=measure),
        Participation(
            id="p-2", client_id="c-1", programme_id="m-2", entered_on=first_day, left_on=last_day
        ),
    )


SEEKER = ProtectionKind.ASYLUM_SEEKER
PROCEDURE = protection(SEEKER, date(2018, 1, 22), date(2018, 9, 3))
SHORT = protection(SEEKER, date(2018, 1, 22), date(2018, 2, 28))
HOLDER = status(date(2018, 4, 15))
CIVILIAN = ukrainian(date(2022, 2, 25))

# The table.


class Where(Enum):
    BEFORE = -1
    AT = 0
    AFTER = 1


@attrs.frozen
class Worked:
    """One worked case: a life, the day on which it is asked, and what the clause comes to."""

    clause: str
    where: Where
    life: Caseload = attrs.field(repr=False)
    asked_on: date
    is_: Truth


def entering(clause, day, truths, *records, **fields):
    """The same life, entered on the day before, on the day, and on the day after."""
    programme = programme_of(clause)
    for where, truth in zip(Where, truths, strict=True):
        on = day + timedelta(days=where.value)
        yield Worked(clause, where, life(programme, *records, entered_on=on, **fields), on, truth)


def asking(clause, day, truths, *records, entered_on, **fields):
    """One life, asked about on the day before, on the day, and on the day after."""
    programme = programme_of(clause)
    told = life(programme, *records, entered_on=entered_on, **fields)
    for where, truth in zip(Where, truths, strict=True):
        yield Worked(clause, where, told, day + timedelta(days=where.value), truth)


def of_asylum_seekers(limit):
    entered = {"entered_on": date(2018, 2, 5)}
    yield from asking(f"{limit}.begun", date(2018, 1, 22), BEGINS, PROCEDURE, **entered)
    over = f"{limit}.procedure-over"
    in_january = arrived(date(2018, 1, 20))
    yield from asking(over, date(2018, 9, 3), IS_OVER_AFTER, PROCEDURE, in_january, **entered)
    yield from asking(over, date(2018, 4, 20), IS_OVER_AFTER, SHORT, in_january, **entered)
    at_month_end = arrived(date(2017, 11, 30))
    yield from asking(over, date(2018, 2, 28), IS_OVER_AFTER, SHORT, at_month_end, **entered)
    yield from asking(f"{limit}.status-lost", date(2018, 2, 28), IS_OVER_AFTER, SHORT, **entered)


def of_status_holders(limit):
    entered = {"entered_on": date(2018, 2, 5)}
    yield from asking(f"{limit}.begun", date(2018, 4, 15), BEGINS, HOLDER, **entered)
    for status_day, last_day in (
        (date(2018, 4, 15), date(2019, 4, 15)),
        (date(2016, 2, 29), date(2017, 2, 28)),
        (date(2015, 2, 28), date(2016, 2, 28)),
        (date(2018, 12, 31), date(2019, 12, 31)),
    ):
        clause = f"{limit}.twelve-months"
        yield from asking(clause, last_day, IS_OVER_AFTER, status(status_day), **entered)
    yield from ends_of_whomever(limit, HOLDER, **entered)
    revoked = protection(ProtectionKind.REVOKED, date(2018, 11, 20))
    clause = f"{limit}.status-revoked"
    yield from asking(clause, date(2018, 11, 19), IS_OVER_AFTER, HOLDER, revoked, **entered)


def ends_of_whomever(limit, spell, entered_on):
    entered = {"entered_on": entered_on}
    day = entered_on + timedelta(days=30)
    for reason in (
        ClosingReason.LEFT_COUNTRY,
        ClosingReason.REFUSED,
        ClosingReason.BREACH_OF_DUTIES,
    ):
        told = spell, closed(day, reason)
        yield from asking(f"{limit}.closure", day, IS_OVER_AFTER, *told, **entered)
    yield from asking(f"{limit}.programme-end", LAST_DAY, IS_OVER_AFTER, spell, **entered)


def of_ukrainian_civilians(limit):
    entered_on = date(2022, 3, 14)
    yield from asking(f"{limit}.begun", entered_on, BEGINS, CIVILIAN, entered_on=entered_on)
    early = {"entered_on": date(2022, 3, 1)}
    yield from asking(f"{limit}.begun", date(2022, 3, 5), BEGINS, CIVILIAN, **early)
    clause = f"{limit}.sixty-days"
    yield from asking(clause, date(2022, 5, 13), IS_OVER_AFTER, CIVILIAN, entered_on=entered_on)
    yield from ends_of_whomever(limit, CIVILIAN, entered_on)


def of_the_service():
    group, civilians = f"{MENTORING}.target-group", f"{MENTORING}.ukrainian-civilians"
    for kind in (SEEKER, ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS):
        spell = protection(kind, date(2018, 4, 15), date(2018, 9, 3))
        yield from entering(group, date(2018, 4, 15), BEGINS, spell)
        yield from entering(group, date(2018, 9, 3), ENDS, spell)
    old = protection(SEEKER, date(2015, 10, 1))
    yield from entering(f"{group}.in-force", date(2016, 2, 9), BEGINS, old)
    yield from entering(group, date(2016, 2, 9), BEGINS, old)
    spell = ukrainian(date(2022, 3, 10), date(2023, 3, 4))
    yield from entering(civilians, date(2022, 3, 10), BEGINS, spell)
    yield from entering(civilians, date(2023, 3, 4), ENDS, spell)
    yield from entering(f"{civilians}.in-force", date(2022, 3, 5), BEGINS, CIVILIAN)
    yield from entering(civilians, date(2022, 3, 5), BEGINS, CIVILIAN)
    for who in ("social-worker", "social-mentor"):
        yield from of_asylum_seekers(f"{MENTORING}.{who}-asylum")
        yield from of_status_holders(f"{MENTORING}.{who}-status")
    fulfilled = HOLDER, plan(drawn_up_on=date(2018, 5, 2), fulfilled_on=date(2018, 10, 1))
    clause = f"{MENTORING}.social-worker-status.plan-fulfilled"
    entered = {"entered_on": date(2018, 2, 5)}
    yield from asking(clause, date(2018, 10, 1), IS_OVER_AFTER, *fulfilled, **entered)
    yield from of_ukrainian_civilians(f"{MENTORING}.social-mentor-ukraine")


def of_motivation():
    for ground in (
        RiskGround.GENDER,
        RiskGround.DISABILITY,
        RiskGround.ETHNICITY,
        RiskGround.HOMELESSNESS,
    ):
        clause = f"{MOTIVATION}.{ground.value}"
        spell = at_risk(ground, date(2018, 2, 19), date(2018, 8, 31))
        yield from entering(clause, date(2018, 2, 19), BEGINS, spell)
        yield from entering(clause, date(2018, 8, 31), ENDS, spell)
    for born_on, of_age_on in (
        (date(1968, 7, 16), date(2018, 7, 16)),
        (date(1968, 2, 29), date(2018, 3, 1)),
    ):
        yield from entering(f"{MOTIVATION}.age", of_age_on, BEGINS, born_on=born_on)
    yield from of_measures()
    entered_on = date(2018, 8, 31)
    limit = f"{MOTIVATION}.six-months"
    for first_day, last_day in (
        (date(2018, 3, 1), date(2018, 8, 31)),
        (date(2018, 8, 31), date(2019, 2, 28)),
    ):
        yield from asking(f"{limit}.begun", first_day, BEGINS, entered_on=first_day)
        clause = f"{limit}.six-months"
        yield from asking(clause, last_day, IS_OVER_AFTER, entered_on=first_day)
    yield from asking(f"{limit}.programme-end", LAST_DAY, IS_OVER_AFTER, entered_on=entered_on)


def of_measures():
    entered = {"entered_on": date(2018, 3, 1)}
    first_day, last_day = date(2018, 4, 16), date(2018, 5, 31)
    for measure in ("nva.measure_9_1_1_1", "nva.measure_9_1_1_2"):
        told = in_measure(measure, first_day, last_day)
        clause = f"{MOTIVATION}.other-measure"
        yield from asking(clause, first_day, BEGINS, *told, **entered)
        yield from asking(clause, last_day, ENDS, *told, **entered)
    told = in_measure("nva.measure_7_3_2", first_day, last_day)
    clause = f"{MOTIVATION}.other-measure-for-older"
    older = {"born_on": date(1960, 1, 1), **entered}
    yield from asking(clause, first_day, BEGINS, *told, **older)
    yield from asking(clause, last_day, ENDS, *told, **older)
    turns_50 = {"born_on": date(1968, 5, 2), **entered}
    yield from asking(clause, date(2018, 5, 2), BEGINS, *told, **turns_50)


TABLE = (*of_the_service(), *of_motivation())


# How it is asked.


def questions(programme, standing, on):
    """What is asked about a service on a day, for each kind of support."""
    service = CATALOGUE.eligibility(programme)
    return [
        service.may_receive_standing(support.id, standing, on).question
        for support in service.supports
    ]


def named(question):
    """The clauses of a question by id."""
    return {
        part.clause.id: part for part in nodes.walk(question.node) if isinstance(part, nodes.Named)
    }


@pytest.mark.parametrize(
    "worked", TABLE, ids=lambda each: f"{each.clause} {each.where.name.lower()} {each.asked_on}"
)
def test_the_clause_comes_to_what_is_worked_out(worked):
    programme = programme_of(worked.clause)
    (standing,) = Cases.of(worked.life).in_programme(programme)
    asked = [
        question
        for question in questions(programme, standing, worked.asked_on)
        if worked.clause in named(question)
    ]

    assert asked
    for question in asked:
        clause = named(question)[worked.clause]
        assert question.reader().truth(clause, standing.participation) is worked.is_


# That no clause is left out.


def declared_clauses():
    """The ids of all rules, of the days they are in force, of first days and ends of limits."""
    catalogue = CATALOGUE
    for rule in catalogue.rules:
        yield rule.id
        if rule.in_force is not None:
            yield f"{rule.id}.in-force"
    for limit in catalogue.limits:
        yield f"{limit.id}.begun"
        yield from (f"{limit.id}.{end.id}" for end in limit.all_ends)


def without_cases(clauses, table):
    """Clauses that are not worked out before, at and after a boundary, with what they lack."""
    worked = {(each.clause, each.where) for each in table}
    lacking = {
        clause: [where.name.lower() for where in Where if (clause, where) not in worked]
        for clause in clauses
    }
    return {clause: places for clause, places in lacking.items() if places}


def test_every_clause_is_worked_out_before_at_and_after_its_boundary():
    own = [clause for clause in declared_clauses() if clause.startswith("sif.")]

    assert without_cases(own, TABLE) == {}


def test_a_clause_without_worked_cases_is_named_with_what_it_lacks():
    table = [each for each in TABLE if each.where is not Where.AFTER]

    assert without_cases(["sif.mentoring.new-rule"], TABLE) == {
        "sif.mentoring.new-rule": ["before", "at", "after"]
    }
    assert without_cases([f"{MOTIVATION}.age"], table) == {f"{MOTIVATION}.age": ["after"]}


def test_the_table_speaks_of_declared_clauses_alone():
    assert {each.clause for each in TABLE} <= set(declared_clauses())


@pytest.mark.parametrize("programme", [MENTORING, MOTIVATION])
def test_every_clause_that_is_asked_is_declared_or_is_made_of_those_that_are(programme):
    (standing,) = Cases.of(life(programme, entered_on=date(2018, 2, 5))).in_programme(programme)
    asked = {
        clause
        for question in questions(programme, standing, date(2018, 6, 1))
        for clause in named(question)
    }
    service = CATALOGUE.eligibility(programme)
    made_of_others = {
        *(f"{programme}.{part}" for part in ("rules-in-force", "grounds", "in-programme")),
        *(f"{support.id}.within" for support in service.supports),
        *(limit.id for limit in service.limits),
    }

    assert asked - made_of_others == {
        clause for clause in declared_clauses() if programme_of(clause) == programme
    }
