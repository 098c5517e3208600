"""What is compared before and after a plugin: every kind of thing that can be changed."""

import sys
from types import MappingProxyType, ModuleType
from typing import Any

import attrs
import pytest

from inclusion_core.manager.held import held_by, nothing_changed
from inclusion_core.manager.shape import _looking
from inclusion_core.manager.watch import Watch, modules_of
from inclusion_core.texts import lv


@attrs.frozen
class One:
    only: Any


@attrs.frozen(slots=False)
class Two:
    first: Any
    second: Any = None


def forced(value, name, other):
    object.__setattr__(value, name, other)


def changed_by(value, change):
    """Where something was changed, once it is put back."""
    held = list(held_by([("root", value)], {}))
    assert nothing_changed(held)
    change()
    assert not nothing_changed(held)
    told = [each for each in held if each.changed]
    for each in told:
        each.put_back()
    assert nothing_changed(held)
    return [each.said for each in told]


def test_a_mapping_is_filled_again_in_its_order():
    value = {"a": 1, "b": 2}

    assert changed_by(value, lambda: value.update(a=value.pop("a"))) == ["root"]
    assert list(value.items()) == [("a", 1), ("b", 2)]


def test_a_list_and_a_set_are_filled_again():
    listed, kept = [1, 2], {"a"}

    assert changed_by((listed, kept), lambda: (listed.append(3), kept.clear())) == [
        "root",
        "root",
    ]
    assert (listed, kept) == ([1, 2], {"a"})


def test_what_is_inside_of_what_cannot_be_changed_is_found():
    inner = [1]
    value = MappingProxyType({"a": frozenset({"b"}), "c": (One(inner),)})

    assert changed_by(value, inner.clear) == ["root"]
    assert inner == [1]


def test_fields_are_set_again():
    one, two = One([1]), Two("a")

    assert changed_by(one, lambda: forced(one, "only", 2)) == ["root"]
    assert changed_by(two, lambda: forced(two, "second", 2)) == ["root"]
    assert (one, two) == (One([1]), Two("a"))


def test_a_field_that_was_taken_away_is_there_again():
    two = Two("a", "b")

    assert changed_by(two, lambda: object.__delattr__(two, "first")) == ["root"]
    assert two == Two("a", "b")


def test_a_value_that_is_not_complete_is_left_alone():
    assert list(held_by([("root", object.__new__(One))], {})) == []


def test_the_same_thing_is_compared_once_and_plain_things_never():
    value = [lv("a").en("b")] * 2
    seen = {}

    assert len(list(held_by([("root", (value, value, "a", 7, None, print))], seen))) == 2
    assert list(held_by([("again", value)], seen)) == []


def test_another_module_of_the_same_name_is_not_watched_as_well(monkeypatch):
    one, other = ModuleType("neighbour_twin"), ModuleType("neighbour_twin")
    monkeypatch.setitem(sys.modules, "neighbour_twin", one)
    one.kept, other.kept = 1, 1
    watch = Watch()
    watch.add_plugin_module(one)
    watch.add_plugin_module(other)
    one.kept = other.kept = 2

    assert modules_of(["neighbour_twin"]) == (one,)
    assert watch.undone("neighbour_twin") == ()
    assert watch.undone("") == ("neighbour_twin.kept",)
    assert (one.kept, other.kept) == (1, 2)


@pytest.mark.parametrize("hint", [Any, object, "a name that leads nowhere"])
def test_what_may_be_anything_may_be_anything(hint):
    assert _looking(hint)(7, {}) == ""
