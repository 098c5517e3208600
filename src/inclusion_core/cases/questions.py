"""What can be asked in a worked case: a closed set."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.limits.limit import Limit
from inclusion_core.metrics.metric import Metric
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.rules.rule import Rule

__all__ = [
    "Asked",
    "Eligible",
    "Figure",
    "Found",
    "LimitCovers",
    "MayReceive",
    "RuleHolds",
    "WindowDay",
]


@attrs.frozen(kw_only=True)
class Eligible:
    """Whether somebody may take part."""

    eligibility: Eligibility


@attrs.frozen(kw_only=True)
class RuleHolds:
    """Whether one rule is in force and holds, at its own moment."""

    rule: Rule


@attrs.frozen(kw_only=True)
class MayReceive:
    """Whether a kind of support may be given: eligible, in the programme, within a limit."""

    eligibility: Eligibility
    support: str


@attrs.frozen(kw_only=True)
class LimitCovers:
    """Whether a day is within one limit, whoever is eligible."""

    limit: Limit


@attrs.frozen(kw_only=True)
class WindowDay:
    """The first or last day of support, by the limit that counts on the day.

    Attributes:
        limits: The limits of a kind of support, or one of them.
        last: The last day is asked for, and not the first.
    """

    limits: tuple[Limit, ...]
    last: bool


@attrs.frozen(kw_only=True)
class Figure:
    """Whether a metric counts somebody, or how many it counts."""

    metric: Metric


@attrs.frozen(kw_only=True)
class Found:
    """Whether a check finds something, or how often."""

    check: Check


Asked: TypeAlias = Eligible | RuleHolds | MayReceive | LimitCovers | WindowDay | Figure | Found
