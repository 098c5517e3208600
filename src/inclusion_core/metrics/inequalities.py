"""Inequalities that figures must keep: a part is not more than its whole, parts make up a whole.

They are official rules about reported numbers, so that they are checked on what is surely counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Group, Tally, ordered_cells
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Checked", "Inequality", "Relation", "checked"]


class Relation(Enum):
    """How the left side stands to the right side."""

    AT_MOST = "at_most"
    EQUAL = "equal"

    def holds(self, left: int, right: int) -> bool:
        """Whether two numbers stand so.

        Example:
            >>> Relation.AT_MOST.holds(2, 3), Relation.EQUAL.holds(2, 3)
            (True, False)
        """
        return left <= right if self is Relation.AT_MOST else left == right


_SIGNS = {Relation.AT_MOST: "≤", Relation.EQUAL: "="}


@attrs.frozen(kw_only=True)
class Inequality:
    """A rule about the figures of several metrics.

    Attributes:
        id: In the namespace of the distribution that declares it.
        left: Ids of metrics; their figures are added up.
        relation: How the left side stands to the right side.
        right: Ids of metrics; their figures are added up.
        source: Where the rule is written.
        says: The rule in words, where its author has given any.

    Raises:
        DeclarationError: A side names no metric.
    """

    id: str
    left: tuple[str, ...]
    relation: Relation
    right: tuple[str, ...]
    source: Source
    says: Text | None = None

    def __attrs_post_init__(self) -> None:
        if not (self.left and self.right):
            raise DeclarationError("inequality", self.id, "a side names no metric")

    @property
    def formula(self) -> str:
        """The rule in ids of metrics, ``esf.co02 ≤ esf.co01``."""
        sign = _SIGNS[self.relation]
        return f"{' + '.join(self.left)} {sign} {' + '.join(self.right)}"


@attrs.frozen(kw_only=True)
class Checked:
    """What came of checking one inequality in one place.

    Attributes:
        inequality: The rule.
        holds: Whether the figures keep it.
        left: What the left side comes to.
        right: What the right side comes to.
        cell: The place: a code for each axis; empty for the total.
    """

    inequality: Inequality
    holds: bool
    left: int
    right: int
    cell: tuple[Group, ...] = ()


def checked(figures: Figures, inequalities: Iterable[Inequality]) -> tuple[Checked, ...]:
    """Each inequality for the total, then for each cell by which all its figures are broken down.

    Raises:
        UnknownNameError: There is no figure of a metric that a rule names.
        DeclarationError: A rule names a metric whose figures do not add up: a median, or a number
            of different codes.
    """
    return tuple(each for rule in inequalities for each in _checked(figures, rule))


def _checked(figures: Figures, rule: Inequality) -> Iterator[Checked]:
    left, right = ([figures[key] for key in side] for side in (rule.left, rule.right))
    for figure in (*left, *right):
        if figure.metric.measure in (Measure.DIFFERENT_CODES, Measure.MEDIAN):
            problem = f"the figures of {figure.metric.id} do not add up"
            raise DeclarationError("inequality", rule.id, problem)
    yield _at(rule, _total(left), _total(right))
    if all(figure.axes == left[0].axes for figure in (*left, *right)):
        for cell in _cells(*left, *right):
            yield _at(rule, _in(cell, left), _in(cell, right), cell)


def _at(rule: Inequality, left: int, right: int, cell: tuple[Group, ...] = ()) -> Checked:
    holds = rule.relation.holds(left, right)
    return Checked(inequality=rule, holds=holds, left=left, right=right, cell=cell)


def _cells(*figures: Figure) -> Iterable[tuple[Group, ...]]:
    """Every cell in which any of the figures has something."""
    return ordered_cells({cell: tally for each in figures for cell, tally in each.cells.items()})


def _total(figures: Iterable[Figure]) -> int:
    return sum(_number(each, each.total) for each in figures)


def _in(cell: tuple[Group, ...], figures: Iterable[Figure]) -> int:
    return sum(_number(each, each.cells.get(cell, Tally())) for each in figures)


def _number(figure: Figure, tally: Tally) -> int:
    return tally.amount if figure.metric.measure is Measure.TOTAL else tally.counted
