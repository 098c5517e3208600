"""The law that questions are answered: no caseload makes a report, a check or a rule raise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.facts.cases import Cases
from inclusion_core.limits.window import window_of
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.everything import filled_in
from inclusion_core.testing.conformance.laws.gathering import different, few_different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.texts import Language

__all__ = ["NOTHING_RAISES", "checks_do_not_raise", "nothing_raises"]


def nothing_raises(catalogue: Catalogue, asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What raises instead of answering.

    Args:
        catalogue: The plugin and what it needs.
        asked: Its declarations.
        setting: The caseload.
    """
    yield from _raising(_answers(catalogue, asked, setting))


def checks_do_not_raise(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The checks that raise instead of finding something or nothing."""
    yield from _raising(_findings(asked, setting))


Answer = tuple[str, Callable[[], object]]


def _raising(answers: Iterable[Answer]) -> Iterator[Problem]:
    for about, answer in answers:
        try:
            answer()
        except Exception as fault:  # noqa: BLE001  whatever a plugin raises is told
            yield about, f"it raises instead of answering: {fault_told(fault)}"


def _findings(asked: Asked, setting: Setting) -> Iterator[Answer]:
    examined = Examined(caseload=setting.caseload, schema=asked.schema)
    for check in asked.checks:
        if not check.needs_journal:
            yield check.id, partial(_found, check, examined)


def _found(check: Check, examined: Examined) -> None:
    """Each finding of a check: it may raise at the last of them."""
    list(check.find(examined))


def _answers(catalogue: Catalogue, asked: Asked, setting: Setting) -> Iterator[Answer]:
    for form in asked.reports:
        yield form.id, partial(filled_in, form, asked, setting)
        for each in asked.formats:
            yield each.id, partial(_written, each, form, asked, setting)
    cases = Cases.of(setting.caseload, asked.schema)
    programmes = [rule.programme for rule in asked.rules]
    programmes += [limit.programme for limit in asked.limits]
    for programme in dict.fromkeys(programmes):
        yield programme, partial(_explained, catalogue.eligibility(programme), cases, setting)


def _written(to: ReportFormat, form: ReportForm, asked: Asked, setting: Setting) -> None:
    """A report in both languages; one that cannot be filled in is told elsewhere."""
    try:
        report = filled_in(form, asked, setting)
    except Exception:  # noqa: BLE001  told of the form
        return
    for language in Language:
        to.render(report, language)


def _explained(eligibility: Eligibility, cases: Cases, setting: Setting) -> None:
    """Every decision and every window of a programme, in words."""
    for standing in cases.in_programme(eligibility.programme.id):
        for language in Language:
            if eligibility.rules:
                eligibility.assess_standing(standing, setting.status_day).explain(language)
            for limit in eligibility.limits:
                window_of(limit, standing, setting.status_day).explain(language)


def _look(given: Given) -> Iterator[Broken]:
    law = partial(nothing_raises, given.catalogue)
    yield from broken(given, drawn(given), law, first=few_different(given))
    if given.brought.checks:
        of_all = different(given, of_all=True)
        yield from broken(given, drawn(given, of_all=True), checks_do_not_raise, first=of_all)


def _concerns(given: Given) -> bool:
    own = given.brought
    return any((own.reports, own.checks, own.rules, own.limits))


NOTHING_RAISES = Conformance(
    "nothing-raises",
    "No caseload makes a report, a format, a check, a rule or a limit raise.",
    _look,
    concerns=_concerns,
)
