"""What is due and what was erased, on the command line."""

import csv
import json
from io import StringIO

import pytest


@pytest.fixture
def register(folder):
    """The first client was in a programme of an operation that has ended; one was erased."""
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary,last_day\n"
        "op,2018-01-01,1,Title,Foundation,2020-08-31\n"
    )
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\nm,2018-01-01,op,toy.course\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id\ns-1,2018-01-01,c-1,m\n"
    )
    (folder / "client.csv").write_text(
        "id,version,recorded_on,act,recorded_by,why,provider_id,born_on\n"
        "c-1,1,2018-01-01,recorded,,,p-1,1990-05-01\n"
        "c-2,1,2018-02-01,recorded,,,p-1,1991-05-01\n"
        "c-3,2,2018-03-01,erased,u-2,asked for,,\n"
    )
    return folder


DUE = "client c-1: due for erasure since 1 September 2023\n"
UNDECIDED = "client c-2: not known whether it is due\n"
REGISTER = (
    "Erased by 1 September 2023: 1\n"
    "client c-3: erased on 1 March 2018; by u-2; asked for; before it was due\n"
)


def test_what_is_due_and_what_was_erased_is_told(run, register):
    code, shown, remarks = run("keeping", register, "--on", "2023-09-01")

    assert (code, remarks) == (0, "")
    assert shown.startswith(f"Keeping on 1 September 2023\n{DUE}  until 31 August 2023: client and")
    assert UNDECIDED in shown
    assert shown.endswith(f"Due: 1. Still to be kept: 0. Not known: 1.\n{REGISTER}")


def test_only_what_is_due_or_not_known_can_be_asked_for(run, register):
    _, before, _ = run("keeping", register, "--on", "2023-08-31", "--due")
    _, after, _ = run("keeping", register, "--on", "2023-09-01", "--due")

    assert "c-1" not in before
    assert UNDECIDED in before
    assert DUE in after
    assert "Erased" not in before + after


def test_only_what_was_erased_can_be_asked_for(run, register):
    assert run("keeping", register, "--on", "2023-09-01", "--done")[:2] == (0, REGISTER)


def test_keeping_speaks_latvian(run, register):
    _, shown, _ = run("keeping", register, "--on", "2023-09-01", "--language", "lv")

    assert shown.startswith(
        "Glabāšana 2023. gada 1. septembrī\nklients c-1: jādzēš kopš 2023. gada 1. septembra\n"
    )


def test_keeping_can_be_json(run, register):
    _, both, _ = run("keeping", register, "--on", "2023-09-01", "--format", "json")
    _, due, _ = run("keeping", register, "--on", "2023-09-01", "--format", "json", "--due")
    _, done, _ = run("keeping", register, "--on", "2023-09-01", "--format", "json", "--done")

    assert list(json.loads(both)) == ["on", "keeping", "erased"]
    assert [each["state"] for each in json.loads(due)["keeping"]] == ["due", "not_known"]
    assert "erased" not in json.loads(due)
    assert [each["record_id"] for each in json.loads(done)["erased"]] == ["c-3"]


def test_keeping_can_be_a_table(run, register):
    _, shown, _ = run("keeping", register, "--on", "2023-09-01", "--format", "csv")

    rows = [
        (row["state"], row["about_id"], row["records"]) for row in csv.DictReader(StringIO(shown))
    ]
    assert rows == [
        ("due", "c-1", "c-1"),
        ("due", "c-1", "s-1"),
        ("not_known", "c-2", "c-2"),
        ("erased", "", "c-3"),
    ]
    _, only_due, _ = run("keeping", register, "--on", "2023-09-01", "--format", "csv", "--due")
    _, only_done, _ = run("keeping", register, "--on", "2023-09-01", "--format", "csv", "--done")
    assert "erased,," not in only_due
    assert "not_known" not in only_done


def test_faults_of_the_files_are_told_without_values(run, register):
    with (register / "participation.csv").open("a") as file:
        file.write("s-2,CANARY,c-2,m\n")

    code, shown, remarks = run("keeping", register, "--on", "2023-09-01")

    assert code == 1
    assert "recorded_on" in remarks
    assert "CANARY" not in shown + remarks


def test_a_day_is_needed_and_no_value_is_shown(run, register):
    code, _, remarks = run("keeping", register)
    _, shown, _ = run("keeping", register, "--on", "2023-09-01", "--format", "json")

    assert code == 2
    assert "--on" in remarks
    assert "1990" not in shown
