"""How words are to look once they are written, said in another way than the library says it."""

from __future__ import annotations

import re
from unicodedata import category

__all__ = ["had_back", "is_seen", "numbered", "shown", "squeezed"]

NO_BREAK = "\xa0\u2007\u202f"
KEPT_FORMATS = frozenset(
    # Letters need them, or they are seen themselves: soft hyphen, signs of Arabic, Syriac, Kaithi,
    # Egyptian, shorthand and music, joiners, marks of direction that turn nothing.
    [
        *(0xAD, 0x61C, 0x6DD, 0x70F, 0x8E2, 0x180E, 0x110BD, 0x110CD),
        *range(0x600, 0x606),
        *range(0x890, 0x892),
        *range(0x200C, 0x2010),
        *range(0x13430, 0x13440),
        *range(0x1BCA0, 0x1BCA4),
        *range(0x1D173, 0x1D17B),
    ]
)


def is_seen(sign: str) -> bool:
    """Whether a character may stand in a text as it is."""
    number, kind = ord(sign), category(sign)
    if 0x2060 <= number <= 0x206F or 0xE0000 <= number <= 0xE007F:
        return False  # also what is not given to any character yet
    if kind in {"Cc", "Cs", "Zl", "Zp"}:
        return False
    if number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return False
    return kind != "Cf" or number in KEPT_FORMATS


def shown(words: str) -> str:
    """The words on one line, and the numbers of characters that cannot be shown."""
    spaced = "".join(" " if sign.isspace() and sign not in NO_BREAK else sign for sign in words)
    return numbered(" ".join(part for part in spaced.split(" ") if part))


def numbered(words: str) -> str:
    """The words with the numbers of characters that cannot be shown, line breaks too."""
    return "".join(sign if is_seen(sign) else _number(sign) for sign in words)


def _number(sign: str) -> str:
    number = ord(sign)
    if number < 0x10000:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def squeezed(words: str) -> str:
    """Without any space, for texts whose lines are broken somewhere."""
    return re.sub(r"\s", "", words)


def had_back(written: str) -> str:
    """The words of a cell of CSV, with one apostrophe taken off where words begin."""
    return re.sub(r"((?:\A|;)[\s\"\xad\u061c\u200c-\u200f]*)'", r"\1", written)
