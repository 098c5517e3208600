"""All readers mean the same where a list has no owner, a truth is the same for all, and the like.

Nothing is random here: what drawn cases meet by chance is met here each time.
"""

from datetime import date

import pytest
from kernel_lab.random_cases import Case
from kernel_lab.readings import by_frames, by_objects, by_oracle
from kernel_lab.toy import Aim, Kind, Meeting, MeetingRow, Member, Plan, Role, member

from inclusion_core.expr import Condition, any_of, at_least, completed_years, nodes, subject
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown

FIRST, SECOND = date(2020, 1, 31), date(2020, 2, 29)
meeting = subject(MeetingRow)
ALWAYS_SO = completed_years(date(2000, 1, 1), date(2020, 1, 1)) >= 18

MEMBERS = [
    Member(
        id="m0",
        household_id="h",
        sponsor_id="m0",
        registered_on=FIRST,
        born_on=FIRST,
        role=Role.ADULT,
        country="LV",
        children=0,
    ),
    Member(
        id="m1",
        household_id="h",
        sponsor_id="m0",
        registered_on=FIRST,
        born_on=PartialDay.of_year(2019),
        role=Role.CHILD,
        children=2,
    ),
    Member(
        id="m2",
        household_id="h",
        sponsor_id="m1",
        registered_on=SECOND,
        born_on=Unknown(Reason.REFUSED),
        country=Unknown(Reason.REFUSED),
    ),
    Member(id="m3", household_id="h", sponsor_id="m1", registered_on=SECOND, born_on=ABSENT),
]
PLANS = [
    Plan(id="p0", member_id="m0", aim=Aim.WORK, signed_on=FIRST, hours=2),
    Plan(id="p1", member_id="m0", aim=Aim.WORK, signed_on=SECOND),
    Plan(id="p2", member_id="nobody", aim=Aim.LANGUAGE, hours=1),
]
MEETINGS = [
    Meeting(id="t0", stay_id="s", plan_id="p0", worker_id="w", held_on=SECOND, topic=Aim.WORK),
    Meeting(id="t1", stay_id="s", plan_id="p2", worker_id="w", held_on=FIRST, score=-2),
    Meeting(id="t2", stay_id="s", plan_id="none", worker_id="w"),
]
WORLD = {
    "household": [],
    "member": MEMBERS,
    "stay": [],
    "plan": PLANS,
    "worker": [],
    "meeting": MEETINGS,
}

plans = meeting.plan.member.plans
OF_NOBODY = {
    "truth1": plans.exist(),
    "truth2": plans.only(lambda p: p.aim).is_in(Aim.WORK),
    "truth3": plans.latest_code(lambda p: p.aim, by=lambda p: p.signed_on).is_in(Aim.WORK),
    "number1": plans.count(),
    "number2": plans.sum(lambda p: p.hours),
    "day1": plans.earliest(lambda p: p.signed_on),
    "day2": plans.latest(lambda p: p.signed_on),
    "code1": plans.only(lambda p: p.aim),
    "code2": plans.latest_code(lambda p: p.aim, by=lambda p: p.signed_on),
}
early = member.born_on <= FIRST
with_plan = member.plans.where(lambda p: p.signed_on.is_known())
OF_MEMBERS = {
    "truth1": at_least(2, early, member.role.is_in(Role.ADULT), member.children >= 1),
    "truth2": member.role.is_in(Role.ADULT) | ALWAYS_SO,
    "truth3": member.role.is_in(Role.ADULT) & ~ALWAYS_SO,
    "truth4": Condition(nodes.IsIn(member.country.node, "no_codes")),
    "truth9": member.role.is_in(Role.ADULT, Role.CHILD),
    "truth5": with_plan.exist() & member.born_on.is_known(),
    "number1": member.sponsored.where(
        lambda s: s.born_on.is_unknown_because(Reason.REFUSED)
    ).count(),
    "number2": member.sponsored.where(
        lambda s: s.country.is_unknown_because(Reason.REFUSED)
    ).count(),
    "number3": member.plans.where(lambda p: p.aim.is_unknown_because(Reason.REFUSED)).count(),
    "number4": member.sponsored.where(
        lambda s: (
            (s.born_on.is_known() & (s.children >= 1)) | (s.born_on.is_known() & (s.children <= 0))
        )
    ).count(),
    "number5": member.plans.where(lambda p: p.fulfilled_on.is_known()).count(),
    "number7": member.plans.where(
        lambda p: p.fulfilled_on.is_unknown_because(Reason.REFUSED)
    ).count(),
    "number8": member.plans.where(lambda p: p.aim.is_in(Aim.WORK)).count(),
    "number9": member.sponsored.where(
        lambda s: s.plans.only(lambda p: p.aim).is_in(Aim.WORK)
    ).count(),
    "truth6": member.born_on.is_known() & (member.children >= 1),
    "truth7": member.born_on.is_known() & (member.children <= 0),
    "truth8": any_of(member.born_on.is_known(), early),
    "number6": member.sponsored.where(
        lambda s: s.registered_on.is_unknown_because(Reason.REFUSED)
    ).count(),
}
OF_NOTHING = {"truth1": member.stays.only(lambda s: s.kind).is_in(Kind.FLAT)}
ENGINES = pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])


@ENGINES
@pytest.mark.parametrize("known_on", [None, FIRST])
@pytest.mark.parametrize(
    ("root", "expressions"),
    [("meeting", OF_NOBODY), ("member", OF_MEMBERS), ("member", OF_NOTHING)],
)
def test_all_readers_mean_the_same_in_corners(root, expressions, known_on, engine):
    case = Case(root=root, world=WORLD, expressions=expressions, days={}, known_on=known_on)
    answers = by_objects(case)

    assert by_frames(case, engine) == answers
    assert by_oracle(case) == answers


def test_a_list_of_which_the_owner_is_not_there_is_not_known():
    case = Case(root="meeting", world=WORLD, expressions=OF_NOBODY, days={}, known_on=None)
    answers = by_objects(case)

    assert answers["t0", "truth1"] is True
    assert answers["t2", "truth1"] is None
