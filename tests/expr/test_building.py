"""What authors write, and the nodes that it makes."""

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.effort import examples
from kernel_lab.oracle import Oracle
from kernel_lab.random_cases import oracle_of
from kernel_lab.random_expressions import written_nodes
from kernel_lab.random_records import World, worlds
from kernel_lab.toy import Kind, Role, member

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    JUDGED_ON,
    Age,
    Condition,
    DayExpression,
    Expression,
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
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    CodeField,
    CompletedYears,
    DayField,
    DayLiteral,
    DayParameter,
    Extreme,
    IsIn,
    IsKnown,
    Named,
    Not,
    NotAfter,
    NumberField,
    NumberLiteral,
    NumberParameter,
    Related,
    Shifted,
    Variable,
)
from inclusion_core.periods import LeapDay
from inclusion_core.texts import lv
from inclusion_core.values import Reason

CASE = Variable("member", "case")
BORN_ON = DayField(CASE, "born_on")
MARCH = date(2020, 3, 1)
MARCH_NODE = DayLiteral(MARCH)

is_adult = member.role.is_in(Role.ADULT)
ADULT = lv("pieaudzis").en("adult")
is_child = member.role.is_in(Role.CHILD)
is_syrian = member.country.is_in("SY")


def each(number: int, record_type: str = "stay") -> Variable:
    return Variable(record_type, f"each{number}")


def first_day_of(variable: Variable) -> DayField:
    return DayField(variable, "first_day")


def stays(where: nodes.TruthNode = nodes.NO_CONDITION, number: int = 1) -> Related:
    return Related(CASE, ("stays",), each(number), where)


class TestDays:
    @pytest.mark.parametrize(
        ("written", "node"),
        [
            (member.born_on <= MARCH, NotAfter(BORN_ON, MARCH_NODE)),
            (member.born_on >= MARCH, NotAfter(MARCH_NODE, BORN_ON)),
            (member.born_on < MARCH, Not(NotAfter(MARCH_NODE, BORN_ON))),
            (member.born_on > MARCH, Not(NotAfter(BORN_ON, MARCH_NODE))),
            (member.born_on <= JUDGED_ON, NotAfter(BORN_ON, DayParameter("judged_on"))),
            (
                member.born_on.is_on(MARCH),
                AllOf((NotAfter(BORN_ON, MARCH_NODE), NotAfter(MARCH_NODE, BORN_ON))),
            ),
            (
                member.born_on.is_between(day(MARCH), date(2021, 1, 1)),
                AllOf(
                    (
                        NotAfter(MARCH_NODE, BORN_ON),
                        NotAfter(BORN_ON, DayLiteral(date(2021, 1, 1))),
                    )
                ),
            ),
        ],
    )
    def test_every_comparison_is_made_of_the_one(self, written, node):
        assert written.node == node

    def test_python_turns_a_comparison_round_when_the_date_stands_left(self):
        assert (MARCH <= member.born_on).node == (member.born_on >= MARCH).node  # noqa: SIM300

    def test_months_and_days_move_a_day(self):
        assert months_after(member.born_on, 6).node == Shifted(BORN_ON, months=6)
        assert months_before(member.born_on, 6).node == Shifted(BORN_ON, months=-6)
        assert days_after(member.born_on, -3).node == Shifted(BORN_ON, days=-3)
        assert days_after(MARCH, 1).node == Shifted(MARCH_NODE, days=1)

    def test_a_day_moved_by_nothing_is_the_same_day(self):
        assert months_after(member.born_on, 0).node == BORN_ON

    def test_a_term_of_months_begins_with_its_first_day(self):
        assert term_from(member.born_on, 6).node == Shifted(BORN_ON, months=6, term=True)

    @pytest.mark.parametrize("months", [0, -1])
    def test_less_than_a_month_is_no_term(self, months):
        with pytest.raises(ExpressionError, match="are no term; give 1 or more"):
            term_from(member.born_on, months)
        assert days_after(member.born_on, 0).node == BORN_ON

    def test_first_and_last_of_several_days(self):
        assert earliest_of(member.born_on, MARCH).node == Extreme((BORN_ON, MARCH_NODE), last=False)
        assert latest_of(MARCH, member.born_on).node == Extreme((MARCH_NODE, BORN_ON), last=True)

    def test_the_same_day_is_named_once_and_of_one_day_nothing_is_chosen(self):
        assert earliest_of(member.born_on, MARCH, member.born_on).node == Extreme(
            (BORN_ON, MARCH_NODE), last=False
        )
        assert latest_of(member.born_on, member.born_on).node == BORN_ON

    @pytest.mark.parametrize("choose", [earliest_of, latest_of])
    def test_there_is_no_first_of_no_day(self, choose):
        with pytest.raises(ExpressionError, match="of no day; name at least one"):
            choose()

    def test_a_day_parameter_is_named(self):
        assert day_parameter("period_end").node == DayParameter("period_end")


class TestCodes:
    def test_is_in_takes_members_of_the_enum_or_texts(self):
        assert member.role.is_in(Role.ADULT, Role.CHILD).node == IsIn(
            CodeField(CASE, "role"), frozenset({"adult", "child"})
        )
        assert is_syrian.node == IsIn(CodeField(CASE, "country"), frozenset({"SY"}))

    def test_in_which_order_the_members_stand_makes_no_difference(self):
        one, other = (Role.ADULT, Role.CHILD), (Role.CHILD, Role.ADULT)

        assert member.role.is_in(*one).node == member.role.is_in(*other).node

    def test_a_set_may_be_a_parameter(self):
        country = CodeField(CASE, "country")

        assert member.country.is_in(codes_parameter("eu")).node == IsIn(country, "eu")
        assert member.country.is_in(codes_parameter("eu"), "UA", codes_parameter("eea")).node == (
            AnyOf((IsIn(country, "eu"), IsIn(country, "eea"), IsIn(country, frozenset({"UA"}))))
        )

    def test_nothing_is_in_no_set(self):
        assert member.country.is_in().node == IsIn(CodeField(CASE, "country"), frozenset())


class TestNumbers:
    CHILDREN = NumberField(CASE, "children")

    @pytest.mark.parametrize(
        ("written", "node"),
        [
            (member.children <= 2, AtMost(CHILDREN, NumberLiteral(2))),
            (member.children >= 2, AtMost(NumberLiteral(2), CHILDREN)),
            (member.children < 2, Not(AtMost(NumberLiteral(2), CHILDREN))),
            (member.children > 2, Not(AtMost(CHILDREN, NumberLiteral(2)))),
            (
                member.children <= number_parameter("few"),
                AtMost(CHILDREN, NumberParameter("few")),
            ),
            (
                member.children.is_exactly(2),
                AllOf((AtMost(CHILDREN, NumberLiteral(2)), AtMost(NumberLiteral(2), CHILDREN))),
            ),
        ],
    )
    def test_every_comparison_is_made_of_the_one(self, written, node):
        assert written.node == node


class TestAges:
    def test_an_age_is_the_years_completed_to_the_day_judged_on(self):
        assert completed_years(member.born_on).node == CompletedYears(
            BORN_ON, DayParameter("judged_on"), LeapDay.MARCH_1
        )

    def test_so_many_years_or_more_is_one_comparison_of_days(self):
        age = completed_years(member.born_on, MARCH)

        assert (age >= 18).node == NotAfter(BORN_ON, Shifted(MARCH_NODE, months=-216))
        assert (age < 18).node == Not((age >= 18).node)
        assert (age <= 17).node == (age < 18).node
        assert (age > 17).node == (age >= 18).node

    def test_where_one_turns_older_on_28_february_the_birthday_is_moved_instead(self):
        age = completed_years(member.born_on, MARCH, LeapDay.FEBRUARY_28)

        assert (age >= 18).node == NotAfter(Shifted(BORN_ON, months=216), MARCH_NODE)

    def test_of_age_nought_nothing_is_moved(self):
        assert (completed_years(member.born_on, MARCH) >= 0).node == NotAfter(BORN_ON, MARCH_NODE)

    def test_two_ages_are_compared_as_numbers(self):
        age, limit = completed_years(member.born_on, MARCH), number_parameter("age_limit")

        assert (age >= limit).node == AtMost(NumberParameter("age_limit"), age.node)
        assert (age <= limit).node == AtMost(age.node, NumberParameter("age_limit"))

    def test_an_age_moved_to_another_day_is_still_folded(self):
        moved = completed_years(member.born_on).at(MARCH)

        assert isinstance(moved, Age)
        assert (moved >= 18).node == (completed_years(member.born_on, MARCH) >= 18).node

    def test_an_age_of_something_else_is_compared_as_a_number(self):
        assert (Age(NumberLiteral(3)) >= 2).node == AtMost(NumberLiteral(2), NumberLiteral(3))

    @examples(150)
    @given(st.data(), st.sampled_from(LeapDay), st.integers(-1, 3))
    def test_the_comparison_of_days_means_what_the_comparison_of_years_means(
        self, data, leap_day, years
    ):
        since, on = (data.draw(written_nodes("member", "day", 2)) for _ in range(2))
        age = completed_years(DayExpression(since), DayExpression(on), leap_day)
        plain = AtMost(NumberLiteral(years), age.node)
        world: World = data.draw(worlds("member"))
        oracle = oracle_of(world, known_on=data.draw(st.sampled_from([None, MARCH])))

        assert truths(oracle, (age >= years).node) == truths(oracle, plain)
        assert truths(oracle, (age < years).node) == truths(oracle, Not(plain))


def truths(oracle: Oracle, node: nodes.TruthNode) -> list[bool | None]:
    return [oracle.truth(node, oracle.scope(record)) for record in oracle.world["member"]]


class TestConditions:
    def test_and_or_not(self):
        assert (is_adult & is_syrian).node == AllOf((is_adult.node, is_syrian.node))
        assert (is_adult | is_syrian).node == AnyOf((is_adult.node, is_syrian.node))
        assert (~is_adult).node == Not(is_adult.node)

    def test_the_opposite_of_the_opposite_is_the_condition(self):
        assert (~~is_adult).node == is_adult.node

    def test_a_chain_is_one_node(self):
        parts = (is_adult.node, is_syrian.node, is_child.node)

        assert ((is_adult & is_syrian) & is_child).node == AllOf(parts)
        assert (is_adult & (is_syrian & is_child)).node == AllOf(parts)
        assert (is_adult | is_syrian | is_child).node == AnyOf(parts)
        assert all_of(is_adult, is_syrian & is_child).node == AllOf(parts)

    def test_and_inside_or_stays_inside(self):
        assert (is_adult & is_syrian | is_child).node == AnyOf(
            (AllOf((is_adult.node, is_syrian.node)), is_child.node)
        )

    def test_of_one_condition_nothing_is_joined(self):
        assert all_of(is_adult).node == is_adult.node
        assert any_of(is_adult).node == is_adult.node

    def test_of_no_condition_all_hold_and_none_does(self):
        assert all_of().node == AllOf(()) == nodes.NO_CONDITION
        assert any_of().node == AnyOf(())

    def test_at_least_keeps_its_parts_as_they_are(self):
        both = is_adult & is_syrian

        assert at_least(2, both, is_child, both).node == AtLeast(
            2, (both.node, is_child.node, both.node)
        )

    def test_a_clause_has_an_id(self):
        assert is_adult.named("target-group", ADULT).node == Named(
            Clause(id="target-group", says=ADULT), is_adult.node
        )

    def test_a_named_clause_is_not_dissolved_in_a_chain(self):
        clause = (is_adult & is_syrian).named("target-group", ADULT)

        assert (clause & is_child).node == AllOf((clause.node, is_child.node))

    def test_a_chain_of_five_hundred_is_fine(self):
        chain = is_adult
        for _ in range(500):
            chain = chain & is_syrian

        assert isinstance(chain.node, AllOf)
        assert len(chain.node.of) == 501
        nodes.checked_depth(chain.node)
        assert chain.at(MARCH).node == chain.node

    @pytest.mark.parametrize("wrong", [True, None, "adult", member.born_on, is_adult.node])
    @pytest.mark.parametrize(
        "join",
        [
            lambda wrong: is_adult & wrong,
            lambda wrong: is_adult | wrong,
            lambda wrong: all_of(is_adult, wrong),
            any_of,
            lambda wrong: at_least(1, is_adult, wrong),
        ],
    )
    def test_what_is_no_condition_is_refused(self, join: Callable[[Any], Any], wrong: Any):
        with pytest.raises(ExpressionError, match="a condition is expected; a comparison with =="):
            join(wrong)


class TestKnowing:
    @pytest.mark.parametrize(
        "field", [member.born_on, member.role, member.children, member.household.settled_on]
    )
    def test_a_field_is_known_or_unknown_for_a_reason(self, field: Any):
        assert field.is_known().node == IsKnown(field.node)
        assert field.is_unknown_because(Reason.REFUSED).node == IsKnown(field.node, Reason.REFUSED)

    @pytest.mark.parametrize(
        "worked_out",
        [
            months_after(member.born_on, 1),
            day(MARCH),
            member.stays.only(lambda s: s.kind),
            member.stays.count(),
            completed_years(member.born_on),
        ],
    )
    def test_only_a_field_is_known(self, worked_out: Any):
        for ask in (worked_out.is_known, lambda: worked_out.is_unknown_because(Reason.ERASED)):
            with pytest.raises(ExpressionError, match="only a field is known or unknown"):
                ask()


class TestHandles:
    @pytest.mark.parametrize(
        "handle", [is_adult, member.born_on, member.role, member.children, JUDGED_ON]
    )
    def test_a_handle_is_never_true_nor_equal_nor_a_key(self, handle: Expression[Any]):
        with pytest.raises(TypeError, match=r"combine with & \| ~"):
            bool(handle)
        with pytest.raises(TypeError, match=r"compare codes with is_in\(\.\.\.\)"):
            _ = handle == handle  # noqa: PLR0124
        with pytest.raises(TypeError, match=r"days and numbers with <= and >="):
            _ = handle != handle  # noqa: PLR0124
        with pytest.raises(TypeError, match="unhashable"):
            hash(handle)

    def test_a_chained_comparison_is_refused(self):
        with pytest.raises(TypeError, match="combine with"):
            _ = date(2020, 1, 1) <= member.born_on <= MARCH

    def test_the_error_of_an_expression_can_be_pickled(self):
        error = ExpressionError("too deep", "make it flat")

        assert str(pickle.loads(pickle.dumps(error))) == "too deep; make it flat"
        assert str(ExpressionError("too deep")) == "too deep"


class TestOperandsOfTheWrongKind:
    @pytest.mark.parametrize(
        "write",
        [
            lambda: member.born_on <= member.children,
            lambda: member.children <= member.born_on,
            lambda: member.born_on <= 5,
            lambda: member.children >= 2.5,
            lambda: completed_years(member.born_on) >= member.born_on,
            lambda: completed_years(member.born_on) <= member.born_on,
            lambda: earliest_of(member.born_on, member.children),
            lambda: member.stays.earliest(lambda s: s.points).node,
            lambda: member.stays.only(lambda s: s.first_day).node,
            lambda: member.stays.sum(lambda s: s.first_day).node,
            lambda: member.stays.latest_code(lambda s: s.kind, by=lambda s: s.kind).node,
            lambda: member.born_on <= datetime(2020, 3, 1, tzinfo=UTC),
            lambda: member.born_on.is_on("2020-03-01"),
            lambda: member.born_on.at("2020-03-01"),
            lambda: member.stays.complete_through(3),
            lambda: member.children <= True,
        ],
    )
    def test_they_are_refused_when_the_expression_is_built(self, write: Callable[[], Any]):
        with pytest.raises(ExpressionError):
            write()


class TestAnotherDay:
    def test_every_day_judged_on_becomes_that_day(self):
        on_march = member.stays.on().exist().at(MARCH)

        assert on_march.node == member.stays.on(MARCH).exist().node
        assert (completed_years(member.born_on).at(MARCH) >= 1).node == (
            completed_years(member.born_on, MARCH) >= 1
        ).node

    def test_the_day_may_be_worked_out(self):
        entry = member.stays.earliest(lambda s: s.first_day)

        assert (member.born_on <= JUDGED_ON).at(entry).node == NotAfter(BORN_ON, entry.node)

    def test_a_day_put_in_place_is_not_moved_again(self):
        in_a_year = months_after(JUDGED_ON, 12)

        assert JUDGED_ON.at(in_a_year).node == in_a_year.node
        assert JUDGED_ON.at(in_a_year).at(in_a_year).node == Shifted(in_a_year.node, months=12)

    def test_an_expression_about_no_day_stays_as_it_is(self):
        assert is_adult.at(MARCH).node is is_adult.node

    def test_other_parameters_stay(self):
        assert day_parameter("period_end").at(MARCH).node == DayParameter("period_end")

    def test_the_moved_expression_is_the_same_kind_of_handle(self):
        assert type(member.role.at(MARCH)) is type(member.role)
        assert type(is_adult.at(MARCH)) is Condition


class TestCodesOfAnotherField:
    def test_a_code_of_another_class_is_refused_when_the_expression_is_built(self):
        with pytest.raises(
            ExpressionError, match="Kind is no code of this field; its codes are of"
        ):
            member.role.is_in(Kind.FLAT)  # type: ignore[arg-type]

    def test_the_text_of_a_code_is_not_the_code(self):
        with pytest.raises(ExpressionError, match="str is no code of this field"):
            member.role.is_in("adult")  # type: ignore[arg-type]

    def test_a_code_of_a_list_kept_elsewhere_is_a_text(self):
        assert member.country.is_in("LV").node == IsIn(
            CodeField(member.row, "country"), frozenset({"LV"})
        )


def test_a_list_is_neither_true_nor_false():
    with pytest.raises(TypeError, match=r"exist\(\)"):
        bool(member.stays)
