"""Plugins that change the process, print, or import much while they are loaded: put back, told."""

import locale
import logging
import os
import random
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hostile_lab.figures import expected, figures

from inclusion_core.manager.aside import Aside
from inclusion_core.manager.costs import heavy_imports
from inclusion_core.manager.surroundings import Surroundings

GOOD = """
from inclusion_core.markers import hookimpl

@hookimpl
def inclusion_metrics():
    return ()
"""
CHANGES = {
    "the working folder": "import os; os.chdir('/')",
    "the environment (HOSTILE_A, HOSTILE_B, HOSTILE_C)": (
        "import os; os.environ['HOSTILE_A'] = 'x'; del os.environ['HOSTILE_B'];"
        " os.environ['HOSTILE_C'] = 'other'"
    ),
    "the locale": "import locale; locale.setlocale(locale.LC_ALL, {locale!r})",
    "the state of random numbers": "import random; random.seed(4)",
    "the filters of warnings": "import warnings; warnings.simplefilter('ignore')",
    "where modules are found (sys.path)": "import sys; sys.path.insert(0, '/nowhere')",
    "the limit of recursion": "import sys; sys.setrecursionlimit(5000)",
    "the standard streams": "import sys; sys.stderr = None",
    "the root logger": (
        "import logging; logging.root.setLevel(1); logging.root.addHandler(logging.NullHandler())"
    ),
}


def state():
    """All of it, as it is."""
    return (
        *(Path.cwd(), dict(os.environ), locale.setlocale(locale.LC_ALL), random.getstate()),
        *(tuple(warnings.filters), tuple(sys.path), sys.getrecursionlimit()),
        *(sys.stdin, sys.stdout, sys.stderr, logging.root.level, tuple(logging.root.handlers)),
    )


@pytest.fixture
def another_locale():
    """A locale of this machine that is not the one in use."""
    now = locale.setlocale(locale.LC_ALL)
    for name in ("C", "C.UTF-8", "POSIX", "en_US.UTF-8"):
        try:
            if locale.setlocale(locale.LC_ALL, name) != now:
                return name
        except locale.Error:
            continue
        finally:
            locale.setlocale(locale.LC_ALL, now)
    raise AssertionError("this machine has no two locales")


@pytest.mark.parametrize(("said", "change"), CHANGES.items())
def test_what_a_plugin_changes_of_the_process_is_put_back_and_told(
    site, monkeypatch, another_locale, said, change
):
    monkeypatch.setenv("HOSTILE_B", "there")
    monkeypatch.setenv("HOSTILE_C", "there")
    site.install(change.replace("{locale!r}", repr(another_locale)) + GOOD, entry="evil")
    before = state()

    catalogue = site.load()

    assert state() == before
    assert catalogue.faults == ()
    (remark,) = [each for each in catalogue.remarks if each.plugin == "evil"]
    assert remark.problem == (
        f"while it is loaded it changes {said}, and this was put back: change nothing of the "
        "process that others share"
    )
    assert figures(catalogue) == expected()


def test_a_warning_that_was_hidden_is_shown_again():
    before = Surroundings.as_they_are()
    warnings.simplefilter("ignore")
    warnings.warn("once", UserWarning, stacklevel=1)

    assert before.put_back() == ("the filters of warnings",)
    with pytest.raises(UserWarning):
        warnings.warn("once", UserWarning, stacklevel=1)


def test_a_folder_that_is_gone_is_left(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    before = Surroundings.as_they_are()

    assert before.put_back() == ()
    os.chdir(tmp_path)
    assert before.put_back() == ("the working folder",)


def test_a_logger_that_nobody_has_asked_for_yet_is_as_if_untouched(monkeypatch):
    level, handlers = logging.root.level, logging.root.handlers[:]
    monkeypatch.delitem(sys.modules, "logging")
    before = Surroundings.as_they_are()
    monkeypatch.undo()
    try:
        logging.root.setLevel(10)
        assert "the root logger" in before.put_back()
        assert (logging.root.level, logging.root.handlers) == (logging.WARNING, [])
    finally:
        logging.root.setLevel(level)
        logging.root.handlers[:] = handlers


def test_what_a_plugin_prints_goes_to_the_standard_error_and_is_told(site, capsys):
    site.install("print('hello')\nimport sys; sys.stdout.buffer.write(b'x')" + GOOD, entry="evil")

    catalogue = site.load()

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "hello" in shown.err
    (remark,) = catalogue.remarks
    assert remark.problem == (
        "while it is loaded it writes to the standard output, and this was sent to the standard "
        "error: print nothing, or log it"
    )
    assert figures(catalogue) == expected()


def test_what_a_program_says_in_json_is_not_spoilt_by_a_plugin_that_prints(site, tmp_path):
    site.install("print('{')" + GOOD, entry="evil")
    program = """
import json
from inclusion_core.manager import load_catalogue
print(json.dumps([each.plugin for each in load_catalogue().remarks]))
"""

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout == '["evil"]\n'
    assert "{" in done.stderr


def test_where_there_is_no_standard_error_nothing_is_written(monkeypatch):
    aside = Aside()
    monkeypatch.setattr(sys, "stderr", None)

    assert aside.write("seven") == 5
    assert aside.writable()
    assert aside.used


def test_a_plugin_that_imports_much_is_told_what_it_costs(site, tmp_path):
    names = [f"part{number}" for number in range(45)]
    heavy = "".join(f"import neighbour_heavy.{name}\n" for name in names)
    (tmp_path / "neighbour_light.py").write_text("")
    (tmp_path / "neighbour_heavy").mkdir()
    for name in ("__init__", *names):
        (tmp_path / "neighbour_heavy" / f"{name}.py").write_text("")
    site.install(f"import neighbour_light\n{heavy}{GOOD}", entry="evil")

    catalogue = site.load()

    (remark,) = catalogue.remarks
    assert remark.problem == (
        "while it is loaded it imports neighbour_heavy (46 modules), and everybody waits for them "
        "who loads plugins: import them inside the functions that need them"
    )
    assert figures(catalogue) == expected()


def test_modules_of_the_language_of_the_core_and_of_plugins_cost_nothing():
    loaded = {each.partition(".")[0] for each in sys.modules} - {"inclusion_core"}

    assert heavy_imports((), loaded) == ""
    assert "_pytest (" in heavy_imports((), loaded - {"_pytest"})


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_dataframe_library_is_heavy(site, tmp_path, library):
    site.install(f"import {library}\n{GOOD}", entry="evil")
    program = """
from inclusion_core.manager import load_catalogue
for each in load_catalogue().remarks: print(each)
"""

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )

    assert f"{library} (" in done.stdout
    assert "import them inside the functions that need them" in done.stdout
