"""The JSON Schema accepts exactly what the converter accepts, but for what it cannot say."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from wire_lab.folder import item
from wire_lab.gardens import THIRD
from wire_lab.schemas import ODD, RULED, SCHEMA
from wire_lab.strategies import histories

from inclusion_core.errors import NotADayError
from inclusion_core.model.caseload import Journal
from inclusion_core.values import parse_day
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire import json_document
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.descriptions import field_descriptions, type_description
from inclusion_core.wire.entries import Sheet, entry_of
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.field_schema import PARTIAL_DAY
from inclusion_core.wire.json_schema import json_schema, record_schema
from inclusion_core.wire.json_text import loaded
from inclusion_core.wire.writing import rows_of

WORDS = Vocabulary(id="lab.words")
DESCRIBED = {id(each): json_schema(each, WORDS) for each in (SCHEMA, ODD, RULED, THIRD)}
TYPES = [(schema, each) for schema in (SCHEMA, ODD) for each in schema if not each.derived]
TAG = {"schema": "inclusion_core", "schema_version": 1}


def accepts(row, schema, name):
    """Whether the JSON Schema accepts a version of a record."""
    part = {"$ref": f"#/$defs/{name}", "$defs": DESCRIBED[id(schema)]["$defs"]}
    return Draft202012Validator(part).is_valid(row)


def takes(row, schema, name):
    """Whether the reader takes it."""
    sheet = Sheet(record_type=schema[name], converter=shared_converter(schema))
    written = loaded(json.dumps(row).encode())
    return isinstance(written, dict) and not entry_of(written, sheet).faults


def backwards(value):
    """A day between two days of which the first does not lie before the last."""
    try:
        parse_day(value)
    except NotADayError:
        return bool(re.search(PARTIAL_DAY, value)) and "/" in value
    return False


def cannot_be_said(row):
    """What no JSON Schema can say of a version of a record."""
    texts = [value for value in row.values() if isinstance(value, str)]
    return (
        any(isinstance(value, float) and value.is_integer() for value in row.values())
        or any(map(backwards, texts))
        or any(re.search("[\ud800-\udfff]", text) for text in texts)
    )


IDS = ["c-1", "", "-1", "c 1", "c-1\n", "x" * 100, "x" * 101, "a@b", "ā", "Q" * 11, "00000000-0000"]
CODES = [
    *("good", "none", "GOOD", "good ", "good\n", "female", "male", "x" * 99, " ~", "a\nb"),
    "050590-12345",
    "a050590-12345",
    "1050590-12345",
    "05059012345",
    "x05059012345",
    "٠" * 11,
]
DAYS = [
    *("2018-04-15", "2018-02-29", "2020-02-29", "1900-02-29", "2000-02-29", "2018-04-31"),
    *(
        "1799-12-31",
        "1800-01-01",
        "2999-12-31",
        "3000-01-01",
        "20180415",
        "2018-4-5",
        "2018-04-15\n",
    ),
    *("2018", "2018-13", "2018-00", "1799", "2018\n", "2018-04-15T00:00", "2018-04-00", "٢٠١٨"),
    *("2018-04-15/2018-05-02", "2018-05-02/2018-04-15", "2018-04-15/2018-04-15", "2018/2019"),
    *("2018-02-30", "2018-00-10", "2018-1", "2018-04/2018-05", "2018-04-15 ", "-018-04-15"),
    *("1799-12-31/1800-01-02", "2999-12-31/3000-01-01", "2018-04-15/2018", "18-04-15", "0000"),
    *("2018-04-15/2018-05-02\n", "2018-W09-4", "2018-105", "2018-04-15Z", "2018-04-15/2018-05-32"),
    *("2400-02-29", "2100-02-29", "2900-02-29", "2800-02-29", "1800-02-29", "2018-06-31"),
    *("2018-02-29/2018-05-02", "2018-04-15/2018-05-02/2019", "2018-04-15/"),
]
FRACTIONS = [
    *("0", "-0", "-0.0", "-0.5", "00", "1.", ".5", "1e3", "83.87", "٣", "1\n", "+1", "-0.\n"),
    *("9" * 18, "9" * 19, "0." + "1" * 9, "0." + "1" * 10),
]
TEXTS = [
    "x",
    "\t",
    "\x7f",
    "\x9f",
    "\xa0",
    "\u2028",
    "\ud800",
    "y" * 10_000,
    "y" * 10_001,
    "LV",
    "\n",
]
NUMBERS = [
    -5,
    -6,
    -(10**30),
    10**19,
    0,
    1,
    -1,
    5,
    6,
    99,
    10**6,
    10**6 + 1,
    10**9,
    10**9 + 1,
    10**30,
    1.0,
    1.5,
    -0.0,
]
OTHERS = [
    *(
        None,
        True,
        False,
        [],
        ["x"],
        {},
        {"unknown": "refused"},
        {"unknown": "x"},
        {"unknown": None},
    ),
    *({"unknown": "not_asked"}, {"unknown": "erased"}, {"unknown": ["refused"]}, {"unknown": 1}),
    *({"unknown": "Refused"}, {"unknown": ""}, {"unknown": {"unknown": "refused"}}, "unknown"),
    *({"unknown": "refused", "more": 1}, {"Unknown": "refused"}, [{"unknown": "refused"}]),
]
ACTS = [
    "corrected",
    "Recorded",
    "recorded\n",
    "recorded",
    "changed",
    "retracted",
    "erased",
    "made",
    "",
]
POOL = [*IDS, *CODES, *DAYS, *FRACTIONS, *TEXTS, *NUMBERS, *OTHERS, *ACTS]


def of_type(name):
    return next((schema, each) for schema, each in TYPES if each.name == name)


SEEDS = {
    "client": {"id": "c-1", "recorded_on": "2018-04-15", "provider_id": "p-1"},
    "visit": {
        "id": "v-1",
        "recorded_on": "2018-04-15",
        "mood": "good",
        "ended_on": "2018",
        "closed_as": "none",
        "balance": 1,
        "place": "ab",
    },
    "guest": {
        "id": "g-1",
        "recorded_on": "2018-04-15",
        "visit_id": "v-1",
        "came_as": "good",
        "rank": 1,
    },
    "same_person_link": {
        "id": "l-1",
        "recorded_on": "2018-04-15",
        "client_id": "c-1",
        "other_client_id": "c-2",
        "linked_on": "2018-05-01",
    },
}


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("name", SEEDS)
def test_each_odd_value_in_each_field_is_accepted_if_and_only_if_it_is_taken(name):
    schema, record_type = of_type(name)
    fields = [*ENVELOPE, *(field.name for field in record_type.recorded_fields[1:]), "zzz"]
    rows = [{**SEEDS[name], field: value} for field in fields for value in POOL]

    differing = [
        row
        for row in rows
        if accepts(row, schema, name) != takes(row, schema, name)
        and not (accepts(row, schema, name) and cannot_be_said(row))
    ]

    assert takes(SEEDS[name], schema, name)
    assert differing == []


@st.composite
def rows(draw):
    schema, record_type = draw(st.sampled_from(TYPES))
    versions = draw(histories(record_type, "x-1"))
    row = dict(draw(st.sampled_from(rows_of(Journal(tuple(versions)), schema)[record_type.name])))
    for _ in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from([*ENVELOPE, *record_type.fields, "more"]))
        if draw(st.booleans()):
            row[name] = draw(st.sampled_from(POOL) | st.text(max_size=5) | st.integers())
        else:
            row.pop(name, None)
    return schema, record_type.name, row


@given(rows())
@settings(deadline=None)
def test_what_the_schema_accepts_is_what_the_reader_takes(drawn):
    schema, name, row = drawn
    accepted = accepts(row, schema, name)

    assert takes(row, schema, name) == accepted or (accepted and cannot_be_said(row))


@pytest.mark.parametrize(
    "values",
    [
        {"born_on": "2018-05-02/2018-04-15"},
        {"born_on": "2018-05-02/2018-05-02"},
        {"version": 1.0},
        {"why": "\ud800"},
    ],
)
def test_what_no_schema_can_say_is_refused_by_the_reader_alone(values):
    row = item(**values)

    assert accepts(row, SCHEMA, "client")
    assert cannot_be_said(row)
    assert not takes(row, SCHEMA, "client")


def test_how_fields_go_together_is_known_to_the_class_alone():
    row = {"id": "h-1", "recorded_on": "2018-04-15", "mood": "none", "rank": 9}

    assert accepts(row, RULED, "host")
    assert not takes(row, RULED, "host")


@pytest.mark.parametrize("data", [b'{"id": "c-1", "id": "c-1"}', b'{"id": 1e0}'])
def test_what_is_lost_in_parsing_is_refused_before(data):
    assert loaded(data) != json.loads(data)


@pytest.mark.parametrize("record_type", [each for _, each in TYPES], ids=lambda each: each.name)
def test_the_schema_of_a_record_is_that_of_a_version_without_the_facts_of_one(record_type):
    schema, _ = of_type(record_type.name)
    own = record_schema(record_type, WORDS)
    version = DESCRIBED[id(schema)]["$defs"][record_type.name]

    Draft202012Validator.check_schema(own)
    shared = own["properties"].keys() & version["properties"].keys()
    assert shared == own["properties"].keys()
    assert all(own["properties"][name] == version["properties"][name] for name in shared - {"id"})
    assert {*own["required"]} == {"id", *version["else"]["required"]}


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("act", ["recorded", "changed", "corrected", "retracted", "erased"])
def test_what_an_act_leaves_of_a_record_is_said_by_both(act, name):
    schema, record_type = of_type(name)
    row = {**SEEDS[name], "act": act}
    left = [{each: row[each] for each in row if each != out} for out in row]
    bare = {"id": "x-1", "recorded_on": "2018-04-15", "act": act, "version": 2, "why": "slip"}
    with_one = [{**bare, each: row[each]} for each in row]
    derived = [{**row, each: 0} for each in record_type.fields]

    for one in (row, *left, bare, *with_one, *derived):
        assert accepts(one, schema, name) == takes(one, schema, name)


ITEMS = [None, 1, "x", [], {}, [{}], True]


@pytest.mark.parametrize("odd", ITEMS)
def test_a_document_is_accepted_if_and_only_if_nothing_is_found_in_it(odd):
    good = {**TAG, "records": {"client": [item()], "provider": []}}
    documents = [
        good,
        odd,
        {**good, "more": odd},
        {**good, "schema": odd},
        {**good, "schema_version": odd},
        {**good, "type_versions": odd},
        {**good, "type_versions": {"client": odd}},
        {**good, "records": odd},
        {**good, "records": {"client": odd}},
        {**good, "records": {"client": [odd]}},
        {**good, "records": {"person": odd}},
        {**good, "records": {"zzz": odd}},
        *({key: good[key] for key in good if key != out} for out in good),
    ]
    validator = Draft202012Validator(DESCRIBED[id(SCHEMA)])

    for each in documents:
        findings = json_document.read(json.dumps(each).encode(), SCHEMA).findings
        assert validator.is_valid(each) == (findings == ()), each


def test_a_record_alone_is_what_the_converter_takes():
    validator = Draft202012Validator(record_schema(SCHEMA["client"], WORDS))

    assert validator.is_valid({"id": "c-1", "provider_id": "p-1", "born_on": None})
    assert not validator.is_valid({"id": "c-1", "provider_id": "p-1", "version": 1})
    assert not validator.is_valid({"id": "c-1"})


def test_a_document_says_the_versions_of_types_that_are_not_the_first():
    validator = Draft202012Validator(DESCRIBED[id(THIRD)])
    good = {**TAG, "type_versions": {"bed": 3}, "records": {}}

    assert validator.is_valid(good)
    assert validator.is_valid({**good, "type_versions": {"bed": 3, "garden": 1, "tree": 7}})
    assert not validator.is_valid({**TAG, "records": {}})
    assert not validator.is_valid({**good, "type_versions": {"bed": 2}})
    assert json_document.read(json.dumps(good).encode(), THIRD).findings == ()


def test_what_a_class_says_of_itself_is_told_in_plain_words():
    client = DESCRIBED[id(SCHEMA)]["$defs"]["client"]
    described = [
        each["description"]
        for each in DESCRIBED[id(SCHEMA)]["$defs"].values()
        if "description" in each
    ]

    assert client["properties"]["provider_id"]["description"]
    assert not [words for words in described if "`" in words or ":" in words[:1]]
    assert "description" not in DESCRIBED[id(RULED)]["$defs"]["host"]["properties"]["rank"]
    assert type_description(ODD["guest"].record_class) == ""
    assert field_descriptions(ODD["guest"].record_class) == {}
