"""The fast lane: what is good is read without the machinery that tells what is wrong.

It asks the same hooks as the reference converter for each value, remembers what texts that return
(days, codes, references) gave, and makes the version at once. Whatever is not plainly good, a fault
or a removal, it leaves to the reference, which tells every fault. So the two cannot differ in what
they take, only in how fast; a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from cattrs import Converter

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.model.versions import Version
from inclusion_core.wire.converter import field_hook
from inclusion_core.wire.envelope import ENVELOPE_DEFAULTS, envelope_forms
from inclusion_core.wire.value_forms import Form

__all__ = ["FastLane", "fast_lane"]

FastLane: TypeAlias = Callable[[Mapping[str, object]], Version | None]
"""The version that good values make; ``None`` for what the reference has to look at."""

REMEMBERED = 20_000

_Taken: TypeAlias = tuple[tuple[str, str, Form, object], ...]
"""Name in the file, name of the attribute, how it is taken, and what it is where it is left out."""

_REQUIRED = object()
_NOT_REMEMBERED = (FieldKind.KEY, FieldKind.NUMBER, FieldKind.TEXT)  # 1 and True are one key


def fast_lane(record_type: RecordType, converter: Converter) -> FastLane:
    """The fast lane for the versions of a record type.

    Args:
        record_type: The type.
        converter: The reference.
    """
    name, record_class = record_type.name, record_type.record_class
    head: _Taken = tuple(
        (
            each,
            "record_id" if each == "id" else each,
            _remembering(form) if each in ("recorded_on", "recorded_by", "act") else form,
            ENVELOPE_DEFAULTS.get(each, _REQUIRED),
        )
        for each, form in envelope_forms(converter).items()
    )
    fields: _Taken = tuple(
        (
            field.name,
            field.name,
            _form(field, converter),
            _REQUIRED if field.empty is None else field.empty,
        )
        for field in record_type.recorded_fields
        if field.name != "id"
    )

    def version(written: Mapping[str, object]) -> Version | None:
        try:
            about, named = _values(head, written)
            if about["act"].removes:
                return None
            values, others = _values(fields, written)
            if named + others != len(written):
                return None
            record = record_class(id=about["record_id"], **values)  # type: ignore[call-arg]
        except Exception:  # noqa: BLE001  the reference says what it is; a class may raise anything
            return None
        return Version(record_type=name, record=record, **about)

    return version


def _values(taken: _Taken, written: Mapping[str, object]) -> tuple[dict[str, Any], int]:
    """The values by attribute, and how many of them were written."""
    values: dict[str, Any] = {}
    named = 0
    for name, attribute, form, empty in taken:
        if name in written:
            values[attribute] = form(written[name])
            named += 1
        elif empty is _REQUIRED:
            raise InclusionError
        else:
            values[attribute] = empty
    return values, named


def _form(field: Field, converter: Converter) -> Form:
    hook = field_hook(field, converter)

    def form(value: object) -> object:
        return hook(value, None)

    return form if field.kind in _NOT_REMEMBERED else _remembering(form)


def _remembering(form: Form) -> Form:
    """A form that remembers what texts gave, up to so many; what it refuses is not remembered."""
    known: dict[object, object] = {}

    def remembering(value: object) -> object:
        if type(value) is not str:
            return form(value)
        if value in known:
            return known[value]
        taken = form(value)
        if len(known) < REMEMBERED:
            known[value] = taken
        return taken

    return remembering
