"""What a number in digits may mean: in Latvian and in English thousands and decimals differ."""

from __future__ import annotations

import re
from decimal import Decimal

from inclusion_core.texts import Language

__all__ = ["NUMBER", "readings"]

SPACES = " \u00a0\u2009\u202f"
NUMBER = (
    rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:(?:,\d{3})+(?!\d)\.\d+|(?:\.\d{3})+(?!\d),\d+|(?:[.,']\d{3})+(?![\d]))"
    r"|\d+(?:[.,]\d+)?"
)
"""A number in digits, in the form of either language."""

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_MIXED = re.compile(r"[\d.,]*([.,])[\d.,]*(?!\1)[.,]\d+")


def readings(written: str, language: Language) -> tuple[Decimal, ...]:
    """The values that digits may mean; a text may mix the forms of both languages.

    Example:
        >>> readings("12 345", Language.LV), readings("12,345", Language.EN)
        ((Decimal('12345'),), (Decimal('12345'),))
        >>> readings("12,345", Language.LV)
        (Decimal('12.345'), Decimal('12345'))
    """
    digits = re.sub(rf"[{SPACES}']", "", written)
    if digits.isdigit():
        return (Decimal(digits),)
    if _MIXED.fullmatch(digits):
        whole, fraction = re.split(r"[.,](?=\d*$)", digits)
        return (Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}"),)
    grouped, decimal = re.sub("[.,]", "", digits), digits.replace(",", ".")
    if not _GROUPED.fullmatch(digits):
        return (Decimal(decimal),)
    if digits.count(".") + digits.count(",") > 1 or (language is Language.EN and "," in digits):
        return (Decimal(grouped),)
    return (Decimal(decimal), Decimal(grouped))
