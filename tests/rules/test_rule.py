"""Rules of eligibility as values, and what may not stand in one."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import Condition, all_of, nodes, subject
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.periods import Period
from inclusion_core.rules import Rule
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import Reason

ACT = Source(lv("Likums").en("Act"))
participation = subject(ParticipationRow)
arrived = participation.client.arrivals.exist()


def rule(**changes):
    given = {
        "id": "toy.arrived",
        "programme": "toy.course",
        "says": lv("ieradies").en("arrived"),
        "holds": arrived,
        "source": ACT,
    }
    return Rule(**{**given, **changes})


def test_a_rule_never_changes_and_is_written_with_names():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rule().id = "toy.other"
    with pytest.raises(TypeError):
        Rule("toy.arrived")


def test_rules_that_are_built_alike_are_equal_and_make_one_key():
    again = rule(holds=participation.client.arrivals.exist())

    assert rule() == again
    assert {rule(): 1}[again] == 1
    assert rule() != rule(holds=participation.client.arrivals.count() >= 2)


def test_a_rule_may_be_in_force_for_some_time():
    years = Period(date(2016, 2, 9), date(2018, 12, 31))

    assert rule().in_force is None
    assert rule(in_force=years).in_force == years
    assert rule(in_force=years) != rule()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"holds": True},
            (
                "rule 'toy.arrived': holds must be a condition (a comparison with == gives a plain "
                "bool: use is_in, is_on or is_exactly); this is bool"
            ),
        ),
        ({"holds": participation.entered_on}, "this is DayExpression"),
        (
            {"holds": subject(ClientRow).arrivals.exist()},
            "holds must be about the participation, not about a client",
        ),
        ({"holds": participation.entered_on.is_known()}, "asks whether a field is known"),
        (
            {"holds": ~participation.left_on.is_unknown_because(Reason.REFUSED)},
            "asks whether a field is known",
        ),
        (
            {
                "holds": all_of(
                    arrived,
                    participation.client.arrivals.where(lambda a: a.country.is_known()).exist(),
                )
            },
            "here what is not known leaves the question open by itself",
        ),
    ],
)
def test_what_is_no_rule_is_refused_when_it_is_built(changes, problem):
    with pytest.raises(DeclarationError) as raised:
        rule(**changes)

    assert str(raised.value).startswith("rule 'toy.arrived': ")
    assert problem in str(raised.value)


def test_a_rule_that_is_nested_too_deep_to_be_read_is_refused_with_its_name():
    deep = arrived.node
    for _ in range(nodes.DEEPEST + 1):
        deep = nodes.Not(deep)

    with pytest.raises(DeclarationError, match=r"holds: an expression is nested more than 100"):
        rule(holds=Condition(deep))
