"""Verifying: a submission made again from the records, and compared with what was handed in.

The same records, as known on the same day, and the same versions of the programs give the same
bytes. Where they do not, the reasons are told: a file was changed; other versions take part;
records were erased since, so that nobody can make the figures again; or the records of that day
are others than they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act
from inclusion_core.reports.report import Provenance
from inclusion_core.submissions.annex import annex_json
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.corrections import Span
from inclusion_core.submissions.figures import Counted, ReportedFigure
from inclusion_core.submissions.file import report_bytes, submission_bytes
from inclusion_core.submissions.folder import ANNEX, Frozen
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.making import make
from inclusion_core.submissions.submission import Submission
from inclusion_core.texts import Text

__all__ = ["FigureMoved", "OtherVersion", "Verification", "figures_moved", "verify"]


@attrs.frozen(kw_only=True)
class FigureMoved:
    """A figure that comes out otherwise.

    Attributes:
        metric: Id of the metric.
        says: What it counts.
        span: Of the period, or cumulative.
        old: What it was.
        new: What it is.
    """

    metric: str
    says: Text
    span: Span
    old: Counted | None
    new: Counted | None


@attrs.frozen(kw_only=True)
class OtherVersion:
    """A distribution that takes part in another version; empty where it does not take part."""

    distribution: str
    then: str
    now: str


@attrs.frozen(kw_only=True)
class Verification:
    """What came of verifying a submission.

    Attributes:
        tampered: Files that are not as they were frozen.
        same: The submission, made again, is the same to the byte but for the versions named.
        versions: The distributions that take part in other versions.
        same_records: The records of that day are the same.
        erased: How many records were erased since, by type.
        figures: The figures that come out otherwise.
        report: Whether the report comes out otherwise in what it says.
        readable: The files for readers that come out otherwise.
    """

    tampered: tuple[str, ...]
    same: bool
    versions: tuple[OtherVersion, ...]
    same_records: bool
    erased: Mapping[str, int]
    figures: tuple[FigureMoved, ...]
    report: bool
    readable: tuple[str, ...] = ()

    @property
    def confirmed(self) -> bool:
        """Whether what was handed in is what the records say, untouched."""
        return self.same and not self.tampered and not self.readable


def verify(
    frozen: Frozen,
    form: SubmissionForm,
    material: Material,
    *,
    versions: Sequence[tuple[str, str]] = (),
) -> Verification:
    """A submission made again and compared.

    Args:
        frozen: What was handed in.
        form: The form that was handed in.
        material: All that was recorded.
        versions: Distributions that take part now, with their versions.
    """
    old = frozen.submission
    made = make(form, material, old.asked, old.given, previous=old.previous, versions=versions)
    others = tuple(_others(old.report.provenance.versions, versions))
    again = _with_versions(made.submission, old.report.provenance)
    same_annex = ANNEX not in frozen.files or annex_json(made.annex) == frozen.files[ANNEX]
    fingerprint = made.submission.report.provenance.fingerprint
    return Verification(
        tampered=frozen.tampered,
        same=submission_bytes(again) == submission_bytes(old) and same_annex,
        versions=others,
        same_records=fingerprint == old.report.provenance.fingerprint,
        erased=_erased_since(material.journal, old.asked.known_on),
        figures=figures_moved(old.figures, made.submission.figures),
        report=report_bytes(_of_no_records(again, old)) != report_bytes(old),
    )


def figures_moved(
    old: Iterable[ReportedFigure], new: Iterable[ReportedFigure]
) -> tuple[FigureMoved, ...]:
    """The figures that are in both, and not the same."""
    by_metric = {figure.metric: figure for figure in new}
    return tuple(
        FigureMoved(metric=each.metric, says=each.says, span=span, old=before, new=after)
        for each in old
        if each.metric in by_metric
        for span, before, after in (
            (Span.PERIOD, each.period, by_metric[each.metric].period),
            (Span.CUMULATIVE, each.cumulative, by_metric[each.metric].cumulative),
        )
        if before != after
    )


def _others(
    then: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]]
) -> Iterator[OtherVersion]:
    before, after = dict(then), dict(now)
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield OtherVersion(
                distribution=name, then=before.get(name, ""), now=after.get(name, "")
            )


def _with_versions(again: Submission, then: Provenance) -> Submission:
    """What was made again, as if the versions of then had taken part."""
    provenance = attrs.evolve(again.report.provenance, versions=then.versions)
    return attrs.evolve(again, report=attrs.evolve(again.report, provenance=provenance))


def _of_no_records(again: Submission, old: Submission) -> Submission:
    """What was made again, as if of the records of then: so that only what it says is compared."""
    report = attrs.evolve(again.report, provenance=old.report.provenance)
    return attrs.evolve(again, report=report)


def _erased_since(journal: Journal, known_on: date) -> Mapping[str, int]:
    """How many records were erased after a day, by type."""
    erased = {
        (version.record_type, version.record_id)
        for version in journal.versions
        if version.act is Act.ERASED and version.recorded_on > known_on
    }
    return dict(sorted(Counter(name for name, _ in erased).items()))
