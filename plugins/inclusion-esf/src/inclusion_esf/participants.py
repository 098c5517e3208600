"""The columns of the participant report: a participation, its traits on entry, what came of it.

The Latvian intermediate body registers participants by supported activity: a row stands for one
participation, that is one person in one programme. What is asked is what Annex I to Regulation (EU)
No 1304/2013 asks; the exact sheet that is handed in is not public here, so that
:data:`PARTICIPANT_COLUMNS` is a layout of our own, made to be replaced.
"""

from __future__ import annotations

from inclusion_core.expr import (
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    any_of,
    completed_years,
    days_after,
    subject,
)
from inclusion_core.expr.handles import Handle
from inclusion_core.expr.nodes import CodeField
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import (
    CitizenshipSpellRow,
    EntryTraitsRow,
    OutcomeRow,
    ParticipationRow,
)
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.reports.form import ListColumn
from inclusion_core.texts import Text, lv
from inclusion_esf.assumptions import RESULTS_SINCE
from inclusion_esf.citizenship import is_third_country_national
from inclusion_esf.definitions import WINDOW_DAYS
from inclusion_esf.table import LABOUR_EVENTS
from inclusion_esf.words import PARTICIPATION_WORDS

__all__ = [
    "PARTICIPANT_COLUMNS",
    "column",
    "has_left",
    "is_in_period",
    "participation",
    "settled_upon_leaving",
    "upon_leaving",
]

participation: ParticipationRow = subject(ParticipationRow)
_traits: EntryTraitsRow = participation.traits
_citizenships: Many[CitizenshipSpellRow] = participation.client.citizenship_spells.on(
    participation.entered_on
)

is_in_period: Condition = (participation.entered_on <= PERIOD_LAST_DAY) & (
    participation.left_on >= PERIOD_FIRST_DAY
)
"""Whether a day of the participation lies in the period."""

has_left: Condition = participation.left_on <= PERIOD_LAST_DAY
settled_upon_leaving: DayExpression = days_after(participation.left_on, WINDOW_DAYS)
"""The day at whose end a result upon leaving stands."""


def upon_leaving(*kinds: OutcomeKind) -> Many[OutcomeRow]:
    """The outcomes of these kinds that are results upon leaving the activity."""
    return participation.outcomes.where(
        lambda each: (
            each.kind.is_in(*kinds)
            & (each.happened_on <= settled_upon_leaving)
            & any_of(
                each.happened_on >= participation.left_on,
                RESULTS_SINCE.is_(0) & (each.happened_on >= participation.entered_on),
            )
        )
    )


def column(
    key: str, shows: Handle, says: Text | None = None, *, known_where: Condition | None = None
) -> ListColumn:
    """A column; where nothing is said, it is called as in the participation record."""
    called = PARTICIPATION_WORDS.field_text("esf_participation", key) if says is None else says
    return ListColumn(id=key, says=called, shows=shows, known_where=known_where)


def _result(key: str, shows: Handle) -> ListColumn:
    """What came of it by the 28th day after leaving, for who has left."""
    return ListColumn(
        id=key,
        says=PARTICIPATION_WORDS.field_text("esf_participation", key),
        shows=shows,
        asked_where=has_left,
        settled_on=settled_upon_leaving,
    )


WHO: tuple[ListColumn, ...] = (
    column(
        "person",
        CodeExpression(CodeField(participation.client.row, "person_id"), str),
        lv("persona").en("person"),
    ),
    column(
        "operation", CodeExpression(CodeField(participation.programme.row, "operation_id"), str)
    ),
    column(
        "activity",
        participation.programme.declared_as,
        lv("atbalstāmā darbība").en("supported activity"),
    ),
    ListColumn(
        id="first",
        says=lv("pirmo reizi projektā").en("first time in the operation"),
        shows=participation.begun_enrolments.exist(),
        as_things_stand=True,
    ),
    column("entered_on", participation.entered_on),
    column("left_on", participation.left_on),
)

ON_ENTRY: tuple[ListColumn, ...] = (
    column("gender", participation.client.gender),
    column(
        "age",
        completed_years(participation.client.born_on, participation.entered_on),
        lv("vecums iestājoties").en("age on entry"),
    ),
    column("labour_status", _traits.labour_status),
    column("unemployed_since", _traits.unemployed_since),
    column("in_education", _traits.in_education),
    column("education_level", _traits.education_level),
    column("jobless_household", _traits.jobless_household),
    column("dependent_children", _traits.dependent_children),
    column("single_adult", _traits.single_adult),
    column("foreign_background", _traits.foreign_background),
    column("minority", _traits.minority),
    column(
        "third_country_national",
        is_third_country_national(
            participation.client.citizenship_spells, participation.entered_on
        ),
        known_where=_citizenships.exist(),
    ),
    column("disability", _traits.disability),
    column("other_disadvantage", _traits.other_disadvantage),
    column("homeless", _traits.homeless),
    column("settlement", _traits.settlement),
    column("region", _traits.region),
)

UPON_LEAVING: tuple[ListColumn, ...] = (
    _result(
        "labour_event_upon_leaving",
        upon_leaving(*LABOUR_EVENTS).latest_code(
            lambda each: each.kind, by=lambda each: each.happened_on
        ),
    ),
    _result(
        "education_upon_leaving",
        upon_leaving(OutcomeKind.EDUCATION, OutcomeKind.TRAINING).exist(),
    ),
    _result("qualification_upon_leaving", upon_leaving(OutcomeKind.QUALIFICATION).exist()),
)

PARTICIPANT_COLUMNS: tuple[ListColumn, ...] = (*WHO, *ON_ENTRY, *UPON_LEAVING)
"""Our layout: who and where, the traits on entry, what came of it within four weeks."""
