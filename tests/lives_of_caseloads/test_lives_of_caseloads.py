"""Whatever happens to a caseload, in whatever order, all of its forms agree with a plain book.

The machine is in ``lives_lab/machine.py``; ``tests/long_runs/lives.py`` lets it run for long.
"""

import attrs
import pytest
from effort import tries
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from lives_lab import office, reporting
from lives_lab.machine import CaseloadLife, forget_the_empty_database

from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.versions import Act

LIFE = settings(
    stateful_step_count=20,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True, scope="module")
def _leave_nothing_behind():
    yield
    forget_the_empty_database()


TestLivesOfCaseloads = CaseloadLife.TestCase
TestLivesOfCaseloads.settings = settings(LIFE, max_examples=tries(8))


# The machine itself: it finds what is broken.

STORY = (
    ("found", {"people": ()}),
    ("somebody_comes", {"about": "grown up", "gender": "female"}),
    ("somebody_comes", {"about": "child", "gender": "?"}),
    ("somebody_enters", {"at": 0, "entered": "2018-04-01"}),
    ("somebody_enters", {"at": 1, "entered": "2018-06-01"}),
    ("somebody_arrived", {"at": 0, "came": "2018-01-01", "country": "SY"}),
    ("time_goes_by", {"days": 29}),
    ("two_turn_out_to_be_one", {"at": 0, "other": 0}),
    ("a_report_is_made", {"back": 1, "at": 1, "way": "objects"}),
    ("something_is_taken_back", {"kind": "arrival", "at": 0}),
    ("all_moves", {"way": "csv"}),
    ("somebody_is_erased", {"at": 0}),
    ("all_moves", {"way": "json"}),
)
"""One life, step by step: everything that the mistakes below are about happens in it."""


def lived():
    """The story, with all that must hold held after each of its steps."""
    life = CaseloadLife()
    try:
        for name, given in STORY:
            getattr(life, name)(**given)
            life.both_hold_what_the_book_holds()
            life.what_is_known_is_what_the_book_knows()
    finally:
        life.teardown()


def forgetting_a_tombstone(journal, *of_whom, **said):
    left = RIGHTLY_ERASED(journal, *of_whom, **said).versions
    return Journal(tuple(each for each in left if each.record_type != "arrival"))


def leaving_what_was_taken_back(journal, *of_whom, **said):
    left = RIGHTLY_ERASED(journal, *of_whom, **said).versions
    back = {each.order[:2] for each in journal.versions if each.act is Act.RETRACTED}
    kept = [each for each in journal.versions if each.order[:2] in back]
    return Journal((*(each for each in left if each.order[:2] not in back), *kept))


def counting_clients_for_persons(caseload, *asked):
    records = [
        each
        for name, listed in caseload.records.items()
        if name != "same_person_link"
        for each in listed
    ]
    return RIGHTLY_REPORTED(Caseload.of_records(records, known_on=caseload.known_on), *asked)


def knowing_later_things_earlier(journal, on):
    return attrs.evolve(RIGHTLY_KNOWN(journal, max(on, journal.last_recorded_on)), known_on=on)


def losing_why(journal, *where):
    RIGHTLY_WRITTEN(Journal(tuple(attrs.evolve(each, why="") for each in journal.versions)), *where)


RIGHTLY_ERASED, RIGHTLY_WRITTEN = office.erased, office.write_journal
RIGHTLY_REPORTED, RIGHTLY_KNOWN = reporting.report, Journal.as_known_on
MISTAKES = {
    forgetting_a_tombstone: (office, "erased"),
    leaving_what_was_taken_back: (office, "erased"),
    counting_clients_for_persons: (reporting, "report"),
    knowing_later_things_earlier: (Journal, "as_known_on"),
    losing_why: (office, "write_journal"),
}


def test_nothing_is_found_where_nothing_is_broken():
    before = CaseloadLife.taken["somebody_is_erased"]

    lived()

    assert CaseloadLife.taken["somebody_is_erased"] == before + 1


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_on_the_way(monkeypatch, mistake):
    monkeypatch.setattr(*MISTAKES[mistake], mistake)

    with pytest.raises(AssertionError):
        lived()


def test_a_mistake_is_found_in_lives_that_are_drawn(monkeypatch):
    monkeypatch.setattr(Journal, "as_known_on", knowing_later_things_earlier)
    life = seed(4)(type("Life", (CaseloadLife,), {}))

    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            life, settings=settings(LIFE, max_examples=tries(10, least=10), phases=[Phase.generate])
        )
