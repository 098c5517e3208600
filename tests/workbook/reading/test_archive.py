"""A workbook as an archive that lies, bursts or is none."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from reading_lab.books import zip_bytes

from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.opening import archive
from inclusion_core.workbook.opening.archive import copy_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = "xl/worksheets/sheet1.xml"


def kind(data, **limits):
    problem = copy_of(data, **limits)
    return problem.kind if isinstance(problem, Problem) else None


def contents(data):
    with ZipFile(copy_of(data)) as copy:
        return {name: copy.read(name) for name in copy.namelist()}


def test_the_parts_that_hold_cells_are_copied_and_all_others_stay_behind():
    kept = {
        "[Content_Types].xml": b"<a/>",
        "mimetype": b"x",
        "xl/workbook.xml": b"<b/>",
        SHEET: b"<c/>" * 1000,
        "xl/_rels/workbook.xml.rels": b"<d/>",
    }
    left = {
        "xl/vbaProject.bin": b"macro",
        "docProps/core.xml": b"<who/>",
        "xl/comments1.xml": b"<said/>",
        "xl/media/image1.png": b"face",
        "xl/externalLinks/externalLink1.xml": b"<elsewhere/>",
    }

    assert contents(zip_bytes(kept | left)) == kept


def test_what_is_no_archive_is_no_workbook():
    assert kind(b"") == "workbook.not-a-workbook"
    assert kind(b"id;born_on\n1;2018\n") == "workbook.not-a-workbook"


def test_an_old_workbook_and_a_locked_one_are_told_apart():
    assert kind(COMPOUND) == "workbook.old-workbook"
    assert kind(COMPOUND + "EncryptedPackage".encode("utf-16-le")) == "workbook.locked"


def test_a_locked_entry_locks_the_workbook():
    data = bytearray(zip_bytes({SHEET: b"<a/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1

    assert kind(bytes(data)) == "workbook.locked"


def test_a_workbook_that_would_be_too_large_is_not_unpacked():
    data = zip_bytes({SHEET: b"<a/>" * 100, "xl/media/image1.png": bytes(700)})

    assert kind(data, most_unpacked=1100) is None
    assert kind(data, most_unpacked=1099) == "workbook.expands"


def test_an_entry_that_shrank_beyond_measure_is_not_unpacked():
    assert kind(zip_bytes({SHEET: b" " * archive.STEEP_FROM})) == "workbook.expands"
    assert kind(zip_bytes({SHEET: b" " * (archive.STEEP_FROM - 1)})) is None


def test_a_workbook_of_too_many_entries_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)

    assert kind(zip_bytes({"a": b"", "b": b""})) is None
    assert kind(zip_bytes({"a": b"", "b": b"", "c": b""})) == "workbook.expands"


def test_an_entry_that_says_it_is_smaller_than_it_is_gives_no_more_than_it_says():
    content = b"<a>" + b"x" * 100_000
    data = bytearray(zip_bytes({SHEET: content}))
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(sign) + offset
        assert struct.unpack_from("<I", data, at)[0] == len(content)
        struct.pack_into("<I", data, at, 10)

    assert kind(bytes(data)) == "workbook.damaged"


def test_an_entry_whose_bytes_changed_is_damaged():
    data = bytearray(zip_bytes({SHEET: bytes(range(256)) * 10}))
    data[data.index(SHEET.encode()) + len(SHEET) + 20] ^= 0xFF

    assert kind(bytes(data)) == "workbook.damaged"


def test_two_entries_of_one_name_are_damaged():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as twice:
        twice.writestr(SHEET, b"<a/>")
        twice.writestr(SHEET.upper().replace(".XML", ".xml"), b"<b/>")

    assert kind(file.getvalue()) == "workbook.damaged"


def test_an_entry_packed_as_no_workbook_is_is_damaged():
    assert kind(zip_bytes({SHEET: b"<a/>"}, compression=ZIP_BZIP2)) == "workbook.damaged"


@pytest.mark.parametrize("cut", [10, 40, 100])
def test_a_file_that_was_cut_off_is_no_workbook(cut):
    assert kind(zip_bytes({SHEET: b"<a/>"})[:-cut]) == "workbook.not-a-workbook"
