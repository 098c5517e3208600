"""The public face: names that come when they are asked for, and an import that does no work."""

import re
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

import pytest

import inclusion_core

HEAVY = ("narwhals", "polars", "duckdb", "pyarrow", "pandas", "rich", "cattrs", "dateutil", "attrs")
EXTRAS = ("narwhals", "polars", "duckdb", "pyarrow", "pandas", "pyspark", "altair", "rich")
ON_FRAMES = ("inclusion_core.expr.frames", "inclusion_core.frames", "inclusion_core.tables")
MODULES = [
    each.name
    for each in walk_packages(inclusion_core.__path__, "inclusion_core.")
    if not each.name.endswith(".__main__")
]


def in_a_fresh_interpreter(program):
    """What a program prints, line by line."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_importing_the_package_loads_no_other_module_of_it_and_no_dependency():
    loaded = in_a_fresh_interpreter("import sys, inclusion_core; print(*sorted(sys.modules))")

    assert [name for name in loaded if name.startswith("inclusion_core")] == ["inclusion_core"]
    assert {name.split(".")[0] for name in loaded}.isdisjoint({*HEAVY, "attr", "pluggy"})


def test_the_facts_and_the_manager_load_no_dataframe_library_and_no_extra():
    program = (
        "import sys;"
        "from inclusion_core import SCHEMA, count_records, load_catalogue, read_journal;"
        "load_catalogue([]); print(*sorted(sys.modules))"
    )
    loaded = {name.split(".")[0] for name in in_a_fresh_interpreter(program)}

    assert loaded.isdisjoint({"narwhals", "polars", "duckdb", "pyarrow", "pandas", "rich"})


def test_every_module_but_the_frame_reader_is_imported_where_no_extra_is_installed():
    wanted = [name for name in MODULES if not name.startswith(ON_FRAMES)]
    program = f"""
import sys
from importlib import import_module

for name in {EXTRAS!r}:
    sys.modules[name] = None  # as if it were not installed
for name in {wanted!r}:
    import_module(name)
    print(name)
"""
    assert in_a_fresh_interpreter(program) == wanted
    assert len(MODULES) > len(wanted) > 50


@pytest.mark.parametrize("name", [each for each in MODULES if ".frames" in each])
def test_the_frame_reader_is_imported_where_the_extra_is_installed(name):
    assert import_module(name).__name__ == name


@pytest.mark.parametrize("name", inclusion_core.__all__)
def test_a_public_name_is_there_and_stays_the_same(name):
    assert getattr(inclusion_core, name) is getattr(inclusion_core, name)


def test_public_names_are_sorted_and_none_is_there_twice():
    def rank(name):
        return not name.isupper(), not name[0].isupper(), name

    names = inclusion_core.__all__
    assert names == sorted(set(names), key=rank)


@pytest.mark.counted
def test_dir_shows_the_public_names():
    assert sorted(inclusion_core.__all__) == dir(inclusion_core)


def test_a_star_import_gives_the_public_names():
    namespace = {}
    exec("from inclusion_core import *", namespace)

    assert namespace.keys() - {"__builtins__"} == set(inclusion_core.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'inclusion_core' has no attribute 'load_catalog'"):
        inclusion_core.load_catalog  # noqa: B018  to ask for it is the test
    assert not hasattr(inclusion_core, "_rooms")
    with pytest.raises(ImportError):
        exec("from inclusion_core import load_catalog")


def test_type_checkers_and_the_interpreter_are_told_the_same_names():
    """What stands under TYPE_CHECKING is never run: here it is."""
    source = inclusion_core.__spec__.loader.get_source("inclusion_core")
    (block,) = re.findall(r"^if TYPE_CHECKING:\n((?:    .*\n|\n)*)", source, re.MULTILINE)
    told = {}
    exec(re.sub("^    ", "", block, flags=re.MULTILINE), told)

    assert told.keys() - {"__builtins__"} == set(inclusion_core.__all__)
    for name in inclusion_core.__all__:
        assert told[name] is getattr(inclusion_core, name)
