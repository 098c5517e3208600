"""What holds for the document of every report: what stands in the report is read back from it."""

from effort import tries
from hypothesis import HealthCheck, given, settings
from office_lab import docx_paragraphs, docx_rows, parts, read_docx, tables_of
from report_lab import LANGUAGES, reports

from inclusion_core.reports.formats.docx import docx


@settings(deadline=None, max_examples=tries(20), suppress_health_check=[HealthCheck.too_slow])
@given(reports(), LANGUAGES)
def test_every_paragraph_heading_figure_and_mark_is_read_back(report, language):
    data = docx(report, language)
    paragraphs, tables = read_docx(data)

    assert paragraphs == list(docx_paragraphs(report, language))
    assert tables == [list(docx_rows(table, language)) for table in tables_of(report)]
    for name, root in parts(data).items():
        tags = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert not {"hyperlink", "instrText", "vMerge", "gridSpan", "object"} & tags, name
        assert [each for each in root.iter() if each.get("TargetMode") == "External"] == []
