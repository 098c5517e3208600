"""The sentence that tells a record: as short as may be, and not yet spelled."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import TypeAlias

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import RecordType
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import references
from inclusion_core.testing.stories.book import Book
from inclusion_core.testing.stories.keyed import Key
from inclusion_core.testing.stories.references import MADE_UP
from inclusion_core.testing.stories.said import unsaid, written
from inclusion_core.testing.stories.sentences import SENTENCES, Sentence

__all__ = ["Call", "Caller"]

Texts: TypeAlias = Mapping[str, str | int]
OFFERED = MADE_UP | {"programme"}
MANY = 20
"""Of so many records none goes without saying."""


@attrs.frozen(kw_only=True)
class Call:
    """A sentence: what it is about, its verb, and what it says.

    Attributes:
        key: The record that it tells.
        about: The record that it is about; ``None`` for the story itself.
        verb: The method.
        first: What is said first, without a name.
        words: What is said by name.
    """

    key: Key
    about: Key | None
    verb: str
    first: tuple[str | int | type[Record], ...]
    words: Mapping[str, str | int]


@attrs.define
class Caller:
    """Finds a sentence for one record after the other.

    Attributes:
        book: What is told so far.
    """

    book: Book

    def call(self, record: Record) -> Call:
        """The shortest sentence that tells a record, after those before it."""
        there = self.book.schema.type_of(record)
        named = {field.name: getattr(record, field.name) for field, _ in references(there)}
        said = self._values(there, record)
        call = self._sentence(there, said, named) or self._plain(there, said, named)
        self.book.tell(there.name, {**said, "id": record.id, **named})
        return attrs.evolve(call, key=(there.name, record.id))

    def _values(self, there: RecordType, record: Record) -> dict[str, str | int]:
        """What has to be said besides what it names, by field."""
        said = {
            field.name: written(field, getattr(record, field.name))
            for field in there.recorded_fields
            if field.name != "id"
            and field.reference is None
            and getattr(record, field.name) != unsaid(field, record.id, self.book.on)
        }
        numbered = self.book.next_id(there.name, said) == record.id
        return said if numbered else {"id": record.id, **said}

    def _sentence(self, there: RecordType, said: Texts, named: Mapping[str, str]) -> Call | None:
        """By the sentence of its type; ``None`` where that cannot say all of it."""
        sentence = SENTENCES.get(there.name)
        if sentence is None:
            return None
        owner = next(
            (field.name for field, each in references(there) if each.to == sentence.owner), ""
        )
        about = (sentence.owner, named[owner]) if owner else None
        if about is not None and self.book.pages.record(about) is None:
            return None
        asked = {name: key for name, key in named.items() if sentence.asks_for(name)}
        links = {**self._to_say(there, said, named, about), **asked}
        words = {name: sentence.word(name) for name in (*said, *links)}
        told = all(self._is_told(there, name, key) for name, key in links.items())
        if owner in links or not told or None in words.values():
            return None
        return _spoken(
            sentence, about, {str(words[name]): {**said, **links}[name] for name in words}
        )

    def _plain(self, there: RecordType, said: Texts, named: Mapping[str, str]) -> Call:
        """By ``add``, to a record of somebody's life where there is one; any id may be named."""
        about = next(
            (
                (reference.to, named[field.name])
                for field, reference in references(there)
                if reference.to in SENTENCES
                and reference.to not in OFFERED
                and self._is_told(there, field.name, named[field.name])
            ),
            None,
        )
        links = {
            name.removesuffix("_id") if self._is_told(there, name, key) else name: key
            for name, key in self._to_say(there, said, named, about).items()
        }
        added = there.name if there.name in SCHEMA.record_types else there.record_class
        return Call(
            key=(there.name, ""), about=about, verb="add", first=(added,), words={**said, **links}
        )

    def _to_say(
        self, there: RecordType, said: Texts, named: Mapping[str, str], about: Key | None
    ) -> Mapping[str, str]:
        """What a record names, without what goes without saying."""
        kept = dict(named)
        for field, reference in references(there):
            fewer = {name: key for name, key in kept.items() if name != field.name}
            near = about is not None and reference.to == about[0]
            few = near or len(list(self.book.pages.records(reference.to))) <= MANY
            if few and self._drafted(there, {**said, **fewer}, about, named):
                kept = fewer
        return kept

    def _drafted(
        self, there: RecordType, said: Texts, about: Key | None, named: Mapping[str, str]
    ) -> bool:
        """Whether what is said would name the same."""
        try:
            draft = self.book.drafted(there.name, said, about)
        except InclusionError:
            return False
        return all(getattr(draft, name) == key for name, key in named.items())

    def _is_told(self, there: RecordType, field: str, key: str) -> bool:
        reference = there.field(field).reference
        return reference is not None and self.book.pages.record((reference.to, key)) is not None


def _spoken(sentence: Sentence, about: Key | None, words: Texts) -> Call:
    """The sentence, with what may come first without a name."""
    unnamed = tuple(takewhile(words.__contains__, sentence.said_first))
    return Call(
        key=("", ""),
        about=about,
        verb=sentence.verb,
        first=tuple(words[word] for word in unnamed),
        words={word: said for word, said in words.items() if word not in unnamed},
    )
