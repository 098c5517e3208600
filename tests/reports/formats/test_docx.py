"""A report as a document: what it holds, and how it is printed and read aloud."""

import io
import sys

import attrs
import docx as python_docx
import pytest
from docx.oxml.ns import qn
from office_lab import docx_paragraphs, docx_rows, parts, read_docx, tables_of

from inclusion_core.errors import MissingExtraError
from inclusion_core.reports.formats.docx import DOCX, docx
from inclusion_core.reports.report import Cell, Section, Table, TableRow
from inclusion_core.texts import Language, Text

BOTH = pytest.mark.parametrize("language", Language)


def opened(data):
    return python_docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def document(report):
    return opened(docx(report, Language.LV))


def wide(columns):
    cells = tuple(Cell(value=place) for place in range(columns))
    return Table(
        id="wide",
        title=Text.same("Plata"),
        row_heading=Text.same("Rinda"),
        columns=tuple(Text.same(f"k{place}") for place in range(columns)),
        rows=(TableRow(id="r", heading=Text.same("r"), cells=cells),),
    )


def with_table(report, table):
    section = Section(id="s", title=Text.same("Daļa"), tables=(table,))
    return attrs.evolve(report, sections=(section,))


def test_words_are_those_of_every_other_page(document):
    table = document.tables[0]

    assert [cell.text for cell in table.rows[1].cells] == [
        "Saņēma sociālā mentora pakalpojumu",
        "12\N{NO-BREAK SPACE}345 (+2 nav zināms)",
        "7010",
        "5335",
        "[c]",
    ]
    assert [row.cells[0].text for row in table.rows[3:5]] == ["– strādā", "– – kā pašnodarbinātais"]
    assert document.tables[2].rows[1].cells[1].text == "2019. gada 15. aprīlis"


def test_a_table_is_marked_for_who_does_not_see_it(document):
    for table in document.tables:
        first, *others = table.rows
        properties = table._tbl.tblPr
        title = properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == title
        assert table._tbl.getprevious().style == "Caption"
        assert table._tbl.getprevious().text == title


def test_headings_can_be_listed_and_the_title_is_first(document):
    told = [(each.style.name, each.text) for each in document.paragraphs]

    assert told[0] == ("Title", "Sociālā mentora pakalpojuma starpposma ziņojums")
    assert [words for style, words in told if style == "Heading 1"] == [
        "Personas",
        "Pakalpojumi",
        "Piezīmes",
        "Avoti",
        "Kā šis pārskats tapis",
    ]


def test_figures_stand_at_the_right_and_columns_take_the_room_between_the_margins(document):
    section, table = document.sections[0], document.tables[0]
    room = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    alignments = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]

    assert alignments == [None, 2, 2, 2, 2]
    assert room - 10 <= sum(column.width.twips for column in table.columns) <= room
    assert table.columns[0].width > table.columns[1].width


@pytest.mark.parametrize(("columns", "across"), [(6, False), (7, True)])
def test_a_wide_table_is_printed_across_the_page(report, columns, across):
    section = opened(docx(with_table(report, wide(columns)), Language.LV)).sections[0]

    assert (section.page_width > section.page_height) is across
    assert bool(section.orientation) is across


def test_a_table_of_more_columns_than_word_holds_goes_on_in_another(report):
    told = opened(docx(with_table(report, wide(61)), Language.LV))
    captions = [each.text for each in told.paragraphs if each.style.name == "Caption"]

    assert [[len(row.cells) for row in table.rows] for table in told.tables] == [[61, 61], [2, 2]]
    assert [cell.text for cell in told.tables[1].rows[1].cells] == ["r", "60"]
    assert captions == ["Plata", "Plata"]


@BOTH
def test_the_document_says_its_language_and_numbers_its_pages(report, language):
    data = docx(report, language)
    tag = {"lv": "lv-LV", "en": "en-GB"}[language]
    xml = parts(data)
    footer = next(root for name, root in xml.items() if name.startswith("word/footer"))

    assert set(xml["word/styles.xml"].xpath("//*[local-name()='lang']/@*[local-name()='val']")) == {
        tag
    }
    assert opened(data).core_properties.language == tag
    assert footer.xpath("//@*[local-name()='instr']") == ["PAGE", "NUMPAGES"]


def test_the_properties_are_of_the_report_and_of_no_machine(report):
    long = attrs.evolve(report, title=Text.same("t" * 300))
    properties = opened(docx(long, Language.EN)).core_properties

    assert properties.title == f"{'t' * 254}…"
    assert properties.subject.startswith("Programme for asylum seekers")
    assert properties.keywords == "example.mentoring.interim"
    assert (properties.author, properties.last_modified_by) == ("inclusion_core", "inclusion_core")
    assert properties.comments == ""
    assert properties.created.date() == properties.modified.date() == report.provenance.known_on


def test_long_words_are_all_there(report):
    long = "vārds " * 6_000 + "x" * 40_000
    cell = Table(
        id="t",
        title=Text.same(long),
        row_heading=Text.same(long),
        columns=(Text.same(long),),
        rows=(TableRow(id="r", heading=Text.same(long), cells=(Cell(value=Text.same(long)),)),),
    )
    told = opened(docx(with_table(report, cell), Language.LV))

    assert [[each.text == long for each in row.cells] for row in told.tables[0].rows] == [
        [True, True],
        [True, True],
    ]


@pytest.mark.at_length(few=1)
@BOTH
def test_the_real_reports_of_plugins_are_read_back(real_reports, language):
    for each in real_reports:
        paragraphs, tables = read_docx(docx(each, language))
        assert paragraphs == list(docx_paragraphs(each, language))
        assert tables == [list(docx_rows(table, language)) for table in tables_of(each)]


def test_who_lacks_the_extra_is_told_what_to_install(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'inclusion-core\[docx\]'"):
        DOCX.render(report, Language.LV)
