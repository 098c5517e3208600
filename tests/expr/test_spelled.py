"""An expression on one line, as its author would write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.effort import examples
from kernel_lab.random_cases import ROOTS
from kernel_lab.random_expressions import KINDS, written_handles
from kernel_lab.toy import Aim, Kind, Role, Tenure, household, member

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    JUDGED_ON,
    all_of,
    any_of,
    at_least,
    codes_parameter,
    completed_years,
    day,
    day_parameter,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    months_before,
    nodes,
    number_parameter,
    term_from,
)
from inclusion_core.expr.spelled import shortly_spelled, spelled
from inclusion_core.periods import LeapDay
from inclusion_core.texts import lv
from inclusion_core.values import Reason

MAY = date(2020, 5, 1)
SAYS = lv("teikums").en("sentence")
stays = member.stays
adult = member.role.is_in(Role.ADULT)
early = member.born_on <= MAY


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # Days.
        (member.born_on, "born_on"),
        (member.household.left_on, "member.household.left_on"),
        (day(MAY), "2020-05-01"),
        (JUDGED_ON, "judged_on"),
        (months_after(member.born_on, 12), "months_after(born_on, 12)"),
        (months_before(member.born_on, 12), "months_before(born_on, 12)"),
        (term_from(member.born_on, 6), "term_from(born_on, 6)"),
        (days_after(member.born_on, -1), "days_after(born_on, -1)"),
        (
            days_after(months_after(member.born_on, 1), 3),
            "days_after(months_after(born_on, 1), 3)",
        ),
        (earliest_of(member.born_on, MAY), "earliest_of(born_on, 2020-05-01)"),
        (latest_of(member.born_on, MAY), "latest_of(born_on, 2020-05-01)"),
        (stays.earliest(lambda each: each.first_day), "member.stays.earliest(first_day)"),
        (stays.latest(lambda each: each.first_day), "member.stays.latest(first_day)"),
        # Codes.
        (member.role, "role"),
        (stays.only(lambda each: each.kind), "member.stays.only(kind)"),
        (
            stays.latest_code(lambda each: each.kind, by=lambda each: each.first_day),
            "member.stays.latest_code(kind, by=first_day)",
        ),
        # Numbers.
        (member.children, "children"),
        (number_parameter("few"), "few"),
        (stays.count(), "member.stays.count()"),
        (stays.sum(lambda each: each.points), "member.stays.sum(points)"),
        (completed_years(member.born_on), "completed_years(born_on, judged_on)"),
        (
            completed_years(member.born_on, MAY, LeapDay.FEBRUARY_28),
            "completed_years(born_on, 2020-05-01, leap_day=february_28)",
        ),
        # Comparisons.
        (member.born_on <= MAY, "born_on <= 2020-05-01"),
        (member.born_on >= MAY, "born_on >= 2020-05-01"),
        (member.born_on < MAY, "born_on < 2020-05-01"),
        (member.born_on > MAY, "born_on > 2020-05-01"),
        (member.born_on <= JUDGED_ON, "born_on <= judged_on"),
        (day_parameter("judged_on") <= member.born_on, "born_on >= judged_on"),
        (day_parameter("judged_on") > member.born_on, "born_on < judged_on"),
        (day(MAY) <= JUDGED_ON, "judged_on >= 2020-05-01"),
        (member.born_on < member.registered_on, "born_on < registered_on"),
        (member.children >= 2, "children >= 2"),
        (member.children < number_parameter("few"), "children < few"),
        (completed_years(member.born_on) >= 18, "born_on <= months_before(judged_on, 216)"),
        (member.role.is_in(Role.CHILD, Role.ADULT), "role in {adult, child}"),
        (member.role.is_in(), "role in {}"),
        (member.country.is_in(codes_parameter("members_of_eu")), "country in members_of_eu"),
        (member.born_on.is_known(), "born_on.is_known()"),
        (
            member.role.is_unknown_because(Reason.NOT_ASKED),
            "role.is_unknown_because(not_asked)",
        ),
        # Conditions together.
        (adult & early & adult, "role in {adult} & born_on <= 2020-05-01 & role in {adult}"),
        (adult | early, "role in {adult} | born_on <= 2020-05-01"),
        (adult & (early | adult), "role in {adult} & (born_on <= 2020-05-01 | role in {adult})"),
        (adult & ~early, "role in {adult} & born_on > 2020-05-01"),
        (~adult, "~(role in {adult})"),
        (~(adult & early), "~(role in {adult} & born_on <= 2020-05-01)"),
        (~stays.exist(), "~member.stays.exist()"),
        (all_of(), "all_of()"),
        (any_of(), "any_of()"),
        (
            at_least(2, adult, early | adult),
            "at_least(2, role in {adult}, born_on <= 2020-05-01 | role in {adult})",
        ),
        (adult.named("of-age", SAYS), '(role in {adult}).named("of-age")'),
        ((~adult).named("of-age", SAYS), '(~(role in {adult})).named("of-age")'),
        (~adult.named("of-age", SAYS), '~(role in {adult}).named("of-age")'),
        (stays.exist().named("housed", SAYS), 'member.stays.exist().named("housed")'),
        # Lists.
        (
            stays.where(lambda each: each.kind.is_in(Kind.FLAT)).exist(),
            "member.stays.where(kind in {flat}).exist()",
        ),
        (
            stays.where(lambda each: each.kind.is_in(Kind.FLAT))
            .where(lambda each: each.first_day <= member.registered_on)
            .earliest(lambda each: each.granted_on),
            "member.stays.where(kind in {flat} & first_day <= registered_on).earliest(granted_on)",
        ),
        (stays.on().exist(), "member.stays.on(judged_on).exist()"),
        (
            stays.on(member.born_on).where(lambda each: each.kind.is_known()).count(),
            "member.stays.on(born_on).where(kind.is_known()).count()",
        ),
        (
            stays.on(MAY).where(lambda each: each.kind.is_known() & each.points.is_known()).exist(),
            "member.stays.on(2020-05-01).where(kind.is_known() & points.is_known()).exist()",
        ),
        (
            stays.where(
                lambda each: (
                    (each.first_day <= each.granted_on) & (each.last_day >= each.granted_on)
                )
            ).exist(),
            "member.stays.where(first_day <= granted_on & granted_on <= last_day).exist()",
        ),
        (
            stays.complete_through(MAY).where(lambda each: each.kind.is_known()).exist(),
            "member.stays.where(kind.is_known()).complete_through(2020-05-01).exist()",
        ),
        (
            household.members.each(lambda each: each.stays).exist(),
            "household.members.each(stays).exist()",
        ),
        (
            stays.for_all(lambda each: each.kind.is_in(Kind.FLAT)),
            "member.stays.for_all(kind in {flat})",
        ),
        (
            ~stays.on().for_all(lambda each: each.kind.is_in(Kind.FLAT)),
            "member.stays.on(judged_on).where(~(kind in {flat})).exist()",
        ),
        (
            stays.on().for_all(lambda each: each.kind.is_in(Kind.FLAT)),
            "member.stays.on(judged_on).for_all(kind in {flat})",
        ),
        (
            ~stays.where(lambda each: each.first_day > MAY).exist(),
            "~member.stays.where(first_day > 2020-05-01).exist()",
        ),
        (
            ~stays.where(lambda each: each.points < 1).exist(),
            "~member.stays.where(points < 1).exist()",
        ),
    ],
)
def test_an_expression_is_spelled_as_its_author_wrote_it(written, expected):
    assert spelled(written.node) == expected


# Whose field it is.


def test_a_field_of_the_record_asked_about_is_named_in_full_where_a_list_has_one_of_that_name():
    later = member.household.members.where(lambda each: each.born_on > member.born_on)

    assert spelled(later.exist().node) == (
        "member.household.members.where(member.born_on < born_on).exist()"
    )


def test_records_of_lists_around_are_told_apart():
    met = stays.where(
        lambda each: each.meetings.where(lambda meeting: meeting.held_on < each.first_day).exist()
    )
    sponsored = member.sponsored.where(
        lambda one: one.sponsored.where(
            lambda other: (other.born_on < one.born_on) & (one.born_on < member.born_on)
        ).exist()
    )

    assert spelled(met.exist().node) == (
        "member.stays.where(meetings.where(held_on < stay.first_day).exist()).exist()"
    )
    assert spelled(sponsored.exist().node) == (
        "member.sponsored.where(sponsored.where(born_on < each2.born_on & "
        "each2.born_on < member.born_on).exist()).exist()"
    )


def test_a_way_from_a_record_of_a_list_is_not_taken_for_one_from_the_record_asked_about():
    rented = stays.where(lambda each: each.member.household.tenure.is_in(Tenure.RENTED))
    aimed = stays.where(
        lambda each: each.meetings.where(lambda one: one.plan.aim.is_in(Aim.WORK)).exist()
    )

    assert spelled(rented.exist().node) == (
        "member.stays.where(stay.member.household.tenure in {rented}).exist()"
    )
    assert spelled(aimed.exist().node) == (
        "member.stays.where(meetings.where(plan.aim in {work}).exist()).exist()"
    )


def test_rows_and_lists_are_spelled_by_themselves():
    related = stays.exist().node.related

    assert spelled(member.row) == "member"
    assert spelled(member.household.row) == "member.household"
    assert spelled(related) == "member.stays"


def test_nodes_that_no_author_writes_are_spelled_too():
    born = nodes.DayField(nodes.Variable("member", "case"), "born_on")
    one = nodes.AllOf((nodes.AnyOf((nodes.NotAfter(born, born),)),))

    assert spelled(nodes.Shifted(born)) == "months_after(born_on, 0)"
    assert spelled(nodes.AtMost(nodes.NumberLiteral(3), nodes.NumberParameter("few"))) == "few >= 3"
    assert spelled(one) == "all_of(any_of(born_on <= born_on))"
    assert spelled(nodes.Not(nodes.Not(one))) == "~~all_of(any_of(born_on <= born_on))"


def test_a_handle_inside_of_a_list_says_whose_field_it_is_while_it_is_built():
    seen = []
    stays.where(lambda each: seen.append(repr(each.first_day)) or each.kind.is_known())

    assert seen == ["DayExpression(stay.first_day)"]


# At a glance.


def test_repr_names_the_kind_of_handle():
    assert repr(member.registered_on <= MAY) == "Condition(registered_on <= 2020-05-01)"
    assert repr(months_after(member.born_on, 12)) == "DayExpression(months_after(born_on, 12))"
    assert repr(member.role) == "CodeExpression(role)"
    assert repr(stays.count()) == "NumberExpression(member.stays.count())"
    assert repr(completed_years(member.born_on)) == "Age(completed_years(born_on, judged_on))"
    assert repr(day_parameter("period_end")) == "DayExpression(period_end)"


def test_repr_ends_a_long_expression_with_an_ellipsis_and_spelled_does_not():
    long = all_of(*(member.born_on <= MAY for _ in range(9)))

    assert repr(long) == f"Condition({spelled(long.node)[:119]}…)"
    assert spelled(long.node).endswith("& born_on <= 2020-05-01")
    assert shortly_spelled(long.node, 10) == "born_on <…"
    assert shortly_spelled(member.role.node, 4) == "role"


def test_what_is_nested_too_deep_has_a_repr_and_is_not_spelled():
    node = nodes.AllOf(())
    for _ in range(5_000):
        node = nodes.AtLeast(1, (node,))

    assert repr(type(adult)(node)) == "Condition(…)"
    with pytest.raises(ExpressionError, match="more than 100 deep"):
        spelled(node)


def test_a_condition_that_is_used_again_and_again_has_a_short_repr_at_once():
    node = adult.node
    for _ in range(20):
        node = nodes.Not(nodes.AnyOf((node, nodes.AtLeast(1, (node, node)))))

    assert len(shortly_spelled(node)) == 120


@examples(60)
@given(st.sampled_from(ROOTS), st.sampled_from(KINDS), st.data())
def test_every_expression_is_spelled_and_its_repr_begins_alike(root, kind, data):
    handle = data.draw(written_handles(root, kind))

    line = spelled(handle.node)

    assert line.isprintable()
    assert line.count("(") == line.count(")")
    assert "lambda" not in line
    assert "object at" not in line
    whole = f"{type(handle).__name__}({line})"
    assert repr(handle) == whole or whole.startswith(repr(handle).removesuffix("…)"))
