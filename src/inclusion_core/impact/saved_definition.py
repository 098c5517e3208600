"""The definition of a metric as JSON, so that another version of it can be compared with it later.

It is read back over the metric as it is declared now: its words and its handle classes are those of
now, its conditions those that were saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import Column
from inclusion_core.impact.standing import MetricStanding
from inclusion_core.metrics.metric import Axis, ClassifiedOn, Grain, Measure, Membership, Metric
from inclusion_core.texts import Language, Text
from inclusion_core.wire.expressions import expression_json, read_expression

if TYPE_CHECKING:
    from inclusion_core.wire.expressions.document import Expressed

__all__ = ["UnlikeDefinitionError", "definition_json", "rebuilt", "rebuilt_columns", "words_json"]

Written: TypeAlias = dict[str, Any]


class UnlikeDefinitionError(InclusionError):
    """What was saved is no definition; the reader of the file says which."""


def definition_json(standing: MetricStanding) -> Written | None:
    """What a metric asks, and how the columns that it names are worked out; of none, nothing.

    Raises:
        ExpressionError: An expression of it is nested too deep, or too large.
    """
    metric = standing.metric
    if metric is None:
        return None
    return {
        "grain": metric.grain.value,
        "membership": metric.membership.value,
        "classified_on": metric.classified_on.value,
        "measure": metric.measure.value,
        "unit": None if metric.unit is None else words_json(metric.unit),
        "by": "" if metric.by is None else metric.by.id,
        "expressions": {
            name: expression_json(cast("Expressed", each))
            for name, each in metric.expressions.items()
        },
        "columns": {name: _column_json(each) for name, each in standing.columns.items()},
    }


def words_json(words: Text) -> dict[str, str]:
    """Words in both languages, as readers see them."""
    return {each.value: words.in_(each) for each in Language}


def _column_json(column: Column) -> Written:
    known = column.known_where
    return {
        "value": expression_json(cast("Expressed", column.value)),
        "known_where": None if known is None else expression_json(known),
    }


def rebuilt(written: Written, now: Metric, assumed: Mapping[str, int]) -> Metric:
    """A metric as it was defined.

    Args:
        written: What was saved.
        now: The metric of the same id as it is declared now.
        assumed: What it took for granted then, by id.

    Raises:
        UnlikeDefinitionError: Nothing of this kind was saved.
    """
    try:
        asked: dict[str, Any] = {
            name: read_expression(each) for name, each in written["expressions"].items()
        }
        by = asked.pop("by", None)
        unit = written["unit"]
        return attrs.evolve(
            now,
            universe=asked.pop("universe"),
            where=asked.pop("where"),
            amount=asked.pop("amount", None),
            settled_on=asked.pop("settled_on", None),
            by=None if by is None else Axis(id=written["by"], says=_axis_says(now), code=by),
            grain=Grain(written["grain"]),
            membership=Membership(written["membership"]),
            classified_on=ClassifiedOn(written["classified_on"]),
            measure=Measure(written["measure"]),
            unit=None if unit is None else Text(lv=unit["lv"], en=unit["en"], filled_in=True),
            assumes=(*now.assumes, *_no_longer_assumed(written, now, assumed)),
        )
    except (InclusionError, AttributeError, KeyError, TypeError, ValueError):
        # What stands in the file stays out of tracebacks.
        raise UnlikeDefinitionError from None


def rebuilt_columns(written: Written) -> Mapping[str, Column]:
    """How columns were worked out, by name.

    Raises:
        UnlikeDefinitionError: Nothing of this kind was saved.
    """
    try:
        return {name: _column(each) for name, each in written["columns"].items()}
    except (InclusionError, AttributeError, KeyError, TypeError):
        raise UnlikeDefinitionError from None


def _column(written: Written) -> Column:
    known = written["known_where"]
    where = None if known is None else read_expression(known)
    if not isinstance(where, Condition | None):
        raise UnlikeDefinitionError
    return Column(value=read_expression(written["value"]), known_where=where)


def _axis_says(now: Metric) -> Text:
    return Text.same("") if now.by is None else now.by.says


def _no_longer_assumed(
    written: Written, now: Metric, assumed: Mapping[str, int]
) -> Iterator[Assumption]:
    """The numbers that were taken for granted and are not declared any more."""
    declared = {each.id for each in now.assumes}
    for each in written["expressions"].values():
        for part in nodes.walk(read_expression(each).node):
            if isinstance(part, nodes.NumberParameter) and part.name not in declared:
                declared.add(part.name)
                value = assumed.get(part.name, 0)
                yield Assumption(
                    id=part.name,
                    says=Text.same(part.name),
                    default=value,
                    choices={value: Text.same(f"{part.name} = {value}")},
                    source=now.source,
                )
