"""A toy programme for status holders: two kinds of support, their limits, and a few records."""

from datetime import date

import attrs

from inclusion_core.expr import months_after
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.facts.telling import CodeSlot, Telling
from inclusion_core.limits import End, Limit, Support, SupportWindow, window_of
from inclusion_core.limits.window import EndDay
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import DaySpan, day_span

KNOWN_ON = date(2018, 12, 3)
PROGRAMME = "toy.status"
ACT = Source(
    lv("Ministru kabineta noteikumi Nr. 102").en("Regulations No. 102 of the Cabinet"),
    short="MK 102",
)

spells = CLIENT.protection_spells.where(
    lambda spell: spell.kind.is_in(ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
)
STATUS_DAY = spells.earliest(lambda spell: spell.notified_on)
STATUS = CodeSlot(
    spells.only(lambda spell: spell.kind),
    {"refugee": lv("bēgļa statusa").en("refugee status")},
)
FULFILLED = PARTICIPATION.support_plans.latest(lambda plan: plan.fulfilled_on)
CLOSED = PARTICIPATION.support_plans.where(
    lambda plan: plan.closing_reason.is_in(ClosingReason.REFUSED)
).earliest(lambda plan: plan.closed_on)

plan_fulfilled = End(
    id="plan-fulfilled",
    says=lv("plāns ir izpildīts").en("the plan is fulfilled"),
    day=FULFILLED,
    source=ACT.point("32.2"),
    open_says=lv("plāns vēl nav izpildīts").en("the plan is not fulfilled yet"),
)
twelve_months = End(
    id="twelve-months",
    says=lv("12 mēneši pēc statusa dienas").en("12 months after the day of status"),
    day=months_after(STATUS_DAY, 12),
    source=ACT.point("32.2"),
    tells=Telling(
        lv("12 mēneši pēc {status} {day:locative}").en("12 months after {status} of {day}"),
        {"status": STATUS, "day": STATUS_DAY},
    ),
)
closure = End(
    id="closure",
    says=lv("klients ir atteicies.").en("the client has refused."),
    day=CLOSED,
    source=ACT.point("34"),
)

WORKER = Support(
    id="toy.status.worker",
    says=lv("sociālā darbinieka atbalsts").en("support by the social worker"),
    given=ATTENDANCE.minutes >= 1,
)
MENTOR = Support(
    id="toy.status.mentor",
    says=lv("mentora atbalsts").en("support by the mentor"),
    given=ATTENDANCE.minutes >= 1,
)
WORKER_LIMIT = Limit(
    id="toy.status.worker",
    programme=PROGRAMME,
    support=WORKER,
    says=lv("sociālais darbinieks līdz plāna izpildei").en(
        "social worker until the plan is fulfilled"
    ),
    first_day=STATUS_DAY,
    ends=(plan_fulfilled, twelve_months, closure),
    source=ACT.point("32.2"),
)
MENTOR_LIMIT = attrs.evolve(
    WORKER_LIMIT,
    id="toy.status.mentor",
    support=MENTOR,
    says=lv("mentors 12 mēnešus").en("mentor for 12 months"),
    ends=(twelve_months.under(ACT.point("33.2")), closure),
    source=ACT.point("33.2"),
)

OFFERED = Programme(id="g-1", operation_id="o-1", declared_as=PROGRAMME)
ANNA = Client(id="c-1", provider_id="p-1")
ENTERED = Participation(id="a-1", client_id="c-1", programme_id="g-1", entered_on=date(2018, 5, 2))
STATUS_SPELL = ProtectionSpell(
    id="s-1",
    client_id="c-1",
    kind=ProtectionKind.REFUGEE,
    first_day=date(2018, 4, 15),
    notified_on=date(2018, 4, 15),
)
PLAN = SupportPlan(id="l-1", participation_id="a-1", drawn_up_on=date(2018, 5, 2))


def cases_of(*records, known_on=KNOWN_ON):
    return Cases.of(Caseload.of_records((OFFERED, ANNA, *records), known_on=known_on))


def standing_of(*records):
    """Where the one participation stands, which is there if no other is given."""
    own = [each for each in records if isinstance(each, Participation)]
    given = records if own else (ENTERED, *records)
    (standing,) = cases_of(*given).in_programme(PROGRAMME)
    return standing


def window(*records, limit=WORKER_LIMIT, on=KNOWN_ON):
    return window_of(limit, standing_of(*records), on)


def bare_window(first, *ends, on=KNOWN_ON):
    """A window of these days, whatever records would make it so."""
    spans = [each if isinstance(each, DaySpan) else day_span(each) for each in ends]
    named = tuple(
        attrs.evolve(closure, id=f"end-{number}") for number, _ in enumerate(spans, start=1)
    )
    return SupportWindow(
        limit=attrs.evolve(WORKER_LIMIT, ends=named),
        standing=standing_of(),
        on=on,
        first=first if isinstance(first, DaySpan) else day_span(first),
        last=DaySpan(min(each.earliest for each in spans), min(each.latest for each in spans)),
        ends=tuple(EndDay(end=end, day=span) for end, span in zip(named, spans, strict=True)),
    )


def ids(ends):
    return [end.id for end in ends]
