"""Whether ids are unique, in the namespace, and name something that is declared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.rate import Rate
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.tables import GapsTable
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.parts import Part, parts_in

__all__ = ["IDS", "NAMED_IS_DECLARED"]

NESTED: Mapping[type, str] = {Rate: "rate", Inequality: "inequality", Gaps: "gaps"}
"""What stands in report forms and has an id in the namespace."""


def _misnamed(given: Given) -> Iterator[Broken]:
    first: dict[str, Part] = {}
    for part in parts_in(given):
        if isinstance(part.value, ReportForm):
            yield from _twice_in(part.value)
        kind = NESTED.get(type(part.value))
        if kind is not None:
            yield from _outside(part, kind, given.plugin.name)
            if first.setdefault(part.value.id, part).value != part.value:
                yield Broken(
                    part.about, f"another {kind} has the id {part.value.id!r} too; rename one"
                )


def _twice_in(form: ReportForm) -> Iterator[Broken]:
    sections = Counter(section.id for section in form.sections)
    tables = Counter(key for table in form.tables for key in _ids(table))
    for kind, counted in (("section", sections), ("table", tables)):
        for key, times in counted.items():
            if times > 1:
                yield Broken(
                    f"{form.id}/{key}", f"{times} {kind}s of the report have this id; rename them"
                )


def _ids(table: object) -> Iterator[str]:
    key: str = getattr(table, "id", "")
    yield key
    if isinstance(table, GapsTable):
        yield f"{key}.subjects"


def _outside(part: Part, kind: str, namespace: str) -> Iterator[Broken]:
    if not part.value.id.startswith(f"{namespace}."):
        yield Broken(
            part.about,
            f"the {kind} {part.value.id!r} is outside the namespace; begin its id with "
            f"'{namespace}.'",
        )


IDS = Conformance(
    "ids-are-unique-and-in-the-namespace",
    "Every id begins with the namespace and names one thing alone, also inside a report.",
    _misnamed,
)


def _undeclared(given: Given) -> Iterator[Broken]:
    catalogue = given.catalogue
    for metric in given.brought.metrics:
        if metric.part_of and metric.part_of not in catalogue.metrics.declared:
            yield Broken(
                metric.id,
                f"it is part of {metric.part_of!r}, and no such metric is declared; return that "
                "one from inclusion_metrics, or correct the id",
            )
    for form in given.brought.reports:
        if form.programme and form.programme not in catalogue.programmes.declared:
            yield Broken(
                form.id,
                f"it reports on {form.programme!r}, and no such programme is declared; correct "
                "the id, or leave it empty for a form of a whole fund",
            )
        for metric in form.metrics:
            if metric.id not in catalogue.metrics.declared:
                yield Broken(
                    f"{form.id}/{metric.id}",
                    "the report counts this metric, which is declared by nobody; return it from "
                    "inclusion_metrics",
                )


NAMED_IS_DECLARED = Conformance(
    "what-is-named-is-declared",
    "Every metric and programme that a report or a metric names is declared.",
    _undeclared,
    concerns=lambda given: bool(given.brought.metrics or given.brought.reports),
)
