"""Asking whether an expression, a list or an answer is true. Checked, never run.

Pyright refuses the question. Mypy sees that nothing comes after it: the question raises. That two
comparisons in a row (``first <= day <= last``) ask it too, neither of them sees.
"""

from __future__ import annotations

from datetime import date

from inclusion_core import Truth
from inclusion_core.expr import completed_years, subject
from inclusion_core.facts.rows import ClientRow

client = subject(ClientRow)
adult = completed_years(client.born_on) >= 18
arrived = client.arrivals.exist()


def a_branch() -> str:
    if adult:  # pyright: ignore[reportGeneralTypeIssues]
        return "adult"  # type: ignore[unreachable]
    return "child"  # type: ignore[unreachable]


def a_branch_on_a_list() -> str:
    if client.arrivals:  # pyright: ignore[reportGeneralTypeIssues]
        return "arrived"  # type: ignore[unreachable]
    return "born here"  # type: ignore[unreachable]


def a_branch_on_an_answer(answer: Truth) -> str:
    if answer:  # pyright: ignore[reportGeneralTypeIssues]
        return "yes"  # type: ignore[unreachable]
    return "no"  # type: ignore[unreachable]


def a_loop() -> date:
    while adult:  # pyright: ignore[reportGeneralTypeIssues]
        pass  # type: ignore[unreachable]
    return date(2018, 12, 3)  # type: ignore[unreachable]


def both() -> object:
    return adult and arrived  # type: ignore[redundant-expr, unreachable]


def either() -> object:
    return adult or arrived  # type: ignore[redundant-expr, unreachable]
