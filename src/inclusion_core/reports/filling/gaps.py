"""Tables of gaps: how often each answer is missing, then who lacks which answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from inclusion_core.metrics.gaps import GapsFound, Lacking
from inclusion_core.reports.filling.cells import NOT_IN_THE_DATA
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.reports.tables import GapsTable
from inclusion_core.texts import Text, listing, lv
from inclusion_core.values import Reason
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["gap_tables"]

ANSWER = lv("Atbilde").en("Answer")
NOT_ASKED = lv("Nav jautāts").en("Not asked")
REFUSED = lv("Atteicās atbildēt").en("Refused")
OTHERWISE = lv("Nav zināms cita iemesla dēļ").en("Not known for another reason")
TOGETHER = lv("Kopā trūkst").en("Missing together")
LOOKED_AT = lv("Atbildes vajadzīgas par {looked_at}; vismaz viena trūkst par {lacking}.").en(
    "Answers are needed of {looked_at}; one or more are missing of {lacking}."
)
WHO = lv("{title}: par ko").en("{title}: of whom")
TO_ASK = lv("Jāpajautā").en("To be asked")
WHY = lv("{field}: {why}").en("{field}: {why}")
NOTHING = lv("nav").en("none")
LEFT_OUT = lv("Vēl {number} te nav parādīti.").en("{number} more are not shown here.")


def gap_tables(form: GapsTable, found: Found) -> tuple[Table, ...]:
    """A row for each answer; then a row for each subject who lacks any."""
    if form.id not in found.gaps:
        return (_nothing(form, found),)
    gaps = found.gaps[form.id]
    words = gaps.gaps.table.words.joined([WORDS])
    return _by_answer(form, found, gaps, words), _by_subject(form, found, gaps, words)


def _nothing(form: GapsTable, found: Found) -> Table:
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=ANSWER,
        columns=(NOT_ASKED, REFUSED, OTHERWISE, TOGETHER),
        rows=(),
        notes=(*found.each_filled([form.gaps.says, *form.notes]), NOT_IN_THE_DATA),
    )


def _by_answer(form: GapsTable, found: Found, gaps: GapsFound, words: Vocabulary) -> Table:
    looked_at = LOOKED_AT.filled(looked_at=gaps.looked_at, lacking=gaps.lacking)
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=ANSWER,
        columns=(NOT_ASKED, REFUSED, OTHERWISE, TOGETHER),
        rows=tuple(
            TableRow(
                id=field,
                heading=_field(gaps, words, field),
                cells=tuple(Cell(value=number) for number in _numbers(by_reason)),
            )
            for field, by_reason in gaps.by_field.items()
        ),
        notes=(*found.each_filled([gaps.gaps.says, *form.notes]), looked_at),
    )


def _numbers(by_reason: Mapping[Reason, int]) -> tuple[int, int, int, int]:
    """Not asked, refused, not known otherwise, and all of them."""
    together = sum(by_reason.values())
    not_asked, refused = (by_reason.get(each, 0) for each in (Reason.NOT_ASKED, Reason.REFUSED))
    return not_asked, refused, together - not_asked - refused, together


def _field(gaps: GapsFound, words: Vocabulary, field: str) -> Text:
    return words.field_text(gaps.gaps.table.record_type.name, field)


def _by_subject(form: GapsTable, found: Found, gaps: GapsFound, words: Vocabulary) -> Table:
    left_out = LEFT_OUT.filled(number=gaps.left_out)
    return Table(
        id=f"{form.id}.subjects",
        title=WHO.filled(title=found.filled(form.title)),
        row_heading=words.type_text(gaps.gaps.table.subject.record_type),
        columns=(TO_ASK, REFUSED, OTHERWISE),
        rows=tuple(_subject_row(gaps, each, words) for each in gaps.subjects),
        notes=(left_out,) if gaps.left_out else (),
        lists_persons=True,
    )


def _subject_row(gaps: GapsFound, lacking: Lacking, words: Vocabulary) -> TableRow:
    def says(field: str) -> Text:
        return _field(gaps, words, field)

    def with_reason(field: str) -> Text:
        return WHY.filled(field=says(field), why=words.code_text(lacking.why[field]))

    def listed(told: Callable[[str], Text], *reasons: Reason) -> Cell:
        return _listed(told(field) for field, why in lacking.why.items() if why in reasons)

    others = [each for each in Reason if each not in (Reason.NOT_ASKED, Reason.REFUSED)]
    return TableRow(
        id=lacking.id,
        heading=Text.same(lacking.id),
        cells=(
            listed(says, Reason.NOT_ASKED),
            listed(says, Reason.REFUSED),
            listed(with_reason, *others),
        ),
    )


def _listed(texts: Iterable[Text]) -> Cell:
    told = tuple(texts)
    return Cell(value=listing(told) if told else NOTHING)
