"""A toy course, and a way to read and judge a case about it."""

from datetime import date
from importlib.metadata import version
from textwrap import dedent

import pytest

from inclusion_core.cases.judging import judged
from inclusion_core.cases.reading import case_of
from inclusion_core.checks.check import Check, Fault
from inclusion_core.expr import all_of, completed_years, days_after, months_after, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import HouseholdRow, ParticipationRow, ServiceAttendanceRow
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits import End, Limit, Support
from inclusion_core.manager import Plugin, load_catalogue
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Measure, Membership, Metric
from inclusion_core.model.client import Client
from inclusion_core.model.participation import LeavingReason
from inclusion_core.periods import Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Rule
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2))
COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("everybody"),
    operation_number="9.9",
    sources=(ACT,),
)
OTHER = ProgrammeDefinition(
    id="toy.empty",
    says=lv("Bez noteikumiem").en("Without rules"),
    target_group=lv("visi").en("everybody"),
    operation_number="9.8",
    sources=(ACT,),
)
GROWN = Rule(
    id="toy.course.grown",
    programme=COURSE.id,
    says=lv("pilngadīgs").en("of full age"),
    holds=completed_years(CLIENT.born_on, PARTICIPATION.entered_on) >= 18,
    source=ACT.point("1"),
    tells=Telling(
        lv("pilngadīgs {entered_on:locative}").en("of full age on {entered_on}"),
        {"entered_on": PARTICIPATION.entered_on},
    ),
)
SINCE_2018 = Rule(
    id="toy.course.since-2018",
    programme=COURSE.id,
    says=lv("dzimšanas diena ir zināma").en("was born at all"),
    holds=CLIENT.born_on <= PARTICIPATION.entered_on,
    source=ACT.point("2"),
    in_force=Period(date(2018, 6, 1)),
)
LEAVING = End(
    id="leaving",
    says=lv("klients aizgājis").en("the client left"),
    day=PARTICIPATION.left_on,
    source=ACT.point("3"),
)
SIX_MONTHS = End(
    id="six-months",
    says=lv("seši mēneši").en("six months"),
    day=months_after(PARTICIPATION.entered_on, 6),
    source=ACT.point("4"),
)
LESSONS = Support(id="toy.course.lessons", says=lv("nodarbības").en("lessons"), given=all_of())


def limit(name, *ends):
    return Limit(
        id=f"toy.course.{name}",
        programme=COURSE.id,
        support=LESSONS,
        says=lv(f"ierobežojums {name}").en(f"limit {name}"),
        first_day=PARTICIPATION.entered_on,
        ends=ends,
        source=ACT.point("4"),
    )


def metric(name, row, universe, **others):
    return Metric(
        id=f"toy.{name}",
        says=lv(f"Skaits {name}").en(f"Number {name}"),
        subject=row,
        universe=universe,
        grain=Grain.EVENT,
        membership=Membership.LEFT,
        source=ACT,
        **others,
    )


participation = subject(ParticipationRow)
LEFT = metric(
    "left",
    ParticipationRow,
    participation.left_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
    where=participation.leaving_reason.is_in(LeavingReason.COMPLETED),
    settled_on=days_after(participation.left_on, 28),
    notes=(lv("Kas pabeidza.").en("Who completed it."),),
)
MINUTES = metric(
    "minutes",
    ServiceAttendanceRow,
    all_of(),
    measure=Measure.MEDIAN,
    amount=subject(ServiceAttendanceRow).minutes,
    unit=lv("minūtes").en("minutes"),
    notes=(lv("No {status_day:genitive}.").en("Since {status_day}."),),
)
HOUSEHOLDS = metric("households", HouseholdRow, all_of())
TWINS = (metric("one.twin", HouseholdRow, all_of()), metric("two.twin", HouseholdRow, all_of()))
NO_BIRTHDAY = Fault(
    kind="toy.born-late",
    says=lv("dzimis pēc 2010. gada").en("born after 2010"),
    remedy=lv("pārbaudiet").en("look at it"),
)


def born_late(examined):
    for each in examined.of(Client):
        if isinstance(each.born_on, date) and each.born_on.year > 2010:
            yield NO_BIRTHDAY.at(each, "born_on")


def failing(examined):
    raise RuntimeError


CHECKS = (
    NO_BIRTHDAY.check(born_late),
    Check(id="toy.failing", says=lv("neizdodas").en("fails"), find=failing),
)


class Toy:
    @hookimpl
    def inclusion_programmes(self):
        return (COURSE, OTHER)

    @hookimpl
    def inclusion_rules(self):
        return (GROWN, SINCE_2018)

    @hookimpl
    def inclusion_limits(self):
        return (limit("short", LEAVING, SIX_MONTHS), limit("lessons", LEAVING))

    @hookimpl
    def inclusion_metrics(self):
        return (LEFT, MINUTES, HOUSEHOLDS, *TWINS)

    @hookimpl
    def inclusion_checks(self):
        return CHECKS


def broken():
    raise RuntimeError("it does not import")


def plugin(name, load):
    return Plugin(
        name=name, distribution=f"inclusion-{name}", version=version("inclusion-core"), load=load
    )


@pytest.fixture(scope="session")
def catalogue():
    found = load_catalogue([plugin("toy", Toy), plugin("broken", broken)])
    assert [each.plugin for each in found.faults] == ["broken"]
    return found


HEADER = """\
# A case

programme: toy.course
known on: 2018-12-31

"""
RECORDED = (
    "| person | what | on | to | day of birth | reason for leaving |\n|---|---|---|---|---|---|\n"
)
EXPECTED = "| person | day | question | expected | why |\n|---|---|---|---|---|\n"
ANNA = """\
| Anna | client | | | 1990-05-01 | |
| Anna | participation | 2018-02-01 | | | |
"""


@pytest.fixture
def read(catalogue):
    """Reads a case: rows of what is recorded, rows of what is expected; or a whole text."""

    def reading(recorded="", expected="", *, whole=None, header=HEADER, table=RECORDED):
        text = (
            f"{header}{table}{recorded}\n{EXPECTED}{expected}" if whole is None else dedent(whole)
        )
        return case_of(text, catalogue, "case.md")

    return reading


@pytest.fixture
def came(read, catalogue):
    """What comes of the rows of a case in which nothing is wrong."""

    def coming(recorded, expected, **others):
        found = read(recorded, expected, **others)
        assert not found.findings, [each.in_("en") for each in found.findings]
        (case,) = found.cases
        return judged(case, catalogue)

    return coming


@pytest.fixture
def kinds(read):
    """The kinds of the findings of a case, with their lines counted from its tables."""

    def finding(*arguments, **others):
        found = read(*arguments, **others)
        return [(each.kind, each.place.field) for each in found.findings]

    return finding
