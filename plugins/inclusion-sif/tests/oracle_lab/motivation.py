"""The motivation programme, by Cabinet regulation 102 and the contract of 2018 as we read them."""

from inclusion_core.model.traits import RiskGround, RiskSpell
from oracle_lab.answers import answer
from oracle_lab.calendar_days import completed_years, last_day_of_term
from oracle_lab.records import (
    client_of,
    day_or_never,
    holds_on,
    operation_end,
    participations_of,
    same_person,
    stays_on,
)
from oracle_lab.support_days import SupportDays

ID = "sif.motivation"
ESTABLISHED = (
    RiskGround.GENDER,
    RiskGround.DISABILITY,
    RiskGround.ETHNICITY,
    RiskGround.HOMELESSNESS,
)
OTHER_MEASURES = ("nva.measure_9_1_1_1", "nva.measure_9_1_1_2")
FOR_OLDER_WORKERS = "nva.measure_7_3_2"


def eligible(caseload, client_id, entry, on):
    """Whether a client who entered on a day may be in the programme on the day asked about."""
    ground = at_risk(caseload, client_id, entry) or aged_fifty(caseload, client_id, entry)
    return answer(ground and not supported_elsewhere(caseload, client_id, on))


def at_risk(caseload, client_id, entry):
    """3.1.1 and 3.1.3 to 3.1.5: a risk that is established on the day of entry."""
    return any(
        spell.client_id == client_id and spell.ground in ESTABLISHED and holds_on(spell, entry)
        for spell in caseload.of(RiskSpell)
    )


def aged_fifty(caseload, client_id, on):
    """3.1.2: fifty completed years."""
    born_on = day_or_never(client_of(caseload, client_id).born_on)
    return born_on is not None and born_on <= on and completed_years(born_on, on) >= 50


def supported_elsewhere(caseload, client_id, on):
    """39.4: the same person is in another measure on that day."""
    measures = list(OTHER_MEASURES)
    if aged_fifty(caseload, client_id, on):
        measures.append(FOR_OLDER_WORKERS)
    person = same_person(caseload, client_id)
    for measure in measures:
        for stay in participations_of(caseload, person, measure):
            if stays_on(stay, on):
                return True
    return False


def six_months(caseload, client_id, participation, entry, on):
    """Six months, the day of entry counted."""
    return SupportDays(
        entry,
        {
            "six-months": last_day_of_term(entry, 6),
            "programme-end": operation_end(caseload, ID, participation),
        },
    )


LIMITS = {"sif.motivation.services": {"sif.motivation.six-months": six_months}}
