"""Writes how lists are gone through, with the record that may still come."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.canonical import BESIDE_RECORDS, REDUCTIONS
from inclusion_core.expr.generated.codes import CodeWriting
from inclusion_core.expr.generated.outcomes import NOTHING, TAIL, Outcome
from inclusion_core.expr.generated.source import Text
from inclusion_core.expr.generated.steps import stand_ins

__all__ = ["Member", "MemberWriting"]


@attrs.frozen
class Member:
    """One record of a list, while the list is gone through.

    Attributes:
        row: Its name.
        sure: The name of the answer whether it belongs; empty where all do.
        later: The name of what stands for the record that may still come; empty for none.
    """

    row: str
    sure: str
    later: str

    @property
    def belongs(self) -> str:
        """That it surely belongs; empty where all do."""
        parts = [f"{self.sure} is YES"] if self.sure else []
        parts += [f"{self.row} is not {self.later}"] if self.later else []
        return " and ".join(parts)

    @property
    def comes(self) -> str:
        """That it is the one that may still come; empty where none may."""
        return f"{self.row} is {self.later}" if self.later else ""


class MemberWriting(CodeWriting):
    """Writes loops over the records of lists."""

    @contextmanager
    def through(self, node: Any) -> Generator[Member]:
        """Go through the records that meet the condition of a list or may meet it."""
        for part in self.parts.inputs(node):
            self.force(part)
        level = self.canonical.level(node) + 1
        related: nodes.Related = node.related
        rows, later = self._listed_rows(related)
        self.may_be_later[level] = bool(later)
        row, text = related.variable.name, self.source.text
        with text.block(f"for {row} in {rows}:"), self.inside(level, self.parts.roots(node)):
            yield Member(row, self._belongs(related.where), later)

    def _belongs(self, where: nodes.TruthNode) -> str:
        """Leave out what does not meet a condition; the name of the answer for the others."""
        if where == nodes.NO_CONDITION:
            return ""
        sure = self.source.fresh("s")
        self.add(f"{sure} = YES")
        self.truth(where, Outcome(NOTHING, "continue", f"{sure} = UNKNOWN", nodes.AllOf))
        return sure

    def _listed_rows(self, related: nodes.Related) -> tuple[str, str]:
        """The rows of a list, and what stands among them for the record that may still come."""
        owner = related.owner
        start = owner.row if isinstance(owner, nodes.Hop) else owner
        key = f"{self.row(start)}.id"
        if isinstance(owner, nodes.Hop):
            key = (
                f"{self.row(start)}.{self.canonical.readable.type_of(start).link(owner.link).field}"
            )
        if not self.may_stand_in(start):
            return self._rows_of(related, key)
        owned, rows, later = (self.source.fresh(letter) for letter in "kml")
        self.add(f"{owned} = {key}")
        with self.source.text.block(f"if {owned} is None:"):
            end = self.canonical.readable.schema[self.canonical.readable.links(related)[-1].to]
            self.add(f"{later} = {self.nothing(end)}")
            self.add(f"{rows} = ({later},)")
        with self.source.text.block("else:"):
            found, may_come = self._rows_of(related, owned)
            self.add(f"{rows} = {found}")
            self.add(f"{later} = {may_come or None}")
        return rows, later

    def _rows_of(self, related: nodes.Related, key: str) -> tuple[str, str]:
        """The same for a record that is there, or at least known by its key."""
        constant = self.source.constant
        first, *others = self.canonical.readable.links(related)
        rows = f"naming({constant(first.to)}, {constant(first.field)}, {key})"
        for link in others:
            naming = f"naming({constant(link.to)}, {constant(link.field)}, x.id)"
            rows = f"[y for x in {rows} for y in {naming}]"
        through = related.complete_through
        if through is None and self.as_things_stand:
            return rows, ""
        listed = self.source.fresh("m")
        later = self._later_row(related) if through is None else self._after(related, through)
        self.add(f"{listed} = {rows}")
        with self.source.text.block(f"if {later} is not None:"):
            self.add(f"{listed} = [*{listed}, {later}]")
        return listed, later

    def _after(self, related: nodes.Related, through: nodes.DayNode) -> str:
        """The record that may come after the day through which a list is said to be complete."""
        later, (first, _) = self.source.fresh("l"), self.day(through)
        of = self._stand_ins(related)
        self.add(f"{later} = later_row({of}, {first}, known_on)")
        return later

    def _later_row(self, related: nodes.Related) -> str:
        """The record that may come after the last day known; none where it cannot meet."""
        known = self.source.later_rows
        key = (related.variable.record_type, id(related.where))
        if key not in known:
            known[key] = self.source.fresh("l")
            self.source.bound.add(f"{known[key]} = {self._stand_ins(related)}(after)")
            self._leave_out(known[key], related)
        return known[key]

    def _leave_out(self, later: str, related: nodes.Related) -> None:
        """Take a later record away where it cannot meet the condition, whatever is asked about."""
        level, bound = self.canonical.level(related.variable), self.source.bound
        region, beside = self.parts.region(level, [related.where])
        alone = all(self.canonical.level(each) == BESIDE_RECORDS for each in beside)
        if not alone or not region or any(isinstance(each, REDUCTIONS) for each in region):
            return
        meets, text = self.source.fresh("meets"), Text(depth=1)
        self.may_be_later[level] = True
        head = f"def {meets}({related.variable.name}):"
        roots = [related.where]
        with self.source.into(text), text.block(head), self.inside(level, roots):
            self.truth(related.where, TAIL)
        bound.lines.extend(text.lines)
        bound.add(f"if {meets}({later}) is NO: {later} = None")

    def _stand_ins(self, related: nodes.Related) -> str:
        record_type = related.variable.record_type
        known = self.source.later_makers
        if record_type not in known:
            known[record_type] = self.source.tool(
                stand_ins(self.canonical.readable.schema[record_type])
            )
        return known[record_type]
