"""From when and until when a family is supported: until the project is over."""

from __future__ import annotations

from inclusion_core.expr import all_of
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.texts import lv
from inclusion_eea.programme import FAMILIES
from inclusion_eea.sources import ANNOUNCEMENT_2013, FINISHED_PROJECTS

__all__ = ["LIMITS", "SUPPORT"]

SUPPORT = Support(
    id="eea.families.support",
    says=lv("atbalsts ģimenei").en("support for the family"),
    given=all_of(),
)
"""Every service that is recorded for a participant."""

_last_day = PARTICIPATION.programme.operation.last_day

_project_end: End = End(
    id="project-end",
    says=lv("projekts ir beidzies").en("the project is over"),
    day=_last_day,
    source=FINISHED_PROJECTS.own_reading(
        lv(
            "sākotnēji 2015. gada aprīļa beigas, vēlāk jūlija beigas; spēkā ir diena, kas "
            "ierakstīta projektam"
        ).en(
            "the end of April 2015 at first, the end of July later; the day that is recorded of "
            "the operation counts"
        )
    ),
    tells=Telling(
        lv("projekta pēdējā diena ir {last_day}").en("the project's last day is {last_day}"),
        {"last_day": _last_day},
    ),
)

UNTIL_PROJECT_END = Limit(
    id="eea.families.until-project-end",
    programme=FAMILIES.id,
    support=SUPPORT,
    says=lv("no iestāšanās dienas līdz projekta beigām").en(
        "from the day of entry to the end of the project"
    ),
    first_day=PARTICIPATION.entered_on,
    ends=(_project_end,),
    source=ANNOUNCEMENT_2013.own_reading(
        lv("cik ilgi atbalsta vienu ģimeni, paziņojums nesaka").en(
            "for how long one family is supported the announcement does not say"
        )
    ),
)

LIMITS: tuple[Limit, ...] = (UNTIL_PROJECT_END,)
