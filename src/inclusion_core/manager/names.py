"""Whether every field, link and list that an expression names is there, and of its kind."""

from __future__ import annotations

from inclusion_core.errors import InclusionError
from inclusion_core.expr import nodes
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.manager.plugins import PluginRefusedError

__all__ = ["check_names"]

_KINDS = {
    nodes.DayField: (FieldKind.DAY,),
    nodes.CodeField: (FieldKind.CODE, FieldKind.REFERENCE),
    nodes.NumberField: (FieldKind.NUMBER,),
}
"""What a field must hold; the key of another record is a code by which subjects are told apart."""


def check_names(node: nodes.Node, schema: Schema, said: str) -> None:
    """Refuse an expression that would fail on the first data.

    Args:
        node: The expression.
        schema: The record types that there are.
        said: What the expression stands in.

    Raises:
        PluginRefusedError: A record type, field or link that it names is not there, or is another.
    """
    try:
        for part in nodes.walk(node):
            _check(part, schema)
    except InclusionError as fault:
        raise PluginRefusedError(f"{said}: {fault}") from None


def _check(part: nodes.Node, schema: Schema) -> None:
    match part:
        case nodes.DayField(row, name) | nodes.CodeField(row, name) | nodes.NumberField(row, name):
            kinds = _KINDS[type(part)]
            if _type_of(row, schema).field(name).kind not in kinds:
                raise PluginRefusedError(f"field {name!r} holds no {kinds[0].value}")
        case nodes.Related(owner, path, variable):
            end = _type_of(owner, schema)
            for name in path:
                end = _beyond(end, name, schema, many=True)
            if end.name != variable.record_type:
                listed = f"{path[-1]!r} is a list of {end.name}"
                raise PluginRefusedError(f"{listed}, not of {variable.record_type}")
        case _:
            pass  # a variable stands in a field or list, and the rest is made of these


def _type_of(row: nodes.RowNode, schema: Schema) -> RecordType:
    if isinstance(row, nodes.Variable):
        return schema[row.record_type]
    return _beyond(_type_of(row.row, schema), row.link, schema, many=False)


def _beyond(record_type: RecordType, name: str, schema: Schema, *, many: bool) -> RecordType:
    link = record_type.link(name)
    if link.many is not many:
        told = "one record, not a list" if many else "a list, not one record"
        raise PluginRefusedError(f"{name!r} is {told}")
    return schema[link.to]
