"""From when and until when the service supports somebody.

An asylum seeker is supported as long as the procedure lasts; a status holder for 12 months after
the day of status; a Ukrainian civilian by the mentor for 60 days after entry. The social worker
stops when the plan is fulfilled, the mentor does not.
"""

from __future__ import annotations

from inclusion_core.expr import latest_of
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.limits.limit import Limit
from inclusion_core.texts import lv
from inclusion_sif.mentoring.ends import (
    closure,
    plan_fulfilled,
    procedure_over,
    sixty_days,
    status_lost,
    status_revoked,
    twelve_months,
)
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.rules import UKRAINIAN_CIVILIANS_SINCE
from inclusion_sif.mentoring.status import (
    ASYLUM_FIRST_DAY,
    STATUS_DAY,
    is_for_ukrainian_civilians,
    on_entry,
)
from inclusion_sif.mentoring.support import MENTOR, WORKER
from inclusion_sif.operation import programme_end
from inclusion_sif.sources import MK102

__all__ = [
    "LIMITS",
    "MENTOR_ASYLUM",
    "MENTOR_STATUS",
    "MENTOR_UKRAINE",
    "WORKER_ASYLUM",
    "WORKER_STATUS",
]

WORKER_ASYLUM = Limit(
    id="sif.mentoring.social-worker-asylum",
    programme=MENTORING.id,
    support=WORKER,
    says=lv(
        "sociālais darbinieks patvēruma meklētājam: trīs mēnešus pēc ierašanās vai līdz galīgajam "
        "lēmumam"
    ).en(
        "social worker for an asylum seeker: three months after arrival or until the final decision"
    ),
    first_day=ASYLUM_FIRST_DAY.value,
    ends=(procedure_over, status_lost),
    source=procedure_over.source,
)

_MENTOR_OF_ASYLUM_SEEKER = MK102.point("33").own_reading(
    lv("neviens lasīts teksts mentora atbalstu patvēruma meklētājam neierobežo").en(
        "no text that was read limits the support of a mentor for an asylum seeker"
    )
)

MENTOR_ASYLUM = Limit(
    id="sif.mentoring.social-mentor-asylum",
    programme=MENTORING.id,
    support=MENTOR,
    says=lv("sociālais mentors patvēruma meklētājam: tikpat ilgi kā sociālais darbinieks").en(
        "social mentor for an asylum seeker: as long as the social worker"
    ),
    first_day=ASYLUM_FIRST_DAY.value,
    ends=(procedure_over.under(_MENTOR_OF_ASYLUM_SEEKER), status_lost),
    source=_MENTOR_OF_ASYLUM_SEEKER,
)

WORKER_STATUS = Limit(
    id="sif.mentoring.social-worker-status",
    programme=MENTORING.id,
    support=WORKER,
    says=lv(
        "sociālais darbinieks: līdz plāna izpildei, bet ne ilgāk kā 12 mēnešus pēc statusa "
        "iegūšanas dienas"
    ).en("social worker: until the plan is fulfilled, at most 12 months after the day of status"),
    first_day=STATUS_DAY.value,
    ends=(plan_fulfilled, twelve_months, closure, status_revoked, programme_end),
    source=MK102.point("32.2"),
)

MENTOR_STATUS = Limit(
    id="sif.mentoring.social-mentor-status",
    programme=MENTORING.id,
    support=MENTOR,
    says=lv("sociālais mentors: ne ilgāk kā 12 mēnešus pēc statusa iegūšanas dienas").en(
        "social mentor: at most 12 months after the day of status"
    ),
    first_day=STATUS_DAY.value,
    ends=(
        *(twelve_months.under(twelve_months.source.point("33.2")), closure),
        *(status_revoked, programme_end),
    ),
    source=MK102.point("33.2"),
)

MENTOR_UKRAINE = Limit(
    id="sif.mentoring.social-mentor-ukraine",
    programme=MENTORING.id,
    support=MENTOR,
    says=lv("sociālais mentors Ukrainas civiliedzīvotājam: ne ilgāk kā 60 dienas").en(
        "social mentor for a Ukrainian civilian: at most 60 days"
    ),
    # The spell covers the day of entry, so that the later of the two is that day, or never.
    first_day=latest_of(
        PARTICIPATION.entered_on,
        on_entry.where(is_for_ukrainian_civilians).earliest(lambda spell: spell.first_day),
    ),
    ends=(sixty_days, closure, programme_end),
    source=MK102.point("33.1"),
    in_force=UKRAINIAN_CIVILIANS_SINCE,
)

LIMITS: tuple[Limit, ...] = (
    *(MENTOR_ASYLUM, MENTOR_STATUS, MENTOR_UKRAINE),
    *(WORKER_ASYLUM, WORKER_STATUS),
)
