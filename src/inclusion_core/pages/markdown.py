"""Words, lines and tables of Markdown: no text in them can become markup, HTML or another cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inclusion_core.pages.lines import one_line

__all__ = ["cell", "inline", "opening", "table"]

_MARKUP = re.compile(
    r"[\\`*\[<|~#$]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])"
    # what GitHub makes a link or a mention of without being asked
    r"|:(?=//)|(?:(?<=mailto)|(?<=xmpp)):|(?<=www)\.|@(?=\w)",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"\A(?:[0-9]{1,9}(?=[.)])|(?=[-+=>]))")


def inline(words: str) -> str:
    r"""Every sign that means something in Markdown is made to mean itself; no address is a link.

    Example:
        >>> inline("a|b *c* d_e &amp;")
        'a\\|b \\*c\\* d_e \\&amp;'
    """
    return _MARKUP.sub(r"\\\g<0>", words)


def opening(words: str) -> str:
    """The same where a line begins: "2018. gada" begins no numbered list there."""
    return _BLOCK.sub(r"\g<0>\\", inline(words))


def cell(words: str) -> str:
    """Words on one line, as they may stand in a table."""
    return inline(one_line(words))


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table, without a line break at its end."""
    listed = list(headings)
    lines = [listed, ["---"] * len(listed), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)
