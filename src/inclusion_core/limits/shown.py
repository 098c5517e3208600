"""A support window as a piece of HTML for a notebook."""

from __future__ import annotations

from inclusion_core.limits.days import WindowDays
from inclusion_core.limits.sentences import sentences
from inclusion_core.limits.written import ENDS, HEADING, LAST_DAY, SOURCE, span_text
from inclusion_core.pages.elements import element, on_lines, words
from inclusion_core.pages.fragment import LEFT, Fragment, plain_table
from inclusion_core.texts import Language, LanguageCode

__all__ = ["as_fragment"]


def as_fragment(window: WindowDays, language: LanguageCode) -> Fragment:
    """Until when and why, and a table of all that can end it."""
    limit = window.limit
    heading = HEADING.filled(
        support=limit.support.says, participation=window.standing.participation.id
    )
    ends = (
        (each.end.says.in_(language), span_text(each.day), each.end.source.citation(language))
        for each in window.ends
    )
    parts = (
        element("p", element("b", words(heading.in_(language)))),
        *(element("p", words(each)) for each in sentences(window, language)),
        plain_table(
            limit.says.in_(language),
            [each.in_(language) for each in (ENDS, LAST_DAY, SOURCE)],
            ends,
        ),
    )
    return Fragment(element("div", on_lines(*parts), lang=Language(language).value, style=LEFT))
