"""The JSON Schema of a report accepts exactly what is read back, but for what it cannot say."""

import json
import re
from copy import deepcopy
from datetime import date

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from report_lab import reports

from inclusion_core.metrics.tally import NoCode
from inclusion_core.periods import Period
from inclusion_core.reports.behind import STATED, Count, Derived, Shows
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_schema import report_schema
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.json_values import ReportFileError
from inclusion_core.reports.report import (
    Cell,
    Drawing,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text

VALIDATOR = Draft202012Validator(report_schema())
WORDS = Text.same("x")
COUNT = Count(metric="m", groups=(("region", ("LV001", NoCode.ABSENT)),), shows=Shows.FIGURE)
CELLS = (
    Cell(value=39, unknown=2, behind=COUNT),
    Cell(value=date(2019, 4, 15), behind=STATED),
    Cell(value=WORDS),
    Cell(value=Mark.SUPPRESSED, unknown=Mark.SUPPRESSED, behind=Derived(of=(COUNT,))),
)
WHOLE = Report(
    id="a.form",
    title=WORDS,
    subtitle=WORDS,
    sections=(
        Section(
            id="s",
            title=WORDS,
            tables=(
                Table(
                    id="t",
                    title=WORDS,
                    row_heading=WORDS,
                    columns=(WORDS,) * 4,
                    rows=(TableRow(id="r", heading=WORDS, cells=CELLS),),
                    drawing=Drawing(column=0, against=1),
                    lists_persons=True,
                ),
            ),
        ),
    ),
    notes=(WORDS,),
    sources=(Source("Act", issued=date(2016, 2, 9), note=WORDS), Source("Other")),
    provenance=Provenance(
        period=Period(date(2018, 1, 1), date(2018, 6, 30)),
        status_day=date(2018, 6, 30),
        known_on=date(2018, 7, 2),
        fingerprint="0" * 64,
        records=7,
        schema_version=1,
        versions=(("inclusion-core", "0.1.0"),),
    ),
)
WRITTEN = json.loads(json_text(WHOLE, Language.EN))


def reads(value):
    try:
        report_from_json(json.dumps(value).encode())
    except ReportFileError as error:
        return error.faults
    return ()


UNSAID = (
    "write a cell for each column of the table",
    "name columns of the table by their places, from 0",
    "the last day lies before the first",
)


def cannot_be_said(value, faults):
    """Whether nothing is wrong but what no JSON Schema can say."""
    whole = re.search(r"(?<![\w\"])-?[0-9]+\.0(?![0-9])", json.dumps(value))
    return bool(whole) or all(fault.problem in UNSAID for fault in faults)


def places(value, path=()):
    """The path of every value inside a value."""
    yield path
    inside = value.items() if isinstance(value, dict) else ()
    for name, each in [*inside, *(enumerate(value) if isinstance(value, list) else ())]:
        yield from places(each, (*path, name))


def changed(value, path, put=None, *, add=""):
    """A copy with another value at a place; without any, the place is taken out."""
    whole = [deepcopy(value)]
    holder = whole
    for step in (0, *path)[:-1]:
        holder = holder[step]
    last = (0, *path)[-1]
    if add and isinstance(holder[last], dict):
        holder[last][add] = put
    elif put is ...:
        del holder[last]
    else:
        holder[last] = put
    return whole[0] if whole else None


PLACES = [
    path
    for path in places(WRITTEN)
    if path[:1] == ("title",) or path[-1:] not in (("lv",), ("en",))
]
ODD = [
    *(..., None, True, 0, -1, 1.0, 2.5, "", "x", [], {}, "suppressed"),
    *("2018-02-29", "2020-02-29", "0000-01-01", "0004-02-29", "0100-02-29", "2018-01-01\n"),
    *("45.5", "1.", "0" * 64, "0" * 64 + "\n"),
    *({"lv": "", "en": "x"}, {"stated": 1}, {"derived": []}, {"no_code": "x"}),
    {"count": 1, "day": None, "unknown": 0},
]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(report_schema())
    assert VALIDATOR.is_valid(WRITTEN)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("odd", [0, 1, 2])
def test_an_odd_value_anywhere_is_accepted_if_and_only_if_it_is_read(odd):
    differing = []
    for number, path in enumerate(PLACES[1:]):
        for value in ODD[(odd + number) % 9 :: 9]:  # each value at every ninth place: enough
            written = changed(WRITTEN, path, value)
            faults, accepted = reads(written), VALIDATOR.is_valid(written)
            if accepted == bool(faults) and not (accepted and cannot_be_said(written, faults)):
                differing.append((path, value))

    assert differing == []


def test_a_name_more_is_refused_wherever_it_stands():
    for path in places(WRITTEN):
        value = changed(WRITTEN, path, 1, add="more")

        if value != changed(WRITTEN, path, 1):  # a name was added to an object
            assert reads(value)
            assert not VALIDATOR.is_valid(value)


@settings(deadline=None, max_examples=tries(20))
@given(st.data())
def test_the_schema_accepts_what_is_written_and_what_is_read(data):
    value = json.loads(json_text(data.draw(reports()), Language.LV))
    assert VALIDATOR.is_valid(value)

    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(list(places(value))[1:60]))
        try:
            value = changed(value, path, data.draw(st.sampled_from(ODD)))
        except (KeyError, IndexError, TypeError):  # the place went with the first change
            break
    faults, accepted = reads(value), VALIDATOR.is_valid(value)

    assert accepted != bool(faults) or (accepted and cannot_be_said(value, faults))


@pytest.mark.parametrize(
    ("path", "put"),
    [
        (("sections", 0, "tables", 0, "rows", 0, "cells", 0), ...),
        (("sections", 0, "tables", 0, "drawing", "column"), 4),
        (("provenance", "period", "last_day"), "2017-12-31"),
    ],
)
def test_what_no_schema_can_say_is_told_by_the_reader(path, put):
    value = changed(WRITTEN, path, put)

    assert VALIDATOR.is_valid(value)
    assert [fault.problem in UNSAID for fault in reads(value)] == [True]


def test_a_whole_number_with_a_point_is_none_for_the_reader():
    value = changed(WRITTEN, ("provenance", "records"), 7.0)

    assert VALIDATOR.is_valid(value)
    assert reads(value)
