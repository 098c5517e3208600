"""What the conformance kit looks at: each check, and what it promises."""

from __future__ import annotations

from inclusion_core.testing.conformance.checks import CHECKS
from reference_parts.markdown import code, said, table

__all__ = ["conformance_checks"]


def conformance_checks() -> str:
    rows = ((code(each.id), said(each.says)) for each in CHECKS)
    return table(("check", "what it promises"), rows)
