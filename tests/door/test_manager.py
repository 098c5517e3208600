"""Loading plugins: what is wrong with one is named, and touches no other."""

import sys
from functools import cache
from itertools import permutations

import pytest
from door_lab.plugins import (
    VERSION,
    check,
    declaring,
    empty_journal,
    healthy,
    metric,
    module,
    plugin,
    programme,
    reader,
    report,
    report_format,
    rule,
    sample,
)
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core import hookspecs
from inclusion_core.catalogue import Distribution, PluginFault
from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS
from inclusion_core.errors import InclusionError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.manager import PluginRefusedError, load_catalogue
from inclusion_core.markers import hookimpl
from inclusion_core.reports.formats import FORMATS
from inclusion_core.wire.readers import READERS
from inclusion_core.words import WORDS

KINDS = (
    *("programmes", "rules", "limits", "checks", "metrics", "facts", "facts_tables"),
    *("assumptions", "record_types"),
    *("reports", "formats", "readers", "texts", "samples", "deprecations"),
)
OF_THE_CORE = {
    **dict.fromkeys(KINDS, ()),
    "checks": tuple(each.id for each in CONSISTENCY_CHECKS),
    "record_types": tuple(SCHEMA.record_types),
    "formats": tuple(each.id for each in FORMATS),
    "readers": (*(each.id for each in READERS), "parquet"),
    "texts": (WORDS.id,),
}


def raises(fault):
    """A function that raises this, whatever it is given."""

    def load():
        raise fault

    return load


class UnspeakableError(Exception):
    def __str__(self):
        raise ValueError("a message that cannot be built")


class Panic(BaseException):
    """As a library written in Rust raises it."""


def unmarked():
    made = module(inclusion_programmes=lambda: ())
    made.inclusion_metrics = lambda: (metric("bad.clients"),)
    return made


def without_function():
    made = module(inclusion_programmes=lambda: ())
    made.inclusion_metrics = (metric("bad.clients"),)
    return made


def misspelt_unmarked():
    made = module(inclusion_programmes=lambda: ())
    made.inclusion_programs = lambda: (programme("bad.programme"),)
    return made


def endless_complaint():
    yield metric("bad.clients")
    raise RuntimeError("the second one cannot be made")


def rubbish():
    yield sample("bad.sample")
    yield None


def wrapper():
    made = module()
    made.inclusion_metrics = hookimpl(wrapper=True)(lambda: (yield))
    return made


def old_wrapper():
    made = module()
    made.inclusion_metrics = hookimpl(hookwrapper=True)(lambda: (yield))
    return made


def optional():
    made = module()
    made.inclusion_figures = hookimpl(optionalhook=True)(lambda: ())
    return made


MAJOR, MINOR = VERSION.split(".")[:2]
BAD = {
    "raises on import": (
        plugin("bad", raises(ImportError("no module named babel"))),
        "ImportError: no module named babel",
    ),
    "raises without a word": (plugin("bad", raises(RuntimeError())), "RuntimeError"),
    "raises many lines": (
        plugin("bad", raises(RuntimeError("\n first\nsecond"))),
        "RuntimeError: first",
    ),
    "raises what cannot be told": (plugin("bad", raises(UnspeakableError())), "UnspeakableError"),
    "raises an error of the library": (
        plugin("bad", raises(PluginRefusedError("it is closed on Mondays"))),
        "it is closed on Mondays",
    ),
    "raises a silent error of the library": (
        plugin("bad", raises(InclusionError())),
        "InclusionError",
    ),
    "exits": (plugin("bad", raises(SystemExit(3))), "SystemExit: 3"),
    "panics": (plugin("bad", raises(Panic("range end index"))), "Panic: range end index"),
    "is nothing": (
        plugin("bad", lambda: None),
        "it implements no hook: write functions marked with @hookimpl",
    ),
    "is no module": (
        plugin("bad", lambda: {"inclusion_metrics": ()}),
        "it implements no hook: write functions marked with @hookimpl",
    ),
    "implements nothing": (
        plugin("bad", module()),
        "it implements no hook: write functions marked with @hookimpl",
    ),
    "forgets the mark": (
        plugin("bad", unmarked()),
        "inclusion_metrics would not be called: mark it with @hookimpl",
    ),
    "gives values without a function": (
        plugin("bad", without_function()),
        "inclusion_metrics would not be called: mark it with @hookimpl",
    ),
    "misspells a hook and forgets the mark": (
        plugin("bad", misspelt_unmarked()),
        "no hook 'inclusion_programs'; did you mean inclusion_programmes",
    ),
    "misspells a hook": (
        plugin("bad", module(inclusion_metric=lambda: ())),
        "no hook 'inclusion_metric'; did you mean inclusion_metrics",
    ),
    "names a hook that there is not": (
        plugin("bad", optional()),
        "no hook 'inclusion_figures'; did you mean ",
    ),
    "asks for an argument that there is not": (
        plugin("bad", module(inclusion_metrics=lambda day: ())),
        "(day)",
    ),
    "raises in a hook": (
        plugin("bad", module(inclusion_metrics=raises(KeyError("country")))),
        "KeyError: 'country'",
    ),
    "exits in a hook": (
        plugin("bad", module(inclusion_samples=raises(SystemExit("no data")))),
        "SystemExit: no data",
    ),
    "raises while its values are taken": (
        plugin("bad", module(inclusion_metrics=endless_complaint)),
        "RuntimeError: the second one cannot be made",
    ),
    "gives nothing": (
        plugin("bad", declaring(metrics=None)),
        "inclusion_metrics gave nothing: return its values, or () for none",
    ),
    "gives a text": (
        plugin("bad", declaring(metrics="bad.clients")),
        "inclusion_metrics must give an iterable of values, it gave str",
    ),
    "gives a value instead of several": (
        plugin("bad", declaring(programmes=programme("bad.programme"))),
        "inclusion_programmes must give an iterable of values, it gave ProgrammeDefinition",
    ),
    "gives a mapping": (
        plugin("bad", declaring(formats={"bad.format": report_format("bad.format")})),
        "inclusion_formats must give an iterable of values, it gave dict",
    ),
    "gives bytes": (
        plugin("bad", declaring(texts=b"bad.words")),
        "inclusion_texts must give an iterable of values, it gave bytes",
    ),
    "gives a class instead of a value": (
        plugin("bad", declaring(checks=[Check])),
        "inclusion_checks must give Check, it gave the class Check",
    ),
    "gives values of another kind": (
        plugin("bad", declaring(reports=[report("bad.report"), metric("bad.clients")])),
        "inclusion_reports must give ReportForm, it gave Metric",
    ),
    "gives a generator of rubbish": (
        plugin("bad", module(inclusion_samples=rubbish)),
        "inclusion_samples must give Sample, it gave NoneType",
    ),
    "wraps a hook": (
        plugin("bad", wrapper()),
        "inclusion_metrics cannot be wrapped: return its values",
    ),
    "wraps a hook the old way": (
        plugin("bad", old_wrapper()),
        "inclusion_metrics cannot be wrapped: return its values",
    ),
    "declares outside its namespace": (
        plugin("bad", declaring(metrics=[metric("bad.a"), metric("toy.clients.b")])),
        "metric 'toy.clients.b' is outside its namespace: ids of this plugin begin with 'bad.'",
    ),
    "declares in a namespace that only begins like its own": (
        plugin("bad", declaring(metrics=[metric("badly.a")])),
        "metric 'badly.a' is outside its namespace: ids of this plugin begin with 'bad.'",
    ),
    "declares what has no text for an id": (
        plugin("bad", declaring(metrics=[metric(7)])),
        "metric 7 is outside its namespace: ids of this plugin begin with 'bad.'",
    ),
    "repeats an id": (
        plugin("bad", declaring(metrics=[metric("bad.a"), metric("bad.b"), metric("bad.a")])),
        "metric 'bad.a' is in inclusion-bad and in inclusion-bad; rename one",
    ),
    "is too new": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=f"{MAJOR}.{int(MINOR) + 1}.0"),
        (
            f"it is version {MAJOR}.{int(MINOR) + 1}.0 and made for a newer core than {VERSION}: "
            f"install inclusion-core {MAJOR}.{int(MINOR) + 1}"
        ),
    ),
    "is too old": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version="0.0.9"),
        (
            f"it is version 0.0.9 and made for an older core than {VERSION}: install a newer "
            "version of inclusion-bad"
        ),
    ),
    "has a version that only begins like the core's": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=f"{MAJOR}.{MINOR}0.1"),
        f"it is version {MAJOR}.{MINOR}0.1 and made for a newer core",
    ),
    "has a version of one number": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version="97"),
        "install inclusion-core 97.0",
    ),
    "has no version": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=""),
        (
            "nobody can tell for which core it is made, because its version is not known: install "
            "it as a distribution with a version"
        ),
    ),
    "has a version that is none": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version="unreleased"),
        "nobody can tell for which core it is made",
    ),
}


@cache
def undisturbed():
    """What the healthy plugins declare where no other is beside them."""
    return everything(load_catalogue([healthy("alder"), healthy("toy")]))


def another(place):
    """A place that reaches no line of its own, and takes long while lines are counted."""
    return pytest.param(place, marks=[pytest.mark.no_cover, pytest.mark.at_length(few=8)])


@pytest.mark.parametrize("place", [0, another(1), another(2)])
@pytest.mark.parametrize(("bad", "problem"), BAD.values(), ids=BAD.keys())
def test_a_faulty_plugin_is_named_left_out_whole_and_touches_no_other(bad, problem, place):
    plugins = [healthy("alder"), healthy("toy")]
    plugins.insert(place, bad)

    catalogue = load_catalogue(plugins)

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("bad", "inclusion-bad")
    assert problem in fault.problem
    assert "\n" not in fault.problem
    assert str(fault) == f"plugin 'bad' (inclusion-bad): {fault.problem}"
    assert [each.name for each in catalogue.distributions] == [
        "inclusion-core",
        "inclusion-alder",
        "inclusion-toy",
    ]
    assert everything(catalogue) == undisturbed()


def everything(catalogue):
    """The ids that are declared, and by whom, for each kind."""
    return {
        kind: {key: each.distribution for key, each in getattr(catalogue, kind).declared.items()}
        for kind in KINDS
    }


def test_a_plugin_brings_all_that_it_declares():
    catalogue = load_catalogue([healthy("toy")])

    assert catalogue.faults == ()
    for kind in KINDS:
        word = "visit" if kind == "record_types" else kind.removesuffix("s")
        own = {
            "texts": "toy.words",
            "metrics": "toy.clients",
            "record_types": "toy_visit",
            "deprecations": "toy.sample",
        }
        assert everything(catalogue)[kind] == {
            **dict.fromkeys(OF_THE_CORE[kind], "inclusion-core"),
            own.get(kind, f"toy.{word}"): "inclusion-toy",
        }
    assert catalogue.metrics["toy.clients"] == metric("toy.clients")
    assert catalogue.rules["toy.rule"] == rule("toy.rule", "toy.programme")
    assert catalogue.samples["toy.sample"].build is empty_journal
    assert catalogue.distributions == (
        Distribution(name="inclusion-core", version=VERSION),
        Distribution(name="inclusion-toy", version=VERSION, plugin="toy"),
    )


def test_without_plugins_there_is_what_the_core_brings_alone():
    catalogue = load_catalogue([])

    assert everything(catalogue) == {
        kind: dict.fromkeys(ids, "inclusion-core") for kind, ids in OF_THE_CORE.items()
    }
    assert catalogue.schema is SCHEMA
    assert catalogue.vocabulary == WORDS
    assert catalogue.distributions == (Distribution(name="inclusion-core", version=VERSION),)


def test_a_module_may_hold_other_names_that_begin_like_a_hook():
    import inclusion_core

    made = module(inclusion_metrics=lambda: ())
    made.inclusion_core = inclusion_core
    made.inclusion_area = "Latvia"

    assert load_catalogue([plugin("toy", made)]).faults == ()


def test_a_plugin_implements_the_hooks_that_it_needs_and_may_give_no_values():
    catalogue = load_catalogue([plugin("toy", declaring(metrics=()))])

    assert catalogue.faults == ()
    assert len(catalogue.metrics) == 0


def test_a_hook_may_yield_its_values():
    def each_in_turn():
        yield metric("toy.b")
        yield metric("toy.a")

    catalogue = load_catalogue([plugin("toy", module(inclusion_metrics=each_in_turn))])

    assert list(catalogue.metrics.declared) == ["toy.a", "toy.b"]


def test_a_function_of_another_name_may_implement_a_hook_when_its_mark_says_so():
    made = module()
    made.what_is_counted = hookimpl(specname="inclusion_metrics")(lambda: [metric("toy.a")])

    assert list(load_catalogue([plugin("toy", made)]).metrics.declared) == ["toy.a"]


def twin(distribution):
    """Another plugin that claims the namespace of the healthy one, and one of its ids."""
    twins = declaring(metrics=[metric("toy.others"), metric("toy.clients")])
    return plugin("toy", twins, by=distribution)


PLUGINS = (
    *(healthy("toy"), healthy("alder"), twin("inclusion-z")),
    *(BAD["repeats an id"][0], BAD["raises on import"][0]),
    plugin("elm", declaring(programmes=[programme("elm.course", rules_from=("inclusion-fir",))])),
    plugin("fir", declaring(rules=[rule("fir.rule", "elm.course")])),
    plugin("oak", declaring(rules=[rule("oak.rule", "elm.course")])),
    plugin("ash", declaring(readers=[reader("ash.xml", ".xml")])),
    plugin("yew", declaring(readers=[reader("yew.xml", ".xml")])),
)


IN_ORDER = load_catalogue(PLUGINS)


@settings(max_examples=tries(25), deadline=None)
@given(st.permutations(PLUGINS))
def test_the_order_of_plugins_makes_no_difference(plugins):
    other = load_catalogue(plugins)

    assert everything(other) == everything(IN_ORDER)
    assert (other.faults, other.distributions) == (IN_ORDER.faults, IN_ORDER.distributions)


def test_of_many_plugins_those_are_named_that_are_at_fault():
    assert [each.distribution for each in IN_ORDER.faults] == [
        *("inclusion-bad", "inclusion-bad", "inclusion-oak"),
        *("inclusion-toy", "inclusion-z", "inclusion-yew"),
    ]


@settings(max_examples=tries(25), deadline=None)
@given(st.sets(st.sampled_from(PLUGINS)), st.randoms(use_true_random=False))
def test_in_whatever_company_the_order_makes_no_difference(company, random):
    in_order = [each for each in PLUGINS if each in company]
    shuffled = list(company)
    random.shuffle(shuffled)
    one, other = load_catalogue(in_order), load_catalogue(shuffled)

    assert everything(one) == everything(other)
    assert one.faults == other.faults


def test_an_id_that_two_distributions_of_one_namespace_declare_is_the_fault_of_both():
    catalogue = load_catalogue([twin("inclusion-z"), healthy("toy"), healthy("alder")])

    assert catalogue.faults == tuple(
        PluginFault(
            plugin="toy",
            distribution=f"inclusion-{one}",
            problem=f"metric 'toy.clients' is in inclusion-{one} and in inclusion-{other}, which "
            "share a namespace: give one of their entry points another name",
        )
        for one, other in (("toy", "z"), ("z", "toy"))
    )
    assert everything(catalogue) == everything(load_catalogue([healthy("alder")]))


def test_two_distributions_may_have_an_entry_point_of_one_name_as_long_as_no_id_is_in_both():
    other = plugin("toy", declaring(metrics=[metric("toy.others")]), by="inclusion-z")
    catalogue = load_catalogue([other, healthy("toy")])

    assert catalogue.faults == ()
    assert catalogue.metrics.brought_by("toy.others") == "inclusion-z"
    assert catalogue.metrics.brought_by("toy.clients") == "inclusion-toy"


def test_who_shadows_an_id_of_another_namespace_is_named_and_the_owner_is_not():
    thief = plugin("alder", declaring(metrics=[metric("toy.clients")]))

    for plugins in permutations([thief, healthy("toy")]):
        (fault,) = load_catalogue(plugins).faults
        assert (fault.plugin, fault.distribution) == ("alder", "inclusion-alder")


def test_an_id_of_the_core_is_the_cores():
    taken = declaring(checks=[check("check.before-birth")])

    (fault,) = load_catalogue([plugin("check", taken)]).faults

    assert fault.problem == (
        "check 'check.before-birth' is in inclusion-core and in inclusion-check; rename one"
    )


def test_the_same_plugin_twice_is_a_fault_of_both():
    catalogue = load_catalogue([healthy("toy"), healthy("toy"), healthy("alder")])

    assert [each.plugin for each in catalogue.faults] == ["toy", "toy"]
    assert everything(catalogue) == everything(load_catalogue([healthy("alder")]))


def test_an_interrupt_from_the_keyboard_is_no_fault_of_a_plugin():
    with pytest.raises(KeyboardInterrupt):
        load_catalogue([healthy("toy"), plugin("bad", raises(KeyboardInterrupt()))])


def test_two_catalogues_have_nothing_in_common_that_can_be_changed():
    plugins = [healthy("toy")]
    one, other = load_catalogue(plugins), load_catalogue(plugins)

    for kind in KINDS:
        getattr(one, kind).declared.clear()

    assert everything(other) == everything(load_catalogue(plugins))
    assert other.metrics["toy.clients"] == metric("toy.clients")


def test_a_hook_is_called_once_for_each_catalogue():
    calls = []
    counted = plugin("toy", module(inclusion_metrics=lambda: calls.append(1) or ()))

    for catalogues in (1, 2):
        assert load_catalogue([counted]).faults == ()
        assert len(calls) == catalogues


def test_a_plugin_is_loaded_only_when_a_catalogue_is_built():
    loaded = []
    lazy = plugin("toy", lambda: loaded.append(1) or declaring(metrics=()))

    assert loaded == []
    load_catalogue([lazy])
    assert loaded == [1]


def test_every_hook_has_a_kind_of_value_and_nothing_but_hooks_is_declared():
    assert sorted(f"inclusion_{kind}" for kind in KINDS) == hookspecs.__all__


def test_nothing_is_kept_of_a_catalogue():
    before = {name: dict(vars(each)) for name, each in sys.modules.items() if _own(name)}
    load_catalogue([healthy("toy"), BAD["repeats an id"][0]])

    assert before == {name: dict(vars(each)) for name, each in sys.modules.items() if _own(name)}


def _own(name):
    return name.split(".")[0] == "inclusion_core"
