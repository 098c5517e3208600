"""The catalogue: what is declared, by whom, and where a name is misspelt, which ones are near."""

import attrs
import pytest
from door_lab.plugins import VERSION, declaring, healthy, metric, plugin, report

from inclusion_core.catalogue import Declared, Shelf
from inclusion_core.errors import DuplicateIdError, UnknownNameError
from inclusion_core.manager import load_catalogue

CATALOGUE = load_catalogue([healthy("alder"), healthy("toy")])
SHARED = metric("toy.clients")


def test_a_programme_and_a_report_are_found_by_id():
    assert CATALOGUE.programme("toy.programme").id == "toy.programme"
    assert CATALOGUE.report("alder.report").id == "alder.report"


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (
            lambda: CATALOGUE.programme("toy.program"),
            "no programme 'toy.program'; did you mean toy.programme or alder.programme?",
        ),
        (
            lambda: CATALOGUE.report("toys.report"),
            "no report 'toys.report'; did you mean toy.report or alder.report?",
        ),
        (lambda: CATALOGUE.metrics["clients"], "no metric 'clients'; did you mean toy.clients"),
        (lambda: CATALOGUE.formats["htm"], "no format 'htm'; did you mean html"),
        (
            lambda: CATALOGUE.samples["toy.sampel"],
            "no sample 'toy.sampel'; did you mean toy.sample",
        ),
        (lambda: CATALOGUE.reports.brought_by("x"), "no report 'x'; there are: alder.report, toy."),
    ],
)
def test_a_name_that_nothing_has_is_told_with_those_that_are_near(ask, words):
    with pytest.raises(UnknownNameError) as raised:
        ask()

    assert str(raised.value).startswith(words)


def test_a_shelf_lists_its_values_by_id_and_knows_who_brought_them():
    shelf = CATALOGUE.reports

    assert [each.id for each in shelf] == ["alder.report", "toy.report"]
    assert len(shelf) == 2
    assert shelf.brought_by("toy.report") == "inclusion-toy"


def test_a_shelf_refuses_two_values_of_one_id():
    one, other = (Declared(SHARED, by) for by in ("inclusion-a", "inclusion-b"))

    with pytest.raises(DuplicateIdError) as raised:
        Shelf.of("metric", [one, other])

    assert str(raised.value) == (
        "metric 'toy.clients' is in inclusion-a and in inclusion-b; rename one"
    )


def test_a_catalogue_never_changes():
    for value, name in (
        (CATALOGUE, "faults"),
        (CATALOGUE.metrics, "declared"),
        (CATALOGUE.metrics.declared["toy.clients"], "value"),
        (CATALOGUE.distributions[0], "version"),
    ):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)


def test_a_report_rests_on_the_core_and_on_who_brought_it_and_its_metrics():
    borrowed = report("oak.report", SHARED, metric("oak.not-declared"))
    catalogue = load_catalogue(
        [healthy("alder"), healthy("toy"), plugin("oak", declaring(reports=[borrowed]))]
    )

    assert catalogue.faults == ()
    assert catalogue.versions_behind(borrowed) == (
        ("inclusion-core", VERSION),
        ("inclusion-oak", VERSION),
        ("inclusion-toy", VERSION),
    )
    assert catalogue.versions_behind(catalogue.report("alder.report")) == (
        ("inclusion-core", VERSION),
        ("inclusion-alder", VERSION),
    )


def test_a_distribution_with_two_plugins_is_named_once():
    metrics = plugin("oak", declaring(metrics=[metric("oak.clients")]), by="inclusion-trees")
    forms = plugin(
        "pine",
        declaring(reports=[report("pine.report", metric("oak.clients"))]),
        by="inclusion-trees",
    )
    catalogue = load_catalogue([metrics, forms])

    assert catalogue.versions_behind(catalogue.report("pine.report")) == (
        ("inclusion-core", VERSION),
        ("inclusion-trees", VERSION),
    )


def test_the_versions_behind_a_form_that_nobody_declared_cannot_be_told():
    with pytest.raises(UnknownNameError):
        CATALOGUE.versions_behind(report("elm.report"))
