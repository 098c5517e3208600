"""Findings: where, what, what to do; in both languages, in the order of reading."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.sources import Source
from inclusion_core.texts import lv

PLACE = Place(file="client.csv", row=7, record_type="client", record_id="c-12", field="born_on")
FINDING = Finding(
    kind="wire.not-a-day",
    says=lv("nav diena").en("not a day"),
    remedy=lv("labojiet to").en("correct it"),
    place=PLACE,
)


@pytest.mark.parametrize(
    ("place", "latvian", "english"),
    [
        (
            PLACE,
            "client.csv, rinda 7, client c-12, lauks born_on",
            "client.csv, row 7, client c-12, field born_on",
        ),
        (Place(), "", ""),
        (Place(file="client.csv"), "client.csv", "client.csv"),
        (Place(row=1), "rinda 1", "row 1"),
        (Place(record_type="client"), "client", "client"),
        (Place(record_id="c-12"), "c-12", "c-12"),
        (Place(field="born_on"), "lauks born_on", "field born_on"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(place, latvian, english):
    assert place.in_("lv") == latvian
    assert place.in_("en") == english


def test_a_language_that_there_is_not_is_named():
    for told in (PLACE, Place(), FINDING):
        with pytest.raises(UnknownNameError, match="no language 'de'"):
            told.in_("de")


def test_a_finding_is_one_line_of_place_fault_and_remedy():
    assert FINDING.in_("lv") == (
        "client.csv, rinda 7, client c-12, lauks born_on: nav diena; labojiet to"
    )
    assert FINDING.in_("en") == (
        "client.csv, row 7, client c-12, field born_on: not a day; correct it"
    )


def test_a_finding_about_no_place_in_particular_says_only_what_is_wrong():
    assert attrs.evolve(FINDING, place=Place()).in_("en") == "not a day; correct it"


def test_findings_are_sorted_by_file_row_record_field_and_kind():
    def at(kind="wire.a", **place):
        return attrs.evolve(FINDING, kind=kind, place=Place(**place))

    in_order = [
        at(),
        at(file="arrival.csv", row=10),
        at(file="client.csv"),
        at(file="client.csv", row=2, record_type="client", record_id="c-2"),
        at(file="client.csv", row=2, record_type="client", record_id="c-2", field="born_on"),
        at(
            "wire.b",
            file="client.csv",
            row=2,
            record_type="client",
            record_id="c-2",
            field="born_on",
        ),
        at(file="client.csv", row=10, record_type="client", record_id="c-1"),
    ]

    assert sorted(in_order[3:] + in_order[:3], key=lambda finding: finding.order) == in_order


def test_a_finding_is_an_error_without_a_rule_of_its_own_if_nobody_says_otherwise():
    assert (FINDING.severity, FINDING.source) == (Severity.ERROR, None)
    assert Finding(kind="x", says=FINDING.says, remedy=FINDING.remedy).place == Place()


def test_a_finding_never_changes_and_may_name_the_rule_that_it_offends():
    rule = Source("Regula Nr. 1182/71", issued=date(1971, 6, 3))
    unusual = attrs.evolve(FINDING, severity=Severity.WARNING, source=rule)

    assert unusual.source is rule
    assert unusual != FINDING
    for value, name in ((unusual, "kind"), (PLACE, "row")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)
