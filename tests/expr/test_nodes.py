"""Nodes: their equality, how they are walked through, renamed and kept from growing too deep."""

from datetime import date
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.effort import examples
from kernel_lab.random_cases import ROOTS
from kernel_lab.random_expressions import KINDS, written_nodes

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.nodes import (
    AllOf,
    AtLeast,
    DayField,
    DayLiteral,
    Exists,
    Extreme,
    Hop,
    IsIn,
    LatestCode,
    Named,
    Not,
    NotAfter,
    Related,
    Variable,
    base,
    bound_variables,
    checked_depth,
    children,
    free_variables,
    rebuilt,
    walk,
)
from inclusion_core.texts import lv

CASE = Variable("member", "case")
STAY = Variable("stay", "each1")
FIRST_DAY = DayField(STAY, "first_day")
BORN_ON = DayField(CASE, "born_on")
BORN = Clause(id="born", says=lv("dzimis").en("born"))
BEGUN = NotAfter(FIRST_DAY, BORN_ON)
STAYS = Related(CASE, ("stays",), STAY, BEGUN)
YES = AllOf(())

some_nodes = st.sampled_from(ROOTS).flatmap(
    lambda root: st.sampled_from(KINDS).flatmap(lambda kind: written_nodes(root, kind))
)


def deep(levels: int) -> nodes.TruthNode:
    """Nodes nested so many levels deep."""
    node: nodes.TruthNode = YES
    for _ in range(levels - 1):
        node = Not(node)
    return node


def test_every_class_of_node_is_listed():
    unions = (nodes.DayNode, nodes.CodeNode, nodes.NumberNode, nodes.TruthNode, nodes.RowNode)
    listed = {Related, *(each for union in unions for each in get_args(union))}

    assert listed == nodes.NODE_CLASSES
    assert set(get_args(nodes.Reduction)) < listed
    assert set(get_args(nodes.FieldNode)) < listed


@pytest.mark.parametrize("node_class", sorted(nodes.NODE_CLASSES, key=lambda each: each.__name__))
def test_a_node_is_a_frozen_value(node_class):
    assert attrs.inspect(node_class).is_frozen
    assert node_class.__eq__ is not object.__eq__
    assert node_class.__hash__ is not None


@examples(60)
@given(some_nodes)
def test_nodes_built_alike_are_equal_and_have_one_hash(node):
    again = rebuilt(node, {CASE: CASE, Variable("no", "such"): STAY})

    assert again == node
    assert hash(again) == hash(node)
    assert again is node


def test_children_are_the_nodes_directly_inside_in_order():
    latest = LatestCode(STAYS, nodes.CodeField(STAY, "kind"), FIRST_DAY)

    assert list(children(latest)) == [STAYS, nodes.CodeField(STAY, "kind"), FIRST_DAY]
    assert list(children(STAYS)) == [CASE, STAY, BEGUN]
    assert list(children(AtLeast(1, (BEGUN, YES)))) == [BEGUN, YES]
    assert list(children(IsIn(nodes.CodeField(STAY, "kind"), frozenset({"flat"})))) == [
        nodes.CodeField(STAY, "kind")
    ]
    assert list(children(DayLiteral(date(2020, 1, 1)))) == []


def test_a_walk_visits_outer_nodes_first_and_goes_from_left_to_right():
    walked = list(walk(AllOf((Exists(STAYS), Named(BORN, BEGUN)))))

    assert walked[:3] == [AllOf((Exists(STAYS), Named(BORN, BEGUN))), Exists(STAYS), STAYS]
    assert walked.index(Exists(STAYS)) < walked.index(Named(BORN, BEGUN))
    assert walked.count(FIRST_DAY) == 1, "what is used in two places is one node"


def test_a_condition_that_is_used_again_and_again_is_walked_once():
    node = BEGUN
    for _ in range(60):
        node = AtLeast(1, (node, node))

    assert sum(1 for _ in walk(node)) == 60 + sum(1 for _ in walk(BEGUN))
    checked_depth(node)


def test_a_walk_through_a_very_deep_node_does_not_exhaust_the_stack():
    assert sum(1 for _ in walk(deep(5_000))) == 5_000


def test_nodes_may_be_nested_a_hundred_deep_and_no_deeper():
    checked_depth(deep(100))

    with pytest.raises(ExpressionError, match="more than 100 deep; give its parts to one all_of"):
        checked_depth(deep(101))


def test_many_parts_side_by_side_are_not_deep():
    checked_depth(AllOf(tuple(Not(YES) for _ in range(1_000))))


def test_a_row_of_hops_begins_at_a_variable():
    assert base(CASE) == CASE
    assert base(Hop(Hop(STAY, "member"), "household")) == STAY


def test_variables_of_lists_are_bound_and_others_free():
    inner = Variable("meeting", "each2")
    met = Related(STAY, ("meetings",), inner, NotAfter(DayField(inner, "held_on"), BORN_ON))

    assert bound_variables(Exists(STAYS)) == {STAY}
    assert free_variables(Exists(STAYS)) == {CASE}
    assert bound_variables(Exists(met)) == {inner}
    assert free_variables(Exists(met)) == {CASE, STAY}
    assert bound_variables(BEGUN) == frozenset()
    assert free_variables(BEGUN) == {CASE, STAY}


def test_a_node_is_replaced_wherever_it_stands():
    twice = AllOf((BEGUN, Not(NotAfter(FIRST_DAY, FIRST_DAY))))
    literal = DayLiteral(date(2020, 1, 1))

    assert rebuilt(twice, {FIRST_DAY: literal}) == AllOf(
        (NotAfter(literal, BORN_ON), Not(NotAfter(literal, literal)))
    )
    assert rebuilt((FIRST_DAY, BORN_ON), {FIRST_DAY: literal}) == (literal, BORN_ON)


def test_what_was_put_in_place_of_a_node_is_not_replaced_again():
    literal = DayLiteral(date(2020, 1, 1))
    both = Extreme((FIRST_DAY, literal), last=False)

    assert rebuilt(FIRST_DAY, {FIRST_DAY: both, literal: FIRST_DAY}) == both


def test_an_expression_in_which_nothing_is_replaced_stays_the_same_object():
    exists = Exists(STAYS)

    assert rebuilt(exists, {DayLiteral(date(2020, 1, 1)): FIRST_DAY}) is exists


def test_a_variable_is_replaced_in_owners_hops_and_lists():
    other = Variable("member", "each9")

    assert rebuilt(Exists(STAYS), {CASE: other}) == Exists(
        Related(other, ("stays",), STAY, NotAfter(FIRST_DAY, DayField(other, "born_on")))
    )
