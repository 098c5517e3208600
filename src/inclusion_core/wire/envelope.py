"""The envelope: what a file says about a version before the fields of its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from inclusion_core.expr.schema import NUMBERS
from inclusion_core.fields import Bounds, Record
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.identifiers import identifier, identifier_or_nobody
from inclusion_core.wire.value_forms import Form, number_form, text_or_nothing

__all__ = [
    "ENVELOPE",
    "ENVELOPE_DEFAULTS",
    "VERSIONS",
    "Envelope",
    "envelope_forms",
    "envelope_hook",
    "envelope_of",
]


@attrs.frozen(kw_only=True, repr=False)
class Envelope:
    """A version without its record; the names and defaults are those of ``Version``."""

    id: str
    version: int = 1
    recorded_on: date
    sequence: int = 1
    recorded_by: str = ""
    act: Act = Act.RECORDED
    why: str = ""

    def around(self, record: Record | None, record_type: str) -> Version:
        """The version that it makes with a record of that type."""
        rest = {name: getattr(self, name) for name in _BESIDE_THE_KEY}
        return Version(record_type=record_type, record_id=self.id, record=record, **rest)


ENVELOPE: tuple[str, ...] = tuple(attribute.name for attribute in attrs.fields(Envelope))
"""Its names, in the order in which files hold them."""

_BESIDE_THE_KEY = ENVELOPE[1:]

ENVELOPE_DEFAULTS: Mapping[str, object] = {
    attribute.name: attribute.default
    for attribute in attrs.fields(Envelope)
    if attribute.default is not attrs.NOTHING
}
"""What stands there where a name is left out; names that are not among them may not be."""

VERSIONS = Bounds(1, 1_000_000)
"""The numbers that a version may have."""


def envelope_of(version: Version) -> Envelope:
    """The envelope of a version."""
    rest = {name: getattr(version, name) for name in _BESIDE_THE_KEY}
    return Envelope(id=version.record_id, **rest)


def envelope_forms(converter: Converter) -> Mapping[str, Form]:
    """How each value of an envelope is taken, in their order."""
    day, act = (converter.get_structure_hook(each) for each in (date, Act))
    return {
        "id": identifier,
        "version": number_form(VERSIONS),
        "recorded_on": lambda value: day(value, date),
        "sequence": number_form(NUMBERS),
        "recorded_by": identifier_or_nobody,
        "act": lambda value: act(value, Act),
        "why": text_or_nothing,
    }


def envelope_hook(converter: Converter) -> Callable[[Any, Any], Any]:
    """The hook by which a converter takes an envelope."""
    overrides: dict[str, Any] = {
        name: override(struct_hook=_hook(form)) for name, form in envelope_forms(converter).items()
    }
    return make_dict_structure_fn(Envelope, converter, **overrides)


def _hook(form: Form) -> Callable[[object, Any], object]:
    return lambda value, _: form(value)
