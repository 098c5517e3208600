"""Damaged folders: every fault is named at its place, good rows go on, no value is shown."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from wire_lab.folder import (
    BLANK_FIELDS,
    CODE,
    FIRST,
    HEADING,
    LAST,
    MIDDLE,
    NAME,
    client_csv,
    csv_text,
    row,
    write_good,
)
from wire_lab.readings import found, kept, shows_nothing
from wire_lab.schemas import SCHEMA

from inclusion_core.findings import Severity
from inclusion_core.wire import csv_folder, read_journal
from inclusion_core.wire.csv_rows import LONGEST_CELL, rows
from inclusion_core.wire.file_problems import BAD_CSV


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_good(tmp_path / "register")
    return tmp_path / "register"


def test_the_good_folder_is_good(folder: Path):
    reading = read_journal(folder, SCHEMA)

    assert reading.findings == ()
    assert kept(reading) == ["client-1", "client-2", "client-3", "shelter"]
    assert reading.rows_read == reading.rows_kept == 4


# Rows: the middle client has other cells

ROWS: dict[str, tuple[list[list[str]], set[tuple[str, str]]]] = {
    "personal code as id": ([row(id=CODE)], {("telling-id", "id")}),
    "personal code without hyphen": ([row(id=CODE.replace("-", ""))], {("telling-id", "id")}),
    "personal code inside an id": ([row(id=f"c/{CODE}")], {("telling-id", "id")}),
    "e-mail address as id": ([row(id="janis@berzins.lv")], {("telling-id", "id")}),
    "name as id": ([row(id=NAME)], {("not-an-id", "id")}),
    "formula as id": ([row(id="=1+1")], {("not-an-id", "id")}),
    "id with NUL": ([row(id="client\x002")], {("not-an-id", "id")}),
    "long id": ([row(id="c" * 101)], {("not-an-id", "id")}),
    "no id": ([row(id="")], {("required", "id")}),
    "name as reference": ([row(provider_id=NAME)], {("not-an-id", "provider_id")}),
    "personal code as reference": ([row(provider_id=CODE)], {("telling-id", "provider_id")}),
    "no reference": ([row(provider_id="")], {("required", "provider_id")}),
    "Latvian date": ([row(born_on="05.05.1990")], {("not-a-day", "born_on")}),
    "date without hyphens": ([row(born_on="19900505")], {("not-a-day", "born_on")}),
    "week date": ([row(born_on="1990-W09-4")], {("not-a-day", "born_on")}),
    "30 February": ([row(born_on="1990-02-30")], {("not-a-day", "born_on")}),
    "interval backwards": ([row(born_on="1990-05-02/1990-05-01")], {("not-a-day", "born_on")}),
    "year 990": ([row(born_on="0990")], {("not-a-day", "born_on")}),
    "Arabic digits": ([row(born_on="١٩٩٠")], {("not-a-day", "born_on")}),
    "personal code as day": ([row(born_on=CODE)], {("not-a-day", "born_on")}),
    "day with a space": ([row(born_on=" 1990")], {("not-a-day", "born_on")}),
    "partial recorded day": ([row(recorded_on="2018-04")], {("not-a-full-day", "recorded_on")}),
    "no recorded day": ([row(recorded_on="")], {("required", "recorded_on")}),
    "name as recorded day": ([row(recorded_on=NAME)], {("not-a-full-day", "recorded_on")}),
    "name as code": ([row(gender=NAME, gender_unknown="")], {("not-a-code", "gender")}),
    "code in capitals": ([row(gender="Female", gender_unknown="")], {("not-a-code", "gender")}),
    "value and reason": ([row(gender=NAME)], {("both-filled", "gender")}),
    "name as reason": ([row(gender_unknown=NAME)], {("not-a-reason", "gender")}),
    "none where one must be": ([row(gender_unknown="none")], {("may-not-be-absent", "gender")}),
    "name as version": ([row(version=NAME)], {("not-a-number", "version")}),
    "version 0": ([row(version="0")], {("out-of-bounds", "version")}),
    "version with plus": ([row(version="+1")], {("not-a-number", "version")}),
    "version with leading zero": ([row(version="01")], {("not-a-number", "version")}),
    "version with point": ([row(version="1.0")], {("not-a-number", "version")}),
    "version with space": ([row(version="1 ")], {("not-a-number", "version")}),
    "version with underscore": ([row(version="1_0")], {("not-a-number", "version")}),
    "version in other digits": ([row(version="١")], {("not-a-number", "version")}),
    "version of 5000 digits": ([row(version="9" * 5000)], {("not-a-number", "version")}),
    "negative sequence": ([row(sequence="-1")], {("out-of-bounds", "sequence")}),
    "name as author": ([row(recorded_by=NAME)], {("not-an-id", "recorded_by")}),
    "personal code as author": ([row(recorded_by=CODE)], {("telling-id", "recorded_by")}),
    "name as act": ([row(act=NAME)], {("not-a-code", "act")}),
    "act unreadable, rest blank": ([row(**BLANK_FIELDS, act="gone")], {("not-a-code", "act")}),
    "reason with a line break": ([row(why=f"{NAME}\n{CODE}")], {("control-character", "why")}),
    "reason with NUL": ([row(why="\x00")], {("control-character", "why")}),
    "long reason": ([row(why=NAME * 1000)], {("too-long", "why")}),
    "values in a retraction": (
        [row(act="retracted", gender_unknown="")],
        {
            ("value-after-removal", "provider_id"),
            ("value-after-removal", "born_on"),
            ("first-not-recorded", "act"),
        },
    ),
    "short row": ([row()[:-1]], {("short-row", "")}),
    "long row": ([[*row(), NAME]], {("long-row", "")}),
    "overlong cell": ([row(why=NAME * 20_000)], {("bad-csv", "")}),
    "three faults in a row": (
        [row(version="x", born_on=CODE, gender=NAME)],
        {("not-a-number", "version"), ("not-a-day", "born_on"), ("both-filled", "gender")},
    ),
    "faults in id, envelope and fields": (
        [row(id=CODE, act="x", born_on=NAME)],
        {("telling-id", "id"), ("not-a-code", "act"), ("not-a-day", "born_on")},
    ),
}


@pytest.mark.parametrize(("rows", "expected"), ROWS.values(), ids=ROWS)
def test_a_damaged_row_is_named_and_left_out(folder: Path, rows, expected):
    (folder / "client.csv").write_text(client_csv(*rows), encoding="utf-8")

    reading = read_journal(folder, SCHEMA)

    assert found(reading) == expected
    assert {finding.place.file for finding in reading.findings} == {"client.csv"}
    assert {finding.place.row for finding in reading.findings} == {3}
    assert kept(reading) == ["client-1", "client-3", "shelter"]
    assert (reading.rows_read, reading.rows_kept) == (4, 3)
    assert shows_nothing(reading)


def test_the_record_is_named_where_its_own_id_is_good(folder: Path):
    (folder / "client.csv").write_text(
        client_csv(row(born_on=NAME), row(id=CODE, born_on=NAME)), encoding="utf-8"
    )

    places = [finding.place for finding in read_journal(folder, SCHEMA).findings]

    assert [(place.row, place.record_id, place.field) for place in places] == [
        (3, "client-2", "born_on"),
        (4, "", "born_on"),
        (4, "", "id"),
    ]
    assert places[0].in_("lv") == "client.csv, rinda 3, client client-2, lauks born_on"


# Whole texts of client.csv

LINES = client_csv(row()).splitlines()
NO_VERSIONS = [name for name in HEADING if name not in ("version", "sequence", "act")]


def with_heading(*heading: str) -> bytes:
    return "\n".join([",".join(heading), *LINES[1:]]).encode()


def without(name: str) -> bytes:
    names = [kept for kept in HEADING if kept != name]
    rows = [[client[kept] for kept in names] for client in (FIRST, MIDDLE, LAST)]
    return csv_text([names, *rows]).encode()


ALL, NONE = ["client-1", "client-2", "client-3"], []
OTHERS = ["client-1", "client-3"]
TEXTS: dict[str, tuple[bytes, set[tuple[str, str]], list[str]]] = {
    "empty file": (b"", {("empty-file", "")}, NONE),
    "blank lines only": (b"\n\n \n"[:2], {("empty-file", "")}, NONE),
    "heading only": (LINES[0].encode(), set(), NONE),
    "blank lines between": ("\n\n".join(LINES).encode(), set(), ALL),
    "rows of empty cells": ("\n".join([*LINES, "," * 13]).encode(), set(), ALL),
    "byte order mark": (b"\xef\xbb\xbf" + "\n".join(LINES).encode(), set(), ALL),
    "Windows line ends": ("\r\n".join(LINES).encode(), set(), ALL),
    "old Macintosh line ends": ("\r".join(LINES).encode(), set(), ALL),
    "semicolons": (csv_text([HEADING, row()], ";").encode(), set(), ["client-2"]),
    "tabs": (csv_text([HEADING, row()], "\t").encode(), {("no-heading", "")}, NONE),
    "no heading": (
        "\n".join(line.replace("worker-7", NAME) for line in LINES[1:]).encode(),
        {("no-heading", "")},
        NONE,
    ),
    "UTF-16": ("\n".join(LINES).encode("utf-16"), {("not-utf-8", "")}, NONE),
    "misspelt column": (
        with_heading(*(name.replace("born_on", "bornon") for name in HEADING)),
        {("unknown-column", "")},
        NONE,
    ),
    "name in the heading": (
        with_heading(*HEADING[:-1], NAME),
        {("unknown-column", "")},
        NONE,
    ),
    "stray byte in the heading": (
        with_heading(*HEADING[:-1], "d").replace(b",d\n", b",\xff\n"),
        {("unknown-column", "")},
        NONE,
    ),
    "very long heading": (with_heading(*HEADING[:-1], NAME * 99), {("unknown-column", "")}, NONE),
    "column without heading": (with_heading(*HEADING[:-1], ""), {("unknown-column", "")}, NONE),
    "a hundred unknown columns": (
        with_heading("id", *(f"{NAME}{n}" for n in range(100))),
        {
            ("unknown-column", ""),
            ("missing-column", "recorded_on"),
            ("missing-column", "provider_id"),
        },
        NONE,
    ),
    "column twice": (
        with_heading(*HEADING[:-2], "gender", HEADING[-1]),
        {("duplicate-column", "gender")},
        NONE,
    ),
    "derived column": (
        with_heading(*HEADING[:-1], "person_id"),
        {("derived-field", "person_id")},
        NONE,
    ),
    "no column of ids": (without("id"), {("missing-column", "id")}, NONE),
    "no column of days": (without("recorded_on"), {("missing-column", "recorded_on")}, NONE),
    "no column of references": (without("provider_id"), {("missing-column", "provider_id")}, NONE),
    "heading never closed": (b'"id,recorded_on\n1,2', {("bad-csv", "")}, NONE),
    "quotation mark never closed": (
        "\n".join([*LINES[:2], LINES[2].replace("worker-7", f'"{NAME}')]).encode(),
        {("bad-csv", "")},
        ["client-1"],
    ),
    "text after a closing quotation mark": (
        "\n".join([*LINES[:2], f'"client-2"{NAME},1', LINES[3]]).encode(),
        {("bad-csv", "")},
        OTHERS,
    ),
    "bytes of Windows-1257": (
        client_csv(row(why=NAME)).encode("cp1257"),
        {("not-utf-8", "why")},
        OTHERS,
    ),
    "stray bytes in many cells": (
        client_csv(row(id="c@x", version="c@x", born_on="c@x", gender="c@x", gender_unknown=""))
        .encode()
        .replace(b"c@x", b"\xff"),
        {("not-utf-8", name) for name in ("id", "version", "born_on", "gender")},
        OTHERS,
    ),
    "stray byte as a reason": (
        client_csv(row(born_on="", born_on_unknown="c@x")).encode().replace(b"c@x", b"\xff"),
        {("not-a-reason", "born_on")},
        OTHERS,
    ),
    "stray byte in a bad row": (
        "\n".join([*LINES[:2], '"x"~', LINES[3]]).encode().replace(b"~", b"\xff"),
        {("bad-csv", "")},
        OTHERS,
    ),
    "the same client twice": (
        client_csv(row(), row()).encode(),
        {("same-version-twice", "version")},
        ALL,
    ),
    "two clients under one id": (
        client_csv(row(), row(born_on="1991")).encode(),
        {("same-version-twice", "version")},
        OTHERS,
    ),
}


@pytest.mark.parametrize(("data", "expected", "clients"), TEXTS.values(), ids=TEXTS)
def test_a_damaged_file_is_named_and_the_others_go_on(folder: Path, data, expected, clients):
    (folder / "client.csv").write_bytes(data)

    reading = read_journal(folder, SCHEMA)

    assert found(reading) == expected
    assert kept(reading) == [*clients, "shelter"]
    assert shows_nothing(reading)


def test_no_more_than_twenty_unknown_columns_are_pointed_out(folder: Path):
    (folder / "client.csv").write_bytes(TEXTS["a hundred unknown columns"][0])

    kinds = [finding.kind for finding in read_journal(folder, SCHEMA).findings]

    assert kinds.count("wire.unknown-column") == 20


def test_an_unknown_column_is_told_by_its_number_and_the_nearest_name(folder: Path):
    (folder / "client.csv").write_bytes(TEXTS["misspelt column"][0])

    first, second = read_journal(folder, SCHEMA).findings

    assert first.in_("en") == (
        "client.csv, row 1, client: the heading of column 9 is not known; "
        "write a known one: born_on"
    )
    assert "born_on_unknown" in second.remedy.in_("lv")


def test_rows_count_as_a_spreadsheet_counts_them(folder: Path):
    (folder / "client.csv").write_text(
        client_csv(row(why="two\nlines"), [], row(id="client-4", born_on="x")), encoding="utf-8"
    )

    rows = [finding.place.row for finding in read_journal(folder, SCHEMA).findings]

    assert rows == [3, 5]


def test_columns_that_need_not_be_filled_in_may_be_left_out(folder: Path):
    (folder / "client.csv").write_text(
        "id,recorded_on,provider_id\nclient-9,2018-04-15,shelter\n", encoding="utf-8"
    )

    (client, _), findings = (
        read_journal(folder, SCHEMA).journal.versions,
        read_journal(folder, SCHEMA).findings,
    )

    assert findings == ()
    assert (client.version, client.sequence, client.act.value) == (1, 1, "recorded")


# The folder around the files


def symlink_outside(folder: Path) -> None:
    secret = folder.parent / "secret.csv"
    secret.write_text((folder / "client.csv").read_text("utf-8"), encoding="utf-8")
    (folder / "client.csv").unlink()
    (folder / "client.csv").symlink_to(secret)


def symlink_loop(folder: Path) -> None:
    (folder / "client.csv").unlink()
    (folder / "client.csv").symlink_to(folder / "client.csv")


def symlink_nowhere(folder: Path) -> None:
    (folder / "client.csv").unlink()
    (folder / "client.csv").symlink_to(folder / "gone")


def directory(folder: Path) -> None:
    (folder / "client.csv").unlink()
    (folder / "client.csv").mkdir()


def pipe(folder: Path) -> None:
    (folder / "client.csv").unlink()
    os.mkfifo(folder / "client.csv")


def add(name: str, text: str = "id,recorded_on\n") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    return change


def remove_tag(folder: Path) -> None:
    (folder / "schema.json").unlink()


EVERYTHING = [*ALL, "shelter"]
FOLDERS: dict[str, tuple[Callable[[Path], object], set[tuple[str, str]], list[str]]] = {
    "link out of the folder": (symlink_outside, {("leads-outside", "")}, ["shelter"]),
    "link to itself": (symlink_loop, {("not-a-file", "")}, ["shelter"]),
    "link to nothing": (symlink_nowhere, {("not-a-file", "")}, ["shelter"]),
    "folder in place of a file": (directory, {("not-a-file", "")}, ["shelter"]),
    "pipe in place of a file": (pipe, {("not-a-file", "")}, ["shelter"]),
    "misspelt file": (add("cleint.csv"), {("unknown-file", "")}, EVERYTHING),
    "file called after a client": (add(f"{NAME}.csv", NAME), {("unknown-file", "")}, EVERYTHING),
    "capital in the name of a file": (add("Fund.CSV"), {("unknown-file", "")}, EVERYTHING),
    "file of a derived type": (add("person.csv"), {("derived-type", "")}, EVERYTHING),
    "other files": (add("notes.txt", NAME), set(), EVERYTHING),
    "hidden files": (add("._client.csv", NAME), set(), EVERYTHING),
    "no tag": (remove_tag, {("no-schema-tag", "")}, EVERYTHING),
    "empty tag": (add("schema.json", "{}"), {("no-schema-tag", "")}, NONE),
    "newer version": (
        add("schema.json", '{"schema": "inclusion_core", "schema_version": 2}'),
        {("newer-version", "")},
        NONE,
    ),
    "tag with more in it": (
        add("schema.json", f'{{"schema": "inclusion_core", "schema_version": 1, "{NAME}": 1}}'),
        {("unknown-key", "")},
        EVERYTHING,
    ),
    "tag that is no JSON": (add("schema.json", NAME), {("not-json", "")}, NONE),
}


@pytest.mark.parametrize(("damage", "expected", "records"), FOLDERS.values(), ids=FOLDERS)
def test_a_damaged_folder_is_named(folder: Path, damage, expected, records):
    damage(folder)

    reading = read_journal(folder, SCHEMA)

    assert found(reading) == expected
    assert kept(reading) == records
    assert shows_nothing(reading)


def test_an_unknown_file_is_told_by_its_number_and_the_nearest_name(folder: Path):
    add("cleint.csv")(folder)
    add(f"{NAME}.csv")(folder)

    unknown, misspelt = (finding.in_("en") for finding in read_journal(folder, SCHEMA).findings)

    assert unknown.startswith(
        "of the CSV files in the folder, sorted by name, number 1 is of no known type; "
        "take it out, or give it a known name: fund.csv, operation.csv, "
    )
    assert misspelt.endswith(
        "number 2 is of no known type; take it out, or give it a known name: client.csv"
    )


def test_a_link_inside_the_folder_is_followed(folder: Path):
    (folder / "client.csv").rename(folder / "clients-of-may.txt")
    (folder / "client.csv").symlink_to("clients-of-may.txt")

    assert read_journal(folder, SCHEMA).rows_kept == 4


def test_a_folder_without_tag_is_read_with_a_warning(folder: Path):
    remove_tag(folder)

    (finding,) = read_journal(folder, SCHEMA).findings

    assert finding.severity is Severity.WARNING
    assert '{"schema": "inclusion_core", "schema_version": 1}' in finding.remedy.in_("lv")


@pytest.mark.parametrize("target", ["client.csv", "schema.json"])
def test_a_file_that_may_not_be_read_is_named(folder: Path, monkeypatch, target: str):
    opened = Path.open

    def refuse(path: Path, *args, **kwargs):
        if path.name == target:
            raise PermissionError(NAME)
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)

    (finding,) = read_journal(folder, SCHEMA).findings

    assert (finding.kind, finding.place.file) == ("wire.unreadable", target)


@pytest.mark.parametrize("step", ["is_dir", "iterdir"])
def test_a_folder_that_may_not_be_looked_into_is_named(folder: Path, monkeypatch, step: str):
    def refuse(path: Path):
        raise PermissionError(NAME)

    monkeypatch.setattr(Path, step, refuse)

    assert found(read_journal(folder, SCHEMA)) == {("unreadable", "")}


def test_a_file_that_is_too_big_is_not_read(folder: Path):
    reading = csv_folder.read(folder, SCHEMA, max_bytes=300)

    assert found(reading) == {("too-big", "")}
    assert kept(reading) == ["shelter"]


def test_a_path_that_leads_nowhere_is_named(folder: Path):
    assert found(read_journal(folder / "gone", SCHEMA)) == {("not-there", "")}
    assert found(read_journal(folder / "gone.json", SCHEMA)) == {("not-there", "")}
    assert found(read_journal(folder / "client.csv", SCHEMA)) == {("not-a-journal", "")}
    assert found(csv_folder.read(folder / "client.csv", SCHEMA)) == {("not-a-folder", "")}


def test_a_folder_may_be_called_like_a_document(folder: Path):
    folder.rename(folder.with_name("register.json"))

    assert read_journal(folder.with_name("register.json"), SCHEMA).rows_kept == 4


def test_a_cell_is_too_long_whatever_others_allow_the_csv_module():
    before = csv.field_size_limit(10_000_000)
    try:
        (row_read,) = rows(b"x" * (LONGEST_CELL + 1))
    finally:
        csv.field_size_limit(before)

    assert row_read.problem is BAD_CSV
