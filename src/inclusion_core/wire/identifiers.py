"""Identifiers: opaque, short, safe in any file and on any screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from inclusion_core.wire.problems import RefusedError, refusal
from inclusion_core.wire.value_problems import NOT_A_TEXT, NOT_AN_ID, TELLING_ID

__all__ = ["all_identifiers", "identifier", "identifier_or_nobody", "shown"]

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}", re.ASCII)
_PERSONAL_CODE = re.compile(
    r"(?<!\d)\d{6}-\d{5}(?!\d)|(?<![A-Za-z0-9])\d{11}(?![A-Za-z0-9])", re.ASCII
)
"""Six digits, a hyphen that may be left out, five digits; without the hyphen they must stand alone,
so that a UUID is hardly ever taken for one."""


def identifier(value: object) -> str:
    """An id as it is written.

    Raises:
        RefusedError: It is none, or it looks like a Latvian personal code or an e-mail address.

    Example:
        >>> identifier("client/0042")
        'client/0042'
    """
    if type(value) is not str:
        raise refusal(value, NOT_A_TEXT)
    if "@" in value or _PERSONAL_CODE.search(value):
        raise RefusedError(TELLING_ID)
    if not _IDENTIFIER.fullmatch(value):
        raise RefusedError(NOT_AN_ID)
    return value


_IDENTIFIERS = re.compile(rf"{_IDENTIFIER.pattern}(?:\n{_IDENTIFIER.pattern})*+", re.ASCII)
_MANY_DIGITS = re.compile(r"\d{5}", re.ASCII)
"""Without these there is no personal code; they are quicker to look for."""


def all_identifiers(values: Sequence[Any]) -> bool:
    """Whether every one is an id, as :func:`identifier` says of each alone.

    Raises:
        TypeError: One is no text.

    Example:
        >>> all_identifiers(["client/0042", "client 43"])
        False
    """
    text = "\n".join(values)
    return (
        _IDENTIFIERS.fullmatch(text) is not None
        and text.count("\n") == len(values) - 1
        and not (_MANY_DIGITS.search(text) and _PERSONAL_CODE.search(text))
    )


def identifier_or_nobody(value: object) -> str:
    """An id, or nothing where nobody says who it was.

    Raises:
        RefusedError: It is neither.
    """
    return "" if value == "" else identifier(value)


def shown(value: object) -> str:
    """An id that may be shown; nothing in place of one that is none."""
    try:
        return identifier(value)
    except RefusedError:
        return ""
