"""The fast lane: what is good is read without the machinery that tells what is wrong.

Rows are taken many at a time, one column after another: each column asks the same hooks as the
reference converter, remembers what texts that return (days, codes, references) gave, and looks at
numbers and ids all at once. Where anything is not plainly good, a fault or a removal, the rows are
halved until it stands alone; that one is left to the reference, which tells every fault. So the two
cannot differ in what they take, only in how fast; a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import attrs
from cattrs import Converter

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import NUMBERS, Field, RecordType
from inclusion_core.fields import Bounds, FieldKind
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED
from inclusion_core.wire.converter import field_hook
from inclusion_core.wire.envelope import ENVELOPE_DEFAULTS, VERSIONS, envelope_forms
from inclusion_core.wire.identifiers import all_identifiers
from inclusion_core.wire.many import Making, making
from inclusion_core.wire.value_forms import Form

__all__ = ["AT_ONCE", "FastLane", "fast_lane"]

AT_ONCE = 256
"""So many rows are best taken together."""

REMEMBERED = 20_000

_Column: TypeAlias = Callable[[list[Any]], Sequence[object]]
"""The values that a column of JSON values gives; raises anything where one is not good."""

_WRITTEN: Mapping[object, object] = {ABSENT: None, NOT_ASKED: {"unknown": NOT_ASKED.reason.value}}


@attrs.frozen(kw_only=True, eq=False)
class FastLane:
    """The fast lane for the versions of a record type.

    Attributes:
        record_type: Its name.
        left_out: What stands, as JSON, where a name is left out that may be.
        head: How the columns of the envelope are taken, by name in the file.
        fields: How those of the record are.
        records: Makes the records.
        versions: Makes the versions.
    """

    record_type: str
    left_out: Mapping[str, object]
    head: Mapping[str, _Column]
    fields: Mapping[str, _Column]
    records: Making[Any]
    versions: Making[Version]

    def taken(self, rows: Sequence[Any]) -> list[Version | None]:
        """The versions that rows make; ``None`` for each that the reference has to look at."""
        if not rows:
            return []
        try:
            return [*self._all(rows)]
        except Exception:  # noqa: BLE001  the reference says what it is; a class may raise anything
            if len(rows) == 1:
                return [None]
        middle = len(rows) // 2
        return [*self.taken(rows[:middle]), *self.taken(rows[middle:])]

    def _all(self, rows: Sequence[Any]) -> list[Version]:
        full = self._filled(rows)
        head = {name: taken(_cells(name, full)) for name, taken in self.head.items()}
        ids = head.pop("id")
        columns = {name: taken(_cells(name, full)) for name, taken in self.fields.items()}
        names = [self.record_type] * len(full)
        made = self.records(len(full), {"id": ids, **columns})
        about = {"record_type": names, "record_id": ids, **head, "record": made}
        return self.versions(len(full), about)

    def _filled(self, rows: Sequence[Any]) -> Sequence[Any]:
        """The rows with every name in them, and no others."""
        whole = {len(self.head) + len(self.fields)}
        if set(map(len, rows)) == whole:
            return rows
        full = [{**self.left_out, **row} for row in rows]
        if set(map(len, full)) != whole:
            raise InclusionError
        return full


def _cells(name: str, rows: Sequence[Any]) -> list[Any]:
    return list(map(itemgetter(name), rows))


def fast_lane(record_type: RecordType, converter: Converter) -> FastLane:
    """The fast lane for the versions of a record type.

    Args:
        record_type: The type.
        converter: The reference.
    """
    fields = [field for field in record_type.recorded_fields if field.name != "id"]
    left_out = {field.name: _WRITTEN[field.empty] for field in fields if field.empty is not None}
    return FastLane(
        record_type=record_type.name,
        left_out={**ENVELOPE_DEFAULTS, "act": Act.RECORDED.value, **left_out},
        head=dict(_head(converter)),
        fields={field.name: _column(field, converter) for field in fields},
        records=making(record_type.record_class, ["id", *(field.name for field in fields)]),
        versions=making(Version, [each.name for each in attrs.fields(Version)]),
    )


def _head(converter: Converter) -> Iterator[tuple[str, _Column]]:
    own: dict[str, _Column] = {
        "id": _ids,
        "version": _numbers(VERSIONS),
        "sequence": _numbers(NUMBERS),
    }
    for name, form in envelope_forms(converter).items():
        yield name, own.get(name) or _remembering(_staying(form) if name == "act" else form)


def _staying(form: Form) -> Form:
    def staying(value: object) -> object:
        act = form(value)
        if isinstance(act, Act) and act.removes:
            raise InclusionError
        return act

    return staying


def _ids(column: list[Any]) -> list[Any]:
    if not all_identifiers(column):
        raise InclusionError
    return column


def _numbers(bounds: Bounds) -> _Column:
    def numbers(column: list[Any]) -> list[Any]:
        whole = set(map(type, column)) == {int}  # true is a number to Python
        if not (whole and bounds.least <= min(column) and max(column) <= bounds.most):
            raise InclusionError
        return column

    return numbers


def _remembering(form: Form) -> _Column:
    known = _Remembered(form)
    return lambda column: list(map(known.__getitem__, column))


class _Remembered(dict[object, object]):
    """What texts gave, up to so many; what is refused is not remembered."""

    __slots__ = ("form",)

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form

    def __missing__(self, text: object) -> object:
        taken = self.form(text)
        if len(self) < REMEMBERED:
            self[text] = taken
        return taken


def _column(field: Field, converter: Converter) -> _Column:
    hook = field_hook(field, converter)

    def form(value: object) -> object:
        return hook(value, None)

    known: _Column
    match field.kind:
        case FieldKind.NUMBER:
            known = _numbers(field.bounds)
        case FieldKind.TEXT:
            known = lambda column: list(map(form, column))  # noqa: E731  texts hardly return
        case _:
            known = _remembering(form)
    return _perhaps_unknown(known, form) if field.may_be_unknown else known


def _perhaps_unknown(known: _Column, form: Form) -> _Column:
    """Takes the unknown ones aside: an object cannot be remembered by."""

    def column(cells: list[Any]) -> Sequence[object]:
        rest = [cell for cell in cells if type(cell) is not dict]
        if len(rest) == len(cells):
            return known(cells)
        taken = iter(known(rest)) if rest else iter(())
        return [form(cell) if type(cell) is dict else next(taken) for cell in cells]

    return column
