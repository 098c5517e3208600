"""The commands `check` and `report` on files tell the same, and show no value either."""

import json

import pytest
from ways_lab.all_ways import BY_COMMAND
from ways_lab.caseload import CANARIES, CATALOGUE, FORM_ID
from ways_lab.cells import TABLE, cells_in
from ways_lab.frames_ways import REGISTER
from ways_lab.mishaps import MISHAPS

from inclusion_core.cli import main

REPORT = ("--period", "2018-01-01..2018-12-31", "--format", "json")
CELLS = {
    way.id: cells_in((TABLE / f"{way.id}.txt").read_text("utf-8"))
    for way in (*BY_COMMAND, REGISTER)
}


@pytest.fixture
def run(capsys):
    def command(*arguments):
        code = main([str(each) for each in arguments], load=lambda: CATALOGUE)
        shown = capsys.readouterr()
        assert not any(each in shown.out + shown.err for each in CANARIES)
        return int(code), shown.out, shown.err

    return command


def place(told):
    parts = (told["file"], told["row"] and f"row {told['row']}")
    record = " ".join(filter(None, (told["record_type"], told["record_id"])))
    field = told["field"] and f"field {told['field']}"
    where = ", ".join(filter(None, (*parts, record, field)))
    return f"{told['kind']}: {where}" if where else told["kind"]


@pytest.mark.at_length(few=20)
@pytest.mark.parametrize("mishap", MISHAPS, ids=lambda mishap: mishap.id)
@pytest.mark.parametrize("way", BY_COMMAND, ids=lambda way: way.id)
def test_check_and_report_tell_what_the_table_says(way, mishap, run, tmp_path):
    cell = CELLS[way.id][mishap.id]
    data = way.harmed(mishap, tmp_path)

    code, out, _ = run("check", data, "--format", "json")
    told = [place(each) for each in json.loads(out)["findings"]]
    reported, _, remarks = run("report", FORM_ID, data, *REPORT)

    assert sorted(told) == sorted(cell.told)
    assert code == reported == (0 if not told else 4 if cell.left_out == ("everything",) else 1)
    assert bool(told) == bool(remarks.strip())


NOT_ASKED_FOR = ("not-utf-8", "half-character")
"""Wrong in a column that the report does not need, and so never reads."""
ON_A_REGISTER = [
    each for each in MISHAPS if each.id not in (*REGISTER.never, *NOT_ASKED_FOR, "nothing-there")
]
COUNTED_THERE = "missing-table"
"""The table that the report is about."""


@pytest.mark.counted
@pytest.mark.parametrize("mishap", ON_A_REGISTER, ids=lambda each: each.id)
def test_a_report_on_a_register_is_made_or_refused_as_the_table_says(mishap, run, tmp_path):
    data = REGISTER.harmed(mishap, tmp_path)

    code, out, remarks = run("report", FORM_ID, data, *REPORT)

    told = CELLS[REGISTER.id][mishap.id].told
    refused = [each for each in told if "Error: " in each]
    is_refused = bool(refused) or mishap.id == COUNTED_THERE
    assert (code, bool(out)) == ((2, False) if is_refused else (1 if told else 0, True))
    assert all(each.partition(": ")[2].replace("…", str(data)) in remarks for each in refused)
