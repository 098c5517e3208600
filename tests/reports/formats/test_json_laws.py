"""JSON gives back any report as it was, with what may be drawn beside its tables."""

from effort import tries
from hypothesis import given, settings
from report_lab import reports

from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.texts import Language


@settings(deadline=None, max_examples=tries(40))
@given(reports())
def test_json_gives_back_the_report(report):
    data = json_text(report, Language.LV)

    assert report_from_json(data) == report
    assert json_text(report_from_json(data), Language.EN) == data
