"""The words of a report as HTML."""

from __future__ import annotations

from inclusion_core.pages.elements import Html, words
from inclusion_core.reports.formats.wording import says
from inclusion_core.texts import Language, Text

__all__ = ["told"]


def told(text: Text, language: Language) -> Html:
    """The words of a text, on one line and escaped."""
    return words(says(text, language))
