"""The service of docs/how-to/embed-in-a-service.md, asked without a network."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import cache
from inspect import iscoroutinefunction
from pathlib import Path
from threading import Event

import attrs
import pytest
from databases_lab.people import ANNA, CORRECTED, REGISTER, version
from jsonschema import Draft202012Validator
from page_lab.files import file_blocks
from sybil import Document

from inclusion_core import (
    ABSENT,
    NOT_ASKED,
    Audience,
    Cases,
    Journal,
    Language,
    Period,
    ReportData,
    load_catalogue,
    published,
)
from inclusion_core.catalogue import PluginFault
from inclusion_core.databases import Database, LostConnectionError
from inclusion_core.model.client import Client
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.wire import json_document
from inclusion_core.wire.components import components

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2018, 12, 3)
SPELL = ProtectionSpell(
    id="spell",
    client_id="anna",
    kind=ProtectionKind.REFUGEE,
    first_day=date(2017, 6, 1),
    last_day=ABSENT,
    notified_on=date(2017, 6, 5),
)
UNDATED = ProtectionSpell(
    id="undated", client_id="carl", kind=ProtectionKind.REFUGEE, first_day=NOT_ASKED
)
JOURNAL = Journal((*REGISTER, version(SPELL), version(UNDATED)))
MENTORING = "/programmes/sif.mentoring/clients"
INTERIM = "/reports/sif.mentoring.interim?first_day=2018-06-01&last_day=2018-11-30"


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def made(example, catalogue):
    """Makes the service on an address; the rules are loaded in the one test that is about it."""
    app = example("service.app")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "load_catalogue", lambda: catalogue)
        yield lambda address, who_asks=lambda _: "u-1": app.create(address, who_asks, lambda: TODAY)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def service(request, made, client_class, tmp_path_factory):
    """The service on a database of each kind, with a few people in it."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('service') / 'cases.db'}"
    else:
        address = request.getfixturevalue("cluster").new_database()
    with client_class(made(address), raise_server_exceptions=False) as client:
        client.app.state.desk.database.append(JOURNAL.versions)
        yield client


@pytest.fixture(scope="module")
def sqlite_service(made, client_class, tmp_path_factory):
    """The same on SQLite alone, where the kind of database does not matter."""
    address = f"sqlite:///{tmp_path_factory.mktemp('service') / 'cases.db'}"
    with client_class(made(address), raise_server_exceptions=False) as client:
        client.app.state.desk.database.append(JOURNAL.versions)
        yield client


@pytest.fixture(scope="module")
def cases(catalogue):
    return Cases.of(JOURNAL.as_known_on(TODAY), catalogue.schema)


@pytest.fixture(scope="module")
def mentoring(catalogue):
    return catalogue.eligibility("sif.mentoring")


def asked(service, way, method="get", **given):
    """What the service answers, once it is what its document says."""
    answer = service.request(method, way, **given)
    document = document_of(service.app)
    told = document["paths"][route_of(way)][method]["responses"][str(answer.status_code)]
    (kind,) = told["content"]
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == "no-store"
    schema = {**told["content"][kind]["schema"], "components": document["components"]}
    Draft202012Validator(schema).validate(answer.json())
    return answer


@cache
def document_of(app):
    return app.openapi()


def route_of(way):
    first, _, last = way.partition("?")[0].rpartition("/")
    if way.startswith("/reports"):
        return "/reports/{form}"
    if way.startswith("/versions"):
        return "/versions"
    client = "/programmes/{programme}/clients/{client}"
    return f"{client}/windows/{{support}}" if first.endswith("windows") else f"{client}/{last}"


def document(*versions, schema):
    return json_document.write(Journal(versions), schema)


# The answers are the library's own.


def test_a_decision_is_that_of_the_library(service, cases, mentoring, catalogue):
    for client, on in (("anna", date(2017, 8, 1)), ("anna-q", TODAY), ("berta", TODAY)):
        own = mentoring.assess(cases[client], on).as_json("lv", catalogue.vocabulary)
        asks = f"{MENTORING}/{client}/decision?on={on}&language=lv"

        assert asked(service, asks).text == own


def test_whether_support_may_be_given_is_asked_the_same_way(service, cases, mentoring, catalogue):
    own = mentoring.may_receive("social-mentor", cases["anna"], TODAY)

    answer = asked(service, f"{MENTORING}/anna/decision?support=social-mentor")

    assert answer.text == own.as_json("en", catalogue.vocabulary)


def test_a_window_is_that_of_the_library(service, cases, mentoring):
    own = mentoring.support("social-worker", cases["anna"], TODAY)

    answer = asked(service, f"{MENTORING}/anna/windows/social-worker")

    assert answer.text == own.as_json("en")


def test_undecided_is_an_answer_and_says_what_to_ask(service, cases, mentoring, catalogue):
    own = mentoring.assess(cases["carl"], TODAY)
    assert own.verdict.value == "undecided"

    answer = asked(service, f"{MENTORING}/carl/questions")

    assert answer.status_code == 200
    assert answer.json() == own.open_questions.as_json(catalogue.vocabulary)
    assert asked(service, f"{MENTORING}/carl/decision").json()["verdict"] == "undecided"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_report_is_that_of_the_library(sqlite_service, audience, catalogue):
    form, period = (
        catalogue.report("sif.mentoring.interim"),
        Period(date(2018, 6, 1), date(2018, 11, 30)),
    )
    data = ReportData.of_caseload(JOURNAL.as_known_on(TODAY), catalogue.schema)
    days = {"period": period, "status_day": date(2018, 11, 30)}
    made = form.filled_in(data, **days, versions=catalogue.versions_behind(form))
    shown = published(made, form.lineage(data, **days), audience, threshold=form.threshold)

    answer = asked(sqlite_service, f"{INTERIM}&audience={audience.value}")

    assert answer.content == catalogue.formats["json"].render(shown, Language.EN)


def test_a_report_is_the_same_from_every_database(service, sqlite_service):
    assert asked(service, INTERIM).content == asked(sqlite_service, INTERIM).content


def test_where_nobody_says_for_whom_a_report_is_it_is_for_everybody(sqlite_service):
    public = asked(sqlite_service, f"{INTERIM}&audience=public")

    assert asked(sqlite_service, INTERIM).content == public.content
    assert asked(sqlite_service, f"{INTERIM}&audience=staff").content != public.content


def test_no_day_of_knowledge_lies_ahead(sqlite_service):
    answer = asked(sqlite_service, f"{MENTORING}/anna/decision?known_on=2030-01-01")

    assert answer.json()["known_on"] == TODAY.isoformat()


def test_many_at_once_get_the_same(service):
    ways = [f"{MENTORING}/{who}/decision" for who in ("anna", "berta")] * 4
    alone = {way: service.get(way).content for way in set(ways)}

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(service.get, ways))

    assert [each.content for each in together] == [alone[way] for way in ways]


def test_the_sample_is_answered_as_on_the_page(made, client_class, sqlite_url, catalogue):
    sample = catalogue.samples["sif.mentoring"].build(2018)
    mine = {"c-bemu", "c-2951"}
    of_mine = [each for each in sample.versions if about(each, mine) or is_shared(each)]

    with client_class(made(sqlite_url)) as service:
        service.app.state.desk.database.append(of_mine)
        window = asked(service, f"{MENTORING}/c-bemu/windows/social-worker").json()
        questions = asked(service, f"{MENTORING}/c-2951/questions?on=2017-03-01").json()

    assert window["last_day"] == "2019-04-16"
    assert questions["ask_next"]["says"] == "Ask: first day (protection status ps-1259): not asked"


def about(version, clients):
    own = version.record_id if version.record_type == "client" else None
    return bool(clients & {own, getattr(version.record, "client_id", None)})


def is_shared(version):
    return version.record_type in ("programme", "operation", "fund", "provider", "contract")


# What is written.


def test_versions_are_written_once_with_who_wrote_them_and_when(service, catalogue):
    new = version(Client(id="new", provider_id="p"), recorded_by="somebody-else")
    sent = document(new, schema=catalogue.schema)

    first = asked(service, "/versions", "post", content=sent)
    again = asked(service, "/versions", "post", content=sent)

    assert (first.status_code, first.json(), again.json()) == (201, {"written": 1}, {"written": 0})
    assert asked(service, f"{MENTORING}/new/decision").json()["applicant"] is True
    kept = service.app.state.desk.database.reading().journal.versions
    (ours,) = (each for each in kept if each.record_id == "new")
    assert (ours.recorded_by, ours.recorded_on) == ("u-1", TODAY)


def test_who_was_overtaken_is_told_so(service, catalogue):
    one = version(attrs.evolve(ANNA, id="berta"), 2)
    other = attrs.evolve(one, record=attrs.evolve(one.record, provider_id="q"))
    late = attrs.evolve(one, version=9)

    answers = [
        asked(service, "/versions", "post", content=document(each, schema=catalogue.schema))
        for each in (one, other, late)
    ]

    assert [each.status_code for each in answers] == [201, 409, 409]
    assert answers[1].json()["type"].endswith("/ConflictError")
    assert "version 3" in answers[1].json()["detail"]
    assert "the last one there is 2" in answers[2].json()["detail"]


def test_of_bad_input_all_is_told_and_nothing_written(service, catalogue):
    good = {"id": "good", "recorded_on": "2018-12-03", "provider_id": "p"}
    bad = {"id": "bad", "recorded_on": "2018-12-03", "provider_id": "??", "born_on": "SECRET"}
    tag = {"schema": "inclusion_core", "schema_version": 1}
    sent = {**tag, "records": {"client": [good, bad], "klient": []}}

    answer = asked(service, "/versions", "post", json=sent)

    assert answer.status_code == 422
    assert {(each["record_id"], each["field"]) for each in answer.json()["findings"]} >= {
        ("bad", "born_on"),
        ("bad", "provider_id"),
    }
    assert "wire.unknown-type" in {each["kind"] for each in answer.json()["findings"]}
    assert "SECRET" not in answer.text
    assert asked(service, f"{MENTORING}/good/decision").status_code == 404


@pytest.mark.parametrize("sent", [b"", b"{", b"\xff", b"[]", b'{"schema": "other"}'])
def test_what_is_no_document_of_ours_is_refused(sqlite_service, sent):
    answer = asked(sqlite_service, "/versions", "post", content=sent)

    assert answer.status_code == 422
    assert answer.json()["findings"]


def test_too_much_is_not_read(sqlite_service, example, monkeypatch):
    monkeypatch.setattr(example("service.app"), "LARGEST", 10)

    assert asked(sqlite_service, "/versions", "post", content=b"12345678901").status_code == 413


# Problems.


@pytest.mark.parametrize(
    ("way", "near"),
    [
        ("/programmes/sif.mentorin/clients/anna/decision", "sif.mentoring"),
        (f"{MENTORING}/nobody/decision", "nobody"),
        (f"{MENTORING}/anna/decision?support=social-work", "social-worker"),
        (f"{MENTORING}/anna/windows/social-work", "social-worker"),
        (INTERIM.replace("interim", "interin"), "sif.mentoring.interim"),
    ],
)
def test_what_is_not_there_is_404_and_says_what_is_near(sqlite_service, way, near):
    answer = asked(sqlite_service, way)

    assert answer.status_code == 404
    assert near in answer.json()["detail"]


@pytest.mark.parametrize("day", ["1543795200", "2018-12", "2018-02-30", "2018-W09-4", "SECRET"])
def test_what_is_no_day_is_refused_and_not_repeated(sqlite_service, day):
    answer = asked(sqlite_service, f"{MENTORING}/anna/decision?on={day}&known_on={day}")

    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["findings"]] == ["on", "known_on"]
    assert day not in answer.text


def test_a_period_that_goes_backwards_is_refused(sqlite_service):
    answer = asked(sqlite_service, "/reports/esf.annual?first_day=2018-02-01&last_day=2018-01-01")

    assert answer.status_code == 422
    assert "before" in answer.json()["detail"]


def test_a_way_that_nobody_knows_is_a_problem_too(sqlite_service):
    answer = sqlite_service.get("/nothing")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert sqlite_service.get("/versions").headers["allow"] == "POST"


def test_nobody_is_answered_who_is_not_signed_in(made, client_class, sqlite_url):
    from fastapi import HTTPException

    def nobody(_):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})

    with client_class(made(sqlite_url, nobody)) as service:
        answers = [
            asked(service, f"{MENTORING}/anna/decision"),
            asked(service, INTERIM),
            asked(service, "/versions", "post", content=b"{}"),
        ]

    assert [each.status_code for each in answers] == [401] * 3
    assert answers[0].headers["www-authenticate"] == "Bearer"


def test_a_lost_database_is_503_and_to_be_tried_again(sqlite_service, monkeypatch):
    def lost(*_, **__):
        raise LostConnectionError

    monkeypatch.setattr(Database, "case", lost)
    answer = asked(sqlite_service, f"{MENTORING}/anna/decision")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")


def test_nothing_is_told_of_a_fault_of_the_service(sqlite_service, monkeypatch):
    def fails(*_, **__):
        raise ValueError("SECRET")

    monkeypatch.setattr(Database, "case", fails)
    answer = asked(sqlite_service, f"{MENTORING}/anna/decision")

    assert answer.status_code == 500
    assert "SECRET" not in answer.text


# The rules.


def test_the_rules_are_loaded_once(example, client_class, sqlite_url, catalogue, monkeypatch):
    app, loaded = example("service.app"), []
    monkeypatch.setattr(app, "load_catalogue", lambda: loaded.append(1) or catalogue)

    with client_class(app.create(sqlite_url, lambda _: "u-1", lambda: TODAY)) as service:
        service.app.state.desk.database.append(JOURNAL.versions)
        for _ in range(2):
            assert service.get(f"{MENTORING}/anna/decision").status_code == 200

    assert loaded == [1]


def test_nobody_is_judged_while_a_plugin_is_broken(
    made, client_class, sqlite_url, catalogue, caplog
):
    fault = PluginFault(plugin="sif", distribution="inclusion-sif", problem="does not load")
    broken = attrs.evolve(catalogue, faults=(fault,))

    service = made(sqlite_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.app.load_catalogue", lambda: broken)
        with client_class(service) as client:
            answer = asked(client, f"{MENTORING}/anna/decision")

    assert answer.status_code == 503
    assert "does not load" in answer.json()["detail"]
    assert str(fault) in caplog.messages


def test_rules_are_replaced_whole_and_a_question_ends_by_those_it_began_with(
    made, client_class, sqlite_url, catalogue, monkeypatch
):
    from service.app import renew

    begun, go_on = Event(), Event()
    without = attrs.evolve(catalogue, rules=attrs.evolve(catalogue.rules, declared={}))
    case = Database.case

    def slowly(self, client_id, *, known_on):
        begun.set()
        go_on.wait(20)
        return case(self, client_id, known_on=known_on)

    way = f"{MENTORING}/anna/decision"
    with client_class(made(sqlite_url), raise_server_exceptions=False) as service:
        service.app.state.desk.database.append(JOURNAL.versions)
        monkeypatch.setattr(Database, "case", slowly)
        with ThreadPoolExecutor(1) as thread:
            before = thread.submit(service.get, way)
            begun.wait(20)
            monkeypatch.setattr("service.app.load_catalogue", lambda: without)
            renew(service.app)
            go_on.set()

        assert before.result().status_code == 200
        assert asked(service, way).status_code == 503


def test_rules_that_do_not_all_load_replace_nothing(
    made, client_class, sqlite_url, catalogue, monkeypatch
):
    from service.app import renew

    fault = PluginFault(plugin="esf", distribution="inclusion-esf", problem="does not load")
    with client_class(made(sqlite_url)) as service:
        before = service.app.state.desk
        less = attrs.evolve(catalogue, faults=(fault,))
        monkeypatch.setattr("service.app.load_catalogue", lambda: less)
        with pytest.raises(RuntimeError, match="as they were"):
            renew(service.app)

        assert service.app.state.desk is before


# The edge, and the document.


def test_the_day_is_that_of_riga(example, monkeypatch):
    app = example("service.app")

    class Clock:
        @staticmethod
        def now(zone):
            return datetime(2018, 12, 2, 22, 30, tzinfo=UTC).astimezone(zone)

    monkeypatch.setattr(app, "datetime", Clock)

    assert app.day_in_riga() == TODAY


def test_every_endpoint_runs_in_a_thread(example):
    routes = example("service.app").router.routes

    assert len(routes) == 5
    assert not any(iscoroutinefunction(each.endpoint) for each in routes)


REFERENCE = {
    "anyOf": [
        {
            "type": "object",
            "properties": {"$ref": {"type": "string", "pattern": "^#/components/schemas/[^/]+$"}},
            "required": ["$ref"],
        },
        {"type": "object", "not": {"required": ["$ref"]}},
        {"type": "boolean"},
    ]
}
CONTENT = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": "^[a-z]+/[a-z+.-]+$"},
    "additionalProperties": {
        "type": "object",
        "properties": {"schema": REFERENCE},
        "required": ["schema"],
    },
}
OPERATION = {
    "type": "object",
    "properties": {
        "operationId": {"type": "string"},
        "parameters": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "in": {"enum": ["path", "query", "header", "cookie"]},
                    "required": {"type": "boolean"},
                    "schema": REFERENCE,
                },
                "required": ["name", "in", "schema"],
                "if": {"properties": {"in": {"const": "path"}}},
                "then": {"properties": {"required": {"const": True}}, "required": ["required"]},
            },
        },
        "requestBody": {
            "type": "object",
            "properties": {"content": CONTENT, "required": {"type": "boolean"}},
            "required": ["content"],
        },
        "responses": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^([1-5]([0-9]{2}|XX)|default)$"},
            "additionalProperties": {
                "type": "object",
                "properties": {"description": {"type": "string"}, "content": CONTENT},
                "required": ["description", "content"],
            },
        },
    },
    "required": ["operationId", "responses"],
}
SHAPE = {
    "type": "object",
    "properties": {
        "openapi": {"type": "string", "pattern": r"^3\.1\.[0-9]+$"},
        "info": {"type": "object", "required": ["title", "version"]},
        "paths": {
            "type": "object",
            "propertyNames": {"pattern": "^/"},
            "additionalProperties": {
                "type": "object",
                "propertyNames": {"enum": ["get", "post"]},
                "additionalProperties": OPERATION,
            },
        },
        "components": {
            "type": "object",
            "properties": {
                "schemas": {
                    "type": "object",
                    "propertyNames": {"pattern": "^[a-zA-Z0-9._-]+$"},
                    "additionalProperties": {"type": "object"},
                }
            },
            "required": ["schemas"],
        },
    },
    "required": ["openapi", "info", "paths", "components"],
}
"""What the specification 3.1 asks of those parts of a document that this one has."""


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_the_document_is_one_of_openapi(sqlite_service):
    document = sqlite_service.get("/openapi.json").json()
    schemas = document["components"]["schemas"]

    Draft202012Validator(SHAPE).validate(document)
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    found = set(references(document))
    assert found
    for way in found:
        place = document
        for step in way.removeprefix("#/").split("/"):
            place = place[step]
    paths = document["paths"].values()
    operations = [each["operationId"] for path in paths for each in path.values()]
    assert len(set(operations)) == len(operations) == 5


def test_the_document_has_the_schemas_of_the_records(sqlite_service, catalogue):
    from inclusion_core.wire.json_schema import json_schema

    own = components({"Journal": json_schema(catalogue.schema, catalogue.vocabulary)})
    there = sqlite_service.app.openapi()["components"]["schemas"]

    assert json.loads(json.dumps(own)).items() <= json.loads(json.dumps(there)).items()
    sent = json.loads(document(version(ANNA, 2, recorded_on=CORRECTED), schema=catalogue.schema))
    schema = {"$ref": "#/components/schemas/Journal", "components": {"schemas": there}}
    Draft202012Validator(schema).validate(sent)


def test_the_page_shows_the_files(example):
    assert shown_on("embed-in-a-service.md", "service") == files_in("service")


def shown_on(page, folder):
    text = (DOCS / "how-to" / page).read_text(encoding="utf-8")
    blocks = dict(each.parsed for each in file_blocks(Document(text, page)))
    return {path: text for path, text in blocks.items() if path.startswith(f"{folder}/")}


def files_in(folder):
    return {
        f"{folder}/{each.name}": each.read_text(encoding="utf-8")
        for each in (DOCS / "examples" / folder).glob("*.py")
    }
