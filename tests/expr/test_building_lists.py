"""What authors write about rows and lists of rows, and the nodes that it makes."""

from datetime import date

import pytest
from kernel_lab.toy import Kind, MeetingRow, Role, StayRow, household, member, stay

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    JUDGED_ON,
    Condition,
    at_least,
    nodes,
    subject,
)
from inclusion_core.expr.nodes import (
    AllOf,
    CodeField,
    Count,
    DayField,
    DayLiteral,
    Exists,
    Hop,
    IsIn,
    LatestCode,
    Not,
    NotAfter,
    NumberField,
    OnlyCode,
    Related,
    RelatedDay,
    Sum,
    Variable,
    bound_variables,
)
from inclusion_core.expr.renumbering import renumbered
from inclusion_core.texts import lv

CASE = Variable("member", "case")
BORN_ON = DayField(CASE, "born_on")
MARCH = date(2020, 3, 1)
MARCH_NODE = DayLiteral(MARCH)

is_adult = member.role.is_in(Role.ADULT)
is_child = member.role.is_in(Role.CHILD)
is_syrian = member.country.is_in("SY")


def each(number: int, record_type: str = "stay") -> Variable:
    return Variable(record_type, f"each{number}")


def first_day_of(variable: Variable) -> DayField:
    return DayField(variable, "first_day")


def stays(where: nodes.TruthNode = nodes.NO_CONDITION, number: int = 1) -> Related:
    return Related(CASE, ("stays",), each(number), where)


class TestRows:
    def test_the_subject_is_the_case(self):
        assert member.row == CASE
        assert subject(StayRow).row == Variable("stay", "case")

    def test_attributes_are_fields_of_the_record(self):
        assert member.born_on.node == BORN_ON
        assert member.children.node == NumberField(CASE, "children")
        assert member.role.node == CodeField(CASE, "role")

    def test_a_named_record_is_a_hop_and_a_hop_may_hop(self):
        there = stay.member.household

        assert there.row == Hop(Hop(Variable("stay", "case"), "member"), "household")
        assert there.settled_on.node == DayField(there.row, "settled_on")


class TestLists:
    def test_a_list_is_reduced_to_a_day_a_code_a_number_or_a_truth(self):
        kind, first_day = CodeField(each(1), "kind"), first_day_of(each(1))

        assert member.stays.exist().node == Exists(stays())
        assert member.stays.count().node == Count(stays())
        assert member.stays.sum(lambda s: s.points).node == Sum(
            stays(), NumberField(each(1), "points")
        )
        assert member.stays.earliest(lambda s: s.first_day).node == RelatedDay(
            stays(), first_day, last=False
        )
        assert member.stays.latest(lambda s: s.first_day).node == RelatedDay(
            stays(), first_day, last=True
        )
        assert member.stays.only(lambda s: s.kind).node == OnlyCode(stays(), kind)
        assert member.stays.latest_code(lambda s: s.kind, by=lambda s: s.first_day).node == (
            LatestCode(stays(), kind, first_day)
        )

    def test_conditions_one_after_another_are_one_condition(self):
        first, second = (
            member.stays.where(lambda s: s.first_day <= MARCH),
            lambda s: s.kind.is_in(Kind.FLAT),
        )
        narrowed = first.where(second).exist()
        at_once = member.stays.where(lambda s: (s.first_day <= MARCH) & second(s)).exist()

        assert narrowed.node == at_once.node
        assert narrowed.node == Exists(
            stays(
                AllOf(
                    (
                        NotAfter(first_day_of(each(1)), MARCH_NODE),
                        IsIn(CodeField(each(1), "kind"), frozenset({"flat"})),
                    )
                )
            )
        )

    def test_narrowing_a_list_leaves_the_list_alone(self):
        wide = member.stays
        wide.where(lambda s: s.first_day <= MARCH)

        assert wide.exist().node == Exists(stays())

    def test_on_a_day_means_first_and_last_day_inside(self):
        covers = AllOf(
            (
                NotAfter(first_day_of(each(1)), MARCH_NODE),
                NotAfter(MARCH_NODE, DayField(each(1), "last_day")),
            )
        )

        assert member.stays.on(MARCH).exist().node == Exists(stays(covers))
        assert member.stays.on().exist().at(MARCH).node == Exists(stays(covers))

    def test_for_all_is_no_record_that_is_not(self):
        ended = member.stays.for_all(lambda s: s.last_day <= MARCH)

        assert ended.node == Not(
            Exists(stays(Not(NotAfter(DayField(each(1), "last_day"), MARCH_NODE))))
        )

    def test_a_list_may_be_complete_through_a_day_only(self):
        assert member.stays.complete_through(MARCH).count().node == Count(
            Related(CASE, ("stays",), each(1), nodes.NO_CONDITION, MARCH_NODE)
        )

    def test_a_list_of_a_record_that_is_named(self):
        assert member.household.members.count().node == Count(
            Related(Hop(CASE, "household"), ("members",), each(1, "member"), nodes.NO_CONDITION)
        )

    def test_what_is_no_condition_narrows_no_list(self):
        with pytest.raises(ExpressionError, match="a condition is expected"):
            member.stays.where(lambda s: True)  # type: ignore[arg-type]


class TestNamesOfRecords:
    def test_expressions_built_alike_are_equal(self):
        def written() -> Condition:
            return member.stays.where(
                lambda s: s.meetings.where(lambda m: m.held_on >= s.first_day).exist()
            ).exist()

        assert written().node == written().node
        assert hash(written().node) == hash(written().node)

    def test_names_count_from_the_innermost_list(self):
        node = member.stays.where(lambda s: s.meetings.exist()).exist().node

        assert node == Exists(
            stays(
                Exists(Related(each(2), ("meetings",), each(1, "meeting"), nodes.NO_CONDITION)),
                number=2,
            )
        )

    def test_lists_side_by_side_have_the_same_name(self):
        both = member.stays.exist() & member.stays.exist()

        assert both.node == AllOf((Exists(stays()), Exists(stays())))

    def test_the_same_list_within_itself_keeps_its_records_apart(self):
        node = (
            member.stays.where(
                lambda s: ~member.stays.where(lambda other: other.first_day < s.first_day).exist()
            )
            .count()
            .node
        )
        earlier = Not(NotAfter(first_day_of(each(2)), first_day_of(each(1))))

        assert node == Count(stays(Not(Exists(stays(earlier))), number=2))

    def test_one_handle_of_a_list_used_within_itself_keeps_its_records_apart(self):
        list_of_hers = member.stays
        nested = list_of_hers.where(
            lambda s: member.stays.where(lambda other: other.first_day <= s.first_day).exist()
        )

        assert nested.count().node == Count(
            stays(Exists(stays(NotAfter(first_day_of(each(1)), first_day_of(each(2))))), number=2)
        )

    def test_a_list_kept_under_a_name_and_used_within_itself_keeps_its_records_apart(self):
        kept = member.stays
        node = (
            kept.where(lambda s: ~kept.where(lambda other: other.first_day < s.first_day).exist())
            .count()
            .node
        )
        earlier = Not(NotAfter(first_day_of(each(2)), first_day_of(each(1))))

        assert node == Count(stays(Not(Exists(stays(earlier))), number=2))

    def test_a_list_kept_under_a_name_and_reduced_within_itself_keeps_its_records_apart(self):
        kept = member.stays
        last_before = kept.latest(
            lambda s: kept.where(lambda o: o.last_day <= s.first_day).latest(lambda o: o.last_day)
        )
        before = NotAfter(DayField(each(1), "last_day"), first_day_of(each(2)))
        inner = RelatedDay(stays(before), DayField(each(1), "last_day"), last=True)

        assert last_before.node == RelatedDay(stays(number=2), inner, last=True)

    def test_a_name_counts_the_lists_inside_its_value_too(self):
        node = member.stays.latest(lambda s: s.meetings.earliest(lambda m: m.held_on)).node

        assert node.related.variable == each(2)  # type: ignore[union-attr]
        assert node.value.related.owner == each(2)  # type: ignore[union-attr]

    def test_nothing_in_an_expression_is_free_but_the_case(self):
        node = (
            member.stays.where(
                lambda s: s.meetings.where(lambda m: m.held_on >= s.first_day).exist()
            )
            .complete_through(member.plans.latest(lambda p: p.fulfilled_on))
            .latest_code(lambda s: s.kind, by=lambda s: s.first_day)
            .node
        )

        assert nodes.free_variables(node) == {CASE}


class TestListsOfLists:
    def test_lists_of_the_records_of_a_list_are_one_list(self):
        meetings = household.members.each(lambda m: m.stays).each(lambda s: s.meetings)

        assert meetings.count().node == Count(
            Related(
                Variable("household", "case"),
                ("members", "stays", "meetings"),
                each(1, "meeting"),
                nodes.NO_CONDITION,
            )
        )

    def test_they_are_narrowed_afterwards_or_inside(self):
        after = member.stays.each(lambda s: s.meetings).where(lambda m: m.held_on <= MARCH)
        inside = member.stays.each(lambda s: s.meetings.where(lambda m: m.held_on <= MARCH))

        assert after.exist().node == inside.exist().node

    def test_a_list_that_was_narrowed_before_is_refused(self):
        flats = member.stays.where(lambda s: s.kind.is_in(Kind.FLAT))

        with pytest.raises(ExpressionError, match=r"narrow with where\(\) after each\(\)"):
            flats.each(lambda s: s.meetings)

    def test_a_list_of_another_record_is_refused(self):
        with pytest.raises(ExpressionError, match="a list of the record it is handed"):
            member.stays.each(lambda s: member.plans)
        with pytest.raises(ExpressionError, match="a list of the record it is handed"):
            member.stays.each(lambda s: s.member.plans)

    def test_a_condition_on_the_record_between_is_refused(self):
        with pytest.raises(ExpressionError):
            member.stays.each(
                lambda s: s.meetings.where(lambda m: m.held_on >= s.first_day)
            ).exist()

    def test_how_far_a_list_is_complete_may_not_hang_on_the_record_between(self):
        with pytest.raises(ExpressionError):
            member.stays.each(lambda s: s.meetings.complete_through(s.last_day)).exist()

    def test_a_list_of_lists_may_be_complete_through_a_day_only(self):
        inside = member.stays.each(lambda s: s.meetings.complete_through(MARCH)).count()

        assert inside.node == (
            member.stays.each(lambda s: s.meetings).complete_through(MARCH).count().node
        )

    def test_how_far_a_list_is_complete_is_not_lost(self):
        with pytest.raises(ExpressionError):
            member.stays.complete_through(MARCH).each(lambda s: s.meetings)

    def test_the_handle_of_a_record_is_of_the_last_list(self):
        seen: list[MeetingRow] = []
        member.stays.each(lambda s: s.meetings).where(
            lambda m: (seen.append(m), m.held_on <= MARCH)[1]
        )

        assert isinstance(seen[0], MeetingRow)


class TestDepth:
    def test_an_expression_nested_too_deep_is_refused_where_it_is_moved_or_listed(self):
        deep = is_adult
        for _ in range(60):
            deep = at_least(1, deep).named("again", lv("vēlreiz").en("again"))

        with pytest.raises(ExpressionError, match="more than 100 deep"):
            deep.at(MARCH)
        with pytest.raises(ExpressionError, match="more than 100 deep"):
            member.stays.where(lambda s: deep).exist()

    def test_lists_within_lists_are_refused_in_time_however_deep(self):
        def nested(levels: int) -> Condition:
            condition = is_adult
            for _ in range(levels):
                inner = condition
                condition = member.stays.where(lambda s, inner=inner: inner).exist()
            return condition

        assert nested(20).node is not None
        with pytest.raises(ExpressionError, match="more than 100 deep"):
            nested(60)


def test_a_day_with_lists_put_into_a_list_leaves_no_name_for_two_records():
    first_stay = member.stays.earliest(lambda stay: stay.first_day)
    grown = member.household.members.where(
        lambda each: each.stays.where(lambda stay: stay.first_day <= JUDGED_ON).exist()
    )

    moved = grown.exist().at(first_stay)
    built = member.household.members.where(
        lambda each: each.stays.where(lambda stay: stay.first_day <= first_stay).exist()
    )
    assert moved.node == built.exist().node
    assert len(bound_variables(moved.node)) == 3


def test_renumbering_leaves_what_is_outside_of_a_list_outside():
    stays = member.stays.complete_through(member.stays.latest(lambda stay: stay.last_day))
    counted = stays.where(lambda stay: stay.first_day <= JUDGED_ON).count()

    assert renumbered(counted.node) == counted.node
    assert counted.at(member.born_on).node == renumbered(counted.at(member.born_on).node)
