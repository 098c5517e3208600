"""A decision: the answer to a question about one participation, and what hangs on it."""

from __future__ import annotations

from enum import Enum

import attrs

from inclusion_core.fields import Record
from inclusion_core.rules.question import Question
from inclusion_core.texts import Text, lv
from inclusion_core.truth import Truth

__all__ = ["Decision", "Verdict"]


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


@attrs.frozen
class Decision:
    """The answer to a question about one participation, judged on a day.

    Attributes:
        question: The question.
    """

    question: Question

    @property
    def verdict(self) -> Verdict:
        """The answer."""
        return Verdict.of(self.question.truth)

    def what_if(self, *records: Record) -> Decision:
        """The decision as if some records were there, or were otherwise."""
        return Decision(self.question.supposing(*records))
