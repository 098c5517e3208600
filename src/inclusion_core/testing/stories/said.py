"""What an author writes for a field, and the value that it means.

A day is written as ``2018-04-15``, as ``2018-04`` or ``2018`` where no more is known, or as
``2018-05-01..2018-06-01`` for a day between two; a code as its text, in which a hyphen or a space
may stand for an underscore. ``?`` is *not asked*, ``? refused`` another reason for not knowing,
``-`` absent. Values themselves will do as well. A free text or a code of a list kept elsewhere that
begins with one of these signs has an apostrophe put before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.values import (
    ABSENT,
    NOT_ASKED,
    Absent,
    Day,
    PartialDay,
    Reason,
    Unknown,
    day_text,
)
from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.value_forms import (
    code_list_form,
    day_form,
    decimal_text,
    decimal_value,
    number_form,
    text_value,
)

__all__ = ["DaySaid", "NumberSaid", "TextSaid", "meant", "unsaid", "written"]

DaySaid: TypeAlias = str | Day
"""A day, or a text that means one."""
TextSaid: TypeAlias = str | Absent | Unknown
"""A text or a code of a list kept elsewhere, or that there is none."""
NumberSaid: TypeAlias = int | str | Unknown
"""A whole number, or ``?``."""

_REASONS: Mapping[str, Unknown] = {
    "?": NOT_ASKED,
    **{f"? {reason.value}": Unknown(reason) for reason in Reason},
}
_QUOTE = "'"
_DAY_FORMS = {partial: day_form(may_be_partial=partial) for partial in (True, False)}


def meant(field: Field, said: object, about: str) -> object:
    """The value that an author means.

    Args:
        field: The field for which it is written.
        said: What is written.
        about: The record, for an error.

    Raises:
        StoryError: The field cannot hold it.
        UnknownNameError: A closed list has no such code; near names are listed.
    """
    value = _nothing_known(field, said, about)
    if value is ABSENT:
        return _if(field.may_be_absent, ABSENT, field, about, "be absent")
    if isinstance(value, Unknown):
        return _if(field.may_be_unknown, value, field, about, "be unknown")
    try:
        return _known(field, value, about)
    except RefusedError as refused:
        says, remedy = refused.problem.says.in_("en"), refused.problem.remedy.in_("en")
        raise StoryError(f"{about}, {field.name}", says, remedy) from None


def _if(may: bool, value: object, field: Field, about: str, what: str) -> object:
    if may:
        return value
    raise StoryError(f"{about}, {field.name}", f"it cannot {what}", "write what it is")


def _nothing_known(field: Field, said: object, about: str) -> object:
    """The value that an absent or unknown one means; anything else as it is."""
    if not isinstance(said, str):
        return said
    if said == "-":
        return ABSENT
    if said.startswith("?"):
        reason = f"? {_in_code(said[1:].strip())}".strip()
        if reason not in _REASONS:
            raise StoryError(
                f"{about}, {field.name}",
                "there is no such reason for not knowing",
                f"write one of: {', '.join(_REASONS)}",
            )
        return _REASONS[reason]
    return said


def _in_code(words: str) -> str:
    return words.lower().replace("-", "_").replace(" ", "_")


def _known(field: Field, value: object, about: str) -> object:
    match field.kind:
        case FieldKind.DAY:
            return _day(field, value)
        case FieldKind.CODE if field.enum is not None:
            return _code(field, field.enum, value, about)
        case FieldKind.CODE if field.code_list is not None:
            return code_list_form(field.code_list)(_unquoted(value))
        case FieldKind.NUMBER:
            return number_form(field.bounds)(value)
        case FieldKind.DECIMAL:
            return decimal_value(_decimal(value))
        case FieldKind.TEXT:
            return text_value(_unquoted(value))
        case _:
            return identifier(value)


def _day(field: Field, value: object) -> object:
    form = _DAY_FORMS[field.may_be_partial]
    if isinstance(value, date | PartialDay):
        return form(day_text(value))
    return form(value.replace("..", "/") if isinstance(value, str) else value)


def _code(field: Field, enum: type[Enum], value: object, about: str) -> Enum:
    if isinstance(value, enum):
        return value
    if enum is YesNo and isinstance(value, bool):
        return YesNo.YES if value else YesNo.NO
    if isinstance(value, str):
        exact = {str(member.value): member for member in enum}
        member = exact.get(value) or {_in_code(code): exact[code] for code in exact}.get(
            _in_code(value)
        )
        if member is not None:
            return member
        raise UnknownNameError(f"code of {about}, {field.name}", value, field.codes)
    raise StoryError(
        f"{about}, {field.name}", f"it is a {enum.__name__}", f"write one of {list(field.codes)}"
    )


def _decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return decimal_text(value)
    return str(value) if type(value) is int else value


def _unquoted(value: object) -> object:
    return value[1:] if isinstance(value, str) and value.startswith(_QUOTE) else value


def written(field: Field, value: object) -> str | int:
    """The shortest that an author can write for a value; :func:`meant` gives the value back."""
    match value:
        case Unknown():
            return "?" if value == NOT_ASKED else f"? {value.reason.value}"
        case Absent():
            return "-"
        case Enum():
            return str(value.value)
        case date() | PartialDay():
            return day_text(value).replace("/", "..")
        case Decimal():
            return decimal_text(value)
        case int():
            return value
        case _:
            text = str(value)
            quoted = field.kind not in {FieldKind.KEY, FieldKind.REFERENCE}
            special = text.startswith(("?", _QUOTE)) or text == "-"
            return f"{_QUOTE}{text}" if quoted and special else text


def unsaid(field: Field, key: str, on: date) -> object:
    """What a field holds of which nothing is said; ``None`` where it has to be said.

    Args:
        field: The field.
        key: The id of the record.
        on: The day on which it is written.
    """
    match field.kind:
        case _ if field.empty is not None:
            return field.empty
        case FieldKind.TEXT:
            return key
        case FieldKind.DAY if not field.may_be_partial:
            return on
        case _:
            return None
