"""Writes what lists of records come to."""

from __future__ import annotations

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.members import MemberWriting
from inclusion_core.expr.generated.outcomes import NOTHING
from inclusion_core.expr.generated.writing import Ends

__all__ = ["ListWriting"]


class ListWriting(MemberWriting):
    """Writes what lists come to."""

    def exists(self, node: nodes.Exists) -> str:
        """The name of the answer whether there is a record."""
        answer = self.source.fresh("t")
        self.add(f"{answer} = NO")
        with self.through(node) as member:
            with self.where(member.belongs):
                self.add(f"{answer} = YES")
                self.add("break")
            if member.belongs:
                self.add(f"{answer} = UNKNOWN")
        return answer

    def day_of_list(self, node: nodes.RelatedDay) -> Ends:
        """The ends of the first or last day."""
        return self._last_day(node) if node.last else self._first_day(node)

    def _first_day(self, node: nodes.RelatedDay) -> Ends:
        a, b = self.source.fresh("a"), self.source.fresh("b")
        self.add(f"{a} = {b} = NEVER")
        with self.through(node) as member:
            first, last = self.day(node.value)
            self.source.text.choose([(f"{first} < {a}", f"{a} = {first}")], NOTHING)
            with self.where(member.belongs):
                self.source.text.choose([(f"{last} < {b}", f"{b} = {last}")], NOTHING)
        return a, b

    def _last_day(self, node: nodes.RelatedDay) -> Ends:
        a, b, least = (self.source.fresh(letter) for letter in "abe")
        self.add(f"{a} = {b} = None")
        self.add(f"{least} = NEVER")
        text = self.source.text
        with self.through(node) as member:
            first, last = self.day(node.value)
            text.choose([(f"{first} < {least}", f"{least} = {first}")], NOTHING)
            text.choose([(f"{b} is None or {last} > {b}", f"{b} = {last}")], NOTHING)
            with self.where(member.belongs):
                text.choose([(f"{a} is None or {first} > {a}", f"{a} = {first}")], NOTHING)
        with text.block(f"if {a} is None:"):
            self.add(f"{a} = {least}")
            self.add(f"{b} = NEVER")
        return a, b

    def number_of_list(self, node: nodes.Count | nodes.Sum) -> Ends:
        """The ends of a count or a sum."""
        return self._count(node) if isinstance(node, nodes.Count) else self._sum(node)

    def _count(self, node: nodes.Count) -> Ends:
        a, b = self.source.fresh("a"), self.source.fresh("b")
        self.add(f"{a} = {b} = 0")
        with self.through(node) as member:
            self.add(f"{b} += 1")
            with self.where(member.belongs):
                self.add(f"{a} += 1")
            if member.later:  # the last one, if it is there
                self.source.text.choose([(member.comes, f"{b} = COUNT_MOST")], NOTHING)
        return a, b

    def _sum(self, node: nodes.Sum) -> Ends:
        a, b = self.source.fresh("a"), self.source.fresh("b")
        self.add(f"{a} = {b} = 0")
        text = self.source.text
        with self.through(node) as member:
            least, most = self.number(node.value)
            with self.where(member.belongs):
                self.add(f"{a} += {least}")
                self.add(f"{b} += {most}")
            if member.later:  # the last one, if it is there
                with text.block(f"elif {member.comes}:"):
                    text.choose([(f"{least} < 0", f"{a} = -SUM_MOST")], NOTHING)
                    text.choose([(f"{most} > 0", f"{b} = SUM_MOST")], NOTHING)
            if member.sure:
                with text.block("else:"):
                    text.choose([(f"{least} < 0", f"{a} += {least}")], NOTHING)
                    text.choose([(f"{most} > 0", f"{b} += {most}")], NOTHING)
        return a, b

    def code_of_list(self, node: nodes.OnlyCode | nodes.LatestCode) -> str:
        """The name of the code on which all agree, or that of the latest record."""
        return self._only(node) if isinstance(node, nodes.OnlyCode) else self._latest(node)

    def _only(self, node: nodes.OnlyCode) -> str:
        found, some, code = (self.source.fresh(letter) for letter in "cts")
        self.add(f"{found} = ABSENT")
        self.add(f"{some} = None")  # whether one surely belongs; None before the first
        text = self.source.text
        with self.through(node) as member:
            if member.later:
                with text.block(f"if {member.comes}:"):
                    self.add(f"{found} = UNKNOWN_CODE")
                    self.add("break")
            self.add(f"{code} = {self.plain_code(node.value)}")
            with text.block(f"if {some} is None:"):
                self.add(f"{found} = {code}")
                self.add(f"{some} = False")
            with text.block(f"elif {found} != {code}:"):
                self.add(f"{found} = UNKNOWN_CODE")
                self.add("break")
            with self.where(member.belongs):
                self.add(f"{some} = True")
        text.choose([(f"{some} is False", f"{found} = UNKNOWN_CODE")], NOTHING)
        return found

    def _latest(self, node: nodes.LatestCode) -> str:
        found, listed = self.source.fresh("c"), self.source.fresh("m")
        self.add(f"{listed} = []")
        with self.through(node) as member:
            first, last = self.day(node.by)
            code = self.plain_code(node.value)
            known = f"{first}, {last}, {member.belongs or True}, {member.comes or False}, {code}"
            self.add(f"{listed}.append(({known}))")
        self.add(f"{found} = latest_code({listed}) if {listed} else ABSENT")
        return found
