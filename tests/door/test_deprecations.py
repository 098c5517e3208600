"""What will go: it is still declared, and what takes its place is told."""

import pytest
from door_lab.plugins import declaring, deprecation, metric, plugin, record_type

from inclusion_core.deprecations import Deprecation
from inclusion_core.errors import DeclarationError
from inclusion_core.manager import load_catalogue
from inclusion_core.texts import lv

OLD, NEW = metric("toy.old"), metric("toy.new")


def loaded(*deprecations, **declared):
    """The catalogue of a plugin with an old metric and a new one."""
    values = {"metrics": (OLD, NEW), "deprecations": deprecations, **declared}
    return load_catalogue([plugin("toy", declaring(**values))])


def test_a_deprecated_id_means_what_it_meant_and_says_what_to_use():
    catalogue = loaded(deprecation("toy.old", instead="toy.new"))

    assert catalogue.faults == ()
    assert catalogue.metrics["toy.old"] == OLD
    assert catalogue.deprecation("toy.old").instead == "toy.new"
    assert catalogue.deprecations.brought_by("toy.old") == "inclusion-toy"


def test_an_id_that_stays_has_no_deprecation():
    assert loaded(deprecation("toy.old", instead="toy.new")).deprecation("toy.new") is None


def test_what_takes_the_place_may_be_of_another_plugin_or_nothing():
    for instead in ("", "other.metric"):
        assert loaded(deprecation("toy.old", instead=instead)).faults == ()


def test_a_record_type_can_be_deprecated_by_its_name_where_it_is_in_the_namespace():
    class_ = record_type("toy")
    catalogue = loaded(deprecation("toy_visit"), record_types=(class_,))

    (fault,) = catalogue.faults
    assert "is outside its namespace" in fault.problem


@pytest.mark.parametrize(
    ("key", "instead", "problem"),
    [
        ("toy.olt", "", "no declaration 'toy.olt'"),
        ("toy.old", "toy.mew", "no declaration 'toy.mew'"),
        ("toy.old", "toy.old", "no declaration 'toy.old'"),
        ("other.old", "", "is outside its namespace"),
    ],
)
def test_a_deprecation_of_what_is_not_there_is_refused(key, instead, problem):
    (fault,) = loaded(deprecation(key, instead=instead)).faults

    assert fault.plugin == "toy"
    assert problem in fault.problem


def test_it_says_in_both_languages_what_to_do():
    says = lv("Skaita citādi.").en("It counts otherwise.")
    replaced = Deprecation(id="toy.old", instead="toy.new", since="0.1.1", says=says)
    gone = Deprecation(id="toy.old", since="0.1.1", says=says)

    assert replaced.told.in_("lv") == "kopš versijas 0.1.1 toy.old vietā ir toy.new. Skaita citādi."
    assert gone.told.in_("en") == (
        "since version 0.1.1 toy.old is not to be used any more. It counts otherwise."
    )


def test_its_sentence_has_no_slots():
    says = lv("Kopš {day:genitive}.").en("Since {day}.")

    with pytest.raises(DeclarationError, match="fills the slots of its sentence: day"):
        Deprecation(id="toy.old", since="0.1.1", says=says)
