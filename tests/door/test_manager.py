"""Loading plugins: what is wrong with one is named, and touches no other."""

import sys
from itertools import permutations

import pytest
from door_lab.plugins import (
    VERSION,
    declaring,
    empty_journal,
    healthy,
    metric,
    module,
    plugin,
    programme,
    report,
    report_format,
    sample,
)

from inclusion_core import hookspecs
from inclusion_core.catalogue import Distribution, PluginFault
from inclusion_core.errors import InclusionError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.manager import PluginRefusedError, load_catalogue
from inclusion_core.markers import hookimpl
from inclusion_core.reports.formats import FORMATS

KINDS = ("programmes", "metrics", "reports", "formats", "samples")
CORE_FORMATS = sorted(each.id for each in FORMATS)


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
        "inclusion_formats must give ReportFormat, it gave str",
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
        "inclusion_metrics declares 'toy.clients.b': ids of this plugin begin with 'bad.'",
    ),
    "declares in a namespace that only begins like its own": (
        plugin("bad", declaring(metrics=[metric("badly.a")])),
        "inclusion_metrics declares 'badly.a': ids of this plugin begin with 'bad.'",
    ),
    "declares what has no text for an id": (
        plugin("bad", declaring(metrics=[metric(7)])),
        "inclusion_metrics declares 7: ids of this plugin begin with 'bad.'",
    ),
    "repeats an id": (
        plugin("bad", declaring(metrics=[metric("bad.a"), metric("bad.b"), metric("bad.a")])),
        "metric 'bad.a' is in inclusion-bad and in inclusion-bad; rename one",
    ),
    "is too new": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=f"{MAJOR}.{int(MINOR) + 1}.0"),
        f"it is version {MAJOR}.{int(MINOR) + 1}.0 and made for another core than {VERSION}: ",
    ),
    "is too old": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version="0.0.9"),
        f"it is version 0.0.9 and made for another core than {VERSION}: ",
    ),
    "has a version that only begins like the core's": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=f"{MAJOR}.{MINOR}0.1"),
        f"it is version {MAJOR}.{MINOR}0.1 and made for another core",
    ),
    "has no version": (
        plugin("bad", declaring(metrics=[metric("bad.a")]), version=""),
        "it is version unknown and made for another core",
    ),
}


@pytest.mark.parametrize("place", [0, 1, 2])
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
    assert everything(catalogue) == everything(load_catalogue([healthy("alder"), healthy("toy")]))


def everything(catalogue):
    """The ids that are declared, and by whom, for each kind."""
    return {
        kind: {key: each.distribution for key, each in getattr(catalogue, kind).declared.items()}
        for kind in KINDS
    }


def test_a_plugin_brings_all_that_it_declares():
    catalogue = load_catalogue([healthy("toy")])

    assert catalogue.faults == ()
    assert everything(catalogue) == {
        "programmes": {"toy.programme": "inclusion-toy"},
        "metrics": {"toy.clients": "inclusion-toy"},
        "reports": {"toy.report": "inclusion-toy"},
        "formats": {
            **dict.fromkeys(CORE_FORMATS, "inclusion-core"),
            "toy.format": "inclusion-toy",
        },
        "samples": {"toy.sample": "inclusion-toy"},
    }
    assert catalogue.metrics["toy.clients"] == metric("toy.clients")
    assert catalogue.samples["toy.sample"].build is empty_journal
    assert catalogue.distributions == (
        Distribution(name="inclusion-core", version=VERSION),
        Distribution(name="inclusion-toy", version=VERSION, plugin="toy"),
    )


def test_without_plugins_there_are_the_formats_of_the_core_alone():
    catalogue = load_catalogue([])

    assert everything(catalogue)["formats"] == dict.fromkeys(CORE_FORMATS, "inclusion-core")
    assert sum(len(getattr(catalogue, kind)) for kind in KINDS) == len(FORMATS)
    assert catalogue.schema is SCHEMA
    assert catalogue.distributions == (Distribution(name="inclusion-core", version=VERSION),)


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


def test_the_order_of_plugins_makes_no_difference():
    plugins = [healthy("toy"), BAD["repeats an id"][0], healthy("alder"), twin("inclusion-z")]
    first, *others = [load_catalogue(order) for order in permutations(plugins)]

    for other in others:
        assert everything(other) == everything(first)
        assert (other.faults, other.distributions) == (first.faults, first.distributions)


def twin(distribution):
    """Another plugin that claims the namespace of the healthy one, and one of its ids."""
    twins = declaring(metrics=[metric("toy.others"), metric("toy.clients")])
    return plugin("toy", twins, by=distribution)


def test_an_id_that_two_distributions_declare_is_refused_to_the_second_by_name():
    catalogue = load_catalogue([twin("inclusion-z"), healthy("toy")])

    assert catalogue.faults == (
        PluginFault(
            plugin="toy",
            distribution="inclusion-z",
            problem="metric 'toy.clients' is in inclusion-toy and in inclusion-z; rename one",
        ),
    )
    assert everything(catalogue) == everything(load_catalogue([healthy("toy")]))


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
