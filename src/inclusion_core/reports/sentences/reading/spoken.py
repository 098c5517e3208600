"""Numbers that are written as words, up to the hundred thousands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from inclusion_core.texts import Language

__all__ = ["spoken"]

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000

# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_ENGLISH: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: tens * _TEN for tens, word in enumerate(_TENS, 2)},
    "hundred": _HUNDRED,
    "thousand": _THOUSAND,
}
_STEMS: Final = ("vien", "div", "tris", "cetr", "piec", "ses", "septin", "aston", "devin")
_ENDINGS: Final = "s|a|am|ai|i|as|u|us|iem|os|ju|jiem|jam|jos|jas|m"
_LATVIAN: Final = tuple(
    [(re.compile("nulle|nulles|nullei|nulli"), 0)]
    + [
        (re.compile(f"(?:{stem if value != 3 else 'tri'})(?:{_ENDINGS})"), value)
        for value, stem in enumerate(_STEMS, 1)
    ]
    + [(re.compile(f"{stem}padsmit"), _TEN + value) for value, stem in enumerate(_STEMS, 1)]
    + [(re.compile("desmit"), _TEN)]
    + [(re.compile(f"{stem}desmit"), value * _TEN) for value, stem in enumerate(_STEMS, 1)]
    + [(re.compile("simt(?:s|u|i|am|iem|us|os)?"), _HUNDRED)]
    + [(re.compile("tukstos|tukstot(?:is|i|iem|ius|ios)|tukstosi|tukstosu"), _THOUSAND)]
)


@cache
def _value(word: str, language: Language) -> int | None:
    """What one word means as a number; the word has small letters without marks over them."""
    if language is Language.EN:
        return _ENGLISH.get(word)
    return next((value for pattern, value in _LATVIAN if pattern.fullmatch(word)), None)


def spoken(words: Sequence[str], language: Language) -> tuple[int, int]:
    """The number that words begin with, and of how many words it is; ``(0, 0)`` for none.

    Args:
        words: In small letters, without marks over them.
        language: That of the words.

    Example:
        >>> spoken(["one", "hundred", "and", "forty", "six", "clients"], Language.EN)
        (146, 5)
        >>> spoken(["divpadsmit", "berni"], Language.LV)
        (12, 1)
    """
    whole = part = used = 0
    for place, word in enumerate(words):
        value = _value(word, language)
        if value is None:
            if word == "and" and part and part % _HUNDRED == 0:
                continue
            break
        if value == _THOUSAND and not whole:
            whole, part = (part or 1) * _THOUSAND, 0
        elif value == _HUNDRED and part < _TEN:
            part = (part or 1) * _HUNDRED
        elif value < _HUNDRED and _fits(part % _HUNDRED, value) and (value or not used):
            part += value
        else:
            break
        used = place + 1
    return (whole + part, used) if used else (0, 0)


def _fits(before: int, value: int) -> bool:
    """Whether a word goes on a number: nothing before it, or tens before units."""
    return before == 0 or (value < _TEN and before >= 2 * _TEN and before % _TEN == 0)
