"""Words that are longer than a cell may hold: they go on in a sheet of their own, part by part."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.reports.formats.office_words import in_parts, units
from inclusion_core.reports.formats.wording import says
from inclusion_core.texts import Language, lv

__all__ = ["HEADINGS", "LONGEST", "LONG_TEXTS", "LongTexts"]

LONGEST = 32_767
"""So many units of UTF-16 does a cell hold."""
LONG_TEXTS = lv("Garie teksti").en("Long texts")
HEADINGS = (
    lv("Lapa").en("Sheet"),
    lv("Šūna").en("Cell"),
    lv("Daļa").en("Part"),
    lv("Teksts").en("Text"),
)

_GOES_ON = lv("… [viss teksts ir lapā “{sheet}”]").en(
    "… [the whole text is on the sheet “{sheet}”]"
)


@attrs.frozen
class LongTexts:
    """Keeps the words that did not fit into their cells.

    Attributes:
        language: Of what a cell says in their place.
        kept: The sheet and the cell of each, and all of its words.
    """

    language: Language
    kept: list[tuple[str, str, str]] = attrs.field(factory=list)

    def fitted(self, words: str, sheet: str, cell: str, most: int = LONGEST) -> str:
        """The words where a cell holds them; else their beginning, and where all of them are.

        Args:
            words: What is to stand in the cell.
            sheet: The name of its sheet.
            cell: What the cell is called, ``B5``.
            most: How much it holds.
        """
        if units(words) <= most:
            return words
        self.kept.append((sheet, cell, words))
        end = says(_GOES_ON.filled(sheet=LONG_TEXTS), self.language)
        return f"{next(in_parts(words, most - units(end)))}{end}"

    @property
    def rows(self) -> Iterator[tuple[str, str, int, str]]:
        """The rows of the sheet: sheet and cell, the number of a part, and its words."""
        for sheet, cell, words in self.kept:
            for number, part in enumerate(in_parts(words, LONGEST), 1):
                yield sheet, cell, number, part
