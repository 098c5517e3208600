"""What is recorded, by its words: a kind of record, a code of its kind, or both.

``participation``, ``refugee status``, ``outcome: training``; in either language, or as in code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import attrs

from inclusion_core.cases.case_problems import AMBIGUOUS_WHAT, NO_WHAT, UNKNOWN_WHAT
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.texts import OR, Language, Text, listing, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.cells.lexicon import Lexicon, bare, lexicon_of

__all__ = ["Kinds", "What"]

CODED = lv("{type}: {code}").en("{type}: {code}")
MOST_NAMED = 5
BEGINNING = 4
"""So many letters make a beginning."""


@attrs.frozen
class What:
    """What a row records.

    Attributes:
        record_type: The name of its type.
        field: The field of which the words give the code; empty where they give the type alone.
        code: That code.
    """

    record_type: str
    field: str = ""
    code: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Kinds:
    """Finds kinds of records by their words.

    Attributes:
        schema: The record types that there are.
        vocabulary: What they are called.
        types: The types by their words.
        codes: Types with a code of their first field, by the words of the code.
    """

    schema: Schema
    vocabulary: Vocabulary
    types: Lexicon[What]
    codes: Lexicon[What]

    @classmethod
    def of(cls, schema: Schema, vocabulary: Vocabulary) -> Kinds:
        """The kinds of a schema."""
        recorded = [each for each in schema if not each.derived]
        names = [
            (name, What(each.name))
            for each in recorded
            for name in (*_words(vocabulary.type_text(each.name)), each.name)
        ]
        codes = [
            (name, What(each.name, field.name, str(code.value)))
            for each in recorded
            for field in _leading(each)
            for code in field.enum or ()
            for name in (*_words(vocabulary.code_text(code)), str(code.value))
        ]
        return cls(
            schema=schema,
            vocabulary=vocabulary,
            types=Lexicon.of(names),
            codes=Lexicon.of(codes),
        )

    def find(self, text: str) -> What | Problem:
        """What a text means, or why that cannot be told."""
        if not text:
            return NO_WHAT
        left, colon, right = text.partition(":")
        found = self.types.find(left)
        if not colon:
            found = found or self.codes.find(text)
        elif len(found) == 1:
            return self._coded(found[0], right)
        if len(found) == 1:
            return found[0]
        if found:
            return AMBIGUOUS_WHAT.filled(names=self._listed(found))
        near = (*self.types.near(left), *self.codes.near(text), *self._beginning_so(left))
        names = near or tuple(What(name) for name in ("participation", "protection_spell"))
        return UNKNOWN_WHAT.filled(names=self._listed(dict.fromkeys(names)))

    def _beginning_so(self, text: str) -> Iterator[What]:
        """What begins as a text does: who writes *refugee* may mean *refugee status*."""
        start = bare(text)[:BEGINNING]
        for lexicon in (self.types, self.codes):
            for words, found in lexicon.bare_words.items():
                if len(start) == BEGINNING and words.startswith(start):
                    yield from found

    def _coded(self, what: What, words: str) -> What | Problem:
        """A type with the code that stands after it."""
        for field in _leading(self.schema[what.record_type]):
            members = tuple(field.enum or ())
            match lexicon_of(self.vocabulary, members).find(words):
                case [member]:
                    return What(what.record_type, field.name, str(member.value))
                case _:
                    coded = (What(what.record_type, field.name, str(m.value)) for m in members)
                    return UNKNOWN_WHAT.filled(names=self._listed(dict.fromkeys(coded)))
        return UNKNOWN_WHAT.filled(names=self._listed({what: None}))

    def _listed(self, found: Mapping[What, None] | tuple[What, ...]) -> Text:
        return listing((self._called(each) for each in tuple(found)[:MOST_NAMED]), OR)

    def _called(self, what: What) -> Text:
        called = self.vocabulary.type_text(what.record_type)
        if not what.field:
            return called
        members: type[Enum] | None = self.schema[what.record_type].field(what.field).enum
        code = next(each for each in members or () if each.value == what.code)
        return CODED.filled(type=called, code=self.vocabulary.code_text(code))


def _leading(record_type: RecordType) -> Iterator[Field]:
    """The closed list of codes with which a record of the type begins; none where it has none."""
    own = (field for field in record_type.recorded_fields if field.name != "id")
    first = next((field for field in own if field.kind is not FieldKind.REFERENCE), None)
    if first is not None and first.enum is not None:
        yield first


def _words(text: Text) -> Iterator[str]:
    return (text.in_(language) for language in Language)
