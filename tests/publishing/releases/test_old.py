"""Old publications in a CSV file."""

from decimal import Decimal

import pytest
from release_lab import count

from inclusion_core.metrics.tally import NoCode
from inclusion_core.publishing.releases.old import numbers_in
from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.reports.behind import Shows

HEADING = "metric,axis,code,shows,number\n"


def read(rows, heading=HEADING):
    data = (heading + rows).encode() if isinstance(rows, str) else heading.encode() + rows
    return numbers_in(data, "old.csv", ["m"])


def told(rows, heading=HEADING):
    """Row, column and kind of each finding."""
    return [
        (each.place.row, each.place.field, each.kind.split(".")[1])
        for each in read(rows, heading).findings
    ]


@pytest.mark.parametrize(
    ("row", "expected", "value"),
    [
        ("m,,,,146", count(), 146),
        ("m,,,figure,0", count(), 0),
        ("m,a,x,,39", count(a="x"), 39),
        ("m, a , x | y ,unknown,-2", count(shows=Shows.UNKNOWN, a=("x", "y")), -2),
        ("m,b;a,*;x,open,hidden", count(shows=Shows.OPEN, a="x", b="*"), HIDDEN),
        ("m,a,(none)|(unknown),,4.50", count(a=(NoCode.ABSENT, NoCode.UNKNOWN)), Decimal("4.50")),
    ],
)
def test_a_row_is_a_number(row, expected, value):
    found = read(f"{row}\n")

    assert found.numbers == (Number(count=expected, value=value),)
    assert found.findings == ()


def test_everything_that_is_wrong_is_told_at_once():
    rows = (
        ",,,,1\n"
        "m,,x,,1\n"
        "m,a,,,1\n"
        "m,a;a,x;y,,1\n"
        "m,a,x|,,1\n"
        "m,a,x,sum,1\n"
        'm,a,x,,"1,5"\n'
        "m,a,x,,\n"
        "m,a,x,,12\n"
        "m,a,x,figure,12\n"
        "m,a\n"
        "m,a,x,,12,13\n"
        "n,,,,20\n"
    )

    assert told(rows) == [
        (2, "metric", "no-metric"),
        (3, "axis", "code-without-axis"),
        (4, "code", "axis-without-code"),
        (5, "axis", "code-without-axis"),
        (6, "code", "axis-without-code"),
        (7, "shows", "not-a-kind-of-number"),
        (8, "number", "not-a-number"),
        (9, "number", "not-a-number"),
        (11, "", "told-twice"),
        (12, "", "short-row"),
        (13, "", "long-row"),
        (14, "metric", "unknown-metric"),
    ]
    assert len(read(rows).numbers) == 2


def test_a_row_that_is_no_text_is_told():
    assert told(b"m,a,\xff,,12\n") == [(2, "code", "not-utf-8")]
    assert told('m,a,x,,"12\n') == [(2, "", "bad-csv")]


@pytest.mark.parametrize(
    ("heading", "findings"),
    [
        ("", [(1, "", "empty-file")]),
        ("metric,axis,code,shows\n", [(1, "number", "missing-column")]),
        ("metric,axis,code,shows,number,why\n", [(1, "", "unknown-column")]),
        ("metric,axis,code,shows,number,axis\n", [(1, "axis", "duplicate-column")]),
    ],
)
def test_where_the_heading_is_wrong_no_row_is_read(heading, findings):
    assert told("m,,,,1\n" if heading else "", heading) == findings


def test_columns_stand_in_any_order_and_semicolons_may_divide_them():
    found = read("146;m;;;\n", "number;metric;axis;code;shows\n")

    assert found.numbers == (Number(count=count(), value=146),)
