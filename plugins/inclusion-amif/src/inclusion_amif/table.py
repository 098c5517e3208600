"""The facts of a participation, worked out of the records of a caseload or a register.

A row stands for one person in one operation. Who they are is that of the first participation; where
two may be the first, it is not known whose profile that is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from inclusion_amif.assumptions import (
    AGE_ON,
    APPLICATIONS_UNTIL,
    NON_CITIZENS_ARE_THIRD_COUNTRY,
    PRE_A1_COUNTS,
)
from inclusion_amif.levels import is_higher
from inclusion_amif.nationality import is_third_country_national
from inclusion_amif.participation import AmifParticipation, AmifParticipationRow
from inclusion_amif.records import AmifProjectRow
from inclusion_amif.sources import REGULATION
from inclusion_amif.support import (
    AmifApplicationRow,
    AmifLanguageTestRow,
    AmifSupportRow,
    AmifSurveyAnswerRow,
    AmifVulnerabilityRow,
    ApplicationKind,
    SupportKind,
    TestMoment,
)
from inclusion_amif.words import PARTICIPATION_WORDS
from inclusion_core.expr import (
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    Row,
    any_of,
    completed_years,
    subject,
)
from inclusion_core.expr.nodes import CodeField
from inclusion_core.expr.rows import related
from inclusion_core.facts.rows import (
    CitizenshipSpellRow,
    ClientRow,
    EnrolmentRow,
    ProtectionSpellRow,
)
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.model.status import ProtectionKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv

__all__ = ["ASYLUM_KINDS", "INTEGRATION_KINDS", "IN_ASYLUM_PHASE", "PARTICIPATIONS"]

ASYLUM_KINDS = (SupportKind.LEGAL_ASSISTANCE, SupportKind.OTHER_ASYLUM_SUPPORT)
"""What makes a participant of O.1.1."""

INTEGRATION_KINDS = (
    SupportKind.LANGUAGE_COURSE,
    SupportKind.CIVIC_ORIENTATION_COURSE,
    SupportKind.PROFESSIONAL_GUIDANCE,
    SupportKind.OTHER_INTEGRATION_SUPPORT,
)
"""What makes a participant of O.2.3; measures that have an item of their own are not among them."""

IN_ASYLUM_PHASE = (
    ProtectionKind.ASYLUM_SEEKER,
    ProtectionKind.REFUGEE,
    ProtectionKind.ALTERNATIVE_STATUS,
    ProtectionKind.TEMPORARY_PROTECTION,
)

RowT = TypeVar("RowT", bound=Row)

AFTER_EVERY_DAY = date(2099, 12, 31)
"""By then all is over that ends at all; nothing of the fund is recorded that far ahead."""

enrolment: EnrolmentRow = subject(EnrolmentRow)
client: ClientRow = enrolment.first_participation.client
projects: Many[AmifProjectRow] = related(enrolment.operation, "amif_projects", AmifProjectRow)

entered_on: DayExpression = enrolment.participations.earliest(lambda each: each.entered_on)
left_on: DayExpression = enrolment.participations.latest(lambda each: each.left_on)

one_is_first: Condition = (
    enrolment.participations.where(
        lambda each: each.entered_on <= enrolment.first_participation.entered_on
    ).count()
    <= 1
)
one_client: Condition = any_of(enrolment.person.clients.count() <= 1, one_is_first)

citizenships: Many[CitizenshipSpellRow] = enrolment.person.clients.each(
    lambda each: each.citizenship_spells
).on(entered_on)
statuses: Many[ProtectionSpellRow] = enrolment.person.clients.each(
    lambda each: each.protection_spells
).on(entered_on)
in_asylum_phase: Condition = statuses.where(lambda each: each.kind.is_in(*IN_ASYLUM_PHASE)).exist()

supports: Many[AmifSupportRow] = enrolment.participations.each(
    lambda each: related(each, "amif_supports", AmifSupportRow)
)
answers: Many[AmifSurveyAnswerRow] = enrolment.participations.each(
    lambda each: related(each, "amif_survey_answers", AmifSurveyAnswerRow)
)
applications: Many[AmifApplicationRow] = enrolment.participations.each(
    lambda each: related(each, "amif_applications", AmifApplicationRow)
)
findings: Many[AmifVulnerabilityRow] = enrolment.participations.each(
    lambda each: related(each, "amif_vulnerabilities", AmifVulnerabilityRow)
)


def first_day(
    of: Many[RowT], on: Callable[[RowT], DayExpression], asked: Condition | None = None
) -> Column:
    """The first of the days of some records, or that there is none.

    Args:
        of: The records; it must be known whether there is one.
        on: The day of each.
        asked: Where there is none, this must be known besides: that somebody looked.
    """
    there_is_one = of.exist()
    there_is_none = ~there_is_one if asked is None else ~there_is_one & asked
    return Column(value=of.earliest(on), known_where=there_is_one | there_is_none)


def is_younger_than(years: int) -> Condition:
    """Whether somebody is younger, on the day on which the age is looked at."""
    born_on = client.born_on
    first_support_on = supports.earliest(lambda each: each.first_day)
    return any_of(
        AGE_ON.is_(0) & (completed_years(born_on, entered_on) < years),
        AGE_ON.is_(1) & (completed_years(born_on, first_support_on) < years),
    )


def received(*kinds: SupportKind) -> Many[AmifSupportRow]:
    """The supports of these kinds."""
    return supports.where(lambda each: each.kind.is_in(*kinds))


def first_of(*kinds: SupportKind) -> Column:
    """The first day of a support of these kinds."""
    return first_day(received(*kinds), lambda each: each.first_day)


def tests(course: AmifSupportRow, moment: TestMoment) -> Many[AmifLanguageTestRow]:
    """The tests of a course at one end of it."""
    return course.amif_language_tests.where(lambda each: each.moment.is_in(moment))


def is_a_level_up(course: AmifSupportRow) -> Condition:
    """Whether the level upon leaving a course is above that on entry to the same course."""
    return is_higher(
        tests(course, TestMoment.LEAVING).only(lambda each: each.level),
        tests(course, TestMoment.ENTRY).only(lambda each: each.level),
    )


def is_tested(course: AmifSupportRow) -> Condition:
    """Whether a course was tested at both ends."""
    return tests(course, TestMoment.ENTRY).exist() & tests(course, TestMoment.LEAVING).exist()


courses: Many[AmifSupportRow] = received(SupportKind.LANGUAGE_COURSE)
courses_left: Many[AmifSupportRow] = courses.where(lambda each: each.last_day <= AFTER_EVERY_DAY)


def applied(kind: ApplicationKind) -> Column:
    """The day of the first application of a kind since entry."""
    return first_day(
        applications.where(
            lambda each: (
                each.kind.is_in(kind)
                & (each.applied_on >= entered_on)
                & any_of(each.applied_on <= left_on, APPLICATIONS_UNTIL.is_(1))
            )
        ),
        lambda each: each.applied_on,
    )


WHO: dict[str, Column] = {
    "operation": Column(value=CodeExpression(CodeField(enrolment.row, "operation_id"), str)),
    "objective": Column(value=projects.only(lambda each: each.objective)),
    "gender": Column(value=client.gender, known_where=one_client),
    "born_on": Column(value=client.born_on, known_where=one_client),
    "entered_on": Column(value=entered_on),
    "left_on": Column(value=left_on),
    "third_country_national": Column(
        value=is_third_country_national(citizenships),
        known_where=any_of(citizenships.exist(), in_asylum_phase),
    ),
    "in_asylum_phase": Column(value=in_asylum_phase, known_where=statuses.exist()),
    "vulnerable_on": first_day(
        findings.where(lambda each: each.vulnerable.is_in(YesNo.YES)),
        lambda each: each.found_on,
        asked=findings.exist(),
    ),
}

RECEIVED: dict[str, Column] = {
    "asylum_support_on": first_of(*ASYLUM_KINDS),
    "legal_assistance_on": first_of(SupportKind.LEGAL_ASSISTANCE),
    "pre_departure_on": first_of(SupportKind.PRE_DEPARTURE_MEASURE),
    "integration_support_on": first_of(*INTEGRATION_KINDS),
    "language_course_on": first_of(SupportKind.LANGUAGE_COURSE),
    "civic_orientation_on": first_of(SupportKind.CIVIC_ORIENTATION_COURSE),
    "guidance_on": first_of(SupportKind.PROFESSIONAL_GUIDANCE),
    "family_reunification_on": first_of(SupportKind.FAMILY_REUNIFICATION_HELP),
    "mobility_on": first_of(SupportKind.MOBILITY_SCHEME),
}

CAME_OF_IT: dict[str, Column] = {
    "left_course_on": first_day(courses_left, lambda each: each.last_day),
    "level_up_on": first_day(
        courses_left.where(is_a_level_up),
        lambda each: each.last_day,
        asked=courses_left.for_all(is_tested),
    ),
    "found_helpful_on": first_day(
        answers.where(lambda each: each.helpful.is_in(YesNo.YES)),
        lambda each: each.answered_on,
        asked=answers.exist(),
    ),
    "recognition_on": applied(ApplicationKind.RECOGNITION),
    "long_term_residence_on": applied(ApplicationKind.LONG_TERM_RESIDENCE),
}

AGE: dict[str, Column] = {
    "below_18": Column(value=is_younger_than(18), known_where=one_client),
    "above_60": Column(value=~is_younger_than(61), known_where=one_client),
}

PARTICIPATIONS: FactsTable = FactsTable(
    id="amif.participation",
    says=lv("viens cilvēks vienā projektā, kā to redz fonda rādītāji").en(
        "one person in one project, as the indicators of the fund see them"
    ),
    subject=EnrolmentRow,
    row=AmifParticipationRow,
    record=AmifParticipation,
    columns={**WHO, **RECEIVED, **CAME_OF_IT, **AGE},
    words=PARTICIPATION_WORDS,
    assumes=(AGE_ON, NON_CITIZENS_ARE_THIRD_COUNTRY, PRE_A1_COUNTS, APPLICATIONS_UNTIL),
    source=REGULATION.at(lv("V un VIII pielikums").en("Annexes V and VIII")),
)
