"""The file of a submission: all of it as JSON but the report, which stands beside it as its own.

The hash of a submission is that of this file. It holds the hashes of the report, the attachments
and the annex, so that it vouches for them.
"""

from __future__ import annotations

from hashlib import sha256

import attrs

from inclusion_core.findings import Finding
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.json_values import ReportFileError
from inclusion_core.submissions.asked import Asked
from inclusion_core.submissions.codec import Beside, read_json, written_json
from inclusion_core.submissions.corrections import Correction, Previous
from inclusion_core.submissions.cover import Cover
from inclusion_core.submissions.deviations import Deviation
from inclusion_core.submissions.errors import SubmissionFileError
from inclusion_core.submissions.figures import ReportedFigure
from inclusion_core.submissions.submission import Given, Narrative, Submission
from inclusion_core.texts import Language

__all__ = ["REPORT", "SUBMISSION", "report_bytes", "submission_bytes", "submission_from"]

SUBMISSION = "submission.json"
REPORT = "report.json"

_TAG: Beside = (("kind", "inclusion_core.submission"), ("version", 1))


@attrs.frozen(kw_only=True)
class _Whole:
    """A submission, with the hash of its report in the place of the report."""

    form: str
    cover: Cover
    asked: Asked
    report_sha256: str
    figures: tuple[ReportedFigure, ...]
    threshold: int
    deviations: tuple[Deviation, ...]
    previous: Previous | None
    corrections: tuple[Correction, ...]
    narrative: tuple[Narrative, ...]
    findings: tuple[Finding, ...]
    annex_sha256: str
    given: Given


def report_bytes(submission: Submission) -> bytes:
    """The report as a file."""
    return json_text(submission.report, Language.EN)


def submission_bytes(submission: Submission) -> bytes:
    """The submission as a file; the same for the same submission."""
    shared = {
        field.name: getattr(submission, field.name)
        for field in attrs.fields(_Whole)
        if field.name != "report_sha256"
    }
    hashed = sha256(report_bytes(submission)).hexdigest()
    return written_json(_Whole(**shared, report_sha256=hashed), beside=_TAG)


def submission_from(data: bytes, report: bytes) -> Submission:
    """The submission of two files.

    Raises:
        SubmissionFileError: One of them is no such file, or the report is another.
    """
    whole = read_json(data, _Whole, SUBMISSION, beside=_TAG)
    if sha256(report).hexdigest() != whole.report_sha256:
        raise SubmissionFileError(REPORT, "it is not the report that was handed in")
    try:
        read = report_from_json(report)
    except ReportFileError as error:
        raise SubmissionFileError(REPORT, str(error)) from None
    shared = {
        field.name: getattr(whole, field.name)
        for field in attrs.fields(_Whole)
        if field.name != "report_sha256"
    }
    return Submission(**shared, report=read)
