"""What `check` finds by the limits of a programme and sums up, and the part that is asked for."""

import json
from datetime import date
from importlib.metadata import version

import attrs
import pytest

from inclusion_core.checks.check import Check, Fault
from inclusion_core.expr import months_after
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.subjects import ATTENDANCE, PARTICIPATION
from inclusion_core.fields import type_name
from inclusion_core.findings import Severity
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.cost import BudgetLine, CostBasis, CostEntry
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind
from inclusion_core.model.status import Arrival
from inclusion_core.model.versions import Act, Version
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.wire import write_journal

RULES = Source("Rules")
COURSE = ProgrammeDefinition(
    id="yard.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("all"),
    operation_number="1",
    sources=(RULES,),
)
MEETINGS = Support(
    id="yard.course.meetings",
    says=lv("tikšanās").en("meetings"),
    given=ATTENDANCE.service.minutes >= 1,
)
QUARTER = Limit(
    id="yard.course.quarter",
    programme=COURSE.id,
    support=MEETINGS,
    says=lv("3 mēneši").en("3 months"),
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(
            id="three-months",
            says=lv("3 mēneši pagājuši").en("3 months have passed"),
            day=months_after(PARTICIPATION.entered_on, 3),
            source=RULES.point("2"),
        ),
    ),
    source=RULES.point("2"),
)
NO_ARRIVAL = Fault(
    kind="yard.no-arrival",
    says=lv("ierašanās nav ierakstīta").en("the arrival is not recorded"),
    remedy=lv("ierakstiet to").en("record it"),
    severity=Severity.WARNING,
    source=RULES.point("1"),
)


def without_arrival(examined):
    for client in examined.of(Client):
        if not examined.naming(Arrival, "client_id", client.id):
            yield NO_ARRIVAL.at(client)


class Yard:
    @hookimpl
    def inclusion_programmes(self):
        return (COURSE,)

    @hookimpl
    def inclusion_limits(self):
        return (QUARTER,)

    @hookimpl
    def inclusion_checks(self):
        return (
            Check(
                id="yard.no-arrival",
                says=NO_ARRIVAL.says,
                find=without_arrival,
                programme=COURSE.id,
            ),
        )


def fallen():
    raise RuntimeError("the fence has fallen")


def plugin(load=Yard):
    return Plugin(
        name="yard",
        distribution="inclusion-yard",
        version=version("inclusion-core"),
        load=load,
    )


ENTERED = date(2018, 1, 10)


def visit(key="in-1", entered_on=ENTERED, left_on=ABSENT):
    return Participation(
        id=key,
        client_id="c-1",
        programme_id="course",
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=ABSENT if left_on is ABSENT else LeavingReason.OTHER,
    )


def meeting(key, given_on, minutes=60, participation="in-1"):
    return (
        Service(id=key, contract_id="k-1", given_on=given_on, minutes=60),
        ServiceAttendance(
            id=f"at-{key}", service_id=key, participation_id=participation, minutes=minutes
        ),
    )


CHAIN = (
    Operation(id="op", number="1", title="T", beneficiary="B"),
    BudgetLine(id="b-1", operation_id="op", number="1", title="T"),
    Programme(id="course", operation_id="op", declared_as=COURSE.id),
    Provider(id="p-1", name="P"),
    Contract(id="k-1", programme_id="course", provider_id="p-1", number="1"),
    Client(id="c-1", provider_id="p-1"),
    CostEntry(
        id="e-1",
        budget_line_id="b-1",
        contract_id="k-1",
        basis=CostBasis.ACTUAL,
        month=PartialDay.of_month(2018, 5),
        net_cents=12_345,
    ),
)
INSIDE, OUTSIDE = meeting("v-1", date(2018, 4, 10)), meeting("v-2", date(2018, 5, 2))
VAGUE = meeting("v-3", NOT_ASKED)


def recorded(*records, on=date(2018, 6, 1), first=1):
    return [
        Version(
            record_type=type_name(type(record)),
            record_id=record.id,
            version=first,
            recorded_on=on,
            act=Act.RECORDED if first == 1 else Act.CORRECTED,
            record=record,
        )
        for record in records
    ]


@pytest.fixture
def yard(run, tmp_path):
    """Runs `check` on a journal, with the plugin or another in its place."""

    def ask(versions, *arguments, load=Yard):
        path = tmp_path / "caseload.json"
        write_journal(Journal(tuple(versions)), path, SCHEMA)
        code, shown, _ = run("check", path, *arguments, plugins=(plugin(load),))
        return code, shown

    return ask


def test_a_service_outside_of_its_limit_is_found_and_summed_up(yard):
    code, shown = yard(recorded(*CHAIN, visit(), *INSIDE, *OUTSIDE))

    assert code == 1
    assert shown.splitlines()[:-1] == [
        "warning: client c-1: the arrival is not recorded; record it (Rules, 1)",
        (
            "error: service_attendance at-v-2: meetings: given outside of the time in which it may "
            "be; check the days; if they are right, the cost of the service v-2 cannot be "
            "claimed (Rules, 2)"
        ),
        "yard.course, outside of the time allowed: 1 service, 60 minutes, cost about 123.45 EUR.",
        "  meetings: 1 service, 60 minutes, cost about 123.45 EUR.",
        "In the data: 1 error, 1 warning.",
    ]


def test_it_is_summed_up_in_latvian(yard):
    _, shown = yard(recorded(*CHAIN, visit(), *OUTSIDE), "--language", "lv")

    assert (
        "yard.course, ārpus atļautā laika: 1 pakalpojums, 60 minūšu, izmaksas aptuveni 123,45"
        in shown
    )


def test_good_faith_and_what_cannot_be_decided_are_summed_up_apart(yard):
    later = visit(entered_on=date(2018, 1, 1))
    untimed = (Service(id="v-4", contract_id="k-1", given_on=date(2018, 4, 9), minutes=60),)
    short = ServiceAttendance(id="at-v-4", service_id="v-4", participation_id="in-1", minutes=5)
    versions = [
        *recorded(*CHAIN, visit(), *untimed, short, *VAGUE, on=ENTERED),
        *recorded(later, on=date(2018, 9, 1), first=2),
    ]

    code, shown = yard(versions)

    assert code == 0
    assert shown.splitlines()[-5:-1] == [
        "yard.course, outside of the time allowed: 0 services, 0 minutes, cost about 0.00 EUR.",
        (
            "  inside it by what was known on the day of the service: 1 service, 5 minutes, cost "
            "not known."
        ),
        "  cannot be decided: 1 service.",
        "In the data: 0 errors, 3 warnings.",
    ]


ALL_MEETINGS = attrs.evolve(
    QUARTER, support=attrs.evolve(MEETINGS, given=ATTENDANCE.service.kind.is_in(ServiceKind.GROUP))
)


class Groups(Yard):
    @hookimpl
    def inclusion_limits(self):
        return (ALL_MEETINGS,)


def test_services_of_which_the_length_is_not_known_are_told(yard):
    group = Service(id="v-4", contract_id="k-1", kind=ServiceKind.GROUP, given_on=date(2018, 5, 2))
    there = ServiceAttendance(id="at-v-4", service_id="v-4", participation_id="in-1")

    _, shown = yard(recorded(*CHAIN, visit(), group, there), load=Groups)

    assert "1 service, 0 minutes (how long is not known: 1 service), cost not known." in shown


def test_it_is_written_as_json(yard):
    _, shown = yard(recorded(*CHAIN, visit(), *OUTSIDE, *VAGUE), "--format", "json")

    (support,) = json.loads(shown)["ineligible_support"]
    nothing = {"services": 0, "minutes": 0, "without_minutes": 0, "cost_cents": 0}
    unknown = {"services": 1, "minutes": 60, "without_minutes": 0, "cost_cents": None}
    assert support == {
        "programme": "yard.course",
        **unknown,
        "by_support": [{"support": "yard.course.meetings", **unknown}],
        "in_good_faith": nothing,
        "undecided": 1,
    }


class Boundless(Yard):
    @hookimpl
    def inclusion_limits(self):
        return ()


def test_a_programme_without_limits_has_no_sum(yard):
    _, shown = yard(recorded(*CHAIN, visit(), *OUTSIDE), "--format", "json", load=Boundless)

    assert json.loads(shown)["ineligible_support"] == []


def test_where_nothing_is_outside_nothing_is_summed_up(yard):
    code, shown = yard(recorded(*CHAIN, visit(), *INSIDE))

    assert code == 0
    assert "outside of the time allowed" not in shown


# Refused.


def test_limits_that_are_refused_are_told_and_stop_nothing(yard):
    early = Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 1, 11))
    code, shown = yard(recorded(*CHAIN, visit(), *OUTSIDE, early), load=fallen)

    assert code == 3
    assert shown.splitlines()[:2] == [
        (
            "warning: yard.course: it was not checked whether services were given in the time in "
            "which they may be; not all rules of the programme are there; install or repair: "
            "inclusion-yard"
        ),
        (
            "warning: participation in-1, field entered_on: the client enters the programme before "
            "arriving in the country; correct this day, or the day of arrival in a-1"
        ),
    ]


def test_a_programme_that_nobody_declares_is_passed_over(run, tmp_path):
    path = tmp_path / "caseload.json"
    write_journal(Journal(tuple(recorded(*CHAIN, visit(), *OUTSIDE))), path, SCHEMA)

    code, shown, _ = run("check", path, plugins=())

    assert (code, shown.splitlines()[0]) == (0, "In the data: 0 errors, 0 warnings.")


# The part that is asked for.

EVERYTHING = recorded(
    *CHAIN,
    visit(),
    *OUTSIDE,
    Client(id="c-2", provider_id="p-1", born_on=date(2018, 2, 1)),
    Arrival(id="a-2", client_id="c-2", arrived_on=date(2018, 1, 1)),
)


def kinds(shown):
    return [each["kind"] for each in json.loads(shown)["findings"]]


ALL = ["check.before-birth", "yard.no-arrival", "yard.course.services-within-limits"]


@pytest.mark.parametrize(
    ("filters", "code", "shown"),
    [
        ([], 1, ALL),
        (["--programme", "yard.course"], 1, ALL[1:]),
        (["--kind", "check"], 1, ALL[:1]),
        (["--kind", "check.before-birth"], 1, ALL[:1]),
        (["--kind", "check.before-birth", "--programme", "yard.course"], 0, []),
        (["--kind", "yard"], 1, ALL[1:]),
        (["--kind", "yard.no-arrival"], 0, ALL[1:2]),
        (["--kind", "wire.not-a-day"], 0, []),
        (["--severity", "error"], 1, [ALL[0], ALL[2]]),
        (["--severity", "warning"], 0, ALL[1:2]),
        (["--severity", "error", "--programme", "yard.course"], 1, ALL[2:]),
    ],
)
def test_only_the_part_is_shown_that_is_asked_for(yard, filters, code, shown):
    told, written = yard(EVERYTHING, *filters, "--format", "json")

    assert (told, sorted(kinds(written))) == (code, sorted(shown))
    assert json.loads(written)["findings_not_shown"] == len(ALL) - len(shown)


def test_what_was_not_asked_for_is_counted(yard):
    _, shown = yard(EVERYTHING, "--severity", "warning")

    assert "Shown: 0 errors, 1 warning; others, not asked for: 2.\n" in shown


def test_the_sum_is_shown_where_its_findings_are_asked_for(yard):
    for filters, there in (
        ([], True),
        (["--programme", "yard.course"], True),
        (["--kind", "yard.no-arrival"], False),
        (["--kind", "check"], False),
    ):
        _, shown = yard(EVERYTHING, *filters)
        assert ("outside of the time allowed" in shown) is there


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (["--programme", "yard.curse"], "no programme 'yard.curse'; did you mean yard.course?"),
        (["--kind", "check.before-brith"], "did you mean check.before-birth"),
        (["--kind", "yards"], "no kind of finding 'yards'"),
        (["--severity", "grave"], "no severity 'grave'; there are: error, warning"),
    ],
)
def test_a_name_that_nothing_has_is_refused(run, yard, tmp_path, filters, words):
    yard(EVERYTHING)

    code, shown, remarks = run("check", tmp_path / "caseload.json", *filters, plugins=(plugin(),))

    assert (code, shown) == (2, "")
    assert words in remarks


def test_a_programme_that_is_not_in_the_data_has_no_findings(yard):
    code, shown = yard(
        recorded(Provider(id="p-1", name="P")), "--programme", "yard.course", "--format", "json"
    )

    assert (code, kinds(shown)) == (0, [])


def test_where_nothing_can_be_read_that_is_told_whatever_is_asked_for(run, tmp_path):
    code, shown, _ = run("check", tmp_path, "--severity", "warning")

    assert code == 4
    assert shown.startswith("error: there is no file of records in the folder")


# Other commands look for the same.


def test_an_import_and_a_life_are_held_to_the_limits_too(run, yard, tmp_path):
    yard(recorded(*CHAIN, visit(), *OUTSIDE))

    code, _, remarks = run("show", "c-1", tmp_path / "caseload.json", plugins=(plugin(),))

    assert code == 1
    assert "meetings: given outside of the time in which it may be" in remarks
