"""A lazy frame that grows, and the rows whose columns it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeVar

import attrs
import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames import source
from inclusion_core.expr.frames.columns import TRUTHS, CodeColumn, Days, Flag, Numbers, TruthColumn
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.objects import record_type_of
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER

PairT = TypeVar("PairT", Days, Numbers)
AnyPairT = TypeVar("AnyPairT", Days, Numbers, TruthColumn)


@attrs.frozen
class LateRow:
    """Stands for a record that may still come, or of which nothing is known.

    Attributes:
        days: In which interval all its days lie.
        there: Whether there may be one at all.
    """

    days: Days
    there: Flag = True


NOTHING_KNOWN = LateRow(Days(ALWAYS, NEVER))


@attrs.define
class Rows:
    """A frame with a row for each record, or for each pair of owner and record of its list.

    Attributes:
        work: What it shares with the other frames of one reading.
        frame: What was joined and worked out so far.
        keys: The columns that tell its rows apart.
        prefixes: What the columns of each row begin with.
        late: The rows that stand for records that may still come.
        hopped: The rows whose columns were joined.
    """

    work: Work
    frame: nw.LazyFrame[Any]
    keys: tuple[str, ...]
    prefixes: dict[nodes.Variable, str]
    late: dict[nodes.Variable, LateRow] = attrs.field(factory=dict, kw_only=True)
    hopped: set[str] = attrs.field(factory=set, kw_only=True)

    # Rows.

    def prefix(self, row: nodes.RowNode, how: Literal["left", "inner"] = "left") -> str | None:
        """What the columns of a row begin with, once they are joined; ``None`` for a late row."""
        if isinstance(row, nodes.Variable):
            if row in self.late:
                return None
            try:
                return self.prefixes[row]
            except KeyError:
                raise ExpressionError(
                    f"row {row.name!r} is used outside of the list that it goes through"
                ) from None
        start = self.prefix(row.row, how)
        if start is None:
            return None
        link = self.work.tables.schema[record_type_of(row.row, self.work.tables.schema)].link(
            row.link
        )
        prefix = f"{start}__{row.link}"
        if prefix not in self.hopped:
            self.hopped.add(prefix)
            one = source.source(self.work, link.to, prefix)
            there = self.work.name("there")
            one = one.with_columns(nw.col(source.key_column(prefix)).alias(there))
            self.frame = self.frame.join(
                one, left_on=source.field_column(start, link.field), right_on=there, how=how
            )
        return prefix

    def owner_key(self, owner: nodes.RowNode) -> str:
        """The column by which the owner of a list is named in the list's records."""
        if isinstance(owner, nodes.Variable):
            return source.key_column(str(self.prefix(owner)))
        schema = self.work.tables.schema
        field = schema[record_type_of(owner.row, schema)].link(owner.link).field
        return source.field_column(str(self.prefix(owner.row)), field)

    def reference(self, related: nodes.Related) -> str:
        """The column that names the owner of a list, reached back along the path of its links."""
        row, field = self._back(related)
        return source.field_column(self._hop_prefix(row), field)

    def owned(self, related: nodes.Related) -> None:
        """Join what leads to the owner; a record that leads to none belongs to no list."""
        row, _ = self._back(related)
        self.prefix(row, how="inner")

    def joined_to(
        self, owners: nw.LazyFrame[Any], own: str, related: nodes.Related
    ) -> nw.LazyFrame[Any]:
        """Owners beside the records of their lists, joined along the path from owner to record."""
        row, field = self._back(related)
        steps: list[nodes.Hop] = []
        while isinstance(row, nodes.Hop):
            steps.append(row)
            row = row.row
        schema = self.work.tables.schema
        for hop in steps:
            prefix = self._hop_prefix(hop)
            if prefix in self.hopped:
                return self._joined(owners, own, self.frame, source.field_column(prefix, field))
            one = source.source(self.work, record_type_of(hop, schema), prefix)
            owners = self._joined(owners, own, one, source.field_column(prefix, field))
            own = source.key_column(prefix)
            field = schema[record_type_of(hop.row, schema)].link(hop.link).field
            self.hopped.add(prefix)
        return self._joined(owners, own, self.frame, source.field_column(self.prefixes[row], field))

    def _joined(
        self, owners: nw.LazyFrame[Any], own: str, records: nw.LazyFrame[Any], reference: str
    ) -> nw.LazyFrame[Any]:
        copied = self.work.name("ref")
        records = records.with_columns(nw.col(reference).alias(copied))
        return owners.join(records, left_on=own, right_on=copied, how="inner")

    def _hop_prefix(self, row: nodes.RowNode) -> str:
        if isinstance(row, nodes.Hop):
            return f"{self._hop_prefix(row.row)}__{row.link}"
        return self.prefixes[row]

    def _back(self, related: nodes.Related) -> tuple[nodes.RowNode, str]:
        """The way back from a record of a list to its owner: a row, and its field."""
        schema = self.work.tables.schema
        fields: list[str] = []
        record_type = record_type_of(related.owner, schema)
        for name in related.path:
            link = schema[record_type].link(name)
            fields.append(link.field)
            record_type = link.to
        row: nodes.RowNode = related.variable
        for field in reversed(fields[1:]):
            row = nodes.Hop(row, field.removesuffix("_id"))
        return row, fields[0]

    def keep(self, flags: list[Flag]) -> None:
        """Keep the rows for which one of the flags holds."""
        found: Flag = False
        for flag in {id(flag): flag for flag in flags}.values():
            found = c.either(found, flag)
        if isinstance(found, nw.Expr):
            self.frame = self.frame.filter(found)

    # Fields.

    def day_field(self, row: nodes.RowNode, name: str) -> Days:
        """The columns of a day that a record holds."""
        record_type = record_type_of(row, self.work.tables.schema)
        self.work.tables.schema[record_type].field(name)
        prefix = self.prefix(row)
        if prefix is None:
            late = self.late.get(row) if isinstance(row, nodes.Variable) else None
            return late.days if late is not None else NOTHING_KNOWN.days
        if isinstance(row, nodes.Hop):
            return source.missing_day_field(prefix, name)
        exact = source.is_exact(self.work, record_type, name)
        lo = self.work.column(source.field_column(prefix, name, "lo"))
        return Days(lo, lo if exact else self.work.column(source.field_column(prefix, name, "hi")))

    def number_field(self, row: nodes.RowNode, name: str) -> Numbers:
        """The columns of a number that a record holds; its whole range where it is unknown."""
        schema = self.work.tables.schema
        bounds = schema[record_type_of(row, schema)].field(name).bounds
        prefix = self.prefix(row)
        if prefix is None:
            return Numbers(bounds.least, bounds.most)
        lo, hi = (nw.col(source.field_column(prefix, name, end)) for end in ("lo", "hi"))
        return Numbers(lo.fill_null(c.literal(bounds.least)), hi.fill_null(c.literal(bounds.most)))

    def is_known(self, node: nodes.IsKnown) -> TruthColumn:
        """Whether a field of a record is known, or is unknown for a reason."""
        prefix = self.prefix(node.field.row)
        if prefix is None:
            return TRUTHS[Truth.UNKNOWN]
        if node.reason is None and isinstance(node.field.row, nodes.Variable):
            told = self.work.column(source.field_column(prefix, node.field.name, "told"))
            return TruthColumn(told, told)
        why = nw.col(source.field_column(prefix, node.field.name, "why"))
        found = why == ("" if node.reason is None else node.reason.value)
        return TruthColumn.of_whole(found)

    def code_field(self, row: nodes.RowNode, name: str) -> CodeColumn:
        """The column of a code that a record holds."""
        schema = self.work.tables.schema
        schema[record_type_of(row, schema)].field(name)
        prefix = self.prefix(row)
        return None if prefix is None else self.work.column(source.field_column(prefix, name))

    # Columns.

    def kept(self, column: nw.Expr) -> nw.Expr:
        """The column, worked out once and given a name."""
        kept: nw.Expr = self.kept_all([column])[0]
        return kept

    def kept_all(self, columns: Iterable[Any]) -> list[Any]:
        """The columns, worked out together and each given a name; what is no column stays."""
        listed = list(columns)
        named = {
            id(column): self.work.name("k")
            for column in listed
            if isinstance(column, nw.Expr) and id(column) not in self.work.plain
        }
        made = {named[id(column)]: column for column in listed if id(column) in named}
        if made:
            self.frame = self.frame.with_columns(*(of.alias(name) for name, of in made.items()))
        return [
            self.work.column(named[id(column)]) if id(column) in named else column
            for column in listed
        ]

    def columns_of(self, pair: AnyPairT) -> AnyPairT:
        """A pair whose columns are worked out, so that using them twice costs nothing."""
        if isinstance(pair, TruthColumn):
            return self._held_truth(pair)
        return type(pair)(*self.kept_all(pair))

    def _held_truth(self, truth: TruthColumn) -> TruthColumn:
        if truth.same:
            return truth
        if truth.exact:
            (kept,) = self.kept_all([truth.sure])
            return TruthColumn(kept, kept)
        (whole,) = self.kept_all([truth.as_whole()])
        return TruthColumn.of_whole(whole)

    def join(self, frame: nw.LazyFrame[Any], own: Sequence[str], theirs: Sequence[str]) -> None:
        """Join the columns of another frame, without the columns by which it is found."""
        renamed = {key: self.work.name("key") for key in theirs}
        self.frame = self.frame.join(
            frame.rename(renamed), left_on=list(own), right_on=list(renamed.values()), how="left"
        )
