"""Publishing a report: the same report, with as much of it as an audience may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from logging import getLogger

import attrs

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.covering import covered, hidden_numbers, says_nothing
from inclusion_core.publishing.deciding import decided
from inclusion_core.publishing.merging import Merged, codes_told, merged, named_in
from inclusion_core.publishing.moving import before_of, moved
from inclusion_core.publishing.releases.earlier import Earlier
from inclusion_core.publishing.saying import (
    REFUSED,
    UNPROTECTED,
    WITHHELD,
    Hiding,
    disclosure_section,
)
from inclusion_core.publishing.standing import Few
from inclusion_core.publishing.telling import told_in
from inclusion_core.reports.behind import Count
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.report import BROKEN, Mark, Report, Section, Table

__all__ = ["published"]

_LOG = getLogger("inclusion_core.reports")


def published(  # noqa: PLR0913  all that decides what is shown
    report: Report,
    lineage: Lineage,
    audience: Audience,
    *,
    threshold: Threshold,
    earlier: Earlier | None = None,
    unprotected: str = "",
) -> Report:
    """The report as an audience may see it.

    Staff see all of it. The funder does where somebody gives a reason, which the report then
    says. Otherwise it is protected: what lists single persons or checks figures is left out,
    categories of few persons are taken together and not named, a number of few is hidden, and so
    is as much as is needed so that it cannot be worked out; a last section says what was done. A
    number of which nobody says what is behind it is hidden.

    Who knows one of the persons counted, or more of the data than the report tells, may still
    learn something; see the page on how cells are hidden.

    Args:
        report: As it was filled in.
        lineage: Of the same form and data.
        audience: Who reads it.
        threshold: From how many persons and households on a number is shown.
        earlier: What was published before of the same figures, and may be subtracted.
        unprotected: Why a funder may see all.

    Raises:
        DeclarationError: A reason is given for others than the funder.
    """
    if unprotected and audience is not Audience.FUNDER:
        problem = "only the report for the funder can be left unprotected"
        raise DeclarationError("report", report.id, problem)
    if audience is Audience.STAFF:
        return report
    if unprotected.strip():
        said = UNPROTECTED.filled(reason=unprotected.strip())
        return attrs.evolve(report, notes=(*report.notes, said))
    return _Publishing(report, Few(lineage, threshold), audience, earlier).report()


@attrs.frozen
class _Publishing:
    """One report on its way to the public."""

    given: Report
    few: Few
    audience: Audience
    earlier: Earlier | None

    def report(self) -> Report:
        """The protected report."""
        merging = {table.id: merged(table, self.few, self._nameable) for table in self._shown()}
        tables = [each.table for each in merging.values()]
        told = [count for table in tables for count in told_in(table, self.few)]
        named = frozenset(pair for table in tables for pair in named_in(table, self.few))
        forced: dict[Count, int] = dict.fromkeys(
            codes_told(dict.fromkeys(told), named, self.few), 0
        )
        before = before_of(self.earlier, merging.values())
        forced |= moved(told, self.few, before)
        found = decided(told, self.few, forced, before)
        done = {key: self._done(each, found.hidden, found.refused) for key, each in merging.items()}
        hiding = self._hiding(done, merging)
        shown = {
            "event": "report.published",
            "form": self.given.id,
            "audience": self.audience.value,
            "hidden": sum(number for _, _, number in hiding.hidden),
        }
        _LOG.info(
            "report %(form)s: %(hidden)d numbers are hidden from the %(audience)s",
            shown,
            extra=shown,
        )
        return attrs.evolve(
            self.given,
            sections=(
                *self._sections(done),
                disclosure_section(hiding),
            ),
            provenance=attrs.evolve(self.given.provenance, records=Mark.SUPPRESSED),
        )

    def _nameable(self, count: Count, axis: str) -> frozenset[Group] | None:
        return None if self.earlier is None else self.earlier.nameable(count, axis)

    def _tables(self) -> Iterator[Table]:
        for section in self.given.sections:
            yield from section.tables

    def _shown(self) -> Iterator[Table]:
        for table in self._tables():
            if not _is_for_staff(table):
                yield _withheld(table) if says_nothing(table) else table

    def _done(self, merging: Merged, hidden: frozenset[Count], refused: frozenset[Count]) -> Table:
        if merging.withheld:
            return _withheld(merging.table)
        table = covered(merging.table, hidden, self.few)
        if refused.isdisjoint(told_in(merging.table, self.few)):
            return table
        return attrs.evolve(table, notes=(*table.notes, REFUSED))

    def _sections(self, done: Mapping[str, Table]) -> Iterator[Section]:
        for section in self.given.sections:
            broken = section.id == BROKEN
            if section.tables and not any(each.id in done for each in section.tables):
                continue
            yield attrs.evolve(
                section,
                paragraphs=section.paragraphs[:1] if broken else section.paragraphs,
                tables=tuple(done[each.id] for each in section.tables if each.id in done),
            )

    def _hiding(self, done: Mapping[str, Table], merging: Mapping[str, Merged]) -> Hiding:
        return Hiding(
            audience=self.audience,
            threshold=self.few.threshold,
            hidden=[(key, table.title, hidden_numbers(table)) for key, table in done.items()],
            merged=[each.table.title for each in merging.values() if each.others is not None],
            withheld=[each.title for each in done.values() if WITHHELD in each.notes],
            left_out=[each.title for each in self._tables() if _is_for_staff(each)],
            with_earlier=self.earlier is not None,
        )


def _is_for_staff(table: Table) -> bool:
    return table.lists_persons or table.compares_figures


def _withheld(table: Table) -> Table:
    """The table without its rows, and without its notes, which may tell numbers in words."""
    return attrs.evolve(table, rows=(), notes=(WITHHELD,))
