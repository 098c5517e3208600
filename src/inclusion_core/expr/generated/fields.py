"""Writes how records are found and their fields read."""

from __future__ import annotations

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.canonical import RECORD
from inclusion_core.expr.generated.outcomes import Outcome
from inclusion_core.expr.generated.steps import stand_in
from inclusion_core.expr.generated.writing import Ends, Writing
from inclusion_core.expr.objects import NumberSpan
from inclusion_core.expr.schema import RecordType
from inclusion_core.values import ALWAYS

__all__ = ["FieldWriting"]


class FieldWriting(Writing):
    """Writes rows and fields."""

    def row(self, node: nodes.RowNode) -> str:
        """The name of a record, or of what stands for one that is not there."""
        if isinstance(node, nodes.Variable):
            return node.name
        return self.held(node, lambda: self._found(node))

    def _found(self, node: nodes.Hop) -> str:
        link = self.canonical.readable.type_of(node.row).link(node.link)
        start, name = self.row(node.row), self.source.fresh("h")
        self.add(f"{name} = find({self.source.constant(link.to)}, {start}.{link.field})")
        with self.source.text.block(f"if {name} is None:"):
            self.add(f"{name} = {self.nothing(self.canonical.readable.schema[link.to])}")
        return name

    def nothing(self, record_type: RecordType) -> str:
        """The name of what stands for a record of which nothing is known."""
        known = self.source.stand_ins
        if record_type.name not in known:
            known[record_type.name] = self.source.tool(stand_in(record_type, ALWAYS))
        return known[record_type.name]

    def may_stand_in(self, row: nodes.RowNode) -> bool:
        """Whether a row may be something else than a record that is there."""
        if isinstance(row, nodes.Hop):
            return True
        level = self.canonical.level(row)
        return level > RECORD and self.may_be_later[level]

    def day_field(self, node: nodes.DayField) -> Ends:
        """The ends of a day that a record holds."""
        row, field = self.row(node.row), self.canonical.readable.field(node)
        first, last = self.source.fresh("a"), self.source.fresh("b")
        self.add(f"{first} = {last} = {row}.{field.name}")
        text = self.source.text
        with text.block(f"if type({first}) is not date:"):
            if field.may_be_absent:
                with text.block(f"if {first} is ABSENT:"):
                    if self.as_things_stand:
                        self.add(f"{first} = {last} = NEVER")
                    else:
                        self.add(f"{first} = after")
                        self.add(f"{last} = NEVER")
                with text.block("else:"):
                    self.add(f"{first}, {last} = day_ends({first}, absent)")
            else:
                self.add(f"{first}, {last} = day_ends({first}, absent)")
        return first, last

    def number_field(self, node: nodes.NumberField) -> Ends:
        """The ends of a number that a record holds."""
        row, field = self.row(node.row), self.canonical.readable.field(node)
        least, most = self.source.fresh("a"), self.source.fresh("b")
        bounds = self.source.tool(NumberSpan(field.bounds.least, field.bounds.most))
        self.add(f"{least} = {most} = {row}.{field.name}")
        with self.source.text.block(f"if type({least}) is not int:"):
            self.add(f"{least}, {most} = number_ends({least}, {bounds})")
        return least, most

    def code_field(self, node: nodes.CodeField) -> str:
        """What a record holds where a code stands."""
        row, name = self.row(node.row), self.source.fresh("c")
        self.add(f"{name} = {row}.{node.name}")
        return name

    def known(self, node: nodes.IsKnown, on: Outcome) -> None:
        """Write what is done where a field is known, or unknown for a reason."""
        row, value = self.row(node.field.row), self.source.fresh("c")
        self.add(f"{value} = {row}.{node.field.name}")
        cases = [(f"{row}.id is None", on.unknown)] if self.may_stand_in(node.field.row) else []
        if node.reason is None:
            self.source.text.choose([*cases, (f"isinstance({value}, Unknown)", on.no)], on.yes)
        else:
            reason = self.source.tool(node.reason)
            asked = f"isinstance({value}, Unknown) and {value}.reason is {reason}"
            self.source.text.choose([*cases, (asked, on.yes)], on.no)
