"""A report on a terminal in colour; needs the extra ``rich``, which is imported when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from inclusion_core.errors import MissingExtraError
from inclusion_core.reports.formats.terminal import COLUMNS, Part, terminal_lines
from inclusion_core.reports.formats.wording import SIGNS
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language

__all__ = ["print_rich"]

_NARROWEST = 40
_STYLES: Mapping[Part, str] = {
    Part.TITLE: "bold cyan",
    Part.HEADING: "cyan",
    Part.TABLE_TITLE: "bold",
    Part.TABLE: "",
    Part.TEXT: "",
    Part.ASIDE: "dim",
}
_QUIET_IN_TABLES = r"\(\+[^()]*\)|^[- ]+$"
"""How many more there may be, and the line under the headings."""


def print_rich(report: Report, language: Language, file: TextIO) -> None:
    """Print the report as wide as the terminal is, in colour where the file is a terminal.

    The lines are those of the plain text: no words are taken for rich's own markup, and no
    figure is ever cut to fit.

    Raises:
        MissingExtraError: rich is not installed.
    """
    try:
        from rich.console import Console  # noqa: PLC0415  # an extra, imported where used
        from rich.text import Text as Styled  # noqa: PLC0415
    except ModuleNotFoundError:
        raise MissingExtraError("rich", "a report in colour") from None
    console = Console(file=file, highlight=False, markup=False, emoji=False)
    columns = max(_NARROWEST, min(COLUMNS, console.width))
    for line in terminal_lines(report, language, columns):
        styled = Styled(line.words.rstrip(" "), style=_STYLES[line.part])
        if line.part is Part.TABLE:
            styled.highlight_regex(_QUIET_IN_TABLES, "dim")
            styled.highlight_words(SIGNS.values(), "yellow")
        console.print(styled, soft_wrap=True)
