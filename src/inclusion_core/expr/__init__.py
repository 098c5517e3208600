"""The language in which rules, limits and metrics are declared, and its readers.

An expression is a small tree of frozen nodes (:mod:`.nodes`). Authors build it with typed handles,
which are all here; it does not evaluate itself. Readers walk it: :mod:`.objects` for the records of
one case, :mod:`.frames` for the tables of a whole register. The language knows records only through
a :class:`~inclusion_core.expr.schema.Schema`, and no programme at all.
"""

from __future__ import annotations

from inclusion_core.expr.handles import (
    JUDGED_ON,
    Age,
    CodeExpression,
    CodesParameter,
    Condition,
    DayExpression,
    Expression,
    NumberExpression,
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
    number_parameter,
    term_from,
)
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.rows import (
    CodeAttribute,
    DayAttribute,
    Many,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
    related,
    subject,
)

__all__ = [
    "JUDGED_ON",
    "Age",
    "CodeAttribute",
    "CodeExpression",
    "CodesParameter",
    "Condition",
    "DayAttribute",
    "DayExpression",
    "Expression",
    "Many",
    "NumberAttribute",
    "NumberExpression",
    "Parameters",
    "Row",
    "ToMany",
    "ToOne",
    "all_of",
    "any_of",
    "at_least",
    "codes_parameter",
    "completed_years",
    "day",
    "day_parameter",
    "days_after",
    "earliest_of",
    "latest_of",
    "months_after",
    "months_before",
    "number_parameter",
    "related",
    "subject",
    "term_from",
]
