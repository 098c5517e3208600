from importlib.metadata import version

import pytest

VERSION = version("inclusion-core")


def test_programmes_are_listed(run):
    assert run("programmes") == (0, "  toy.course  Course for journalists\n", "")
    assert run("programmes", "--language", "lv")[1] == "  toy.course  Kurss žurnālistiem\n"


def test_where_there_are_no_programmes_a_plugin_is_missing(run):
    assert run("programmes", plugins=()) == (0, "  none; install a plugin that declares one\n", "")


def test_a_programme_is_told_about(run):
    code, shown, _ = run("programmes", "toy.course")

    assert code == 0
    assert shown == (
        "toy.course: Course for journalists\n"
        "  target group  everybody\n"
        "  operation     9.9\n"
        "  sources       Rules (2018-01-02), 1; Rules (2018-01-02), 2\n"
        "  forms         toy.course.interim\n"
        "  brought by    inclusion-toy\n"
    )


def test_a_programme_without_forms_says_so(run, toy_without_forms):
    _, shown, _ = run("programmes", "toy.course", plugins=(toy_without_forms,))

    assert "  forms         none\n" in shown


def test_forms_and_formats_are_listed(run):
    code, shown, _ = run("forms")

    assert code == 0
    assert shown.splitlines()[:3] == [
        "report forms:",
        "  toy.course.interim  Overview (programme toy.course)",
        "formats:",
    ]
    assert "  toy.binary  bytes (.bin)" in shown.splitlines()
    assert "  html        " in shown


def test_formats_are_there_without_any_plugin(run):
    _, shown, _ = run("forms", plugins=())

    assert shown.startswith("report forms:\n  none; install a plugin that declares one\nformats:\n")


def test_plugins_are_listed_with_what_they_bring(run):
    code, shown, remarks = run("plugins")

    assert (code, remarks) == (0, "")
    own, _, of_the_toy = shown.partition("inclusion-toy")
    assert own.startswith(f"inclusion-core {VERSION}\n  checks        check.action-before-goal, ")
    assert own.endswith(
        "  formats       csv, html, json, md, terminal\n"
        "  readers       csv, json, parquet\n"
        "  texts         core.words\n"
    )
    assert max(map(len, own.splitlines())) <= 100
    assert f"inclusion-toy{of_the_toy}" == (
        f"inclusion-toy {VERSION} (plugin toy)\n"
        "  programmes  toy.course\n"
        "  reports     toy.course.interim\n"
        "  metrics     toy.persons\n"
        "  formats     toy.binary\n"
        "  samples     toy.sample\n"
    )


def test_a_plugin_that_failed_is_listed_with_the_reason(run, broken_plugin):
    code, shown, remarks = run("plugins", plugins=(broken_plugin,))

    assert (code, remarks) == (3, "")
    assert shown.endswith(
        "not loaded:\n  plugin 'broken' (inclusion-broken): RuntimeError: it does not import\n"
    )


def test_a_rule_that_asks_nothing_of_anybody_is_listed_to_be_looked_at(run, toy_with_empty_rule):
    code, shown, _ = run("plugins", plugins=(toy_with_empty_rule,))

    assert code == 0
    assert shown.endswith(
        "to be looked at:\n  plugin 'toy' (inclusion-toy): rule 'toy.everybody' is yes for "
        "somebody of whom nothing is known: what does it ask of them?\n"
    )


def test_a_plugin_that_brings_nothing_is_listed(run, toy_with_nothing):
    _, shown, _ = run("plugins", plugins=(toy_with_nothing,))

    assert shown.endswith("(plugin toy)\n  nothing\n")


def test_other_commands_remark_on_a_plugin_that_failed_and_go_on(run, broken_plugin):
    code, shown, remarks = run("programmes", plugins=(broken_plugin,))

    assert code == 3
    assert shown == "  none; install a plugin that declares one\n"
    assert remarks == (
        "inclusion-core: plugin 'broken' (inclusion-broken): RuntimeError: it does not import\n"
    )


def test_an_unknown_name_weighs_more_than_a_plugin_that_failed(run, broken_plugin):
    code, _, remarks = run("programmes", "broken.course", plugins=(broken_plugin,))

    assert code == 2
    assert remarks.splitlines()[0].startswith("inclusion-core: plugin 'broken'")


def test_faulty_data_weigh_more_than_a_plugin_that_failed(run, faulty_folder, broken_plugin):
    assert run("check", faulty_folder, plugins=(broken_plugin,))[0] == 1


@pytest.mark.parametrize("command", ["programmes", "forms"])
def test_lists_are_the_same_each_time(run, command):
    assert run(command) == run(command)
