"""What a funder wants handed in with a report: figures, texts, attachments, who signs."""

from __future__ import annotations

from enum import Enum

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.metric import Measure, Membership, Metric
from inclusion_core.reports.form import ReportForm, SectionForm
from inclusion_core.reports.tables.money import MoneyTable
from inclusion_core.texts import Text, lv

__all__ = ["AttachmentSlot", "Duty", "NarrativeSlot", "SubmissionForm"]

MONEY = lv("Finanses").en("Money")


class Duty(Enum):
    """What somebody answers for in a submission."""

    PREPARED = "prepared"
    CHECKED = "checked"
    APPROVED = "approved"


@attrs.frozen(kw_only=True)
class NarrativeSlot:
    """A place for words of the author.

    Attributes:
        id: Names it in the file of answers.
        title: Heading over the words.
        asks: What the author should write.
        longest: How many characters it takes at most, in each language.
        required: Whether it must not be left empty.
    """

    id: str
    title: Text
    asks: Text
    longest: int = 4000
    required: bool = True


@attrs.frozen(kw_only=True)
class AttachmentSlot:
    """A kind of file that is handed in with the report.

    Attributes:
        id: Files whose names begin so, up to the first point or underscore, are of this kind.
        title: What it is.
        required: Whether there must be one.
    """

    id: str
    title: Text
    required: bool = True


SUMMARY = NarrativeSlot(
    id="summary",
    title=lv("Paveiktais pārskata periodā").en("What was done in the period"),
    asks=lv("Īsi: kas paveikts, kas nē, un kāpēc.").en(
        "In short: what was done, what was not, and why."
    ),
)
PROBLEMS = NarrativeSlot(
    id="problems",
    title=lv("Grūtības un risinājumi").en("Difficulties and how they were met"),
    asks=lv("Kas kavēja darbu, un kas par to izlemts.").en(
        "What held the work up, and what was decided about it."
    ),
    required=False,
)


@attrs.frozen(kw_only=True)
class SubmissionForm:
    """A report form, and what is handed in with it.

    Attributes:
        report: The form that is filled in.
        metrics: Ids of the metrics that have a row in the table of figures; those of the report
            form where none is named. Whatever the report form shows is shown besides.
        cumulative: Ids of those that are counted from the first day of the operation too; all but
            stocks and medians where none is named.
        threshold: By how many per cent a figure may miss or exceed its target without a text.
        narrative: The texts that are asked for.
        attachments: The files that are asked for.
        money: The table of money that is added to the report; ``None`` for none.
        duties: Who must have signed.

    Raises:
        DeclarationError: A metric is none of the report form, two slots have one id, or the
            threshold is below zero.
    """

    report: ReportForm
    metrics: tuple[str, ...] = ()
    cumulative: tuple[str, ...] | None = None
    threshold: int = 10
    narrative: tuple[NarrativeSlot, ...] = (SUMMARY, PROBLEMS)
    attachments: tuple[AttachmentSlot, ...] = ()
    money: MoneyTable | None = None
    duties: tuple[Duty, ...] = tuple(Duty)

    def __attrs_post_init__(self) -> None:
        there = {metric.id for metric in self.report.metrics}
        for key in (*self.metrics, *(self.cumulative or ())):
            if key not in there:
                raise self._refused(f"{key} is no metric of the report form")
        for slots in (self.narrative, self.attachments):
            if len({slot.id for slot in slots}) < len(slots):
                raise self._refused("two slots have one id; rename one")
        if self.threshold < 0:
            raise self._refused("a threshold is not below zero")

    @classmethod
    def standard(cls, report: ReportForm, *, operation_number: str = "") -> SubmissionForm:
        """What is usual, for a report form about which no funder says more.

        Args:
            report: The form.
            operation_number: The operation whose money is shown; empty for all in the data.
        """
        has_money = any(isinstance(table, MoneyTable) for table in report.tables)
        money = MoneyTable(id="submission.money", operation_number=operation_number)
        return cls(report=report, money=None if has_money else money)

    @property
    def id(self) -> str:
        """That of its report form."""
        return self.report.id

    @property
    def filled(self) -> ReportForm:
        """The report form with the table of money."""
        if self.money is None:
            return self.report
        money = SectionForm(id="submission.money", title=MONEY, tables=(self.money,))
        return attrs.evolve(self.report, sections=(*self.report.sections, money))

    @property
    def shown(self) -> tuple[Metric, ...]:
        """The metrics that have a row in the table of figures."""
        return tuple(
            metric
            for metric in self.report.metrics
            if not self.metrics or metric.id in self.metrics
        )

    def adds_up_over_time(self, metric: Metric) -> bool:
        """Whether a metric is counted from the first day of the operation too."""
        if self.cumulative is not None:
            return metric.id in self.cumulative
        return metric.membership is not Membership.STOCK and metric.measure is not Measure.MEDIAN

    def _refused(self, problem: str) -> DeclarationError:
        return DeclarationError("submission form", self.id, problem)
