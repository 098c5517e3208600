"""What a column can be for, and how headings are matched with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

import attrs

from inclusion_core.fields import FieldKind
from inclusion_core.texts import Language
from inclusion_core.workbook.form import SheetForm, WorkbookForm
from inclusion_core.workbook.suggesting.likeness import Words, likeness, word_likeness, words_in
from inclusion_core.workbook.suggesting.usual_headings import (
    COUNTERS,
    DAY,
    MARKS,
    PERSONAL,
    SUBJECTS,
    USUAL,
)

__all__ = ["NUMBER", "SURE", "Aim", "Apart", "Likely", "Meaning", "Meanings", "subjects_of"]

SURE = 0.85
"""From this likeness on a heading is taken for what it is like."""

MAYBE = 0.6
SUBJECT_ALONE = 0.95

NUMBER = "number"
"""A field that holds the number of the record as its paper has it: it is told by the key."""

Likely: TypeAlias = "tuple[Meaning, float]"
"""What a heading may mean, and how like it is, up to 1."""

Phrase: TypeAlias = "tuple[Words, Meaning, float]"
"""The words of a phrase, what they mean, and how much they weigh."""


@attrs.frozen(order=True)
class Aim:
    """A field that a column may fill in; the key stands for the number of such a record."""

    record_type: str
    field: str

    def __str__(self) -> str:
        return f"{self.record_type}.{self.field}"


class Apart(Enum):
    """What a column is that fills in nothing."""

    PERSONAL = "personal"
    COUNTER = "counter"


Meaning: TypeAlias = Aim | Apart


@attrs.frozen
class Meanings:
    """What headings mean, for the records of a programme.

    Attributes:
        by_beginning: Phrases and what they mean, by the first letters of their words.
    """

    by_beginning: Mapping[str, tuple[Phrase, ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, form: WorkbookForm) -> Meanings:
        """All phrases for the records of a programme."""
        groups: dict[str, dict[Phrase, None]] = defaultdict(dict)
        for text, meaning, weight in _phrases(form):
            words = _words(text)
            for word in words:
                groups[word[:2]][words, meaning, weight] = None
        return cls({beginning: tuple(group) for beginning, group in groups.items()})

    def of_heading(self, heading: str) -> tuple[Likely, ...]:
        """What a heading may mean and how like it is, the likeliest first."""
        words = words_in(heading)
        best: dict[Meaning, float] = {}
        alike = lru_cache(maxsize=None)(word_likeness)  # forgotten with the heading
        near = (phrase for word in words for phrase in self.by_beginning.get(word[:2], ()))
        for phrase, meaning, weight in dict.fromkeys(near):
            score = likeness(words, phrase, alike) * weight
            if score >= MAYBE:
                best[meaning] = max(score, best.get(meaning, 0.0))
        apart = [meaning for meaning in best if isinstance(meaning, Apart)]
        for meaning in apart:
            if best[meaning] >= max(best.values()):  # what is personal in doubt stays out
                return ((meaning, best[meaning]),)
        return tuple(sorted(best.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=1 << 14)
def _words(phrase: str) -> Words:
    """The words of a phrase; never of a heading, which should not stay in memory."""
    return words_in(phrase)


def _phrases(form: WorkbookForm) -> Iterator[tuple[str, Meaning, float]]:
    yield from ((phrase, Apart.PERSONAL, 1) for phrase in PERSONAL)
    yield from ((phrase, Apart.COUNTER, 1) for phrase in COUNTERS)
    named = {
        field.reference.to
        for sheet in form
        for field in sheet.record_type.recorded_fields
        if field.reference is not None
    }
    for sheet in form:
        subjects = subjects_of(sheet)
        key = Aim(sheet.record_type.name, "id")
        own = tuple(_field_phrases(sheet))
        phrases = {_words(phrase) for phrase, _ in own}
        yield from ((phrase, key, 1) for phrase in USUAL.get(str(key), ()))
        yield from ((f"{subject} nr", key, 1) for subject in subjects)
        if key.record_type in named:
            alone = [subject for subject in subjects if _words(subject) not in phrases]
            yield from ((subject, key, SUBJECT_ALONE) for subject in alone)
        for phrase, aim in own:
            yield phrase, aim, 1
            yield from ((f"{subject} {phrase}", aim, 1) for subject in subjects)


def subjects_of(sheet: SheetForm) -> tuple[str, ...]:
    """What the records of a sheet are called."""
    titles = (sheet.title.in_(language) for language in Language)
    return (*titles, *SUBJECTS.get(sheet.record_type.name, ()))


def _field_phrases(sheet: SheetForm) -> Iterator[tuple[str, Aim]]:
    """What the fields of a record are called, apart from the numbers of records."""
    days: list[str] = []
    for column in sheet.columns:
        field = column.field
        aim = Aim(sheet.record_type.name, field.name)
        if field.kind in (FieldKind.KEY, FieldKind.REFERENCE) or field.name == NUMBER:
            continue
        yield from ((column.heading.in_(language), aim) for language in Language)
        yield from ((phrase, aim) for phrase in (_spaced(field.name), *USUAL.get(str(aim), ())))
        yield from ((mark, aim) for mark in MARKS.get(field.name, ()))
        if field.kind is FieldKind.DAY and field.name not in MARKS and not days:
            yield from ((mark, aim) for mark in DAY)
        if field.kind is FieldKind.DAY:
            days.append(field.name)


def _spaced(name: str) -> str:
    return name.replace("_", " ")
