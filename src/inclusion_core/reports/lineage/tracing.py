"""Any cell of a report, asked where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.facts.assumption import Assumption
from inclusion_core.metrics.explanations import Explained
from inclusion_core.metrics.figures import Amount
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.behind import Behind, Count, Derived
from inclusion_core.reports.lineage.addresses import Place
from inclusion_core.reports.lineage.errors import NoSuchMemberError
from inclusion_core.reports.lineage.lineage import Backing, Lineage
from inclusion_core.reports.lineage.subjects import Clause, Subject, clauses_of
from inclusion_core.reports.report import Provenance, Report
from inclusion_core.reports.tables import TableForm

__all__ = ["Traced", "TracedCell", "TracedMembers", "traced"]


@attrs.frozen(kw_only=True)
class TracedMembers:
    """Who is behind a number, for those who may see them.

    Attributes:
        number: The number, worked out of its members.
        backing: How many persons and households stand behind it.
        about_clients: Whether it is about persons or households at all.
        subjects: The members, ordered by id.
    """

    number: Amount
    backing: Backing
    about_clients: bool
    subjects: tuple[Subject, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Traced:
    """A count that a cell shows, or is worked out of.

    Attributes:
        count: Which number of which metric.
        metric: The metric: its words, source, subject, grain, membership and moment.
        clauses: The conditions of the metric that must all hold, those of the universe first.
        assumptions: What it takes for granted, with the value that was taken.
        members: Who is behind it; ``None`` for those who may not see them.
        explained: What the metric makes of the one case asked about; ``None`` where none was, or it
            is none of its subjects.
    """

    count: Count
    metric: Metric = attrs.field(repr=lambda metric: metric.id)
    clauses: tuple[Clause, ...]
    assumptions: tuple[tuple[Assumption, int], ...]
    members: TracedMembers | None = None
    explained: Explained | None = None


@attrs.frozen(kw_only=True)
class TracedCell:
    """Where a cell comes from.

    Attributes:
        place: The cell, in its table, as it is shown to who asks.
        behind: What stands behind it; ``None`` for words, and where nobody says.
        counts: Each count behind it, in order.
        form: The table of the form that it was filled in from; ``None`` for a table that is of no
            form, such as that of the assumptions.
        provenance: From what the report was made.
    """

    place: Place
    behind: Behind | None
    counts: tuple[Traced, ...]
    form: TableForm | None = attrs.field(repr=False)
    provenance: Provenance

    @property
    def missing(self) -> tuple[Count, ...]:
        """The counts behind it of which the form knows no metric any more."""
        known = {each.count for each in self.counts}
        return tuple(each for each in _counts(self.behind) if each not in known)


def traced(  # noqa: PLR0913  all that an answer depends on
    report: Report,
    place: Place,
    lineage: Lineage,
    *,
    tables: Iterable[TableForm] = (),
    permitted: bool = False,
    member: str = "",
) -> TracedCell:
    """Where a cell of a report comes from.

    Args:
        report: The report, as it is shown to who asks.
        place: The cell, in that report.
        lineage: Of the same form, on the data.
        tables: Those of the form.
        permitted: Whether who asks may see who is behind a number, and numbers that are hidden.
        member: Id of a case to be explained, whatever it is for the figure; for those permitted.

    Raises:
        NoSuchMemberError: The case is none of the records that these numbers are made of, or who
            asks may not see any.
    """
    behind = place.cell.behind
    known = [each for each in _counts(behind) if each.metric in lineage.metrics]
    explained: Mapping[str, Explained] = {}
    if member:
        explained = _explained(lineage, known, member) if permitted else {}
        if not explained:
            kinds = dict.fromkeys(lineage.metric(e.metric).subject.record_type for e in known)
            raise NoSuchMemberError(kinds, member)
    return TracedCell(
        place=place,
        behind=behind,
        counts=tuple(
            Traced(
                count=each,
                metric=lineage.metric(each.metric),
                clauses=tuple(clauses_of(lineage.metric(each.metric))),
                assumptions=tuple(
                    (assumption, lineage.parameters.numbers[assumption.id])
                    for assumption in lineage.metric(each.metric).all_assumptions
                ),
                members=_members(lineage, each) if permitted else None,
                explained=explained.get(each.metric),
            )
            for each in known
        ),
        form=next((each for each in tables if each.id == place.table.id), None),
        provenance=report.provenance,
    )


def _counts(behind: Behind | None) -> tuple[Count, ...]:
    if isinstance(behind, Count):
        return (behind,)
    return behind.of if isinstance(behind, Derived) else ()


def _members(lineage: Lineage, count: Count) -> TracedMembers:
    return TracedMembers(
        number=lineage.number(count),
        backing=lineage.backing(count),
        about_clients=lineage.listing(count.metric).about_clients,
        subjects=lineage.members(count),
    )


def _explained(lineage: Lineage, counts: Iterable[Count], key: str) -> Mapping[str, Explained]:
    found = {each.metric: lineage.explained(each.metric, key) for each in counts}
    return {metric: each for metric, each in found.items() if each is not None}
