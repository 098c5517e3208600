"""Whether everything gives an answer where there is nothing: no record, or nothing but a client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from inclusion_core.checks.examined import Examined
from inclusion_core.facts.cases import Case, Cases
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.reports.data import ReportData
from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told, raised
from inclusion_core.testing.conformance.filling import Filling, parameters_of, span_of
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.promises.finding import found_in
from inclusion_core.texts import Language

__all__ = ["NOTHING_IS_ANSWERED", "not_zero"]

ON = date(2020, 6, 1)
"""The day of every question about nothing; no day is better than another."""
EMPTY = Caseload.of_records((), known_on=ON)
NOBODY = Client(id="nobody", provider_id="nowhere")
OF_NOBODY = "of somebody of whom nothing is known"
NO_RECORD = "where there is no record"


def _unanswered(given: Given) -> Iterator[Broken]:
    for told, caseload in ((NO_RECORD, EMPTY), (OF_NOBODY, _nobody(given))):
        yield from _metrics(told, caseload, given)
        yield from _reports(told, caseload, given)
        yield from _checks(told, caseload, given)
    yield from _programmes(given)


def _nobody(given: Given) -> Caseload:
    """A client in a programme, and nothing besides."""
    declared_as = next((each.id for each in given.catalogue.programmes), "some.programme")
    operation = Operation(id="operation", number="1", title="-", beneficiary="-")
    programme = Programme(id="programme", operation_id=operation.id, declared_as=declared_as)
    stay = Participation(id="stay", client_id=NOBODY.id, programme_id=programme.id)
    return Caseload.of_records((NOBODY, operation, programme, stay), known_on=ON)


def _metrics(told: str, caseload: Caseload, given: Given) -> Iterator[Broken]:
    metrics = given.brought.metrics
    if raised(_count, metrics, caseload, given):
        for metric in metrics:
            if fault := raised(_count, (metric,), caseload, given):
                yield Broken(metric.id, f"{told}, it raises {fault}")
    elif caseload is EMPTY:
        yield from not_zero(_count(metrics, caseload, given))


def _count(metrics: Iterable[Metric], caseload: Caseload, given: Given) -> tuple[Figure, ...]:
    data = ReportData.of_caseload(caseload, given.schema)
    parameters = parameters_of(given.catalogue, caseload, span_of(caseload))
    return tuple(data.count(metrics, parameters).by_id.values())


def not_zero(figures: Iterable[Figure]) -> Iterator[Broken]:
    """The metrics that count somebody where there is nobody."""
    for figure in figures:
        if figure.total != Tally():
            yield Broken(figure.metric.id, f"{NO_RECORD}, its figure is not zero")


def _reports(told: str, caseload: Caseload, given: Given) -> Iterator[Broken]:
    filling = Filling.of(caseload, given.catalogue, given.brought.reports)
    for form in given.brought.reports:
        report = filling.report(form)
        if isinstance(report, Exception):
            yield Broken(form.id, f"{told}, the report raises {fault_told(report)}")


def _checks(told: str, caseload: Caseload, given: Given) -> Iterator[Broken]:
    examined = Examined(caseload=caseload, schema=given.schema, journal=Journal(()))
    for check in given.brought.checks:
        found = found_in(check, examined)
        if isinstance(found, Exception):
            yield Broken(check.id, f"{told}, the check raises {fault_told(found)}")


def _programmes(given: Given) -> Iterator[Broken]:
    """Somebody of whom nothing is known asks for each programme."""
    case = Cases.of(_nobody(given), given.schema)[NOBODY.id]
    judged = {each.programme for each in given.brought.rules}
    judged |= {each.programme for each in given.brought.limits}
    for programme in sorted(judged):
        try:
            eligibility = given.catalogue.eligibility(programme)
        except EligibilityRefusedError as refusal:
            yield Broken(programme, str(refusal))
            continue
        if eligibility.rules and (fault := raised(_judged, eligibility, case)):
            yield Broken(programme, f"{OF_NOBODY}, its rules raise {fault}")
        for support in eligibility.supports:
            if fault := raised(_windows, eligibility, support.id, case):
                yield Broken(support.id, f"{OF_NOBODY}, its limits raise {fault}")


def _judged(eligibility: Eligibility, case: Case) -> None:
    decision = eligibility.assess(case, ON)
    for language in Language:
        decision.explain(language)
    decision.open_questions  # noqa: B018  worked out when it is asked for


def _windows(eligibility: Eligibility, support: str, case: Case) -> None:
    for window in eligibility.windows(support, case, ON):
        for language in Language:
            window.explain(language)


NOTHING_IS_ANSWERED = Conformance(
    "nothing-is-answered",
    "Every report, metric, check, rule and limit gives an answer where there is no record: zero, "
    "nothing found, not decided.",
    _unanswered,
)
