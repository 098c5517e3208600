"""By what figures are broken down: an axis that somebody declared, or a column by its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import CodeExpression
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind
from inclusion_core.metrics.explanations import words_of
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["RESERVED", "axes_of", "code_says", "group_says"]

RESERVED = ("id", "state", "metric", "counted", "unknown", "open", "asked", "value")
"""The columns that tidy rows and lists of members have besides those of the axes."""

NO_CODES = {
    NoCode.ABSENT: lv("nav").en("none"),
    NoCode.UNKNOWN: lv("nav zināms").en("not known"),
}


def axes_of(
    by: Iterable[Axis | str], metrics: Sequence[Metric], schema: Schema
) -> tuple[Axis, ...]:
    """The axes, each name taken for the column of that name.

    Args:
        by: Axes, and names of columns that hold codes.
        metrics: What is broken down.
        schema: The record types of the register, where no facts table is counted.

    Raises:
        UnknownNameError: There is no such column, or it holds no codes; near names are listed.
        DeclarationError: The metrics count several kinds of subjects, so that a name says nothing;
            or an axis is named twice, or as a column of tidy rows is.
    """
    axes = tuple(_axis(each, metrics, schema) if isinstance(each, str) else each for each in by)
    taken = set(RESERVED)
    for axis in axes:
        names = {axis.id, f"{axis.id}_unknown"}
        if names & taken:
            problem = "another column of the rows has this name; give the axis another id"
            raise DeclarationError("axis", axis.id, problem)
        taken |= names
    return axes


def _axis(name: str, metrics: Sequence[Metric], schema: Schema) -> Axis:
    subjects = {metric.subject.record_type for metric in metrics}
    if len(subjects) != 1:
        problem = f"it could be of {' or '.join(sorted(subjects)) or 'nothing'}; give an Axis"
        raise DeclarationError("axis", name, problem)
    table = metrics[0].table
    record_type = _record_type(table, subjects.pop(), schema)
    coded = {key: each for key, each in record_type.fields.items() if each.kind is FieldKind.CODE}
    if name not in coded:
        raise UnknownNameError(f"column of codes of {record_type.name}", name, coded)
    row = nodes.Variable(record_type.name, CASE)
    return Axis(
        id=name,
        says=words_of(table).field_text(record_type.name, name),
        code=CodeExpression(nodes.CodeField(row, name), coded[name].enum or str),
    )


def _record_type(table: FactsTable | None, name: str, schema: Schema) -> RecordType:
    return schema[name] if table is None else table.record_type


def group_says(axis: Axis, group: Group, words: Vocabulary) -> Text:
    """What a place on an axis is called: a code, or that there is none, or that it is not known."""
    return NO_CODES[group] if isinstance(group, NoCode) else code_says(axis, group, words)


def code_says(axis: Axis, code: str, words: Vocabulary) -> Text:
    """What a code of an axis is called; one of a list kept elsewhere by itself."""
    codes = axis.code.codes
    return Text.same(code) if codes is str else words.code_text(codes(code))
