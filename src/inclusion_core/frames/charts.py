"""Charts of figures: what is surely counted, and apart from it what is not known or not yet.

A chart is an Altair chart, with its data in it: ``to_json()`` gives the specification, ``save()``
an image or a page. Unknown is never drawn into the bar of the counted, and never left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

import attrs

from inclusion_core.errors import DeclarationError, MissingExtraError
from inclusion_core.frames.breaking_down import group_says
from inclusion_core.frames.figure_tables import FigureTable
from inclusion_core.metrics.explanations import words_of
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Tally
from inclusion_core.pages.palette import LIGHT
from inclusion_core.texts import Language, LanguageCode, Text, lv

if TYPE_CHECKING:
    import altair as alt

__all__ = ["chart", "chart_beside"]

PARTS: Mapping[str, tuple[Text, str]] = {
    "counted": (lv("ieskaitīti").en("counted"), LIGHT.accent),
    "unknown": (lv("nav zināms").en("not known"), "#c9a227"),
    "open": (lv("vēl nav zināms").en("not yet"), "#b8c4c9"),
}
"""The parts of a bar in their order, each with its words and colour."""

NUMBER = lv("skaits").en("number")
WIDTH, STEP = 420, 18
"""Of the longest bar, and from one bar to the next, in pixels."""

LETTERS = 70
"""So many fit on a line of a heading."""


@attrs.frozen(kw_only=True)
class _Bar:
    """A bar: to what it belongs, what it is called, and how long its parts are."""

    heading: str
    name: str
    tally: Tally


def chart(
    table: FigureTable,
    *keys: str,
    by: str | None = None,
    language: LanguageCode = Language.EN,
) -> alt.Chart | alt.FacetChart:
    """Bars of figures; broken down, a bar for each code, with the metrics beneath one another.

    Every person stands in one part of one bar: surely counted, not known, or not yet known.
    No disclosure control is done: a chart of a cell with few persons may not be published.

    Args:
        table: The figures.
        keys: Ids or official codes of metrics that count subjects; all of the table by default.
        by: The axis to break them down by; ``None`` draws the totals.
        language: The language of the words.

    Raises:
        UnknownNameError: There is no such figure, or no such axis.
        DeclarationError: A metric does not count subjects, there is none, or two bars have one
            name.
        MissingExtraError: Altair is not installed.
    """
    named = (table[key] for key in keys) if keys else table
    figures = list({figure.metric.id: figure for figure in named}.values())
    headings = _headings(figures, language)
    if by is None:
        both = zip(figures, headings, strict=True)
        bars = [_Bar(heading="", name=name, tally=figure.total) for figure, name in both]
    else:
        drawn = Figures({figure.metric.id: figure for figure in figures})
        bars = list(_broken_down(attrs.evolve(table, figures=drawn).by(by), headings, language))
    return _drawn(bars, figures, language)


def chart_beside(
    pairs: Iterable[tuple[Figure, Figure]],
    *,
    names: tuple[str, str],
    language: LanguageCode = Language.EN,
) -> alt.Chart | alt.FacetChart:
    """Two definitions side by side: for each pair, a bar of the one and a bar of the other.

    Whether the two may be compared, ``compare`` says; a chart does not.

    Args:
        pairs: Figures of two funds, or as known on two days; the heading is that of the first.
        names: What the first and the second of each pair are called, ``("ESF", "ESF+")``.
        language: The language of the words.

    Raises:
        DeclarationError: A metric does not count subjects, there is no pair, or two bars have one
            name.
        MissingExtraError: Altair is not installed.
    """
    listed = list(pairs)
    headings = _headings([one for one, _ in listed], language)
    bars = [
        _Bar(heading=heading, name=name, tally=figure.total)
        for heading, pair in zip(headings, listed, strict=True)
        for name, figure in zip(names, pair, strict=True)
    ]
    return _drawn(bars, [figure for pair in listed for figure in pair], language)


def _headings(figures: Sequence[Figure], language: LanguageCode) -> list[str]:
    """What each metric is called; those that are called alike are told apart by their ids."""
    says = [figure.metric.says.in_(language) for figure in figures]
    return [
        heading if says.count(heading) == 1 else f"{heading} ({figure.metric.id})"
        for heading, figure in zip(says, figures, strict=True)
    ]


def _broken_down(
    table: FigureTable, headings: Sequence[str], language: LanguageCode
) -> Iterator[_Bar]:
    """The bars of figures that are broken down by one axis: of each the same ones."""
    (axis,) = table.axes
    for figure, heading in zip(table, headings, strict=True):
        words = words_of(figure.metric.table)
        for cell in table.cells:
            (group,) = cell
            says = group_says(axis, group, words)
            tally = figure.cells.get(cell, Tally())
            yield _Bar(heading=heading, name=says.in_(language), tally=tally)


def _drawn(
    bars: Sequence[_Bar], figures: Sequence[Figure], language: LanguageCode
) -> alt.Chart | alt.FacetChart:
    for figure in figures:
        if figure.metric.measure is not Measure.SUBJECTS:
            raise DeclarationError("chart", figure.metric.id, "only numbers of subjects are drawn")
    if not figures:
        raise DeclarationError("chart", "figures", "there is none to draw; name a metric")
    for (heading, name), times in Counter((bar.heading, bar.name) for bar in bars).items():
        if times > 1:
            problem = "two bars are called so, and would be drawn as one"
            raise DeclarationError("chart", f"{heading} {name}".strip(), problem)
    try:
        import altair as alt  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("charts", "drawing a chart") from None
    words = {part: says.in_(language) for part, (says, _) in PARTS.items()}
    colours = alt.Scale(domain=list(words.values()), range=[colour for _, colour in PARTS.values()])
    drawn: alt.Chart = (
        alt.Chart({"values": list(_values(bars, words))}, width=WIDTH, height=alt.Step(STEP))
        .mark_bar()
        .encode(
            x=alt.X("number:Q", stack="zero", title=NUMBER.in_(language)),
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=WIDTH)),
            color=alt.Color("part:N", scale=colours, title=None, legend=alt.Legend(orient="top")),
            order=alt.Order("place:Q"),
            tooltip=["name:N", "part:N", "number:Q"],
        )
    )
    headings = list(dict.fromkeys(fill(bar.heading, LETTERS) for bar in bars))
    if headings in ([], [""]):
        return drawn
    title = alt.Header(
        orient="top",
        labelAnchor="start",
        labelExpr="split(datum.label, '\\n')",
        labelFontWeight="bold",
        labelLimit=0,
    )
    row = alt.Row("heading:N", sort=headings, title=None, header=title)
    faceted: alt.FacetChart = drawn.facet(row=row)
    return faceted


def _values(bars: Iterable[_Bar], words: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for bar in bars:
        for place, (part, says) in enumerate(words.items()):
            number: int = getattr(bar.tally, part)
            yield {
                "heading": fill(bar.heading, LETTERS),
                "name": bar.name,
                "part": says,
                "place": place,
                "number": number,
            }
