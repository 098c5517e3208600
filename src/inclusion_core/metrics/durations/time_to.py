"""A time to an outcome as a value: of whom, from which day to which, and what can come first."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from inclusion_core.expr.handles import Condition, DayExpression
from inclusion_core.expr.rows import Row
from inclusion_core.facts.assumption import Assumption, check_assumed
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.facts.table import FactsTable
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["REACHED", "Exit", "Standing", "TimeTo"]

REACHED = "reached"
"""Id of the outcome itself, beside those of the exits."""


class Standing(Enum):
    """How somebody stands who had no outcome on a known day."""

    NOT_YET = "not_yet"
    """Nothing has happened by the day up to which the records are known."""
    UNKNOWN = "unknown"
    """It is not known whether it is asked of them, when it began, or what came first and when."""
    BEFORE = "before"
    """What is waited for, or an exit, came before the beginning."""
    NOT_BEGUN = "not_begun"
    """The beginning lies after the day up to which the records are known, or has no day."""


@attrs.frozen(kw_only=True)
class Exit:
    """Something after which the outcome is no longer waited for.

    Attributes:
        id: Names it among the exits of one time, ``moved_away``.
        says: What it is.
        day: Its day; absent while it has not happened.
    """

    id: str
    says: Text
    day: DayExpression = attrs.field(eq=node_of)


@attrs.frozen(kw_only=True)
class TimeTo:
    """The days from a beginning to an outcome, unless something else comes first.

    On one day the outcome goes before an exit, and of two exits the one named first. An exit is no
    outcome that never came: who moved away is told apart from who stayed without it.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.days-to-work``.
        says: What it tells, as a report heading.
        subject: The handle class of the records that are timed.
        universe: Of which of them it is asked.
        since: The day from which days are counted; it is day 0.
        event: The day of the outcome; absent while it has not happened.
        otherwise: What can come first.
        table: The facts table whose rows are timed; ``None`` where records are.
        assumes: The numbers that the definition takes for granted.
        source: Where the definition, or the wish for it, comes from.

    Raises:
        DeclarationError: A part is of another kind or about other records, takes a number for
            granted that is not named, or two exits have one id.
    """

    id: str
    says: Text
    subject: type[Row]
    universe: Condition = attrs.field(eq=node_of)
    since: DayExpression = attrs.field(eq=node_of)
    event: DayExpression = attrs.field(eq=node_of)
    otherwise: tuple[Exit, ...] = ()
    table: FactsTable | None = None
    assumes: tuple[Assumption, ...] = ()
    source: Source

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="time", id=self.id, subject=self.subject)
        declared.check(
            "universe", self.universe, Condition, "a condition", may_ask_what_is_known=True
        )
        for name, expression in self._days():
            declared.check(name, expression, DayExpression, "a day", may_ask_what_is_known=True)
            check_assumed("time", self.id, expression.node, self.assumes)
        check_assumed("time", self.id, self.universe.node, self.assumes)
        ids = [REACHED, *(each.value for each in Standing), *(each.id for each in self.otherwise)]
        if len(set(ids)) < len(ids):
            taken = ", ".join(ids[: -len(self.otherwise)])
            raise declared.refused(f"each exit needs an id of its own, and none of {taken}")
        if self.table is not None and self.table.row is not self.subject:
            raise declared.refused(f"the rows of {self.table.id} are of {self.table.row.__name__}")

    def _days(self) -> Iterator[tuple[str, DayExpression]]:
        yield "since", self.since
        yield "event", self.event
        for each in self.otherwise:
            yield f"exit {each.id!r}", each.day

    @property
    def outcomes(self) -> tuple[tuple[str, DayExpression], ...]:
        """The outcome and the exits with their days, in the order in which they go on one day."""
        return ((REACHED, self.event), *((each.id, each.day) for each in self.otherwise))

    @property
    def all_assumptions(self) -> tuple[Assumption, ...]:
        """What the definition takes for granted, that of its facts table included."""
        of_table = () if self.table is None else self.table.assumes
        return tuple({each.id: each for each in (*self.assumes, *of_table)}.values())
