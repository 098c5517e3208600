"""Plugins that fail while they are loaded: named, left out, and nobody's figures change."""

import pytest
from hostile_lab.figures import expected, figures

from inclusion_core.catalogue import NotLoadedError

HOOK = """
from inclusion_core.markers import hookimpl

@hookimpl
def inclusion_metrics():
    {}
"""
VALUES = """
from datetime import date
from inclusion_core import (
    Metric, ProgrammeDefinition, ReportForm, Source, hookimpl, lv
)
from inclusion_core.expr import subject, all_of
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.metric import Grain, Membership

SAYS = lv("Paraugs").en("Example")
ACT = Source(lv("Likums").en("Act"))

def metric(key, kind=Metric, **other):
    given = dict(
        id=key, says=SAYS, subject=ClientRow, universe=subject(ClientRow).participations.exist(),
        grain=Grain.PROGRAMME, membership=Membership.ACTIVE, source=ACT,
    )
    return kind(**{**given, **other})

"""
GIVES = VALUES + "@hookimpl\ndef inclusion_metrics():\n    "

AT_LOAD = {
    "raises at import": ("raise RuntimeError('no network today')", "RuntimeError: no network"),
    "is no Python": ("def :", "SyntaxError: "),
    "imports what is not there": ("import nowhere_to_be_found", "ModuleNotFoundError: "),
    "exits at import": ("raise SystemExit(3)", "SystemExit: 3"),
    "exits by sys.exit in a hook": (HOOK.format("import sys; sys.exit('bye')"), "SystemExit: bye"),
    "raises in a hook": (HOOK.format("raise KeyError('x')"), "KeyError: 'x'"),
    "raises half way": (
        GIVES + "yield metric('{entry}.a')\n    raise ValueError('half way')",
        "ValueError: half way",
    ),
    "recurses for ever": (
        "def deeper():\n    return deeper()\ndeeper()",
        "RecursionError: maximum recursion depth exceeded",
    ),
    "yields for ever": (
        GIVES
        + "from itertools import count\n    return (metric(f'{entry}.a{i}') for i in count())",
        "inclusion_metrics gave more than 10000 values and was stopped: does it ever end?",
    ),
    "counts for ever": (
        HOOK.format("from itertools import count\n    return count()"),
        "inclusion_metrics must give Metric, it gave int",
    ),
    "gives one value for ever": (
        GIVES + "from itertools import repeat\n    return repeat(metric('{entry}.a'))",
        "inclusion_metrics gave more than 10000 values",
    ),
    "gives itself": (HOOK.format("a = []; a.append(a); return a"), "Metric, it gave list"),
    "signals": (
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "ValueError: signal only works in main thread",
    ),
    "takes an id of another": (
        GIVES + "return [metric('sif.mentoring.clients')]",
        "metric 'sif.mentoring.clients' is outside its namespace",
    ),
    "takes an id of the core": (
        VALUES + "from inclusion_core.vocabulary import Vocabulary\n"
        "@hookimpl\ndef inclusion_texts():\n    return [Vocabulary(id='core.words')]",
        "vocabulary 'core.words' is outside its namespace",
    ),
    "claims the programme of another": (
        VALUES + "from inclusion_core import Rule\n"
        "from inclusion_core.facts.subjects import CLIENT\n"
        "@hookimpl\ndef inclusion_rules():\n"
        "    yield Rule(id='{entry}.all', programme='sif.mentoring', says=SAYS, source=ACT,\n"
        "               holds=CLIENT.arrivals.exist())",
        "which takes no rules from inclusion-hostile-",
    ),
    "declares the programme of another": (
        VALUES + "@hookimpl\ndef inclusion_programmes():\n"
        "    yield ProgrammeDefinition(id='sif.mentoring', says=SAYS, target_group=SAYS,\n"
        "        operation_number='1', sources=(ACT,))",
        "programme 'sif.mentoring' is outside its namespace",
    ),
    "shows another metric under the id of one that is declared": (
        VALUES + "from inclusion_core.reports.form import FigureTable, SectionForm\n"
        "TABLE = FigureTable(id='t', title=SAYS, row_heading=SAYS,\n"
        "    metrics=(metric('sif.mentoring.clients'),))\n"
        "@hookimpl\ndef inclusion_reports():\n"
        "    yield ReportForm(id='{entry}.form', title=SAYS, subtitle=SAYS,\n"
        "        sections=(SectionForm(id='s', title=SAYS, tables=(TABLE,)),))",
        "uses the metric 'sif.mentoring.clients', and another one is declared under this id",
    ),
    "is a part of itself": (
        GIVES + "return [metric('{entry}.a', part_of='{entry}.b'),"
        " metric('{entry}.b', part_of='{entry}.a')]",
        "a metric is a part of itself ('{entry}.a' of '{entry}.b' of '{entry}.a')",
    ),
    "is an instance that lies": (
        VALUES + "class Liar(Metric):\n"
        "    @property\n"
        "    def id(self): return '{entry}.lie'\n"
        "@hookimpl\ndef inclusion_metrics():\n    return [object.__new__(Liar)]",
        "inclusion_metrics must give Metric, it gave Liar, which extends it",
    ),
    "is an instance that breaks": (
        "class Broken:\n"
        "    def broken(self, *_): raise RuntimeError('broken')\n"
        "    __repr__ = __str__ = __eq__ = __hash__ = __bool__ = __len__ = broken\n"
        + HOOK.format("return [Broken()]"),
        "inclusion_metrics must give Metric, it gave Broken",
    ),
    "pretends to be of another class": (
        "from inclusion_core import Metric\n"
        "class Pretender:\n"
        "    __class__ = property(lambda self: Metric)\n" + HOOK.format("return [Pretender()]"),
        "inclusion_metrics must give Metric, it gave Pretender",
    ),
    "raises what cannot be told": (
        "class Untold(BaseException):\n    def __str__(self): raise Untold\nraise Untold",
        "Untold",
    ),
    "raises under a name in many lines": (
        "raise type('A\\nB' + 'x' * 5000, (Exception,), {})('told\\x1b[31m')",
        "A\\nBxxx",
    ),
    "raises under a name that raises": (
        (
            "class Meta(type):\n"
            "    @property\n"
            "    def __name__(cls): raise ValueError\n"
            "class Nameless(Exception, metaclass=Meta): pass\n"
            "raise Nameless"
        ),
        "Nameless",
    ),
}


REACH_LINES = ("yields for ever", "is a part of itself", "raises under a name that raises")


def failing(name, code, problem):
    """A case; what no other test reaches is reached while lines are counted."""
    reaches = name in REACH_LINES
    return pytest.param(code, problem, id=name, marks=[pytest.mark.counted] * reaches)


@pytest.mark.at_length(few=5)
@pytest.mark.parametrize(
    ("code", "problem"), [failing(name, *each) for name, each in AT_LOAD.items()]
)
def test_a_plugin_that_fails_is_named_and_nobodys_figures_change(site, code, problem):
    distribution = site.install(code.replace("{entry}", "evil"), entry="evil")

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("evil", distribution)
    assert problem.replace("{entry}", "evil") in fault.problem
    assert fault.problem.isprintable()
    assert len(fault.problem) <= 2003
    assert figures(catalogue) == expected()


@pytest.mark.parametrize(
    ("release", "problem"),
    [
        ("97.1", "made for a newer core"),
        ("0.0.1", "made for an older core"),
        ("one", "its version is not known"),
        (f"{'9' * 5000}.1"[:200], "made for a newer core"),
    ],
)
def test_a_plugin_for_another_core_is_not_even_imported(site, release, problem):
    site.install("raise RuntimeError('imported')", entry="evil", release=release)

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert problem in fault.problem
    assert figures(catalogue) == expected()


def test_one_module_under_two_names_is_the_fault_of_the_name_that_it_does_not_declare(site):
    site.install(GIVES + "return [metric('one.a')]", entry="one", module="hostile_shared")
    second = site.install(None, entry="two", module="hostile_shared")

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("two", second)
    assert "ids of this plugin begin with 'two.'" in fault.problem
    assert "one.a" in catalogue.metrics.declared
    assert figures(catalogue) == expected()


def test_one_module_twice_under_one_name_is_the_fault_of_both_and_of_nobody_else(site):
    site.install(GIVES + "return [metric('one.a')]", entry="one", module="hostile_twice")
    site.install(None, entry="one", module="hostile_twice")

    catalogue = site.load()

    assert [each.plugin for each in catalogue.faults] == ["one", "one"]
    assert all("share a namespace" in each.problem for each in catalogue.faults)
    assert figures(catalogue) == expected()


def test_a_namespace_inside_of_another_one_is_refused_and_its_owner_is_not(site):
    distribution = site.install(
        GIVES + "return [metric('sif.mentoring.clients')]", entry="sif.mentoring"
    )

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("sif.mentoring", distribution)
    assert "its namespace 'sif.mentoring' lies in that of plugin 'sif'" in fault.problem
    assert figures(catalogue) == expected()


@pytest.mark.counted
def test_a_namespace_inside_of_one_that_is_broken_is_refused_as_well(site):
    site.install("raise RuntimeError", entry="broken")
    site.install(GIVES + "return [metric('Broken.part.a')]", entry="Broken.part")

    faults = site.load().faults

    assert [each.plugin for each in faults] == ["Broken.part", "broken"]
    assert "lies in that of plugin 'broken'" in faults[0].problem


def test_names_that_differ_by_case_alone_are_one_name(site):
    site.install(GIVES + "return [metric('Elm.a')]", entry="Elm")
    site.install(GIVES + "return [metric('elm.a')]", entry="elm")

    catalogue = site.load()

    assert [each.plugin for each in catalogue.faults] == ["Elm", "elm"]
    assert all("metric 'elm.a' is in" in each.problem for each in catalogue.faults)
    assert figures(catalogue) == expected()


def test_metrics_of_two_plugins_that_are_parts_of_one_another_are_the_fault_of_both(site):
    site.install(GIVES + "return [metric('ash.a', part_of='oak.a')]", entry="ash")
    site.install(GIVES + "return [metric('oak.a', part_of='ash.a')]", entry="oak")
    site.install(GIVES + "return [metric('yew.a', part_of='ash.a')]", entry="yew")

    catalogue = site.load()

    assert [each.plugin for each in catalogue.faults] == ["ash", "oak"]
    assert "yew.a" in catalogue.metrics.declared
    assert figures(catalogue) == expected()


def test_a_very_long_line_of_parts_is_looked_through_quickly(site):
    site.install(
        GIVES + "return [metric(f'long.a{i}', part_of=f'long.a{i + 1}') for i in range(2000)]",
        entry="long",
    )

    assert site.load(patience=30).faults == ()


def test_programmes_that_take_rules_from_one_another_are_none_the_worse(site):
    code = (
        VALUES + "@hookimpl\ndef inclusion_programmes():\n"
        "    yield ProgrammeDefinition(id='{entry}.p', says=SAYS, target_group=SAYS,\n"
        "        operation_number='1', sources=(ACT,), rules_from=('{other}',))"
    )
    first = "inclusion-hostile-a"
    distribution = site.install(
        code.replace("{entry}", "ash").replace("{other}", first), entry="ash"
    )
    site.install(code.replace("{entry}", "oak").replace("{other}", distribution), entry="oak")

    catalogue = site.load()

    assert catalogue.faults == ()
    assert catalogue.eligibility("oak.p").rules == ()
    assert figures(catalogue) == expected()


def test_record_types_that_name_one_another_are_none_the_worse(site):
    site.install(
        VALUES + "from typing import Annotated\n"
        "import attrs\n"
        "from inclusion_core.fields import Record, Reference\n"
        "def named(name, other, inverse):\n"
        "    body = {'__annotations__': {\n"
        "        'id': str, 'to_id': Annotated[str, Reference(other, inverse=inverse)]}}\n"
        "    return attrs.frozen(kw_only=True, repr=False)(type(name, (Record,), body))\n"
        "@hookimpl\ndef inclusion_record_types():\n"
        "    yield named('RingOne', 'ring_two', 'ring_ones')\n"
        "    yield named('RingTwo', 'ring_one', 'ring_twos')",
        entry="ring",
    )

    catalogue = site.load()

    assert catalogue.faults == ()
    assert {"ring_one", "ring_two"} <= set(catalogue.schema.record_types)
    assert figures(catalogue) == expected()


def test_what_a_broken_plugin_would_bring_is_told_to_whom_asks_for_it(site):
    site.install("raise RuntimeError('no network today')", entry="evil")
    catalogue = site.load()

    with pytest.raises(NotLoadedError) as caught:
        catalogue.report("evil.form")

    assert "no report 'evil.form': plugin 'evil' (inclusion-hostile-" in str(caught.value)
    assert "RuntimeError: no network today" in str(caught.value)
