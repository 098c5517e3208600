"""Rules come from the owner of a programme and from whom it names; never half of them."""

from itertools import permutations

import pytest
from door_lab.plugins import declaring, healthy, limit, module, plugin, programme, rule

from inclusion_core.errors import UnknownNameError
from inclusion_core.manager import load_catalogue
from inclusion_core.rules import EligibilityRefusedError

OWNER = plugin(
    "elm",
    declaring(
        programmes=[programme("elm.course", rules_from=("inclusion-fir",))],
        rules=[rule("elm.b", "elm.course"), rule("elm.a", "elm.course")],
        limits=[limit("elm.length", "elm.course")],
    ),
)
NAMED = plugin(
    "fir",
    declaring(rules=[rule("fir.rule", "elm.course")], limits=[limit("fir.limit", "elm.course")]),
)


def broken(name, **options):
    def load():
        raise RuntimeError("no leaves")

    return plugin(name, load, **options)


def refused(*plugins, of="elm.course"):
    """Why nobody is judged, in whatever order the plugins are loaded."""
    told = set()
    for given in permutations(plugins):
        with pytest.raises(EligibilityRefusedError) as raised:
            load_catalogue(given).eligibility(of)
        assert raised.value.programme == of
        told.add(raised.value.gaps)
    (gaps,) = told
    return gaps


def test_all_rules_and_limits_of_a_programme_are_given_together_ordered_by_id():
    eligibility = load_catalogue([OWNER, NAMED, healthy("toy")]).eligibility("elm.course")

    assert eligibility.programme.id == "elm.course"
    assert [each.id for each in eligibility.rules] == ["elm.a", "elm.b", "fir.rule"]
    assert [each.id for each in eligibility.limits] == ["elm.length", "fir.limit"]


def test_a_programme_that_takes_rules_from_nobody_has_its_own():
    eligibility = load_catalogue([healthy("toy"), healthy("alder")]).eligibility("toy.programme")

    assert [each.id for each in eligibility.rules] == ["toy.rule"]
    assert [each.id for each in eligibility.limits] == ["toy.limit"]


def test_a_named_distribution_that_is_not_installed_lets_nobody_be_judged():
    assert refused(OWNER, healthy("toy")) == (
        ("inclusion-fir", "it is not installed, or brings no plugin"),
    )


def test_a_named_distribution_that_fails_lets_nobody_be_judged():
    assert refused(OWNER, broken("fir")) == (("inclusion-fir", "RuntimeError: no leaves"),)


def test_a_named_distribution_one_of_whose_plugins_fails_lets_nobody_be_judged():
    second = broken("fir-needles", by="inclusion-fir")

    assert refused(OWNER, NAMED, second) == (("inclusion-fir", "RuntimeError: no leaves"),)


def test_an_owner_one_of_whose_plugins_fails_lets_nobody_be_judged():
    second = broken("elm-leaves", by="inclusion-elm")

    assert refused(OWNER, NAMED, second) == (("inclusion-elm", "RuntimeError: no leaves"),)


def test_an_owner_that_fails_lets_nobody_be_judged_and_harms_no_other():
    assert refused(broken("elm"), NAMED) == (("inclusion-elm", "RuntimeError: no leaves"),)

    catalogue = load_catalogue([broken("elm"), NAMED])
    assert [each.plugin for each in catalogue.faults] == ["elm"]
    assert list(catalogue.rules.declared) == ["fir.rule"]


def test_everything_that_is_missing_is_named():
    owner = plugin(
        "elm",
        declaring(
            programmes=[
                programme(
                    "elm.course", rules_from=("inclusion-fir", "inclusion-oak", "inclusion-x")
                )
            ]
        ),
    )

    assert refused(owner, broken("fir"), healthy("oak")) == (
        ("inclusion-fir", "RuntimeError: no leaves"),
        ("inclusion-x", "it is not installed, or brings no plugin"),
    )


def test_how_the_name_of_a_distribution_is_written_makes_no_difference():
    owner = plugin(
        "elm", declaring(programmes=[programme("elm.course", rules_from=("Inclusion_Fir",))])
    )

    assert len(load_catalogue([owner, NAMED]).eligibility("elm.course").rules) == 1
    assert refused(owner, broken("fir")) == (("Inclusion_Fir", "RuntimeError: no leaves"),)


def test_rules_may_come_from_the_core_itself():
    owner = plugin(
        "elm", declaring(programmes=[programme("elm.course", rules_from=("inclusion-core",))])
    )

    assert load_catalogue([owner]).eligibility("elm.course").rules == ()


def test_of_a_programme_that_nobody_declares_there_is_nothing_to_judge():
    with pytest.raises(UnknownNameError, match=r"no programme 'elm.cours'; did you mean elm"):
        load_catalogue([OWNER, NAMED, broken("toy")]).eligibility("elm.cours")


@pytest.mark.parametrize(
    ("kind", "declared"),
    [
        ("rule", {"rules": [rule("oak.extra", "elm.course")]}),
        ("limit", {"limits": [limit("oak.extra", "elm.course")]}),
    ],
)
def test_rules_of_whom_a_programme_does_not_name_are_refused_whatever_the_order(kind, declared):
    for given in permutations([OWNER, NAMED, plugin("oak", declaring(**declared))]):
        catalogue = load_catalogue(given)

        (fault,) = catalogue.faults
        assert str(fault) == (
            f"plugin 'oak' (inclusion-oak): {kind} 'oak.extra' is for 'elm.course' of "
            "inclusion-elm, which takes no rules from inclusion-oak: it must name it in rules_from"
        )
        assert len(catalogue.eligibility("elm.course").rules) == 3


def test_who_shares_only_the_namespace_of_the_owner_is_not_the_owner():
    other = plugin("elm", declaring(rules=[rule("elm.extra", "elm.course")]), by="inclusion-z")

    (fault,) = load_catalogue([OWNER, NAMED, other]).faults

    assert fault.distribution == "inclusion-z"


def test_a_second_plugin_of_the_owner_may_bring_rules():
    second = plugin("leaf", declaring(rules=[rule("leaf.rule", "elm.course")]), by="inclusion-elm")

    catalogue = load_catalogue([OWNER, NAMED, second])

    assert catalogue.faults == ()
    assert "leaf.rule" in [each.id for each in catalogue.eligibility("elm.course").rules]


def test_a_rule_for_a_programme_that_nobody_declares_is_a_fault():
    stray = plugin("oak", declaring(rules=[rule("oak.rule", "elm.cuorse")]))

    (fault,) = load_catalogue([OWNER, NAMED, stray]).faults

    assert str(fault) == (
        "plugin 'oak' (inclusion-oak): rule 'oak.rule' is for 'elm.cuorse': no programme "
        "'elm.cuorse'; did you mean elm.course?"
    )


def test_a_named_distribution_whose_rule_is_refused_lets_nobody_be_judged():
    two_faced = plugin(
        "fir",
        declaring(rules=[rule("fir.good", "elm.course"), rule("fir.bad", "toy.programme")]),
    )

    ((distribution, why),) = refused(OWNER, two_faced, healthy("toy"))

    assert distribution == "inclusion-fir"
    assert why.startswith("rule 'fir.bad' is for 'toy.programme' of inclusion-toy, which takes no")


def test_a_programme_that_two_distributions_declare_is_nobodys():
    other = plugin("elm", declaring(programmes=[programme("elm.course")]), by="inclusion-z")

    gaps = refused(OWNER, NAMED, other)

    assert [name for name, _ in gaps] == ["inclusion-elm", "inclusion-z"]
    catalogue = load_catalogue([OWNER, NAMED, other])
    assert [each.distribution for each in catalogue.faults] == ["inclusion-elm", "inclusion-z"]
    assert "fir.rule" in catalogue.rules.declared


def test_a_plugin_that_is_not_for_this_core_counts_as_missing():
    old = plugin("fir", module(inclusion_rules=lambda: ()), version="0.0.1")

    ((distribution, why),) = refused(OWNER, old)

    assert distribution == "inclusion-fir"
    assert "install a newer version of inclusion-fir" in why


def test_what_is_looked_for_in_data_follows_the_programmes_that_they_have():
    catalogue = load_catalogue([healthy("toy"), healthy("alder")])
    declared = [each.id for each in catalogue.checks]

    def ids(*programmes):
        return [each.id for each in catalogue.checks_for(programmes)]

    assert ids() == ids("elm.course") == declared
    assert ids("toy.programme", "alder.programme", "toy.programme") == [
        *declared,
        "alder.programme.services-within-limits",
        "toy.programme.services-within-limits",
    ]


def test_where_rules_are_refused_a_check_tells_so_in_their_place():
    for catalogue in (load_catalogue([OWNER]), load_catalogue([broken("elm")])):
        *_, last = catalogue.checks_for(["elm.course"])

        (told,) = last.find(None)
        assert (last.id, last.programme) == ("elm.course.services-within-limits", "elm.course")
        assert "not all rules of the programme are there" in told.remedy.in_("en")
