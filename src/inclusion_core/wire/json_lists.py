"""The lists of a document, and how their items are had: all parsed, or a few at a time.

Where ``msgspec`` is installed, a document whose tag is plainly good is opened by it without its
items, and these are parsed when they are asked for. What it passes over in silence is held against
the text: an object in which a name stands twice has fewer names once it is parsed, and so fewer
colons when it is written again. Whatever else is not plainly good is left to the reference,
:func:`~inclusion_core.wire.json_text.loaded`, and so is every item of which a fault is to be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.wire.json_text import DEEPEST, depth, loaded
from inclusion_core.wire.problems import Refused

__all__ = ["LeftToReferenceError", "Listed", "Opened", "quickly_opened"]

_AROUND = 3  # brackets around an item: the document, its records, their list
_MARK = b"\xef\xbb\xbf"
_LATEST = 1_000_000
_COLONS_IN_DISGUISE = (b"\\u003a", b"\\u003A")


class LeftToReferenceError(InclusionError):
    """A document is not plainly good: the reference has to read all of it."""


@attrs.frozen
class Listed:
    """The items of a list that are all parsed."""

    items: Sequence[Any]

    def __len__(self) -> int:
        return len(self.items)

    def some(self, first: int, last: int) -> Sequence[Any]:
        """The items from one place to before another."""
        return self.items[first:last]

    def told(self, place: int) -> object:
        """One item as the reference parses it, with all that it refuses."""
        return self.items[place]


@attrs.frozen
class _Texts(Listed):
    """The items of a list as texts, parsed when they are asked for."""

    opened: Opened

    def some(self, first: int, last: int) -> Sequence[Any]:
        return self.opened.parsed(self.items[first:last])

    def told(self, place: int) -> object:
        text = bytes(self.items[place])
        told = loaded(text)
        if isinstance(told, Refused) or _AROUND + depth(text) > DEEPEST:
            raise LeftToReferenceError
        return told


@attrs.define(eq=False)
class Opened:
    """A document that is opened, and not yet parsed.

    Attributes:
        data: All of it.
        tag: What stands beside its records.
        records: The lists, by name.
        colons: How many were seen in what is parsed so far.
        items: How many of the items are parsed.
    """

    data: bytes
    tag: Mapping[str, object]
    records: Mapping[str, Listed] = attrs.field(factory=dict)
    colons: int = 0
    items: int = 0

    def parsed(self, texts: Sequence[Any]) -> Sequence[Any]:
        """Items from their texts.

        Raises:
            LeftToReferenceError: One is not JSON.
        """
        own = _msgspec()
        try:
            items = list(map(own.item, texts))
            self.colons += own.encode(items).count(b":")
        except Exception:  # noqa: BLE001  not JSON, or half a character: the reference says which
            raise LeftToReferenceError from None
        self.items += len(items)
        return items

    def check(self) -> None:
        """See, once all is parsed, that nothing was passed over.

        Raises:
            LeftToReferenceError: A name stands twice somewhere, or something was not looked at.
        """
        listed = sum(map(len, self.records.values()))
        if self.items != listed or self.colons != self.data.count(b":"):
            raise LeftToReferenceError


@attrs.frozen
class _Msgspec:
    """What is used of it: opening a document, parsing an item, writing it again."""

    opening: Callable[[bytes], Any]
    item: Callable[[Any], Any]
    encode: Callable[[object], bytes]


@cache
def _msgspec() -> _Msgspec:
    """Raises ``ImportError`` where it is not installed."""
    msgspec = import_module("msgspec")
    raw: Any = msgspec.Raw
    document = msgspec.defstruct(
        "Document",
        [
            ("schema", str),
            ("schema_version", int),
            ("records", dict[str, list[raw]]),
            ("type_versions", dict[str, int], {}),
        ],
        forbid_unknown_fields=True,
    )
    own = msgspec.json
    return _Msgspec(own.Decoder(document).decode, own.Decoder().decode, own.Encoder().encode)


def quickly_opened(data: bytes) -> Opened | None:
    """A document whose items are still to be parsed; ``None`` where the reference has to do it.

    Args:
        data: All of it.
    """
    if any(disguised in data for disguised in _COLONS_IN_DISGUISE):
        return None
    try:
        own = _msgspec()
        document = own.opening(data.removeprefix(_MARK))
    except Exception:  # noqa: BLE001  not installed, or not as it should be: either is left alone
        return None
    tag: dict[str, object] = {
        "schema": document.schema,
        "schema_version": document.schema_version,
        **({"type_versions": document.type_versions} if document.type_versions else {}),
    }
    if max(document.type_versions.values(), default=0) > _LATEST:
        return None
    opened = Opened(data, tag)
    opened.records = {name: _Texts(texts, opened) for name, texts in document.records.items()}
    parsed = {**tag, "records": dict.fromkeys(document.records, 0)}
    opened.colons = own.encode(parsed).count(b":")
    return opened
