"""A submission is frozen into files that say the same whenever they are made or read again."""

import random
import subprocess
from decimal import Decimal
from hashlib import sha256

import attrs
import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Journal
from inclusion_core.reports.formats import HTML, JSON
from inclusion_core.submissions.annex import annex_from_json, annex_json
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.errors import SubmissionFileError
from inclusion_core.submissions.figures import Counted
from inclusion_core.submissions.file import report_bytes, submission_bytes, submission_from
from inclusion_core.submissions.folder import (
    attachments_in,
    freeze,
    frozen_files,
    opened,
    rendered,
)
from inclusion_core.texts import Language


@pytest.fixture
def files(second):
    readable = rendered(second.submission, (JSON,), Language)
    return frozen_files(second, {}, readable)


@pytest.fixture
def folder(tmp_path, files):
    freeze(tmp_path / "in" / "second", files)
    return tmp_path / "in" / "second"


def test_a_submission_is_read_back_as_it_was(handed_in, second):
    for made in (handed_in, second):
        submission = made.submission
        data, report = submission_bytes(submission), report_bytes(submission)

        assert submission_from(data, report) == submission
        assert submission_bytes(submission_from(data, report)) == data


def test_the_annex_is_read_back_as_it_was(second):
    data = annex_json(second.annex)

    assert annex_from_json(data, "persons.json") == second.annex
    assert second.submission.annex_sha256 == sha256(data).hexdigest()


def test_the_order_of_records_changes_no_byte(desk, second):
    for seed in range(3):
        versions = list(desk.material.journal.versions)
        random.Random(seed).shuffle(versions)
        material = Material(Journal(tuple(versions)), SCHEMA)
        submission = second.submission
        made = desk.make(
            submission.given,
            material=material,
            asked=submission.asked,
            previous=submission.previous,
        )

        assert submission_bytes(made.submission) == submission_bytes(submission)
        assert annex_json(made.annex) == annex_json(second.annex)


def test_the_folder_says_the_hash_of_every_file(folder, files):
    assert sorted(files) == [
        *("SHA256SUMS", "persons.json", "report.json"),
        *("submission.en.json", "submission.json", "submission.lv.json"),
    ]
    for name, data in files.items():
        assert (folder / name).read_bytes() == data
    checked = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=folder, check=False)
    assert checked.returncode == 0


def test_a_folder_is_opened_as_it_was_frozen(folder, second, files):
    frozen = opened(folder)

    assert frozen.submission == second.submission
    assert frozen.tampered == ()
    assert frozen.sha256 == sha256(files["submission.json"]).hexdigest()


def test_the_annex_may_be_left_out(folder):
    (folder / "persons.json").unlink()

    assert opened(folder).tampered == ()


@pytest.mark.parametrize("name", ["persons.json", "submission.lv.json"])
def test_a_changed_file_is_named(folder, name):
    path = folder / name
    path.write_bytes(path.read_bytes() + b" ")

    assert opened(folder).tampered == (name,)


def test_a_missing_or_added_file_is_named(folder):
    (folder / "submission.lv.json").unlink()
    (folder / "attachments").mkdir()
    (folder / "attachments" / "a.txt").write_text("a")
    (folder / "b.txt").write_text("b")

    assert opened(folder).tampered == ("attachments/a.txt", "b.txt", "submission.lv.json")


def test_a_list_of_hashes_that_is_gone_vouches_for_nothing(folder):
    (folder / "SHA256SUMS").write_text("no hash\n")

    assert opened(folder).tampered[0] == "SHA256SUMS"


def test_a_changed_report_is_no_submission(folder):
    (folder / "report.json").write_text("{}")
    with pytest.raises(SubmissionFileError, match="not the report that was handed in"):
        opened(folder)
    (folder / "report.json").unlink()
    with pytest.raises(SubmissionFileError, match="not there"):
        opened(folder)


def test_a_report_that_is_none_is_told(second):
    report = b"{}"
    old = sha256(report_bytes(second.submission)).hexdigest().encode()
    data = submission_bytes(second.submission)
    data = data.replace(old, sha256(report).hexdigest().encode())

    with pytest.raises(SubmissionFileError, match=r"report\.json is no submission"):
        submission_from(data, report)


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        (b"{", b"", "write JSON"),
        (b'"version": 1', b'"version": 2', "only 1 can be read"),
        (b'"count": 3', b'"count": "CANARY"', "whole number"),
        (b'"threshold": 10', b'"threshold": "CANARY"', "whole number"),
        (b'"last_day": "2018-12-31"', b'"last_day": "1999-01-01"', "lies before the first"),
        (b'"draft": "no"', b'"draft": "CANARY"', "yes or no"),
        (b'"duty": "checked"', b'"duty": "CANARY"', "write one of"),
        (b'"amended": 8', b'"amended": 8, "CANARY": 1', "leave out all fields"),
        (b'          "corrected",\n          1', b'          "corrected"', "a list of 2"),
        (b'"why": {\n        "lv": "A', b'"why": {\n        "xx": "A', "lv"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_without_its_values(second, was, now, why):
    data, report = submission_bytes(second.submission), report_bytes(second.submission)
    assert was in data
    with pytest.raises(SubmissionFileError, match=why) as caught:
        submission_from(data.replace(was, now, 1), report)

    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("name", ["CANARY:2.pdf", "nul.CANARY", "CANARY.", "CANARY.pdf "])
def test_an_attachment_whose_name_windows_does_not_keep_is_refused(tmp_path, name):
    (tmp_path / name).write_text("a")
    with pytest.raises(SubmissionFileError, match="Windows keeps no file") as caught:
        attachments_in(tmp_path, [])

    assert "CANARY" not in str(caught.value)


def test_attachments_whose_names_differ_only_by_capital_letters_are_refused(tmp_path):
    for name in ("CANARY.pdf", "canary.pdf"):
        (tmp_path / name).write_text("a")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this system keeps one of them")
    with pytest.raises(SubmissionFileError, match="capital letters") as caught:
        attachments_in(tmp_path, [])

    assert "canary" not in str(caught.value).casefold()


def test_decimals_and_braces_come_back(desk, handed_in):
    given = attrs.evolve(
        desk.whole,
        narrative=(("summary", attrs.evolve(desk.whole.narrative[0][1], lv="{{a}}", en="{{b}}")),),
    )
    median = attrs.evolve(handed_in.submission.figures[4], period=Counted(value=Decimal("7.5")))
    submission = attrs.evolve(desk.make(given).submission, figures=(median,))
    back = submission_from(submission_bytes(submission), report_bytes(submission))

    assert back == submission
    assert back.narrative[0].words.in_("lv") == "{a}"


def test_nothing_is_written_over(folder, files):
    with pytest.raises(FileExistsError):
        freeze(folder, files)


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OSError, match="directory"):
        freeze(tmp_path / "new", {"a.txt": b"a", "x/y/z.txt": b"b"})

    assert list(tmp_path.iterdir()) == []


def test_attachments_are_known_by_the_beginning_of_their_names(tmp_path, desk):
    for name in ("list_2018.pdf", "list.2.pdf", "lists.pdf", ".hidden"):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    listed = attachments_in(tmp_path, ["list"])
    given = attrs.evolve(desk.whole, attachments=tuple(each for each, _ in listed))
    made = desk.make(given)
    files = frozen_files(made, {each.name: data for each, data in listed}, {})
    freeze(tmp_path / "out", files)

    assert [(each.name, each.slot, each.size) for each, _ in listed] == [
        *(("list.2.pdf", "list", 10), ("list_2018.pdf", "list", 13), ("lists.pdf", "", 9)),
    ]
    assert opened(tmp_path / "out").tampered == ()
    (tmp_path / "out" / "attachments" / "lists.pdf").unlink()
    assert opened(tmp_path / "out").tampered == ("attachments/lists.pdf",)


def test_an_attachment_whose_name_cannot_be_shown_is_refused(tmp_path):
    (tmp_path / "CANARY\n.pdf").write_text("a")
    with pytest.raises(SubmissionFileError, match="rename it") as caught:
        attachments_in(tmp_path, [])

    assert "CANARY" not in str(caught.value)


def test_readers_get_both_languages(handed_in):
    pages = rendered(handed_in.submission, (HTML,), Language)

    assert sorted(pages) == ["submission.en.html", "submission.lv.html"]
    assert "iesniegums Nr. 1" in pages["submission.lv.html"].decode()
