"""Words for support: participation, plan, need, referral, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.need import ReferralDirection, ReferralPartner
from inclusion_core.model.outcome import Evidence, OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import ActionBy, ClosingReason, ExtensionReason, ReviewResult
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "participation": lv("dalība programmā").en("participation"),
    "enrolment": lv("dalība projektā").en("enrolment"),
    "delivery_spell": lv("programmas īstenošanas posms").en("delivery period"),
    "support_plan": lv("atbalsta plāns").en("support plan"),
    "goal": lv("mērķis").en("goal"),
    "planned_action": lv("plānotā darbība").en("planned action"),
    "plan_review": lv("plāna pārskatīšana").en("plan review"),
    "plan_extension": lv("plāna pagarinājums").en("plan extension"),
    "need": lv("vajadzība").en("need"),
    "referral": lv("nosūtījums").en("referral"),
    "outcome": lv("rezultāts").en("outcome"),
}

FIELDS: Mapping[str, Text] = {
    "participation.entered_on": lv("iestāšanās diena").en("day of entry"),
    "participation.left_on": lv("pēdējā diena programmā").en("last day in the programme"),
    "participation.leaving_reason": lv("dalības izbeigšanas iemesls").en("reason for leaving"),
    "participation.traits_id": lv("raksturojums iestājoties").en("profile at entry"),
    "enrolment.first_participation_id": lv("pirmā dalība programmā").en("first participation"),
    "support_plan.drawn_up_on": lv("sastādīšanas diena").en("day drawn up"),
    "support_plan.fulfilled_on": lv("izpildes diena").en("day fulfilled"),
    "support_plan.closed_on": lv("slēgšanas diena").en("day closed"),
    "support_plan.closing_reason": lv("slēgšanas iemesls").en("reason for closing"),
    "goal.set_on": lv("izvirzīšanas diena").en("day set"),
    "goal.met_on": lv("sasniegšanas diena").en("day met"),
    "planned_action.by": lv("izpildītājs").en("to be done by"),
    "planned_action.planned_on": lv("vienošanās diena").en("day agreed"),
    "planned_action.done_on": lv("izpildes diena").en("day done"),
    "plan_review.reviewed_on": lv("pārskatīšanas diena").en("day of review"),
    "plan_extension.extended_until": lv("pagarināts līdz").en("extended until"),
    "plan_extension.reason": lv("iemesls").en("reason"),
    "need.found_on": lv("konstatēšanas diena").en("day found"),
    "need.met_on": lv("apmierināšanas diena").en("day met"),
    "referral.direction": lv("virziens").en("direction"),
    "referral.partner": lv("sadarbības partneris").en("partner"),
    "referral.referred_on": lv("nosūtīšanas diena").en("day of referral"),
    "referral.taken_up_on": lv("pieņemšanas diena").en("day taken up"),
    "outcome.happened_on": lv("notikuma diena").en("day it happened"),
    "outcome.learned_on": lv("uzzināšanas diena").en("day it was learned"),
    "outcome.evidence": lv("pierādījums").en("evidence"),
}

CODES: Mapping[Enum, Text] = {
    LeavingReason.COMPLETED: lv("programma pabeigta").en("programme completed"),
    LeavingReason.LIMIT_REACHED: lv("sasniegts termiņa ierobežojums").en("limit reached"),
    LeavingReason.LEFT_COUNTRY: lv("izbraukšana no valsts").en("left the country"),
    LeavingReason.REFUSED: lv("atteikšanās no atbalsta").en("refused support"),
    LeavingReason.BREACH_OF_DUTIES: lv("pienākumu nepildīšana").en("breach of duties"),
    LeavingReason.TRANSFER: lv("pāreja uz citu pakalpojumu").en("transfer"),
    LeavingReason.DEATH: lv("nāve").en("death"),
    LeavingReason.OTHER: lv("cits iemesls").en("other reason"),
    ClosingReason.COMPLETED: lv("plāns pabeigts").en("plan completed"),
    ClosingReason.LIMIT_REACHED: lv("sasniegts termiņa ierobežojums").en("limit reached"),
    ClosingReason.LEFT_COUNTRY: lv("izbraukšana no valsts").en("left the country"),
    ClosingReason.REFUSED: lv("atteikšanās no atbalsta").en("refused support"),
    ClosingReason.BREACH_OF_DUTIES: lv("pienākumu nepildīšana").en("breach of duties"),
    ClosingReason.TRANSFER: lv("pāreja uz citu pakalpojumu").en("transfer"),
    ClosingReason.DEATH: lv("nāve").en("death"),
    ActionBy.CLIENT: lv("klients").en("client"),
    ActionBy.STAFF: lv("darbinieks").en("staff"),
    ActionBy.BOTH: lv("abi").en("both"),
    ReviewResult.CONTINUED: lv("plāns turpināts").en("plan continued"),
    ReviewResult.AMENDED: lv("plāns grozīts").en("plan amended"),
    ReviewResult.FULFILLED: lv("plāns izpildīts").en("plan fulfilled"),
    ReviewResult.CLOSED: lv("plāns slēgts").en("plan closed"),
    ExtensionReason.HEALTH: lv("veselības stāvoklis").en("health"),
    ExtensionReason.CARE_OF_RELATIVE: lv("tuvinieka aprūpe").en("care of a relative"),
    ExtensionReason.APPEAL_PENDING: lv("pārsūdzība vēl nav izskatīta").en("appeal pending"),
    ExtensionReason.LEARNING_UNFINISHED: lv("mācības nav pabeigtas").en("learning unfinished"),
    ExtensionReason.SERVICE_NOT_AVAILABLE: lv("pakalpojums nav pieejams").en(
        "service not available"
    ),
    ExtensionReason.OTHER: lv("cits iemesls").en("other reason"),
    ReferralDirection.TO_PROGRAMME: lv("uz programmu").en("to the programme"),
    ReferralDirection.FROM_PROGRAMME: lv("no programmas").en("from the programme"),
    ReferralPartner.EMPLOYMENT_SERVICE: lv("nodarbinātības dienests").en("employment service"),
    ReferralPartner.SOCIAL_SERVICE: lv("sociālais dienests").en("social service"),
    ReferralPartner.HEALTH_CARE: lv("veselības aprūpe").en("health care"),
    ReferralPartner.EDUCATION: lv("izglītības iestāde").en("education"),
    ReferralPartner.LEGAL_AID: lv("juridiskā palīdzība").en("legal aid"),
    ReferralPartner.ASYLUM_AUTHORITY: lv("patvēruma lietu iestāde").en("asylum authority"),
    ReferralPartner.NGO: lv("nevalstiskā organizācija").en("non-governmental organisation"),
    ReferralPartner.SELF: lv("pats klients").en("the client"),
    ReferralPartner.OTHER: lv("cits").en("other"),
    OutcomeKind.JOB_SEARCH: lv("darba meklējumi").en("job search"),
    OutcomeKind.EMPLOYMENT: lv("nodarbinātība").en("employment"),
    OutcomeKind.SELF_EMPLOYMENT: lv("pašnodarbinātība").en("self-employment"),
    OutcomeKind.HIGHER_SKILLED_WORK: lv("kvalificētāks vai atbildīgāks darbs").en(
        "work of higher skill or responsibility"
    ),
    OutcomeKind.PROMOTION: lv("paaugstinājums amatā").en("promotion"),
    OutcomeKind.EDUCATION: lv("izglītība").en("education"),
    OutcomeKind.TRAINING: lv("apmācība").en("training"),
    OutcomeKind.QUALIFICATION: lv("kvalifikācijas ieguve").en("gaining a qualification"),
    OutcomeKind.LANGUAGE_LEVEL: lv("valodas prasmes līmenis").en("language level"),
    OutcomeKind.OWN_HOUSING: lv("savs mājoklis").en("own housing"),
    Evidence.REGISTER: lv("reģistra dati").en("register"),
    Evidence.DOCUMENT: lv("dokuments").en("document"),
    Evidence.CLIENT_STATEMENT: lv("klienta apliecinājums").en("client's statement"),
    Evidence.STAFF_OBSERVATION: lv("darbinieka novērojums").en("staff observation"),
}
