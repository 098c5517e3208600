"""The names of the package come when they are asked for."""

import subprocess
import sys

import pytest

from inclusion_core import frames


def test_all_names_are_there():
    assert all(getattr(frames, name) is not None for name in frames.__all__)
    assert dir(frames) == frames.__all__ == sorted(frames.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'regster'"):
        frames.regster  # noqa: B018


def in_a_fresh_interpreter(program):
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_importing_the_package_loads_no_dataframe_library():
    loaded = in_a_fresh_interpreter(
        "import sys; from inclusion_core import frames; print(*sorted(sys.modules))"
    )

    assert {"narwhals", "polars", "duckdb", "altair"}.isdisjoint(loaded)


def test_without_narwhals_it_is_said_which_extra_is_needed(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("inclusion_core.frames.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith("inclusion_core.expr.frames")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "narwhals", None)

    with pytest.raises(Exception, match="reading a register needs the extra 'polars'"):
        frames.register  # noqa: B018


def test_any_other_missing_module_is_told_as_it_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "inclusion_core.frames.registers", None)

    with pytest.raises(ModuleNotFoundError, match=r"inclusion_core\.frames\.registers"):
        frames.register  # noqa: B018
