"""What plugins declare besides metrics and reports: programmes and samples."""

from datetime import date

import attrs
import pluggy
import pytest
from door_lab.plugins import empty_journal, programme, sample

from inclusion_core import hookspecs, markers
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Version
from inclusion_core.samples import Sample


@pytest.mark.parametrize("value", [programme("toy.programme"), sample("toy.sample")])
def test_a_declared_value_never_changes_and_is_written_with_names(value):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.id = "other"
    with pytest.raises(TypeError):
        type(value)("toy.other")
    assert attrs.evolve(value) == value
    assert attrs.evolve(value, id="toy.other") != value


def test_a_sample_is_built_from_a_seed_and_the_same_seed_gives_the_same():
    def build(seed):
        record = Client(id=f"c-{seed}", provider_id="p-1")
        return Journal(
            (Version(record_type="client", record_id=record.id, recorded_on=DAY, record=record),)
        )

    toy = Sample(id="toy.sample", says=sample("toy.sample").says, build=build)

    assert toy.default_seed == 1
    assert toy.build(toy.default_seed) == toy.build(1)
    assert toy.build(1) != toy.build(2)
    assert sample("toy.sample").build(7) == empty_journal(7)


DAY = date(2018, 6, 1)


def test_the_marks_are_those_of_the_entry_point_group():
    assert markers.PROJECT == markers.hookspec.project_name == markers.hookimpl.project_name
    assert markers.PROJECT == "inclusion_core"


def test_every_hook_is_marked_begins_with_the_prefix_and_gives_nothing_by_itself():
    manager = pluggy.PluginManager(markers.PROJECT)
    manager.add_hookspecs(hookspecs)
    marked = sorted(name for name in vars(manager.hook) if not name.startswith("_"))

    assert marked == hookspecs.__all__
    for name in marked:
        assert name.startswith("inclusion_")
        assert list(getattr(hookspecs, name)()) == []


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_hook_says_when_it_is_called_and_what_it_gives(name):
    words = getattr(hookspecs, name).__doc__

    assert "Called once, when the catalogue is built" in words
    assert "Returns:" in words
