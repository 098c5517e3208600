"""Journals, and how what is not known turns out."""

from datetime import date
from functools import cache

import attrs
import pytest
from strategies_lab.drawing import drawn
from strategies_lab.garden import GARDEN

from inclusion_core.checks.consistency import contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Act
from inclusion_core.testing.strategies.caseloads import caseloads
from inclusion_core.testing.strategies.completions import completions
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.testing.strategies.journals import journals
from inclusion_core.values import ABSENT, PartialDay, Unknown
from inclusion_core.wire.journals import read_journal, write_journal

KNOWN_ON = date(2020, 6, 1)


@cache
def diaries(*, tidy):
    return drawn(journals(tidy=tidy, known_on=KNOWN_ON), 30)


def test_a_tidy_journal_contradicts_nothing_on_its_last_day():
    for journal in diaries(tidy=True):
        findings = contradictions(journal.as_known_on(KNOWN_ON), SCHEMA)

        assert [each.kind for each in findings if each.severity is Severity.ERROR] == []


@pytest.mark.counted
def test_a_journal_can_be_written_and_read_back(tmp_path):
    for number, journal in enumerate(diaries(tidy=False)[-5:]):
        path = tmp_path / f"{number}.json"
        write_journal(journal, path, SCHEMA)
        reading = read_journal(path, SCHEMA)

        assert reading.findings == ()
        assert set(map(repr, reading.journal.versions)) == set(map(repr, journal.versions))


@pytest.mark.parametrize("tidy", [True, False])
def test_records_are_changed_and_corrected_on_several_days(tidy):
    versions = [each for journal in diaries(tidy=tidy) for each in journal.versions]
    acts = {each.act for each in versions}

    assert acts == ({Act.RECORDED, Act.CHANGED, Act.CORRECTED} if tidy else set(Act))
    assert len({each.recorded_on for each in versions}) == 4
    assert max(each.recorded_on for each in versions) == KNOWN_ON


@pytest.mark.counted
def test_a_journal_of_another_schema_can_be_drawn():
    assert any(journal.versions for journal in drawn(journals(GARDEN), 20))


# How it turns out.


def known(value):
    return not isinstance(value, Unknown | PartialDay)


def recorded(caseload, schema=SCHEMA):
    return {
        (name, record.id): {
            field.name: getattr(record, field.name) for field in schema[name].recorded_fields
        }
        for name, records in caseload.records.items()
        if not schema[name].derived
        for record in records
    }


@cache
def untidy():
    return [each for each in drawn(caseloads(), 40) if len(each) > 8][:8]


@pytest.mark.parametrize("later", [False, True])
def test_what_is_known_stays_and_all_else_becomes_known(later):
    for caseload in untidy():
        before = recorded(caseload)
        for turned_out in drawn(completions(caseload, later=later), 4):
            after = recorded(turned_out)
            assert before.keys() <= after.keys()
            for key, values in before.items():
                for field, value in values.items():
                    now = after[key][field]
                    assert known(now)
                    if isinstance(value, PartialDay):
                        assert value.earliest <= now <= value.latest
                    elif value is ABSENT:
                        assert now is ABSENT or (later and now > caseload.known_on)
                    elif known(value):
                        assert now == value


def test_nothing_comes_as_things_stand():
    for caseload in untidy():
        for turned_out in drawn(completions(caseload), 2):
            assert recorded(turned_out).keys() == recorded(caseload).keys()


def test_what_comes_later_has_all_its_days_after_the_known_one():
    new = [
        (caseload.known_on, name, record)
        for caseload in untidy()
        for turned_out in drawn(completions(caseload, later=True), 8)
        for (name, _), record in recorded(turned_out).items()
        if (name, record["id"]) not in recorded(caseload)
    ]

    assert new
    for known_on, name, record in new:
        days = [
            record[field.name]
            for field in SCHEMA[name].recorded_fields
            if field.kind is FieldKind.DAY
        ]
        assert days
        assert all(day is ABSENT or day > known_on for day in days)
        assert name not in ("client", "entry_traits")


def test_only_what_matters_comes_later():
    plan = Interests(record_types=frozenset({"support_plan"}))
    caseload = Caseload.of_records(
        [Participation(id="p1", client_id="c1", programme_id="g1")], known_on=KNOWN_ON
    )
    found = drawn(completions(caseload, interests=plan, later=True), 12)

    assert {name for each in found for name in each.records} == {"participation", "support_plan"}


def test_nothing_comes_where_nothing_can():
    empty = Caseload.of_records([Provider(id="x", name="x")], known_on=date(2999, 12, 31))

    assert drawn(completions(empty, later=True), 1) == [empty]


def test_what_was_erased_stays_erased():
    caseload = attrs.evolve(
        Caseload.of_records([], known_on=KNOWN_ON), tombstones=(("client", "c9"),)
    )

    assert drawn(completions(caseload), 1) == [caseload]
