"""Services and the limits of the support that they are: which were given outside, at what cost."""

from __future__ import annotations

from inclusion_core.checks.limits_kept.ineligible import (
    IneligibleSupport,
    SupportTotal,
    ineligible_support,
)
from inclusion_core.checks.limits_kept.services import limits_refused, services_within

__all__ = [
    "IneligibleSupport",
    "SupportTotal",
    "ineligible_support",
    "limits_refused",
    "services_within",
]
