"""An expression spelled out on one line, much as its author wrote it.

    participation.client.protection_spells.on(entered_on).where(kind in {refugee}).exist()

It is for authors; readers of a verdict get the sentences of its clauses. Only what an author wrote
is shown. A field stands by its bare name where it is one of the record gone through, or, if none of
those has that name, of the record asked about; elsewhere it is said whose field it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import chain
from typing import TypeAlias, assert_never

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.sugar import covered, met_by_all
from inclusion_core.periods import LeapDay

__all__ = ["shortly_spelled", "spelled"]

CASE = "case"
ELLIPSIS = "…"
LONGEST = 120
"""So many characters of an expression does ``repr`` show."""


def spelled(node: nodes.Node) -> str:
    """A node as an author would write it.

    Raises:
        ExpressionError: It is nested too deep.

    Example:
        >>> entered = nodes.DayField(nodes.Variable("participation", "case"), "entered_on")
        >>> spelled(nodes.Not(nodes.NotAfter(nodes.DayParameter("judged_on"), entered)))
        'entered_on < judged_on'
    """
    nodes.checked_depth(node)
    return "".join(_Speller(node).any(node))


def shortly_spelled(node: nodes.Node, most: int = LONGEST) -> str:
    """The same for a glance: what is long or nested too deep ends with an ellipsis."""
    try:
        nodes.checked_depth(node)
    except ExpressionError:
        return ELLIPSIS
    text = ""
    for piece in _Speller(node).any(node):
        text += piece
        if len(text) > most:
            return text[: most - 1] + ELLIPSIS
    return text


class _Hold(IntEnum):
    """How tightly the parts of what is spelled hold together, the loosest first."""

    JOINED = 1
    COMPARED = 2
    NEGATED = 3
    CALLED = 4


_Pieces: TypeAlias = Iterator[str]
_Side: TypeAlias = nodes.DayNode | nodes.NumberNode
_Inner: TypeAlias = nodes.Variable | None
"""What stands for the record of the innermost list around; none outside of lists."""


class _Speller:
    """Spells one expression, piece by piece, so that a very long one can be broken off."""

    def __init__(self, node: nodes.Node) -> None:
        parts = list(nodes.walk(node))
        self.labels = _labels({part for part in parts if isinstance(part, nodes.Variable)})
        self.names_in_lists = {
            part.name
            for part in parts
            if isinstance(part, nodes.FieldNode)
            and isinstance(part.row, nodes.Variable)
            and part.row.name != CASE
        }

    def any(self, node: nodes.Node, inner: _Inner = None) -> _Pieces:
        """A node of any kind."""
        match node:
            case nodes.Variable() | nodes.Hop():
                return iter([".".join(self._way(node, None))])
            case nodes.Related():
                return self._list(node, inner)
            case nodes.DayField() | nodes.CodeField() | nodes.NumberField():
                return iter([self._field(node, inner)])
            case nodes.DayParameter(said) | nodes.NumberParameter(said):
                return iter([said])
            case nodes.DayLiteral(said) | nodes.NumberLiteral(said):
                return iter([str(said)])
            case nodes.Shifted() | nodes.Extreme() | nodes.CompletedYears():
                return self._function(node, inner)
            case (
                nodes.RelatedDay()
                | nodes.OnlyCode()
                | nodes.LatestCode()
                | nodes.Count()
                | nodes.Sum()
            ):
                return self._reduced(node, inner)
            case _:
                return self._truth(node, inner)[1]

    # Rows and lists.

    def _way(self, row: nodes.RowNode, inner: _Inner) -> list[str]:
        """The names that lead to a row; none to the record gone through."""
        if isinstance(row, nodes.Variable):
            return [] if row == inner else [self.labels[row]]
        if inner is not None and row.row == inner and row.link in self.labels.values():
            return [self.labels[inner], row.link]
        return [*self._way(row.row, inner), row.link]

    def _field(self, field: nodes.FieldNode, inner: _Inner) -> str:
        asked_about = isinstance(field.row, nodes.Variable) and field.row.name == CASE
        if asked_about and field.name not in self.names_in_lists:
            return field.name
        return ".".join([*self._way(field.row, inner), field.name])

    def _list(self, related: nodes.Related, inner: _Inner, *, all_of_it: bool = False) -> _Pieces:
        """A list as it is narrowed; all of it, where its last condition is told elsewhere."""
        first, *others = related.path
        yield ".".join([*self._way(related.owner, inner), first])
        yield from (f".each({name})" for name in others)
        on, where = covered(related)
        if on is not None:
            yield from _called(".on", [self.any(on, inner)])
        if where != nodes.NO_CONDITION and not all_of_it:
            yield from _called(".where", [self.any(where, related.variable)])
        if related.complete_through is not None:
            yield from _called(".complete_through", [self.any(related.complete_through, inner)])

    def _reduced(self, node: nodes.Reduction, inner: _Inner) -> _Pieces:
        yield from self._list(node.related, inner)
        variable = node.related.variable
        match node:
            case nodes.RelatedDay(_, value, last):
                yield from _called(".latest" if last else ".earliest", [self.any(value, variable)])
            case nodes.OnlyCode(_, value):
                yield from _called(".only", [self.any(value, variable)])
            case nodes.LatestCode(_, value, by):
                latest = chain(iter(["by="]), self.any(by, variable))
                yield from _called(".latest_code", [self.any(value, variable), latest])
            case nodes.Sum(_, value):
                yield from _called(".sum", [self.any(value, variable)])
            case nodes.Count():
                yield ".count()"
            case nodes.Exists():
                yield ".exist()"
            case _:
                assert_never(node)

    # Days and numbers.

    def _function(
        self, node: nodes.Shifted | nodes.Extreme | nodes.CompletedYears, inner: _Inner
    ) -> _Pieces:
        match node:
            case nodes.Shifted():
                return _shifted(self.any(node.of, inner), node)
            case nodes.Extreme(of, last):
                name = "latest_of" if last else "earliest_of"
                return _called(name, (self.any(each, inner) for each in of))
            case nodes.CompletedYears(since, on, leap_day):
                said = "" if leap_day is LeapDay.MARCH_1 else f", leap_day={leap_day.value}"
                until = chain(self.any(on, inner), iter([said]))
                return _called("completed_years", [self.any(since, inner), until])
            case _:
                assert_never(node)

    # Truths.

    def _truth(self, node: nodes.TruthNode, inner: _Inner) -> tuple[_Hold, _Pieces]:
        """How tightly the parts of a condition hold together, and its pieces."""
        match node:
            case nodes.NotAfter() | nodes.AtMost():
                return _Hold.COMPARED, self._compared(node.left, "<=", ">=", node.right, inner)
            case nodes.Not(nodes.NotAfter(left, right) | nodes.AtMost(left, right)):
                return _Hold.COMPARED, self._compared(right, "<", ">", left, inner)
            case nodes.Not(nodes.Exists(related)) if (met := met_by_all(related)) is not None:
                return _Hold.CALLED, self._for_all(related, met, inner)
            case nodes.Not(of):
                operand = self._operand(of, inner, _Hold.NEGATED)
                return _Hold.NEGATED, chain(iter(["~"]), operand)
            case nodes.IsIn(of, members):
                listed = members if isinstance(members, str) else ", ".join(sorted(members))
                said = listed if isinstance(members, str) else f"{{{listed}}}"
                return _Hold.COMPARED, chain(self.any(of, inner), iter([f" in {said}"]))
            case nodes.IsKnown(field, reason):
                asks = "is_known()" if reason is None else f"is_unknown_because({reason.value})"
                return _Hold.CALLED, iter([f"{self._field(field, inner)}.{asks}"])
            case nodes.AllOf(of):
                return self._joined("all_of", " & ", of, inner)
            case nodes.AnyOf(of):
                return self._joined("any_of", " | ", of, inner)
            case nodes.AtLeast(n, of):
                parts = (self.any(each, inner) for each in of)
                return _Hold.CALLED, _called("at_least", chain([iter([str(n)])], parts))
            case nodes.Exists():
                return _Hold.CALLED, self._reduced(node, inner)
            case nodes.Named(clause, of):
                pieces = self._operand(of, inner, _Hold.CALLED)
                return _Hold.CALLED, chain(pieces, iter([f'.named("{clause.id}")']))
            case _:
                assert_never(node)

    def _operand(self, node: nodes.TruthNode, inner: _Inner, least: _Hold) -> _Pieces:
        """A condition, in brackets where it would not hold together otherwise."""
        hold, pieces = self._truth(node, inner)
        return pieces if hold >= least else _called("", [pieces])

    def _compared(
        self, less: _Side, sign: str, mirrored: str, more: _Side, inner: _Inner
    ) -> _Pieces:
        """A comparison; what the author or the asker says stands on the right."""
        if _given(less) > _given(more):
            less, sign, more = more, mirrored, less
        return chain(self.any(less, inner), iter([f" {sign} "]), self.any(more, inner))

    def _joined(
        self, function: str, sign: str, of: tuple[nodes.TruthNode, ...], inner: _Inner
    ) -> tuple[_Hold, _Pieces]:
        if len(of) < 2:
            return _Hold.CALLED, _called(function, (self.any(each, inner) for each in of))
        parts = (self._operand(each, inner, _Hold.COMPARED) for each in of)
        return _Hold.JOINED, _between(sign, parts)

    def _for_all(
        self, related: nodes.Related, condition: nodes.TruthNode, inner: _Inner
    ) -> _Pieces:
        yield from self._list(related, inner, all_of_it=True)
        yield from _called(".for_all", [self.any(condition, related.variable)])


def _labels(variables: set[nodes.Variable]) -> dict[nodes.Variable, str]:
    """What rows are called: by their record type, those of lists only where no other is alike."""
    types = Counter(each.record_type for each in variables)
    return {
        each: each.record_type if each.name == CASE or types[each.record_type] == 1 else each.name
        for each in variables
    }


def _called(name: str, arguments: Iterable[_Pieces]) -> _Pieces:
    yield f"{name}("
    yield from _between(", ", arguments)
    yield ")"


def _between(sign: str, parts: Iterable[_Pieces]) -> _Pieces:
    for position, part in enumerate(parts):
        if position:
            yield sign
        yield from part


def _shifted(day: _Pieces, node: nodes.Shifted) -> _Pieces:
    if node.months or not node.days:
        moved = "months_before" if node.months < 0 else "months_after"
        name = "term_from" if node.term else moved
        day = _called(name, [day, iter([str(abs(node.months))])])
    return _called("days_after", [day, iter([str(node.days)])]) if node.days else day


def _given(node: _Side) -> int:
    """How much of a side is said by the author or the asker: all, a name, nothing."""
    match node:
        case nodes.DayLiteral() | nodes.NumberLiteral():
            return 2
        case nodes.DayParameter() | nodes.NumberParameter():
            return 1
        case _:
            return 0
