"""The check that warns of what is kept too long, where fields are kept for different times."""

from datetime import date

import pytest
from keeping_lab import REGISTER, WITH_SURVEYS, Meeting, Pair, Survey, SurveyNote, journal_of

from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.consistency.people.keeping import KEEPING_CHECKS
from inclusion_core.keeping import erased_when_due

SURVEY = Survey(id="s", client_id="anna", health="good")
MORE = (
    SURVEY,
    Survey(id="lost", client_id="nobody", health="good"),
    SurveyNote(id="note", survey_id="s"),
    Pair(id="one", pair_id="two"),
)


def warned(journal, on):
    found = contradictions(journal.as_known_on(on), WITH_SURVEYS, KEEPING_CHECKS)
    return [each.place.record_id for each in found]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 2, 28), []),
        (date(2021, 3, 1), ["anna"]),
        (date(2023, 9, 1), ["anna", "berta"]),
    ],
)
def test_each_client_is_warned_of_by_what_is_held_of_them(on, expected):
    assert warned(journal_of(*REGISTER, *MORE), on) == expected


@pytest.mark.parametrize(("on", "expected"), [(date(2021, 3, 1), ["anna"]), (date(2021, 9, 1), [])])
def test_a_field_that_only_goes_with_its_record_is_warned_of_until_then(on, expected):
    left = erased_when_due(
        journal_of(*REGISTER, SURVEY), WITH_SURVEYS, due_on=on, on=on, by="u-1", because="over"
    )

    assert warned(left, on) == expected


def test_a_field_that_was_erased_is_not_warned_of():
    meeting = Meeting(id="m", client_id="anna", other_client_id="berta", note="agreed")
    on = date(2021, 3, 1)
    journal = journal_of(*REGISTER, meeting)
    left = erased_when_due(journal, WITH_SURVEYS, due_on=on, on=on, by="u-1", because="over")

    assert warned(journal, on) == ["anna", "berta"]
    assert warned(left, on) == []
