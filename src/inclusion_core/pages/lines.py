r"""Words made fit for one line, and laid out over several: how wide they are, where they break.

What cannot be shown is shown by its number, as JSON writes it: ``\u202e``. That are characters
which act on a screen or a page (controls, marks that turn the direction of writing), which nobody
sees (a space of no width, a byte order mark), or which are none (half of one). Nothing is left out.
What letters need stays as it is: joiners, soft hyphens, marks of direction that turn nothing.
Words made fit once stay as they are when they are made fit again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

__all__ = ["encoded", "hanging", "harmless", "one_line", "padded", "visible", "width", "wrapped"]

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}]+")
_PLANES = range(0, 0x110000, 0x10000)
_NO_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
_UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u2028-\u202e\u2066-\u2069"  # breaks of lines, turns of the direction of writing
    "\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # not seen
    f"\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}"  # no characters
)
_TO_SHOW = re.compile(f"[{_UNSEEN}]")
_ACTING = re.compile(rf"(?!\A\ufeff)(?!\r\n)(?![\n\t])[{_UNSEEN}]")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})


def one_line(words: str) -> str:
    r"""The words on one line, without anything that would act on what stands around them.

    Line breaks and runs of spaces become one space; no-break spaces stay. What cannot be shown is
    made visible.

    Example:
        >>> one_line("  Rīga\n un  Vidzeme\x1b[2J ")
        'Rīga un Vidzeme\\u001b[2J'
    """
    return visible(_SPACES.sub(" ", words).strip(" "))


def visible(words: str) -> str:
    r"""The words with the number of each character that cannot be shown; line breaks are none.

    Example:
        >>> print(visible("a\u202eb\r\n"))
        a\u202eb\u000d\u000a
    """
    return _TO_SHOW.sub(_by_number, words)


def harmless(text: str) -> str:
    r"""Lines of text without what would act on a screen; tabs and line breaks stay.

    In a JSON document the numbers are escapes of its own, so that it says the same as before.

    Example:
        >>> print(harmless('{"a\\n": "\x9b2J"}\n'), end="")
        {"a\n": "\u009b2J"}
    """
    return _ACTING.sub(_by_number, text)


def _by_number(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def encoded(words: str) -> bytes:
    """The words in UTF-8; half a character, which has no bytes, is shown by its number."""
    return words.encode("utf-8", "backslashreplace")


def width(words: str) -> int:
    """How many columns of a terminal the words take.

    Example:
        >>> width("Rīga"), width("日本"), width("i\N{COMBINING MACRON}")
        (4, 4, 1)
    """
    return len(words) if words.isascii() else sum(map(_sign_width, words))


@lru_cache(maxsize=4096)
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
    room = columns
    for sign in word:
        takes = _sign_width(sign)
        if pieces[-1] and takes > room:
            pieces.append("")
            room = columns
        pieces[-1] += sign
        room -= takes
    return pieces


def hanging(first: str, words: str, columns: int) -> tuple[str, ...]:
    """The words over lines, of which the first begins so and the others stand behind it.

    Example:
        >>> hanging("- ", "Rīga un Vidzeme", 9)
        ('- Rīga un', '  Vidzeme')
    """
    lines = wrapped(words, columns - width(first))
    return (first + lines[0], *(" " * width(first) + line for line in lines[1:]))
