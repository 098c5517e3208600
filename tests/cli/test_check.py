import csv
import io
import json

from inclusion_core.cli.telling import line
from inclusion_core.findings import Finding, Place
from inclusion_core.sources import Source
from inclusion_core.texts import Language, lv


def test_data_without_faults_are_fine(run, folder):
    code, shown, remarks = run("check", folder)

    assert (code, remarks) == (0, "")
    assert shown == (
        "In the data: 0 errors, 0 warnings.\n"
        "Rows: 3 in the data, 3 kept. As known on 1 February 2018.\n"
    )


def test_all_faults_are_shown(run, faulty_folder):
    code, shown, _ = run("check", faulty_folder)

    assert code == 1
    faults = shown.splitlines()
    assert faults[0].startswith("error: arrival a-1, field arrived_on: it begins before")
    assert faults[1].startswith("error: client.csv, row 3, client c-2, field born_on: ")
    assert faults[2:] == [
        "In the data: 2 errors, 0 warnings.",
        "Rows: 4 in the data, 3 kept. As known on 1 January 2018.",
    ]
    assert "CANARY" not in shown


def test_however_many_faults_there_are_all_are_shown(run, folder):
    rows = "".join(f"c-{number},2018-01-01,p-1,CANARY\n" for number in range(30))
    (folder / "client.csv").write_text(f"id,recorded_on,provider_id,born_on\n{rows}")

    _, shown, _ = run("check", folder)

    assert shown.count("error: client.csv") == 30


def test_faults_are_told_in_latvian(run, faulty_folder):
    code, shown, _ = run("check", faulty_folder, "--language", "lv")

    assert code == 1
    assert shown.splitlines()[-2:] == [
        "Datos: 2 kļūdas, 0 brīdinājumu.",
        "Rindas: datos 4, paturētas 3. Kā zināms 2018. gada 1. janvārī.",
    ]


def test_only_what_was_known_contradicts(run, folder):
    (folder / "arrival.csv").write_text(
        "id,recorded_on,client_id,arrived_on\na-1,2018-03-01,c-1,1989-01-01\n"
    )

    assert run("check", folder)[0] == 1
    assert run("check", folder, "--known-on", "2018-02-28")[0] == 0


def test_faults_are_written_as_json(run, faulty_folder):
    code, shown, _ = run("check", faulty_folder, "--format", "json")
    written = json.loads(shown)

    assert code == 1
    assert (written["rows_read"], written["rows_kept"]) == (4, 3)
    assert written["known_on"] == "2018-01-01"
    assert written["findings"][0] == {
        "kind": "check.before-birth",
        "severity": "error",
        "file": "",
        "sheet": "",
        "row": None,
        "record_type": "arrival",
        "record_id": "a-1",
        "column": "",
        "field": "arrived_on",
        "says": "it begins before the client was born",
        "remedy": "correct this day, or the day of birth",
        "source": "",
    }


def test_faults_are_written_as_csv(run, faulty_folder):
    _, shown, _ = run("check", faulty_folder, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown)))

    assert [(row["kind"], row["file"], row["row"]) for row in rows] == [
        ("check.before-birth", "", ""),
        ("wire.not-a-day", "client.csv", "3"),
    ]


def test_nothing_to_read_is_shown_and_told_by_the_exit_code(run, tmp_path):
    code, shown, _ = run("check", tmp_path)

    assert code == 4
    assert shown.startswith("error: there is no file of records in the folder")
    assert shown.endswith("Rows: 0 in the data, 0 kept.\n")
    assert json.loads(run("check", tmp_path, "--format", "json")[1])["known_on"] is None


def test_an_empty_register_has_no_faults(run, folder):
    (folder / "client.csv").write_text("id,recorded_on,provider_id\n")
    (folder / "provider.csv").write_text("id,recorded_on,name\n")

    assert run("check", folder)[0] == 0


def test_a_warning_is_no_fault(run, folder):
    (folder / "schema.json").unlink()

    code, shown, _ = run("check", folder)

    assert code == 0
    assert shown.startswith("warning: schema.json: ")


def test_the_rule_that_is_offended_is_cited():
    finding = Finding(
        kind="toy.late",
        says=lv("par vēlu").en("too late"),
        remedy=lv("pārbaudiet").en("check it"),
        place=Place(record_type="client", record_id="c-1"),
        source=Source("MK 102").point("32.2"),
    )

    assert line(finding, Language.EN) == "error: client c-1: too late; check it (MK 102, 32.2)"
