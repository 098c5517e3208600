"""A document is read alike by msgspec and by the standard reader, whatever is wrong with it."""

import json
import sys
from datetime import date

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from test_json_damage import DOCUMENTS, GOOD, ITEMS, MENDABLE, VISIT, VISITS, bytes_of
from wire_lab.folder import TAG, document, encoded, item
from wire_lab.gardens import THIRD
from wire_lab.schemas import ODD, SCHEMA
from wire_lab.strategies import journals

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire import json_document, json_lists
from inclusion_core.wire.converter import _Kept
from inclusion_core.wire.json_lists import quickly_opened
from inclusion_core.wire.json_text import DEEPEST

MORE = {
    "float as list item": bytes_of(document(1.5)),
    "colon in a text": bytes_of(document(item(why='{"a": 1}, {"b": ":"}'))),
    "colon in disguise": encoded(document(item(why="a"))).replace(b'"a"', b'"\\u003a"'),
    "colon in disguise beside a name twice": encoded(document(item(why="a"))).replace(
        b'"why": "a"', b'"why": "a\\u003A", "why": "a"'
    ),
    "escaped backslash before what looks like one": bytes_of(document(item(why="\\u003a"))),
    "a name twice with the same value": GOOD.replace(b'"id": "client-2"', b'"id": "client-2",' * 2)
    .replace(b",,", b",")
    .replace(b'"client-2", "id": "client-2"', b'"client-2", "id": "client-2"'),
    "version of the form twice": GOOD[:-1] + b', "schema_version": 1}',
    "a list twice, once empty": GOOD.replace(b'"client": [', b'"client": [], "client": [', 1),
    "bad bytes in a list that nobody knows": GOOD.replace(
        b'"records": {', b'"records": {"zzz": ["\xff"], '
    ),
    "bad bytes in a text": GOOD.replace(b"client-1", b"client-\xff"),
    "20 digits": bytes_of(document(item(version=10**19))),
    "19 digits": bytes_of(document(item(version=10**19 - 1))),
    "minus and 19 digits": bytes_of(document(item(version=-(10**18)))),
    "5000 digits": GOOD.replace(b'"id": "client-2"', b'"version": ' + b"9" * 4000),
    "1e400": GOOD.replace(b'"id": "client-2"', b'"version": 1e400'),
    "minus nothing": GOOD.replace(b'"id": "client-2"', b'"id": "client-2", "sequence": -0'),
    "one point nothing": GOOD.replace(b'"id": "client-2"', b'"id": "client-2", "sequence": 1.0'),
    "form 1.0": GOOD.replace(b'"schema_version": 1', b'"schema_version": 1.0'),
    "form true": GOOD.replace(b'"schema_version": 1', b'"schema_version": true'),
    "deep, at the limit": encoded(document(json.loads("[" * (DEEPEST - 3) + "]" * (DEEPEST - 3)))),
    "deep, beyond": encoded(document(json.loads("[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)))),
    "very deep in an item": GOOD.replace(b'"shelter"', b"[" * 5000 + b"]" * 5000, 1),
    "escaped brackets": bytes_of(document(item(why='"' + "[" * 40))),
    "brackets in texts beside": encoded(document(item(why="[" * 40, recorded_by="["))),
    "no records at all": encoded({**TAG, "records": {}}),
    "versions of types, none": encoded({**document(item()), "type_versions": {}}),
    "versions of types": encoded({**document(item()), "type_versions": {"client": 1, "x": 9}}),
    "version of a type twice": encoded(
        {**document(item()), "type_versions": {"client": 1}}
    ).replace(b'{"client": 1}', b'{"client": 1, "client": 1}'),
    "huge version of a type": encoded({**document(item()), "type_versions": {"client": 10**30}}),
    "big version of a type": encoded({**document(item()), "type_versions": {"client": 10**10}}),
    "version 0 of a type": encoded({**document(item()), "type_versions": {"client": 0}}),
    "float version of a type": encoded({**document(item()), "type_versions": {"client": 1.0}}),
    "space where it may be": json.dumps(document(item()), indent="\t").encode() + b" \r\n\t",
    "form feed": GOOD + b"\x0c",
    "NUL at the end": GOOD + b"\x00",
    "escaped letters": json.dumps(document(item(why="Jānis"))).encode(),
    "many": encoded(document(*(item(id=f"c-{number}") for number in range(600)))),
    "many, one of them bad": encoded(
        document(*(item(id=f"c-{number % 599}") for number in range(600)))
    ),
}
CASES = {
    **{name: (bytes_of(document(middle)), SCHEMA) for name, (middle, _) in ITEMS.items()},
    **{f"document: {name}": (data, SCHEMA) for name, (data, _) in DOCUMENTS.items()},
    **{f"mendable: {name}": (data, SCHEMA) for name, (data, _) in MENDABLE.items()},
    **{
        f"visit: {name}": (bytes_of({**TAG, "records": {"visit": [{**VISIT, **values}]}}), ODD)
        for name, (values, _) in VISITS.items()
    },
    **{f"more: {name}": (data, SCHEMA) for name, data in MORE.items()},
}


def read_without_msgspec(data, schema):
    """What is read where it is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "msgspec", None)
        json_lists._msgspec.cache_clear()
        assert quickly_opened(GOOD) is None
        reading = json_document.read(data, schema)
    json_lists._msgspec.cache_clear()
    return reading


@pytest.mark.at_length(few=50)
@pytest.mark.counted
@pytest.mark.parametrize(("data", "schema"), CASES.values(), ids=CASES)
def test_both_read_the_same(data, schema):
    assert json_document.read(data, schema) == read_without_msgspec(data, schema)


@pytest.mark.at_length(few=20)
@pytest.mark.parametrize("place", range(0, len(GOOD), 3))
def test_both_read_the_same_when_one_character_is_lost_or_changed(place):
    for put in (b"", b'"', b":", b"}", b"\\", b"\xc4", b"9"):
        data = GOOD[:place] + put + GOOD[place + 1 :]

        assert json_document.read(data, SCHEMA) == read_without_msgspec(data, SCHEMA)


def test_what_is_good_is_opened_quickly():
    opened = quickly_opened(b"\xef\xbb\xbf" + GOOD)

    assert opened is not None
    assert opened.tag == TAG
    assert [len(each) for each in opened.records.values()] == [3]
    assert opened.records["client"].told(1) == item()


def test_older_versions_are_migrated_by_both():
    beds = [
        {"id": f"b-{number}", "recorded_on": "2018-05-01", "garden_id": "g-1", "size": size}
        for number, size in enumerate(["2 x 3 m", "wide", {"unknown": "refused"}, 7])
    ]
    data = encoded({**TAG, "type_versions": {"bed": 2}, "records": {"bed": [*beds, None]}})
    reading = json_document.read(data, THIRD)

    assert reading == read_without_msgspec(data, THIRD)
    assert [each.record_id for each in reading.journal.versions] == ["b-0", "b-2", "b-3"]
    assert {(each.kind, each.place.row) for each in reading.findings} >= {
        ("wire.not-migrated", 2),
        ("wire.not-an-object", 5),
    }


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10**6), st.sampled_from([b"", b'"', b",", b":", b"{}", b"1", b"null"])
    ),
    max_size=2,
)


@given(journals(ODD), CHANGES)
@settings(deadline=None, max_examples=tries(60))
def test_both_read_the_same_of_any_document(journal, changes):
    data = json_document.write(journal, ODD)
    for place, put in changes:
        at = place % len(data)
        data = data[:at] + put + data[at + 1 :]

    assert json_document.read(data, ODD) == read_without_msgspec(data, ODD)


@attrs.frozen(kw_only=True, repr=False)
class Mark(Record):
    """A record that is its key alone."""

    id: str


@pytest.mark.counted
def test_a_record_that_is_its_key_alone_comes_back():
    schema = schema_of(Mark)
    day = date(2018, 4, 15)
    versions = tuple(
        Version(record_type="mark", record_id=key, recorded_on=day, record=Mark(id=key), why=why)
        for key, why in [("m-1", ""), ("m-2", 'not }, { but "}, {"')]
    )
    data = json_document.write(Journal(versions), schema)

    assert json_document.read(data, schema).journal == Journal(versions)
    assert data.count(b"\n") == 6  # one line a version, whatever its texts hold


def test_many_versions_are_written_one_a_line_as_the_plain_writer_would(monkeypatch):
    schema = schema_of(Mark)
    day = date(2018, 4, 15)
    versions = tuple(
        Version(
            record_type="mark", record_id=f"m-{key}", recorded_on=day, record=Mark(id=f"m-{key}")
        )
        for key in range(600)
    )
    data = json_document.write(Journal(versions), schema)
    monkeypatch.setattr(
        json_document, "_each_on_a_line", lambda rows: map(json_document._json, rows)
    )

    assert json_document.write(Journal(versions[::-1]), schema) == data


def test_no_more_converters_are_kept_than_are_used_by_turns():
    kept = _Kept(1)
    first, second = schema_of(Mark), schema_of(Mark)
    made = kept.of(first)

    assert kept.of(first) is made
    assert kept.of(second) is not made
    assert len(kept.made) == 1
