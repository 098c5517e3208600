"""Words without case, marks over letters and endings, so that inflected words are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from inclusion_core.texts import Language

__all__ = ["folded", "stem"]

_ENDINGS: Mapping[Language, re.Pattern[str]] = {
    Language.LV: re.compile(
        r"(?<=\w{3})(?:ajiem|ajam|ajai|ajas|ajos|aja|iem|ies|ais|am|as|ai|em|es|ei|im|is|um|us|os|"
        r"ie|a|e|i|o|u|s|m)$"
    ),
    Language.EN: re.compile(r"(?<=\w{3})(?:ies|ing|es|ed|e|s|y)$"),
}


def folded(word: str) -> str:
    """A word in small letters, without marks over or under them.

    Example:
        >>> folded("Ģimenēm")
        'gimenem'
    """
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def stem(word: str, language: Language) -> str:
    """What is left of a folded word without its ending; short words stay whole.

    Example:
        >>> {stem(folded(word), Language.LV) for word in ("ģimene", "ģimenes", "ģimenēm")}
        {'gimen'}
        >>> {stem(folded(word), Language.EN) for word in ("family", "Families")}
        {'famil'}
    """
    return _ENDINGS[language].sub("", word)
