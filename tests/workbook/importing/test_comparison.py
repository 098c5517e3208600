import attrs
from import_lab.rows import ANNA, BORIS, PROVIDER, brought

from inclusion_core.findings import Finding, Place
from inclusion_core.texts import lv
from inclusion_core.workbook.importing.comparison import located

RESULT = brought(PROVIDER, ANNA, BORIS)


def finding(**place):
    return Finding(
        kind="check.x", says=lv("a").en("a"), remedy=lv("b").en("b"), place=Place(**place)
    )


def test_a_finding_about_a_record_is_shown_at_its_cell():
    (found,) = located(
        [finding(record_type="client", record_id="c-n3", field="born_on")],
        RESULT.compared,
        "book.xlsx",
    )

    assert found == finding(
        file="book.xlsx",
        sheet="Client",
        row=3,
        record_type="client",
        record_id="c-n3",
        column="C",
        field="BORN_ON",
    )


def test_a_finding_about_a_whole_record_is_shown_at_its_row():
    (found,) = located(
        [finding(record_type="client", record_id="c-n3")], RESULT.compared, "book.xlsx"
    )

    assert (found.place.row, found.place.column, found.place.field) == (3, "", "")


def test_another_record_that_a_finding_names_has_its_row_beside_its_id():
    named = attrs.evolve(
        finding(record_type="client", record_id="c-n3"),
        says=lv("c-n2 nav c-n").en("c-n2 is not c-n"),
        remedy=lv("salīdziniet {{a}} ar {id}").en("compare {{a}} with {id}").filled(id="c-n2"),
    )

    (found,) = located([named], RESULT.compared, "book.xlsx")

    assert found.says.in_("en") == "c-n2 (sheet Client, row 2) is not c-n"
    assert found.remedy.in_("en") == "compare {a} with c-n2 (sheet Client, row 2)"
    assert found.remedy.in_("lv") == "salīdziniet {a} ar c-n2 (lapa Client, rinda 2)"


def test_a_finding_about_what_is_on_no_row_stays_where_it_is():
    findings = (finding(record_type="client", record_id="c-9"), finding(file="client.csv", row=2))

    assert located(findings, RESULT.compared, "book.xlsx") == findings
