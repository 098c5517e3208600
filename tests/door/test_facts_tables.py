"""Facts tables and assumptions at the door: in their namespace, and one value for each id."""

from itertools import permutations

import attrs
import pytest
from door_lab.plugins import (
    ACT,
    SAYS,
    assumption,
    declaring,
    facts_table,
    metric,
    plugin,
    record_type,
    report,
)

from inclusion_core.expr import all_of, number_parameter, subject
from inclusion_core.expr.rows import related
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.table import Column
from inclusion_core.fields import Record
from inclusion_core.manager import load_catalogue
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.metric import Measure
from inclusion_core.reports.form import GapsTable, SectionForm
from inclusion_core.texts import lv

STAY = facts_table("toy.stay")
AGE = assumption("toy.age")
WORD = lv("diena").en("day")


def over(table, key="toy.stays", **given):
    """A metric over a facts table."""
    return attrs.evolve(metric(key), subject=table.row, table=table, universe=all_of(), **given)


def loaded(*plugins):
    return load_catalogue([plugin(name, declaring(**values)) for name, values in plugins])


def problem(*plugins):
    (fault,) = loaded(*plugins).faults
    return fault.problem


def gaps_form(table, key="toy.report", among=None):
    gaps = Gaps(
        id="toy.gaps",
        says=SAYS,
        table=table,
        among=all_of() if among is None else among,
        fields=("entered_on",),
        source=ACT,
    )
    asked = GapsTable(id="gaps", title=SAYS, gaps=gaps)
    section = SectionForm(id="gaps", title=SAYS, tables=(asked,))
    return attrs.evolve(report(key), programme="", sections=(section,))


def test_the_catalogue_has_a_shelf_for_each_and_knows_the_words_of_columns():
    named = facts_table("toy.stay", words={"toy_stay.entered_on": WORD})
    catalogue = loaded(("toy", {"facts_tables": (named,), "assumptions": (AGE,)}))

    assert catalogue.faults == ()
    assert list(catalogue.facts_tables) == [named]
    assert list(catalogue.assumptions) == [AGE]
    assert catalogue.facts_tables.brought_by("toy.stay") == "inclusion-toy"
    assert catalogue.vocabulary.field("toy_stay", "entered_on", "lv") == "diena"


def test_a_metric_and_a_form_use_what_their_plugin_declares():
    amount = over(
        STAY,
        where=subject(STAY.row).entered_on.is_known(),
        measure=Measure.TOTAL,
        amount=number_parameter("toy.age"),
        assumes=(AGE,),
    )
    form = gaps_form(STAY)
    declared = {"facts_tables": (STAY,), "assumptions": (AGE,), "reports": (form,)}
    catalogue = loaded(("toy", {**declared, "metrics": (amount,)}))

    assert catalogue.faults == ()
    assert list(catalogue.metrics) == [amount]


def test_a_plugin_may_use_the_table_of_another_as_it_is():
    tables = ("toy", {"facts_tables": (STAY,), "assumptions": (AGE,)})
    mine = over(STAY, "alder.stays", assumes=(AGE,))
    user = ("alder", {"metrics": (mine,), "reports": (report("alder.report", mine),)})

    for plugins in permutations([tables, user]):
        catalogue = loaded(*plugins)
        assert catalogue.faults == ()
        behind = catalogue.versions_behind(catalogue.report("alder.report"))
        assert [name for name, _ in behind] == [
            "inclusion-core",
            "inclusion-alder",
            "inclusion-toy",
        ]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (
            {"metrics": (over(STAY),)},
            "uses the facts table 'toy.stay', which nobody declares: return it from its",
        ),
        (
            {"metrics": (over(STAY),), "facts_tables": (attrs.evolve(STAY, says=WORD),)},
            "uses the facts table 'toy.stay', and another one is declared under this id",
        ),
        (
            {"metrics": (over(STAY, assumes=(AGE,)),), "facts_tables": (STAY,)},
            "metric 'toy.stays' uses the assumption 'toy.age', which nobody declares",
        ),
        (
            {"facts_tables": (facts_table("toy.stay", assumes=(AGE,)),)},
            "facts table 'toy.stay' uses the assumption 'toy.age', which nobody declares",
        ),
        (
            {"reports": (gaps_form(STAY),)},
            "report 'toy.report' uses the facts table 'toy.stay', which nobody declares",
        ),
        (
            {
                "reports": (gaps_form(facts_table("toy.stay", assumes=(AGE,))),),
                "facts_tables": (facts_table("toy.stay", assumes=(AGE,)),),
            },
            "facts table 'toy.stay' uses the assumption 'toy.age', which nobody declares",
        ),
    ],
)
def test_what_a_plugin_rests_on_in_its_own_namespace_it_declares(declared, expected):
    assert expected in problem(("toy", declared))


@pytest.mark.parametrize("theirs", [{}, {"facts_tables": (attrs.evolve(STAY, says=WORD),)}])
def test_who_uses_what_no_other_declares_is_named_and_the_other_is_not(theirs):
    owner = ("toy", {"metrics": (), **theirs})
    user = ("alder", {"metrics": (over(STAY, "alder.stays"),)})

    for plugins in permutations([owner, user]):
        (fault,) = loaded(*plugins).faults
        assert fault.plugin == "alder"
        assert "metric 'alder.stays' uses the facts table 'toy.stay', " in fault.problem


def test_nobody_is_blamed_for_a_table_of_a_plugin_that_is_broken():
    def broken():
        raise RuntimeError("it does not import")

    user = plugin("alder", declaring(metrics=(over(STAY, "alder.stays"),)))
    catalogue = load_catalogue([plugin("toy", broken), user])

    assert [fault.plugin for fault in catalogue.faults] == ["toy"]
    assert list(catalogue.metrics.declared) == ["alder.stays"]


class Shown(Record):
    """A record whose class shows what it holds."""

    def __repr__(self):
        return "all of it"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ({"facts_tables": (facts_table("other.stay"),)}, "facts table 'other.stay' is outside its"),
        ({"assumptions": (assumption("age"),)}, "assumption 'age' is outside its namespace"),
        (
            {"facts_tables": (facts_table("toy.stay", rows="OtherStay"),)},
            "facts table 'toy.stay': the name of its rows, 'other_stay', must begin with 'toy_'",
        ),
        (
            {
                "facts_tables": (facts_table("toy.stay", rows="ToyVisit"),),
                "record_types": (record_type("toy"),),
            },
            "facts table 'toy.stay': there are other records called 'toy_visit'; rename them",
        ),
        (
            {"facts_tables": (facts_table("toy.stay"), facts_table("toy.again"))},
            "facts table 'toy.again': there are other records called 'toy_stay'; rename them",
        ),
        (
            {"facts_tables": (facts_table("toy.stay", base=Shown),)},
            "facts table 'toy.stay': the repr of a row would show what it holds",
        ),
        (
            {"facts_tables": (facts_table("toy.stay", words={"client.born_on": WORD}),)},
            "vocabulary 'toy.stay-words' has words for field 'client.born_on', which is not of",
        ),
        (
            {
                "facts_tables": (
                    facts_table(
                        "toy.stay",
                        value=related(PARTICIPATION.client, "visits", ClientRow).earliest(
                            lambda each: each.born_on
                        ),
                    ),
                )
            },
            "facts table 'toy.stay': no link of client 'visits'",
        ),
        (
            {
                "facts_tables": (
                    attrs.evolve(
                        STAY,
                        columns={
                            "entered_on": Column(
                                value=PARTICIPATION.entered_on,
                                known_where=related(PARTICIPATION, "visits", ClientRow).exist(),
                            )
                        },
                    ),
                )
            },
            "facts table 'toy.stay': no link of participation 'visits'",
        ),
    ],
)
def test_a_table_that_could_be_taken_for_something_else_is_refused(declared, expected):
    assert expected in problem(("toy", declared))


def test_the_condition_of_gaps_is_looked_through_too():
    class Other(ParticipationRow):
        record_type = "toy_stay"

    form = gaps_form(STAY, among=subject(Other).left_on.is_known())

    assert "report 'toy.report': no field of toy_stay 'left_on'" in problem(
        ("toy", {"facts_tables": (STAY,), "reports": (form,)})
    )


def test_two_plugins_that_share_a_namespace_name_their_rows_apart():
    one = plugin("toy", declaring(facts_tables=(STAY,)), by="inclusion-one")
    other = plugin("toy", declaring(facts_tables=(facts_table("toy.other"),)), by="inclusion-two")

    faults = load_catalogue([one, other]).faults

    assert [fault.distribution for fault in faults] == ["inclusion-one", "inclusion-two"]
    assert "record type 'toy_stay' is in inclusion-one and in inclusion-two" in faults[0].problem
