"""What stands for one record of a story, whatever its type."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from inclusion_core.fields import Record
from inclusion_core.testing.stories.book import Book
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.keyed import Key
from inclusion_core.testing.stories.pages import said_of

__all__ = ["RecordStory"]

StoryT = TypeVar("StoryT", bound="RecordStory")


@attrs.frozen(repr=False)
class RecordStory:
    """Stands for a record of a story, to tell more of it.

    Attributes:
        key: Its type and id.
    """

    _book: Book
    key: Key

    @property
    def id(self) -> str:
        """Its id."""
        return self.key[1]

    @property
    def record(self) -> Record:
        """The record as it stands.

        Raises:
            StoryError: It was taken back or erased.
        """
        record = self._book.pages.last(self.key).record
        if record is None:
            raise StoryError(said_of(self.key), "it was taken back", "ask for it before")
        return record

    def add(self, record_type: str | type[Record], **said: Any) -> Any:
        """Tell a record that names this one, or what this one names.

        Args:
            record_type: Its type, or the class of a type that a plugin adds.
            said: Its fields; a link (``contract``) takes a record, what stands for it, or the id of
                one that is told, a reference (``contract_id``) any id.

        Raises:
            StoryError: A field cannot hold what is said, or a reference has to be said.
            UnknownNameError: There is no such type, field or code; near names are listed.
        """
        key = self._book.tell(record_type, said, self.key)
        return self._book.handles.get(key[0], RecordStory)(self._book, key)

    def _tells(self, story: type[StoryT], record_type: str, named: str, **said: object) -> StoryT:
        """Tell a record of one of the core's types."""
        return story(self._book, self._book.tell(record_type, {**said, "id": named}, self.key))

    def _goes_on(self, **said: object) -> None:
        """Tell what has happened since."""
        self._book.go_on(self.key, said)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"
