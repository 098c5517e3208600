"""A submission as a value: what is handed in, and what it was made from."""

from __future__ import annotations

import attrs

from inclusion_core.findings import Finding, Severity
from inclusion_core.reports.report import Report
from inclusion_core.submissions.asked import Asked
from inclusion_core.submissions.corrections import Correction, Previous
from inclusion_core.submissions.cover import Cover, Signing
from inclusion_core.submissions.deviations import Deviation
from inclusion_core.submissions.figures import ReportedFigure
from inclusion_core.texts import Text

__all__ = ["Attachment", "Given", "Narrative", "Submission"]


@attrs.frozen(kw_only=True)
class Attachment:
    """A file that is handed in with the report.

    Attributes:
        slot: The kind of file that the form asks for; empty for one that it does not ask for.
        name: Its name.
        sha256: Its hash, 64 hexadecimal digits.
        size: How many bytes it has.
    """

    slot: str
    name: str
    sha256: str
    size: int


@attrs.frozen(kw_only=True)
class Narrative:
    """Words of the author in one slot of the form."""

    slot: str
    title: Text
    words: Text


@attrs.frozen(kw_only=True)
class Given:
    """What people say and add: nothing of it comes out of the records.

    Attributes:
        cover: What the cover says other than the records.
        narrative: Words, by the id of the slot.
        reasons: Why figures of the last submission are corrected, by ``Correction.key``.
        deviations: Why figures deviate from their targets, by the id of the metric.
        attachments: The files.
        signings: Who signed.
        draft: Whether it is written although something is missing.
    """

    cover: Cover = attrs.field(factory=Cover)
    narrative: tuple[tuple[str, Text], ...] = ()
    reasons: tuple[tuple[str, Text], ...] = ()
    deviations: tuple[tuple[str, Text], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    signings: tuple[Signing, ...] = ()
    draft: bool = False


@attrs.frozen(kw_only=True)
class Submission:
    """A report as it is handed in; it can be read, checked, made again and compared.

    Attributes:
        form: Id of the report form.
        cover: Whose it is, and which one.
        asked: What its figures were asked for.
        report: The report.
        figures: The figures of the period, cumulative ones, and targets.
        threshold: By how many per cent a figure may deviate without a text.
        deviations: The figures that deviate by more.
        previous: The last submission; ``None`` for the first.
        corrections: What of the last submission comes out otherwise by now.
        narrative: The words of the author.
        findings: What is missing or wrong in it.
        annex_sha256: The hash of the list of persons behind the corrections; empty without one.
        given: All that people said and added, as they did.
    """

    form: str
    cover: Cover
    asked: Asked
    report: Report
    figures: tuple[ReportedFigure, ...]
    threshold: int
    deviations: tuple[Deviation, ...]
    previous: Previous | None
    corrections: tuple[Correction, ...]
    narrative: tuple[Narrative, ...]
    findings: tuple[Finding, ...]
    annex_sha256: str
    given: Given

    @property
    def complete(self) -> bool:
        """Whether nothing stands in the way of handing it in."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    def as_previous(self, sha256: str) -> Previous:
        """What the next submission holds on to of this one.

        Args:
            sha256: The hash of its file.
        """
        return Previous(
            number=self.cover.number,
            sha256=sha256,
            asked=self.asked,
            fingerprint=self.report.provenance.fingerprint,
            versions=self.report.provenance.versions,
            figures=self.figures,
        )
