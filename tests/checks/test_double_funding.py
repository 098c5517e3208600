"""The same person paid for twice."""

from datetime import date
from decimal import Decimal

import pytest

from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions
from inclusion_core.checks.double_funding import not_while_in, once_at_a_time
from inclusion_core.errors import DeclarationError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.metrics.metric import Grain
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.funding import FundingShare, Operation, Programme
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MK102 = Source("MK 102").point("39.4")
MAY_1, MAY_10, MAY_20, MAY_31 = (date(2018, 5, day) for day in (1, 10, 20, 31))
LINK = SamePersonLink(id="l-1", client_id="c-1", other_client_id="c-2", linked_on=MAY_1)
WELFARE = Operation(id="op-2", number="9.1.1.1", title="T", beneficiary="B")
JOBS = Programme(id="jobs", operation_id="op-2", declared_as="nva.measure_9_1_1_1")


def visit(key, entered_on, left_on=ABSENT, programme="motivation", client="c-1"):
    return Participation(
        id=key,
        client_id=client,
        programme_id=programme,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=ABSENT if left_on is ABSENT else LeavingReason.OTHER,
    )


def elsewhere(first, last=ABSENT, client="c-1"):
    return visit("in-jobs", first, last, programme="jobs", client=client)


def exclusion(**options):
    return not_while_in(
        id="toy.exclusive",
        programme="sif.motivation",
        others=("nva.measure_9_1_1_1", "nva.measure_9_1_1_2"),
        source=MK102,
        **options,
    )


OWN = visit("in-2", MAY_10, MAY_20)


@pytest.mark.parametrize(
    ("first", "last", "severity"),
    [
        (MAY_1, MAY_10, "error"),
        (MAY_20, ABSENT, "error"),
        (MAY_1, date(2018, 5, 9), None),
        (date(2018, 5, 21), ABSENT, None),
        (parse_day("2018-05"), ABSENT, "warning"),
        (MAY_1, NOT_ASKED, "warning"),
        (NOT_ASKED, MAY_1, None),
        (MAY_20, MAY_1, None),
    ],
    ids=str,
)
def test_two_that_exclude_each_other_must_not_share_a_day(look, first, last, severity):
    found = look(exclusion(), WELFARE, JOBS, OWN, elsewhere(first, last))

    wrong = [] if severity is None else [(severity, "in-2", "entered_on")]
    assert [each[:3] for each in found] == wrong


def test_it_is_told_for_sure_or_perhaps(look):
    ((*_, sure),) = look(exclusion(), WELFARE, JOBS, OWN, elsewhere(MAY_10))
    ((*_, perhaps),) = look(exclusion(), WELFARE, JOBS, OWN, elsewhere(parse_day("2018-05")))

    assert sure.startswith("the person is, at the same time, in another programme")
    assert perhaps.startswith("the person is perhaps, at the same time, in another programme")


def test_it_is_the_person_who_is_looked_at(look):
    other = elsewhere(MAY_10, client="c-2")

    assert look(exclusion(), WELFARE, JOBS, OWN, other) == []
    assert [each[:2] for each in look(exclusion(), WELFARE, JOBS, OWN, other, LINK)] == [
        ("error", "in-2")
    ]


def test_each_pair_is_told(look):
    again = visit("in-again", MAY_10, programme="jobs")

    assert len(look(exclusion(), WELFARE, JOBS, OWN, elsewhere(MAY_10), again)) == 2


@pytest.mark.parametrize(
    ("in_force", "severity"),
    [
        (Period(MAY_10), "error"),
        (Period(MAY_1, MAY_10), "error"),
        (Period(date(2018, 5, 21)), None),
        (Period(MAY_1, date(2018, 5, 9)), None),
    ],
)
def test_only_the_days_count_on_which_the_rule_is_in_force(look, in_force, severity):
    found = look(exclusion(in_force=in_force), WELFARE, JOBS, OWN, elsewhere(MAY_1))

    assert [each[0] for each in found] == ([] if severity is None else [severity])


def test_other_programmes_exclude_nothing(look):
    assert look(exclusion(), OWN, visit("in-1", MAY_10, programme="mentoring")) == []


@pytest.mark.parametrize("others", [(), ("sif.motivation",)])
def test_an_exclusion_names_other_programmes(others):
    with pytest.raises(DeclarationError, match="name other programmes"):
        not_while_in(id="toy.exclusive", programme="sif.motivation", others=others, source=MK102)


# Once at a time.


def once(grain):
    return once_at_a_time(id="toy.once", programme="sif.motivation", grain=grain, source=MK102)


AGAIN = visit("in-3", MAY_20)
BESIDE = visit("in-1", MAY_1, programme="mentoring")
PAID_BY = {
    "own": FundingShare(id="s-3", operation_id="op-2", fund_id="other", percent=Decimal(100)),
    "esf": FundingShare(id="s-3", operation_id="op-2", fund_id="esf", percent=Decimal(100)),
}


@pytest.mark.parametrize(
    ("grain", "records", "wrong"),
    [
        (Grain.PROGRAMME, [AGAIN], ["in-3"]),
        (Grain.PROGRAMME, [BESIDE], []),
        (Grain.OPERATION, [BESIDE], ["in-2"]),
        (Grain.OPERATION, [AGAIN, BESIDE], ["in-2", "in-3"]),
        (Grain.OPERATION, [elsewhere(MAY_20)], []),
        (Grain.FUND, [elsewhere(MAY_20)], []),
        (Grain.FUND, [elsewhere(MAY_20), PAID_BY["own"]], []),
        (Grain.FUND, [elsewhere(MAY_20), PAID_BY["esf"]], ["in-2"]),
        (Grain.FUND, [visit("in-3", date(2018, 5, 21))], []),
        (Grain.FUND, [visit("in-3", parse_day("2018-05"))], []),
        (Grain.FUND, [visit("in-3", MAY_20, MAY_1)], []),
        (Grain.FUND, [visit("in-3", MAY_20, client="c-2")], []),
        (Grain.FUND, [visit("in-3", MAY_20, client="c-2"), LINK], ["in-3"]),
        (Grain.FUND, [visit("in-9", MAY_20, programme="gone")], []),
    ],
)
def test_inside_the_grain_a_person_is_there_once_at_a_time(look, grain, records, wrong):
    found = look(once(grain), WELFARE, JOBS, OWN, *records)

    assert [each[:3] for each in found] == [("error", key, "entered_on") for key in wrong]


def test_the_general_warning_gives_way_to_the_error_of_the_rule():
    records = [
        Programme(id="motivation", operation_id="op", declared_as="sif.motivation"),
        OWN,
        AGAIN,
    ]
    caseload = Caseload.of_records(records, known_on=date(2018, 12, 3))
    checks = (*CONSISTENCY_CHECKS, once(Grain.PROGRAMME))
    twice = {"check.entered-twice", "toy.once"}

    general = [each for each in contradictions(caseload, SCHEMA) if each.kind in twice]
    strict = [each for each in contradictions(caseload, SCHEMA, checks) if each.kind in twice]

    assert [(each.kind, each.severity) for each in general] == [
        ("check.entered-twice", Severity.WARNING)
    ]
    assert [(each.kind, each.severity, each.source) for each in strict] == [
        ("toy.once", Severity.ERROR, MK102)
    ]
    assert general[0].place == strict[0].place


def test_an_event_is_no_grain_for_it():
    with pytest.raises(DeclarationError, match="PROGRAMME, OPERATION or FUND"):
        once(Grain.EVENT)
