"""The formats that need an extra come in as those of others do, and nobody else passes for them."""

import pytest
from door_lab.plugins import VERSION, declaring, module, report_format

from inclusion_core.catalogue import Catalogue
from inclusion_core.manager import Plugin, load_catalogue
from inclusion_core.reports.formats import FORMATS, optional

EXTRAS = ("docx", "pdf", "xlsx")
MODULE = "inclusion_core.reports.formats.optional"


def part(made=optional, *, by="inclusion-core", where=MODULE, name="built-in"):
    """A plugin that says to be a part of the core."""
    return Plugin(name=name, distribution=by, version=VERSION, load=lambda: made, module=where)


def own_formats(catalogue: Catalogue):
    return tuple(
        each.id
        for each in catalogue.formats
        if catalogue.formats.brought_by(each.id) == "inclusion-core"
    )


def test_optional_formats_stand_beside_those_that_need_nothing():
    catalogue = load_catalogue([part()])

    assert own_formats(catalogue) == tuple(sorted([*EXTRAS, *(each.id for each in FORMATS)]))
    assert [each.plugin for each in catalogue.distributions] == [""]
    assert catalogue.faults == catalogue.remarks == ()


def test_they_are_listed_in_both_languages_with_a_suffix_each():
    formats = load_catalogue([part()]).formats

    assert [formats[key].suffix for key in EXTRAS] == [".docx", ".pdf", ".xlsx"]
    for language in ("lv", "en"):
        assert len({each.says.in_(language) for each in formats}) == len(formats)
    assert all(formats[key].binary for key in EXTRAS)


def test_who_asks_only_for_plugins_of_others_does_without_them():
    assert own_formats(load_catalogue([])) == tuple(sorted(each.id for each in FORMATS))


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize(
    "impostor",
    [
        part(declaring(formats=(report_format("xlsx"),)), by="inclusion-evil", where="evil"),
        part(declaring(formats=(report_format("xlsx"),)), where="evil.inclusion_core"),
        part(by="inclusion-evil"),
        part(by="Inclusion_Core", where="inclusion_core_too.formats"),
    ],
    ids=["a stranger", "a stranger by our name", "a stranger with our module", "a likeness"],
)
def test_nobody_else_declares_a_format_outside_a_namespace(impostor):
    for together in ([impostor], [impostor, part()], [part(), impostor]):
        catalogue = load_catalogue(together)

        (fault,) = catalogue.faults
        assert "is outside its namespace" in fault.problem
        assert "xlsx" not in own_formats(catalogue) or len(together) == 2
        if len(together) == 2:
            assert catalogue.formats["xlsx"] is optional.XLSX


def test_a_format_of_another_by_the_same_suffix_takes_no_place():
    other = Plugin(
        name="a",
        distribution="inclusion-a",
        version=VERSION,
        load=lambda: declaring(formats=(report_format("a.xlsx"),)),
    )
    formats = load_catalogue([part(), other]).formats

    assert formats.brought_by("a.xlsx") == "inclusion-a"
    assert formats["xlsx"] is optional.XLSX


@pytest.mark.parametrize(
    ("damaged", "problem"),
    [
        (module(), "it implements no hook"),
        (declaring(formats=(report_format("csv"),)), "format 'csv' is in inclusion-core"),
    ],
    ids=["empty", "taken"],
)
def test_a_damaged_part_is_named_and_the_rest_works(damaged, problem):
    catalogue = load_catalogue([part(damaged), part(name="built-in-too")])

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("built-in", "inclusion-core")
    assert problem in fault.problem
    assert set(EXTRAS) < set(own_formats(catalogue))
