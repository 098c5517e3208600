"""Outcomes: what has changed for a client, when it happened and when it was learned."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import NOT_ASKED, Absent, Day, Unknown

__all__ = ["Evidence", "Outcome", "OutcomeKind"]


class OutcomeKind(Enum):
    """What has changed."""

    JOB_SEARCH = "job_search"
    EMPLOYMENT = "employment"
    SELF_EMPLOYMENT = "self_employment"
    HIGHER_SKILLED_WORK = "higher_skilled_work"
    PROMOTION = "promotion"
    EDUCATION = "education"
    TRAINING = "training"
    QUALIFICATION = "qualification"
    LANGUAGE_LEVEL = "language_level"
    OWN_HOUSING = "own_housing"


class Evidence(Enum):
    """On what an outcome rests."""

    REGISTER = "register"
    DOCUMENT = "document"
    CLIENT_STATEMENT = "client_statement"
    STAFF_OBSERVATION = "staff_observation"


@attrs.frozen(kw_only=True, repr=False)
class Outcome(PersonalRecord):
    """One thing that a participation led to.

    The day it was learned is not the day of recording: a client may tell today, and the entry be
    made next week.

    Attributes:
        participation_id: Whose, in which programme.
        kind: What has changed.
        happened_on: Day on which it happened.
        learned_on: Day on which the provider learned of it.
        evidence: On what it rests; absent where there is none.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="outcomes")]
    kind: OutcomeKind | Unknown = NOT_ASKED
    happened_on: Day = NOT_ASKED
    learned_on: Day = NOT_ASKED
    evidence: Evidence | Absent | Unknown = NOT_ASKED
