"""Words that stand in a CSV file, so that no spreadsheet takes them for a formula."""

from __future__ import annotations

import re

from inclusion_core.pages.lines import visible

__all__ = ["guarded"]

_LOOKED_PAST = r"[\s\"\u00ad\u061c\u200c-\u200f]"  # blanks and what is not seen, as some do
_FORMULA = re.compile(rf"((?:\A|;){_LOOKED_PAST}*)(?=[-=+@'\uff1d\uff0b\uff0d\uff20])")


def guarded(words: str) -> str:
    r"""The words with an apostrophe before what a spreadsheet would take for a formula.

    Where they begin, and behind each semicolon: with the settings of Latvia another cell begins
    there. An apostrophe in such a place gets another one, so that taking one off gives back the
    words. What cannot be shown is made visible.

    Example:
        >>> guarded("=1+1"), guarded("Rīga; =1+1"), guarded("'s")
        ("'=1+1", "Rīga; '=1+1", "''s")
    """
    return _FORMULA.sub(r"\1'", visible(words))
