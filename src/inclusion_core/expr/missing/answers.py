"""The answers that are tried for an open fact: those somebody can give, and how it turns out."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

import attrs

from inclusion_core.expr.missing.asked import Asked
from inclusion_core.expr.missing.code_answers import codes_to_try
from inclusion_core.expr.missing.day_answers import DayAnswers, Stretch
from inclusion_core.expr.missing.number_answers import numbers_to_try
from inclusion_core.expr.missing.open_fact import Kind, OpenFact
from inclusion_core.expr.missing.sightings import Sightings
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, NEVER, PartialDay

__all__ = ["Answer", "Answers"]

ONE_DAY = timedelta(days=1)


class NothingMore(Enum):
    """The type of :data:`NOTHING_MORE`."""

    NOTHING_MORE = "nothing_more"


NOTHING_MORE = NothingMore.NOTHING_MORE
"""What a list answers: no other record comes."""


@attrs.frozen
class Answer:
    """One answer, which may stand for several that come to the same.

    Attributes:
        value: What is recorded then.
        stands_for: For how many.
    """

    value: object = attrs.field(repr=False)
    stands_for: int = 1


class Answers:
    """The answers to the open facts of a condition.

    Args:
        asked: What is asked.
        seen: What was seen in it.
    """

    def __init__(self, asked: Asked, seen: Sightings) -> None:
        self._asked = asked
        self._seen = seen
        self._days = DayAnswers(asked.condition, seen, self._stretch)
        self._found: dict[tuple[OpenFact, bool], tuple[Answer, ...]] = {}

    def given(self, fact: OpenFact) -> tuple[Answer, ...]:
        """What may be answered today: that there is no such day means none so far."""
        return self._of(fact, final=False)

    def final(self, fact: OpenFact) -> tuple[Answer, ...]:
        """How it may turn out in the end: a day comes, or never does."""
        return self._of(fact, final=True)

    def _of(self, fact: OpenFact, *, final: bool) -> tuple[Answer, ...]:
        if (fact, final) not in self._found:
            self._found[fact, final] = self._made(fact, final=final)
        return self._found[fact, final]

    def _made(self, fact: OpenFact, *, final: bool) -> tuple[Answer, ...]:
        if fact.place.awaited:
            return (Answer(NOTHING_MORE),)
        field = self._field(fact)
        if field.kind is FieldKind.DAY:
            days = tuple(Answer(day) for day in self._days.days(fact))
            return days if self._in_part(fact) else (*days, *_no_day(fact, field, final=final))
        if field.kind is FieldKind.NUMBER:
            tried = numbers_to_try(field.bounds, self._asked.condition, self._seen)
            return tuple(Answer(number) for number in tried)
        tried_codes = codes_to_try(field, fact, self._asked.condition, self._seen)
        codes = tuple(
            Answer(code if field.enum is None else field.enum(code), stands_for)
            for code, stands_for in tried_codes.items()
        )
        return (*codes, Answer(ABSENT)) if field.may_be_absent else codes

    def _field(self, fact: OpenFact) -> Field:
        return self._asked.records.schema[fact.place.record_type].field(fact.place.field)

    def _in_part(self, fact: OpenFact) -> bool:
        return isinstance(self._asked.value(fact.place), PartialDay)

    def _stretch(self, fact: OpenFact) -> Stretch:
        """The days that an answer may be."""
        value = self._asked.value(fact.place)
        if isinstance(value, PartialDay):
            return value.earliest, value.latest
        if fact.kind is Kind.WAIT and self._asked.known_on is not None:
            return self._asked.known_on + ONE_DAY, LAST_DAY
        return FIRST_DAY, LAST_DAY


def _no_day(fact: OpenFact, field: Field, *, final: bool) -> tuple[Answer, ...]:
    if not field.may_be_absent:
        return ()
    return (Answer(NEVER if final or fact.kind is Kind.WAIT else ABSENT),)
