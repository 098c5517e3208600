"""Empty rows and cells are passed over quickly, without changing what a sheet says."""

from __future__ import annotations

from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.wire.problems import RefusedError
from inclusion_core.workbook.opening.anatomy import Anatomy, streamed
from inclusion_core.workbook.opening.xlsx_anatomy import _Sheet, thinned

NAMES = ["s", "t", "hidden"]
PLACES = ["1", "7", "0", "A1", "C7", "XFD1048576", "a1", "A0"]
VALUES = ["1", "e", "/>", "a>b", ""]


@st.composite
def attributes(draw):
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    place = f' r="{draw(st.sampled_from(PLACES))}"' if draw(st.booleans()) else ""
    others = [f' {name}="{draw(st.sampled_from(VALUES))}"' for name in names]
    return place + "".join(others)


@st.composite
def cells(draw):
    given_attributes = draw(attributes())
    content = draw(st.sampled_from(["", "", "<v>1</v>", "<f>1</f>", "<v><![CDATA[<c/>]]></v>"]))
    if not content and draw(st.booleans()):
        return f"<c{given_attributes}/>"
    return f"<c{given_attributes}>{content}</c>"


@st.composite
def rows(draw):
    content = "".join(draw(st.lists(cells(), max_size=5)))
    given_attributes = draw(attributes())
    return f"<row{given_attributes}>{content}</row>" if content else f"<row{given_attributes}/>"


SHEETS = st.lists(rows(), max_size=8).map(lambda found: f"<a>{''.join(found)}</a>".encode())


def seen(pieces):
    notes = Anatomy(most_cells=1000)
    try:
        streamed(pieces, _Sheet(notes))
    except RefusedError as refused:
        return refused.problem
    return (notes.last_row, notes.last_column, notes.cells, notes.formulas, notes.errors)


def in_pieces(sheet, size):
    return [sheet[at : at + size] for at in range(0, len(sheet), size)]


@settings(max_examples=tries(100), deadline=None)
@given(SHEETS, st.integers(1, 60))
def test_a_thinned_sheet_says_what_the_whole_one_says(sheet, size):
    assert seen(thinned(in_pieces(sheet, size))) == seen([sheet])


def test_of_a_run_of_empty_rows_or_cells_only_the_last_stays():
    empty = b"".join(b'<row r="%d" s="1" x:y="a"/>' % number for number in range(1, 9))
    cells = b'<row r="9"><c r="A9" s="1"/><c r="B9"/><c r="C9"><v>1</v></c></row>'

    assert b"".join(thinned([empty + cells])) == (
        b'<row r="8" s="1" x:y="a"/><row r="9"><c r="B9"/><c r="C9"><v>1</v></c></row>'
    )


def test_what_only_looks_like_an_empty_cell_stays():
    tricky = b'<c r="A1" x="/><c r="B1"/><c>"/><c/><c/><row/><row/>'

    assert b"".join(thinned([tricky])) == tricky


def test_a_piece_without_the_end_of_a_tag_does_not_grow_for_ever():
    pieces = list(thinned([b"x" * 70_000, b"y" * 10]))

    assert pieces == [b"x" * 70_000, b"", b"y" * 10]
