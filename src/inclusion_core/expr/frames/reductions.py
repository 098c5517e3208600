"""From the columns of a list's records to one value for each owner of a list.

Each reduction has three steps: columns of the list's rows, their aggregates over each owner, and
the value that follows from the aggregates and from the record that may still come (*the late one*).
The steps of several reductions over one list are taken together, in one pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, assert_never

import attrs
import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.columns import (
    ABSENT_CODE,
    CodeColumn,
    Days,
    Flag,
    Numbers,
    TruthColumn,
    as_column,
    both,
    choose,
    either,
    larger,
    literal,
    not_flag,
    perhaps,
    smaller,
    surely,
    truth_of,
)
from inclusion_core.values import NEVER

NONE_DAY = nw.lit(None, dtype=nw.Date)
NONE_CODE = nw.lit(None, dtype=nw.String)
NO_DAY = Days(NEVER, NEVER)

Value: TypeAlias = TruthColumn | CodeColumn | Days | Numbers
Aggregates: TypeAlias = Mapping[str, Any]
"""The aggregates of one reduction by name; a plain Python value where there are no records."""


@attrs.frozen
class Element:
    """A record of a list as a reduction sees it.

    Attributes:
        holds: Whether it meets the condition of the list.
        value: The day, number or code that is reduced; ``None`` where records are just counted,
            or for a code that is unknown in every row.
        by: The day by which the latest is found.
    """

    holds: TruthColumn
    value: Any = None
    by: Days = NO_DAY


def row_columns(node: nodes.Reduction, each: Element) -> dict[str, Any]:
    """The columns that must be aggregated, by the name of the aggregate."""
    sure, possible = surely(each.holds), perhaps(each.holds)
    match node:
        case nodes.Exists():
            return {"rank": choose(sure, 2, choose(possible, 1, 0))}
        case nodes.RelatedDay(last=False):
            return {
                "least_lo": choose(possible, each.value.lo, NONE_DAY),
                "least_sure_hi": choose(sure, each.value.hi, NONE_DAY),
            }
        case nodes.RelatedDay():
            return {
                "least_lo": choose(possible, each.value.lo, NONE_DAY),
                "most_hi": choose(possible, each.value.hi, NONE_DAY),
                "most_sure_lo": choose(sure, each.value.lo, NONE_DAY),
            }
        case nodes.Count():
            return {"sum_sure": choose(sure, 1, 0), "sum_possible": choose(possible, 1, 0)}
        case nodes.Sum():
            low, high = each.value
            return {
                "sum_lo": choose(sure, low, choose(possible, smaller(low, 0), 0)),
                "sum_hi": choose(sure, high, choose(possible, larger(high, 0), 0)),
            }
        case nodes.OnlyCode() | nodes.LatestCode():
            code = NONE_CODE if each.value is None else as_column(each.value)
            return {
                "least_code": choose(possible, code, NONE_CODE),
                "most_code": choose(possible, code, NONE_CODE),
                "sum_sure": choose(sure, 1, 0),
                "sum_possible": choose(possible, 1, 0),
                "sum_unknown": choose(both(possible, code.is_null()), 1, 0),
                "most_sure_by": choose(sure, each.by.lo, NONE_DAY),
            }
        case _:
            assert_never(node)


def aggregated(
    frame: nw.LazyFrame[Any], group: Sequence[str], columns: Mapping[str, str]
) -> nw.LazyFrame[Any]:
    """The columns aggregated over each group.

    Args:
        frame: A row for each record.
        group: What tells the groups apart.
        columns: What to aggregate, each with the name of the aggregate it is for.
    """
    found = frame.group_by(*group).agg(*(_aggregate(of, nw.col(c)) for c, of in columns.items()))
    sums = [nw.col(c).cast(nw.Int64) for c, of in columns.items() if of.startswith("sum")]
    # DuckDB sums to a wider type, and pyarrow casts nothing while it aggregates.
    return found.with_columns(*sums) if sums else found


def _aggregate(name: str, column: nw.Expr) -> nw.Expr:
    """The aggregate that a name asks for: of a sum, a least or a most."""
    if name.startswith("sum"):
        return column.sum()
    return column.min() if name.startswith("least") else column.max()


def empty(node: nodes.Reduction) -> dict[str, Any]:
    """The aggregates over no record, with nulls filled by what they mean."""
    match node:
        case nodes.Exists():
            return {"rank": 0}
        case nodes.RelatedDay(last=False):
            return {"least_lo": NEVER, "least_sure_hi": NEVER}
        case nodes.RelatedDay():
            return {"least_lo": NEVER, "most_hi": NEVER, "most_sure_lo": NONE_DAY}
        case nodes.Count():
            return {"sum_sure": 0, "sum_possible": 0}
        case nodes.Sum():
            return {"sum_lo": 0, "sum_hi": 0}
        case nodes.OnlyCode() | nodes.LatestCode():
            codes = {"least_code": NONE_CODE, "most_code": NONE_CODE}
            return {
                **codes,
                "sum_sure": 0,
                "sum_possible": 0,
                "sum_unknown": 0,
                "most_sure_by": NONE_DAY,
            }
        case _:
            assert_never(node)


def filled(node: nodes.Reduction, columns: Mapping[str, str]) -> dict[str, Any]:
    """The aggregates as columns, with nulls filled by what they mean over no record."""
    return {
        name: nw.col(columns[name])
        if isinstance(default, nw.Expr)
        else nw.col(columns[name]).fill_null(literal(default))
        for name, default in empty(node).items()
    }


def result(node: nodes.Reduction, found: Aggregates, late: Element | None) -> Value:
    """The value of a reduction; ``late`` is the record that may still come."""
    may_come: Flag = perhaps(late.holds) if late is not None else False
    match node:
        case nodes.Exists():
            yes = found["rank"] == 2
            return truth_of(yes, both(not_flag(may_come), found["rank"] == 0))
        case nodes.RelatedDay(last=False):
            first = late_or(may_come, late, "lo", NEVER)
            return Days(smaller(found["least_lo"], first), found["least_sure_hi"])
        case nodes.RelatedDay():
            return _last_day(found, may_come, late)
        case nodes.Count():
            most = choose(may_come, nodes.COUNT_MOST, found["sum_possible"])
            return Numbers(found["sum_sure"], most)
        case nodes.Sum():
            low = late_or(may_come, late, "lo", 0)
            high = late_or(may_come, late, "hi", 0)
            return Numbers(
                choose(low < 0, -nodes.SUM_MOST, found["sum_lo"]),
                choose(high > 0, nodes.SUM_MOST, found["sum_hi"]),
            )
        case nodes.OnlyCode() | nodes.LatestCode():
            return _agreed(found, may_come)
        case _:
            assert_never(node)


def late_or(may_come: Flag, late: Element | None, end: str, otherwise: date | int) -> Any:
    """One end of the late record's value where it may come; something harmless elsewhere."""
    return otherwise if late is None else choose(may_come, getattr(late.value, end), otherwise)


def _last_day(found: Aggregates, may_come: Flag, late: Element | None) -> Days:
    sure = found["most_sure_lo"]
    none_sure = True if sure is NONE_DAY else sure.is_null()
    earliest = smaller(found["least_lo"], late_or(may_come, late, "lo", NEVER))
    latest = choose(
        may_come, larger(found["most_hi"], late_or(may_come, late, "hi", NEVER)), found["most_hi"]
    )
    return Days(choose(none_sure, earliest, sure), choose(none_sure, NEVER, latest))


def _agreed(found: Aggregates, may_come: Flag) -> CodeColumn:
    """The one code of all records; absent without any, unknown where they may differ."""
    none_at_all = both(not_flag(may_come), found["sum_possible"] == 0)
    certain = both(found["sum_sure"] > 0, found["sum_unknown"] == 0)
    if certain is False:  # there are no records: only one that may still come
        return choose_code(none_at_all, ABSENT_CODE, None)
    same = found["least_code"] == found["most_code"]
    agreed = both(both(certain, same), not_flag(may_come))
    return choose_code(none_at_all, ABSENT_CODE, choose_code(agreed, found["least_code"], None))


def choose_code(condition: Flag, then: CodeColumn, otherwise: CodeColumn) -> CodeColumn:
    """One code where the condition holds, another where it does not."""
    if isinstance(condition, bool):
        return then if condition else otherwise
    columns = (NONE_CODE if code is None else as_column(code) for code in (then, otherwise))
    chosen: nw.Expr = choose(condition, *columns)
    return chosen


def candidate(each: Element) -> Element:
    """An element as :class:`~inclusion_core.expr.nodes.LatestCode` sees it: one that has a day."""
    dated = both(perhaps(each.holds), each.by.lo < NEVER)
    sure = both(surely(each.holds), each.by.hi < NEVER)
    return attrs.evolve(each, holds=truth_of(both(dated, sure), not_flag(dated)))


def contender(each: Element, latest_sure: nw.Expr) -> Element:
    """A candidate that no other one surely comes after."""
    beaten: Flag = False
    if latest_sure is not NONE_DAY:
        beaten = (latest_sure > each.by.hi).fill_null(value=False)
    stays = both(perhaps(each.holds), not_flag(beaten))
    holds = truth_of(both(surely(each.holds), stays), not_flag(stays))
    return attrs.evolve(each, holds=holds)


def joined_flags(flags: list[Flag]) -> Flag:
    """Whether one of them holds, or more."""
    found: Flag = False
    for flag in flags:
        found = either(found, flag)
    return found
