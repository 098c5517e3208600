"""A piece of HTML for a notebook, and the plain tables in such pieces.

It has no style sheet that could touch the notebook, no id that could be there twice, and nothing
that runs; a few styles stand on the elements themselves, since a notebook turns words to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from inclusion_core.pages.elements import Html, element, on_lines, words

__all__ = ["LEFT", "RIGHT", "Fragment", "plain_table"]

LEFT, RIGHT = "text-align:left", "text-align:right"


@attrs.frozen(repr=False)
class Fragment:
    """A piece of HTML that a notebook shows.

    Attributes:
        html: The HTML; all words in it are escaped.
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html


def plain_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Html:
    """A table of words and numbers; the first cell of a row is its heading."""
    head = (element("th", words(each), scope="col", style=LEFT) for each in headings)
    return element(
        "table",
        element("caption", words(caption), style=LEFT),
        element("thead", element("tr", *head)),
        element("tbody", on_lines(*(_row(row) for row in rows))),
    )


def _row(cells: Sequence[str | int]) -> Html:
    first, *others = cells
    return element(
        "tr",
        element("th", words(str(first)), scope="row", style=LEFT),
        *(
            element("td", words(str(each)), style=RIGHT if isinstance(each, int) else LEFT)
            for each in others
        ),
    )
