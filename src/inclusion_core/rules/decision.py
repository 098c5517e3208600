"""A decision: the answer to a question about one participation, and what hangs on it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import attrs

from inclusion_core.fields import Record
from inclusion_core.pages.fragment import Fragment
from inclusion_core.rules.asking import Open, OpenQuestions, open_questions
from inclusion_core.rules.changing import Change, change_days
from inclusion_core.rules.explanation import Explanation, explanation_of
from inclusion_core.rules.question import Question
from inclusion_core.rules.verdict import Verdict
from inclusion_core.rules.written import as_fragment, as_json, as_markdown, as_text
from inclusion_core.texts import LanguageCode
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["Decision"]


@attrs.frozen
class Decision:
    """The answer to a question about one participation, judged on a day.

    Only the verdict is worked out at once; reasons and open questions when they are asked for.

    Attributes:
        question: The question.
    """

    question: Question

    @property
    def verdict(self) -> Verdict:
        """The answer."""
        return Verdict.of(self.question.truth)

    # Why.

    @cached_property
    def explanation(self) -> Explanation:
        """Which clauses the verdict rests on, and what each of them rests on."""
        return explanation_of(self.question)

    def explain(self, language: LanguageCode, vocabulary: Vocabulary = WORDS) -> str:
        """The reasons as lines to read; they show what is recorded of the client.

        Args:
            language: Of the reader.
            vocabulary: What records and fields are called; that of a catalogue knows the words of
                plugins too.
        """
        return as_text(self.explanation, vocabulary, language)

    def as_markdown(self, language: LanguageCode, vocabulary: Vocabulary = WORDS) -> str:
        """The reasons as Markdown, for a file of the case."""
        return as_markdown(self.explanation, vocabulary, language)

    def as_json(self, language: LanguageCode, vocabulary: Vocabulary = WORDS) -> str:
        """The reasons as JSON, for another program."""
        return as_json(self.explanation, vocabulary, language)

    def shown(self, language: LanguageCode, vocabulary: Vocabulary = WORDS) -> Fragment:
        """The reasons for a notebook; by itself a decision shows nothing of the client there."""
        return as_fragment(self.explanation, vocabulary, language)

    # What is missing.

    @cached_property
    def open_questions(self) -> OpenQuestions:
        """What still has to be asked, awaited or corrected; nothing, where it is decided."""
        return open_questions(self.question)

    @property
    def still_matters(self) -> tuple[Open, ...]:
        """Everything that is not known and can change the verdict."""
        return self.open_questions.still_matters

    @property
    def could_settle(self) -> tuple[tuple[Open, ...], ...]:
        """Small sets some answers to which settle the verdict, whatever the rest."""
        return self.open_questions.could_settle

    @property
    def ask_next(self) -> Open | None:
        """The best question to ask: one that settles the verdict whatever the answer, if any."""
        return self.open_questions.ask_next

    # What would be.

    def what_if(self, *records: Record) -> Decision:
        """The decision as if some records were there, or were otherwise."""
        return Decision(self.question.supposing(*records))

    def changes(self, until: date) -> tuple[Change, ...]:
        """The verdict on the day of the question as things stand, and each day that changes it.

        Args:
            until: The last day looked at, inside.

        Raises:
            BackwardsPeriodError: It lies before the day of the question.
            ExpressionError: A rule compares the day with itself in a way that cannot be followed.
        """
        return change_days(self.question, self.question.on, until)
