"""The words of a report in office programs: how long they are there, and where they are parted."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.reports.formats.wording import Explained, says
from inclusion_core.texts import Language

__all__ = ["cut", "in_parts", "label", "units"]

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def label(entry: Explained, language: Language) -> str:
    """A sign or a name, and what it means or what it is."""
    return f"{says(entry.sign, language)}: {says(entry.says, language)}"


def units(words: str) -> int:
    """How long office programs take the words to be: in units of UTF-16.

    Example:
        >>> units("Rīga"), units("😀")
        (4, 2)
    """
    return len(words) + sum(letter > "\uffff" for letter in words)


def in_parts(words: str, most: int) -> Iterator[str]:
    """The words in parts of at most so many units; no letter is taken apart.

    Example:
        >>> list(in_parts("😀😀a", 3))
        ['😀', '😀a']
    """
    first = length = 0
    for place, letter in enumerate(words):
        size = 1 + (letter > "\uffff")
        if length + size > most:
            yield words[first:place]
            first, length = place, 0
        length += size
    yield words[first:]


def cut(words: str, most: int) -> str:
    """The words, or their beginning and an ellipsis where they have more than so many units.

    Example:
        >>> cut("Rīga", 4), cut("Vidzeme", 4)
        ('Rīga', 'Vid…')
    """
    return words if units(words) <= most else f"{next(in_parts(words, most - 1))}{_ELLIPSIS}"
