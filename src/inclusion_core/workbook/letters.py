"""How a spreadsheet names its columns."""

from __future__ import annotations

__all__ = ["index_of", "letters_of"]


def letters_of(index: int) -> str:
    """The letters of a column by its index, from 0.

    Example:
        >>> letters_of(2), letters_of(26), letters_of(16_383)
        ('C', 'AA', 'XFD')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def index_of(letters: str) -> int:
    """The index, from 0, of a column by its letters.

    Example:
        >>> index_of("C"), index_of("AA"), index_of("XFD")
        (2, 26, 16383)
    """
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
