"""What participants receive, and what is learned of them: supports, tests, answers, applications.

The model's services say when something was given and who was there; the fund asks what it was.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, TypeAlias

import attrs

from inclusion_amif.levels import LanguageLevel
from inclusion_core.expr import CodeAttribute, DayAttribute, Row, ToMany, ToOne
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord, SpecialRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, PartialDay, Unknown

__all__ = [
    "AmifApplication",
    "AmifApplicationRow",
    "AmifLanguageTest",
    "AmifLanguageTestRow",
    "AmifSupport",
    "AmifSupportRow",
    "AmifSurveyAnswer",
    "AmifSurveyAnswerRow",
    "AmifVulnerability",
    "AmifVulnerabilityRow",
    "ApplicationKind",
    "ApplicationResult",
    "SupportKind",
    "TestMoment",
]


EventDay: TypeAlias = date | PartialDay | Unknown
"""The day of something that has happened: it may be unknown, and is never absent."""


class SupportKind(Enum):
    """What a participant receives."""

    LEGAL_ASSISTANCE = "legal_assistance"
    OTHER_ASYLUM_SUPPORT = "other_asylum_support"
    PRE_DEPARTURE_MEASURE = "pre_departure_measure"
    LANGUAGE_COURSE = "language_course"
    CIVIC_ORIENTATION_COURSE = "civic_orientation_course"
    PROFESSIONAL_GUIDANCE = "professional_guidance"
    OTHER_INTEGRATION_SUPPORT = "other_integration_support"
    FAMILY_REUNIFICATION_HELP = "family_reunification_help"
    MOBILITY_SCHEME = "mobility_scheme"


@attrs.frozen(kw_only=True, repr=False)
class AmifSupport(PersonalRecord):
    """Something that a participant receives: a course, a consultation, help with a procedure.

    Attributes:
        participation_id: Who, in which project.
        kind: What it is.
        first_day: First day of it.
        last_day: Last day of it; absent while it lasts.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="amif_supports")]
    kind: SupportKind | Unknown = NOT_ASKED
    first_day: EventDay = NOT_ASKED
    last_day: Day = ABSENT


class AmifSupportRow(Row):
    """Something that a participant receives."""

    record_type = "amif_support"
    kind: CodeAttribute[SupportKind] = CodeAttribute(SupportKind)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    amif_language_tests: ToMany[AmifLanguageTestRow] = ToMany(lambda: AmifLanguageTestRow)


class TestMoment(Enum):
    """When in a course a test is taken."""

    __test__ = False  # no test of ours, whatever its name begins with

    ENTRY = "entry"
    LEAVING = "leaving"


@attrs.frozen(kw_only=True, repr=False)
class AmifLanguageTest(PersonalRecord):
    """A test of the language of the host country, at one end of a course.

    Attributes:
        amif_support_id: The language course.
        moment: On entry to the course, or upon leaving it.
        level: What the participant reached.
        taken_on: Day of the test.
    """

    id: str
    amif_support_id: Annotated[str, Reference("amif_support", inverse="amif_language_tests")]
    moment: TestMoment | Unknown = NOT_ASKED
    level: LanguageLevel | Unknown = NOT_ASKED
    taken_on: EventDay = NOT_ASKED


class AmifLanguageTestRow(Row):
    """A test of the language of the host country."""

    record_type = "amif_language_test"
    moment: CodeAttribute[TestMoment] = CodeAttribute(TestMoment)
    level: CodeAttribute[LanguageLevel] = CodeAttribute(LanguageLevel)
    taken_on: DayAttribute = DayAttribute()
    amif_support: ToOne[AmifSupportRow] = ToOne(lambda: AmifSupportRow)


@attrs.frozen(kw_only=True, repr=False)
class AmifSurveyAnswer(PersonalRecord):
    """What a participant says in a survey after an activity.

    Attributes:
        participation_id: Who, in which project.
        helpful: Whether the activity was helpful for their integration.
        answered_on: Day of the answer.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="amif_survey_answers")]
    helpful: YesNo | Unknown = NOT_ASKED
    answered_on: EventDay = NOT_ASKED


class AmifSurveyAnswerRow(Row):
    """What a participant says in a survey."""

    record_type = "amif_survey_answer"
    helpful: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    answered_on: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)


class ApplicationKind(Enum):
    """For what a participant applies."""

    RECOGNITION = "recognition"
    LONG_TERM_RESIDENCE = "long_term_residence"


class ApplicationResult(Enum):
    """What became of an application."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@attrs.frozen(kw_only=True, repr=False)
class AmifApplication(PersonalRecord):
    """An application of a participant to an authority; it counts whatever becomes of it.

    Attributes:
        participation_id: Who, in which project.
        kind: That qualifications or skills acquired in a third country be recognised or assessed;
            or for the status of a long-term resident.
        applied_on: Day of the application.
        decided_on: Day on which it was decided or withdrawn; absent while it is pending.
        result: What became of it; absent while it is pending. No figure asks for it.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="amif_applications")]
    kind: ApplicationKind | Unknown = NOT_ASKED
    applied_on: EventDay = NOT_ASKED
    decided_on: Day = ABSENT
    result: ApplicationResult | Absent | Unknown = ABSENT


class AmifApplicationRow(Row):
    """An application of a participant."""

    record_type = "amif_application"
    kind: CodeAttribute[ApplicationKind] = CodeAttribute(ApplicationKind)
    applied_on: DayAttribute = DayAttribute()
    decided_on: DayAttribute = DayAttribute()
    result: CodeAttribute[ApplicationResult] = CodeAttribute(ApplicationResult)
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)


@attrs.frozen(kw_only=True, repr=False)
class AmifVulnerability(SpecialRecord):
    """A finding on whether a participant is vulnerable, such as a minor or a victim of violence.

    Attributes:
        participation_id: Who, in which project.
        vulnerable: What was found.
        found_on: Day on which it was found.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="amif_vulnerabilities")]
    vulnerable: YesNo | Unknown = NOT_ASKED
    found_on: EventDay = NOT_ASKED


class AmifVulnerabilityRow(Row):
    """A finding on whether a participant is vulnerable."""

    record_type = "amif_vulnerability"
    vulnerable: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    found_on: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
