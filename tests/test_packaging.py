"""What is shipped: dependencies, versions, licence, types; and nothing of a machine."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import requires, version
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PLUGINS = {
    path.parent.name: tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    for path in sorted(ROOT.glob("plugins/*/pyproject.toml"))
}
each_plugin = pytest.mark.parametrize("plugin", PLUGINS)
NAME = re.compile(r"^[A-Za-z0-9._-]+")
EXTRAS = {
    *("rich", "narwhals", "polars", "duckdb", "pyarrow", "pandas", "altair"),
    *("pytest", "hypothesis", "copier", "plumbum"),
    *("docx", "weasyprint", "xlsxwriter"),
    *("msgspec", "sqlalchemy"),
}


def names(requirements):
    return [NAME.match(each)[0] for each in requirements]


def test_the_core_needs_four_distributions_and_no_more():
    assert names(CORE["dependencies"]) == ["attrs", "cattrs", "pluggy", "python-dateutil"]


def test_each_dependency_is_imported_and_nothing_else_that_is_not_an_extra():
    imported = set()
    for path in ROOT.glob("src/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path.name} imports relatively"
                imported.add(node.module.split(".")[0])
    known = {"attrs", "cattrs", "pluggy", "dateutil"}

    assert known <= imported
    for name in imported - known - EXTRAS - {"inclusion_core"}:
        assert name in sys.stdlib_module_names, name


def test_what_is_installed_is_what_is_written_here():
    assert version("inclusion-core") == CORE["version"]
    needed = [each for each in requires("inclusion-core") or () if "extra ==" not in each]
    assert sorted(names(needed)) == names(CORE["dependencies"])


@each_plugin
def test_a_plugin_has_the_version_of_the_core_and_asks_for_it(plugin):
    project = PLUGINS[plugin]
    major, minor, _ = CORE["version"].split(".")
    (core,) = [each for each in project["dependencies"] if NAME.match(each)[0] == CORE["name"]]

    assert project["version"] == CORE["version"]
    assert core == f"{CORE['name']}>={CORE['version']},<{major}.{int(minor) + 1}"


@each_plugin
def test_a_plugin_is_named_after_its_namespace_and_found_by_its_entry_point(plugin):
    project = PLUGINS[plugin]
    ((namespace, module),) = project["entry-points"]["inclusion_core"].items()

    assert project["name"] == plugin == f"inclusion-{namespace}"
    assert module == f"inclusion_{namespace}"
    assert (ROOT / "plugins" / plugin / "src" / module / "__init__.py").is_file()


@each_plugin
def test_a_plugin_tells_type_checkers_that_it_has_types(plugin):
    module = plugin.replace("-", "_")

    assert (ROOT / "plugins" / plugin / "src" / module / "py.typed").is_file()
    assert PLUGINS[plugin]["license"] == CORE["license"]
    assert PLUGINS[plugin]["requires-python"] == CORE["requires-python"]


@each_plugin
def test_a_plugin_carries_the_licence(plugin):
    licence = (ROOT / "plugins" / plugin / "LICENSE").read_text(encoding="utf-8")

    assert PLUGINS[plugin]["license-files"] == ["LICENSE"]
    assert licence == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence == (ROOT / "LICENSES" / "Apache-2.0.txt").read_text(encoding="utf-8")


def test_what_is_said_of_pythons_begins_where_the_project_begins():
    lowest = CORE["requires-python"].removeprefix(">=")
    listed = [each.rpartition(" ")[2] for each in CORE["classifiers"] if ":: 3." in each]

    assert listed[0] == lowest
    assert listed == sorted(listed)


def test_there_is_a_plugin():
    assert "inclusion-sif" in PLUGINS


def test_the_core_tells_type_checkers_that_it_has_types():
    assert (files("inclusion_core") / "py.typed").is_file()
    assert "Typing :: Typed" in CORE["classifiers"]


def test_the_licence_is_apache_2():
    words = (ROOT / "LICENSE").read_text(encoding="utf-8").split()

    assert CORE["license"] == "Apache-2.0"
    assert CORE["license-files"] == ["LICENSE"]
    assert " ".join(words[:6]) == "Apache License Version 2.0, January 2004"
    assert "END OF TERMS AND CONDITIONS" in " ".join(words)


def test_the_command_is_one_function():
    module, function = CORE["scripts"]["inclusion-core"].split(":")

    assert callable(getattr(import_module(module), function))


HOSTS = re.compile(r"\b(?:pypi|pythonhosted|anaconda|npmjs|crates|rubygems)\.(?:org|com|io)\b")
PLACES = re.compile(
    r"(?<![\w.])/(?:home|root|work|tmp|Users|mnt|opt)/(?=\w)|\b[A-Z]:\\{1,2}(?:Users|work)\b"
)


def written():
    """Every text file that belongs to the project, whether committed or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    ).stdout.decode()
    if not listed:
        pytest.skip("these files are no repository")
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".gz", ".zip", ".parquet"}:
            yield name, path.read_text(encoding="utf-8")


def test_no_file_names_a_package_registry_or_a_place_on_a_machine():
    found = [
        f"{name}: {match[0]}"
        for name, words in written()
        for match in (*HOSTS.finditer(words), *PLACES.finditer(words))
    ]

    assert found == []


@pytest.mark.parametrize(
    "words", ["https://" + "pypi" + ".org/simple", "see /" + "home/anna", "C:" + "\\Users\\anna"]
)
def test_such_a_name_would_be_found(words):
    assert HOSTS.search(words) or PLACES.search(words)


def test_no_two_laboratories_have_the_same_name_so_that_tests_run_in_one_process():
    found = [
        each.parent.name
        for folder in ("tests", "plugins", "benchmarks", "docs")
        for each in ROOT.glob(f"{folder}/**/*_lab/__init__.py")
    ]

    assert len(found) > 20
    assert sorted(found) == sorted(set(found))
