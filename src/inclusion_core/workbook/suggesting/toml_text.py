"""Texts and comments as TOML writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["can_stand", "commented", "quoted"]

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_HALF = re.compile("[\ud800-\udfff]")


def can_stand(text: str) -> bool:
    """Whether TOML can hold a text at all: half of a character it cannot.

    Example:
        >>> can_stand("Statuss"), can_stand(chr(0xD800))
        (True, False)
    """
    return _HALF.search(text) is None


def quoted(text: str) -> str:
    r"""A text between quotation marks, on one line whatever is in it.

    Example:
        >>> print(quoted('a "b"\n'))
        "a \"b\"\u000a"
    """
    escaped = _SPECIAL.sub(_escape, text)
    return f'"{escaped}"'


def commented(lines: Iterable[str]) -> Iterator[str]:
    """Lines that are not to be read; an empty one stays."""
    return (f"# {line}" if line else line for line in lines)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{ord(sign):04x}"
