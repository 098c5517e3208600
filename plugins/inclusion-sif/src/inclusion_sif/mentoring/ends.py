"""What ends the support of the service, each thing said once."""

from __future__ import annotations

from inclusion_core.expr import days_after, latest_of, months_after
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import CodeSlot, Telling
from inclusion_core.limits.limit import End
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.texts import lv
from inclusion_sif.mentoring.plans import CLOSED_ON, CLOSING_REASON, PLAN_FULFILLED
from inclusion_sif.mentoring.status import (
    ARRIVED_ON,
    ASYLUM_LAST_DAY,
    REVOKED_ON,
    STATUS_DAY,
    STATUS_KIND,
    WHICH_STATUS_DAY,
)
from inclusion_sif.sources import ASYLUM_LAW, MK102

__all__ = [
    "closure",
    "plan_fulfilled",
    "procedure_over",
    "sixty_days",
    "status_lost",
    "status_revoked",
    "twelve_months",
]

_STATUS_IN_GENITIVE = {
    ProtectionKind.REFUGEE.value: lv("bēgļa statusa").en("refugee status"),
    ProtectionKind.ALTERNATIVE_STATUS.value: lv("alternatīvā statusa").en("alternative status"),
}

_CLOSED_BECAUSE = {
    ClosingReason.LEFT_COUNTRY.value: lv("klients atstājis valsti").en(
        "the client left the country"
    ),
    ClosingReason.REFUSED.value: lv("klients atteicies").en("the client refused"),
    ClosingReason.BREACH_OF_DUTIES.value: lv("klients nepilda plāna pienākumus").en(
        "the client does not fulfil the duties of the plan"
    ),
}

# Of an asylum seeker.

procedure_over: End = End(
    id="procedure-over",
    says=lv("pagājuši trīs mēneši pēc ierašanās, un galīgais lēmums ir spēkā").en(
        "three months after arrival are over, and the final decision is in force"
    ),
    day=latest_of(months_after(ARRIVED_ON.value, 3), ASYLUM_LAST_DAY.value),
    source=MK102.point("32.1").own_reading(
        lv(
            "no abām dienām, kuras noteikumi nosauc, ņemta vēlākā, bet ne ilgāk par patvēruma "
            "meklētāja statusu"
        ).en(
            "of the two days that the rules name, the later one is taken, but never beyond the "
            "status of an asylum seeker"
        )
    ),
    tells=Telling(
        lv(
            "trīs mēneši pēc ierašanās {arrived_on:locative} vai procedūras pēdējā diena, "
            "{last_day}, ņemot vēlāko"
        ).en(
            "the later of three months after arrival on {arrived_on} and the last day of the "
            "procedure, {last_day}"
        ),
        {"arrived_on": ARRIVED_ON.value, "last_day": ASYLUM_LAST_DAY.value},
    ),
    open_says=lv("Galīgais lēmums vēl nav spēkā.").en("The final decision is not in force yet."),
)

status_lost: End = End(
    id="status-lost",
    says=lv("vairs nav patvēruma meklētājs").en("no longer an asylum seeker"),
    day=ASYLUM_LAST_DAY.value,
    source=ASYLUM_LAW.at(lv("1. panta 9. punkts").en("Article 1(9)")),
    tells=Telling(
        lv("patvēruma meklētājs līdz {last_day:dative}").en("asylum seeker until {last_day}"),
        {"last_day": ASYLUM_LAST_DAY.value},
    ),
)

# Of a status holder.

plan_fulfilled: End = End(
    id="plan-fulfilled",
    says=lv("plāns ir izpildīts").en("the plan is fulfilled"),
    day=PLAN_FULFILLED.value,
    source=MK102.point("32.2"),
    tells=Telling(
        lv("plāns izpildīts {fulfilled_on:locative}").en("plan fulfilled on {fulfilled_on}"),
        {"fulfilled_on": PLAN_FULFILLED.value},
    ),
    open_says=lv("Plāns vēl nav izpildīts.").en("The plan is not fulfilled yet."),
)

twelve_months: End = End(
    id="twelve-months",
    says=lv("12 mēneši pēc statusa iegūšanas dienas").en("12 months after the day of status"),
    day=months_after(STATUS_DAY.value, 12),
    source=MK102.point("32.2").own_reading(WHICH_STATUS_DAY),
    tells=Telling(
        lv("12 mēneši pēc {status} iegūšanas {status_day:locative}").en(
            "12 months after {status} of {status_day}"
        ),
        {
            "status": CodeSlot(STATUS_KIND.value, _STATUS_IN_GENITIVE),
            "status_day": STATUS_DAY.value,
        },
    ),
)

status_revoked: End = End(
    id="status-revoked",
    says=lv("statuss ir atņemts").en("the status is revoked"),
    day=days_after(REVOKED_ON.value, -1),
    source=MK102.point("3.3").own_reading(
        lv("pēdējā diena ir diena, pirms statuss atņemts").en(
            "the last day is the one before the status is revoked"
        )
    ),
    tells=Telling(
        lv("statuss atņemts no {revoked_on:genitive}").en("status revoked from {revoked_on}"),
        {"revoked_on": REVOKED_ON.value},
    ),
)

# Of whomever.

closure: End = End(
    id="closure",
    says=lv("klients atstājis valsti, atteicies vai nepilda plāna pienākumus").en(
        "the client left the country, refused, or does not fulfil the duties of the plan"
    ),
    day=CLOSED_ON.value,
    source=MK102.point("34"),
    tells=Telling(
        lv("{reason}, plāns slēgts {closed_on:locative}").en(
            "{reason}, plan closed on {closed_on}"
        ),
        {
            "reason": CodeSlot(CLOSING_REASON.value, _CLOSED_BECAUSE),
            "closed_on": CLOSED_ON.value,
        },
    ),
)

sixty_days: End = End(
    id="sixty-days",
    says=lv("60 dienas pēc iestāšanās").en("60 days after entry"),
    day=days_after(PARTICIPATION.entered_on, 60),
    source=MK102.point("33.1").own_reading(
        lv("noteikumi nesaka, vai pirmo dienu skaita līdzi; iestāšanās diena nav skaitīta").en(
            "the rules do not say whether the first day counts; the day of entry is not counted"
        )
    ),
    tells=Telling(
        lv("60 dienas pēc iestāšanās {entered_on:locative}").en(
            "60 days after entry on {entered_on}"
        ),
        {"entered_on": PARTICIPATION.entered_on},
    ),
)
