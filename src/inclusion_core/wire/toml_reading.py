"""TOML text, within bounds: what the standard reader takes too long over is refused before.

Brackets nested without end it does not come back from, and over a name of many parts it takes
a time that grows with the square of their number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

__all__ = ["EntangledError", "tables_in"]

MOST_PARTS = 32
"""So many parts may a dotted name have; a file of ours needs five."""

_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_NAME = re.compile(
    rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}", re.ASCII
)


class EntangledError(ValueError):
    """Brackets nested too deep, a name of too many parts, or a number of too many digits."""


def tables_in(data: bytes) -> Mapping[str, object]:
    """The tables of a TOML text in UTF-8, with or without a byte order mark.

    Raises:
        UnicodeDecodeError: It is not UTF-8.
        TOMLDecodeError: It is not TOML; the error says where, and may hold what stands there.
        EntangledError: It cannot be read in a time that befits its length.
    """
    text = data.decode("utf-8-sig")
    if _LONG_NAME.search(text):
        raise EntangledError
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        raise EntangledError from None
