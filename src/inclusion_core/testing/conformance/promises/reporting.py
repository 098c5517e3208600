"""Whether reports can be filled in from the samples and written, and keep what is official."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.metrics.figures import broken_inequalities
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.report import BROKEN, Report
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told, raised
from inclusion_core.testing.conformance.filling import parameters_of
from inclusion_core.testing.conformance.given import Given
from inclusion_core.texts import Language

__all__ = ["INEQUALITIES_HOLD", "REPORTS_ARE_FILLED_IN"]


def _not_filled_in(given: Given) -> Iterator[Broken]:
    for (form, sample), report in given.reports.items():
        if isinstance(report, Exception):
            yield Broken(
                form, f"filled in from the sample {sample!r} it raises {fault_told(report)}"
            )
            continue
        for written in given.catalogue.formats:
            for language in Language:
                if fault := raised(written.render, report, language):
                    told = f"filled in from {sample!r} it cannot be written as {written.id}"
                    yield Broken(form, f"{told} in {language.value!r}: {fault}")


REPORTS_ARE_FILLED_IN = Conformance(
    "reports-are-filled-in",
    "Every report can be filled in from every sample, and written in every format and language.",
    _not_filled_in,
    concerns=lambda given: bool(given.brought.reports and given.brought.samples),
)


def _unequal(given: Given) -> Iterator[Broken]:
    for (form, sample), report in given.reports.items():
        if isinstance(report, Report):
            for paragraph in _contradictions(report):
                yield Broken(form, f"filled in from the sample {sample!r}: {paragraph}")
    parts = _not_reported(given)
    for sample, filling in given.fillings.items():
        figures = filling.data.count(
            parts, parameters_of(given.catalogue, filling.caseload, filling.period)
        )
        for part, whole in broken_inequalities(figures):
            yield Broken(
                part, f"in the sample {sample!r} it counts more than {whole}, of which it is part"
            )


def _contradictions(report: Report) -> Iterator[str]:
    """What the report says of broken inequalities, below how to mend them."""
    for section in report.sections:
        if section.id == BROKEN:
            yield from (each.in_("en") for each in section.paragraphs[1:])


def _not_reported(given: Given) -> list[Metric]:
    """The parts and wholes that no report holds against each other: one that does would raise."""
    held = {metric.id for form in given.brought.reports for metric in form.metrics}
    there = given.catalogue.metrics.declared
    parts = [
        each
        for each in given.brought.metrics
        if each.part_of in there and not {each.id, each.part_of} <= held
    ]
    return [*parts, *(there[each.part_of].value for each in parts)]


INEQUALITIES_HOLD = Conformance(
    "official-inequalities-hold",
    "In the samples no part is more than its whole, and every declared inequality holds.",
    _unequal,
    concerns=lambda given: bool(given.brought.metrics and given.brought.samples),
)
