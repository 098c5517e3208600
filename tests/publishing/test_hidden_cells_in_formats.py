"""A hidden number is shown as hidden in every format, and never as a zero."""

import io

import openpyxl
import pytest
from publishing_lab.samples import CATALOGUE
from publishing_lab.toy import report, table

from inclusion_core import Language
from inclusion_core.errors import DeclarationError
from inclusion_core.reports.formats.bars import bars
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_values import ReportFileError
from inclusion_core.reports.formats.wording import cell_text, legend, unknown_text
from inclusion_core.reports.report import Cell, Drawing, Mark, Provenance

HIDDEN = Mark.SUPPRESSED
CELLS = (Cell(value=39, unknown=HIDDEN), Cell(value=HIDDEN), Cell(value=0))
SHOWN = report(table("t", [("r", CELLS)], "abc", drawing=Drawing(column=0)))


@pytest.mark.parametrize("mark", [Mark.NOT_COLLECTED, Mark.NOT_APPLICABLE])
def test_how_many_more_is_a_number_or_hidden(mark):
    with pytest.raises(DeclarationError, match="it is a number, or hidden"):
        Cell(value=39, unknown=mark)


def test_the_number_of_records_is_a_number_or_hidden():
    values = {name: getattr(SHOWN.provenance, name) for name in Provenance.__slots__[:7]}

    with pytest.raises(DeclarationError, match="it is a number, or hidden"):
        Provenance(**{**values, "records": Mark.NOT_APPLICABLE})


def test_it_is_said_beside_a_figure_that_more_is_hidden():
    assert unknown_text(HIDDEN, Language.LV) == "(+[c] nav zināms)"
    assert cell_text(CELLS[0], Language.EN) == "39 (+[c] not known)"


def test_the_legend_tells_hidden_and_zero_apart():
    ids = [each.id for each in legend(SHOWN.sections[0].tables[0])]

    assert ids == ["zero", "suppressed", "unknown"]


def test_nothing_is_drawn_of_what_is_hidden():
    (bar,) = bars(SHOWN.sections[0].tables[0])

    assert bar is None


@pytest.mark.parametrize("key", ["terminal", "md", "html"])
def test_formats_for_people_show_a_sign(key):
    words = CATALOGUE.formats[key].render(SHOWN, Language.EN).decode().replace("\\", "")

    assert "(+[c] not known)" in words


def test_csv_says_that_it_is_hidden():
    document = CATALOGUE.formats["csv"].render(with_records(HIDDEN), Language.EN).decode()
    cells = [line.split(",") for line in document.splitlines() if line.startswith("cell,")]

    assert [(each[7], each[8], each[9]) for each in cells] == [
        ("39", "", "suppressed"),
        ("", "suppressed", "0"),
        ("0", "", "0"),
    ]
    assert "provenance,,,records,Number of records,,,suppressed,," in document


def test_a_workbook_shows_a_sign_in_the_column_of_what_is_not_known():
    data = CATALOGUE.formats["xlsx"].render(SHOWN, Language.EN)
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    rows = [[each.value for each in row] for sheet in sheets for row in sheet.iter_rows()]

    assert any(row[:5] == ["r", 39, "[c]", "[c]", 0] for row in rows)


@pytest.mark.parametrize("records", [100, HIDDEN])
def test_json_is_read_back(records):
    shown = with_records(records)

    assert report_from_json(CATALOGUE.formats["json"].render(shown, Language.EN)) == shown


def test_json_knows_no_other_word_in_place_of_a_number():
    document = CATALOGUE.formats["json"].render(SHOWN, Language.EN)

    with pytest.raises(ReportFileError, match="unknown: write a whole number, 0 or more"):
        report_from_json(document.replace(b'"unknown": "suppressed"', b'"unknown": "zero"'))


def test_the_page_says_that_the_number_of_records_is_hidden():
    words = CATALOGUE.formats["terminal"].render(with_records(HIDDEN), Language.EN).decode()

    assert any(
        line.startswith("Number of records:") and line.endswith("[c]")
        for line in words.splitlines()
    )


def with_records(records):
    import attrs

    provenance = attrs.evolve(SHOWN.provenance, records=records)
    return attrs.evolve(SHOWN, provenance=provenance)
