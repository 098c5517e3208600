"""Writes random expressions as authors do: row handles, operators, lambdas."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from inclusion_core import expr as b
from inclusion_core.fields import FieldKind
from inclusion_core.texts import lv
from kernel_lab.choices import (
    CODE_PARAMETERS,
    DAY_PARAMETERS,
    FIELDS,
    LEAP_DAYS,
    LISTS,
    LITERAL_DAYS,
    LITERAL_NUMBERS,
    NUMBER_PARAMETERS,
    REASONS,
    likely_codes,
)
from kernel_lab.node_writer import NodeWriter

PickT = TypeVar("PickT")


class HandleWriter:
    """Writes random expressions; see :class:`~kernel_lab.node_writer.NodeWriter`."""

    def __init__(self, draw: st.DrawFn, *, about_knowing: bool = True) -> None:
        self.draw = draw
        self.about_knowing = about_knowing

    write = NodeWriter.write

    def field(self, scope: tuple[b.Row, ...], kind: FieldKind) -> Any:
        row: Any = self.draw(st.sampled_from((scope[-1], scope[-1], *scope)))
        way, name = self.draw(st.sampled_from(FIELDS[row.record_type][kind]))
        for link in way:
            row = getattr(row, link)
        return getattr(row, name)

    def records(self, scope: tuple[b.Row, ...], size: int) -> b.Many[Any]:
        row: Any = self.draw(st.sampled_from((scope[-1], scope[-1], *scope)))
        way, path, to = self.draw(st.sampled_from(LISTS[row.record_type]))
        for link in way:
            row = getattr(row, link)
        found: b.Many[Any] = getattr(row, path[0])
        for link in path[1:]:
            found = found.each(lambda each, name=link: getattr(each, name))
        if to == "stay" and self.draw(st.booleans()):
            found = found.on(self.day(scope, size - 1)) if self.draw(st.booleans()) else found.on()
        for _ in range(self.draw(st.integers(0, 2)) if size > 0 else 0):
            found = found.where(lambda each: self.truth((*scope, each), size - 1))
        if self.draw(st.integers(0, 4)) == 4:
            found = found.complete_through(self.day(scope, size - 1))
        return found

    def moved(self, written: PickT, scope: tuple[b.Row, ...], size: int) -> PickT:
        if size > 0 and self.draw(st.integers(0, 3)) == 3:
            return written.at(self.day(scope, size - 1))  # type: ignore[attr-defined]
        return written

    def day(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        leaves = [self.day_field, self.day_literal, self.day_parameter]
        deeper = [self.day_beside, self.extreme_day, self.day_of_list, self.day_of_list]
        return self.moved(self.write(leaves, deeper, scope, size), scope, size)

    def day_field(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        return self.field(scope, FieldKind.DAY)

    def day_literal(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        return b.day(self.draw(LITERAL_DAYS))

    def day_parameter(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        return b.day_parameter(self.draw(st.sampled_from(DAY_PARAMETERS)))

    def day_beside(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        move = self.draw(st.sampled_from([b.months_after, b.months_before, b.days_after]))
        length = self.draw(st.sampled_from([0, 1, 12, -1]))
        if length > 0 and self.draw(st.booleans()):
            return b.term_from(self.day(scope, size), length)
        return move(self.day(scope, size), length)

    def extreme_day(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        pick = self.draw(st.sampled_from([b.earliest_of, b.latest_of]))
        days: list[b.DayExpression | date] = [self.day(scope, size), self.draw(LITERAL_DAYS)]
        return pick(*days, *days[: self.draw(st.integers(0, 1))])

    def day_of_list(self, scope: tuple[b.Row, ...], size: int) -> b.DayExpression:
        found = self.records(scope, size)
        reduce = self.draw(st.sampled_from(["earliest", "latest"]))
        return getattr(found, reduce)(lambda each: self.day((*scope, each), size - 1))

    def code(self, scope: tuple[b.Row, ...], size: int) -> b.CodeExpression[Any]:
        written = self.write([self.code_field], [self.code_of_list], scope, size)
        return self.moved(written, scope, size)

    def code_field(self, scope: tuple[b.Row, ...], size: int) -> b.CodeExpression[Any]:
        return self.field(scope, FieldKind.CODE)

    def code_of_list(self, scope: tuple[b.Row, ...], size: int) -> b.CodeExpression[Any]:
        found = self.records(scope, size)
        if self.draw(st.booleans()):
            return found.only(lambda each: self.code((*scope, each), size - 1))
        return found.latest_code(
            lambda each: self.code((*scope, each), size - 1),
            by=lambda each: self.day((*scope, each), size - 1),
        )

    def number(self, scope: tuple[b.Row, ...], size: int) -> b.NumberExpression:
        leaves = [self.number_field, self.number_parameter]
        deeper = [self.number_of_list, self.age]
        return self.moved(self.write(leaves, deeper, scope, size), scope, size)

    def number_field(self, scope: tuple[b.Row, ...], size: int) -> b.NumberExpression:
        return self.field(scope, FieldKind.NUMBER)

    def number_parameter(self, scope: tuple[b.Row, ...], size: int) -> b.NumberExpression:
        return b.number_parameter(self.draw(st.sampled_from(NUMBER_PARAMETERS)))

    def number_of_list(self, scope: tuple[b.Row, ...], size: int) -> b.NumberExpression:
        found = self.records(scope, size)
        if self.draw(st.booleans()):
            return found.count()
        return found.sum(lambda each: self.number((*scope, each), size - 1))

    def age(self, scope: tuple[b.Row, ...], size: int) -> b.Age:
        since = self.day(scope, size)
        if self.draw(st.booleans()):
            return b.completed_years(since, leap_day=self.draw(LEAP_DAYS))
        return b.completed_years(since, self.day(scope, size), self.draw(LEAP_DAYS))

    def truth(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        leaves = [self.day_compared, self.code_compared, self.number_compared]
        leaves += [self.known] if self.about_knowing else []
        deeper = [self.of_list, self.of_list, self.joined, self.counted, self.opposite]
        return self.moved(self.write(leaves, deeper, scope, size), scope, size)

    def day_compared(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        left, right = self.day(scope, size), self.day(scope, size)
        if self.draw(st.booleans()):
            return self.compared(left, right)
        if self.draw(st.booleans()):
            return left.is_on(self.draw(LITERAL_DAYS))
        return left.is_between(right, self.draw(LITERAL_DAYS))

    def compared(self, left: Any, right: Any) -> b.Condition:
        match self.draw(st.integers(0, 3)):
            case 0:
                return left <= right
            case 1:
                return left < right
            case 2:
                return left >= right
            case _:
                return left > right

    def code_compared(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        code = self.code(scope, size)
        likely = [each for each in likely_codes(code.node) if belongs(each, code.codes)]
        drawn = self.draw(st.lists(st.sampled_from(likely), max_size=2, unique=True))
        members: list[Any] = [code.codes(each) for each in drawn]
        if self.draw(st.integers(0, 3)) == 3:
            members.append(b.codes_parameter(self.draw(st.sampled_from(CODE_PARAMETERS))))
        return code.is_in(*members)

    def number_compared(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        left = self.number(scope, size)
        right = self.draw(LITERAL_NUMBERS) if self.draw(st.booleans()) else self.number(scope, size)
        return left.is_exactly(right) if self.draw(st.booleans()) else self.compared(left, right)

    def known(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        kind = self.draw(st.sampled_from([FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER]))
        field, reason = self.field(scope, kind), self.draw(REASONS)
        return field.is_known() if reason is None else field.is_unknown_because(reason)

    def of_list(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        found = self.records(scope, size)
        if self.draw(st.booleans()):
            return found.exist()
        return found.for_all(lambda each: self.truth((*scope, each), size - 1))

    def joined(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        left, right = self.truth(scope, size), self.truth(scope, size)
        return left & right if self.draw(st.booleans()) else left | right

    def counted(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        parts = [self.truth(scope, size) for _ in range(self.draw(st.integers(0, 3)))]
        return b.at_least(self.draw(st.integers(0, 3)), *parts)

    def opposite(self, scope: tuple[b.Row, ...], size: int) -> b.Condition:
        written = ~self.truth(scope, size)
        return (
            written.named("clause", lv("nosacījums").en("condition"))
            if self.draw(st.booleans())
            else written
        )


def belongs(code: str, codes: type[Any]) -> bool:
    """Whether a code is of a class; any is of a list that is kept elsewhere."""
    return codes is str or code in {member.value for member in codes}
