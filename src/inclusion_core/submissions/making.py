"""Making a submission: the figures from the records, the words from their author."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

import attrs

from inclusion_core.model.funding import Operation
from inclusion_core.periods import Period
from inclusion_core.submissions.annex import annex_json
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.submissions.corrections import Annex, Correction, Previous
from inclusion_core.submissions.corrections import corrections as corrected
from inclusion_core.submissions.cover import cover_from, operation_of
from inclusion_core.submissions.deviations import deviations as deviating
from inclusion_core.submissions.evidence import outcomes_without_evidence
from inclusion_core.submissions.faults import faults
from inclusion_core.submissions.figures import reported_figures
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.submission import Given, Narrative, Submission

__all__ = ["Made", "asked_for", "make"]


@attrs.frozen
class Made:
    """A submission, and the persons behind its corrections."""

    submission: Submission
    annex: tuple[Annex, ...]


def asked_for(  # noqa: PLR0913  all that figures depend on
    material: Material,
    *,
    period: Period,
    status_day: date,
    known_on: date,
    operation_number: str = "",
    counted_from: date | None = None,
    assumptions: Sequence[tuple[str, int]] = (),
) -> Asked:
    """What the figures are asked for, with what the records say of the operation.

    Args:
        material: All that was recorded.
        period: The period reported on.
        status_day: The day that "now" stands for.
        known_on: The day as of whose knowledge the records are read.
        operation_number: The operation reported on; empty where there is only one.
        counted_from: The day from which cumulative figures count, other than the first day of the
            operation.
        assumptions: What is taken for granted other than by default.
    """
    operation = operation_of(material.known(known_on).caseload, operation_number)
    start = counted_from or _first_day(operation)
    ended = start is not None and period.last_day is not None and start > period.last_day
    return Asked(
        period=period,
        status_day=status_day,
        known_on=known_on,
        counted_from=None if ended else start,
        operation="" if operation is None else operation.id,
        assumptions=tuple(sorted(assumptions)),
    )


def _first_day(operation: Operation | None) -> date | None:
    if operation is None or not isinstance(operation.first_day, date):
        return None
    return operation.first_day


def make(  # noqa: PLR0913  all that a submission is made of
    form: SubmissionForm,
    material: Material,
    asked: Asked,
    given: Given,
    *,
    previous: Previous | None = None,
    versions: Sequence[tuple[str, str]] = (),
) -> Made:
    """The submission; the same from the same, whenever and wherever it is made.

    Args:
        form: What is handed in.
        material: All that was recorded.
        asked: What the figures are asked for.
        given: What people say and add.
        previous: The last submission; ``None`` for the first.
        versions: Distributions that take part, with their versions.
    """
    known = material.known(asked.known_on)
    report = form.filled.filled_in(
        known.data,
        period=asked.period,
        status_day=asked.status_day,
        versions=versions,
        assumptions=asked.values,
    )
    figures = reported_figures(form, material, asked)
    deviations = tuple(deviating(figures, form.threshold, dict(given.deviations)))
    moved: tuple[tuple[Correction, Annex], ...] = ()
    if previous is not None:
        moved = corrected(form, material, previous, asked, dict(given.reasons), versions)
    corrections, annex = tuple(each for each, _ in moved), tuple(each for _, each in moved)
    programme = form.report.programme
    operations = [each for each in known.caseload.of(Operation) if each.id == asked.operation]
    operation = operations[0] if operations else None
    cover = cover_from(known.caseload, operation, programme, asked.period, given.cover)
    return Made(
        Submission(
            form=form.id,
            cover=cover,
            asked=asked,
            report=report,
            figures=figures,
            threshold=form.threshold,
            deviations=deviations,
            previous=previous,
            corrections=corrections,
            narrative=_narrative(form, given),
            findings=(
                *faults(
                    form,
                    cover,
                    given,
                    figures=figures,
                    deviations=deviations,
                    corrections=corrections,
                    has_start=asked.counted_from is not None,
                    contradictory=report.broken,
                ),
                *outcomes_without_evidence(known.caseload, programme, asked.period),
            ),
            annex_sha256=sha256(annex_json(annex)).hexdigest() if annex else "",
            given=given,
        ),
        annex,
    )


def _narrative(form: SubmissionForm, given: Given) -> tuple[Narrative, ...]:
    words = dict(given.narrative)
    return tuple(
        Narrative(slot=slot.id, title=slot.title, words=words[slot.id])
        for slot in form.narrative
        if slot.id in words
    )
