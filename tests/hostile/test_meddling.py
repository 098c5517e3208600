"""Plugins that change what is not theirs while they are loaded: undone, named, refused."""

import builtins
import sys

import pytest
from hostile_lab.figures import expected, figures

import inclusion_core.metrics.counting
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.manager.watch import Watch
from inclusion_core.metrics.metric import Metric
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.reports.formats import FORMATS
from inclusion_core.words import WORDS

HOOK = """
from inclusion_core.markers import hookimpl

@hookimpl
def inclusion_metrics():
    {}
    return ()
"""
FORCE = "object.__setattr__"

CHANGES = {
    "sets a function of the core to its own": (
        "import inclusion_core.metrics.counting as c; c.count_records = lambda *a, **k: None",
        "inclusion_core.metrics.counting.count_records",
    ),
    "takes a function of the core away": (
        "import inclusion_core.checks.looking as c; del c.findings_in",
        "inclusion_core.checks.looking.findings_in",
    ),
    "hides a built-in name from the core": (
        "import inclusion_core.checks.looking as c; c.sorted = lambda *a, **k: []",
        "inclusion_core.checks.looking.sorted",
    ),
    "sets a built-in function to its own": (
        "import builtins; builtins.sorted = lambda *a, **k: []",
        "builtins.sorted",
    ),
    "changes a method of a class": (
        "from inclusion_core import Metric; Metric.__eq__ = lambda *_: True",
        "inclusion_core.metrics.metric.Metric.__eq__",
    ),
    "gives a class a method": (
        "from inclusion_core import Caseload; Caseload.__getattribute__ = lambda *_: 7",
        "inclusion_core.model.caseload.Caseload.__getattribute__",
    ),
    "takes a method of a class away": (
        "from inclusion_core import Metric; del Metric.expressions",
        "inclusion_core.metrics.metric.Metric.expressions",
    ),
    "leaves a record class out": (
        "import inclusion_core.model as m; m.RECORD_CLASSES = m.RECORD_CLASSES[1:]",
        "inclusion_core.model.RECORD_CLASSES",
    ),
    "takes a record type out of the schema": (
        "from inclusion_core import SCHEMA; del SCHEMA.record_types['client']",
        "inclusion_core.facts.schema.SCHEMA",
    ),
    "takes a field out of a record type": (
        "from inclusion_core import SCHEMA; del SCHEMA['client'].fields['gender']",
        "inclusion_core.facts.schema.SCHEMA",
    ),
    "reaches into a field of the schema": (
        (
            f"from inclusion_core import SCHEMA; {FORCE}(SCHEMA['client'].fields['gender'],"
            " 'may_be_unknown', False)"
        ),
        "inclusion_core.facts.schema.SCHEMA",
    ),
    "changes the words of the core": (
        "from inclusion_core.words import WORDS; WORDS.types.clear()",
        "inclusion_core.words.WORDS",
    ),
    "reaches into a word of the core": (
        f"from inclusion_core.words import WORDS; {FORCE}(WORDS.types['client'], 'en', 'x')",
        "inclusion_core.words",
    ),
    "reaches into a format of the core": (
        f"from inclusion_core.reports.formats import JSON; {FORCE}(JSON, 'render', print)",
        "inclusion_core.reports.formats",
    ),
    "puts another module in the place of one": (
        "import sys, types; sys.modules['inclusion_core.wire'] = types.ModuleType('wire')",
        "inclusion_core.wire",
    ),
}
OTHERS = {
    "sets a name of another plugin to its own": (
        "import inclusion_sif.mentoring.reports as r; r.INTERIM_REPORT = None",
        "inclusion_sif.mentoring.reports.INTERIM_REPORT",
    ),
    "takes a column out of the table of another plugin": (
        "from inclusion_esf.table import PARTICIPATIONS as p; p.columns.popitem()",
        "inclusion_esf",
    ),
    "reaches into a metric of another plugin": (
        (
            "from inclusion_sif.mentoring.metrics import METRICS as m;"
            f" {FORCE}(m[0], 'where', m[1].universe)"
        ),
        "inclusion_sif",
    ),
}


@pytest.mark.at_length(few=4)
@pytest.mark.parametrize(("change", "named"), CHANGES.values(), ids=CHANGES.keys())
def test_what_a_plugin_changes_of_the_core_is_put_back_and_it_is_refused(site, change, named):
    site.install(f"{change}\n{HOOK.format('pass')}", entry="evil")

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert fault.plugin == "evil"
    assert fault.problem.startswith(f"it changed what is not its own ({named}")
    assert fault.problem.endswith("return values from hooks, and change nothing")
    assert figures(catalogue) == expected()


@pytest.mark.counted
def test_what_all_of_them_change_in_their_hooks_is_put_back_after_each(site):
    for number, (change, _) in enumerate(CHANGES.values()):
        site.install(HOOK.format(change), entry=f"evil{number:02}")

    catalogue = site.load()

    named = [each.problem.partition("(")[2] for each in catalogue.faults]
    assert len(named) == len(CHANGES)
    for problem, (_, name) in zip(named, CHANGES.values(), strict=True):
        assert problem.startswith(name)
    assert figures(catalogue) == expected()


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("entry", ["aaa", "zzz"])
@pytest.mark.parametrize(("change", "named"), OTHERS.values(), ids=OTHERS.keys())
def test_what_a_plugin_changes_of_another_is_put_back_whichever_is_loaded_first(
    site, entry, change, named
):
    site.install(f"{change}\n{HOOK.format('pass')}", entry=entry)

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert fault.plugin == entry
    assert named in fault.problem
    assert figures(catalogue) == expected()


@pytest.mark.counted
def test_a_module_of_another_plugin_is_seen_when_it_is_new(site, tmp_path):
    """The first of two plugins changes the second one, which nobody has imported before."""
    victim = (
        "from inclusion_core import ProgrammeDefinition, Source, hookimpl, lv\n"
        "from neighbour_kept.words import SAYS\n"
        "ACT = Source(SAYS)\n"
        "PROGRAMME = ProgrammeDefinition(id='zoo.p', says=SAYS, target_group=SAYS,\n"
        "    operation_number='1', sources=(ACT,))\n"
        "@hookimpl\ndef inclusion_programmes():\n    return (PROGRAMME,)\n"
    )
    words = "from inclusion_core import lv\nSAYS = lv('Zoo').en('Zoo')\n"
    site.install(victim, entry="zoo", module="neighbour_kept", words=words)
    site.install(
        "import neighbour_kept\n"
        f"{FORCE}(neighbour_kept.PROGRAMME, 'operation_number', '666')\n"
        "neighbour_kept.words.SAYS = None\n" + HOOK.format("pass"),
        entry="aaa",
    )

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert fault.plugin == "aaa"
    assert "neighbour_kept.words.SAYS, neighbour_kept.PROGRAMME" in fault.problem
    assert catalogue.programme("zoo.p").operation_number == "1"
    module = sys.modules["neighbour_kept"]
    assert type(module.__loader__).__name__ == "SourceFileLoader"
    assert module.__spec__.loader is module.__loader__


def test_a_plugin_may_import_another_one_before_its_turn_where_it_changes_nothing(site):
    site.install(f"VALUE = []\n{HOOK.format('VALUE.append(1)')}", entry="zoo", module="neighbour_a")
    site.install(f"import neighbour_a\n{HOOK.format('pass')}", entry="aaa")

    assert site.load().faults == ()


@pytest.mark.counted
def test_a_module_of_another_plugin_that_cannot_be_imported_is_the_fault_of_both(site):
    site.install("raise RuntimeError('broken')", entry="zoo", module="neighbour_b")
    site.install(f"import neighbour_b\n{HOOK.format('pass')}", entry="aaa")
    site.install("import neighbour_c.nowhere", entry="bbb")
    site.install(None, entry="ccc", module="neighbour_c")

    problems = {each.plugin: each.problem for each in site.load().faults}

    assert problems["aaa"] == problems["zoo"] == "RuntimeError: broken"
    assert "No module named 'neighbour_c'" in problems["bbb"]


def test_a_plugin_may_change_what_is_its_own(site):
    site.install(
        "from hostile_own import parts\n" + HOOK.format("parts.COUNT = 2; parts.Kept.size = 3"),
        entry="first",
        module="hostile_own",
        parts="COUNT = 1\nclass Kept:\n    size = 1\n",
    )
    site.install(None, entry="second", module="hostile_own")

    assert site.load().faults == ()


@pytest.mark.parametrize("fails", ["pass", "1 / 0"])
def test_what_a_plugin_changed_of_its_own_is_not_the_doing_of_those_after_it(site, fails):
    changed = "global COUNT; COUNT += 1; Kept.size = 3; KEPT[0] = Kept; SEEN.clear()"
    site.install(
        "from hostile_kept import parts\nfrom inclusion_core import lv\n"
        "COUNT = 1\nSAYS = lv('x').en('y')\nclass Kept:\n    size = 1\n"
        "KEPT = [Kept]\nSEEN = {1}\n"
        + HOOK.format(f"{changed}; {FORCE}(SAYS, 'en', 'z'); parts.NEW = {{}}; {fails}"),
        entry="bbb",
        module="hostile_kept",
        parts="",
    )
    site.install(f"import hostile_kept\n{HOOK.format('pass')}", entry="aaa")
    site.install(HOOK.format("pass"), entry="zzz")

    for times in (2, 3):
        assert [each.plugin for each in site.load().faults] == ["bbb"] * (fails != "pass")
        module = sys.modules["hostile_kept"]
        assert (module.COUNT, module.Kept.size, module.SAYS.en) == (times, 3, "z")


def test_what_a_plugin_changed_of_its_own_is_watched_as_it_is_then(site):
    site.install(
        "COUNT = 1\n" + HOOK.format("global COUNT; COUNT = 2"), entry="aaa", module="hostile_two"
    )
    site.install(f"import hostile_two as t\n{HOOK.format('t.COUNT = 3')}", entry="bbb")

    (fault,) = site.load().faults

    assert fault.plugin == "bbb"
    assert "hostile_two.COUNT" in fault.problem
    assert sys.modules["hostile_two"].COUNT == 2


@pytest.mark.counted
def test_what_the_first_of_two_plugins_of_a_package_declares_stays_watched_after_the_second(site):
    given = (
        "from inclusion_core import ProgrammeDefinition, Source, hookimpl, lv\n"
        "GIVEN = []\n"
        "@hookimpl\ndef inclusion_programmes():\n"
        "    says = lv('x').en('y')\n"
        "    GIVEN.append(ProgrammeDefinition(id='one.p', says=says, target_group=says,\n"
        "        operation_number='1', sources=(Source(says),)))\n"
        "    return GIVEN\n"
    )
    second = "COUNT = 1\n" + HOOK.format("global COUNT; COUNT = 2")
    site.install(given, entry="one", module="hostile_pair", second=second)
    site.install(None, entry="two", module="hostile_pair.second")
    reaching = f"import hostile_pair as p; {FORCE}(p.GIVEN[0], 'operation_number', '666')"
    site.install(HOOK.format(reaching), entry="zzz")

    catalogue = site.load()

    (fault,) = catalogue.faults
    assert fault.plugin == "zzz"
    assert "what plugin 'one' declares" in fault.problem
    assert catalogue.programme("one.p").operation_number == "1"


def test_one_that_fails_and_changes_something_is_told_both(site):
    site.install("from inclusion_core.words import WORDS; WORDS.types.clear(); 1 / 0", entry="evil")

    (fault,) = site.load().faults

    assert fault.problem.startswith("ZeroDivisionError: division by zero; it changed what is not")


def test_of_many_changes_three_are_named(site):
    names = ("findings_in", "found_by", "attrs", "Check", "lv")
    code = "import inclusion_core.checks.looking as c\n" + "".join(f"del c.{n}\n" for n in names)
    site.install(code, entry="evil")

    (fault,) = site.load().faults

    assert fault.problem.count("inclusion_core.checks.looking.") == 3
    assert ", and 2 more)" in fault.problem


def test_nothing_of_the_core_is_changed_after_all_that():
    assert SCHEMA["client"].fields["gender"].may_be_unknown
    assert len(RECORD_CLASSES) == len(SCHEMA.record_types)
    assert WORDS.type("client", "en") == "client"
    assert callable(inclusion_core.metrics.counting.count_records)
    assert Metric.__eq__ is not object.__eq__
    assert builtins.sorted([2, 1]) == [1, 2]
    assert [each.id for each in FORMATS] == ["terminal", "html", "md", "csv", "json"]


def test_what_was_put_back_is_not_told_again():
    watch = Watch()
    watch.add_core()
    inclusion_core.metrics.counting.made_up = 1
    Metric.made_up = property(lambda _: 7)
    removed = WORDS.types.pop("client")

    told = watch.undone("")

    assert told == ("inclusion_core.metrics.metric.Metric.made_up", "inclusion_core.words.WORDS")
    assert watch.undone("") == ()
    assert not hasattr(Metric, "made_up")
    assert WORDS.types["client"] is removed
    del inclusion_core.metrics.counting.made_up


def test_a_module_of_the_core_that_was_taken_out_may_come_in_again_in_somebodys_turn(
    site, monkeypatch
):
    from inclusion_core import shares

    monkeypatch.setattr("inclusion_core.shares", shares)
    monkeypatch.delitem(sys.modules, "inclusion_core.shares")
    site.install(f"import inclusion_core.shares\n{HOOK.format('pass')}", entry="aaa")

    assert site.load().faults == ()
    assert sys.modules["inclusion_core.shares"] is not shares
