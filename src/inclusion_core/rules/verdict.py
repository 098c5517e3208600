"""The verdict: yes, no, or undecided."""

from __future__ import annotations

from enum import Enum

from inclusion_core.texts import Text, lv
from inclusion_core.truth import Truth

__all__ = ["Verdict"]


class Verdict(Enum):
    """What a question about one participation comes to."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"
    """Something that could change the answer is not known, or not yet."""

    @classmethod
    def of(cls, truth: Truth) -> Verdict:
        """The verdict that a truth is."""
        return _VERDICTS[truth]

    @property
    def says(self) -> Text:
        """The word for it."""
        return _SAYS[self]


_SAYS = {
    Verdict.YES: lv("jā").en("yes"),
    Verdict.NO: lv("nē").en("no"),
    Verdict.UNDECIDED: lv("nav izlemts").en("undecided"),
}
_VERDICTS = {
    Truth.YES: Verdict.YES,
    Truth.NO: Verdict.NO,
    Truth.UNKNOWN: Verdict.UNDECIDED,
}
