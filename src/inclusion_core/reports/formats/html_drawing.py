"""Bars beside the figures of a table on a web page, and what their parts mean.

A bar stands in the cell of its figure and says what stands there in words, so that a reader who
does not see it misses nothing: it is marked as decoration, and the table is the alternative that
WCAG asks for. No part is told from another by its colour: what is surely counted is full, what is
not known is striped, what was promised is an upright line.

Widths are shares of the room, so that a drawing fits a telephone and a page of paper. A drawing
has no words of its own, and thus nothing that could be too long or want translating.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.pages.palette import LIGHT
from inclusion_core.reports.formats.bars import Bar
from inclusion_core.reports.formats.html_elements import told
from inclusion_core.reports.formats.wording import unknown_text, value_text
from inclusion_core.reports.report import Cell, Table
from inclusion_core.texts import Language, lv

__all__ = ["ROOMIEST", "beside_bar", "room_for", "signs"]

ROOMIEST = 24
"""A figure of more letters leaves its bar less room than the others have."""

HEIGHT = 16
TOP, THICK = 3, 10
SIGN_WIDTH = 40
BREAK = Fraction(17, 20)
"""Where the gap in a broken bar is."""

COUNTED = lv("pilna josla: skaitlis šūnā").en("full bar: the figure in the cell")
STRIPED = lv("svītrota josla: vēl tik daudzi, par kuriem atbilde nav zināma").en(
    "striped bar: so many more, for whom the answer is not known"
)
PROMISED = lv("stāva līnija: {column}").en("upright line: {column}")
BROKEN = lv("pārtraukta josla: vairāk nekā divreiz tik, cik rāda līnija").en(
    "broken bar: more than twice as much as the line shows"
)


def room_for(table: Table, language: Language) -> int:
    """How many letters the longest figure has that stands beside a bar, or what is under it."""
    drawing = table.drawing
    cells = [] if drawing is None else [row.cells[drawing.column] for row in table.rows]
    longest = max((_letters(cell, language) for cell in cells), default=1)
    return min(longest, ROOMIEST)


def _letters(cell: Cell, language: Language) -> int:
    return max(len(value_text(cell.value, language)), len(unknown_text(cell.unknown, language)), 1)


def beside_bar(bar: Bar | None, figure: Sequence[Html], room: int) -> Html:
    """What stands in a cell, with its bar before it.

    Args:
        bar: The bar; ``None`` leaves its room empty.
        figure: What is read.
        room: For how many letters there is to be room, the same in every row.
    """
    shown = element("span", *figure, class_=f"room{room}")
    drawn = () if bar is None else tuple(_shapes(bar))
    return element("div", _picture(*drawn, width="100%"), shown, class_="beside")


def _picture(*shapes: Html, width: str | float) -> Html:
    # The colour is that of the page; this one is for readers that do not look at its styles.
    return element(
        "svg", *shapes, aria_hidden="true", width=width, height=HEIGHT, color=LIGHT.accent
    )


def _shapes(bar: Bar) -> Iterator[Html]:
    yield from _full(bar.surely)
    yield from _striped(bar.surely, bar.perhaps)
    if bar.broken:
        yield _upright(BREAK, LIGHT.paper, 5, class_="gap")
    if bar.promised is not None:
        place = min(bar.promised, Fraction(99, 100))
        yield _upright(place, LIGHT.paper, 6, class_="gap")
        yield _upright(place, "currentColor", 2)


def _upright(place: Fraction, colour: str, width: int, **attributes: str) -> Html:
    at = _percent(place)
    return element(
        "line",
        x1=at,
        x2=at,
        y1=0,
        y2=HEIGHT,
        stroke=colour,
        stroke_width=width,
        **attributes,
    )


def _full(last: Fraction) -> Iterator[Html]:
    if last:
        yield element(
            "rect",
            x=0,
            y=TOP,
            width=_percent(last),
            height=THICK,
            fill="currentColor",
            stroke="currentColor",  # so that one of thousands can be seen
        )


def _striped(first: Fraction, last: Fraction) -> Iterator[Html]:
    """Stripes in a frame."""
    if first == last:
        return
    yield element(
        "line",
        x1=_percent(first),
        x2=_percent(last),
        y1=HEIGHT / 2,
        y2=HEIGHT / 2,
        stroke="currentColor",
        stroke_width=THICK,
        stroke_dasharray="1.5 2.5",
    )
    yield element(
        "rect",
        x=_percent(first),
        y=TOP,
        width=_percent(last - first),
        height=THICK,
        fill="none",
        stroke="currentColor",
    )


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.2f}%"


def signs(table: Table, drawn: Sequence[Bar | None], language: Language) -> Html:
    """What the parts of the bars of a table mean, those that are there; nothing for full ones."""
    there = [bar for bar in drawn if bar is not None]
    nothing, half, whole = Fraction(0), Fraction(1, 2), Fraction(1)
    meant = []
    if any(bar.perhaps > bar.surely for bar in there):
        meant.append((STRIPED, Bar(surely=nothing, perhaps=whole)))
    drawing = table.drawing
    if there and drawing is not None and drawing.against is not None:
        column = table.columns[drawing.against]
        line = Bar(surely=nothing, perhaps=nothing, promised=half)
        meant.append((PROMISED.filled(column=column), line))
    if any(bar.broken for bar in there):
        meant.append((BROKEN, Bar(surely=whole, perhaps=whole, broken=True)))
    if not meant:
        return words("")
    meant.insert(0, (COUNTED, Bar(surely=whole, perhaps=whole)))
    items = (
        element("li", _picture(*_shapes(bar), width=SIGN_WIDTH), told(says, language))
        for says, bar in meant
    )
    return element("ul", on_lines(*items), class_="signs")
