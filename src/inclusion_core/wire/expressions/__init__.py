"""Expressions as JSON, both ways: lossless, versioned, read strictly.

A document::

    {"schema": "inclusion_core.expression", "schema_version": 1, "type": "condition",
     "expression": {"kind": "not_after",
                    "left": {"kind": "day_field", "name": "entered_on",
                             "row": {"kind": "variable", "record_type": "participation",
                                     "name": "case"}},
                    "right": {"kind": "day_parameter", "name": "judged_on"}}}
"""

from __future__ import annotations

from inclusion_core.wire.expressions.document import expression_json, read_expression
from inclusion_core.wire.expressions.reading import UnreadableExpressionError
from inclusion_core.wire.expressions.schema import expression_schema

__all__ = [
    "UnreadableExpressionError",
    "expression_json",
    "expression_schema",
    "read_expression",
]
