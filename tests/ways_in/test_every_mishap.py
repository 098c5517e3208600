"""Every way in, every mishap: it is told, what was good is kept, and no value is ever shown."""

import pickle

import pytest
from ways_lab.all_ways import WAYS
from ways_lab.cells import TABLE, Cell, cells_in, text_of
from ways_lab.mishaps import MISHAPS
from ways_lab.page import PAGE, as_it_should_be

CELLS = {way.id: cells_in((TABLE / f"{way.id}.txt").read_text("utf-8")) for way in WAYS}
ALL = [pytest.param(way, mishap, id=f"{way.id}-{mishap.id}") for way in WAYS for mishap in MISHAPS]
CAN_HAPPEN = [each for each in ALL if each.values[1].id not in each.values[0].never]


@pytest.fixture(scope="session")
def good(tmp_path_factory):
    """What comes of the good book on each way."""
    return {way.id: way.after(None, tmp_path_factory.mktemp(way.id)) for way in WAYS}


@pytest.fixture
def outcome(way, mishap, tmp_path):
    return way.after(mishap, tmp_path)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.id)
def test_of_the_good_book_nothing_is_told_and_everything_is_kept(way, good):
    names = [name for name, _ in good[way.id].kept]

    assert good[way.id].told == []
    assert len(set(names)) == len(names) >= 3
    assert not good[way.id].canaries


@pytest.mark.at_length(few=40)
@pytest.mark.parametrize(("way", "mishap"), CAN_HAPPEN)
def test_a_mishap_does_what_the_table_says(way, mishap, good, outcome, tmp_path):
    cell = Cell.of(mishap, outcome, good[way.id], tmp_path)

    assert cell == CELLS[way.id][mishap.id], "run and read: tests/ways_in/write_table.py"
    assert outcome.canaries == set()
    for finding in outcome.findings:
        for language in ("lv", "en"):
            assert finding.says.in_(language).strip()
            assert finding.remedy.in_(language).strip()
        assert finding.place.in_("en") or finding.kind == "wire.not-there"  # of a whole folder
    if outcome.error is not None:
        assert str(pickle.loads(pickle.dumps(outcome.error))) == str(outcome.error)


@pytest.mark.parametrize(("way", "mishap"), ALL)
def test_the_table_tells_of_everything_that_is_lost_or_not_as_it_was(way, mishap):
    cell = CELLS[way.id][mishap.id]
    quiet = way.quiet.get(mishap.id, "")

    if cell.never:
        assert cell.never == way.never[mishap.id]
        assert (cell.told, cell.left_out, cell.changed) == ((), (), ())
    elif cell.left_out or cell.changed:
        assert cell.told or quiet
    assert not (cell.told and quiet)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.id)
def test_every_mishap_is_in_the_table_or_told_why_it_cannot_happen(way):
    text = (TABLE / f"{way.id}.txt").read_text("utf-8")

    assert list(CELLS[way.id]) == [mishap.id for mishap in MISHAPS]
    assert text == text_of(CELLS[way.id])
    assert {key for key, cell in CELLS[way.id].items() if cell.never} == set(way.never)
    assert all(way.can_meet(each) for each in MISHAPS if each.id not in way.never)
    assert not set(way.harms) & set(way.never)


def test_the_page_shows_the_table():
    text = PAGE.read_text(encoding="utf-8")

    assert as_it_should_be(text) == text, "run: .venv/bin/python tests/ways_in/write_table.py"
    assert [way.id for way in WAYS if f"<!-- table: {way.id} -->" not in text] == []
