"""What stands behind a cell of a report: a count, what is worked out of counts, or a statement."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

import attrs

from inclusion_core.metrics.tally import Group

__all__ = ["STATED", "Behind", "Count", "Derived", "Shows", "Stated"]


class Shows(Enum):
    """Which number of a tally is shown."""

    FIGURE = "figure"
    UNKNOWN = "unknown"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class Count:
    """A figure of a metric, for all of its subjects or for some groups of them.

    Attributes:
        metric: Its id.
        groups: By which axes it is told apart, ordered by the id of the axis, and on each the codes
            that are taken together; none for all subjects.
        shows: The figure, for how many the answer is not known, or for how many it is open.
        unnamed: The codes are what no other cell names, and no reader is told which they are. Two
            counts that differ in this alone are equal.
    """

    metric: str
    groups: tuple[tuple[str, tuple[Group, ...]], ...] = ()
    shows: Shows = Shows.FIGURE
    unnamed: bool = attrs.field(default=False, eq=False)


@attrs.frozen(kw_only=True)
class Derived:
    """Worked out of counts: a share, a difference, whether a target is reached.

    Attributes:
        of: The counts; whoever may not see one of them may not see this.
    """

    of: tuple[Count, ...]


@attrs.frozen
class Stated:
    """Written down by somebody and counted of nobody: a target, a due day, a budget, a sum paid."""


STATED = Stated()
"""That a cell shows what somebody wrote down."""

Behind: TypeAlias = Count | Derived | Stated
"""What stands behind a cell."""
