"""A mapping for a provider's own spreadsheet, proposed for a person to read and correct.

Only titles and headings are written down, never what a cell below them holds. What is unsure is
commented out, so that the proposal reads without findings as it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from inclusion_core.texts import Language, LanguageCode
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.sheets import Grid, RawSheet
from inclusion_core.workbook.suggesting.aims import Apart, Meanings
from inclusion_core.workbook.suggesting.drafts import RecordDraft, drafts_of
from inclusion_core.workbook.suggesting.guesses import ColumnGuess, SheetGuess, guessed
from inclusion_core.workbook.suggesting.record_suggestions import Names, Remarks, record_lines
from inclusion_core.workbook.suggesting.suggestion_texts import (
    COUNTERS,
    HIDDEN,
    INTRODUCTION,
    NO_MEANING,
    NO_RECORDS,
    NO_TITLE,
    NOTHING_KNOWN,
    PERSONAL,
    UNSURE_PART,
)
from inclusion_core.workbook.suggesting.toml_text import can_stand, commented, quoted

__all__ = ["suggested"]


def suggested(grid: Grid, form: WorkbookForm, language: LanguageCode = Language.EN) -> str:
    """A mapping as TOML, with comments that say what was found and what is left to decide.

    Args:
        grid: The workbook.
        form: What records there are, and what they are called.
        language: Of the comments.
    """
    titles = Counter(folded(sheet.title) for sheet in grid.sheets)
    writing = _Writing(form, Meanings.of(form), Remarks(language))
    lines = list(writing.remarks.lines(INTRODUCTION))
    for position, sheet in enumerate(grid.sheets, start=1):
        told_apart = bool(folded(sheet.title)) and titles[folded(sheet.title)] == 1
        lines.append("")
        lines.extend(writing.sheet(position, sheet, told_apart=told_apart))
    return "\n".join(lines) + "\n"


@attrs.frozen
class _Writing:
    form: WorkbookForm
    meanings: Meanings
    remarks: Remarks

    def sheet(self, position: int, sheet: RawSheet, *, told_apart: bool) -> Iterator[str]:
        if sheet.hidden:
            return self.remarks.lines(HIDDEN.filled(position=position))
        if not (told_apart and can_stand(sheet.title)):
            return self.remarks.lines(NO_TITLE.filled(position=position))
        guess = guessed(sheet, self.form, self.meanings)
        if guess is None:
            return self.remarks.lines(NOTHING_KNOWN.filled(position=position))
        return self._guess(guess)

    def _guess(self, guess: SheetGuess) -> Iterator[str]:
        drafts = drafts_of(guess, self.form)
        names = _names(guess)
        heading = [
            "[[sheet]]",
            f"title = {quoted(guess.sheet.title)}",
            f"heading_row = {guess.heading_row}",
        ]
        if guess.dashes:
            heading.append(f"empty_words = [{', '.join(map(quoted, guess.dashes))}]")
        if any(draft.usable for draft in drafts):
            yield from heading
        else:
            yield from self.remarks.lines(NO_RECORDS)
            yield from commented(heading)
        told: set[ColumnGuess] = set()
        for draft in drafts:
            unsure = [each for each in guess.columns if _may_belong(each, draft)]
            told.update(unsure, draft.columns)
            yield ""
            yield from record_lines(draft, unsure, names, self.form.vocabulary, self.remarks)
        yield from self._left_over([each for each in guess.columns if each not in told], names)
        nothing = sorted(guess.without_heading | {each.index for each in _unknown(guess)})
        if nothing:
            letters = ", ".join(map(letters_of, nothing))
            yield from self.remarks.lines(NO_MEANING.filled(letters=letters))

    def _left_over(self, columns: Sequence[ColumnGuess], names: Names) -> Iterator[str]:
        """The columns that are in no record, and why."""
        groups = (
            (UNSURE_PART, [each for each in columns if each.aim is not None]),
            (PERSONAL, [each for each in columns if each.apart is Apart.PERSONAL]),
            (COUNTERS, [each for each in columns if each.apart is Apart.COUNTER]),
        )
        for heading, group in groups:
            if group:
                yield from ("", *self.remarks.lines(heading))
            for each in group:
                aims = [str(aim) for aim in (each.aim, each.runner_up) if aim is not None]
                yield f"#   {' / '.join([names[each.index], *aims])}"


def _names(guess: SheetGuess) -> Names:
    times = Counter(folded(each.heading) for each in guess.columns)
    return {
        each.index: quoted(each.heading)
        if times[folded(each.heading)] == 1 and can_stand(each.heading)
        else f"{{letter = {quoted(letters_of(each.index))}}}"
        for each in guess.columns
    }


def _may_belong(column: ColumnGuess, draft: RecordDraft) -> bool:
    aim = column.aim
    if aim is None or column.sure or aim.field == "id":
        return False
    return aim.record_type == draft.record_type.name


def _unknown(guess: SheetGuess) -> Iterator[ColumnGuess]:
    return (each for each in guess.columns if each.aim is None and each.apart is None)
