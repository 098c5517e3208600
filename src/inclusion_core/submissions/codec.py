"""Values of a submission as JSON and back: read off their classes, strictly.

Fields stand in the order of the classes. A figure is ``{"count": 39}`` or ``{"decimal": "4.5"}``,
a text ``{"lv": ..., "en": ...}`` with the words as people read them, a day as ISO 8601 has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs

from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.reports.formats.json_values import (
    Fault,
    JsonValue,
    ReportFileError,
    document,
)
from inclusion_core.submissions.errors import SubmissionFileError
from inclusion_core.texts import Language, Text

__all__ = ["Beside", "read_json", "written_json"]

ValueT = TypeVar("ValueT")

Beside: TypeAlias = tuple[tuple[str, str | int], ...]
"""Names and values that stand before the fields of a value."""

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_YES_OR_NO = re.compile("yes|no")
_NUMBER = {int, Decimal}


def written_json(value: object, *, beside: Beside = ()) -> bytes:
    """A value as JSON in UTF-8: two spaces to a step, a line break at the end.

    Args:
        value: One that is made of frozen classes, tuples, texts, days and numbers.
        beside: Words and numbers that stand before its fields.
    """
    whole = {**dict(beside), **cast("dict[str, object]", _plain(value))}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode(
        errors="backslashreplace"
    )


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case bool():
            return "yes" if value else "no"
        case None | str() | int():
            return value
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case Text():
            return {language.value: value.in_(language) for language in Language}
        case tuple():
            return [_plain(each) for each in cast("tuple[object, ...]", value)]
        case _:
            return _fields(value)


def _fields(value: Any) -> dict[str, object]:
    hints = get_type_hints(type(value))
    return {
        name: _amount(getattr(value, name)) if _is_amount(hint) else _plain(getattr(value, name))
        for name, hint in _of(type(value), hints)
    }


def _of(cls: type[Any], hints: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(field.name, hints[field.name]) for field in attrs.fields(cls) if field.init]


def _is_amount(hint: object) -> bool:
    return set(get_args(hint)) - {NoneType} == _NUMBER


def _amount(value: int | Decimal | None) -> object:
    if value is None:
        return None
    return {"count": value} if isinstance(value, int) else {"decimal": _plain(value)}


# Back.


def read_json(data: bytes, cls: type[ValueT], name: str, *, beside: Beside = ()) -> ValueT:
    """The value as it was when it was written.

    Args:
        data: The bytes.
        cls: Its class.
        name: What the file is called.
        beside: What must stand before its fields.

    Raises:
        SubmissionFileError: Something is missing, is too much or has another form.
    """
    faults: list[Fault] = []
    try:
        place = document(data, faults)
        value = _read_fields(place, cls, beside)
    except ReportFileError as error:
        raise SubmissionFileError(name, "; ".join(map(str, error.faults))) from None
    if faults:
        raise SubmissionFileError(name, "; ".join(map(str, faults[:5])))
    return cast("ValueT", value)


def _read_fields(place: JsonValue, cls: type[Any], beside: Beside = ()) -> Any:
    own = _of(cls, get_type_hints(cls))
    names = [name for name, _ in own]
    first = place.fields(*(name for name, _ in beside), *names)
    for field, (_, expected) in zip(first, beside, strict=False):
        field.exactly(expected)
    held = first[len(beside) :]
    values = {name: _read(field, hint) for (name, hint), field in zip(own, held, strict=True)}
    if cls is Period:
        return _period(place, **values)
    return cls(**values)


def _period(place: JsonValue, first_day: date, last_day: date | None) -> Period:
    try:
        return Period(first_day, last_day)
    except BackwardsPeriodError:
        place.fault("the last day lies before the first")
        return Period(first_day)


def _read(place: JsonValue, hint: Any) -> Any:
    if _is_amount(hint):
        return _read_amount(place)
    if get_origin(hint) in (Union, UnionType):
        inner = next(each for each in get_args(hint) if each is not NoneType)
        return _read(place, inner) if place.given else None
    if get_origin(hint) is tuple:
        return _read_tuple(place, get_args(hint))
    simple = _SIMPLE.get(hint)
    if simple is not None:
        return simple(place)
    if issubclass(hint, Enum):
        return place.member(hint)
    return _read_fields(place, hint)


def _read_tuple(place: JsonValue, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    items = place.items()
    if kinds[1:] == (Ellipsis,):
        return tuple(_read(item, kinds[0]) for item in items)
    if len(items) != len(kinds):
        place.fault(f"write a list of {len(kinds)}")
        return tuple(None for _ in kinds)
    return tuple(_read(item, kind) for item, kind in zip(items, kinds, strict=True))


def _read_amount(place: JsonValue) -> int | Decimal | None:
    if not place.given:
        return None
    if "decimal" in place.names:
        (value,) = place.fields("decimal")
        return _decimal(value)
    (value,) = place.fields("count")
    return value.number()


def _decimal(place: JsonValue) -> Decimal:
    return Decimal(place.words_like(_DECIMAL, 'write a number in quotation marks, "45.5"') or 0)


def _text(place: JsonValue) -> Text:
    lv, en = (_doubled(field.words()) for field in place.fields("lv", "en"))
    return Text(lv=lv, en=en, filled_in=True)


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _truth(place: JsonValue) -> bool:
    return place.words_like(_YES_OR_NO, "write yes or no") == "yes"


_SIMPLE: dict[Any, Callable[[JsonValue], Any]] = {
    str: JsonValue.words,
    int: JsonValue.number,
    bool: _truth,
    date: JsonValue.day,
    Decimal: _decimal,
    Text: _text,
}
