"""Days, months and years in a text: they are no figures."""

from __future__ import annotations

__all__ = ["DAY"]

_LATVIAN_MONTH = (
    r"(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)\w{1,3}"
)
_ENGLISH_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"

_FORMS = (
    r"\d{4}-\d{2}-\d{2}(?!\w)",
    r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}(?!\w)\.?",
    # 2018. gada 3. decembris; 2018.-2019. gadā
    r"(?:\d{4}\.?\s?[-\u2013]\s?)?\d{4}\.\s?g(?:ad\w{1,3}|\.)(?:\s+\d{1,2}\.\s?LATVIAN)?",
    r"\d{1,2}\.\s?LATVIAN",
    r"ORDINAL\s+(?:of\s+)?ENGLISH(?:,?\s+YEAR(?!\w))?",
    r"ENGLISH\s+\d{1,2}(?:st|nd|rd|th|(?=,?\s+YEAR(?!\w)))(?:,?\s+YEAR(?!\w))?",
    r"ENGLISH\s+YEAR(?![\w%])",
)


def _pattern(form: str) -> str:
    parts = {
        "LATVIAN": _LATVIAN_MONTH,
        "ENGLISH": _ENGLISH_MONTH,
        "ORDINAL": _ORDINAL,
        "YEAR": _YEAR,
    }
    for name, part in parts.items():
        form = form.replace(name, part)
    return rf"(?<![\w.,]){form}"


DAY = "|".join(map(_pattern, _FORMS))
"""A day, a month with its year, or a year that is called one, in the form of either language."""
