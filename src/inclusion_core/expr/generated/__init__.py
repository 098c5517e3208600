"""The fast reader: expressions about the records of one case, compiled to Python.

An expression is written out once as a plain Python function and then run for many records. Its
meaning is that of the interpreter (:mod:`~inclusion_core.expr.objects`), which reads what little
cannot be written out exactly.
"""

from __future__ import annotations

from inclusion_core.expr.generated.numbering import comparisons
from inclusion_core.expr.generated.reader import GeneratedReader, Trace

__all__ = ["GeneratedReader", "Trace", "comparisons"]
