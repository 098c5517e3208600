"""What a plugin may declare, looked at by itself: in its namespace, about the core and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.handles import Expression
from inclusion_core.expr.rows import Row
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.facts.rows import ParticipationRow, ServiceAttendanceRow
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import type_name
from inclusion_core.limits.limit import Limit, Support
from inclusion_core.manager.added_types import schema_with
from inclusion_core.manager.brought import KINDS, Brought, named, shelf
from inclusion_core.manager.ids import check_id
from inclusion_core.manager.names import check_names
from inclusion_core.manager.parts import check_parts
from inclusion_core.manager.plugins import PluginRefusedError
from inclusion_core.manager.shape import Seen, problem_of
from inclusion_core.manager.told import in_one_line
from inclusion_core.manager.used import check_rows, check_used
from inclusion_core.reports.form import GapsTable
from inclusion_core.vocabulary import Vocabulary

__all__ = ["check_alone"]


def check_alone(core: Brought, own: Brought) -> Schema:
    """Refuse what would be wrong whatever other plugins there are.

    Args:
        core: What the core declares.
        own: What the plugin declares.

    Returns:
        The schema of the core's record types and those of the plugin.

    Raises:
        PluginRefusedError: Something is outside its namespace, or shows what it must not.
        DuplicateIdError: The core, or the plugin itself, has declared an id already.
        SchemaError: Its record types make no schema with those of the core.
        UnknownNameError: Something is about records, fields or lists that are not there.
    """
    seen: Seen = {}
    for kind in KINDS:
        _check_namespace(kind, own, seen)
        shelf(kind, [core, own])
    check_parts(own.metrics)
    schema = schema_with(own)
    _check_supports(own)
    _check_suffixes(core, own)
    for programme in own.programmes:
        for record_class in programme.records:
            _known(schema, type_name(record_class), f"programme {programme.id!r}")
    check_rows(own, core)
    check_used(own)
    _check_deprecations(own)
    for said, subject, about, expressions in _expressions(own, schema):
        _known(about, subject.record_type, said)
        for expression in expressions:
            check_names(expression.node, about, said)
    for vocabulary in own.texts:
        _check_words(vocabulary, [schema[type_name(each)] for each in own.record_types])
    for table in own.facts_tables:
        _check_words(table.words, [table.record_type])
    return schema


def _check_namespace(kind: str, own: Brought, seen: Seen) -> None:
    if kind == "record_types":  # named after their classes, with a prefix of their own
        return
    for value in getattr(own, kind):
        if not (type(value.id) is str and value.id.startswith(f"{own.namespace}.")):
            raise PluginRefusedError(
                f"{KINDS[kind]} {in_one_line(repr(value.id))} is outside its namespace: ids of "
                f"this plugin begin with '{own.namespace}.'"
            )
        check_id(KINDS[kind], value.id, own.namespace)
        problem = problem_of(value, seen)
        if problem:
            raise PluginRefusedError(f"{KINDS[kind]} {value.id!r}: its {problem}")


def _check_supports(own: Brought) -> None:
    """What limits are limits of is of this plugin, and one value for each id."""
    first: dict[str, Support] = {}
    for limit in own.limits:
        support = limit.support
        if not support.id.startswith(f"{own.namespace}."):
            raise PluginRefusedError(
                f"limit {limit.id!r}: the support {support.id!r} is outside its namespace: ids of "
                f"this plugin begin with '{own.namespace}.'"
            )
        check_id("support", support.id, own.namespace)
        for end in limit.ends:
            check_id(f"an end of limit {limit.id!r}", end.id)
        if first.setdefault(support.id, support) != support:
            raise PluginRefusedError(
                f"limit {limit.id!r}: another support has the id {support.id!r} too; rename one"
            )


def _check_deprecations(own: Brought) -> None:
    """What will go is still there, and so is what takes its place."""
    kinds = [kind for kind in KINDS if kind != "deprecations"]
    declared = {named(kind)(value) for kind in kinds for value in getattr(own, kind)}
    for each in own.deprecations:
        if each.id not in declared:
            raise PluginRefusedError(
                f"deprecation {each.id!r}: {UnknownNameError('declaration', each.id, declared)}; "
                "declare what has this id until it goes, and its deprecation as long"
            )
        outside = not each.instead.startswith(f"{own.namespace}.")
        if each.instead and (each.instead == each.id or not (outside or each.instead in declared)):
            others = declared - {each.id}
            raise PluginRefusedError(
                f"deprecation {each.id!r}: {UnknownNameError('declaration', each.instead, others)}"
            )


def _check_suffixes(core: Brought, own: Brought) -> None:
    """No reader may take what the core reads, or what another reader of the plugin does."""
    taken = dict[str, str]()
    for reader in (*core.readers, *own.readers):
        for suffix in reader.suffixes or ("",):
            if suffix in taken:
                form = f"files ending in {suffix}" if suffix else "folders"
                raise PluginRefusedError(
                    f"reader {reader.id!r} would read {form}, as {taken[suffix]!r} does: name "
                    "other suffixes"
                )
            taken[suffix] = reader.id


_Said: TypeAlias = tuple[str, type[Row], Schema, Iterable[Expression[Any]]]


def _expressions(own: Brought, schema: Schema) -> Iterator[_Said]:
    """What each declaration is called, the records it is about, and all that it says of them."""
    for rule in own.rules:
        told = () if rule.tells is None else rule.tells.handles
        yield f"rule {rule.id!r}", ParticipationRow, schema, (rule.holds, *told)
    for limit in own.limits:
        said = f"limit {limit.id!r}"
        yield said, ParticipationRow, schema, (limit.first_day, *_of_ends(limit))
        yield said, ServiceAttendanceRow, schema, (limit.support.given,)
    for metric in own.metrics:
        about = schema if metric.table is None else metric.table.schema
        yield f"metric {metric.id!r}", metric.subject, about, metric.expressions.values()
    for fact in own.facts:
        yield f"fact {fact.id!r}", fact.subject, schema, (fact.value,)
    for table in own.facts_tables:
        yield f"facts table {table.id!r}", table.subject, schema, _of_columns(table)
    for form in own.reports:
        for gaps in (each.gaps for each in form.tables if isinstance(each, GapsTable)):
            yield f"report {form.id!r}", gaps.table.row, gaps.table.schema, (gaps.among,)


def _of_columns(table: FactsTable) -> Iterator[Expression[Any]]:
    for column in table.columns.values():
        yield column.value
        yield from () if column.known_where is None else (column.known_where,)


def _of_ends(limit: Limit) -> Iterator[Expression[Any]]:
    for end in limit.ends:
        yield end.day
        yield from () if end.tells is None else end.tells.handles


def _known(schema: Schema, record_type: str, said: str) -> None:
    try:
        schema[record_type]
    except UnknownNameError as fault:
        raise PluginRefusedError(
            f"{said}: {fault} (a plugin knows the record types of the core and its own)"
        ) from None


def _check_words(vocabulary: Vocabulary, own_types: Sequence[RecordType]) -> None:
    """A plugin names what is its own; what the core calls its things is the same everywhere."""
    for stranger in _strangers(vocabulary, own_types):
        raise PluginRefusedError(
            f"vocabulary {vocabulary.id!r} has words for {stranger}, which is not of this plugin: "
            "it names its own record types, their fields and their codes"
        )


def _strangers(vocabulary: Vocabulary, own_types: Sequence[RecordType]) -> Iterator[str]:
    types = {each.name for each in own_types}
    fields = [(each.name, field) for each in own_types for field in each.fields.values()]
    names = {f"{record_type}.{field.name}" for record_type, field in fields}
    yield from (f"record type {name!r}" for name in vocabulary.types if name not in types)
    yield from (f"field {name!r}" for name in vocabulary.fields if name not in names)
    enums = {field.enum for _, field in fields}
    for member in vocabulary.codes:
        if type(member) not in enums:
            yield f"code {type(member).__name__}.{member.name}"
