"""A record type of a plugin works everywhere by itself: in files, on tables, in checks."""

import csv
import json
import tempfile
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest
from door_lab.garden import GARDEN, GardenVisit, GardenVisitRow, Weather
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_lab.strategies import histories

from inclusion_core.checks.consistency import contradictions
from inclusion_core.cli import main
from inclusion_core.expr import subject
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import related
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.fields import FieldKind
from inclusion_core.manager import load_catalogue
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Version
from inclusion_core.reports.data import ReportData
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.wire import read_journal, write_journal

CATALOGUE = load_catalogue([GARDEN])
SCHEMA = CATALOGUE.schema
VISIT = SCHEMA["garden_visit"]
KNOWN_ON = date(2018, 12, 31)
CANARY = "050590-12345"

client = subject(ClientRow)
visits = related(client, "garden_visits", GardenVisitRow)
EXPRESSIONS = {
    "came": visits.exist(),
    "only_sun": visits.for_all(lambda visit: visit.weather.is_in(Weather.SUN)),
    "before": visits.where(lambda visit: visit.made_on <= visit.client.born_on).exist(),
    "long": visits.sum(lambda visit: visit.minutes) >= 60,
    "from_latvia": visits.only(lambda visit: visit.country).is_in("LV"),
}


def visit(**changes):
    given = {"id": "v-1", "client_id": "c-1", "offered_on": date(2018, 4, 15)}
    return GardenVisit(**{**given, **changes})


def test_the_plugin_loads_and_its_record_type_has_every_kind_of_field():
    assert CATALOGUE.faults == ()
    assert {field.kind for field in VISIT.fields.values()} == set(FieldKind)
    assert SCHEMA["client"].link("garden_visits").to == "garden_visit"
    assert VISIT.field("made_on").frozen
    assert VISIT.field("remark").holding is not None


@settings(max_examples=tries(40), deadline=None)
@given(st.data())
def test_it_comes_back_from_files_as_it_went(data):
    versions = [version for key in ("v-1", "v-2") for version in data.draw(histories(VISIT, key))]
    journal = Journal(tuple(sorted(versions, key=lambda version: version.order)))

    with tempfile.TemporaryDirectory() as folder:
        for path in (Path(folder) / "csv", Path(folder) / "one.json"):
            write_journal(journal, path, SCHEMA)
            reading = read_journal(path, SCHEMA, CATALOGUE.readers)

            assert reading.journal == journal
            assert {each.kind for each in reading.findings} <= {"wire.frozen-field"}


def test_it_has_a_file_of_its_own(tmp_path):
    record = visit(weather=Weather.RAIN)
    version = Version(
        record_type="garden_visit", record_id="v-1", recorded_on=KNOWN_ON, record=record
    )
    write_journal(Journal((version,)), tmp_path / "folder", SCHEMA)
    write_journal(Journal((version,)), tmp_path / "one.json", SCHEMA)

    with (tmp_path / "folder" / "garden_visit.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["client_id"], row["weather"], row["made_on_unknown"]) == (
        *("c-1", "rain"),
        "not_asked",
    )
    document = json.loads((tmp_path / "one.json").read_text())
    assert document["records"]["garden_visit"][0]["weather"] == "rain"


DAYS = (date(2018, 4, 15), PartialDay.of_month(2018, 4), ABSENT, NOT_ASKED)
VISITS = tuple(
    {"made_on": made_on, "weather": weather, "country": country, "minutes": minutes}
    for made_on, (weather, country, minutes) in product(
        DAYS,
        (
            *((Weather.SUN, "LV", 60), (Weather.RAIN, "SY", 20)),
            *((ABSENT, ABSENT, 0), (NOT_ASKED, NOT_ASKED, NOT_ASKED)),
        ),
    )
)


def held_by_many_clients():
    """A client for each day of birth and each one or two visits, or none."""
    clients, visits_made = [], []
    for several in ((), *((each,) for each in VISITS), *combinations(VISITS, 2)):
        key = f"c-{len(clients)}"
        born_on = DAYS[len(clients) % len(DAYS)]
        clients.append(Client(id=key, provider_id="p-1", born_on=born_on))
        visits_made += [
            visit(id=f"v-{key}-{number}", client_id=key, **each)
            for number, each in enumerate(several)
        ]
    return {"client": clients, "garden_visit": visits_made}


@pytest.mark.parametrize("known_on", [None, KNOWN_ON])
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_objects_and_tables_answer_alike(engine, known_on):
    held = held_by_many_clients()
    objects = ObjectReader(Records(SCHEMA, held), known_on=known_on)
    tables = FrameReader(Tables.of_records(SCHEMA, held, engine=engine), known_on=known_on)

    answered = tables.read("client", EXPRESSIONS).collect("polars").rows(named=True)

    truths = {True: Truth.YES, False: Truth.NO, None: Truth.UNKNOWN}
    by_id = {row["id"]: row for row in answered}
    told = [
        (name, objects.truth(condition, record), truths[by_id[record.id][name]])
        for record in held["client"]
        for name, condition in EXPRESSIONS.items()
    ]
    assert [each for each in told if each[1] is not each[2]] == []
    assert len({(name, truth) for name, truth, _ in told}) >= 9


def test_it_is_reached_through_lists_of_lists():
    person = subject(PersonRow)
    all_visits = person.clients.each(
        lambda each: related(each, "garden_visits", GardenVisitRow)
    ).count()
    caseload = Caseload.of_records(
        [Client(id="c-1", provider_id="p-1"), visit(), visit(id="v-2")], known_on=KNOWN_ON
    )

    (one,) = caseload.records["person"]
    number = ObjectReader(Records(SCHEMA, caseload.records)).number(all_visits, one)

    assert number == (2, 2)


def test_a_report_may_rest_on_it():
    caseload = Caseload.of_records([Client(id="c-1", provider_id="p"), visit()], known_on=KNOWN_ON)
    bare = Caseload.of_records([Client(id="c-1", provider_id="p")], known_on=KNOWN_ON)

    data, other = (ReportData.of_caseload(each, SCHEMA) for each in (caseload, bare))

    assert data.fingerprint != other.fingerprint


def test_its_references_are_checked():
    caseload = Caseload.of_records([visit(client_id="gone")], known_on=KNOWN_ON)

    (finding,) = contradictions(caseload, SCHEMA)

    assert finding.in_("en").startswith("garden_visit v-1, field client_id: the record that this")


def test_its_words_are_in_the_vocabulary():
    words = CATALOGUE.vocabulary

    assert words.type("garden_visit", "lv") == "dārza apmeklējums"
    assert words.field("garden_visit", "made_on", "en")
    assert words.code(Weather.RAIN, "lv") == "lietus"
    assert words.code(Weather.SUN, "en") == "sun"


def test_it_shows_no_value():
    record = visit(remark=CANARY, made_on=date(1971, 3, 17))

    assert repr(record) == "GardenVisit(id='v-1')"


@pytest.fixture
def folder(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
    (data / "client.csv").write_text("id,recorded_on,provider_id\nc-1,2018-12-31,p-1\n")
    (data / "provider.csv").write_text("id,recorded_on,name\np-1,2018-12-31,Garden\n")
    (data / "garden_visit.csv").write_text(
        "id,recorded_on,client_id,offered_on,weather,minutes,remark\n"
        f"v-1,2018-12-31,c-1,2018-04-15,rain,20,{CANARY}\n"
        f"v-2,2018-12-31,c-9,2018-04-15,sun,20,{CANARY}\n"
        f"v-3,2018-12-31,c-1,2018-04-15,snow,601,{CANARY}\n"
    )
    return data


def test_the_command_check_tells_what_is_wrong_with_it(folder, capsys):
    code = main(["check", str(folder)], load=lambda: CATALOGUE)

    shown, remarks = capsys.readouterr()
    assert (code, remarks) == (1, "")
    lines = shown.splitlines()
    places = [
        *("garden_visit v-1, field weather: a visit in rain", "garden_visit v-2, field client_id"),
        *("garden_visit.csv, row 4, garden_visit v-3, field weather",),
        *("garden_visit.csv, row 4, garden_visit v-3, field minutes",),
    ]
    for place in places:
        assert any(place in line for line in lines), place
    assert any("the check garden.broken failed" in line for line in lines)
    assert CANARY not in shown


def test_without_its_plugin_the_file_is_no_known_one(folder, capsys):
    code = main(["check", str(folder)], load=lambda: load_catalogue([]))

    assert code == 1
    assert "of no known type" in capsys.readouterr().out
