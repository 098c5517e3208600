"""Who is eligible, on the command line: a table of all, and one client with all reasons."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from course_lab import TOY_COURSE, write_course

from inclusion_core.cli.assess_one import ONE_FORMATS, Answered
from inclusion_core.expr.records import Records
from inclusion_core.facts.cases import Standing
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.model.participation import Participation
from inclusion_core.rules.asking import OpenQuestions
from inclusion_core.rules.explanation import explanation_of
from inclusion_core.rules.question import Question
from inclusion_core.texts import Language, lv
from inclusion_core.truth import Truth
from inclusion_core.words import WORDS


@pytest.fixture
def data(tmp_path):
    return write_course(tmp_path / "course")


@pytest.fixture
def assess(run, data):
    """Runs the command on the data; gives exit code, result and remarks."""

    def command(*arguments, programme="toy.course", plugins=(TOY_COURSE,)):
        return run("assess", programme, data, *arguments, plugins=plugins)

    return command


def add(data, record_type, *rows):
    path = data / f"{record_type}.csv"
    path.write_text(path.read_text() + "".join(f"{row}\n" for row in rows))


# All who take part.


def test_the_verdicts_on_all_participations_are_a_table(assess):
    code, shown, remarks = assess()

    assert code == 0
    assert shown == (
        "Course: eligibility on 3 December 2018, as known on 3 December 2018:\n"
        "\n"
        "participation  client  entered     verdict    decided by\n"
        "a-1            c-1     2018-08-01  yes        toy.adult toy.landed\n"
        "a-2            c-2     2018-08-01  no         toy.adult.grown\n"
        "a-3            c-3     ?           undecided  toy.adult\n"
        "\n"
        "Participations: 3; yes: 1, no: 1, undecided: 1.\n"
    )
    assert remarks == ""


def test_the_table_speaks_latvian(assess):
    _, shown, _ = assess("--language", "lv", "--verdict", "no")

    assert shown == (
        "Kurss: tiesības piedalīties 2018. gada 3. decembrī, kā zināms 2018. gada 3. decembrī:\n"
        "\n"
        "dalība  klients  iestājies   atbilde  izšķir\n"
        "a-2     c-2      2018-08-01  nē       toy.adult.grown\n"
        "\n"
        "Dalības: 3; jā: 1, nē: 1, nav izlemts: 1.\n"
    )


def test_only_the_open_ones_can_be_listed_and_all_are_counted(assess):
    _, shown, _ = assess("--verdict", "undecided", "--format", "json")

    written = json.loads(shown)
    assert written == {
        "programme": "toy.course",
        "support": None,
        "question": "Course: eligibility",
        "on": "2018-12-03",
        "known_on": "2018-12-03",
        "counts": {"yes": 1, "no": 1, "undecided": 1},
        "participations": [
            {
                "participation": "a-3",
                "client": "c-3",
                "entered_on": "?",
                "verdict": "undecided",
                "deciding": ["toy.adult"],
            }
        ],
    }


def test_the_table_can_be_csv(assess):
    code, shown, _ = assess("--format", "csv")

    assert code == 0
    rows = list(csv.DictReader(StringIO(shown)))
    assert [row["verdict"] for row in rows] == ["yes", "no", "undecided"]
    assert rows[0] == {
        "participation": "a-1",
        "client": "c-1",
        "entered_on": "2018-08-01",
        "verdict": "yes",
        "deciding": "toy.adult toy.landed",
    }


def test_the_table_can_be_markdown(assess):
    _, shown, _ = assess("--format", "markdown")

    assert shown.startswith("## Course: eligibility on 3 December 2018, as known on 3")
    assert "\n| a-2 | c-2 | 2018-08-01 | no | toy.adult.grown |\n" in shown
    assert shown.endswith("\n\nParticipations: 3; yes: 1, no: 1, undecided: 1.\n")


def test_a_table_asks_about_support_too(assess):
    _, open_, _ = assess("--support", "lessons", "--format", "csv")
    _, later, _ = assess("--support", "toy.course.lessons", "--on", "2018-12-03", "--format", "csv")

    assert open_ == later
    assert [row["verdict"] for row in csv.DictReader(StringIO(open_))] == ["yes", "no", "undecided"]
    assert json.loads(assess("--support", "lessons", "--format", "json")[1])["support"] == (
        "toy.course.lessons"
    )


def test_a_table_of_nobody_counts_nobody(assess, data):
    (data / "participation.csv").write_text("id,recorded_on,client_id,programme_id,entered_on\n")

    assert assess()[1].endswith("\nParticipations: 0; yes: 0, no: 0, undecided: 0.\n")


def test_an_unusual_day_of_entry_is_written_as_files_do(assess, data):
    add(data, "client", "c-5,2018-12-03,p-1,1990-05-01")
    (data / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\na-5,2018-12-03,c-5,pr-1,2018-08\n"
    )

    assert "a-5            c-5     2018-08  undecided" in assess()[1]


# One client.


def test_one_client_is_told_with_the_shortest_reason(assess):
    code, shown, remarks = assess("c-2")

    assert code == 0
    assert shown == (
        "Course: eligibility on 3 December 2018: no.\n"
        "Client c-2, participation a-2, as known on 3 December 2018.\n"
        "What decides it:\n"
        "  - no: of age (Act (2016-02-09), 3; our own reading)\n"
    )
    assert remarks == ""


def test_all_clauses_are_told_where_somebody_wants_to_know(assess):
    _, shown, _ = assess("c-1", "--explain")

    assert "Step by step:\n  - yes: of age, born on 1 May 1990 (Act (2016-02-09), 3; our" in shown
    assert "  [1] client c-1 \N{EN DASH} day of birth: 1990-05-01" in shown
    assert "Doubts about sources:\n" in shown


def test_who_takes_no_part_is_judged_as_if_they_entered(assess):
    _, shown, _ = assess("c-4", "--on", "2018-06-01")

    assert "Course: eligibility on 1 June 2018: yes.\n" in shown
    assert "Client c-4, as if they entered the programme on 1 June 2018, as known on" in shown


def test_one_client_can_be_markdown_and_json_which_hold_all(assess):
    _, markdown, _ = assess("c-1", "--format", "markdown", "--language", "lv")
    _, written, _ = assess("c-1", "--format", "json")

    assert markdown.startswith("## Kurss: tiesības piedalīties 2018. gada 3. decembrī: jā.\n")
    assert "### Pa soļiem\n" in markdown
    told = json.loads(written)
    assert told["deciding"] == ["toy.adult", "toy.landed"]
    assert told["steps"]
    assert "open" not in told
    assert "changes" not in told


def test_support_of_one_client_can_be_asked_about(assess):
    _, shown, _ = assess("c-1", "--support", "lessons", "--on", "2019-02-02")

    assert shown.startswith("Course: lessons on 2 February 2019: no.\n")
    assert "  - yes, which stands in the way: six months (Act (2016-02-09), 6)\n" in shown


def test_what_is_still_to_be_asked_is_told(assess):
    _, shown, _ = assess("c-3", "--ask")
    _, markdown, _ = assess("c-3", "--ask", "--format", "markdown")
    _, written, _ = assess("c-3", "--ask", "--format", "json")

    assert "\nTo ask, the most useful first:\n  - Ask: day of " in shown
    assert "  - Ask: day of birth (client c-3): not asked\n" in shown
    assert "\nWhat can change the answer besides:\n  - Wait: day of death (client c-3)" in shown
    assert "\n### To ask, the most useful first\n\n- Ask: day of " in markdown
    questions = json.loads(written)["open"]
    asked = {each["field"] for each in questions["in_order"]}
    assert asked == {"born_on", "entered_on"}
    assert questions["ask_next"] is not None


def test_a_question_that_settles_it_whatever_the_answer_is_marked(assess, data):
    (data / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\na-3,2018-12-03,c-3,pr-1,2018-08-01\n"
    )

    assert assess("c-3", "--ask")[1].endswith(
        "\nTo ask, the most useful first:\n"
        "  - Ask: day of birth (client c-3): not asked (settles it whatever the answer)\n"
    )


@pytest.mark.parametrize(
    ("comes_to", "told"),
    [
        (Truth.YES, "Whatever is answered, it comes to: yes."),
        (Truth.NO, "Whatever is answered, it comes to: no."),
        (Truth.UNKNOWN, "There is nothing to ask."),
    ],
)
def test_what_no_answer_can_change_is_told(comes_to, told):
    participation = Participation(id="a-1", client_id="c-1", programme_id="pr-1")
    standing = Standing(
        participation=participation,
        records=Records(SCHEMA, {"participation": [participation]}),
        known_on=date(2018, 12, 3),
    )
    question = Question(
        says=lv("Vai").en("Whether"),
        asks=PARTICIPATION.entered_on <= date(2018, 1, 1),
        standing=standing,
        on=date(2018, 6, 1),
    )
    answered = Answered(
        explanation=explanation_of(question),
        explained=False,
        open=OpenQuestions(comes_to=comes_to),
        changes=None,
    )

    assert ONE_FORMATS["text"](answered, WORDS, Language.EN).endswith(f"\n\n{told}\n")


def test_where_the_answer_is_settled_there_is_nothing_to_ask(assess):
    _, shown, _ = assess("c-1", "--ask")
    _, markdown, _ = assess("c-1", "--ask", "--format", "markdown")

    assert shown.endswith("\nThere is nothing to ask.\n")
    assert markdown.endswith("\nThere is nothing to ask.\n")


def test_the_days_on_which_the_verdict_changes_by_itself_are_told(assess):
    asked = ("c-1", "--support", "lessons", "--changes-until", "2019-12-31")
    _, shown, _ = assess(*asked)
    _, markdown, _ = assess(*asked, "--format", "markdown", "--language", "lv")
    _, written, _ = assess(*asked, "--format", "json")

    assert shown.endswith("\nIf nothing else happens:\n  - 2018-12-03: yes\n  - 2019-02-02: no\n")
    assert markdown.endswith("\n### Ja nekas cits nenotiek\n\n- 2018-12-03: jā\n- 2019-02-02: nē\n")
    assert json.loads(written)["changes"] == [
        {"on": "2018-12-03", "verdict": "yes"},
        {"on": "2019-02-02", "verdict": "no"},
    ]


# Days.


def test_a_question_is_asked_as_of_when_the_data_are_known(assess, data):
    add(data, "arrival", "r-9,2019-01-31,c-1,2018-01-05")

    assert "on 31 January 2019, as known on 31 January 2019:" in assess()[1]
    assert (
        "on 3 December 2018, as known on 3 December 2018:"
        in (assess("--known-on", "2018-12-03")[1])
    )
    assert "on 1 June 2018, as known on 31 January 2019:" in assess("--on", "2018-06-01")[1]


def test_a_day_ahead_of_the_data_is_remarked_on(assess):
    code, shown, remarks = assess("--on", "2018-12-24")

    assert code == 0
    assert "on 24 December 2018, as known on 3 December 2018:" in shown
    assert remarks == (
        "The day of the question, 24 December 2018, is after the day on which the data are known "
        "(3 December 2018): what may still happen leaves questions open.\n"
    )


def test_where_nothing_is_recorded_the_day_must_be_given(run, tmp_path):
    data = tmp_path / "empty"
    data.mkdir()
    (data / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
    (data / "client.csv").write_text("id,recorded_on,provider_id\n")
    asked = ("assess", "toy.course", data)

    code, shown, remarks = run(*asked, plugins=(TOY_COURSE,))
    assert (code, shown) == (2, "")
    assert "nothing is recorded in the data; give the day of the question with --on" in remarks
    assert run(*asked, "--on", "2018-06-01", plugins=(TOY_COURSE,))[0] == 0


# What is wrong.


def test_faults_of_what_the_answer_rests_on_are_told_and_others_counted(assess, data):
    add(data, "client", "c-9,2018-12-03,p-1,CANARY")
    add(data, "arrival", "r-9,2018-12-03,c-1,1989-01-01")
    code, shown, remarks = assess("c-1")

    assert code == 1
    assert shown.startswith("Course: eligibility on 3 December 2018: yes.\n")
    first, own, others = remarks.splitlines()
    assert first == "In the data: 2 errors, 0 warnings."
    assert own.startswith("error: arrival r-9, field arrived_on: ")
    assert others.startswith("About other records: 1; all are shown by: inclusion-core check ")
    assert "CANARY" not in shown + remarks


def test_faults_are_summed_up_beside_the_table(assess, data):
    add(data, "client", "c-9,2018-12-03,p-1,CANARY")
    code, shown, remarks = assess()

    assert code == 1
    assert "Participations: 3;" in shown
    assert remarks.startswith("In the data: 1 error, 0 warnings.\n")
    assert "CANARY" not in shown + remarks


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("c-9",), "no client 'c-9' in the data as known on that day"),
        (("--support", "lesson"), "no kind of support 'lesson'; did you mean toy.course.lessons"),
        (("--explain",), "--explain, --ask and --changes-until are about a client; name one"),
        (("--ask",), "are about a client; name one"),
        (("--changes-until", "2019-01-01"), "are about a client; name one"),
        (("c-1", "--verdict", "no"), "--verdict chooses among many"),
        (("c-1", "--format", "csv"), "csv is for many; choose another format"),
        (("--verdict", "maybe"), "no verdict 'maybe'; did you mean yes?"),
        (("c-1", "--changes-until", "2018-01-01"), "the last day lies before the first day"),
    ],
)
def test_what_cannot_be_done_is_told(assess, arguments, told):
    code, shown, remarks = assess(*arguments)

    assert (code, shown) == (2, "")
    assert told in remarks


def test_an_erased_client_is_told_to_be_erased(assess, data):
    (data / "client.csv").write_text(
        "id,version,recorded_on,act,provider_id,born_on\nc-1,1,2018-12-03,recorded,p-1,1990-05-01\n"
        "c-1,2,2018-12-04,erased,,\n"
    )
    _, _, remarks = assess("c-1")

    assert "client 'c-1' was erased" in remarks


def test_a_misspelt_programme_gets_near_names(assess):
    code, _, remarks = assess(programme="toy.coarse")

    assert code == 2
    assert "no programme 'toy.coarse'; did you mean toy.course" in remarks


@pytest.mark.parametrize("arguments", [(), ("c-1",)])
def test_nobody_is_judged_without_all_rules(assess, arguments):
    code, shown, remarks = assess(*arguments, programme="toy.empty")

    assert (code, shown) == (2, "")
    assert remarks.startswith("inclusion-core: nobody is judged for 'toy.empty', because")
    assert "Traceback" not in remarks


def test_data_that_cannot_be_read_are_told(run, tmp_path):
    code, shown, remarks = run("assess", "toy.course", tmp_path / "no", plugins=(TOY_COURSE,))

    assert (code, shown) == (4, "")
    assert remarks.startswith("inclusion-core: nothing could be read from ")
