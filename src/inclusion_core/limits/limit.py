"""A limit: the first day of support, and everything that can end it."""

from __future__ import annotations

from collections import Counter

import attrs

from inclusion_core.expr.handles import DayExpression
from inclusion_core.expr.rows import Row
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["End", "Limit"]

A_DAY = "a day of the expression language (of a date that the text names: day(date(2018, 6, 1)))"


@attrs.frozen(kw_only=True)
class End:
    """One thing that ends support.

    Attributes:
        id: Names it within its limit, ``twelve-months``.
        says: What it is.
        day: The last day on which support may be given, as far as this goes; never, where it does
            not happen.
        source: The point of the act or contract that says so.
    """

    id: str
    says: Text
    day: DayExpression = attrs.field(eq=node_of)
    source: Source

    def under(self, source: Source) -> End:
        """The same end where another point says so."""
        return attrs.evolve(self, source=source)


@attrs.frozen(kw_only=True)
class Limit:
    """From when and until when a service of a programme may be given.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.social-worker``.
        programme: Id of the programme.
        says: The limit in a sentence.
        subject: The handle class of the records that it is about.
        first_day: First day of support.
        ends: What can end it; the earliest does.
        source: The point of the act or contract that says so.

    Raises:
        DeclarationError: A day is none, is about other records, is nested too deep, or asks whether
            a field is known; or there is no end, or there are two of one id.
    """

    id: str
    programme: str
    says: Text
    subject: type[Row]
    first_day: DayExpression = attrs.field(eq=node_of)
    ends: tuple[End, ...]
    source: Source

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="limit", id=self.id, subject=self.subject)
        declared.check("first_day", self.first_day, DayExpression, A_DAY)
        if not self.ends:
            raise declared.refused("what ends it? name at least one end")
        for end_id, times in Counter(end.id for end in self.ends).items():
            if times > 1:
                raise declared.refused(f"two ends have the id {end_id!r}; rename one")
        for end in self.ends:
            declared.check(f"the day of end {end.id!r}", end.day, DayExpression, A_DAY)
