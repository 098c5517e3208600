"""The frame of the kit: who is meant, what came of it, what was expected; the class of tests."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from types import ModuleType

import attrs
import pytest
from conformance_lab import cafe as lab
from conformance_lab.cafe import cafe, module, sample
from conformance_lab.looking import given
from hypothesis import strategies as st

from inclusion_core.errors import UnknownNameError
from inclusion_core.manager.plugins import Plugin, installed_plugins
from inclusion_core.reports.form import BreakdownTable
from inclusion_core.testing.conformance import checks, kit, suite
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import everything_told, fault_told, raised
from inclusion_core.testing.conformance.judging import judged, refused
from inclusion_core.testing.conformance.kit import check_plugin, looked_at
from inclusion_core.testing.conformance.loading import given_of
from inclusion_core.testing.conformance.meaning import Meant, plugin_meant
from inclusion_core.testing.conformance.outcomes import CheckRecord, Outcome
from inclusion_core.testing.conformance.promises.neighbours import OTHERS_ARE_LEFT_ALONE
from inclusion_core.testing.conformance.promises.repeating import DECLARED_ALIKE, SAMPLES_ALIKE
from inclusion_core.testing.conformance.retelling import (
    ZONES,
    Retold,
    retold,
    retold_elsewhere,
    told,
)
from inclusion_core.testing.conformance.searching import simplest, smallest
from inclusion_core.testing.conformance.standing import IT_LOADS
from inclusion_core.testing.conformance.suite import PluginConformance

pytest_plugins = ["pytester"]


def keeps(given):
    return ()


def breaks(given):
    yield Broken("cafe.year/twelve-months", "too long", "Anna:\n  12 months")
    yield Broken("cafe.late", "too late")


KEEPS = Conformance("keeps", "Nothing is wrong.", keeps)
BREAKS = Conformance("breaks", "Nothing is late.", breaks)
NEVER = Conformance("never", "Nothing of the kind.", breaks, concerns=lambda given: False)


@pytest.fixture(scope="module")
def sound():
    return given(cafe())


@pytest.fixture
def few_checks(monkeypatch):
    few = (IT_LOADS, KEEPS, BREAKS, NEVER)
    monkeypatch.setattr(kit, "CHECKS", few)
    monkeypatch.setattr(suite, "CHECKS", few)


# What came of a check.


def test_a_promise_that_is_kept_has_passed(sound):
    assert judged(KEEPS, sound) == CheckRecord("keeps", "Nothing is wrong.", Outcome.PASSED)


def test_a_broken_promise_names_each_declaration_and_what_to_do(sound):
    record = judged(BREAKS, sound)

    assert record.outcome is Outcome.FAILED
    assert str(record) == (
        "breaks: failed. Nothing is late.\n"
        "  - cafe.late: too late\n"
        "  - cafe.year/twelve-months: too long\n"
        "    Anna:\n"
        "      12 months"
    )


def test_what_the_plugin_does_not_declare_cannot_be_checked(sound):
    assert judged(NEVER, sound).outcome is Outcome.NOTHING_TO_CHECK


def test_a_check_that_stops_half_way_is_a_failure_that_says_why(sound):
    def stops(given):
        raise KeyError("LV")

    record = judged(Conformance("stops", "It ends.", stops), sound)

    assert record.outcome is Outcome.FAILED
    assert record.broken == (Broken("cafe", "the check could not be finished: KeyError: 'LV'"),)


def test_a_failure_that_is_expected_as_a_whole_is_none(sound):
    record = judged(BREAKS, sound, {"breaks": "known since May", "keeps": "another"})

    assert record.outcome is Outcome.EXPECTED_FAILURE
    assert record.why == "known since May"
    assert len(record.broken) == 2


def test_a_failure_may_be_expected_of_one_declaration(sound):
    one = {"breaks/cafe.year": "a long year"}
    both = {**one, "breaks/cafe.late": "a late one"}

    assert judged(BREAKS, sound, one).outcome is Outcome.FAILED
    assert judged(BREAKS, sound, both).outcome is Outcome.EXPECTED_FAILURE


def test_an_expected_failure_that_does_not_come_is_told(sound):
    record = judged(KEEPS, sound, {"keeps": "known since May"})

    assert record.outcome is Outcome.UNEXPECTED_PASS
    assert str(record).endswith(
        "this was expected to fail and does not: take keeps out of expected_failures"
    )


def test_of_what_was_expected_the_rest_is_told(sound):
    expected = dict.fromkeys(("breaks", "breaks/cafe.women"), "known")

    record = judged(BREAKS, sound, expected)

    assert record.outcome is Outcome.UNEXPECTED_PASS
    assert "take breaks/cafe.women out" in record.why


def test_the_id_of_a_declaration_is_not_taken_for_the_beginning_of_another(sound):
    expected = {"breaks/cafe.lat": "known", "breaks/cafe.year": "known"}

    assert judged(BREAKS, sound, expected).outcome is Outcome.FAILED


def test_a_plugin_that_is_refused_may_be_expected_to_be():
    assert refused("no hooks").outcome is Outcome.FAILED
    assert refused("no hooks", {"it-loads": "later"}).outcome is Outcome.EXPECTED_FAILURE


def test_a_fault_is_told_in_one_line():
    assert fault_told(ValueError("one\ntwo")) == "ValueError: one"
    assert fault_told(ValueError()) == "ValueError"
    assert raised(int, "7") == ""
    assert "seven" in everything_told(ValueError("seven"))


# Who is meant.


def test_a_plugin_is_found_by_the_name_of_its_entry_point():
    meant = plugin_meant("sif")

    assert (meant.plugin.name, meant.module) == ("sif", "inclusion_sif")
    assert "sif" not in {each.name for each in meant.others}


def test_a_plugin_is_found_by_its_module():
    import inclusion_sif

    assert plugin_meant(inclusion_sif).plugin.name == "sif"
    assert plugin_meant(inclusion_sif).module == "inclusion_sif"


def test_a_module_without_an_entry_point_is_a_plugin_of_its_own_name():
    meant = plugin_meant(module())

    assert (meant.plugin.name, meant.plugin.distribution) == ("cafe", "inclusion-cafe")
    assert meant.module == "inclusion_cafe"
    assert meant.plugin.load() is not None


def test_a_module_made_on_the_spot_cannot_be_found_from_elsewhere(monkeypatch):
    made = module()
    monkeypatch.setitem(sys.modules, "inclusion_cafe", made)

    assert plugin_meant(made).module == ""


def test_a_plugin_that_is_given_is_taken_as_it_is():
    plugin = cafe()

    meant = plugin_meant(plugin)

    assert meant.plugin is plugin
    assert meant.module == ""
    assert len(meant.others) == len(installed_plugins())


def test_a_name_that_no_plugin_has_is_nobody():
    assert plugin_meant("nobody") is None


# Asking all checks.


def test_all_checks_are_asked_in_order(few_checks):
    records = check_plugin(cafe(), engines=(), examples=1)

    assert [(each.check, each.outcome) for each in records] == [
        ("it-loads", Outcome.PASSED),
        ("keeps", Outcome.PASSED),
        ("breaks", Outcome.FAILED),
        ("never", Outcome.NOTHING_TO_CHECK),
    ]


def test_every_check_has_an_id_of_its_own_and_says_what_it_is_about():
    ids = [each.id for each in checks.CHECKS]

    assert len(set(ids)) == len(ids)
    assert all(each.says.endswith(".") for each in checks.CHECKS)
    assert checks.CHECKS[0] is IT_LOADS


def test_a_plugin_that_is_not_there_gives_one_record_and_no_exception():
    [record] = check_plugin("siff")

    assert (record.check, record.outcome) == ("it-loads", Outcome.FAILED)
    assert record.broken[0].problem.startswith("no plugin 'siff'; did you mean sif")


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize(
    ("plugin", "why"),
    [
        (cafe(metrics=("none",)), "inclusion_metrics must give Metric"),
        (ModuleType("inclusion_nothing"), "it implements no hook"),
        (attrs.evolve(cafe(), version="99.0"), "made for a newer core"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_gives_one_record_and_no_exception(plugin, why):
    [record] = check_plugin(plugin)

    assert (record.check, record.outcome) == ("it-loads", Outcome.FAILED)
    assert why in record.broken[0].problem


def test_a_failure_can_be_expected_only_of_a_check_that_there_is():
    with pytest.raises(UnknownNameError, match="did you mean it-loads"):
        check_plugin("siff", expected_failures={"it-load": "typing"})


def test_a_failure_can_be_expected_only_of_a_declaration_that_there_is(few_checks):
    with pytest.raises(UnknownNameError, match=r"did you mean cafe\.year"):
        check_plugin(cafe(), expected_failures={"breaks/cafe.yer": "typing"})

    expected = {"breaks/cafe.year/twelve-months": "known", "it-loads/cafe": "known"}
    first, _, third, _ = check_plugin(cafe(), expected_failures=expected)

    assert (first.outcome, third.outcome) == (Outcome.UNEXPECTED_PASS, Outcome.FAILED)


# What it is looked at with.


def tearoom(**instead):
    return Plugin(
        name="tearoom",
        distribution="inclusion-tearoom",
        version=lab.VERSION,
        load=lambda: only("inclusion_tearoom", **instead),
    )


def only(name, **values):
    made = ModuleType(name)
    for kind, given_ in values.items():
        setattr(made, f"inclusion_{kind}", lab.hookimpl(lambda given_=given_: given_))
    return made


TEA = attrs.evolve(lab.LANGUAGE, id="tearoom.tea")


def test_the_distributions_that_rules_come_from_are_looked_at_with_it():
    programme = attrs.evolve(lab.LANGUAGE, rules_from=("inclusion_tearoom",))

    found = given(cafe(programmes=(programme,)), tearoom(programmes=(TEA,)))

    assert [each.plugin for each in found.catalogue.distributions] == ["", "cafe", "tearoom"]


def test_all_others_are_looked_at_with_it_where_it_cannot_stand_alone():
    rule = attrs.evolve(lab.CAME_FIRST, programme="tearoom.tea")
    tea = attrs.evolve(TEA, rules_from=("inclusion-cafe",))

    found = given(cafe(rules=(rule,)), tearoom(programmes=(tea,)))

    assert "tearoom.tea" in found.catalogue.programmes.declared


def test_others_are_left_out_where_they_are_not_needed():
    found = given(cafe(), tearoom(programmes=(TEA,)))

    assert "tearoom.tea" not in found.catalogue.programmes.declared
    assert "tearoom.tea" in found.beside.programmes.declared
    assert "cafe.language" not in found.without.programmes.declared


def test_what_the_laws_ask_about_is_found_once(sound):
    assert sound.interests is sound.interests
    assert sound.distribution == "inclusion-cafe"
    assert repr(sound).count("Metric(") == 0


# Beside others.


def test_a_plugin_loads_beside_the_others(sound):
    assert judged(IT_LOADS, sound).outcome is Outcome.PASSED


def test_a_plugin_that_keeps_another_out_is_told():
    same = tearoom(
        readers=(attrs.evolve(lab.reader(lab.read_evenings, ".evenings"), id="tearoom.e"),)
    )

    [broken] = judged(IT_LOADS, given(cafe(), same)).broken

    assert broken.problem.startswith(
        "beside all installed plugins plugin 'tearoom' of inclusion-tearoom cannot be loaded"
    )


def test_a_plugin_that_is_kept_out_by_another_is_told():
    other = attrs.evolve(lab.reader(lab.read_evenings, ".evenings"), id="bar.evenings")
    bar = attrs.evolve(tearoom(readers=(other,)), name="bar", distribution="inclusion-bar")

    [broken] = judged(IT_LOADS, given(cafe(), bar)).broken

    assert broken.problem.startswith("beside all installed plugins it cannot be loaded: reader")


def test_a_plugin_that_was_broken_before_is_nobody_s_fault():
    faulty = tearoom(metrics=("none",))

    assert judged(IT_LOADS, given(cafe(), faulty)).outcome is Outcome.PASSED


# The same each time.


def test_a_sound_plugin_declares_and_builds_the_same_each_time(sound):
    assert judged(DECLARED_ALIKE, sound).outcome is Outcome.PASSED
    assert judged(SAMPLES_ALIKE, sound).outcome is Outcome.PASSED


def counting(*values):
    """A hook that gives the next of these values each time."""
    left = iter(values)
    return lambda: next(left, values[-1])


def test_what_is_declared_otherwise_the_second_time_is_told():
    other = attrs.evolve(lab.CHECK, says=lab.lv("cits").en("another"))
    third = attrs.evolve(lab.CHECK, id="cafe.third")
    plugin = cafe(checks=counting((lab.CHECK,), (lab.CHECK,), (other, third)))

    found = given(plugin)

    assert [
        (each.about, each.problem.partition(" when")[0])
        for each in judged(DECLARED_ALIKE, found).broken
    ] == [
        ("cafe", "the check 'cafe.third' is declared only"),
        ("cafe.late", "this check says something else"),
    ]


def test_what_is_no_longer_declared_the_second_time_is_told():
    plugin = cafe(checks=counting((lab.CHECK,), (lab.CHECK,), ()))

    [broken] = judged(DECLARED_ALIKE, given(plugin)).broken

    assert broken.problem.startswith("this check is not declared when it is loaded a second time")


def test_a_sample_that_is_built_otherwise_the_second_time_is_told():
    builds = iter(range(1, 9))
    plugin = cafe(samples=(sample(lambda seed: lab.build(seed + next(builds))),))

    [broken] = judged(SAMPLES_ALIKE, given(plugin)).broken

    assert broken.about == "cafe.guests"
    assert broken.problem.startswith("the same seed builds another journal the second time; draw")


def test_a_sample_that_cannot_be_built_is_told():
    def build(seed):
        raise OSError("no file")

    [broken] = judged(SAMPLES_ALIKE, given(cafe(samples=(sample(build),)))).broken

    assert broken.problem == "the sample cannot be built with its own seed: OSError: no file"


ELSEWHERE = Retold(others={}, own={}, samples={"cafe.guests": "another"})


def test_what_another_process_finds_is_held_against_it(monkeypatch):
    from inclusion_core.testing.conformance import given as given_module

    monkeypatch.setattr(given_module, "retold_elsewhere", lambda plugin, module: (ELSEWHERE,))
    found = given(cafe(), module="inclusion_cafe")

    declared = judged(DECLARED_ALIKE, found)
    built = judged(SAMPLES_ALIKE, found)

    assert {each.about for each in declared.broken} == {each.id for each in found.declared}
    assert "is not declared in another process, with another hash seed, on another day" in (
        declared.broken[0].problem
    )
    assert built.broken[0].problem.startswith("the same seed builds another journal in another")


def test_a_process_loads_the_others_first_and_then_the_plugin():
    loaded = []

    def noting(name, plugin):
        return attrs.evolve(plugin, load=lambda: loaded.append(name) or plugin.load())

    other = noting("tearoom", tearoom(programmes=(TEA,)))
    broken = attrs.evolve(tearoom(metrics=("none",)), name="bar", distribution="inclusion-bar")

    found = retold(noting("cafe", cafe()), [broken, other])

    assert loaded == ["tearoom", "cafe"]
    assert found.others["inclusion-bar"] == {}
    assert list(found.others["inclusion-tearoom"]) == ["programme 'tearoom.tea'"]
    assert list(found.samples) == ["cafe.guests"]


def test_a_process_that_cannot_find_the_plugin_tells_of_the_others():
    assert retold(None, [tearoom(programmes=(TEA,))]).own == {}


def asked(module_name):
    plugin = plugin_meant("sif").plugin
    about = {"name": "cafe", "distribution": "inclusion-cafe", "version": plugin.version}
    return json.dumps({**about, "module": module_name})


def test_a_process_tells_in_json(monkeypatch):
    from inclusion_core.testing.conformance import retelling

    monkeypatch.setattr(retelling, "installed_plugins", lambda: ())
    monkeypatch.setitem(sys.modules, "inclusion_cafe", module())

    assert list(json.loads(told(asked("inclusion_cafe")))["samples"]) == ["cafe.guests"]
    assert json.loads(told(asked(""))) == {"others": {}, "own": {}, "samples": {}}


CAFE_FILE = """
import os, sys
from datetime import date
from inclusion_core import ProgrammeDefinition, Source, hookimpl, lv

print("spoken at load")

@hookimpl
def inclusion_programmes():
    words = str(sorted({"a", "b", "c"}) == list({"a", "b", "c"})) + str(date.today())
    source = Source(lv("Likums").en("Act"), issued=date(2018, 5, 2))
    says = lv("Programma " + words).en("Programme " + words)
    return (ProgrammeDefinition(id="apart.one", says=says, target_group=says,
        operation_number="1", sources=(source,)),)
"""


def test_another_process_is_on_another_day_and_has_another_hash_seed(tmp_path, monkeypatch):
    (tmp_path / "inclusion_apart.py").write_text(CAFE_FILE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import inclusion_apart

    found = looked_at(inclusion_apart, engines=(), examples=1, seed=1)
    [broken] = judged(DECLARED_ALIKE, found).broken

    assert broken.about == "apart.one"
    assert "says something else in another process" in broken.problem


def test_a_process_that_fails_says_so():
    plugin = attrs.evolve(cafe(), name="apart")

    with pytest.raises(RuntimeError, match="load it again: ModuleNotFoundError"):
        retold_elsewhere(plugin, "inclusion_nowhere_at_all")


@pytest.mark.parametrize("minutes", range(0, 24 * 60, 30))
def test_of_the_two_zones_one_is_always_on_another_day(minutes):
    now = datetime(2018, 6, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    days = {now.astimezone(timezone(timedelta(hours=east))).date() for east in (14, -12)}

    assert ZONES == ("AWAY-14", "AWAY+12")
    assert len(days) == len(ZONES)


# Others are left alone.


def test_a_sound_plugin_leaves_others_alone(monkeypatch):
    found = beside_tearoom(monkeypatch, cafe())

    assert judged(OTHERS_ARE_LEFT_ALONE, found).outcome is Outcome.PASSED


def test_where_nobody_else_is_installed_nothing_is_to_check(sound):
    assert judged(OTHERS_ARE_LEFT_ALONE, sound).outcome is Outcome.NOTHING_TO_CHECK


TEA_ENTERED = lab.metric("tearoom.entered")
TEA_REPORT = lab.form(lab.figures(TEA_ENTERED), id="tearoom.report", programme="tearoom.tea")
TEA_LATE = attrs.evolve(lab.LATE, kind="tearoom.late")


def tea_late(examined):
    for client in examined.of(lab.Client):
        yield TEA_LATE.at(client)


def tea_guests(seed):
    guest = lab.Client(id="guest", provider_id="provider")
    stay = lab.Participation(id="stay", client_id="guest", programme_id="pr")
    return lab.journal(guest, stay)


def beside_tearoom(monkeypatch, plugin, now=None, **instead):
    """The café beside a tearoom, which another process says is as it was then."""
    from inclusion_core.testing.conformance import given as given_module

    declared = {
        "programmes": (TEA,),
        "metrics": (TEA_ENTERED,),
        "reports": (TEA_REPORT,),
        "checks": (TEA_LATE.check(tea_late),),
        "samples": (
            attrs.evolve(lab.sample(tea_guests), id="tearoom.guests"),
            attrs.evolve(lab.sample(lambda seed: lab.Journal(())), id="tearoom.nobody"),
        ),
    }
    before = retold(None, [tearoom(**declared)])
    monkeypatch.setattr(given_module, "retold_elsewhere", lambda plugin, module: (before,))
    return given(plugin, tearoom(**{**declared, **instead}))


def disturbed(monkeypatch, plugin, **instead):
    record = judged(OTHERS_ARE_LEFT_ALONE, beside_tearoom(monkeypatch, plugin, **instead))
    return [(each.about, each.problem) for each in record.broken]


def test_what_another_declares_must_stay_as_it_was(monkeypatch):
    renamed = attrs.evolve(TEA, operation_number="8")

    [(about, problem)] = disturbed(monkeypatch, cafe(), programmes=(renamed,))

    assert about == "cafe"
    assert problem.startswith(
        "once it is loaded, inclusion-tearoom declares its programme 'tearoom.tea' otherwise"
    )


def test_figures_do_not_depend_on_who_else_is_there(monkeypatch):
    names = iter(f"name {number}" for number in range(1000))
    counted = lab.metric(
        "cafe.clients",
        subject=lab.ClientRow,
        universe=lab.client.participations.exist(),
        by=lab.gender_axis(),
    )
    table = BreakdownTable(
        id="gender",
        title=lab.lv("Dzimums").en("Gender"),
        metric=counted,
        name=lambda code: lab.Text.same(next(names)),
    )
    plugin = cafe(metrics=(lab.ENTERED, lab.WOMEN, counted), reports=(lab.form(table),), checks=())

    [(about, problem)] = disturbed(monkeypatch, plugin)

    assert about == "cafe.report"
    assert problem.startswith("its figures are others where plugin 'cafe' and all others are")


def test_a_report_that_fails_alike_in_every_company_is_told_elsewhere(monkeypatch):
    wrong = lab.form(lab.figures(lab.ENTERED), title=lab.lv("{a}").en("{a}"))

    assert not disturbed(monkeypatch, cafe(reports=(wrong,), checks=()))


def test_a_check_must_go_through_the_data_of_others(monkeypatch):
    def find(examined):
        for programme in examined.of(lab.Programme):
            if programme.declared_as != "cafe.language":
                raise ValueError("not ours")
        return ()

    def another(seed):
        programme = lab.Programme(id="other", operation_id="op", declared_as="tearoom.tea")
        return lab.journal(programme)

    guests = attrs.evolve(lab.sample(another), id="tearoom.guests")
    found = disturbed(monkeypatch, cafe(checks=(lab.LATE.check(find),)), samples=(guests,))

    assert ("cafe.late", "in data of another programme the check raises ValueError: not ours") in (
        found
    )


def test_a_check_must_not_hide_what_others_find(monkeypatch):
    hiding = attrs.evolve(
        lab.LATE.check(lambda examined: map(lab.LATE.at, examined.of(lab.Client))),
        stands_for=("tearoom.late",),
    )

    [(about, problem)] = disturbed(monkeypatch, cafe(checks=(hiding,)))

    assert about == "cafe"
    assert problem.startswith("beside it 'tearoom.late' is no longer found in data of another")


# The smallest example.


def test_the_simplest_example_is_simple():
    assert simplest(st.from_regex(r"esf\.[a-z0-9.-]+", fullmatch=True)) in {"esf.-", "esf.0"}


def test_the_smallest_example_with_a_problem_is_found():
    lists = st.lists(st.integers(0, 100))

    found = smallest(lists, lambda each: "much" if sum(each) > 150 else None, examples=50, seed=1)

    assert found is not None
    assert sum(found[0]) == 151
    assert found[1] == "much"


def test_where_nothing_is_wrong_nothing_is_found():
    assert smallest(st.integers(), lambda each: None, examples=10, seed=1) is None


def test_the_search_for_something_smaller_comes_to_an_end():
    tried = []

    def problem(each):
        tried.append(each)
        return "wrong" if sum(each) > 1000 else None

    found = smallest(st.lists(st.integers(0, 900)), problem, examples=100, seed=1, smaller=5)

    assert found is not None
    assert sum(found[0]) > 1000
    after = [sum(each) > 1000 for each in tried].index(True)
    assert len(tried) <= after + 6


# The class of tests.

SUITE = """
from inclusion_core.testing.conformance.suite import PluginConformance
from conformance_lab.cafe import cafe

class TestCafe(PluginConformance):
    plugin = cafe()
    expected_failures = {expected}
    engines = ()

    def test_of_its_own(self):
        assert self.examples == 30

class TestNobody(PluginConformance):
    plugin = "nobody"
"""


def test_each_check_is_a_test(pytester, few_checks):
    pytester.makepyfile(SUITE.replace("{expected}", "{}"))

    ran = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-rsx")

    ran.assert_outcomes(passed=4, failed=2, skipped=3)
    ran.stdout.fnmatch_lines(["*breaks: failed. Nothing is late.", "*- cafe.late: too late"])
    ran.stdout.fnmatch_lines(["*it-loads: failed*", "*no plugin 'nobody'*"])


def test_a_test_that_is_expected_to_fail_does_not_fail(pytester, few_checks):
    expected = "{'breaks': 'known since May', 'keeps': 'no more'}"
    pytester.makepyfile(SUITE.replace("{expected}", expected))

    ran = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-k", "TestCafe")

    ran.assert_outcomes(passed=3, failed=1, xfailed=1, deselected=4)
    ran.stdout.fnmatch_lines(["*take keeps out of expected_failures*"])


ALL_NIGHT = """
from inclusion_core.testing.conformance.suite import PluginConformance
from conformance_lab.cafe import cafe

class TestCafe(PluginConformance):
    plugin = cafe()
    examples = 4
    engines = ()

    def test_so_it_is(self, conformance_given):
        assert conformance_given.examples == {drawn}
"""


@pytest.mark.parametrize(("fuzz", "drawn"), [("10", 40), ("0.5", 2), ("0.01", 1)])
def test_the_environment_says_how_many_times_as_many_are_drawn(pytester, monkeypatch, fuzz, drawn):
    monkeypatch.setenv("INCLUSION_FUZZ", fuzz)
    pytester.makepyfile(ALL_NIGHT.replace("{drawn}", str(drawn)))

    ran = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-k", "so_it_is")

    ran.assert_outcomes(passed=1, deselected=len(checks.CHECKS))


def test_the_class_itself_is_no_test():
    assert not PluginConformance.__name__.startswith("Test")


def test_a_plugin_without_hooks_is_not_looked_at():
    assert isinstance(
        given_of(Meant(plugin=tearoom(), module="", others=()), engines=(), examples=1, seed=1), str
    )
