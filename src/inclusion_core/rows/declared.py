"""Which records a row gives, as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import attrs

from inclusion_core.fields import Record
from inclusion_core.rows.columns import Given, OneColumn

__all__ = ["Condition", "Key", "Progress", "Row", "RowsOf", "rows_of"]

Row: TypeAlias = Mapping[str, Any]
"""A row as the embedder has it: values by name of the column."""

Condition: TypeAlias = Callable[[Row], object]
"""Whether a row gives the record."""

Key: TypeAlias = Callable[[str, str], str | None]
"""From a record type and the embedder's own key to an opaque id; ``None`` where there is none."""

Progress: TypeAlias = Callable[[str, int], None]
"""Told a table and how many of its rows have been read."""


@attrs.frozen(kw_only=True)
class RowsOf:
    """How the rows of a table give records of one type.

    Attributes:
        record_class: The class of the record.
        fields: What gives each field; beside those of the class ``recorded_on``, ``version``,
            ``sequence``, ``recorded_by``, ``act`` and ``why`` say what is known of the version.
        only_where: Which rows give such a record; ``None`` for all.
    """

    record_class: type[Record]
    fields: Mapping[str, Given]
    only_where: Condition | None = attrs.field(default=None, repr=False)


def rows_of(
    record_class: type[Record], /, *, only_where: Condition | None = None, **fields: str | Given
) -> RowsOf:
    """How the rows of a table give records of a class: by field, the column or what else gives it.

    Args:
        record_class: The class.
        only_where: Which rows give such a record, asked with the row by names of columns.
        **fields: By name of the field the name of a column, or what
            :mod:`~inclusion_core.rows.columns` offers.

    Example:
        >>> from inclusion_core.model.client import Client
        >>> from inclusion_core.rows.columns import constant
        >>> rows_of(Client, id="person_nr", born_on="dob", provider_id=constant("p-1")).fields["id"]
        OneColumn(name='person_nr', empty=None, needed=False)
    """
    given = {
        name: OneColumn(name=each) if isinstance(each, str) else each
        for name, each in fields.items()
    }
    return RowsOf(record_class=record_class, fields=given, only_where=only_where)
