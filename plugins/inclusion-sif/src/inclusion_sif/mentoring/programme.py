"""What the service is, and whom it is for."""

from __future__ import annotations

from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import lv
from inclusion_sif.sources import MK102

__all__ = ["MENTORING"]

MENTORING = ProgrammeDefinition(
    id="sif.mentoring",
    says=lv("Sociālā darbinieka un sociālā mentora pakalpojums").en(
        "Social worker and social mentor service"
    ),
    target_group=lv("patvēruma meklētāji un personas ar bēgļa vai alternatīvo statusu").en(
        "asylum seekers and persons with refugee or alternative status"
    ),
    operation_number="9.1.4.4./16/I/001",
    sources=(MK102.point("3.3"), MK102.point("32"), MK102.point("33")),
)
