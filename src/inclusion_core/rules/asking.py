"""What still has to be asked where a question is undecided, in lines a caseworker can act on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from inclusion_core.expr.missing.asked import Asked
from inclusion_core.expr.missing.open_fact import Kind, OpenFact
from inclusion_core.expr.missing.still_missing import Missing, what_is_missing
from inclusion_core.rules.question import Question
from inclusion_core.texts import Language, LanguageCode, Text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import Reason
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Open", "OpenQuestions", "open_questions"]

ASK = lv("Jautāt: {field} ({record}): {why}").en("Ask: {field} ({record}): {why}")
IN_PART = lv("zināms tikai daļēji").en("known in part only")
MAY_COME = lv("Jāgaida: {field} ({record}): vēl var pienākt").en(
    "Wait: {field} ({record}): may still come"
)
ONE_MORE = lv("Jāgaida: {awaited} ({record}): vēl var nākt klāt").en(
    "Wait: {awaited} ({record}): one more may still come"
)
CONTRADICT = lv("Labot: {awaited} ({record}): {why}").en("Correct: {awaited} ({record}): {why}")
NOT_THERE = lv("Labot: {record}: uz to norāda, bet ieraksta nav").en(
    "Correct: {record}: it is named, and is not there"
)
RECORD = lv("{type} {id}").en("{type} {id}")
DATED_RECORD = lv("{type} {id}, no {first_day:genitive}").en("{type} {id}, from {first_day}")

FIRST_DAYS = ("first_day", "entered_on", "drawn_up_on", "given_on", "arrived_on", "lodged_on")
"""Days by which records of one type are told apart, where they are known."""


@attrs.frozen(kw_only=True)
class Open:
    """One thing that is not known, or not yet, on which the answer may hang.

    Attributes:
        record_type: Of the record that holds it, or ought to.
        record_id: Its key.
        field: The field; the way to a list, ``protection_spells``; empty for a record that is
            named and not there.
        reason: Why it is not known; ``None`` where a part is known, or where it may still come.
        kind: What can be done about it.
        awaited: The record type of a list; empty for a field.
        first_day: Since when the record is; ``None`` where that is not known to the day.
    """

    record_type: str
    record_id: str
    field: str
    reason: Reason | None
    kind: Kind
    awaited: str = ""
    first_day: date | None = attrs.field(default=None, eq=False, repr=False)

    def in_(self, vocabulary: Vocabulary, language: LanguageCode = Language.EN) -> str:
        """What to do about it, on one line."""
        return self._text(vocabulary).in_(language)

    def _text(self, vocabulary: Vocabulary) -> Text:
        record = self._record(vocabulary)
        if not self.field:
            return NOT_THERE.filled(record=record)
        if self.awaited:
            awaited = vocabulary.type_text(self.awaited)
            if self.reason is None:
                return ONE_MORE.filled(awaited=awaited, record=record)
            why = vocabulary.code_text(self.reason)
            return CONTRADICT.filled(awaited=awaited, record=record, why=why)
        field = vocabulary.field_text(self.record_type, self.field)
        if self.kind is Kind.WAIT:
            return MAY_COME.filled(field=field, record=record)
        why = IN_PART if self.reason is None else vocabulary.code_text(self.reason)
        return ASK.filled(field=field, record=record, why=why)

    def _record(self, vocabulary: Vocabulary) -> Text:
        called = vocabulary.type_text(self.record_type)
        if self.first_day is None:
            return RECORD.filled(type=called, id=self.record_id)
        return DATED_RECORD.filled(type=called, id=self.record_id, first_day=self.first_day)

    def as_json(
        self, vocabulary: Vocabulary | None = None, language: LanguageCode = Language.EN
    ) -> dict[str, str | None]:
        """The same in JSON: names of types, fields and records, and no value.

        With a vocabulary, ``says`` is what to do about it, as :meth:`in_` tells it.
        """
        told = {} if vocabulary is None else {"says": self.in_(vocabulary, language)}
        return {
            "kind": self.kind.value,
            "record_type": self.record_type,
            "record_id": self.record_id,
            "field": self.field or None,
            "awaited": self.awaited or None,
            "reason": None if self.reason is None else self.reason.value,
            **told,
        }


@attrs.frozen(kw_only=True)
class OpenQuestions:
    """What still has to be asked, awaited or corrected; where the verdict is decided, nothing.

    Attributes:
        still_matters: Everything open whose answer can change the verdict, in the order in which
            the rules mention it.
        may_matter: What the search did not get to: it reads the rules so often, and no more.
        could_settle: Small sets some answers to which settle the verdict, whatever the rest.
        all_sets: Whether these are all such sets of up to three.
        in_order: What can be asked, the best question first.
        to_correct: What stands in the way in the records, where no answer changes the verdict.
        comes_to: The verdict, where it is the same whatever is answered; else unknown.
    """

    still_matters: tuple[Open, ...] = ()
    may_matter: tuple[Open, ...] = ()
    could_settle: tuple[tuple[Open, ...], ...] = ()
    all_sets: bool = True
    in_order: tuple[Open, ...] = ()
    to_correct: tuple[Open, ...] = ()
    comes_to: Truth = Truth.UNKNOWN
    settling: frozenset[Open] = attrs.field(default=frozenset(), repr=False)

    @property
    def ask_next(self) -> Open | None:
        """The best question: one that settles the verdict whatever the answer, before others."""
        return next(iter(self.in_order), None)

    def settles_whatever(self, asked: Open) -> bool:
        """Whether every answer to a question settles the verdict."""
        return asked in self.settling

    def as_json(
        self, vocabulary: Vocabulary | None = None, language: LanguageCode = Language.EN
    ) -> dict[str, object]:
        """The same in JSON; with a vocabulary, each with its words."""

        def listed(questions: Iterable[Open]) -> list[dict[str, str | None]]:
            return [each.as_json(vocabulary, language) for each in questions]

        return {
            "still_matters": listed(self.still_matters),
            "may_matter": listed(self.may_matter),
            "could_settle": [listed(some) for some in self.could_settle],
            "all_sets": self.all_sets,
            "in_order": [
                {
                    **each.as_json(vocabulary, language),
                    "settles_whatever": self.settles_whatever(each),
                }
                for each in self.in_order
            ],
            "ask_next": next(iter(listed(self.in_order[:1])), None),
            "to_correct": listed(self.to_correct),
            "comes_to": self.comes_to.value,
        }


def open_questions(question: Question) -> OpenQuestions:
    """What still has to be asked for an answer to a question."""
    asked = Asked(
        condition=question.node,
        record=question.standing.participation,
        records=question.standing.records,
        parameters=question.parameters,
        known_on=question.standing.known_on,
    )
    return _named(what_is_missing(asked), asked)


def _named(missing: Missing, asked: Asked) -> OpenQuestions:
    facts = {
        *missing.still_matters,
        *missing.may_matter,
        *missing.to_correct,
        *(fact for some in missing.could_settle for fact in some),
    }
    named = {fact: _open(fact, asked) for fact in facts}
    return OpenQuestions(
        still_matters=tuple(named[fact] for fact in missing.still_matters),
        may_matter=tuple(named[fact] for fact in missing.may_matter),
        could_settle=tuple(tuple(named[fact] for fact in some) for some in missing.could_settle),
        all_sets=missing.all_sets,
        in_order=tuple(named[fact] for fact in missing.in_order),
        to_correct=tuple(named[fact] for fact in missing.to_correct),
        comes_to=missing.comes_to,
        settling=frozenset(named[fact] for fact in missing.settling),
    )


def _open(fact: OpenFact, asked: Asked) -> Open:
    place = fact.place
    return Open(
        record_type=place.record_type,
        record_id=place.record_id,
        field=place.field,
        reason=fact.reason,
        kind=fact.kind,
        awaited=place.awaited,
        first_day=_first_day(fact, asked),
    )


def _first_day(fact: OpenFact, asked: Asked) -> date | None:
    """The day by which a record is told from others of its type, if it is known to the day."""
    record = asked.records.find(fact.place.record_type, fact.place.record_id)
    days = (getattr(record, name, None) for name in FIRST_DAYS)
    return next((day for day in days if isinstance(day, date)), None)
