"""What moved between two states of affairs, as values: figures, subjects, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.impact.clauses import ClauseMoved
from inclusion_core.impact.figures import Apart
from inclusion_core.impact.standing import Place
from inclusion_core.model.versions import Act
from inclusion_core.reports.report import Provenance
from inclusion_core.texts import Text

__all__ = ["AssumptionMoved", "Impact", "MetricImpact", "Moved", "OnlyIn", "VersionBehind"]


class OnlyIn(Enum):
    """In which of the two alone there is something."""

    BEFORE = "before"
    AFTER = "after"


@attrs.frozen(kw_only=True)
class VersionBehind:
    """A version of a record that touches a subject; it holds no value of the record.

    Attributes:
        record_type: The type of the record.
        record_id: Its id.
        version: The number of the version.
        recorded_on: The day on which it became known.
        act: What it does.
        why: The reason that was written down with it.
    """

    record_type: str
    record_id: str
    version: int
    recorded_on: date
    act: Act
    why: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class AssumptionMoved:
    """Something that is assumed otherwise, or in one of the two alone.

    Attributes:
        id: Of the assumption.
        before: Its value; ``None`` where it was not asked for.
        after: Its value now.
        says: What was assumed, and what is, in sentences; none where nobody declares it any more.
    """

    id: str
    before: int | None
    after: int | None
    says: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Moved:
    """A subject that a metric counts otherwise than before.

    Attributes:
        id: Of the subject.
        before: Where it stood; ``None`` where it was not there.
        after: Where it stands; the same state as before where its code or amount is another.
        versions: The versions recorded in between that touch it.
        clauses: The clauses that hold for it otherwise.
    """

    id: str
    before: Place | None
    after: Place | None
    versions: tuple[VersionBehind, ...] = ()
    clauses: tuple[ClauseMoved, ...] = ()


@attrs.frozen(kw_only=True)
class MetricImpact:
    """What moved of one metric.

    Attributes:
        metric: Its id.
        says: What it counts.
        subject: The record type of those who are counted.
        only: In which of the two alone there is such a metric; ``None`` where it is in both.
        figures: Its figure, then those of the groups that moved.
        moved: Who moved, ordered by id; nobody is told of a metric that is in one alone.
        assumptions: What it takes for granted otherwise.
        definition: In what its definition is another.
    """

    metric: str
    says: Text
    subject: str
    only: OnlyIn | None
    figures: tuple[Apart, ...]
    moved: tuple[Moved, ...] = attrs.field(default=(), repr=False)
    assumptions: tuple[AssumptionMoved, ...] = ()
    definition: tuple[Text, ...] = ()

    @property
    def figure(self) -> Apart:
        """The figure of all subjects."""
        return self.figures[0]

    @property
    def is_moved(self) -> bool:
        """Whether a figure of it is another, or anybody another thing for it."""
        return bool(self.moved) or any(each.moved for each in self.figures)


@attrs.frozen(kw_only=True)
class Impact:
    """All that moved between two states of affairs.

    It names single persons by their ids, and is for those who may see them.

    Attributes:
        form: Id of the report form.
        before: From what the first was made.
        after: From what the second was made.
        metrics: Every metric, in the order of the form; those that are not there any more, last.
        erased: How many records were erased in between, by type; who was touched by them may not be
            known any more.
    """

    form: str
    before: Provenance
    after: Provenance
    metrics: tuple[MetricImpact, ...]
    erased: Mapping[str, int] = attrs.field(factory=dict[str, int])

    def __getitem__(self, metric_id: str) -> MetricImpact:
        for each in self.metrics:
            if each.metric == metric_id:
                return each
        raise UnknownNameError("metric", metric_id, [each.metric for each in self.metrics])

    @property
    def moved(self) -> tuple[MetricImpact, ...]:
        """The metrics of which anything moved, or that are in one of the two alone."""
        return tuple(each for each in self.metrics if each.is_moved)
