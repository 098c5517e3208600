"""What differs on Windows: ends of lines, encodings, names of files. Never run there itself."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from inclusion_core import SCHEMA, read_journal, write_journal
from inclusion_core.cli import main
from inclusion_core.filenames import fits_every_system
from inclusion_core.testing import installed_catalogue

ROOT = Path(__file__).parents[2]
STORED = ROOT / "tests" / "wire" / "stored" / "version_1"
SOURCES = sorted(
    path for folder in (ROOT / "src", *ROOT.glob("plugins/*/src")) for path in folder.rglob("*.py")
)
ONLY_ON_UNIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios"}
ASKED = (
    *("sif.mentoring.interim", "sample", "--period", "2018-06-01..2018-11-30"),
    *("--status-day", "2018-12-03", "--known-on", "2018-12-03"),
)


def command(*arguments, within, encoding="cp1252"):
    """Run a command as on a console of another encoding; who opens a file without one fails."""
    return subprocess.run(
        [
            *(sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"),
            *("-m", "inclusion_core.cli", *arguments),
        ],
        cwd=within,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A folder in which a sample stands."""
    folder = tmp_path_factory.mktemp("windows")
    made = command("sample", "sif.mentoring", "sample", "--language", "lv", within=folder)
    assert made.returncode == 0, made.stderr
    return folder


def with_windows_lines(path, target):
    """A copy of files as an editor of Windows saves them."""
    for source in [path] if path.is_file() else sorted(path.iterdir()):
        place = target / source.name
        place.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
        assert b"\r\n" in place.read_bytes()
    return target / path.name if path.is_file() else target


@pytest.mark.parametrize("name", ["folder", "journal.json"])
def test_records_saved_with_windows_ends_of_lines_are_the_same(name, tmp_path):
    saved = read_journal(with_windows_lines(STORED / name, tmp_path), SCHEMA)

    assert saved.findings == ()
    assert saved.journal == read_journal(STORED / name, SCHEMA).journal


@pytest.mark.parametrize("name", ["folder", "journal.json"])
def test_what_is_written_ends_its_lines_as_on_any_system(name, tmp_path):
    journal = read_journal(STORED / name, SCHEMA).journal
    write_journal(journal, tmp_path / name, SCHEMA)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert written
    assert not [path.name for path in written if b"\r" in path.read_bytes()]


def test_latvian_is_shown_on_a_console_of_another_encoding(sample):
    shown = command("report", *ASKED, "--language", "lv", within=sample)

    assert shown.returncode == 0, shown.stderr
    assert "Sociālā" in shown.stdout.decode("utf-8")


def test_faults_are_told_on_a_console_of_another_encoding(sample):
    told = command(
        "report", "nav.šāda", "sample", "--period", "2018", "--language", "lv", within=sample
    )

    assert told.returncode == 2
    assert told.stderr.decode("utf-8").strip()
    assert b"Traceback" not in told.stderr


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("name", ["report.html", "report.csv", "report.json", "report.md"])
def test_a_report_is_the_same_to_the_byte_whatever_the_encoding_of_the_console(
    sample, name, monkeypatch
):
    made = command("report", *ASKED, "--output", f"there-{name}", within=sample)
    monkeypatch.chdir(sample)

    assert made.returncode == 0, made.stderr
    assert main(["report", *ASKED, "--output", f"here-{name}"], load=installed_catalogue) == 0
    assert (sample / f"here-{name}").read_bytes() == (sample / f"there-{name}").read_bytes()


def test_every_system_can_keep_the_files_that_the_library_writes(sample):
    written = [path for path in (sample / "sample").rglob("*") if path.is_file()]

    assert len(written) > 10
    assert [path.name for path in written if not fits_every_system(path.name)] == []


def test_every_record_type_gives_a_name_that_every_system_can_keep():
    names = [f"{each.name}.csv" for each in installed_catalogue().schema]

    assert names
    assert [name for name in names if not fits_every_system(name)] == []


def test_every_system_can_keep_the_files_of_the_repository():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    paths = [Path(name) for name in listed.split("\0") if name] or [
        path.relative_to(ROOT) for path in SOURCES
    ]

    assert [path for path in paths if not all(map(fits_every_system, path.parts))] == []
    folded = [path.as_posix().casefold() for path in paths]
    assert len(folded) == len(set(folded))


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree):
    """The packages that a module imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield str(node.module).split(".")[0]


def writes_text(node):
    """Whether a call writes text into a file; ruff sees to it that such a call has an encoding."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
    modes = {each.value for each in node.args if isinstance(each, ast.Constant)}
    encoded = "encoding" in {keyword.arg for keyword in node.keywords}
    return name == "write_text" or (name == "open" and encoded and bool(modes & {"w", "a", "x"}))


def test_no_module_takes_what_windows_has_not():
    taken = {path.name: ONLY_ON_UNIX.intersection(imported(tree_of(path))) for path in SOURCES}

    assert len(taken) > 100
    assert {name: found for name, found in taken.items() if found} == {}


def test_text_is_written_with_the_same_ends_of_lines_on_every_system():
    calls = [
        (path.name, node)
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if writes_text(node)
    ]
    without = [
        (name, node.lineno)
        for name, node in calls
        if "newline" not in {keyword.arg for keyword in node.keywords}
    ]

    assert calls
    assert without == []
