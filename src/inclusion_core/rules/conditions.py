"""The conditions that rules and limits make together; every part of them is a named clause.

They are conditions like any other: one person is judged by them, and a register in one pass.
"""

from __future__ import annotations

from collections.abc import Sequence

from inclusion_core.expr.handles import JUDGED_ON, Condition, all_of, any_of
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.limits.limit import End, Limit
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.rule import Role, Rule
from inclusion_core.texts import lv

__all__ = ["eligible", "in_programme", "may_receive", "within"]

IN_FORCE = lv("noteikums ir spēkā").en("the rule is in force")
SOME_RULE = lv("kāds no noteikumiem ir spēkā").en("one of the rules is in force")
GROUNDS = lv("ir kāds no dalības pamatiem").en("one of the grounds for taking part holds")
IN_PROGRAMME = lv("ir programmas dalībnieks").en("is in the programme")
BEGUN = lv("atbalsts jau ir sācies").en("support has begun")
WITHIN = lv("kāds no atbalsta laikiem aptver šo dienu").en(
    "one of the times of support covers the day"
)


def eligible(programme: ProgrammeDefinition, rules: Sequence[Rule]) -> Condition:
    """Whether a participation is eligible by these rules.

    Every requirement in force holds, no exclusion in force does, one ground in force does where
    there are grounds, and one rule at least is in force.
    """
    grounds = [_opening(rule) for rule in rules if rule.role is Role.GROUND]
    parts = [
        any_of(*(rule.applies for rule in rules if rule.role is not Role.EXCLUSION)).named(
            f"{programme.id}.rules-in-force", SOME_RULE
        ),
        *(_required(rule) for rule in rules if rule.role is Role.REQUIREMENT),
        *(~_opening(rule) for rule in rules if rule.role is Role.EXCLUSION),
    ]
    if grounds:
        parts.append(any_of(*grounds).named(f"{programme.id}.grounds", GROUNDS))
    return all_of(*parts)


def in_programme(programme: ProgrammeDefinition) -> Condition:
    """Whether a participant is in the programme on the day of the question."""
    inside = (PARTICIPATION.entered_on <= JUDGED_ON) & (PARTICIPATION.left_on >= JUDGED_ON)
    return inside.named(f"{programme.id}.in-programme", IN_PROGRAMME)


def within(limits: Sequence[Limit]) -> Condition:
    """Whether the day of the question is inside one of these limits."""
    return any_of(*(_covers(limit) for limit in limits)).named(
        f"{limits[0].support.id}.within", WITHIN
    )


def may_receive(
    programme: ProgrammeDefinition, rules: Sequence[Rule], limits: Sequence[Limit]
) -> Condition:
    """Whether a kind of support may be given on the day of the question."""
    return all_of(eligible(programme, rules), in_programme(programme), within(limits))


def _required(rule: Rule) -> Condition:
    holds = rule.condition if rule.in_force is None else ~_in_force(rule) | rule.condition
    return holds.named(rule.id, rule.says, rule.source)


def _opening(rule: Rule) -> Condition:
    holds = rule.condition if rule.in_force is None else _in_force(rule) & rule.condition
    return holds.named(rule.id, rule.says, rule.source)


def _in_force(rule: Rule) -> Condition:
    return rule.applies.named(f"{rule.id}.in-force", IN_FORCE, rule.source)


def _covers(limit: Limit) -> Condition:
    begun = (limit.opens_on <= JUDGED_ON).named(f"{limit.id}.begun", BEGUN, limit.source)
    ended = [~_ended(limit, end) for end in limit.all_ends]
    return all_of(begun, *ended).named(limit.id, limit.says, limit.source)


def _ended(limit: Limit, end: End) -> Condition:
    return (end.day < JUDGED_ON).named(f"{limit.id}.{end.id}", end.says, end.source)
