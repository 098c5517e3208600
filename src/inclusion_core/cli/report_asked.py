"""The report that a cell is asked about: one to be made from a form, or one that was saved."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import assumptions_given
from inclusion_core.cli.errors import MisuseError, NothingReadError
from inclusion_core.cli.report_data import Given
from inclusion_core.facts.assumption import Assumption
from inclusion_core.reports.filling.assumptions import ASSUMPTIONS_TABLE
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.report import Report
from inclusion_core.texts import Text, period_text

__all__ = ["ReportAsked", "report_asked"]


@attrs.frozen(kw_only=True)
class ReportAsked:
    """A report, and what it was or is to be made with.

    Attributes:
        form: Its form.
        assumptions: What is taken for granted other than by default.
        saved: The report as it was saved; ``None`` for one that is to be made.
    """

    form: ReportForm
    assumptions: Mapping[str, int]
    saved: Report | None

    def made(self, given: Given, catalogue: Catalogue) -> Report:
        """The report, as it was saved or made now."""
        if self.saved is not None:
            return self.saved
        return self.form.filled_in(
            given.data,
            period=given.days.period,
            status_day=given.days.status_day,
            versions=catalogue.versions_behind(self.form),
            assumptions=self.assumptions,
        )


def report_asked(arguments: Namespace, catalogue: Catalogue) -> ReportAsked:
    """The report that is named; its days are put where the arguments have them.

    Raises:
        NothingReadError: There is no such file.
        MisuseError: No period is named, or one beside a saved report; or what the saved one takes
            for granted cannot be taken.
        ReportFileError: The file is no report as this library writes it.
        UnknownNameError: There is no such form.
    """
    if not arguments.form.endswith(".json"):
        if arguments.period is None:
            raise MisuseError("name the period: --period 2018-06-01..2018-11-30")
        form = catalogue.report(arguments.form)
        given = assumptions_given(arguments.assume, form.assumptions)
        return ReportAsked(form=form, assumptions=given, saved=None)
    if arguments.period or arguments.status_day or arguments.known_on or arguments.assume:
        raise MisuseError("the saved report says its days and what it assumes; leave them out")
    saved = _read(Path(arguments.form))
    form, made_from = catalogue.report(saved.id), saved.provenance
    arguments.period = made_from.period
    arguments.status_day, arguments.known_on = made_from.status_day, made_from.known_on
    return ReportAsked(form=form, assumptions=_assumed_in(saved, form), saved=saved)


def _read(path: Path) -> Report:
    try:
        return report_from_json(path.read_bytes())
    except OSError as error:
        raise NothingReadError(str(path), (error.strerror or "cannot be read",)) from None


def _assumed_in(saved: Report, form: ReportForm) -> Mapping[str, int]:
    """What the saved report took for granted: the values of which it says the words."""
    by_id = {each.id: each for each in form.assumptions}
    found: dict[str, int] = {}
    for section in saved.sections:
        for table in section.tables:
            for row in table.rows if table.id == ASSUMPTIONS_TABLE else ():
                if row.id in by_id:
                    found[row.id] = _value(by_id[row.id], row.cells[0].value, saved)
    return found


def _value(assumption: Assumption, words: object, saved: Report) -> int:
    values: Iterable[int] = assumption.choices or range(assumption.least, assumption.most + 1)
    for value in (assumption.default, *values):
        if isinstance(words, Text) and _filled(assumption.told(value), saved).en == words.en:
            return value
    raise MisuseError(f"what the report assumes at {assumption.id!r} is no value of it any more")


def _filled(text: Text, saved: Report) -> Text:
    slots: dict[str, Text | date] = {
        "period": period_text(saved.provenance.period),
        "status_day": saved.provenance.status_day,
    }
    return text.filled(**{name: slots[name] for name in text.slots & slots.keys()})
