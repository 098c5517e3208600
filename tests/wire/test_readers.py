"""Readers: each path goes to the one that takes what it ends in, and one that fails is named."""

import json
from pathlib import Path

import pytest
from wire_lab.folder import TAG, item, write_good
from wire_lab.readings import found, kept

from inclusion_core.errors import DeclarationError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.texts import lv
from inclusion_core.wire import json_document, read_journal
from inclusion_core.wire.readers import READERS, DataReader

CANARY = "050590-12345"


class Panic(BaseException):
    """As a library written in Rust raises it."""


def read_lines(path, schema):
    """Clients, a line for each: a form of data that a plugin might read."""
    clients = [item(id=line) for line in path.read_text().split()]
    document = {**TAG, "records": {"client": clients}}
    return json_document.read(json.dumps(document).encode(), schema)


def reader(read=read_lines, key="toy.lines", suffixes=(".lines", ".txt")):
    return DataReader(
        id=key, says=lv("klientu saraksts").en("list of clients"), suffixes=suffixes, read=read
    )


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "register.lines"
    path.write_text("c-1\nc-2\n")
    return path


def test_a_file_is_read_by_the_reader_that_takes_its_suffix(lines):
    reading = read_journal(lines, SCHEMA, (*READERS, reader()))

    assert kept(reading) == ["c-1", "c-2"]
    assert reading.findings == ()


def test_a_suffix_may_be_written_large(lines):
    path = lines.rename(lines.with_suffix(".TXT"))

    assert kept(read_journal(path, SCHEMA, [reader()])) == ["c-1", "c-2"]


def test_the_cores_own_forms_are_read_beside(tmp_path):
    write_good(tmp_path / "folder")
    document = tmp_path / "register.json"
    document.write_text(json.dumps({**TAG, "records": {"client": [item()]}}))

    for path in (tmp_path / "folder", document):
        readers = (reader(), *READERS)
        assert read_journal(path, SCHEMA, readers) == read_journal(path, SCHEMA)


def test_a_folder_may_be_called_like_a_file_of_a_reader(tmp_path):
    write_good(tmp_path / "folder.lines")

    assert kept(read_journal(tmp_path / "folder.lines", SCHEMA, (reader(), *READERS)))


def test_a_file_that_no_reader_takes_is_named_with_what_can_be_read(lines):
    (finding,) = read_journal(lines, SCHEMA).findings

    assert finding.kind == "wire.not-a-journal"
    assert finding.in_("en") == (
        "there is no reader for this; what is read here: folder of CSV files or JSON document "
        "(.json); for other data install a plugin that reads them"
    )
    assert finding.in_("lv") == (
        "tam nav lasītāja; te lasa: CSV datņu mape vai JSON dokuments (.json); citiem datiem "
        "uzstādiet spraudni, kas tos lasa"
    )


def test_where_no_reader_takes_folders_a_folder_is_not_read(tmp_path):
    (finding,) = read_journal(tmp_path, SCHEMA, [reader()]).findings

    assert finding.kind == "wire.not-a-journal"
    assert "list of clients (.lines, .txt)" in finding.in_("en")


@pytest.mark.parametrize(
    ("prepare", "kind"),
    [
        (lambda path: path.unlink(), "not-there"),
        (lambda path: path.write_text("c" * 1001), "too-big"),
    ],
)
def test_a_reader_is_not_troubled_with_what_is_not_there_or_too_big(lines, prepare, kind):
    prepare(lines)

    def never(path, schema):
        raise AssertionError

    reading = read_journal(lines, SCHEMA, [reader(never)], max_bytes=1000)

    assert found(reading) == {(kind, "")}
    assert reading.findings[0].place.file == "register.lines"


def test_a_path_that_is_no_ordinary_file_is_not_read(lines, monkeypatch):
    monkeypatch.setattr(type(lines), "is_file", lambda self: False)

    assert found(read_journal(lines, SCHEMA, [reader()])) == {("not-a-file", "")}


def test_a_file_whose_size_cannot_be_told_is_not_read(lines, monkeypatch):
    real = type(lines).stat
    asked = []

    def stat(self, **options):
        asked.append(self)
        if len(asked) > 2:
            raise PermissionError
        return real(self, **options)

    monkeypatch.setattr(type(lines), "stat", stat)

    assert found(read_journal(lines, SCHEMA, [reader()])) == {("unreadable", "")}


@pytest.mark.parametrize("fault", [ValueError(CANARY), SystemExit(CANARY), Panic(CANARY)])
def test_a_reader_that_fails_is_named_and_nothing_is_told_of_why(lines, fault):
    def fails(path, schema):
        raise fault

    reading = read_journal(lines, SCHEMA, [reader(fails)])

    (finding,) = reading.findings
    assert finding.in_("en") == (
        "register.lines: the reader toy.lines failed, and nothing was read; tell those who "
        "distribute this reader"
    )
    assert CANARY not in f"{reading!r}{finding.in_('lv')}"


def test_a_reader_that_gives_no_reading_is_named(lines):
    for rubbish in (None, CANARY, ()):
        reading = read_journal(lines, SCHEMA, [reader(lambda *_, given=rubbish: given)])

        assert found(reading) == {("reader-failed", "")}


def test_an_interrupt_from_the_keyboard_is_no_fault_of_a_reader(lines):
    def interrupted(path, schema):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_journal(lines, SCHEMA, [reader(interrupted)])


@pytest.mark.parametrize("suffix", ["xml", ".XML", "", ".", ".tar.gz", "*.xml", ". xml"])
def test_what_is_no_suffix_is_refused(suffix):
    with pytest.raises(DeclarationError, match="is no suffix: write a dot and small letters"):
        reader(suffixes=(".lines", suffix))


def test_a_path_that_cannot_be_looked_at_is_named():
    assert found(read_journal("x" * 5000, SCHEMA)) == {("unreadable", "")}


def test_a_reader_without_suffixes_reads_folders(tmp_path):
    (tmp_path / "register.lines").write_text("c-7")
    folders = reader(lambda path, schema: read_lines(path / "register.lines", schema), suffixes=())

    assert kept(read_journal(tmp_path, SCHEMA, [folders])) == ["c-7"]
    assert folders.form == folders.says


def test_a_folder_that_cannot_be_listed_is_told(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    (finding,) = read_journal(tmp_path, SCHEMA).findings

    assert finding.kind == "wire.unreadable"


def test_a_folder_of_parquet_is_not_an_empty_journal_for_who_cannot_read_it(tmp_path):
    (tmp_path / "client.parquet").write_bytes(b"PAR1")
    (finding,) = read_journal(tmp_path, SCHEMA).findings

    assert finding.kind == "wire.not-a-journal"
