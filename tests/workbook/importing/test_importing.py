from datetime import date
from typing import Annotated

import attrs
import pytest
from import_lab.rows import (
    ANNA,
    BORIS,
    JANUARY,
    MARCH,
    NOTHING,
    PROVIDER,
    STAY,
    after,
    brought,
    drawing,
    kinds,
    outcomes,
    row,
    workbook,
)

from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, Reference
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Programme
from inclusion_core.model.versions import Act, Version
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import NOT_A_DAY
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile

FIRST = brought(PROVIDER, ANNA, BORIS, STAY)
JOURNAL = after(NOTHING, FIRST)


def again(*rows, **recording):
    """A second import, two months later."""
    how = {"keys": FIRST.keys, "journal": JOURNAL, "recorded_on": MARCH, **recording}
    return brought(*rows, **how)


def changed(filled, **values):
    """A row with other values; an empty text is an empty cell."""
    kept = {**filled.values, **values}
    return attrs.evolve(filled, values={name: kept[name] for name in kept if kept[name] != ""})


def without(journal, act, record_type="client", record_id="c-n2"):
    """The journal after a record was taken back or erased."""
    removed = Version(
        record_type=record_type,
        record_id=record_id,
        version=2,
        recorded_on=date(2018, 2, 1),
        act=act,
        record=None,
    )
    kept = [
        each for each in journal.versions if act is not Act.ERASED or each.record_id != record_id
    ]
    return Journal((*kept, removed))


def test_a_first_import_records_everything_under_new_ids():
    assert outcomes(FIRST) == [
        ("p-n1", "new"),
        ("c-n2", "new"),
        ("c-n3", "new"),
        ("a-n4", "new"),
    ]
    assert FIRST.findings == ()
    assert {(each.version, each.act, each.recorded_on, each.why) for each in FIRST.versions} == {
        (1, Act.RECORDED, JANUARY, "")
    }
    assert JOURNAL.as_known_on(JANUARY).of(Client)[0] == Client(
        id="c-n2",
        provider_id="p-n1",
        born_on=date(1990, 5, 1),
        gender=Gender.FEMALE,
        person_id="c-n2",
    )


def test_numbers_stay_in_the_key_file_and_nowhere_else():
    assert FIRST.keys == KeyFile(
        {
            ("provider", "P"): "p-n1",
            ("client", "17"): "c-n2",
            ("client", "18"): "c-n3",
            ("arrival", "1"): "a-n4",
        }
    )
    assert STAY.values["client_id"] == "17"
    assert FIRST.versions[3].record.client_id == "c-n2"


def test_rows_may_name_records_that_come_later():
    result = brought(STAY, ANNA, PROVIDER)

    assert (kinds(result), len(result.versions)) == ([], 3)


def test_the_same_workbook_again_changes_nothing():
    result = again(PROVIDER, ANNA, BORIS, STAY)

    assert result.versions == ()
    assert {outcome for _, outcome in outcomes(result)} == {"same"}
    assert result.keys == FIRST.keys


def test_the_same_draw_gives_the_same_import():
    assert brought(PROVIDER, ANNA, BORIS, STAY) == brought(PROVIDER, ANNA, BORIS, STAY)


@pytest.mark.parametrize("act", [Act.CHANGED, Act.CORRECTED])
def test_a_changed_cell_becomes_a_change_or_a_correction_as_asked(act):
    result = again(
        PROVIDER,
        ANNA,
        changed(BORIS, gender="male"),
        STAY,
        act=act,
        why="asked again",
        recorded_by="s-1",
    )

    (version,) = result.versions
    assert (version.version, version.act, version.why) == (2, act, "asked again")
    assert (version.recorded_on, version.recorded_by, version.sequence) == (MARCH, "s-1", 1)
    assert attrs.evolve(version.record, gender=NOT_ASKED) == FIRST.versions[2].record
    (compared,) = [each for each in result.compared if each.outcome.value == "changed"]
    assert [field.name for field in compared.fields] == ["gender"]
    assert (compared.before, compared.after) == (FIRST.versions[2].record, version.record)


def test_an_import_comes_after_what_was_recorded_on_that_day():
    second = again(ANNA, changed(BORIS, gender="male"), recorded_on=JANUARY)
    third = brought(
        changed(BORIS, gender="female"), keys=FIRST.keys, journal=after(JOURNAL, second)
    )

    assert [each.sequence for each in (*FIRST.versions[:1], *second.versions, *third.versions)] == [
        1,
        2,
        3,
    ]


def test_an_emptied_cell_means_what_the_field_says_of_it():
    (version,) = again(changed(ANNA, gender="")).versions

    assert version.record.gender == NOT_ASKED


def test_a_field_without_a_column_keeps_what_was_recorded():
    result = again(row("client", "17", only=("id", "died_on"), died_on="2018-03-01"))

    (version,) = result.versions
    assert (version.record.born_on, version.record.gender) == (date(1990, 5, 1), Gender.FEMALE)
    assert version.record.died_on == date(2018, 3, 1)


def test_a_value_without_a_column_counts():
    (version,) = again(row("client", "18", only=("id",), gender="male")).versions

    assert version.record.gender is Gender.MALE


def test_a_new_record_must_have_a_column_for_what_it_needs():
    result = brought(row("client", "17", only=("id", "gender"), gender="female"))

    (finding,) = result.findings
    assert (finding.kind, finding.place.field, finding.place.column) == (
        "wire.required",
        "provider_id",
        "",
    )


def test_an_id_in_place_of_a_number_is_that_record():
    result = brought(
        row("provider", "p-n1", name="Patvērums"),
        row("client", "c-n2", provider_id="p-n1", born_on="1990-05-01", gender="female"),
        journal=JOURNAL,
    )

    assert outcomes(result) == [("p-n1", "same"), ("c-n2", "same"), ("c-n3", "not_in_workbook")]
    assert result.keys == KeyFile()


def test_a_row_that_is_like_a_known_record_is_not_guessed_to_be_it():
    result = again(PROVIDER, attrs.evolve(ANNA, number="99"))

    assert ("c-n1", "new") in outcomes(result)


def test_a_faulty_cell_leaves_its_row_out_and_names_the_place():
    result = brought(PROVIDER, changed(ANNA, born_on=Refused(NOT_A_DAY), gender="CANARY"), BORIS)

    assert outcomes(result) == [("p-n1", "new"), ("c-n2", "left_out"), ("c-n3", "new")]
    assert [each.place for each in result.findings] == [
        Place(
            file="book.xlsx",
            sheet="Client",
            row=2,
            record_type="client",
            column=column,
            field=heading,
        )
        for column, heading in (("C", "BORN_ON"), ("D", "GENDER"))
    ]
    assert ("client", "17") not in result.keys.ids


def test_findings_of_the_workbook_stay():
    finding = Finding(kind="workbook.x", says=lv("a").en("a"), remedy=lv("b").en("b"))
    filled = workbook(PROVIDER, ANNA, findings=(finding,))

    result = imported(
        filled, KeyFile(), NOTHING, SCHEMA, Recording(recorded_on=JANUARY, draw=lambda: "1")
    )

    assert result.findings == (finding,)


def test_a_number_that_nobody_knows_leads_nowhere():
    result = brought(PROVIDER, ANNA, changed(STAY, client_id="71"))

    (finding,) = result.findings
    assert (finding.kind, finding.place.column) == ("workbook.unknown-number", "B")
    assert outcomes(result)[-1] == ("a-n3", "left_out")


@pytest.mark.parametrize("act", [Act.RETRACTED, Act.ERASED])
def test_a_number_whose_record_is_gone_leads_nowhere(act):
    result = brought(STAY, keys=FIRST.keys, journal=without(JOURNAL, act), recorded_on=MARCH)

    assert kinds(result) == ["workbook.no-such-record"]


def test_a_number_that_only_the_key_file_knows_leads_nowhere():
    assert kinds(brought(STAY, keys=FIRST.keys)) == ["workbook.no-such-record"]


def test_a_number_of_the_key_file_without_a_record_gets_its_id():
    result = brought(PROVIDER, ANNA, keys=FIRST.keys)

    assert outcomes(result) == [("p-n1", "new"), ("c-n2", "new")]


def test_rows_that_name_a_faulty_new_row_are_left_out_because_of_it():
    participation = row("participation", "1", client_id="17", programme_id="R")
    traits = row("entry_traits", "1", participation_id="1")

    result = brought(traits, participation, changed(ANNA, gender="x"), PROVIDER, BORIS)

    assert sorted(kinds(result)) == [
        "wire.not-a-code",
        "workbook.refers-to-left-out",
        "workbook.refers-to-left-out",
        "workbook.unknown-number",
    ]
    assert [each.record_type for each in result.versions] == ["provider", "client"]


LEFT_OUT = (("client", "17"), ("client", "17"), ("client", "18"))


def taken_in(*rows, keys=None, journal=NOTHING):
    """An import of a workbook in which the rows of both clients could not be understood."""
    filled = attrs.evolve(workbook(*rows), left_out=LEFT_OUT)
    recording = Recording(recorded_on=MARCH, draw=drawing())
    return imported(filled, keys or KeyFile(), journal, SCHEMA, recording)


def test_rows_that_name_what_was_left_out_before_are_left_out_because_of_it():
    participation = row("participation", "1", at=3, client_id="18", programme_id="R")
    goal = row("entry_traits", "1", at=4, participation_id="1")

    result = taken_in(STAY, participation, goal, keys=KeyFile({("client", "18"): "c-18"}))

    assert sorted(kinds(result)) == [
        *["workbook.refers-to-left-out"] * 3,
        "workbook.unknown-number",
    ]
    assert [key for key, _ in outcomes(result)][-2:] == ["c-n4", "c-18"]
    assert {outcome for _, outcome in outcomes(result)} == {"left_out"}
    assert result.keys == KeyFile({("client", "18"): "c-18"})


def test_a_record_that_was_left_out_before_stays_and_may_be_named():
    result = taken_in(PROVIDER, STAY, keys=FIRST.keys, journal=JOURNAL)

    assert kinds(result) == []
    assert outcomes(result) == [
        ("p-n1", "same"),
        ("a-n4", "same"),
        ("c-n2", "left_out"),
        ("c-n3", "left_out"),
    ]
    assert result.compared[-1].before == FIRST.versions[2].record


def test_a_record_that_is_on_a_good_row_too_is_not_left_out():
    result = taken_in(PROVIDER, ANNA, STAY)

    assert outcomes(result) == [
        ("p-n1", "new"),
        ("c-n2", "new"),
        ("a-n3", "new"),
        ("c-n4", "left_out"),
    ]


def test_a_fault_of_a_cell_that_two_records_are_read_from_is_told_once():
    arrival = row("arrival", "1", client_id="71", arrived_on="2018")
    clients = {"client_id": "71", "other_client_id": "71"}
    link = row("same_person_link", "1", linked_on="2018-01-02", **clients)
    rows = [attrs.evolve(each, sheet="Client") for each in (arrival, link)]

    result = brought(*rows)

    assert [(each.kind, each.place.column) for each in result.findings] == [
        ("workbook.unknown-number", "B"),
        ("workbook.unknown-number", "C"),
    ]


def test_rows_that_name_a_faulty_row_of_a_known_record_stay():
    arrival = row("arrival", "2", client_id="17")

    result = again(changed(ANNA, gender="x"), arrival)

    assert kinds(result) == ["wire.not-a-code"]
    assert outcomes(result)[:2] == [("c-n2", "left_out"), ("a-n1", "new")]


@attrs.frozen(kw_only=True, repr=False)
class Step(Record):
    id: str
    next_id: Annotated[str, Reference("step", inverse="before")]
    name: str


def test_rows_that_name_each_other_or_themselves_come_to_an_end():
    schema = schema_of(Step)
    rows = [
        row("step", number, at=int(number), schema=schema, next_id=following, **named)
        for number, following, named in (
            ("1", "2", {"name": "a"}),
            ("2", "1", {}),
            ("3", "3", {}),
            ("4", "4", {"name": "a"}),
        )
    ]

    result = brought(*rows, schema=schema)

    assert outcomes(result) == [
        ("s-n1", "left_out"),
        ("s-n2", "left_out"),
        ("s-n3", "left_out"),
        ("s-n4", "new"),
    ]
    assert sorted(kinds(result)) == [
        "wire.required",
        "wire.required",
        "workbook.refers-to-left-out",
        "workbook.refers-to-left-out",
    ]


def test_two_rows_of_one_record_are_both_left_out():
    result = brought(PROVIDER, ANNA, attrs.evolve(BORIS, number="17"))

    assert kinds(result) == ["workbook.record-twice"] * 2
    assert [each.record_type for each in result.versions] == ["provider"]


def test_a_number_and_the_id_behind_it_are_one_record():
    result = again(ANNA, attrs.evolve(BORIS, number="c-n2"))

    assert kinds(result) == ["workbook.record-twice"] * 2


def test_a_number_that_no_text_may_be_is_refused():
    result = brought(PROVIDER, attrs.evolve(ANNA, number="1\t7"))

    assert kinds(result) == ["wire.control-character"]
    assert result.findings[0].place.column == "A"


OFFERED = Version(
    record_type="programme",
    record_id="r-1",
    recorded_on=JANUARY,
    record=Programme(id="r-1", operation_id="o-1", declared_as="sif.mentoring"),
)
ENTERED = row("participation", "1", client_id="17", programme_id="r-1", entered_on="2018-01-05")


def test_what_is_settled_once_is_moved_only_by_a_correction():
    journal = Journal((*JOURNAL.versions, OFFERED))
    first = brought(ENTERED, keys=FIRST.keys, journal=journal)
    there = {"keys": first.keys, "journal": after(journal, first), "recorded_on": MARCH}
    moved = changed(ENTERED, entered_on="2018-01-06")

    change = brought(moved, **there)
    correction = brought(moved, act=Act.CORRECTED, why="a slip", **there)
    leaving = brought(changed(ENTERED, left_on="2018-02-01"), **there)

    assert (kinds(first), kinds(change)) == ([], ["workbook.frozen-field"])
    assert (change.findings[0].place.field, change.versions) == ("ENTERED_ON", ())
    assert (kinds(correction), len(correction.versions)) == ([], 1)
    assert (kinds(leaving), len(leaving.versions)) == ([], 1)


def test_nothing_is_recorded_before_what_it_changes():
    result = again(changed(ANNA, gender="male"), BORIS, recorded_on=date(2018, 1, 1))

    (finding,) = result.findings
    assert (finding.kind, finding.place.row) == ("workbook.recorded-earlier", 2)
    assert "2 January 2018" in finding.in_("en")
    assert result.versions == ()


@pytest.mark.parametrize(
    ("act", "kind"),
    [(Act.RETRACTED, "workbook.retracted-record"), (Act.ERASED, "workbook.erased-record")],
)
def test_a_row_does_not_bring_back_what_was_taken_back_or_erased(act, kind):
    result = again(PROVIDER, ANNA, BORIS, STAY, journal=without(JOURNAL, act))

    assert set(kinds(result)) == {kind, "workbook.refers-to-left-out"}
    assert result.versions == ()


def test_what_is_on_no_row_stays_and_is_named():
    result = again(PROVIDER, BORIS)

    assert outcomes(result) == [
        ("p-n1", "same"),
        ("c-n3", "same"),
        ("a-n4", "not_in_workbook"),
        ("c-n2", "not_in_workbook"),
    ]
    assert result.versions == ()


def test_records_of_another_provider_are_not_missed():
    theirs = brought(
        row("provider", "Q", name="Other"),
        row("client", "1", provider_id="Q"),
        journal=JOURNAL,
        draw=drawing("m"),
    )
    journal = after(JOURNAL, theirs)

    assert ("c-n2", "not_in_workbook") not in outcomes(
        brought(row("client", "2", provider_id="Q"), keys=theirs.keys, journal=journal)
    )


def test_what_is_gone_is_not_missed():
    result = again(PROVIDER, BORIS, STAY, journal=without(JOURNAL, Act.RETRACTED))

    assert "not_in_workbook" not in dict(outcomes(result)).values()


def test_no_value_and_no_number_is_told():
    row_with_canaries = row(
        "client",
        "CANARY-1",
        provider_id="CANARY-2",
        born_on="CANARY-3",
        gender="CANARY-4",
        died_on={"unknown": "CANARY-5"},
    )
    result = brought(row_with_canaries, attrs.evolve(row_with_canaries, row=3), PROVIDER, ANNA)

    told = [repr(result), repr(result.keys), repr(row_with_canaries), *map(repr, result.compared)]
    told += [repr(each) + each.in_("lv") + each.in_("en") for each in result.findings]
    assert len(result.findings) == 10
    assert not [each for each in told if "CANARY" in each]
    assert repr(result.compared[-1]) == "Compared('client', 'c-n3', outcome='new')"
