"""References in a text: numbers of acts, contracts and projects, hours, telephones."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.texts import Language

__all__ = ["reference"]

_FORMS = (
    r"(?<!\w)(?:№|[Nn]r\b\.?)\s?\d[\w./-]{0,40}",
    # 9.1.4.4./16/I/001
    r"(?<![\w.,])\w{0,20}\d[\w.]{0,20}(?:/[\w.-]{0,20}\w){1,6}",
    # 9.1.4.4, but not 1.234.567
    r"(?<![\w.,])(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d{1,4}(?:\.\d{1,4}){2,6}(?![\d,])",
    r"(?<!\w)\d{1,2}:\d{2}(?!\w)",
    r"(?<!\w)\+\d[\d ]{6,14}\d",
    # S-SIF-2018-4
    r"(?<!\w)(?=[A-Z0-9-]{0,40}\d)[A-Z][A-Z0-9]{0,20}(?:-[A-Z0-9]{1,20}){1,6}(?!\w)",
    # CO02, 3rd
    r"(?<!\w)(?=\w{0,40}\d)(?=\w{0,40}[^\W\d_])\w{1,40}",
)
_OF_LANGUAGE: Mapping[Language, str] = {
    # An ordinal, "2. ziņojums": after the end of a sentence stands a capital letter.
    Language.LV: r"(?<![\w.,])\d{1,4}\.(?=\s?[a-zāčēģīķļņšūž])",
    Language.EN: r"(?<!\w)No\.?\s\d[\w./-]{0,40}",
}


def reference(language: Language) -> str:
    """The pattern of what names something by digits, and counts nothing."""
    return "|".join((*_FORMS, _OF_LANGUAGE[language]))
