"""JSON text, strictly: what the standard reader lets pass is named or refused.

A number with a point or an exponent, ``NaN``, a number of a thousand digits and an object in which
a name stands twice become :class:`~inclusion_core.wire.problems.Refused` where they stand, so that
one of them costs a record and not the document. The whole text is refused where it is not UTF-8
(with or without a byte order mark), where its brackets are nested too deeply (counted before it
is parsed, in linear time), and where it is not JSON.
"""

from __future__ import annotations

import json
import re
from itertools import accumulate

from inclusion_core.wire.file_problems import NOT_JSON, NOT_UTF_8, TOO_DEEP
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import DUPLICATE_KEY, FLOAT, HUGE_NUMBER

__all__ = ["DEEPEST", "depth", "loaded"]

DEEPEST = 16
"""So deep may brackets be nested; a journal needs five."""

_LONGEST_INTEGER = 19  # 18 digits and a minus

_BESIDE_BRACKETS = re.compile(rb'[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+"?+', re.DOTALL)
"""What is no bracket; a text that is never closed reaches to the end. Never looks back."""

_BESIDE_MARKS = bytes(set(range(256)) - set(b'"[]{}'))

_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def loaded(data: bytes) -> object:
    """What a JSON text says, or ``Refused`` for all of it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Refused(NOT_UTF_8)
    if depth(data) > DEEPEST:
        return Refused(TOO_DEEP.filled(most=DEEPEST))
    try:
        return json.loads(
            text,
            parse_float=lambda _: Refused(FLOAT),
            parse_constant=lambda _: Refused(FLOAT),
            parse_int=_integer,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        return Refused(NOT_JSON.filled(line=error.lineno, column=error.colno))


def depth(data: bytes) -> int:
    """How deeply the brackets of a JSON text are nested, those inside its texts left aside.

    Example:
        >>> depth(b'[{"a": "[["}]')
        2
    """
    if b"\\" not in data:
        # No quotation mark is escaped: what lies between two of them is inside or outside, and
        # stays so when a pair without anything between is taken out.
        data = data.translate(None, _BESIDE_MARKS).replace(b'""', b"")
    brackets = _BESIDE_BRACKETS.sub(b"", data)
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0)


def _integer(digits: str) -> int | Refused:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else Refused(HUGE_NUMBER)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object] | Refused:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Refused(DUPLICATE_KEY)
