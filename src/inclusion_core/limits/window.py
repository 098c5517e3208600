"""A support window: from when and until when one participant may be supported, and why."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.facts.cases import Standing
from inclusion_core.limits.days import EndDay, WindowDays, WindowState, reader_of
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.sentences import sentences
from inclusion_core.limits.shown import as_fragment
from inclusion_core.limits.written import as_json, as_markdown
from inclusion_core.pages.fragment import Fragment
from inclusion_core.texts import LanguageCode

__all__ = ["EndDay", "SupportWindow", "WindowState", "window_of"]


@attrs.frozen(kw_only=True, repr=False)
class SupportWindow(WindowDays):
    """From when and until when one participant may be supported, in days and in words.

    Whose it is, and its days, are for whoever asked; ``repr`` tells neither.
    """

    def explain(self, language: LanguageCode) -> str:
        """Until when and why, in the words of the limit's author and with sources.

        "Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 32.2). The
        plan is not fulfilled yet."
        """
        return " ".join(sentences(self, language))

    def as_markdown(self, language: LanguageCode) -> str:
        """The same as Markdown, with a table of all that can end it."""
        return as_markdown(self, language)

    def as_json(self, language: LanguageCode) -> str:
        """The same as a JSON document."""
        return as_json(self, language)

    def shown(self, language: LanguageCode) -> Fragment:
        """The same for a notebook, which by itself shows neither the days nor whose they are."""
        return as_fragment(self, language)


def window_of(limit: Limit, standing: Standing, on: date) -> SupportWindow:
    """The window that a limit opens for a participant, as things stand."""
    reader = reader_of(standing, on)
    record = standing.participation
    return SupportWindow(
        limit=limit,
        standing=standing,
        on=on,
        first=reader.day(limit.opens_on, record),
        last=reader.day(limit.closes_on, record),
        ends=tuple(EndDay(end=end, day=reader.day(end.day, record)) for end in limit.all_ends),
    )
