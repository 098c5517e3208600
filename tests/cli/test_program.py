import importlib
import io
import os
import re
import runpy
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import inclusion_core
from inclusion_core.cli import main
from inclusion_core.cli.exits import Exit, most_telling
from inclusion_core.cli.screen import Screen
from inclusion_core.manager import load_catalogue

WINTER = "2018-01-01..2018-02-28"


def python(*arguments, **environment):
    """Python in a process of its own, which finds the package that is tested."""
    source = str(Path(inclusion_core.__file__).parents[1])
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": source, **environment},
        capture_output=True,
        check=False,
    )


def test_the_version_is_shown(run):
    assert run("--version") == (0, f"inclusion-core {version('inclusion-core')}\n", "")


def test_help_lists_commands_and_exit_codes(run):
    code, shown, remarks = run("--help")

    assert (code, remarks) == (0, "")
    for command in ("report", "check", "programmes", "forms", "plugins", "sample"):
        assert f"\n  {command} " in shown
    assert "exit codes:\n  0  all is well\n  1  done, but the data have faults" in shown


@pytest.mark.parametrize("command", ["report", "check", "programmes", "forms", "plugins", "sample"])
def test_every_command_has_help(run, command):
    code, shown, remarks = run(command, "--help")

    assert (code, remarks) == (0, "")
    assert shown.startswith(f"usage: inclusion-core {command} ")


def test_without_a_command_help_is_a_remark(run):
    code, shown, remarks = run()

    assert (code, shown) == (2, "")
    assert remarks.startswith("usage: inclusion-core ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["reprot"], "argument COMMAND: no command 'reprot'; did you mean report or import?"),
        (["--versoin"], "no option '--versoin'; did you mean --version or --verbose?"),
        (
            ["report", "toy.course.interim", "x", "--peroid", WINTER],
            "no option '--peroid'; did you mean --period",
        ),
        (
            ["report", "toy.course.interim", "x", "--peroid=1", "--period", WINTER],
            "no option '--peroid'; did you mean --period",
        ),
        (
            ["report", "toy.course.intreim", "x", "--period", WINTER],
            "no report 'toy.course.intreim'; did you mean toy.course.interim?",
        ),
        (
            ["report", "toy.course.interim", "x", "--period", WINTER, "--format", "htlm"],
            "no format 'htlm'; did you mean html",
        ),
        (
            ["report", "toy.course.interim", "x", "--period", WINTER, "--language", "lt"],
            "argument --language: no language 'lt'; did you mean lv?",
        ),
        (
            ["report", "toy.course.interim", "x", "--period", WINTER, "--engine", "polrs"],
            "argument --engine: no engine 'polrs'; did you mean polars?",
        ),
        (["programmes", "toy.corse"], "no programme 'toy.corse'; did you mean toy.course"),
        (["check", "x", "--format", "jsno"], "no format 'jsno'; did you mean json?"),
        (["sample", "toy.sample", "x", "--format", "cvs"], "no format 'cvs'; did you mean csv?"),
    ],
)
def test_what_is_misspelt_has_a_near_name(run, arguments, told):
    code, shown, remarks = run(*arguments)

    assert (code, shown) == (2, "")
    assert remarks.startswith("inclusion-core: ")
    assert told in remarks
    assert remarks.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["report", "f", "x"], "the following arguments are required: --period"),
        (["report"], "the following arguments are required: FORM, DATA, --period"),
        (["report", "f", "x", "--period", "2018"], "argument --period: not a period of days"),
        (
            ["report", "f", "x", "--period", "2018-02-01..2018-01-01"],
            "argument --period: the last day lies before the first day",
        ),
        (
            ["report", "f", "x", "--period", "2018-02-01.."],
            "argument --period: a report needs the last day too",
        ),
        (["check", "x", "--known-on", "tomorrow"], "argument --known-on: not a day"),
        (["check", "x", "--known-on", "2018-05"], "argument --known-on: not a day"),
        (["check", "x", "y"], "unrecognized arguments: y"),
        (["sample", "toy.sample", "x", "--seed", "one"], "argument --seed: invalid int value"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(run, arguments, told):
    code, shown, remarks = run(*arguments)

    assert (code, shown) == (2, "")
    assert told in remarks
    assert remarks.endswith(f"(see inclusion-core {arguments[0]} --help)\n")
    assert remarks.count("\n") == 1


def test_what_follows_two_hyphens_is_no_option(run):
    code, _, remarks = run("programmes", "--", "--language")

    assert code == 2
    assert remarks == "inclusion-core: no programme '--language'; there are: toy.course\n"


def test_a_traceback_is_shown_only_when_asked_for(run):
    _, _, short = run("programmes", "nothing.like.it")
    _, _, long = run("--traceback", "programmes", "nothing.like.it")
    _, _, after = run("programmes", "nothing.like.it", "--traceback")

    assert short == "inclusion-core: no programme 'nothing.like.it'; there are: toy.course\n"
    for traced in (long, after):
        assert traced.startswith("Traceback (most recent call last):\n")
        assert traced.endswith(short)


def test_an_unexpected_error_is_not_hidden(folder):
    def fails():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        main(["check", str(folder)], load=fails)


def test_an_error_of_the_system_without_a_file_is_told(capsys):
    def fails():
        raise OSError

    def full():
        raise OSError(28, "No space left on device")

    assert main(["forms"], load=fails) == 4
    assert main(["forms"], load=full) == 4
    assert (
        capsys.readouterr().err
        == "inclusion-core: OSError\ninclusion-core: No space left on device\n"
    )


def test_the_arguments_of_the_process_are_read(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["inclusion-core", "--version"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("inclusion-core ")


def test_the_package_can_be_run(monkeypatch, capsys):
    importlib.import_module("inclusion_core.cli.__main__")
    monkeypatch.delitem(sys.modules, "inclusion_core.cli.__main__")
    monkeypatch.setattr(sys, "argv", ["inclusion-core", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("inclusion_core.cli", run_name="__main__")

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("inclusion-core ")


def test_installed_plugins_are_loaded_where_no_catalogue_is_given(capsys):
    code = main(["plugins"])

    assert capsys.readouterr().out.startswith("inclusion-core ")
    assert code == (3 if load_catalogue().faults else 0)


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ([Exit.FINE], Exit.FINE),
        ([Exit.FINE, Exit.PLUGIN_MISSING], Exit.PLUGIN_MISSING),
        ([Exit.PLUGIN_MISSING, Exit.FAULTY_DATA], Exit.FAULTY_DATA),
        ([Exit.FAULTY_DATA, Exit.NO_FILE, Exit.MISUSED], Exit.NO_FILE),
    ],
)
def test_of_several_exit_codes_the_most_telling_counts(codes, told):
    assert most_telling(codes) is told


def test_help_and_version_load_nothing_heavy():
    code = (
        "import sys\n"
        "from inclusion_core.cli import main\n"
        "main(['--version']); main(['--help'])\n"
        "heavy = {'attrs', 'pluggy', 'cattrs', 'narwhals', 'polars', 'duckdb', 'rich'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )
    done = python("-c", code)

    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"},
    ],
)
def test_a_pipe_gets_utf_8_wherever(environment):
    done = python("-m", "inclusion_core.cli", "forms", "--language", "lv", **environment)

    assert "tīmekļa lapa".encode() in done.stdout
    assert b"\r" not in done.stdout


def test_a_remark_reaches_a_pipe_as_utf_8():
    done = python("-m", "inclusion_core.cli", "programmes", "ābols", PYTHONIOENCODING="ascii")

    assert done.returncode == 2
    assert "inclusion-core: no programme 'ābols'".encode() in done.stderr


def test_a_reader_who_stops_listening_is_no_fault(monkeypatch, folder):
    readable, writable = os.pipe()
    os.close(readable)
    with os.fdopen(writable, "w") as broken:
        monkeypatch.setattr(sys, "stdout", broken)

        assert main(["check", str(folder)], load=lambda: load_catalogue([])) == 0
        broken.write("this goes nowhere\n")


def test_the_exit_code_is_told_even_if_nobody_listens(monkeypatch, faulty_folder):
    readable, writable = os.pipe()
    os.close(readable)
    with os.fdopen(writable, "w") as broken:
        monkeypatch.setattr(sys, "stdout", broken)

        assert main(["check", str(faulty_folder)], load=lambda: load_catalogue([])) == 1


def test_any_stream_will_do(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)

    assert main(["--version"]) == 0
    assert shown.getvalue().startswith("inclusion-core ")
    assert not Screen().is_terminal


def test_the_clock_is_asked_for_the_day_of_an_import_and_by_the_kit_for_another_day():
    package = Path(importlib.import_module("inclusion_core").__file__).parent
    asking = re.compile(
        r"\b(?:date\.today|now|utcnow)\(|^import time$|^from time import", re.MULTILINE
    )
    asks, uses = set(), set()
    for path in package.rglob("*.py"):
        told = path.read_text(encoding="utf-8")
        name = path.relative_to(package).as_posix()
        asks |= {name} if asking.search(told) else set()
        uses |= {name} if "today()" in told else set()

    assert asks == {"cli/days.py"}
    assert uses == {"cli/days.py", "cli/import_.py"}
