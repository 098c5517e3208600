"""Damaged documents: every fault is named at its place, good items go on, no value is shown."""

import json
import time

import pytest
from wire_lab.folder import CODE, NAME, TAG, document, encoded, item
from wire_lab.readings import found, kept, shows_nothing
from wire_lab.schemas import ODD, RULED, SCHEMA

from inclusion_core.wire import json_document, read_journal
from inclusion_core.wire.json_text import DEEPEST

GOOD = encoded(document(item()))


def test_the_good_document_is_good():
    reading = json_document.read(GOOD, SCHEMA)

    assert reading.findings == ()
    assert kept(reading) == ["client-1", "client-2", "client-3"]


# Items: the middle client is another one

ITEMS: dict[str, tuple[object, set[tuple[str, str]]]] = {
    "null": (None, {("not-an-object", "")}),
    "name in place of a record": (NAME, {("not-an-object", "")}),
    "list in place of a record": ([NAME], {("not-an-object", "")}),
    "no id": (item(id=...), {("required", "id")}),
    "null id": (item(id=None), {("not-a-text", "id")}),
    "number as id": (item(id=50590), {("not-a-text", "id")}),
    "personal code as id": (item(id=CODE), {("telling-id", "id")}),
    "name as id": (item(id=NAME), {("not-an-id", "id")}),
    "no reference": (item(provider_id=...), {("required", "provider_id")}),
    "null reference": (item(provider_id=None), {("may-not-be-absent", "provider_id")}),
    "unknown reference": (
        item(provider_id={"unknown": "refused"}),
        {("may-not-be-unknown", "provider_id")},
    ),
    "list as reference": (item(provider_id=[NAME]), {("not-a-text", "provider_id")}),
    "no recorded day": (item(recorded_on=...), {("required", "recorded_on")}),
    "null recorded day": (item(recorded_on=None), {("not-a-full-day", "recorded_on")}),
    "text as version": (item(version="1"), {("not-a-number", "version")}),
    "true as version": (item(version=True), {("not-a-number", "version")}),
    "float as version": (item(version=1.0), {("float", "version")}),
    "NaN as sequence": (item(sequence=float("nan")), {("float", "sequence")}),
    "infinity as sequence": (item(sequence=float("-inf")), {("float", "sequence")}),
    "float as id": (item(id=50590.12345), {("float", "id")}),
    "float as author": (item(recorded_by=0.5), {("float", "recorded_by")}),
    "5000 digits": (item(version=int("9" * 4000)), {("huge-number", "version")}),
    "version too large": (item(version=10**17), {("out-of-bounds", "version")}),
    "list as act": (item(act=["recorded"]), {("not-a-code", "act")}),
    "name as act": (item(act=NAME), {("not-a-code", "act")}),
    "false as reason": (item(why=False), {("not-a-text", "why")}),
    "line break in reason": (item(why=f"{NAME}\n"), {("control-character", "why")}),
    "half a character": (item(why=f"{NAME}\ud800"), {("half-character", "why")}),
    "year as number": (item(born_on=1990), {("not-a-day", "born_on")}),
    "float as day": (item(born_on=1990.5), {("float", "born_on")}),
    "empty day": (item(born_on=""), {("not-a-day", "born_on")}),
    "absent gender": (item(gender=None), {("may-not-be-absent", "gender")}),
    "true as gender": (item(gender=True), {("not-a-code", "gender")}),
    "name as gender": (item(gender=NAME), {("not-a-code", "gender")}),
    "unknown without reason": (item(gender={}), {("not-a-reason", "gender")}),
    "name as reason of unknown": (item(gender={"unknown": NAME}), {("not-a-reason", "gender")}),
    "list as reason of unknown": (item(gender={"unknown": [NAME]}), {("not-a-reason", "gender")}),
    "unknown with more": (
        item(gender={"unknown": "refused", NAME: 1}),
        {("not-a-reason", "gender")},
    ),
    "unknown under another name": (item(gender={NAME: "refused"}), {("not-a-reason", "gender")}),
    "misspelt field": (item(bornon="1990"), {("unknown-key", "")}),
    "name as field": (item(**{NAME: CODE}), {("unknown-key", "")}),
    "companion, as in CSV": (item(born_on_unknown="refused"), {("unknown-key", "")}),
    "derived field": (item(person_id=CODE), {("derived-field", "person_id")}),
    "values in a retraction": (
        item(act="retracted", version=2, person_id=CODE, **{NAME: 1}),
        {
            ("value-after-removal", "provider_id"),
            ("value-after-removal", "born_on"),
            ("value-after-removal", "gender"),
            ("derived-field", "person_id"),
            ("unknown-key", ""),
            ("version-gap", "version"),
        },
    ),
    "all at once": (
        item(id=CODE, version=NAME, born_on=CODE, gender=[], **{NAME: 1}),
        {
            ("telling-id", "id"),
            ("not-a-number", "version"),
            ("not-a-day", "born_on"),
            ("not-a-code", "gender"),
            ("unknown-key", ""),
        },
    ),
}


def bytes_of(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(("middle", "expected"), ITEMS.values(), ids=ITEMS)
def test_a_damaged_item_is_named_and_left_out(middle, expected):
    reading = json_document.read(bytes_of(document(middle)), SCHEMA)

    assert found(reading) == expected
    assert {finding.place.row for finding in reading.findings} == {2}
    assert {finding.place.record_type for finding in reading.findings} == {"client"}
    assert kept(reading) == ["client-1", "client-3"]
    assert (reading.rows_read, reading.rows_kept) == (3, 2)
    assert shows_nothing(reading)


def test_a_name_that_stands_twice_costs_one_record():
    data = GOOD.replace(b'"id": "client-2"', b'"id": "client-2", "id": "client-2"')

    reading = json_document.read(data, SCHEMA)

    assert found(reading) == {("duplicate-key", "")}
    assert kept(reading) == ["client-1", "client-3"]


def test_the_reason_of_an_unknown_may_not_stand_twice():
    data = GOOD.replace(
        b'{"unknown": "refused"}', b'{"unknown": "refused", "unknown": "erased"}', 1
    )

    assert found(json_document.read(data, SCHEMA)) == {("duplicate-key", "gender")}


# Whole documents


def tagged(**others: object) -> bytes:
    return encoded({**TAG, **others})


DOCUMENTS: dict[str, tuple[bytes, set[tuple[str, str]]]] = {
    "nothing": (b"", {("not-json", "")}),
    "only a byte order mark": (b"\xef\xbb\xbf", {("not-json", "")}),
    "two byte order marks": (b"\xef\xbb\xbf" * 2 + GOOD, {("not-json", "")}),
    "words": (NAME.encode(), {("not-json", "")}),
    "cut off": (GOOD[:-20], {("not-json", "")}),
    "cut off in a text": (GOOD[: GOOD.index(b"shelter") + 3], {("not-json", "")}),
    "more after the end": (GOOD + b" {}", {("not-json", "")}),
    "comment": (b"// " + NAME.encode() + b"\n" + GOOD, {("not-json", "")}),
    "comma at the end": (GOOD.replace(b"}]}}", b"},]}}"), {("not-json", "")}),
    "raw line break in a text": (GOOD.replace(b"shelter", b"shel\nter"), {("not-json", "")}),
    "wrong escape": (GOOD.replace(b"shelter", b"\\x41"), {("not-json", "")}),
    "single quotation marks": (GOOD.replace(b'"', b"'"), {("not-json", "")}),
    "backslash at the end": (b'"\\', {("not-json", "")}),
    "UTF-16": (GOOD.decode().encode("utf-16"), {("not-utf-8", "")}),
    "stray byte": (GOOD.replace(b"shelter", b"\xff"), {("not-utf-8", "")}),
    "surrogate in UTF-8": (GOOD.replace(b"shelter", b"\xed\xa0\x80"), {("not-utf-8", "")}),
    "nesting bomb": (b"[" * 100_000, {("too-deep", "")}),
    "nesting bomb of objects": (b'{"a":' * 100_000, {("too-deep", "")}),
    "nested too deeply in good JSON": (
        tagged(records={"client": json.loads("[" * 20 + "]" * 20)}),
        {("too-deep", "")},
    ),
    "a text": (bytes_of(NAME), {("not-an-object", "")}),
    "a number": (b"7", {("not-an-object", "")}),
    "a float": (b"7.5", {("float", "")}),
    "a list": (bytes_of([document(item())]), {("not-an-object", "")}),
    "a name twice at the top": (GOOD[:-1] + b', "records": {}}', {("duplicate-key", "")}),
    "no tag": (encoded({"records": {}}), {("no-schema-tag", "")}),
    "no version": (encoded({"schema": "inclusion_core", "records": {}}), {("no-schema-tag", "")}),
    "another schema": (tagged(schema=NAME, records={}), {("other-schema", "")}),
    "newer version": (tagged(schema_version=2, records={}), {("newer-version", "")}),
    "version 0": (tagged(schema_version=0, records={}), {("not-a-version", "")}),
    "version true": (tagged(schema_version=True, records={}), {("not-a-version", "")}),
    "version as text": (tagged(schema_version="1", records={}), {("not-a-version", "")}),
    "huge version": (GOOD.replace(b": 1,", b": " + b"9" * 5000 + b","), {("not-a-version", "")}),
    "no records": (tagged(), {("not-an-object", "records")}),
    "list of records": (tagged(records=[item()]), {("not-an-object", "records")}),
    "a type twice": (
        tagged(records={"client": []}).replace(b'"client"', b'"client": [], "client"'),
        {("duplicate-key", "records")},
    ),
    "object in place of a list": (tagged(records={"client": item()}), {("not-a-list", "")}),
    "null in place of a list": (tagged(records={"client": None}), {("not-a-list", "")}),
    "float in place of a list": (tagged(records={"client": 0.5}), {("float", "")}),
    "unknown type": (tagged(records={NAME: [item()]}), {("unknown-type", "")}),
    "derived type": (tagged(records={"person": [{"id": CODE}]}), {("derived-type", "")}),
}


@pytest.mark.parametrize(("data", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_damaged_document_is_named(data, expected):
    reading = json_document.read(data, SCHEMA)

    assert found(reading) == expected
    assert kept(reading) == []
    assert shows_nothing(reading)


MENDABLE: dict[str, tuple[bytes, set[tuple[str, str]]]] = {
    "byte order mark": (b"\xef\xbb\xbf" + GOOD, set()),
    "name at the top": (encoded({**document(item()), NAME: 1}), {("unknown-key", "")}),
    "misspelt type beside": (encoded(document(item(), cleint=[])), {("unknown-type", "")}),
    "derived type beside": (encoded(document(item(), person=[])), {("derived-type", "")}),
    "fault in another type": (encoded(document(item(), fund=NAME)), {("not-a-list", "")}),
}


@pytest.mark.parametrize(("data", "expected"), MENDABLE.values(), ids=MENDABLE)
def test_a_fault_beside_the_clients_costs_no_client(data, expected):
    reading = json_document.read(data, SCHEMA)

    assert found(reading) == expected
    assert kept(reading) == ["client-1", "client-2", "client-3"]
    assert shows_nothing(reading)


def test_the_nearest_name_is_told_and_the_unknown_one_is_not():
    wrong = encoded(document(item(bornon="1990"), cleint=[]))

    told = [finding.in_("en") for finding in json_document.read(wrong, SCHEMA).findings]

    assert told == [
        "there is no such type of record; write a known one: client",
        "row 2, client client-2: name 6 is not known here; write a known one: born_on",
    ]


def test_no_more_than_twenty_unknown_names_are_pointed_out():
    many = item(**{f"x{number}": 1 for number in range(100)})

    findings = json_document.read(encoded(document(many)), SCHEMA).findings

    assert [finding.kind for finding in findings] == ["wire.unknown-key"] * 20


def test_the_fault_in_json_is_told_by_line_and_character():
    (finding,) = json_document.read(b'{"schema":\n  oops}', SCHEMA).findings

    assert "line 2, character 3" in finding.in_("en")
    assert "2. rindā, 3. zīmē" in finding.in_("lv")


def test_brackets_inside_texts_are_not_nested():
    text = "[{" * DEEPEST + '\\"'
    data = encoded(document(item(why=text)))

    assert json_document.read(data, SCHEMA).findings == ()


def test_a_pair_of_surrogates_is_one_character():
    data = GOOD.replace(b'"id": "client-2"', b'"why": "\\ud83d\\ude00", "id": "client-2"')

    reading = json_document.read(data, SCHEMA)

    assert reading.findings == ()
    assert [version.why for version in reading.journal.versions] == ["", "\N{GRINNING FACE}", ""]


@pytest.mark.parametrize("bomb", [b'"\\"' * 400_000, b'["' + b"\\" * 999_999, b"\"'[{" * 300_000])
def test_the_depth_is_counted_in_linear_time(bomb: bytes):
    began = time.perf_counter()

    json_document.read(bomb, SCHEMA)

    assert time.perf_counter() - began < 20


def test_a_document_that_is_too_big_is_not_read(tmp_path):
    path = tmp_path / "register.json"
    path.write_bytes(GOOD)

    reading = read_journal(path, SCHEMA, max_bytes=len(GOOD) - 1)

    assert found(reading) == {("too-big", "")}
    assert reading.findings[0].place.file == "register.json"
    assert read_journal(path, SCHEMA, max_bytes=len(GOOD)).rows_kept == 3


def test_a_rule_of_a_class_is_named_without_its_words():
    good = {"id": "host-1", "recorded_on": "2018-04-15", "mood": "none", "rank": 8}
    records = {"host": [good, {**good, "id": "host-2", "rank": 9}]}

    reading = json_document.read(encoded({**TAG, "records": records}), RULED)

    (finding,) = reading.findings
    assert (finding.kind, finding.place.record_id) == ("wire.contradicts-itself", "host-2")
    assert kept(reading) == ["host-1"]


VISIT = {
    "id": "visit-1",
    "recorded_on": "2018-04-15",
    "mood": "good",
    "ended_on": "2018",
    "closed_as": "none",
}
VISITS: dict[str, tuple[dict[str, object], set[tuple[str, str]]]] = {
    "good": ({}, set()),
    "decimal as number": ({"price": 85}, {("not-a-decimal", "price")}),
    "decimal as float": ({"price": 83.87}, {("float", "price")}),
    "decimal with comma": ({"price": "83,87"}, {("not-a-decimal", "price")}),
    "decimal with exponent": ({"price": "1E2"}, {("not-a-decimal", "price")}),
    "decimal NaN": ({"price": "NaN"}, {("not-a-decimal", "price")}),
    "decimal infinity": ({"price": "-Infinity"}, {("not-a-decimal", "price")}),
    "decimal with plus": ({"price": "+1"}, {("not-a-decimal", "price")}),
    "decimal with leading zero": ({"price": "01"}, {("not-a-decimal", "price")}),
    "minus nothing": ({"price": "-0.0"}, {("not-a-decimal", "price")}),
    "point without digits": ({"price": "1."}, {("not-a-decimal", "price")}),
    "long decimal": ({"price": "1" * 19}, {("not-a-decimal", "price")}),
    "many decimals": ({"price": "0.0123456789"}, {("not-a-decimal", "price")}),
    "decimal with line break": ({"price": "1\n"}, {("not-a-decimal", "price")}),
    "number beyond": ({"balance": 6}, {("out-of-bounds", "balance")}),
    "number below": ({"balance": -6}, {("out-of-bounds", "balance")}),
    "true as number": ({"balance": True}, {("not-a-number", "balance")}),
    "absent number": ({"balance": None}, {("may-not-be-absent", "balance")}),
    "empty text": ({"note": ""}, {("empty-text", "note")}),
    "long text": ({"note": "x" * 10_001}, {("too-long", "note")}),
    "text with NUL": ({"note": "\x00"}, {("control-character", "note")}),
    "text with C1 control": ({"note": "\x85"}, {("control-character", "note")}),
    "object as text": ({"note": {"text": NAME}}, {("not-a-reason", "note")}),
    "short code": ({"place": "x"}, {("not-a-code", "place")}),
    "long code": ({"place": "x" * 101}, {("not-a-code", "place")}),
    "code with line break": ({"place": "xx\n"}, {("control-character", "place")}),
    "list as code": ({"place": [NAME]}, {("not-a-text", "place")}),
}


@pytest.mark.parametrize(("values", "expected"), VISITS.values(), ids=VISITS)
def test_a_plugin_field_is_as_strict(values, expected):
    records = {"visit": [{**VISIT, **values}]}

    reading = json_document.read(bytes_of({**TAG, "records": records}), ODD)

    assert found(reading) == expected
    assert reading.rows_kept == (0 if expected else 1)
    assert shows_nothing(reading)
