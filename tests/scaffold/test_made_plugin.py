"""A new plugin is green at once: its own tests, its style and its types, and what it shows."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from inclusion_core.scaffold.making import NewPlugin, make_plugin
from inclusion_core.scaffold.names import Names

ROOT = Path(__file__).parents[2]
SHORTEST = NewPlugin(names=Names("t", "b"), title_en="É", title_lv="’", core="0.1.0")
PLAIN = NewPlugin(names=Names("home_visits", "families"), core="0.1.0")
LONGEST = NewPlugin(
    names=Names("abcdefghijklmnopq_rstuvw", "abcdefghijklmnopqrstuvwx"),
    title_en="ā" * 80,
    title_lv="W" * 80,
    core="0.1.0",
)
QUICKLY = """
from inclusion_core.testing.conformance.suite import PluginConformance

PluginConformance.examples = 2
"""
SEVERAL = """
import json, sys
from inclusion_core.cli import main

sys.exit(max(main(command) for command in json.loads(sys.argv[1])))
"""
"""Commands one after the other, in one process."""
of_any_length = pytest.mark.parametrize(
    "plugin", [SHORTEST, PLAIN, LONGEST], ids=["shortest", "plain", "longest"]
)


def run(*arguments, folder):
    """What a module of Python says in a folder; the plugin in it is installed, nothing else is."""
    given = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    done = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=folder,
        env={**given, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, f"{done.stdout.decode()}{done.stderr.decode()}"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A new plugin, installed as the pages of the documentation install theirs."""
    from page_lab.installing import install

    folder = make_plugin(PLAIN, tmp_path_factory.mktemp("made"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", list(sys.path))
        install(str(folder))
    (folder / "src" / "quickly.py").write_text(QUICKLY)
    (folder / "src" / "several.py").write_text(SEVERAL)
    return folder


@pytest.mark.at_length(few=0)
def test_all_its_tests_pass_and_none_of_them_is_expected_to_fail(made):
    # Few caseloads are drawn, and the plugins beside it are not looked at: that has its own test.
    quick = ("-p", "quickly", "-k", "not others-are-left-alone")

    code, told = run("pytest", "-q", "-p", "no:cacheprovider", *quick, folder=made)

    assert code == 0, told
    assert " passed" in told
    assert "xfail" not in told


def test_what_its_readme_shows_can_be_done(made):
    shown = (made / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split()[2:] for line in shown if line.startswith("$ inclusion-core ")]
    here = [command for command in commands if command[0] != "new-plugin"]

    assert [command[0] for command in here] == ["plugins", "sample", "report", "report", "cases"]
    code, told = run("several", json.dumps([*here, ["check", "sample/"]]), folder=made)

    assert code == 0, told
    assert "inclusion-home-visits 0.1.0 (plugin home_visits)" in told
    for brought in ("home_visits.families.of-age", "home_visits.sample", "home_visits_talk"):
        assert brought in told
    assert "\thome_visits.families.talked-to\tof them with a first talk" in told


@of_any_length
def test_every_module_can_be_read_whatever_it_is_called(plugin, tmp_path):
    folder = make_plugin(plugin, tmp_path)

    for path in folder.rglob("*.py"):
        compile(path.read_bytes(), str(path), "exec")


if find_spec("ruff"):  # not everybody who runs these tests has it; the continuous integration has

    @of_any_length
    def test_its_style_is_its_own(plugin, tmp_path):
        folder = make_plugin(plugin, tmp_path)

        for arguments in (("check", "--no-cache", "."), ("format", "--no-cache", "--diff", ".")):
            code, told = run("ruff", *arguments, folder=folder)
            assert code == 0, told


if find_spec("mypy"):

    def test_its_types_are_whole(tmp_path):
        folder = make_plugin(PLAIN, tmp_path)
        cache = ROOT / ".mypy_cache" / "made"  # kept, because the core is read in ten seconds

        code, told = run("mypy", "--cache-dir", cache, folder=folder)

        assert code == 0, told
