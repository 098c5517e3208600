"""Words made fit for one line, and laid out over several: how wide they are, where they break."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

__all__ = ["encoded", "hanging", "one_line", "padded", "width", "wrapped"]

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}]+")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]+")
_NO_LETTERS = frozenset({"Cc", "Cs"})
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def one_line(words: str) -> str:
    r"""The words on one line, without anything that would act on what stands around them.

    Line breaks and runs of spaces become one space; no-break spaces stay. Marks that turn the
    direction of writing are left out, since one that is not closed turns what follows; the
    letters themselves run in their own direction. Control characters are replaced.

    Example:
        >>> one_line("  Rīga\n un  Vidzeme\x1b[2J ")
        'Rīga un Vidzeme�[2J'
    """
    spaced = _SPACES.sub(" ", _TURNS.sub("", words)).strip(" ")
    if spaced.isprintable():  # nearly always; the line below is slow
        return spaced
    return "".join(_REPLACEMENT if category(sign) in _NO_LETTERS else sign for sign in spaced)


def encoded(words: str) -> bytes:
    """The words in UTF-8; half a character, which has no bytes, becomes a question mark."""
    return words.encode("utf-8", "replace")


def width(words: str) -> int:
    """How many columns of a terminal the words take.

    Example:
        >>> width("Rīga"), width("日本"), width("i\N{COMBINING MACRON}")
        (4, 4, 1)
    """
    return len(words) if words.isascii() else sum(map(_sign_width, words))


def _sign_width(sign: str) -> int:
    if category(sign) in _WITHOUT_WIDTH:
        return 0
    return 2 if east_asian_width(sign) in {"W", "F"} else 1


def padded(words: str, columns: int, *, right: bool = False) -> str:
    """The words filled up with spaces to so many columns: to the left, or to the right."""
    spaces = " " * (columns - width(words))
    return spaces + words if right else words + spaces


def wrapped(words: str, columns: int) -> tuple[str, ...]:
    """The words over lines of at most so many columns; one empty line for no words.

    Breaks at spaces, never at a no-break space; a word that is too long is cut.

    Example:
        >>> wrapped("Ziemeļlatgale un Vidzeme", 14)
        ('Ziemeļlatgale', 'un Vidzeme')
    """
    lines = [""]
    for word in words.split(" "):
        for piece in _pieces(word, columns):
            if not lines[-1]:
                lines[-1] = piece
            elif width(lines[-1]) + 1 + width(piece) <= columns:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, columns: int) -> list[str]:
    if width(word) <= columns:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign) > columns:
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces


def hanging(first: str, words: str, columns: int) -> tuple[str, ...]:
    """The words over lines, of which the first begins so and the others stand behind it.

    Example:
        >>> hanging("- ", "Rīga un Vidzeme", 9)
        ('- Rīga un', '  Vidzeme')
    """
    lines = wrapped(words, columns - width(first))
    return (first + lines[0], *(" " * width(first) + line for line in lines[1:]))
