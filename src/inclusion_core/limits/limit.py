"""A limit: the first day of support, and everything that can end it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import attrs

from inclusion_core.expr.handles import Condition, DayExpression, day, earliest_of, latest_of
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.facts.rows import ParticipationRow, ServiceAttendanceRow
from inclusion_core.facts.telling import Telling
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

__all__ = ["End", "Limit", "Support"]

A_DAY = "a day of the expression language (of a date that the text names: day(date(2018, 6, 1)))"
A_CONDITION = "a condition"
OUT_OF_FORCE = lv("noteikums vairs nav spēkā").en("the rule is no longer in force")


@attrs.frozen(kw_only=True)
class Support:
    """A kind of support that a programme gives: what a limit is a limit of.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.social-worker``.
        says: What it is.
        given: Which recorded services are of this kind, as a condition about an attendance.

    Raises:
        DeclarationError: The condition is none, or is about other records.
    """

    id: str
    says: Text
    given: Condition = attrs.field(eq=node_of)

    def __attrs_post_init__(self) -> None:
        Declaration(kind="support", id=self.id, subject=ServiceAttendanceRow).check(
            "given", self.given, Condition, A_CONDITION
        )


@attrs.frozen(kw_only=True)
class End:
    """One thing that ends support.

    Attributes:
        id: Names it within its limit, ``twelve-months``.
        says: What it is.
        day: The last day on which support may be given, as far as this goes; never, where it does
            not happen.
        source: The point of the act or contract that says so.
        tells: The sentence for one case, with its days, where they are known.
        open_says: What to tell while it has not happened, ``the plan is not fulfilled yet``;
            ``None`` where nothing needs saying.
    """

    id: str
    says: Text
    day: DayExpression = attrs.field(eq=node_of)
    source: Source
    tells: Telling | None = None
    open_says: Text | None = None

    def under(self, source: Source) -> End:
        """The same end where another point says so."""
        return attrs.evolve(self, source=source)


@attrs.frozen(kw_only=True)
class Limit:
    """From when and until when a kind of support may be given in a programme.

    One kind of support may have several limits, one for each phase of a life: a service is within
    them where it is within one.

    Attributes:
        id: In the namespace of the distribution that declares it.
        programme: Id of the programme.
        support: What it is a limit of.
        says: The limit in a sentence.
        first_day: First day of support; never, where this limit opens nothing for a participation.
        ends: What can end it; the earliest does.
        source: The point of the act or contract that says so.
        in_force: The days on which support may be given by it; ``None`` where the source sets no
            bounds.

    Raises:
        DeclarationError: A day is none, is about other records, is nested too deep, or asks whether
            a field is known; or there is no end, or there are two of one id.
    """

    id: str
    programme: str
    support: Support
    says: Text
    first_day: DayExpression = attrs.field(eq=node_of)
    ends: tuple[End, ...]
    source: Source
    in_force: Period | None = None

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="limit", id=self.id, subject=ParticipationRow)
        declared.check("first_day", self.first_day, DayExpression, A_DAY)
        if not self.ends:
            raise declared.refused("what ends it? name at least one end")
        for end_id, times in Counter(end.id for end in self.ends).items():
            if times > 1:
                raise declared.refused(f"two ends have the id {end_id!r}; rename one")
        for end in self.ends:
            declared.check(f"the day of end {end.id!r}", end.day, DayExpression, A_DAY)
            if end.tells is not None:
                end.tells.check(declared)

    @property
    def opens_on(self) -> DayExpression:
        """The first day of support, once the limit is in force."""
        if self.in_force is None:
            return self.first_day
        return latest_of(self.first_day, self.in_force.first_day)

    @property
    def all_ends(self) -> tuple[End, ...]:
        """What can end support, and that the limit goes out of force."""
        last_day = None if self.in_force is None else self.in_force.last_day
        if last_day is None:
            return self.ends
        over = End(id="in-force", says=OUT_OF_FORCE, day=day(last_day), source=self.source)
        return (*self.ends, over)

    @property
    def closes_on(self) -> DayExpression:
        """The last day of support: the first of all that can end it."""
        return earliest_of(*(end.day for end in self.all_ends))

    def covers(self, on: DayExpression | date) -> Condition:
        """Whether support may be given on a day, as far as this limit goes."""
        return (self.opens_on <= on) & (self.closes_on >= on)
