"""What an id means, on the command line: its sentence, its expression, who says so."""

import json

import pytest
from course_lab import TOY_COURSE


@pytest.fixture
def explain(run):
    """Runs the command; gives exit code, result and remarks."""

    def command(*arguments):
        return run("explain", *arguments, plugins=(TOY_COURSE,))

    return command


@pytest.fixture
def declared(explain):
    """What is declared under an id, out of JSON."""

    def command(key, language="en"):
        return json.loads(explain(key, "--format", "json", "--language", language)[1])["declared"]

    return command


def test_a_rule_is_told_with_its_clauses_and_its_source(explain):
    code, shown, remarks = explain("toy.adult")

    assert (code, remarks) == (0, "")
    assert shown.startswith(
        "toy.adult (rule)\n"
        "  of age and alive\n"
        "  programme: toy.course\n"
        "  role: it must hold for everybody\n"
        "  judged at: day of entry\n"
        "  in force: from 1 January 2010\n"
        "  for one case: of age, born on {born_on}\n"
        "  expression: "
    )
    assert (
        "  brought by: inclusion-toy\n"
        "  source: Act (2016-02-09), 3; shelf 7; our own reading; the age of 18 included\n"
        "\n"
        "  toy.adult.grown (clause)\n"
        "    of age\n"
        "    expression: "
    ) in shown
    assert shown.endswith("    source: Act (2016-02-09), 4; shelf 7\n")


def test_a_rule_is_told_in_latvian(explain):
    _, shown, _ = explain("toy.landed", "--language", "lv")

    assert shown.startswith(
        "toy.landed (noteikums)\n"
        "  ieradies\n"
        "  programma: toy.course\n"
        "  nozīme: viens no pamatiem, no kuriem vismaz vienam jābūt\n"
        "  kad prasa: iestāšanās diena\n"
        "  izteiksme: "
    )
    assert shown.endswith("  izplata: inclusion-toy\n  avots: Likums (2016-02-09), 5; shelf 7\n")


def test_a_limit_is_told_with_all_that_ends_it(declared):
    (limit,) = declared("toy.course.months")

    assert (limit["kind"], limit["support"]) == ("limit", "toy.course.lessons")
    assert "entered_on" in limit["first_day"]
    (end,) = limit["parts"]
    assert (end["id"], end["kind"]) == ("toy.course.months.six-months", "end")
    assert end["while_open"] == "half a year has not passed"
    assert "entered_on" in end["last_day"]
    assert end["sources"][0]["citation"] == "Act (2016-02-09), 6"


def test_a_kind_of_support_and_its_limit_may_share_an_id(explain, declared):
    both = declared("toy.course.met")
    _, shown, _ = explain("toy.course.met")

    assert [each["kind"] for each in both] == ["limit", "support"]
    assert both[0]["in_force"] == "1 January 2016 to 31 December 2020"
    assert [end["id"] for end in both[0]["parts"]] == [
        "toy.course.met.left",
        "toy.course.met.in-force",
    ]
    assert both[1]["limits"] == "toy.course.met"
    assert "\n\ntoy.course.met (kind of support)\n" in shown


def test_a_programme_is_told_with_its_rules_and_limits(declared):
    (programme,) = declared("toy.course")

    assert programme["target_group"] == "adults"
    assert programme["rules"] == "toy.adult, toy.landed"
    assert programme["limits"] == "toy.course.met, toy.course.months"
    assert "forms" not in programme
    assert len(programme["sources"]) == 2


def test_a_fact_and_a_check_are_told(declared):
    (fact,) = declared("toy.born")
    (check,) = declared("toy.check")

    assert (fact["kind"], fact["about"], fact["sources"]) == ("fact", "client", [])
    assert "born_on" in fact["value"]
    assert (check["kind"], check["says"]) == ("check", "something is out of order")
    assert "programme" not in check


def test_a_metric_is_told_with_the_words_of_its_definition(declared):
    (people,) = declared("toy.people")
    (everybody,) = declared("toy.all", "lv")

    assert people["says"] == "Persons on {status_day}"
    assert people["grain"] == "per programme"
    assert people["by"] == "gender"
    assert people["part_of"] == "toy.all"
    assert people["notes"] == "A first note."
    assert people["where"]
    assert "where" not in everybody
    assert "notes" not in everybody
    assert everybody["grain"] == "programmā"


@pytest.mark.parametrize(
    ("key", "kind", "told"),
    [
        ("toy.adult.alive", "clause", "condition"),
        ("toy.course.months.six-months", "end", "last_day"),
        ("toy.course.months.begun", "clause", "condition"),
        ("toy.course.met.in-force", "end", "last_day"),
        ("toy.adult.in-force", "clause", "condition"),
        ("toy.course.in-programme", "clause", "condition"),
    ],
)
def test_every_clause_that_assess_names_can_be_asked_about(declared, key, kind, told):
    (card,) = declared(key)

    assert (card["id"], card["kind"]) == (key, kind)
    assert card[told]


def test_a_clause_that_joins_others_names_them(declared):
    assert declared("toy.course.grounds")[0]["made_of"] == "toy.landed"
    assert declared("toy.course.lessons.within")[0]["made_of"] == "toy.course.months"
    assert declared("toy.empty.rules-in-force")[0]["says"] == "one of the rules is in force"


def test_an_id_can_be_told_in_markdown(explain):
    _, shown, _ = explain("toy.adult", "--format", "markdown")

    assert shown.startswith(
        "## toy.adult (rule)\n\n*of age and alive*\n\n- programme: toy.course\n"
    )
    assert "\n\n### toy.adult.grown (clause)\n\n*of age*\n\n- expression: " in shown
    assert shown.endswith("- source: Act (2016-02-09), 4; shelf 7\n")


def test_an_unknown_id_gets_near_names(explain):
    code, shown, remarks = explain("toy.adlut")

    assert (code, shown) == (2, "")
    assert remarks.startswith(
        "inclusion-core: no rule, limit or other id 'toy.adlut'; did you mean toy.adult"
    )
