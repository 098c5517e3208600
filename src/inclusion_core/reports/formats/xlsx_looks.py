"""How the cells of a workbook look: dark headings on print and screen alike, and room for words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from inclusion_core.pages.lines import wrapped
from inclusion_core.reports.formats.wording import value_text
from inclusion_core.reports.formats.xlsx_values import DAY_FORMATS, Content, number_format
from inclusion_core.texts import Language

__all__ = ["COVER_WIDTH", "FIRST_WIDTH", "Looks", "height", "width"]

COVER_WIDTH = 100.0
"""Of the only column of the first sheet."""
FIRST_WIDTH = 36.0
"""Of the column of row headings at least: what explains a table stands there too."""


_DARK = "#1F3864"
_WORDS: Mapping[str, object] = {"text_wrap": True, "valign": "top"}
_LINE: Mapping[str, object] = {**_WORDS, "bottom": 1, "bottom_color": "#BFBFBF"}
_LEFT: Mapping[str, object] = {"align": "left", "indent": 1}
_HEADING: Mapping[str, object] = {
    **_LINE,
    "bold": True,
    "valign": "bottom",
    "font_color": "white",
    "bg_color": _DARK,
}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": _DARK, **_WORDS},
    "section": {"bold": True, "font_size": 14, "font_color": _DARK, **_WORDS, "valign": "bottom"},
    "heading": {"bold": True, "font_size": 12, **_WORDS, "valign": "bottom"},
    "said": _WORDS,
    "link": {"underline": 1, "font_color": "#0563C1", **_WORDS},
    "table_title": {"bold": True, "font_size": 14, "font_color": _DARK},
    "table_part": {},
    "table_link": {"underline": 1, "font_color": "#0563C1"},
    "first_heading": _HEADING,
    "words_heading": {**_HEADING, **_LEFT},
    "figures_heading": {**_HEADING, "align": "right"},
    "words": {**_LINE, **_LEFT},
    "sign": {**_LINE, "align": "right"},
}
_NARROWEST, _WIDEST, _LETTER = 11, 45, 1.15
_LINE_HEIGHT, _HIGHEST = 15.0, 409.0
_MOST_SEEN = 3000
"""Of more letters than these, the highest row does not show the last."""
_HIGHER: Mapping[str, float] = {"title": 1.6, "section": 2.2, "heading": 1.6}


@attrs.frozen(kw_only=True)
class Looks:
    """The formats of one workbook, each made when it is needed first.

    Attributes:
        book: The workbook of XlsxWriter, which has no types.
        language: The language in which days are written out.
        made: What was made.
    """

    book: Any
    language: Language
    made: dict[tuple[tuple[str, object], ...], Any] = attrs.field(factory=dict, init=False)

    def of(self, name: str) -> Any:
        """The format of that name."""
        return self._format(_LOOKS[name])

    def row_heading(self, depth: int) -> Any:
        """That of a row heading, set in by so many steps."""
        return self._format({**_LINE, "indent": depth} if depth else _LINE)

    def content(self, content: Content, *, figures: bool) -> Any:
        """That of a cell, by what stands in it; words among figures are a sign."""
        if isinstance(content, date):
            return self._format({**_LINE, "num_format": DAY_FORMATS[self.language], **_LEFT})
        if isinstance(content, str):
            return self.of("sign" if figures else "words")
        return self._format({**_LINE, "num_format": number_format(content)})

    def _format(self, how: Mapping[str, object]) -> Any:
        key = tuple(how.items())
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(how))
        return self.made[key]


def width(heading: str, contents: Iterable[Content], language: Language) -> float:
    """How wide a column is: for what stands in it, and for the longest word of its heading."""
    shown = (each if isinstance(each, str) else value_text(each, language) for each in contents)
    longest = max(map(len, (*heading.split(), *shown)), default=0)
    return max(_NARROWEST, min(_WIDEST, longest * _LETTER + 2))


def height(cells: Iterable[tuple[str, float]], kind: str = "") -> float | None:
    """How high a row is, so that all lines of its words are seen; nothing for the usual height.

    Not every program works that out by itself.

    Args:
        cells: Words, and how wide their column is.
        kind: The name of a look with room above or larger letters.
    """
    seen = ((words[:_MOST_SEEN], int(wide)) for words, wide in cells)
    lines = max((len(wrapped(words, letters)) for words, letters in seen), default=1)
    high = (lines - 1 + _HIGHER.get(kind, 1.0)) * _LINE_HEIGHT
    return None if high == _LINE_HEIGHT else min(high, _HIGHEST)
