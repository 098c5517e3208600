"""The life of one client on the command line."""

import json

import pytest

LINK = "id,recorded_on,client_id,other_client_id,linked_on\nl-1,2018-02-02,c-1,c-2,2018-02-02\n"


def test_a_life_is_shown_as_a_dated_list(run, folder):
    code, shown, remarks = run("show", "c-1", folder)

    assert code == 0
    assert shown == (
        "Client c-1\nAs known on 1 February 2018\n\n"
        "1990-05-01  client/c-1  client, day of birth – provider: Provider\n"
    )
    assert remarks == ""


def test_a_life_speaks_latvian(run, folder):
    _, shown, _ = run("show", "c-1", folder, "--language", "lv")

    assert shown.startswith("Klients c-1\nKā zināms 2018. gada 1. februārī\n")
    assert "klients, dzimšanas datums – pakalpojuma sniedzējs: Provider\n" in shown


def test_a_life_can_be_json(run, folder):
    code, shown, _ = run("show", "c-1", folder, "--format", "json")

    assert code == 0
    assert [each["id"] for each in json.loads(shown)["entries"]] == ["c-1"]


def test_a_programme_is_called_by_its_name(run, folder):
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\npr-1,2018-01-01,op-1,toy.course\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\ns-1,2018-01-01,c-1,pr-1,2018-01-01\n"
    )

    _, shown, _ = run("show", "c-1", folder)

    assert "participation – programme: Course for journalists\n" in shown


def test_a_client_who_is_not_known_yet_is_not_shown(run, folder):
    code, shown, remarks = run("show", "c-2", folder, "--known-on", "2018-01-31")

    assert (code, shown) == (2, "")
    assert remarks == (
        "inclusion-core: no client 'c-2' in the data as known on that day; look the id up where "
        "the data come from, or ask for a later day\n"
    )


def test_a_client_in_an_empty_register_is_not_there(run, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
    (data / "client.csv").write_text("id,recorded_on,provider_id\n")

    assert run("show", "c-1", data)[0] == 2


def test_the_other_clients_of_a_person_are_mentioned_or_shown(run, folder):
    (folder / "same_person_link.csv").write_text(LINK)

    _, alone, remarks = run("show", "c-1", folder)
    _, whole, nothing = run("show", "c-1", folder, "--whole-person")

    told = "The same person is also 1 other client; --whole-person shows everything together."
    assert told in remarks.splitlines()
    assert told not in nothing
    assert "client/c-2" not in alone
    assert whole.startswith("One person: clients c-1 and c-2\n")
    assert "client/c-2 (c-2)" in whole


def test_a_life_is_drawn_as_a_web_page_as_well(run, folder, tmp_path):
    code, shown, remarks = run("show", "c-1", folder, "--html", tmp_path / "life.html")

    assert code == 0
    assert shown.startswith("Client c-1\n")
    assert remarks == f"The picture is written to {tmp_path / 'life.html'}\n"
    assert (tmp_path / "life.html").read_text().startswith("<!DOCTYPE html>\n")


def test_a_picture_without_all_limits_says_so(run, folder, tmp_path, broken_plugin):
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\n"
        "pr-1,2018-01-01,op-1,toy.course\n"
        "pr-2,2018-01-01,op-1,broken.course\n"
        "pr-3,2018-01-01,op-1,nobody.declares\n"
    )
    picture = tmp_path / "life.html"
    _, _, remarks = run("show", "c-1", folder, "--html", picture, plugins=(broken_plugin,))

    assert (
        "nobody is judged for 'broken.course', because not all of its rules are there " in remarks
    )
    assert picture.exists()


def test_a_picture_is_not_written_into_the_data(run, folder):
    code, shown, remarks = run("show", "c-1", folder, "--html", folder / "client.csv")

    assert (code, shown) == (2, "")
    assert "lies in the data; write the picture elsewhere" in remarks


def test_a_picture_that_cannot_be_written_is_told(run, folder, tmp_path):
    code, shown, _ = run("show", "c-1", folder, "--html", tmp_path / "none" / "life.html")

    assert (code, shown) == (4, "")


def test_faults_of_this_life_are_told_and_others_only_counted(run, faulty_folder):
    code, shown, remarks = run("show", "c-1", faulty_folder)

    assert code == 1
    assert "arrival/a-1" in shown
    first, own, others = remarks.splitlines()
    assert first == "In the data: 2 errors, 0 warnings."
    assert own.startswith("error: arrival a-1, field arrived_on: ")
    assert others == (
        f"About other records: 1; all are shown by: inclusion-core check {faulty_folder}"
    )
    assert "CANARY" not in shown + remarks


def test_data_that_cannot_be_read_are_told(run, tmp_path):
    code, shown, remarks = run("show", "c-1", tmp_path / "nowhere")

    assert (code, shown) == (4, "")
    assert remarks.startswith("inclusion-core: nothing could be read from ")


@pytest.mark.parametrize("arguments", [("--format", "xlsx"), ("--known-on", "2018")])
def test_what_cannot_be_done_is_told_before_anything_is_read(run, tmp_path, arguments):
    code, _, remarks = run("show", "c-1", tmp_path / "nowhere", *arguments)

    assert code == 2
    assert "show --help" in remarks
