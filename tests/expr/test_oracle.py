"""The naive reader itself: cases worked by hand, and what it says stays true as more is known."""

from datetime import date
from math import inf
from typing import Any

import pytest
from hypothesis import given
from kernel_lab.completions import contradicts
from kernel_lab.effort import examples
from kernel_lab.measures import COUNT_MOST, SUM_MOST, YEARS_MOST, Code, Days
from kernel_lab.oracle import Oracle
from kernel_lab.random_cases import Turn, node_of, oracle_of, turns
from kernel_lab.random_records import World
from kernel_lab.toy import (
    Aim,
    Grade,
    Household,
    Kind,
    Meeting,
    Member,
    MemberRow,
    Plan,
    Role,
    Stay,
    Worker,
    member,
    stay,
)

from inclusion_core.expr import (
    completed_years,
    day,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    nodes,
    subject,
    term_from,
)
from inclusion_core.periods import LeapDay
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

case = subject(MemberRow)
ANN = Member(
    id="ann",
    household_id="h",
    sponsor_id="ann",
    registered_on=date(2020, 1, 1),
    born_on=PartialDay.of_year(1990),
    role=Role.ADULT,
    country="SY",
    children=2,
)
HOME = Household(id="h", rooms=3, settled_on=date(2019, 5, 1))
FLAT = Stay(
    id="flat",
    member_id="ann",
    kind=Kind.FLAT,
    first_day=date(2020, 2, 1),
    granted_on=date(2020, 1, 15),
    points=2,
)
SHELTER = Stay(
    id="shelter",
    member_id="ann",
    kind=Kind.SHELTER,
    first_day=date(2019, 2, 1),
    last_day=date(2020, 1, 31),
    granted_on=PartialDay.of_month(2019, 1),
    points=-1,
)
VAGUE = Stay(id="vague", member_id="ann")


def world(*records: Any) -> World:
    types = (Household, Member, Stay, Plan, Worker, Meeting)
    return {
        cls.__name__.lower(): [each for each in records if isinstance(each, cls)] for cls in types
    }


def about_ann(handle: Any, *records: Any, known_on: date | None = None) -> Any:
    """The answer about Ann, in a world of her, her home and these records."""
    oracle = oracle_of(world(ANN, HOME, *records), known_on=known_on)
    return answer(oracle, handle, ANN)


def answer(oracle: Oracle, handle: Any, record: Any) -> Any:
    node = node_of(handle)
    kinds = {"truth": nodes.TruthNode, "day": nodes.DayNode, "code": nodes.CodeNode}
    kind = next((name for name, union in kinds.items() if isinstance(node, union)), "number")
    return getattr(oracle, kind)(node, oracle.scope(record))


def from_to(first: str, last: str | None) -> Days:
    """An interval of days; ``None`` is never."""
    ends = (inf if each is None else date.fromisoformat(each).toordinal() for each in (first, last))
    return next(ends), next(ends)


NEVER = (inf, inf)
ANY_DAY = (-inf, inf)


class TestADay:
    def test_a_year_of_birth_is_any_day_of_that_year(self):
        assert about_ann(case.born_on) == from_to("1990-01-01", "1990-12-31")

    def test_an_absent_day_is_never_as_things_stand(self):
        assert about_ann(case.household.left_on) == NEVER

    def test_an_absent_day_may_still_come_after_the_last_day_known(self):
        read = about_ann(case.household.left_on, known_on=date(2020, 2, 29))

        assert read == from_to("2020-03-01", None)

    def test_an_unknown_day_is_any_day_whenever_the_world_is_known(self):
        assert about_ann(case.stays.earliest(lambda s: s.first_day), VAGUE) == ANY_DAY

    def test_a_day_of_a_record_that_is_not_there_is_any_day(self):
        oracle = oracle_of(world(ANN))

        assert answer(oracle, case.household.settled_on, ANN) == ANY_DAY

    def test_months_are_clipped_before_days_are_added(self):
        shifted = nodes.Shifted(nodes.DayLiteral(date(2019, 12, 31)), months=2, days=1)

        assert about_ann(shifted) == from_to("2020-03-01", "2020-03-01")
        assert about_ann(months_after(day(date(2020, 1, 31)), 13)) == from_to(
            "2021-02-28", "2021-02-28"
        )

    @pytest.mark.parametrize(
        ("first_day", "months", "last_day"),
        [
            (date(2018, 6, 1), 18, "2019-11-30"),
            (date(2017, 3, 1), 6, "2017-08-31"),
            (date(2017, 8, 31), 6, "2018-02-28"),
            (date(2017, 8, 28), 6, "2018-02-27"),
        ],
    )
    def test_a_term_ends_before_the_same_day_or_with_a_month_without_it(
        self, first_day, months, last_day
    ):
        assert about_ann(term_from(first_day, months)) == from_to(last_day, last_day)

    def test_never_stays_never_however_it_is_moved(self):
        assert about_ann(days_after(months_after(case.household.left_on, -5), 3)) == NEVER

    def test_the_first_of_days_ends_where_the_first_certain_one_does(self):
        both = (case.born_on, date(1990, 6, 1))

        assert about_ann(earliest_of(*both)) == from_to("1990-01-01", "1990-06-01")
        assert about_ann(latest_of(*both)) == from_to("1990-06-01", "1990-12-31")


class TestAListOfDays:
    def test_over_no_record_first_and_last_are_never(self):
        assert about_ann(case.stays.earliest(lambda s: s.granted_on)) == NEVER
        assert about_ann(case.stays.latest(lambda s: s.granted_on)) == NEVER

    def test_first_and_last_over_certain_records(self):
        first = case.stays.earliest(lambda s: s.granted_on)
        last = case.stays.latest(lambda s: s.granted_on)

        assert about_ann(first, FLAT, SHELTER) == from_to("2019-01-01", "2019-01-31")
        assert about_ann(last, FLAT, SHELTER) == from_to("2020-01-15", "2020-01-15")

    def test_a_record_that_may_belong_opens_both_ends_as_far_as_it_reaches(self):
        flats = case.stays.where(lambda s: s.kind.is_in(Kind.FLAT))
        perhaps = Stay(id="perhaps", member_id="ann", granted_on=date(2020, 1, 10))
        late = Stay(id="late", member_id="ann", granted_on=date(2020, 1, 20))

        assert about_ann(flats.earliest(lambda s: s.granted_on), FLAT, perhaps, late) == from_to(
            "2020-01-10", "2020-01-15"
        )
        assert about_ann(flats.latest(lambda s: s.granted_on), FLAT, perhaps, late) == from_to(
            "2020-01-15", "2020-01-20"
        )

    def test_where_no_record_belongs_for_certain_the_last_may_be_never(self):
        flats = case.stays.where(lambda s: s.kind.is_in(Kind.FLAT))
        perhaps = Stay(id="perhaps", member_id="ann", granted_on=date(2020, 1, 10))

        assert about_ann(flats.latest(lambda s: s.granted_on), perhaps) == from_to(
            "2020-01-10", None
        )

    def test_a_later_record_may_still_be_the_last_but_not_the_first(self):
        read = {"known_on": date(2020, 2, 29)}

        assert about_ann(case.stays.earliest(lambda s: s.first_day), FLAT, **read) == from_to(
            "2020-02-01", "2020-02-01"
        )
        assert about_ann(case.stays.latest(lambda s: s.first_day), FLAT, **read) == from_to(
            "2020-02-01", None
        )
        assert about_ann(case.stays.earliest(lambda s: s.first_day), **read) == from_to(
            "2020-03-01", None
        )


class TestWhatMayStillCome:
    def test_nothing_found_in_a_closed_window_is_no_and_in_an_open_one_not_yet(self):
        def begun_by(last_day: date) -> Any:
            return case.stays.where(lambda s: s.first_day <= last_day).exist()

        known_on = date(2020, 2, 29)

        assert about_ann(begun_by(date(2020, 2, 29)), known_on=known_on) is False
        assert about_ann(begun_by(date(2020, 3, 1)), known_on=known_on) is None
        assert about_ann(begun_by(date(2020, 3, 1))) is False

    def test_a_list_may_be_complete_less_far_than_the_data(self):
        begun = case.stays.where(lambda s: s.first_day <= date(2020, 2, 29))
        early, late = begun.complete_through(date(2020, 1, 31)), begun.complete_through(date.max)

        assert about_ann(early.exist(), known_on=date(2020, 2, 29)) is None
        assert about_ann(early.exist()) is None
        assert about_ann(late.exist(), known_on=date(2020, 2, 29)) is False

    def test_a_list_is_complete_through_the_earliest_of_a_vague_day(self):
        begun = case.stays.where(lambda s: s.first_day <= date(1990, 6, 1))

        assert about_ann(begun.complete_through(case.born_on).exist()) is None
        assert about_ann(begun.complete_through(days_after(case.born_on, 151)).exist()) is False

    def test_complete_through_never_is_as_far_as_the_data_are_known(self):
        stays = case.stays.complete_through(case.household.left_on)

        assert about_ann(stays.exist()) is False
        assert about_ann(stays.exist(), known_on=date(2020, 2, 29)) is None

    def test_complete_through_an_unknown_day_leaves_every_day_open(self):
        stays = case.stays.complete_through(case.stays.earliest(lambda s: s.first_day))
        first = stays.where(lambda s: s.kind.is_in(Kind.CAMP)).earliest(lambda s: s.first_day)

        assert about_ann(first, VAGUE) == ANY_DAY

    def test_a_later_record_leads_to_records_of_which_nothing_is_known(self):
        met = case.stays.where(lambda s: s.meetings.exist())
        of_others = case.stays.where(lambda s: s.member.registered_on <= date(1990, 1, 1))

        assert about_ann(met.exist(), known_on=date(2020, 2, 29)) is None
        assert about_ann(of_others.exist(), known_on=date(2020, 2, 29)) is None
        assert about_ann(of_others.exist()) is False

    def test_a_list_of_lists_has_one_later_record(self):
        meetings = case.stays.each(lambda s: s.meetings)
        held = Meeting(
            id="m", stay_id="flat", plan_id="", worker_id="", held_on=date(2020, 2, 2), score=-2
        )

        assert about_ann(meetings.count(), FLAT, SHELTER, held) == (1, 1)
        assert about_ann(meetings.sum(lambda m: m.score), FLAT, held) == (-2, -2)
        assert about_ann(meetings.count(), FLAT, held, known_on=date(2020, 2, 29)) == (
            1,
            COUNT_MOST,
        )


class TestARecordThatIsNotThere:
    def test_its_lists_are_found_by_the_key_that_names_it(self):
        oracle = oracle_of(world(FLAT, SHELTER))

        assert answer(oracle, stay.member.stays.count(), FLAT) == (2, 2)
        assert answer(oracle, stay.member.plans.exist(), FLAT) is False

    def test_whom_it_names_is_wholly_unknown_and_so_are_the_lists_there(self):
        oracle = oracle_of(world(FLAT, HOME))

        assert answer(oracle, stay.member.household.members.count(), FLAT) == (0, COUNT_MOST)
        assert answer(oracle, stay.member.household.rooms, FLAT) == (0, 4)
        assert answer(oracle, stay.member.role.is_known(), FLAT) is None

    def test_a_list_of_a_wholly_unknown_record_may_be_surely_empty(self):
        oracle = oracle_of(world(FLAT))
        impossible = stay.member.household.members.where(lambda m: m.children <= -1)

        assert answer(oracle, impossible.exist(), FLAT) is False
        assert answer(oracle, impossible.only(lambda m: m.role), FLAT) is Code.ABSENT


class TestACode:
    def test_only_of_none_is_absent_of_agreeing_ones_their_code_of_others_unknown(self):
        kind = case.stays.only(lambda s: s.kind)
        homeless = Stay(id="none", member_id="ann", kind=ABSENT)

        assert about_ann(kind) is Code.ABSENT
        assert about_ann(kind, FLAT) == "flat"
        assert about_ann(kind, FLAT, SHELTER) is Code.UNKNOWN
        assert about_ann(kind, FLAT, homeless) is Code.UNKNOWN
        assert about_ann(kind, homeless) is Code.ABSENT
        assert about_ann(kind, VAGUE) is Code.UNKNOWN

    def test_only_of_one_that_may_belong_is_unknown_though_its_code_is_known(self):
        begun = case.stays.where(lambda s: s.first_day <= date(2020, 3, 1))
        unsure = Stay(id="unsure", member_id="ann", kind=Kind.FLAT)

        assert about_ann(begun.only(lambda s: s.kind), unsure) is Code.UNKNOWN
        assert about_ann(begun.only(lambda s: s.kind), unsure, FLAT) == "flat"

    def test_the_latest_code_is_that_of_the_last_record_and_never_that_of_one_without_a_day(self):
        latest = case.stays.latest_code(lambda s: s.kind, by=lambda s: s.granted_on)
        camp = Stay(id="camp", member_id="ann", kind=Kind.CAMP)

        assert about_ann(latest, FLAT, SHELTER) == "flat"
        assert about_ann(latest, FLAT, SHELTER, camp) == "flat"
        assert about_ann(latest, camp) is Code.ABSENT
        assert about_ann(latest, camp, known_on=date(2020, 2, 29)) is Code.UNKNOWN
        assert about_ann(latest, FLAT, known_on=date(2020, 2, 29)) is Code.UNKNOWN

    def test_two_that_may_be_the_latest_and_differ_leave_the_code_unknown(self):
        latest = case.stays.latest_code(lambda s: s.kind, by=lambda s: s.first_day)
        same_day = Stay(id="x", member_id="ann", kind=Kind.CAMP, first_day=date(2020, 2, 1))
        overlapping = Stay(
            id="y", member_id="ann", kind=Kind.FLAT, first_day=PartialDay.of_year(2020)
        )

        assert about_ann(latest, FLAT, same_day) is Code.UNKNOWN
        assert about_ann(latest, FLAT, overlapping) == "flat"
        assert about_ann(latest, same_day, overlapping) is Code.UNKNOWN

    def test_an_absent_code_is_in_no_set_and_an_unknown_one_may_be(self):
        kind = case.stays.only(lambda s: s.kind)

        assert about_ann(kind.is_in(Kind.FLAT)) is False
        assert about_ann(kind.is_in(Kind.FLAT), VAGUE) is None
        assert about_ann(kind.is_in(Kind.FLAT, Kind.CAMP), FLAT) is True


class TestANumber:
    def test_an_unknown_number_is_any_of_its_range(self):
        assert about_ann(case.stays.sum(lambda s: s.points), VAGUE) == (-5, 3)

    def test_one_that_may_belong_moves_the_sum_only_away_from_zero(self):
        flats = case.stays.where(lambda s: s.kind.is_in(Kind.FLAT))
        worse = Stay(id="worse", member_id="ann", points=-4)

        assert about_ann(flats.sum(lambda s: s.points), FLAT, worse) == (-2, 2)
        assert about_ann(flats.count(), FLAT, SHELTER, worse) == (1, 2)

    def test_a_later_record_opens_the_sum_where_its_numbers_may_lead(self):
        known_on = date(2020, 2, 29)
        scores = case.stays.each(lambda s: s.meetings).sum(lambda m: m.score)

        assert about_ann(case.stays.sum(lambda s: s.points), known_on=known_on) == (
            -SUM_MOST,
            SUM_MOST,
        )
        assert about_ann(scores, known_on=known_on) == (-SUM_MOST, 0)

    @pytest.mark.parametrize(
        ("since", "on", "leap_day", "years"),
        [
            ("1990-06-01", "2020-05-31", LeapDay.MARCH_1, 29),
            ("1990-06-01", "2020-06-01", LeapDay.MARCH_1, 30),
            ("2000-02-29", "2019-02-28", LeapDay.MARCH_1, 18),
            ("2000-02-29", "2019-02-28", LeapDay.FEBRUARY_28, 19),
            ("2000-02-29", "2019-03-01", LeapDay.MARCH_1, 19),
            ("2000-02-29", "2020-02-28", LeapDay.FEBRUARY_28, 19),
            ("2020-03-01", "2020-02-29", LeapDay.MARCH_1, -1),
        ],
    )
    def test_completed_years(self, since, on, leap_day, years):
        age = completed_years(date.fromisoformat(since), date.fromisoformat(on), leap_day)

        assert about_ann(age) == (years, years)

    def test_years_to_never_and_since_never_are_the_ends_of_the_scale(self):
        never = case.household.left_on

        assert about_ann(completed_years(date(1990, 1, 1), never)) == (YEARS_MOST, YEARS_MOST)
        assert about_ann(completed_years(never, date(1990, 1, 1))) == (-YEARS_MOST, -YEARS_MOST)
        assert about_ann(completed_years(case.born_on, date(2020, 6, 1))) == (29, 30)


class TestATruth:
    def test_days_that_overlap_are_not_compared(self):
        assert about_ann(case.born_on <= date(1990, 12, 31)) is True
        assert about_ann(case.born_on <= date(1990, 6, 1)) is None
        assert about_ann(case.born_on <= date(1989, 12, 31)) is False

    def test_never_is_not_after_never(self):
        never = case.household.left_on

        assert about_ann(never <= case.household.left_on) is True
        assert about_ann(never <= date(2999, 12, 31)) is False

    def test_a_partial_and_an_absent_day_are_known(self):
        asked = Stay(id="a", member_id="ann", granted_on=Unknown(Reason.REFUSED))
        oracle = oracle_of(world(asked))

        assert answer(oracle, stay.granted_on.is_known(), asked) is False
        assert answer(oracle, stay.last_day.is_known(), asked) is True
        assert answer(oracle, stay.granted_on.is_unknown_because(Reason.REFUSED), asked) is True
        assert answer(oracle, stay.granted_on.is_unknown_because(Reason.ERASED), asked) is False
        assert answer(oracle, stay.last_day.is_unknown_because(Reason.REFUSED), asked) is False
        assert about_ann(case.born_on.is_known()) is True

    def test_at_least_is_settled_as_soon_as_the_open_ones_cannot_change_it(self):
        yes, no = nodes.AllOf(()), nodes.AnyOf(())
        open_ = node_of(case.born_on <= date(1990, 6, 1))

        assert about_ann(nodes.AtLeast(2, (yes, yes, open_))) is True
        assert about_ann(nodes.AtLeast(2, (yes, no, open_))) is None
        assert about_ann(nodes.AtLeast(2, (no, no, open_))) is False
        assert about_ann(nodes.AtLeast(0, ())) is True

    def test_of_a_list_within_itself_each_record_is_compared_with_each(self):
        alone = case.stays.where(
            lambda s: ~case.stays.where(lambda other: other.first_day < s.first_day).exist()
        )

        assert about_ann(alone.count(), FLAT, SHELTER) == (1, 1)
        assert about_ann(alone.only(lambda s: s.kind), FLAT, SHELTER) == "shelter"


class TestLinks:
    def test_one_is_her_own_sponsor_and_one_of_the_sponsored(self):
        assert about_ann(case.sponsor.sponsor.children) == (2, 2)
        assert about_ann(case.sponsored.count()) == (1, 1)
        assert about_ann(member.household.members.each(lambda m: m.stays).count(), FLAT) == (1, 1)

    def test_a_record_is_named_by_records_of_several_types(self):
        plan = Plan(id="p", member_id="ann", aim=Aim.WORK, fulfilled_on=date(2020, 2, 2))
        worker = Worker(id="w", grade=Grade.MENTOR, load=5)
        held = Meeting(id="m", stay_id="flat", plan_id="p", worker_id="w", topic=Aim.WORK)
        through_worker = case.plans.where(
            lambda p: p.meetings.where(lambda m: m.worker.grade.is_in(Grade.MENTOR)).exist()
        )
        fulfilled = through_worker.latest(lambda p: p.fulfilled_on)

        assert about_ann(fulfilled, plan, worker, held, FLAT) == from_to("2020-02-02", "2020-02-02")
        assert about_ann(fulfilled, plan, worker, FLAT) == NEVER
        assert about_ann(case.plans.sum(lambda p: p.hours), plan) == (1, 4)
        assert plan.hours == NOT_ASKED


@examples(250)
@given(turns())
def test_what_is_settled_stays_settled_however_the_world_turns_out(turn: Turn):
    before = oracle_of(turn.before, known_on=turn.known_on)
    after = oracle_of(turn.after)

    for record, same in zip(turn.before[turn.root], turn.after[turn.root], strict=False):
        said = getattr(before, turn.kind)(turn.asked_before, before.scope(record))
        found = getattr(after, turn.kind)(turn.asked_after, after.scope(same))
        assert not contradicts(said, found)
