"""Corrections: figures of the last submission that come out otherwise by now, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import chain

import attrs

from inclusion_core.metrics.metric import Metric
from inclusion_core.model.versions import Act
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.submissions.figures import Counted, ReportedFigure, reported_figures
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.moving import Moved, moved
from inclusion_core.texts import Text, lv

__all__ = [
    "Annex",
    "Correction",
    "Previous",
    "Span",
    "corrections",
]

NO_REASON = lv("").en("")


class Span(Enum):
    """Which days a figure is about."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"


@attrs.frozen(kw_only=True)
class Previous:
    """What the last submission said.

    Attributes:
        number: Its number.
        sha256: The hash of its file.
        asked: What its figures were asked for.
        fingerprint: Of the records that it was made from.
        versions: Distributions that took part.
        figures: Its figures.
    """

    number: int
    sha256: str
    asked: Asked
    fingerprint: str
    versions: tuple[tuple[str, str], ...]
    figures: tuple[ReportedFigure, ...]


@attrs.frozen(kw_only=True)
class Correction:
    """A figure of the last submission that comes out otherwise by now.

    Attributes:
        metric: Id of the metric.
        span: Of the period, or cumulative.
        says: What it counts.
        old: What was handed in.
        again: What comes out as known on the day of the last submission, by the records and
            programs of today: other than ``old`` where records were erased or a definition is new.
        new: What comes out as known now.
        subjects: How many persons or others are counted otherwise.
        acts: What was done to records that name them, and how often, since.
        why: What the author says about it; no words where nothing is said yet.
    """

    metric: str
    span: Span
    says: Text
    old: Counted | None
    again: Counted | None
    new: Counted | None
    subjects: int
    acts: tuple[tuple[Act, int], ...]
    why: Text

    @property
    def key(self) -> str:
        """How the author names it: the metric, and ``/cumulative`` after it."""
        return self.metric if self.span is Span.PERIOD else f"{self.metric}/{self.span.value}"

    @property
    def by_records(self) -> bool:
        """Whether records that were entered or corrected since moved it."""
        return self.again != self.new

    @property
    def otherwise(self) -> bool:
        """Whether erased records or another version of the programs moved it."""
        return self.old != self.again


@attrs.frozen(kw_only=True)
class Annex:
    """The persons behind one correction; it is handed in apart, or not at all."""

    metric: str
    span: Span
    moved: tuple[Moved, ...]


def corrections(  # noqa: PLR0913, PLR0917  all that corrections rest on
    form: SubmissionForm,
    material: Material,
    previous: Previous,
    now: Asked,
    reasons: Mapping[str, Text],
    versions: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[Correction, Annex], ...]:
    """What moved of the last submission, in the order of its figures, each with who is behind it.

    Args:
        form: What was handed in.
        material: All that was recorded.
        previous: The last submission.
        now: What the figures of the next one are asked for: the day of its knowledge counts.
        reasons: What the author says, by :attr:`Correction.key`; what is said of the figure of a
            period stands for the cumulative one, too.
        versions: Distributions that take part now.
    """
    old = previous.asked
    later = attrs.evolve(old, known_on=now.known_on)
    then = material.known(old.known_on).data.fingerprint, tuple(sorted(versions))
    as_it_was = then == (previous.fingerprint, previous.versions)
    counted_again = previous.figures if as_it_was else reported_figures(form, material, old)
    again = _by_metric(counted_again)
    new = _by_metric(reported_figures(form, material, later))
    metrics = {metric.id: metric for metric in form.shown}
    found: list[tuple[Correction, Annex]] = []
    for figure in previous.figures:
        metric = metrics.get(figure.metric)
        for span in Span:
            if metric is None or _of(figure, span) == _of(new[metric.id], span):
                continue
            who = _moved(metric, span, material, old, later)
            counted = _of(again[metric.id], span), _of(new[metric.id], span)
            correction = _correction(figure, span, counted, who)
            why = reasons.get(correction.key) or reasons.get(metric.id, NO_REASON)
            annex = Annex(metric=metric.id, span=span, moved=who)
            found.append((attrs.evolve(correction, why=why), annex))
    return tuple(found)


def _by_metric(figures: Iterable[ReportedFigure]) -> Mapping[str, ReportedFigure]:
    return {figure.metric: figure for figure in figures}


def _of(figure: ReportedFigure, span: Span) -> Counted | None:
    return figure.period if span is Span.PERIOD else figure.cumulative


def _moved(
    metric: Metric, span: Span, material: Material, before: Asked, after: Asked
) -> tuple[Moved, ...]:
    """Who moved a figure; a cumulative one begins on the first day of the operation."""
    asked = tuple(_over(each, span) for each in (before, after))
    return moved(metric, material, *asked)


def _over(asked: Asked, span: Span) -> Asked:
    if span is Span.PERIOD or asked.since_the_start is None:
        return asked
    return asked.since_the_start


def _correction(
    figure: ReportedFigure,
    span: Span,
    counted: tuple[Counted | None, Counted | None],
    who: tuple[Moved, ...],
) -> Correction:
    again, new = counted
    versions = set(chain.from_iterable(each.touched_by for each in who))
    return Correction(
        metric=figure.metric,
        span=span,
        says=figure.says,
        old=_of(figure, span),
        again=again,
        new=new,
        subjects=len(who),
        acts=tuple(_in_order(Counter(each.act for each in versions))),
        why=NO_REASON,
    )


def _in_order(acts: Mapping[Act, int]) -> Iterator[tuple[Act, int]]:
    return ((act, acts[act]) for act in Act if act in acts)
