"""Whatever bytes a file holds: reading raises nothing, and what it gives can be written again."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from effort import tries
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wire_lab.folder import (
    CANARIES,
    CODE,
    HEADING,
    NAME,
    client_csv,
    document,
    encoded,
    item,
    row,
    write_good,
)
from wire_lab.readings import shows_nothing, told
from wire_lab.schemas import SCHEMA

from inclusion_core.wire import Reading, csv_folder, json_document, read_journal

GOOD_CSV = client_csv(row()).encode()
GOOD_JSON = encoded(document(item()))
SPLICES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [b'"', b"\n", b"\r", b",", b";", b"\x00", b"{", b"[", b"]", b"}", b":", b"null"]
    ),
    st.sampled_from([b"1e9", b"NaN", b"\\ud800", b'"id"', b"erased", b"none", b"-1", b"2018"]),
    st.sampled_from([part.encode() for part in CANARIES]),
)


@st.composite
def mutations(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file with a few pieces cut out and others put in."""
    data = good
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.sampled_from([0, 0, 1, 2, 7, 60]))
        data = data[:at] + draw(SPLICES) + data[at + cut :]
    return data


def read_csv(data: bytes) -> Reading:
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_good(folder)
        (folder / "client.csv").write_bytes(data)
        return read_journal(folder, SCHEMA)


def is_sound(reading: Reading) -> bool:
    """Whether the journal can be written, and the findings told."""
    back = json_document.read(json_document.write(reading.journal, SCHEMA), SCHEMA)
    return (
        back.journal == reading.journal
        and reading.rows_kept == len(reading.journal.versions) <= reading.rows_read
        and list(reading.findings) == sorted(reading.findings, key=lambda found: found.order)
        and told(reading) != ""
    )


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_as_csv_raise_nothing(data: bytes):
    assert is_sound(read_csv(data))


@given(mutations(GOOD_CSV))
@example(GOOD_CSV)
@settings(max_examples=tries(300), deadline=None)
def test_a_mutated_sheet_raises_nothing(data: bytes):
    assert is_sound(read_csv(data))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_as_json_raise_nothing(data: bytes):
    assert is_sound(json_document.read(data, SCHEMA))


@given(mutations(GOOD_JSON))
@example(GOOD_JSON)
@settings(max_examples=tries(300), deadline=None)
def test_a_mutated_document_raises_nothing(data: bytes):
    assert is_sound(json_document.read(data, SCHEMA))


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(CANARIES),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["unknown", "id", NAME]), inner, max_size=3)
    ),
    max_leaves=5,
)
NAMES = st.sampled_from([name for name in HEADING if "_unknown" not in name] + ["person_id", CODE])


@given(st.dictionaries(NAMES, JSON_VALUES, max_size=5))
@settings(max_examples=tries(300), deadline=None)
def test_any_value_in_any_field_raises_nothing(values: dict[str, object]):
    assert is_sound(json_document.read(encoded(document(item(**values))), SCHEMA))


@given(
    st.lists(
        st.sampled_from(["=", "", "1", "2018-04-15", "none", *CANARIES]), min_size=14, max_size=14
    )
)
@settings(max_examples=tries(200), deadline=None)
def test_a_planted_value_is_never_told(cells: list[str]):
    reading = read_csv(client_csv(cells).encode())

    assert shows_nothing(reading)
    assert is_sound(reading)


@given(st.text(alphabet=st.sampled_from('"\n\r,;x'), max_size=60))
@settings(max_examples=tries(200), deadline=None)
def test_any_quotation_marks_raise_nothing(text: str):
    assert is_sound(read_csv(GOOD_CSV + text.encode()))


def test_the_limit_of_the_csv_module_is_left_alone():
    before = csv.field_size_limit()
    csv_folder.read("nowhere", SCHEMA)

    assert csv.field_size_limit() == before
