"""What a rule says of somebody about whom nothing is known: nothing, or it asks nothing of them."""

from __future__ import annotations

from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.model.participation import Participation
from inclusion_core.rules.rule import Rule
from inclusion_core.truth import Truth
from inclusion_core.values import FIRST_DAY, LAST_DAY, NOT_ASKED

__all__ = ["without_knowing"]

_NOBODY = Participation(
    id="nobody",
    client_id="nobody",
    programme_id="nothing",
    left_on=NOT_ASKED,
    leaving_reason=NOT_ASKED,
)


def without_knowing(rule: Rule, schema: Schema) -> Truth:
    """What a rule comes to for a participation of which nothing at all is known.

    Where it is not unknown, the rule asks nothing of anybody: it has to be looked at.
    """
    reader = ObjectReader(
        Records(schema, {}),
        parameters=Parameters(days={"judged_on": LAST_DAY}),
        known_on=FIRST_DAY,
    )
    return reader.truth(rule.condition, _NOBODY)
