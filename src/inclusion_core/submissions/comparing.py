"""Comparing two submissions: which figures moved, who moved them, and by which records."""

from __future__ import annotations

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.corrections import Annex, Correction, corrections
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.submission import Submission
from inclusion_core.submissions.verifying import FigureMoved, figures_moved

__all__ = ["Comparison", "OtherFormError", "compared"]


class OtherFormError(InclusionError):
    """Two submissions are of two forms, and have no figures in common."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one, other)
        self.one = one
        self.other = other

    def __str__(self) -> str:
        return f"one submission is of {self.one}, the other of {self.other}; name two of one form"


@attrs.frozen(kw_only=True)
class Comparison:
    """What is other in one submission than in another.

    Attributes:
        same_period: Whether both report on the same period, so that their figures should agree.
        figures: The figures that differ.
        moved: With records at hand: the figures of the first that come out otherwise as known for
            the second, and who is behind each. ``None`` where no records are at hand.
    """

    same_period: bool
    figures: tuple[FigureMoved, ...]
    moved: tuple[tuple[Correction, Annex], ...] | None


def compared(
    one: Submission,
    other: Submission,
    form: SubmissionForm | None = None,
    material: Material | None = None,
) -> Comparison:
    """Two submissions of one form, side by side.

    Args:
        one: The earlier.
        other: The later.
        form: Their form; with the records, it tells why figures moved.
        material: All that was recorded.

    Raises:
        OtherFormError: They are of two forms.
    """
    if one.form != other.form:
        raise OtherFormError(one.form, other.form)
    moved = None
    if form is not None and material is not None:
        previous = one.as_previous("")
        versions = other.report.provenance.versions
        moved = corrections(form, material, previous, other.asked, {}, versions)
    return Comparison(
        same_period=one.asked.period == other.asked.period,
        figures=figures_moved(one.figures, other.figures),
        moved=moved,
    )
