"""The versions of one record on the command line."""

import json

import pytest


@pytest.fixture
def corrected(folder):
    """A client whose day of birth was corrected, and an arrival of the same id."""
    (folder / "client.csv").write_text(
        "id,version,recorded_on,act,recorded_by,why,provider_id,born_on\n"
        "c-1,1,2018-01-01,recorded,u-1,,p-1,1990\n"
        "c-1,2,2018-02-01,corrected,u-2,a passport was shown,p-1,1990-05-01\n"
        "c-2,2,2018-03-01,erased,,asked for,,\n"
    )
    (folder / "arrival.csv").write_text(
        "id,recorded_on,client_id,arrived_on\nc-1,2018-01-01,c-1,2017-09-03\n"
    )
    return folder


CLIENT = (
    "client (client/c-1)\n"
    "  1  2018-01-01  recorded by u-1\n"
    "       provider: p-1\n"
    "       day of birth: 1990\n"
    "  2  2018-02-01  corrected by u-2: a passport was shown\n"
    "       day of birth: 1990 → 1990-05-01\n"
)


def test_every_record_of_an_id_is_shown(run, corrected):
    code, shown, remarks = run("history", "c-1", corrected)

    assert (code, remarks) == (0, "")
    assert shown == (
        f"{CLIENT}\n"
        "arrival (arrival/c-1)\n"
        "  1  2018-01-01  recorded\n"
        "       client: c-1\n"
        "       day of arrival: 2017-09-03\n"
    )


@pytest.mark.parametrize("asked", [("client/c-1",), ("c-1", "--type", "client")])
def test_one_of_them_is_asked_for_by_its_type(run, corrected, asked):
    record, *more = asked

    assert run("history", record, corrected, *more)[:2] == (0, CLIENT)


def test_an_id_may_hold_a_slash_itself(run, folder):
    (folder / "client.csv").write_text("id,recorded_on,provider_id\nclient/c-9,2018-01-01,p-1\n")

    code, shown, _ = run("history", "client/c-9", folder)

    assert code == 0
    assert shown.startswith("client (client/client/c-9)\n")


def test_a_history_speaks_latvian(run, corrected):
    _, shown, _ = run("history", "client/c-1", corrected, "--language", "lv")

    assert shown.startswith("klients (client/c-1)\n  1  2018-01-01  ierakstīts (u-1)\n")


def test_a_history_can_be_json(run, corrected):
    code, shown, _ = run("history", "c-1", corrected, "--format", "json")

    assert code == 0
    assert [each["type"] for each in json.loads(shown)["records"]] == ["client", "arrival"]


def test_an_erased_record_has_a_tombstone(run, corrected):
    assert run("history", "c-2", corrected)[:2] == (
        0,
        "client (client/c-2)\n  2  2018-03-01  erased: asked for\n",
    )


def test_a_record_that_is_not_there_is_told(run, folder):
    code, shown, remarks = run("history", "c-9", folder)

    assert (code, shown) == (2, "")
    assert remarks == (
        "inclusion-core: no record 'c-9' was ever recorded in the data; look the id up where the "
        "data come from\n"
    )


def test_a_misspelt_type_is_told_before_anything_is_read(run, tmp_path):
    code, _, remarks = run("history", "c-1", tmp_path / "nowhere", "--type", "cliemt")

    assert code == 2
    assert "did you mean client" in remarks


def test_faults_of_the_files_are_told(run, faulty_folder):
    code, shown, remarks = run("history", "client/c-1", faulty_folder)

    assert code == 1
    assert shown.startswith("client (client/c-1)\n")
    assert remarks.startswith("In the data: 1 error, 0 warnings.\n")
    assert "CANARY" not in shown + remarks


def test_data_that_cannot_be_read_are_told(run, tmp_path):
    assert run("history", "c-1", tmp_path / "nowhere")[0] == 4
