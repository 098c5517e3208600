import stat
from itertools import chain, repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.workbook.importing.keys import KeyFile, new_id

KEYS = KeyFile({("client", "010190-12345"): "c-1", ("arrival", "010190-12345"): "a-1"})
HEADING = "record_type,number,id\n"


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "keys.csv"
    path.write_bytes(text.encode(encoding))
    return KeyFile.read(path)


def test_a_number_means_one_record_of_its_type():
    assert KEYS.id_of("client", "010190-12345") == "c-1"
    assert KEYS.id_of("arrival", "010190-12345") == "a-1"
    assert KEYS.id_of("client", "7") is None
    assert KEYS.numbers["client", "c-1"] == "010190-12345"


def test_joined_keys_leave_the_first_as_they_were():
    joined = KEYS.joined({("client", "8"): "c-8"})

    assert joined.id_of("client", "8") == "c-8"
    assert joined.id_of("client", "010190-12345") == "c-1"
    assert KEYS.id_of("client", "8") is None


def test_no_number_is_shown():
    assert repr(KEYS) == "KeyFile(numbers=2)"


def test_the_file_is_sorted_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "deep" / "keys.csv"

    KEYS.write(path)

    assert path.read_text() == f"{HEADING}arrival,010190-12345,a-1\nclient,010190-12345,c-1\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


NAMES = st.sampled_from(["client", "arrival", "staff_member"])
NUMBERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)


@settings(deadline=None)
@given(st.dictionaries(st.tuples(NAMES, NUMBERS), st.integers().map(lambda n: f"x{abs(n)}")))
def test_what_is_written_is_read_back(tmp_path_factory, ids):
    ids = {key: f"{at}-{record_id}" for at, (key, record_id) in enumerate(ids.items())}
    path = tmp_path_factory.mktemp("keys") / "keys.csv"
    KeyFile(ids).write(path)

    assert KeyFile.read(path) == (KeyFile(ids), ())


def test_a_file_that_a_spreadsheet_has_saved_is_read(tmp_path):
    keys, findings = read(tmp_path, "record_type;number;id\r\nclient;17;c-1\r\n\r\n", "utf-8-sig")

    assert (keys, findings) == (KeyFile({("client", "17"): "c-1"}), ())


@pytest.mark.parametrize(
    "text", ["", "type,number,id\nclient,17,c-1\n", "client,17,c-1\n", "record_type,number\n"]
)
def test_a_file_with_another_heading_is_no_key_file(tmp_path, text):
    keys, (finding,) = read(tmp_path, text)

    assert keys == KeyFile()
    assert finding.in_("en") == (
        "keys.csv: this is not a key file; name the file whose first line is record_type,number,id"
    )


@pytest.mark.parametrize(
    "line",
    [
        "client,CANARY",
        "client,CANARY,c-1,more",
        "client,,c-1",
        "Client,CANARY,c-1",
        ",CANARY,c-1",
        "client,CANARY,",
        "client,CANARY,010190-12345",
    ],
)
def test_a_damaged_row_is_named_and_nothing_of_it_is_told(tmp_path, line):
    keys, (finding,) = read(tmp_path, f"{HEADING}client,1,c-5\n{line}\n")

    assert keys == KeyFile({("client", "1"): "c-5"})
    assert (finding.kind, finding.place.row) == ("workbook.key-file-row", 3)
    assert "CANARY" not in finding.in_("en") + repr(finding)


@pytest.mark.parametrize("line", ["client,17,c-9", "client,99,c-1", "client,17,c-1"])
def test_two_ids_of_one_number_or_two_numbers_of_one_id_are_damage(tmp_path, line):
    keys, (finding,) = read(tmp_path, f"{HEADING}client,17,c-1\n{line}\n")

    assert keys == KeyFile({("client", "17"): "c-1"})
    assert (finding.kind, finding.place.row) == ("workbook.key-twice", 3)


def test_one_number_may_stand_for_records_of_two_types(tmp_path):
    keys, findings = read(tmp_path, f"{HEADING}client,17,x-1\narrival,17,x-1\n")

    assert (len(keys.ids), findings) == (2, ())


def test_text_that_is_no_csv_or_no_utf_8_is_damage(tmp_path):
    _, (unclosed,) = read(tmp_path, f'{HEADING}client,"17,c-1\n')
    _, (other,) = read(tmp_path, f"{HEADING}client,Ž,c-1\n", "cp1257")
    _, (wide,) = read(tmp_path, HEADING, "utf-16")

    assert (unclosed.kind, other.kind) == ("wire.bad-csv", "workbook.key-file-row")
    assert (wide.kind, wide.place.row) == ("wire.not-utf-8", None)


def test_a_missing_file_is_a_finding(tmp_path):
    keys, (finding,) = KeyFile.read(tmp_path / "keys.csv")

    assert (keys, finding.kind) == (KeyFile(), "wire.not-there")


def test_an_id_that_is_taken_is_not_given_again():
    drawn = chain(["a", "a"], repeat("b"))

    assert new_id("client", lambda: next(drawn), {("client", "c-a")}) == "c-b"
    assert new_id("caring_spell", lambda: "a", {("client", "c-a")}) == "cs-a"
