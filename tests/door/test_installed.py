"""Plugins that are installed are found by their entry points."""

import sys
from importlib.metadata import Distribution, EntryPoint

import pytest
from door_lab.plugins import VERSION

from inclusion_core.manager import Plugin, installed_plugins, load_catalogue, plugins

MODULE = """
from inclusion_core.markers import hookimpl

@hookimpl
def inclusion_metrics():
    return ()
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed distributions, and a function that installs one more."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(distribution, entry, *, code=MODULE, version=VERSION, target=""):
        module = distribution.replace("-", "_")
        monkeypatch.delitem(sys.modules, module, raising=False)
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
        )
        (info / "entry_points.txt").write_text(f"[inclusion_core]\n{entry} = {module}{target}\n")

    yield install
    for name in [name for name in sys.modules if name.startswith("toy_")]:
        del sys.modules[name]


def found():
    return [
        (each.name, each.distribution, each.version)
        for each in installed_plugins()
        if each.distribution.startswith("toy-")
    ]


def test_installed_plugins_are_ordered_by_name_and_then_by_distribution(site):
    site("toy-b", "meadow")
    site("toy-c", "lake")
    site("toy-a", "meadow", version="3.2.1")

    assert found() == [
        ("lake", "toy-c", VERSION),
        ("meadow", "toy-a", "3.2.1"),
        ("meadow", "toy-b", VERSION),
    ]


def test_finding_a_plugin_does_not_import_it(site):
    site("toy-broken", "meadow", code="raise RuntimeError('imported')")

    assert found() == [("meadow", "toy-broken", VERSION)]
    assert "toy_broken" not in sys.modules


def test_installed_plugins_take_part_where_none_are_given(site):
    site("toy-good", "lake")
    site("toy-broken", "meadow", code="raise RuntimeError('no meadow today')")
    catalogue = load_catalogue()

    taking_part = [each.name for each in catalogue.distributions]
    problems = {each.distribution: each.problem for each in catalogue.faults}
    assert taking_part[0] == "inclusion-core"
    assert "toy-good" in taking_part
    assert "toy-broken" not in taking_part
    assert problems["toy-broken"] == "RuntimeError: no meadow today"


def test_an_entry_point_that_leads_nowhere_is_a_fault(site):
    site("toy-lost", "lost", target=":found")
    catalogue = load_catalogue(each for each in installed_plugins() if each.name == "lost")

    assert [each.problem for each in catalogue.faults] == [
        "AttributeError: module 'toy_lost' has no attribute 'found'"
    ]


def test_a_plugin_of_no_distribution_is_called_by_its_module_and_has_no_version(monkeypatch):
    point = EntryPoint(name="loose", value="loose_module", group="inclusion_core")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point])

    assert installed_plugins() == (
        Plugin(name="loose", distribution="loose_module", version="", load=point.load),
    )
    (fault,) = load_catalogue().faults
    assert (fault.plugin, fault.distribution) == ("loose", "loose_module")
    assert "its version is not known" in fault.problem


class Nameless(Distribution):
    """A distribution whose metadata are lost."""

    def read_text(self, filename):
        return None

    def locate_file(self, path):
        raise NotImplementedError


class Unreadable(Nameless):
    """A distribution whose metadata cannot be read."""

    def read_text(self, filename):
        raise PermissionError


@pytest.mark.parametrize("damaged", [Nameless(), Unreadable()])
def test_a_plugin_whose_metadata_are_damaged_is_called_by_its_module(monkeypatch, damaged):
    point = EntryPoint(name="loose", value="loose_module", group="inclusion_core")
    vars(point).update(dist=damaged)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point])

    (found,) = installed_plugins()

    assert (found.name, found.distribution, found.version) == ("loose", "loose_module", "")
