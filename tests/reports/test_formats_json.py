"""JSON: the whole report in both languages, read back strictly."""

import copy
import json
import pickle
from datetime import date
from decimal import Decimal

import attrs
import pytest

from inclusion_core.periods import Period
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.json_values import Fault, ReportFileError
from inclusion_core.reports.report import Cell, Drawing
from inclusion_core.texts import Language, SlotError, Text, lv

SECRET = "Anna Bērziņa"


@pytest.fixture
def document(report):
    return json.loads(json_text(report, Language.LV))


def faults_of(document):
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    with pytest.raises(ReportFileError) as raised:
        report_from_json(data)
    return raised.value.faults


def test_a_report_is_read_back_as_it_was(report):
    assert report_from_json(json_text(report, Language.LV)) == report


def test_a_report_without_an_end_is_read_back_as_it_was(report):
    open_ended = attrs.evolve(report.provenance, period=Period(date(2018, 6, 1)))
    ongoing = attrs.evolve(report, provenance=open_ended)

    assert report_from_json(json_text(ongoing, Language.LV)) == ongoing


def test_the_language_asked_for_changes_no_byte(report):
    assert json_text(report, Language.LV) == json_text(report, Language.EN)


def test_a_cell_says_what_it_holds(document):
    tables = document["sections"][0]["tables"][0], document["sections"][1]["tables"][0]
    figures, days = tables[0]["rows"], tables[1]["rows"]

    assert figures[0]["cells"][0] == {"count": 12345, "unknown": 2}
    assert figures[2]["cells"][2] == {"count": 0, "unknown": 0}
    assert figures[3]["cells"][3] == {"mark": "not_applicable", "unknown": 1}
    assert days[0]["cells"][0] == {"day": "2019-04-15", "unknown": 0}
    assert days[1]["cells"][1]["text"]["lv"] == "= vēl *nav* zināma <diena>"


def test_words_are_written_as_people_read_them(report):
    braced = attrs.evolve(report, title=Text.same("{a} }{ {{b"))
    data = json_text(braced, Language.LV)

    assert json.loads(data)["title"] == {"lv": "{a} }{ {{b", "en": "{a} }{ {{b"}
    assert report_from_json(data) == braced


@pytest.mark.parametrize(
    ("value", "written"),
    [("45.0", "45.0"), ("-0.5", "-0.5"), ("1E+2", "100"), ("0.0000001", "0.0000001")],
)
def test_a_decimal_fraction_keeps_its_digits(report, value, written):
    cell = Cell(value=Decimal(value), unknown=1)
    changed = with_cell(report, cell)
    data = json_text(changed, Language.LV)

    (section, *_) = json.loads(data)["sections"]
    assert section["tables"][0]["rows"][0]["cells"][0] == {"decimal": written, "unknown": 1}
    assert report_from_json(data) == changed


@pytest.mark.parametrize("written", [45.5, "45,5", "1E+2", ".5", "NaN", "", None])
def test_a_decimal_fraction_in_another_form_is_refused(document, written):
    cell = {"decimal": written, "unknown": 0}
    document["sections"][0]["tables"][0]["rows"][0]["cells"][0] = cell

    (found,) = faults_of(document)

    assert str(found).endswith('.cells[0].decimal: write a number in quotation marks, "45.5"')


def with_cell(report, cell):
    """The report with this as its first cell."""
    section = report.sections[0]
    table = section.tables[0]
    row = attrs.evolve(table.rows[0], cells=(cell, *table.rows[0].cells[1:]))
    tables = (attrs.evolve(table, rows=(row, *table.rows[1:])), *section.tables[1:])
    return attrs.evolve(
        report, sections=(attrs.evolve(section, tables=tables), *report.sections[1:])
    )


def with_table(document, **fields):
    document["sections"][0]["tables"][0].update(fields)
    return document


def test_what_may_be_drawn_is_read_back_and_written_only_where_there_is_something(report):
    plain = json.loads(json_text(report, Language.LV))["sections"][0]["tables"][0]
    section = report.sections[0]
    for drawing in (Drawing(), Drawing(column=3, against=1)):
        table = attrs.evolve(section.tables[0], drawing=drawing)
        drawn = attrs.evolve(report, sections=(attrs.evolve(section, tables=(table,)),))
        data = json_text(drawn, Language.LV)

        (written,) = json.loads(data)["sections"][0]["tables"]
        assert written["drawing"] == {"column": drawing.column, "against": drawing.against}
        assert report_from_json(data) == drawn
    assert "drawing" not in plain


@pytest.mark.parametrize(
    ("drawing", "fault"),
    [
        ({"column": 4, "against": None}, "drawing: name columns of the table by their places"),
        ({"column": 0, "against": 4}, "drawing: name columns of the table by their places"),
        ({"column": -1, "against": None}, "drawing.column: write a whole number, 0 or more"),
        ({"column": 0}, "drawing.against: is missing"),
        ([], "drawing: write the fields column, against"),
    ],
)
def test_a_drawing_of_columns_that_are_not_there_is_refused(document, drawing, fault):
    (found,) = faults_of(with_table(document, drawing=drawing))

    assert f"sections[0].tables[0].{fault}" in str(found)


def test_no_drawing_may_be_written_as_null(document, report):
    data = json.dumps(with_table(document, drawing=None)).encode()

    assert report_from_json(data) == report


def test_half_a_character_is_read_back_too(report):
    halved = attrs.evolve(report, title=Text.same("\ud83d \\ud83d"))

    assert report_from_json(json_text(halved, Language.LV)) == halved


def test_a_text_with_slots_to_fill_is_refused(report):
    waiting = attrs.evolve(report, title=lv("{skaits} cilvēki").en("{skaits} people"))

    with pytest.raises(SlotError):
        json_text(waiting, Language.LV)


def test_texts_read_back_do_not_show_their_words_in_repr(report):
    assert "Sociālā" not in repr(report_from_json(json_text(report, Language.LV)))


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        ("kind", "other", "kind: only inclusion_core.report can be read"),
        ("version", 2, "version: only 1 can be read"),
        ("version", True, "version: only 1 can be read"),
        ("id", 7, "id: write words in quotation marks"),
        ("title", "Ziņojums", "title: write the fields lv, en"),
        ("title", {"lv": "a", "en": "b", SECRET: ""}, "title: leave out all fields but lv, en"),
        ("title", {"lv": "a"}, "title.en: is missing"),
        ("sections", {}, "sections: write a list"),
        ("sections.0.tables.0.rows.1.cells.2", None, "sections[0].tables[0].rows[1].cells[2]: {}"),
        ("sections.0.tables.0.rows.1.cells.2", {"count": 1, "mark": "suppressed"}, "{}"),
        ("sections.0.tables.0.rows.1.cells.2.count", 1.0, ".count: write a whole number"),
        ("sections.0.tables.0.rows.1.cells.2.count", True, ".count: write a whole number"),
        ("sections.0.tables.0.rows.1.cells.2.unknown", -1, ".unknown: write a whole number, 0 or"),
        ("sections.0.tables.0.rows.0.cells.3.mark", "hidden", "write one of suppressed, not_coll"),
        ("sections.0.tables.0.rows.0.cells.3.mark", None, "write one of suppressed, not_collected"),
        ("sections.0.tables.0.rows.0.cells", [], "write a cell for each column of the table"),
        ("sections.1.tables.0.rows.0.cells.0.day", "20190415", ".day: write a day as 2018-04-15"),
        ("sections.1.tables.0.rows.0.cells.0.day", "2019-02-29", ".day: write a day as 2018-04-15"),
        ("sections.1.tables.0.rows.0.cells.0.day", 2019, ".day: write a day as 2018-04-15"),
        ("sources.0.confidence", "sure", "write one of found, published, remembered, own_reading"),
        ("provenance.fingerprint", "3F" * 32, "provenance.fingerprint: write 64 digits"),
        ("provenance.fingerprint", None, "provenance.fingerprint: write 64 digits"),
        ("provenance.period.last_day", "2018-05-31", "provenance.period: the last day lies before"),
        ("provenance.period.last_day", "soon", "provenance.period.last_day: write a day"),
        ("provenance.period.first_day", "soon", "provenance.period.first_day: write a day"),
        ("provenance.records", -1, "provenance.records: write a whole number, 0 or more"),
        ("provenance.versions.0.version", None, "provenance.versions[0].version: write words"),
    ],
)
def test_one_fault_is_told_with_its_place_and_what_to_write(document, place, value, fault):
    changed = copy.deepcopy(document)
    *steps, last = (int(step) if step.isdigit() else step for step in place.split("."))
    inside = changed
    for step in steps:
        inside = inside[step]
    inside[last] = value

    (found,) = faults_of(changed)

    assert fault.replace("{}", "write one of count, decimal, day, text, mark, and unknown") in str(
        found
    )


def test_all_faults_are_told_together_and_none_repeats_a_value(document):
    document["title"] = SECRET
    document["notes"][0]["lv"] = [SECRET]
    del document["provenance"]
    document["sections"][0]["tables"][0]["rows"][0]["cells"][0]["count"] = SECRET
    document[SECRET] = 1

    faults = faults_of(document)

    assert [fault.path for fault in faults] == [
        "",
        "provenance",
        "title",
        "sections[0].tables[0].rows[0].cells[0].count",
        "notes[0].lv",
    ]
    assert SECRET not in str(ReportFileError(faults))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "write JSON in UTF-8"),
        (b"{", "write JSON in UTF-8"),
        (b"\xff\xfe{\x00}\x00", "write JSON in UTF-8"),
        (b"[" * 100_000, "write JSON in UTF-8"),
        (b'{"id": NaN}', "write no number that is infinite or none"),
        (b'{"id": "a", "id": "b"}', "name no field of an object twice"),
    ],
)
def test_what_is_no_json_is_refused_as_a_whole(data, problem):
    assert faults_of(data) == (Fault("", problem),)


@pytest.mark.parametrize("data", [b"[]", b"{}", b"null", b'"report"'])
def test_json_that_is_no_report_is_told_what_a_report_has(data):
    (fault,) = faults_of(data)

    assert str(fault).startswith("the whole: write the fields kind, version, id, title")


def test_an_error_keeps_its_faults_when_pickled_and_tells_ten_of_them():
    error = ReportFileError(tuple(Fault(f"notes[{place}]", "write") for place in range(12)))

    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    assert str(error).startswith("not a report file: notes[0]: write; notes[1]: write; ")
    assert str(error).endswith("notes[9]: write; and 2 more")


def test_no_traceback_holds_the_document():
    with pytest.raises(ReportFileError) as raised:
        report_from_json(b'{"title": "Anna')

    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__
