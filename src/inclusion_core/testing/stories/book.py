"""The book of a story: takes each sentence, fills in what it leaves open, and writes it down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from typing import Any, TypeAlias

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.lives.belonging import references
from inclusion_core.model.versions import Act
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.keyed import Key, Keyed, Named, key_of
from inclusion_core.testing.stories.pages import Pages, said_of
from inclusion_core.testing.stories.references import Around, Maker, References
from inclusion_core.testing.stories.said import meant, unsaid
from inclusion_core.testing.stories.schemas import schema_for

__all__ = ["Book", "Values"]

Values: TypeAlias = Mapping[str, object]
"""What is said of a record: by field, or by link (``client`` for ``client_id``)."""


@attrs.define(eq=False)
class Book:
    """Writes down what is told.

    Attributes:
        schema: The record types that may be told; a class that is not there is put in.
        on: The day on which it is written.
        programmes: Ids of programmes in the catalogue that are there from the beginning.
        handles: What stands for a record of a type in sentences; by record type.
        pages: What is written.
    """

    schema: Schema
    on: date
    programmes: tuple[str, ...] = ()
    handles: Mapping[str, Callable[[Book, Key], Any]] = attrs.field(factory=dict)
    pages: Pages = attrs.field(factory=Pages)

    def type_of(self, record_type: str | type[Record]) -> RecordType:
        """The record type of that name, or of that class.

        Raises:
            UnknownNameError: There is none; near names are listed.
            StoryError: It is worked out, and so never told.
        """
        if isinstance(record_type, type):
            self.schema = schema_for([record_type], self.schema)
            record_type = type_name(record_type)
        found = self.schema[record_type]
        if found.derived:
            raise StoryError(found.name, "it is worked out of other records", "leave it out")
        return found

    def begin(self) -> None:
        """Write the programmes that are there from the beginning, unless that is done."""
        while self.programmes:
            self.tell("programme", {"declared_as": self.programmes[0]})
            self.programmes = self.programmes[1:]

    def tell(
        self,
        record_type: str | type[Record],
        said: Values,
        about: Key | None = None,
    ) -> Key:
        """Write down a new record, and give its key.

        Args:
            record_type: Its type.
            said: What is said of it.
            about: The record that the sentence is about.
        """
        there = self.type_of(record_type)
        if self.programmes and "programme" in self._above(there.name):
            self.begin()
        near = self._references(self._made_up).around([about] if about else [])
        return self._tell(there, said, near)

    def drafted(self, record_type: str, said: Values, about: Key | None = None) -> Record:
        """The record that would be written, where nothing has to be made up for it.

        Raises:
            StoryError: Something would have to be.
        """
        references_ = self._references(None)
        near = references_.around([about] if about else [])
        return self._record(self.type_of(record_type), said, near, references_)

    def write(self, act: Act, key: Key, said: Values, on: date, why: str = "") -> None:
        """Write a version of a record that says otherwise.

        Raises:
            StoryError: A change would move what is settled once.
        """
        there = self.type_of(key[0])
        values = self._changed(there, key, said)
        settled = [name for name in values if there.field(name).frozen]
        if act is Act.CHANGED and settled:
            raise StoryError(
                f"{said_of(key)}, {settled[0]}",
                "it is settled once, and no change moves it",
                "correct it: story.corrected(...)",
            )
        self.pages.write(key, _otherwise(self.pages.last(key).record, values), act, on, why)

    def go_on(self, key: Key, said: Values) -> None:
        """Write what has happened to a record since; on one day in one version."""
        last = self.pages.last(key)
        if last.act.removes or last.recorded_on != self.on:
            self.write(Act.CHANGED, key, said, self.on)
        else:
            values = self._changed(self.type_of(key[0]), key, said)
            self.pages.rewrite(key, _otherwise(last.record, values))

    def remove(self, act: Act, key: Key, on: date, why: str = "") -> None:
        """Write that a record is taken back or erased."""
        self.pages.write(key, None, act, on, why)

    def key(self, record_type: str, named: Named, about: str) -> Key:
        """The key of a record that is named.

        Raises:
            StoryError: It is of another type.
            UnknownNameError: Nothing is told of a record with that id; near ones are listed.
        """
        if isinstance(named, str):
            told = [record.id for record in self.pages.records(record_type)]
            if named not in told:
                raise UnknownNameError(f"{record_type} of {about}", named, told)
            return record_type, named
        key = key_of(named)
        if key[0] != record_type:
            problem = f"a {key[0]} stands where a {record_type} is meant"
            raise StoryError(about, problem, f"give a {record_type}")
        return key

    def next_id(self, record_type: str, said: Values) -> str:
        """The id of a record that is not named: ``client-2``; of a programme, ``sif.mentoring``."""
        name = record_type.replace("_", "-")
        if record_type == "programme" and not self.pages.known((record_type, _declared(said))):
            return _declared(said)
        first = len(list(self.pages.records(record_type))) + 1
        numbered = (f"{name}-{number}" for number in count(first))
        return next(each for each in numbered if not self.pages.known((record_type, each)))

    def _above(self, record_type: str) -> set[str]:
        """The record types that a type names, and those that these name."""
        found: set[str] = set()
        waiting = [record_type]
        while waiting:
            named = {reference.to for _, reference in references(self.schema[waiting.pop()])}
            waiting += named - found
            found |= named
        return found

    def _references(self, make: Maker | None) -> References:
        return References(self.schema, self.pages, make)

    def _made_up(self, record_type: str, near: Around) -> str:
        return self._tell(self.schema[record_type], {}, near)[1]

    def _tell(self, there: RecordType, said: Values, near: Around) -> Key:
        record = self._record(there, said, near, self._references(self._made_up))
        key = there.name, record.id
        if self.pages.known(key):
            raise StoryError(said_of(key), "it is told already", "give it another name")
        self.pages.write(key, record, Act.RECORDED, self.on)
        return key

    def _record(self, there: RecordType, said: Values, near: Around, filling: References) -> Record:
        given = str(said.get("id", "")) or self.next_id(there.name, said)
        about = said_of((there.name, given))
        values = self._meant(there, {**said, "id": given}, about)
        named = {field.name for field, _ in references(there)}
        keys = {name: str(values[name]) for name in named & values.keys()}
        rest = {name: value for name, value in values.items() if name not in named}
        for field in there.recorded_fields:
            if field.required and field.name not in values and field.name not in named:
                rest[field.name] = _unsaid_or_refused(field, given, self.on, about)
        filled = filling.filled(there, keys, near, about)
        record: Record = there.record_class(**rest, **filled)
        return record

    def _changed(self, there: RecordType, key: Key, said: Values) -> dict[str, object]:
        values = self._meant(there, said, said_of(key))
        if "id" in values:
            raise StoryError(said_of(key), "its id stays what it is", "tell another record")
        return values

    def _meant(self, there: RecordType, said: Values, about: str) -> dict[str, object]:
        """The values of fields; a link stands for the field behind it."""
        return dict(self._said(there, name, value, about) for name, value in said.items())

    def _said(self, there: RecordType, name: str, value: object, about: str) -> tuple[str, object]:
        link = there.links.get(name)
        if link is not None and not link.many:
            return link.field, self.key(link.to, _named(value, about), about)[1]
        field = there.field(name)
        if field.derived is not None:
            raise StoryError(f"{about}, {name}", "it is worked out", "leave it out")
        if field.reference is not None and not isinstance(value, str):
            return name, self.key(field.reference.to, _named(value, about), about)[1]
        return name, meant(field, value, about)


def _otherwise(record: Record | None, values: Mapping[str, object]) -> Record | None:
    """The record with other values; nothing where there is none."""
    changed: Any = record
    return None if changed is None else attrs.evolve(changed, **values)


def _declared(said: Values) -> str:
    return str(said.get("declared_as", "programme"))


def _named(value: object, about: str) -> Named:
    if isinstance(value, str | Record | Keyed):
        return value
    raise StoryError(about, "a record is meant", "give a record, or the id of one that is told")


def _unsaid_or_refused(field: Field, key: str, on: date, about: str) -> object:
    value = unsaid(field, key, on)
    if value is None:
        problem = "it is not said, and every record must say it"
        raise StoryError(f"{about}, {field.name}", problem, f"write {field.name}=...")
    return value
