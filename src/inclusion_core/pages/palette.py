"""The colours of pages, by day and by night."""

from __future__ import annotations

import attrs

__all__ = ["DARK", "LIGHT", "Palette"]


@attrs.frozen(kw_only=True)
class Palette:
    """The colours of a page.

    Attributes:
        paper: Behind everything.
        panel: Behind figures, the head of a table and every other lane of a picture.
        ink: Words and figures.
        quiet: Words that stand back: notes, what is not known, where figures are from.
        accent: Links, the line over the title and the ring around what has the focus.
        line: Between rows.
        bar: Inside the bars of a picture.
    """

    paper: str
    panel: str
    ink: str
    quiet: str
    accent: str
    line: str
    bar: str

    @property
    def variables(self) -> str:
        """As variables of a style sheet: ``--paper:#ffffff;--panel:#f3f6f7;...``."""
        return "".join(f"--{name}:{colour};" for name, colour in attrs.asdict(self).items())


LIGHT = Palette(
    paper="#ffffff",
    panel="#f3f6f7",
    ink="#1b2529",
    quiet="#4f5d64",
    accent="#0f6270",
    line="#d5dde0",
    bar="#cfe5e8",
)
DARK = Palette(
    paper="#12191c",
    panel="#1c262a",
    ink="#e8eef0",
    quiet="#a9b7bd",
    accent="#7cc7d4",
    line="#36444a",
    bar="#23474f",
)
