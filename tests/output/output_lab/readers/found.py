"""What a reader finds."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from output_lab.shown import is_seen

__all__ = ["Found", "unseen"]


@attrs.frozen(kw_only=True)
class Found:
    """What was found in the bytes of a report.

    Attributes:
        units: Every run of words that the file keeps apart from others: a cell, a paragraph.
        grids: The tables, row by row, the headings first; none where the file does not keep rows
            and cells so that a program could tell them.
        acting: What does more than to be read: formulas, links, scripts, controls.
        shape: Of what kinds of parts it is made: names of elements and their attributes.
        squeezed: Lines and spaces mean nothing in it.
        kinds: Of each unit, what it stands in, where the file tells.
    """

    units: tuple[str, ...]
    grids: tuple[tuple[tuple[str, ...], ...], ...] | None = None
    acting: tuple[str, ...] = ()
    shape: frozenset[str] = frozenset()
    squeezed: bool = False
    kinds: tuple[str, ...] = ()


def unseen(text: str, allowed: str = "\n") -> Iterator[str]:
    """The characters of a text that would act, or that nobody sees."""
    return (f"character {ord(sign):04x}" for sign in {*text} - {*allowed} if not is_seen(sign))
