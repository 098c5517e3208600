"""Whether a plugin leaves others alone: what they declare, count and find stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.manager.declarations import declarations
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Programme
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.report import Report
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.declared import declared_by
from inclusion_core.testing.conformance.described import digests_of
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.filling import Filling
from inclusion_core.testing.conformance.given import FEW, Given
from inclusion_core.testing.conformance.parting import part_of
from inclusion_core.testing.conformance.promises.finding import found_in

__all__ = ["OTHERS_ARE_LEFT_ALONE"]


def _disturbed(given: Given) -> Iterator[Broken]:
    yield from _declared_otherwise(given)
    for built in given.samples:
        part = part_of(built.caseload, given.schema, persons=FEW)
        forms = given.brought.reports
        yield from _counted_otherwise(part, forms, given.catalogue, given)
    for caseload, theirs in _of_others(given):
        yield from _counted_otherwise(caseload, theirs, given.without, given)
        yield from _found_otherwise(caseload, given)


def _declared_otherwise(given: Given) -> Iterator[Broken]:
    """What another process says that others declare, in which this plugin is not loaded."""
    for other in given.others:
        before = given.elsewhere[0].others.get(other.distribution, {})
        now = digests_of(declared_by(declarations(other))) if before else {}
        for name in sorted(before.keys() | now.keys()):
            if before.get(name) != now.get(name):
                yield Broken(
                    given.plugin.name,
                    f"once it is loaded, {other.distribution} declares its {name} otherwise; a "
                    "plugin changes nothing that is not its own",
                )


def _of_others(given: Given) -> Iterator[tuple[Caseload, tuple[ReportForm, ...]]]:
    """A part of each sample of another plugin, with the forms of that plugin."""
    catalogue = given.without
    for sample in catalogue.samples:
        distribution = catalogue.samples.brought_by(sample.id)
        forms = tuple(
            form
            for form in catalogue.reports
            if catalogue.reports.brought_by(form.id) == distribution
        )
        journal = sample.build(sample.default_seed)
        if journal.last_recorded_on is not None:
            whole = journal.as_known_on(journal.last_recorded_on)
            yield part_of(whole, catalogue.schema, persons=FEW), forms


def _counted_otherwise(
    caseload: Caseload, forms: Iterable[ReportForm], before: Catalogue, given: Given
) -> Iterator[Broken]:
    """Reports that say something else in the catalogue of all."""
    forms = tuple(forms)
    alone, beside = (Filling.of(caseload, each, forms) for each in (before, given.beside))
    for form in forms:
        if _said(alone.report(form)) != _said(beside.report(form)):
            yield Broken(
                form.id,
                f"its figures are others where plugin {given.plugin.name!r} and all others are "
                "loaded; what is counted must not depend on who else is there",
            )


def _said(report: Report | Exception) -> object:
    """What a report says, but for what it was made from."""
    if isinstance(report, Exception):
        return fault_told(report)
    return report.sections, report.notes, report.sources


def _found_otherwise(caseload: Caseload, given: Given) -> Iterator[Broken]:
    programmes = [each.declared_as for each in caseload.of(Programme)]
    before = Examined(caseload=caseload, schema=given.without.schema)
    beside = attrs.evolve(before, schema=given.beside.schema)
    for check in given.brought.checks:
        found = found_in(check, beside)
        if isinstance(found, Exception):
            yield Broken(
                check.id, f"in data of another programme the check raises {fault_told(found)}"
            )
    own = f"{given.plugin.name}."
    expected = findings_in(before, given.without.checks_for(programmes))
    there = {
        each
        for each in findings_in(beside, given.beside.checks_for(programmes))
        if not each.kind.startswith(own)
    }
    for kind in sorted({each.kind for each in expected if each not in there}):
        yield Broken(
            given.plugin.name,
            f"beside it {kind!r} is no longer found in data of another programme; name in "
            "`stands_for` of a check only what that check finds about its own programme",
        )


OTHERS_ARE_LEFT_ALONE = Conformance(
    "others-are-left-alone",
    "In whatever order and company it is loaded, all declare, count and find what they did before.",
    _disturbed,
    concerns=lambda given: bool(given.others),
)
