"""The facts of a participation, worked out of the records of a caseload or a register.

A row stands for one person in one operation. What held on entry is that of the first participation
and stays on a return; what held after leaving is looked at from the last day of all of them. Where
two may be the first, or were entered on one day, it is not known whose profile is that on entry.
"""

from __future__ import annotations

from typing import Any

from inclusion_core.expr import (
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    any_of,
    days_after,
    months_after,
    subject,
)
from inclusion_core.expr.handles import Expression
from inclusion_core.expr.nodes import CodeField
from inclusion_core.expr.rows import related
from inclusion_core.facts.rows import (
    CitizenshipSpellRow,
    ClientRow,
    EnrolmentRow,
    EntryTraitsRow,
    LabourSpellRow,
    OutcomeRow,
)
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.texts import lv
from inclusion_core.values import LAST_DAY
from inclusion_esf.assumptions import NON_CITIZENS_ARE_THIRD_COUNTRY, RESULTS_SINCE
from inclusion_esf.citizenship import is_third_country_national
from inclusion_esf.participation import EsfParticipation, EsfParticipationRow, LabourEvent
from inclusion_esf.records import EsfProjectRow
from inclusion_esf.words import PARTICIPATION_WORDS

__all__ = ["PARTICIPATIONS"]

enrolment: EnrolmentRow = subject(EnrolmentRow)
client: ClientRow = enrolment.first_participation.client
traits: EntryTraitsRow = enrolment.first_participation.traits
projects: Many[EsfProjectRow] = related(enrolment.operation, "esf_projects", EsfProjectRow)

entered_on: DayExpression = enrolment.participations.earliest(lambda each: each.entered_on)
left_on: DayExpression = enrolment.participations.latest(lambda each: each.left_on)
has_left: Condition = left_on <= LAST_DAY

one_is_first: Condition = (
    enrolment.participations.where(
        lambda each: each.entered_on <= enrolment.first_participation.entered_on
    ).count()
    <= 1
)
one_client: Condition = any_of(enrolment.person.clients.count() <= 1, one_is_first)

citizenships: Many[CitizenshipSpellRow] = enrolment.person.clients.each(
    lambda each: each.citizenship_spells
)
labour: Many[LabourSpellRow] = enrolment.person.clients.each(lambda each: each.labour_spells)
outcomes: Many[OutcomeRow] = enrolment.participations.each(lambda each: each.outcomes)

six_months_after: DayExpression = months_after(left_on, 6)
work_on_entry: Many[LabourSpellRow] = labour.on(entered_on)
work_six_months_after: Many[LabourSpellRow] = labour.on(six_months_after)
asked_six_months_after: Condition = has_left & work_six_months_after.exist()

LABOUR_EVENTS = tuple(OutcomeKind(event.value) for event in LabourEvent)
"""The outcomes that are labour-market events; they have the same codes."""


def brought_about(until: DayExpression, *kinds: OutcomeKind) -> Many[OutcomeRow]:
    """The outcomes of these kinds up to a day, from the day from which results count."""
    return outcomes.where(
        lambda each: (
            each.kind.is_in(*kinds)
            & (each.happened_on <= until)
            & any_of(
                each.happened_on >= left_on,
                RESULTS_SINCE.is_(0) & (each.happened_on >= entered_on),
            )
        )
    )


def upon_leaving(*kinds: OutcomeKind) -> Many[OutcomeRow]:
    """The outcomes of these kinds that are results upon leaving."""
    return brought_about(days_after(left_on, 28), *kinds)


last_labour_event: CodeExpression[OutcomeKind] = upon_leaving(*LABOUR_EVENTS).latest_code(
    lambda each: each.kind, by=lambda each: each.happened_on
)
better_work: Condition = brought_about(
    six_months_after, OutcomeKind.HIGHER_SKILLED_WORK, OutcomeKind.PROMOTION
).exist()


def _as_it_is(value: Expression[Any]) -> Column:
    return Column(value=value)


def _of_the_first(value: Expression[Any]) -> Column:
    """What the profile at the first entry says."""
    return Column(value=value, known_where=one_is_first)


def _of_the_client(value: Expression[Any]) -> Column:
    """What is recorded of the client who entered first."""
    return Column(value=value, known_where=one_client)


ON_ENTRY: dict[str, Column] = {
    "operation": _as_it_is(CodeExpression(CodeField(enrolment.row, "operation_id"), str)),
    "objective": _as_it_is(projects.only(lambda each: each.objective)),
    "most_deprived": _as_it_is(projects.only(lambda each: each.most_deprived)),
    "region": _of_the_first(traits.region),
    "gender": _of_the_client(client.gender),
    "born_on": _of_the_client(client.born_on),
    "entered_on": _as_it_is(entered_on),
    "left_on": _as_it_is(left_on),
    "labour_status": _of_the_first(traits.labour_status),
    "unemployed_since": _of_the_first(traits.unemployed_since),
    "in_education": _of_the_first(traits.in_education),
    "education_level": _of_the_first(traits.education_level),
    "foreign_background": _of_the_first(traits.foreign_background),
    "minority": _of_the_first(traits.minority),
    "third_country_national": Column(
        value=is_third_country_national(citizenships, entered_on),
        known_where=citizenships.on(entered_on).exist(),
    ),
    "disability": _of_the_first(traits.disability),
    "other_disadvantage": _of_the_first(traits.other_disadvantage),
    "homeless": _of_the_first(traits.homeless),
    "settlement": _of_the_first(traits.settlement),
    "jobless_household": _of_the_first(traits.jobless_household),
    "dependent_children": _of_the_first(traits.dependent_children),
    "single_adult": _of_the_first(traits.single_adult),
    "work_security": Column(
        value=work_on_entry.only(lambda each: each.contract), known_where=work_on_entry.exist()
    ),
    "working_time": Column(
        value=work_on_entry.only(lambda each: each.working_time),
        known_where=work_on_entry.exist(),
    ),
}

UPON_LEAVING: dict[str, Column] = {
    "labour_event_upon_leaving": Column(
        value=CodeExpression(last_labour_event.node, LabourEvent),
        known_where=has_left,
    ),
    "education_upon_leaving": Column(
        value=upon_leaving(OutcomeKind.EDUCATION, OutcomeKind.TRAINING).exist(),
        known_where=has_left,
    ),
    "qualification_upon_leaving": Column(
        value=upon_leaving(OutcomeKind.QUALIFICATION).exist(), known_where=has_left
    ),
}

SIX_MONTHS_AFTER: dict[str, Column] = {
    "labour_status_six_months_after": Column(
        value=work_six_months_after.only(lambda each: each.status),
        known_where=asked_six_months_after,
    ),
    "work_security_six_months_after": Column(
        value=work_six_months_after.only(lambda each: each.contract),
        known_where=asked_six_months_after,
    ),
    "working_time_six_months_after": Column(
        value=work_six_months_after.only(lambda each: each.working_time),
        known_where=asked_six_months_after,
    ),
    "better_work_six_months_after": Column(
        value=better_work, known_where=has_left & (better_work | work_six_months_after.exist())
    ),
}

PARTICIPATIONS: FactsTable = FactsTable(
    id="esf.participation",
    says=lv("viens cilvēks vienā projektā, kā to redz ESF rādītāji").en(
        "one person in one operation, as the indicators of the ESF see them"
    ),
    subject=EnrolmentRow,
    row=EsfParticipationRow,
    record=EsfParticipation,
    columns={**ON_ENTRY, **UPON_LEAVING, **SIX_MONTHS_AFTER},
    words=PARTICIPATION_WORDS,
    assumes=(RESULTS_SINCE, NON_CITIZENS_ARE_THIRD_COUNTRY),
)
