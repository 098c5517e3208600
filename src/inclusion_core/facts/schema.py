"""The schema of the core's record classes."""

from __future__ import annotations

from inclusion_core.expr.schema import Schema, schema_of
from inclusion_core.model import RECORD_CLASSES

__all__ = ["SCHEMA"]

SCHEMA: Schema = schema_of(*RECORD_CLASSES)
"""Record types, fields and links of the model."""
