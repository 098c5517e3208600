"""What was written when: changes, corrections, what was taken back."""

from datetime import date

import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Act
from inclusion_core.testing.stories import Story
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.values import ABSENT
from inclusion_core.wire import read_journal, write_journal


def story(**days):
    return Story("sif.mentoring", **{"known_on": "2018-12-03", **days})


def entered(told):
    return told.client("anna").enters("2018-05-02")


def left_on(told, known_on=None):
    (stay,) = told.caseload(known_on).of(Participation)
    return stay.left_on


def versions(told, record):
    listed = [each for each in told.journal().versions if each.record_id == record.id]
    return [(each.version, each.act, each.recorded_on, each.why) for each in listed]


def test_what_is_told_on_one_day_is_one_version():
    told = story()
    stay = entered(told)
    stay.leaves("2018-11-30", because="completed")

    assert versions(told, stay) == [(1, Act.RECORDED, date(2018, 12, 3), "")]
    assert left_on(told) == date(2018, 11, 30)


def test_what_is_told_later_is_a_change():
    told = story(recorded_on="2018-05-02")
    stay = entered(told)
    told.goes_on("2018-11-30")
    stay.leaves("2018-11-30")

    assert versions(told, stay) == [
        (1, Act.RECORDED, date(2018, 5, 2), ""),
        (2, Act.CHANGED, date(2018, 11, 30), ""),
    ]
    assert left_on(told, "2018-11-29") is ABSENT
    assert left_on(told) == date(2018, 11, 30)


def test_a_correction_is_known_from_its_day_on():
    told = story()
    stay = entered(told)
    told.corrected(stay, on="2019-02-01", why="wrong form", entered_on="2018-05-09")
    told.changed(stay.record, on=date(2019, 3, 1), left_on="2019-02-28")

    assert versions(told, stay)[1:] == [
        (2, Act.CORRECTED, date(2019, 2, 1), "wrong form"),
        (3, Act.CHANGED, date(2019, 3, 1), ""),
    ]
    (known,) = told.caseload("2019-02-01").of(Participation)
    assert (known.entered_on, known.left_on) == (date(2018, 5, 9), ABSENT)
    assert told.caseload().of(Participation)[0].entered_on == date(2018, 5, 2)


def test_what_was_taken_back_is_not_there_and_an_erased_record_leaves_a_tombstone():
    told = story()
    stay = entered(told)
    told.retracted(stay, on="2018-12-03", why="twice")
    told.erased("client", "anna", on="2018-12-03")
    told.erased("client", "c-9")

    caseload = told.caseload()
    assert caseload.of(Participation) == ()
    assert caseload.tombstones == (("client", "anna"), ("client", "c-9"))
    with pytest.raises(StoryError, match="participation 'participation-1': it was taken back"):
        assert stay.record
    with pytest.raises(StoryError, match="taken back; tell another record"):
        stay.leaves("2018-11-30")
    with pytest.raises(StoryError, match="taken back; tell another record"):
        told.corrected(stay, on="2018-12-04", left_on="2018-11-30")


def test_nothing_is_written_before_what_is_written_already():
    told = story()
    stay = entered(told)
    with pytest.raises(StoryError) as raised:
        told.corrected(stay, on="2018-11-01", left_on="2018-10-01")
    assert str(raised.value) == (
        "participation 'participation-1': it was recorded on 2018-12-03, after 2018-11-01; tell "
        "what follows on that day or later, or begin earlier: Story(recorded_on='2018-11-01')"
    )
    told.corrected(stay, on="2019-02-01", left_on="2018-10-01")
    with pytest.raises(StoryError, match="recorded on 2019-02-01, after 2018-12-03"):
        stay.leaves("2018-11-30")


def test_a_change_moves_nothing_that_is_settled_at_entry():
    told = story()
    stay = entered(told)
    with pytest.raises(StoryError, match=r"entered_on: it is settled once.*story.corrected"):
        told.changed(stay, on="2019-02-01", entered_on="2018-05-09")


def test_an_id_stays():
    told = story()
    with pytest.raises(StoryError, match="its id stays what it is"):
        told.corrected(entered(told), on="2019-02-01", id="other")


def test_only_what_is_told_can_be_corrected():
    elsewhere = entered(story())
    with pytest.raises(StoryError, match="nothing is told of it; tell it first"):
        story().corrected(elsewhere, on="2019-02-01", left_on="2018-10-01")


def test_a_journal_is_one_that_files_hold(tmp_path):
    told = story(recorded_on="2018-05-02")
    stay = entered(told)
    told.corrected(stay, on="2018-06-01", left_on="2018-10-01")
    told.erased("client", "c-9")

    write_journal(told.journal(), tmp_path / "told.json", SCHEMA)
    reading = read_journal(tmp_path / "told.json", SCHEMA)

    assert reading.findings == ()
    assert set(reading.journal.versions) == set(told.journal().versions)
