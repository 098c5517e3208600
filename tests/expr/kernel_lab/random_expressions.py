"""Writers of random expressions about the toy register, well typed and of every kind of node.

:class:`NodeWriter` puts nodes together directly, with a new variable for each list;
:class:`HandleWriter` writes what an author would write, with the handles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from inclusion_core.expr import building as b
from inclusion_core.expr import nodes
from inclusion_core.fields import FieldKind
from inclusion_core.periods import LeapDay
from inclusion_core.values import Reason

from kernel_lab.random_records import DAYS
from kernel_lab.toy import CODES, ROWS, SCHEMA, household, member

DAY_PARAMETERS = ("judged_on", "period_end")
NUMBER_PARAMETERS = ("most_rooms", "few")
CODE_PARAMETERS = ("some_codes", "no_codes")

ALL_CODES = tuple(dict.fromkeys(code for codes in CODES.values() for code in codes))
LITERAL_DAYS = st.sampled_from(DAYS)
LITERAL_NUMBERS = st.integers(-4, 5)
SHIFTS = st.sampled_from([(12, 0), (1, 0), (-1, 0), (-12, 0), (13, 0), (0, 1), (0, -1), (1, 1)])
LEAP_DAYS = st.sampled_from(LeapDay)
REASONS = st.sampled_from([None, *Reason])

Path: TypeAlias = tuple[str, ...]
Scope: TypeAlias = tuple[nodes.Variable, ...]
"""The record asked about and the records of lists around, innermost last."""
PickT = TypeVar("PickT")


def _hops(record_type: str, most: int) -> list[tuple[Path, str]]:
    """The ways from a record to one that it names, or that that one names."""
    ways: list[tuple[Path, str]] = [((), record_type)]
    if most:
        for link in SCHEMA[record_type].links.values():
            if not link.many:
                ways += [((link.name, *way), end) for way, end in _hops(link.to, most - 1)]
    return ways


def _paths(record_type: str, most: int) -> list[tuple[Path, str]]:
    """The ways from a record to lists, lists of lists and so on."""
    ways: list[tuple[Path, str]] = []
    if most:
        for link in SCHEMA[record_type].links.values():
            if link.many:
                ways.append(((link.name,), link.to))
                ways += [((link.name, *way), end) for way, end in _paths(link.to, most - 1)]
    return ways


def _fields(start: str, kind: FieldKind) -> list[tuple[Path, str]]:
    """The fields of a record and of those up to two hops away; nearer ones stand more often."""
    return [
        (way, field.name)
        for way, end in _hops(start, 2)
        for field in SCHEMA[end].fields.values()
        if field.kind is kind
        for _ in range(NEARER[len(way)])
    ]


def _lists(start: str) -> list[tuple[Path, Path, str]]:
    """The lists of a record and of those up to two hops away; nearer ones stand more often."""
    return [
        (way, path, end)
        for way, at in _hops(start, 2)
        for path, end in _paths(at, 3)
        for _ in range(NEARER[len(way)] * NEARER[len(path) - 1])
    ]


NEARER = (9, 3, 1)
FIELDS = {
    start.name: {
        kind: _fields(start.name, kind)
        for kind in (FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER)
    }
    for start in SCHEMA
}
LISTS = {start.name: _lists(start.name) for start in SCHEMA}


class NodeWriter:
    """Puts random nodes together.

    Attributes:
        about_knowing: Whether it may ask whether something is known: not where more knowledge
            must never change a settled answer.
    """

    def __init__(self, draw: st.DrawFn, *, about_knowing: bool = True) -> None:
        self.draw = draw
        self.about_knowing = about_knowing
        self.fresh = count(1)

    def write(
        self,
        leaves: Sequence[Callable[..., PickT]],
        deeper: Sequence[Callable[..., PickT]],
        scope: Any,
        size: int,
    ) -> PickT:
        """Write one of these; the more room there is, the less likely a leaf."""
        choices = [*leaves, *(each for _ in range(size) for each in deeper)]
        return choices[self.draw(st.integers(0, len(choices) - 1))](scope, size - 1)

    def several(
        self, write: Callable[..., PickT], scope: Scope, size: int, *, least: int = 0
    ) -> tuple[PickT, ...]:
        return tuple(write(scope, size) for _ in range(self.draw(st.integers(least, 3))))

    # Rows and lists.

    def variable(self, scope: Scope) -> nodes.Variable:
        return self.draw(st.sampled_from((scope[-1], scope[-1], *scope)))

    def field(self, scope: Scope, kind: FieldKind) -> nodes.FieldNode:
        start = self.variable(scope)
        row: nodes.RowNode = start
        way, name = self.draw(st.sampled_from(FIELDS[start.record_type][kind]))
        for link in way:
            row = nodes.Hop(row, link)
        written = {
            FieldKind.DAY: nodes.DayField,
            FieldKind.CODE: nodes.CodeField,
            FieldKind.NUMBER: nodes.NumberField,
        }
        return written[kind](row, name)

    def related(self, scope: Scope, size: int) -> tuple[nodes.Related, Scope]:
        start = self.variable(scope)
        owner: nodes.RowNode = start
        way, path, to = self.draw(st.sampled_from(LISTS[start.record_type]))
        for link in way:
            owner = nodes.Hop(owner, link)
        through = self.day(scope, size - 1) if self.draw(st.integers(0, 4)) == 4 else None
        variable = nodes.Variable(to, f"{b.EACH}{next(self.fresh)}")
        inner = (*scope, variable)
        where = self.truth(inner, size - 1) if self.draw(st.booleans()) else nodes.NO_CONDITION
        return nodes.Related(owner, path, variable, where, through), inner

    # Days.

    def day(self, scope: Scope, size: int) -> nodes.DayNode:
        leaves = [self.day_field, self.day_literal, self.day_parameter]
        deeper = [self.shifted, self.extreme, self.related_day, self.related_day]
        return self.write(leaves, deeper, scope, size)

    def day_field(self, scope: Scope, size: int) -> nodes.DayField:
        field = self.field(scope, FieldKind.DAY)
        assert isinstance(field, nodes.DayField)
        return field

    def day_literal(self, scope: Scope, size: int) -> nodes.DayLiteral:
        return nodes.DayLiteral(self.draw(LITERAL_DAYS))

    def day_parameter(self, scope: Scope, size: int) -> nodes.DayParameter:
        return nodes.DayParameter(self.draw(st.sampled_from(DAY_PARAMETERS)))

    def shifted(self, scope: Scope, size: int) -> nodes.Shifted:
        return nodes.Shifted(self.day(scope, size), *self.draw(SHIFTS))

    def extreme(self, scope: Scope, size: int) -> nodes.Extreme:
        return nodes.Extreme(
            self.several(self.day, scope, size, least=1), self.draw(st.booleans())
        )

    def related_day(self, scope: Scope, size: int) -> nodes.RelatedDay:
        related, inner = self.related(scope, size)
        return nodes.RelatedDay(related, self.day(inner, size - 1), self.draw(st.booleans()))

    # Codes.

    def code(self, scope: Scope, size: int) -> nodes.CodeNode:
        deeper = [self.only_code, self.latest_code]
        return self.write([self.code_field], deeper, scope, size)

    def code_field(self, scope: Scope, size: int) -> nodes.CodeField:
        field = self.field(scope, FieldKind.CODE)
        assert isinstance(field, nodes.CodeField)
        return field

    def only_code(self, scope: Scope, size: int) -> nodes.OnlyCode:
        related, inner = self.related(scope, size)
        return nodes.OnlyCode(related, self.code(inner, size - 1))

    def latest_code(self, scope: Scope, size: int) -> nodes.LatestCode:
        related, inner = self.related(scope, size)
        return nodes.LatestCode(related, self.code(inner, size - 1), self.day(inner, size - 1))

    # Numbers.

    def number(self, scope: Scope, size: int) -> nodes.NumberNode:
        leaves = [self.number_field, self.number_literal, self.number_parameter]
        deeper = [self.count, self.sum, self.completed_years]
        return self.write(leaves, deeper, scope, size)

    def number_field(self, scope: Scope, size: int) -> nodes.NumberField:
        field = self.field(scope, FieldKind.NUMBER)
        assert isinstance(field, nodes.NumberField)
        return field

    def number_literal(self, scope: Scope, size: int) -> nodes.NumberLiteral:
        return nodes.NumberLiteral(self.draw(LITERAL_NUMBERS))

    def number_parameter(self, scope: Scope, size: int) -> nodes.NumberParameter:
        return nodes.NumberParameter(self.draw(st.sampled_from(NUMBER_PARAMETERS)))

    def count(self, scope: Scope, size: int) -> nodes.Count:
        return nodes.Count(self.related(scope, size)[0])

    def sum(self, scope: Scope, size: int) -> nodes.Sum:
        related, inner = self.related(scope, size)
        return nodes.Sum(related, self.number(inner, size - 1))

    def completed_years(self, scope: Scope, size: int) -> nodes.CompletedYears:
        since, on = self.day(scope, size), self.day(scope, size)
        return nodes.CompletedYears(since, on, self.draw(LEAP_DAYS))

    # Truths.

    def truth(self, scope: Scope, size: int) -> nodes.TruthNode:
        leaves = [self.not_after, self.is_in, self.at_most]
        leaves += [self.is_known] if self.about_knowing else []
        deeper = [self.exists, self.exists, self.negated, self.joined, self.at_least, self.named]
        return self.write(leaves, deeper, scope, size)

    def not_after(self, scope: Scope, size: int) -> nodes.NotAfter:
        return nodes.NotAfter(self.day(scope, size), self.day(scope, size))

    def at_most(self, scope: Scope, size: int) -> nodes.AtMost:
        return nodes.AtMost(self.number(scope, size), self.number(scope, size))

    def is_in(self, scope: Scope, size: int) -> nodes.IsIn:
        code = self.code(scope, size)
        named = st.sampled_from(CODE_PARAMETERS)
        listed = st.frozensets(st.sampled_from(_likely_codes(code)), max_size=3)
        return nodes.IsIn(code, self.draw(listed | named))

    def is_known(self, scope: Scope, size: int) -> nodes.IsKnown:
        kind = self.draw(st.sampled_from([FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER]))
        return nodes.IsKnown(self.field(scope, kind), self.draw(REASONS))

    def exists(self, scope: Scope, size: int) -> nodes.Exists:
        return nodes.Exists(self.related(scope, size)[0])

    def negated(self, scope: Scope, size: int) -> nodes.Not:
        return nodes.Not(self.truth(scope, size))

    def named(self, scope: Scope, size: int) -> nodes.Named:
        return nodes.Named(f"clause-{next(self.fresh)}", self.truth(scope, size))

    def joined(self, scope: Scope, size: int) -> nodes.AllOf | nodes.AnyOf:
        parts = self.several(self.truth, scope, size)
        return self.draw(st.sampled_from([nodes.AllOf, nodes.AnyOf]))(parts)

    def at_least(self, scope: Scope, size: int) -> nodes.AtLeast:
        parts = self.several(self.truth, scope, size)
        return nodes.AtLeast(self.draw(st.integers(0, len(parts) + 1)), parts)


def _likely_codes(code: nodes.CodeNode) -> Sequence[str]:
    """The codes of the field at the bottom; sometimes one that it cannot hold."""
    while not isinstance(code, nodes.CodeField):
        code = code.value
    return (*CODES[code.name], "elsewhere")


class HandleWriter:
    """Writes random expressions as an author does: row handles, operators, lambdas."""

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
        return move(self.day(scope, size), self.draw(st.sampled_from([0, 1, 12, -1])))

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
        members: list[Any] = self.draw(
            st.lists(st.sampled_from(_likely_codes(code.node)), max_size=2, unique=True)
        )
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
        return written.named("clause") if self.draw(st.booleans()) else written


KINDS = ("truth", "day", "code", "number")
SIZE = 4


@st.composite
def written_nodes(
    draw: st.DrawFn, root: str, kind: str, size: int = SIZE, *, about_knowing: bool = True
) -> Any:
    """A random expression about a record of that type, put together from nodes."""
    scope = (nodes.Variable(root, b.CASE),)
    return getattr(NodeWriter(draw, about_knowing=about_knowing), kind)(scope, size)


@st.composite
def written_handles(
    draw: st.DrawFn, root: str, kind: str, size: int = SIZE, *, about_knowing: bool = True
) -> Any:
    """A random expression about a record of that type, written with handles."""
    scope = (b.subject(ROWS[root]),)
    return getattr(HandleWriter(draw, about_knowing=about_knowing), kind)(scope, size)
