"""What holds for the workbook of every report: what stands in the report is read back from it."""

import re

from effort import tries
from hypothesis import HealthCheck, Phase, given, settings
from office_lab import NOT_KNOWN, by_calamine, by_openpyxl, meant, parts, seen, tables_of
from report_lab import LANGUAGES, reports

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.xlsx import xlsx

law = settings(
    deadline=None,
    max_examples=tries(25),
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)


@law
@given(reports(), LANGUAGES)
def test_two_libraries_read_the_figures_unknowns_marks_and_headings_of_the_report(report, language):
    data = xlsx(report, language)
    pages, others = by_openpyxl(data), by_calamine(data)
    cover, *sheets = pages.values()

    assert list(pages) == list(others)
    assert [row[0] for row in cover][:2] == [
        one_line(report.title.in_(language)),
        one_line(report.subtitle.in_(language)),
    ]
    assert len(sheets) == len(tables_of(report))
    for sheet, other, table in zip(
        sheets, list(others.values())[1:], tables_of(report), strict=True
    ):
        headings, unknowns, cells = seen(sheet, table)
        assert cells == meant(table, language)
        assert cells == seen(other, table)[2]
        assert sheet[0][0] == one_line(table.title.in_(language))
        usual = [one_line(text.in_(language)) for text in (table.row_heading, *table.columns)]
        assert all(calls(*each) for each in zip(headings, usual, strict=True))
        assert all(NOT_KNOWN[language] in heading for heading in unknowns)


def calls(heading, usual):
    """Whether it is the heading, perhaps with a number, where another is called so too."""
    rest = heading[len(usual) :]
    return heading.startswith(usual) and (not rest or not usual or re.match(r" \(\d+\)$", rest))


@law
@given(reports(), LANGUAGES)
def test_every_word_outside_the_tables_is_there_and_nothing_is_a_formula_or_leads_out(
    report, language
):
    def told(texts):
        return {one_line(text.in_(language)) for text in texts}

    data = xlsx(report, language)
    cover, *sheets = by_openpyxl(data).values()
    first = {row[0] for row in cover}
    for section in report.sections:
        assert told((section.title, *section.paragraphs)) <= first
    assert told(report.notes) <= first
    assert any(report.provenance.fingerprint in words for words in first)
    for sheet, table in zip(sheets, tables_of(report), strict=True):
        assert told(table.notes) <= {row[0] for row in sheet[4 + len(table.rows) :]}
    for name, root in parts(data).items():
        tags = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert not {"f", "mergeCell", "ddeLink", "externalReference"} & tags, name
        assert [each for each in root.iter() if each.get("TargetMode") == "External"] == []
