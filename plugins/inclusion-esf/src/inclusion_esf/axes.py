"""By what every figure of the funds may be broken down."""

from __future__ import annotations

from inclusion_core.metrics.metric import Axis
from inclusion_core.texts import lv
from inclusion_esf.definitions import participation

__all__ = ["GENDER", "OBJECTIVE", "REGION"]

GENDER: Axis = Axis(id="gender", says=lv("dzimums").en("gender"), code=participation.gender)
"""Both regulations break all data on participants down by it."""

OBJECTIVE: Axis = Axis(
    id="objective",
    says=lv("ieguldījumu prioritāte vai konkrētais mērķis").en(
        "investment priority or specific objective"
    ),
    code=participation.objective,
)

REGION: Axis = Axis(
    id="region", says=lv("reģions iestājoties").en("region on entry"), code=participation.region
)
