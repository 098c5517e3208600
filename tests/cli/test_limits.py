"""Support windows on the command line."""

import csv
import json
import re
from datetime import date
from io import StringIO

import attrs
import pytest

from inclusion_core.expr import months_after
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.limits import End, Limit, Support
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2))
COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("everybody"),
    operation_number="9.9",
    sources=(ACT,),
)
LEAVING = End(
    id="leaving",
    says=lv("klients aizgājis").en("the client left"),
    day=PARTICIPATION.left_on,
    source=ACT.point("3"),
    open_says=lv("klients nav aizgājis").en("the client has not left"),
)


def limit(name, months):
    says = lv(f"{months} mēneši pēc iestāšanās").en(f"{months} months after entry")
    length = End(
        id="length",
        says=says,
        day=months_after(PARTICIPATION.entered_on, months),
        source=ACT.point("2"),
    )
    support = Support(
        id=f"toy.course.{name}",
        says=lv(f"atbalsts: {name}").en(f"support by {name}"),
        given=ATTENDANCE.minutes >= 1,
    )
    return Limit(
        id=f"toy.course.{name}",
        programme=COURSE.id,
        support=support,
        says=says,
        first_day=PARTICIPATION.entered_on,
        ends=(LEAVING, length),
        source=ACT.point("2"),
    )


CLUB = limit("club", 12)


class CoursePlugin:
    @hookimpl
    def inclusion_programmes(self):
        return (COURSE,)

    @hookimpl
    def inclusion_limits(self):
        return (limit("lessons", 6), CLUB)


class BarePlugin:
    inclusion_programmes = CoursePlugin.inclusion_programmes


class HalfPlugin:
    inclusion_programmes = CoursePlugin.inclusion_programmes

    @hookimpl
    def inclusion_rules(self):
        raise RuntimeError("half of it is missing")


CLIENTS = "id,recorded_on,provider_id,born_on\n" + "".join(
    f"c-{number},2018-02-01,p-1,1990-05-01\n" for number in (1, 2, 3, 4)
)
PARTICIPATIONS = (
    "id,recorded_on,client_id,programme_id,entered_on,left_on,leaving_reason\n"
    "s-1,2018-02-01,c-1,pr-1,2018-01-31,,\n"
    "s-2,2018-02-01,c-2,pr-1,2018-02,,\n"
    "s-3,2018-06-01,c-3,pr-1,,2018-03-05,completed\n"
)


@pytest.fixture
def limits(run, folder):
    """Runs the command for the toy course on two clients and three participations."""
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\npr-1,2018-01-01,op-1,toy.course\n"
    )
    (folder / "client.csv").write_text(CLIENTS)
    (folder / "participation.csv").write_text(PARTICIPATIONS)
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary\nop-1,2018-01-01,9.9,T,B\n"
    )

    def command(*arguments, brings=CoursePlugin):
        from importlib.metadata import version

        plugin = Plugin(
            name="toy",
            distribution="inclusion-toy",
            version=version("inclusion-core"),
            load=brings,
        )
        return run("limits", "toy.course", folder, *arguments, plugins=(plugin,))

    return command


def test_all_windows_stand_in_a_table_on_the_last_day_of_recording(limits):
    code, shown, remarks = limits()

    assert code == 0, remarks
    assert remarks == ""
    title, empty, section, *table = shown.splitlines()
    assert (title, empty, section) == (
        "Course: times of support on 1 June 2018, as known on 1 June 2018",
        "",
        "Times of support:",
    )
    assert [re.split("   *", line.strip()) for line in table] == [
        [
            *("Participation", "Client", "Support", "Limit", "First day", "Last day"),
            *("State", "Days left", "What ends it"),
        ],
        *(line.split(",") for line in ROWS),
    ]
    assert len({line.index(" open ") for line in table[1:5]}) == 1


ROWS = (
    "s-1,c-1,club,club,2018-01-31,2019-01-31,open,245,length",
    "s-1,c-1,lessons,lessons,2018-01-31,2018-07-31,open,61,length",
    "s-2,c-2,club,club,2018-02,2019-02,open,246..273,length",
    "s-2,c-2,lessons,lessons,2018-02,2018-08-01/2018-08-28,open,62..89,length",
    "s-3,c-3,club,club,?,..2018-03-05,ended,0,leaving or length",
    "s-3,c-3,lessons,lessons,?,..2018-03-05,ended,0,leaving or length",
)


def test_the_table_speaks_latvian(limits):
    _, shown, _ = limits("--language", "lv")

    assert shown.startswith(
        "Kurss: atbalsta laiki 2018. gada 1. jūnijā, kā zināms 2018. gada 1. jūnijā\n"
    )
    assert " leaving vai length\n" in shown
    assert "Kas izbeidz\n" in shown


def test_one_kind_of_support_is_shown_alone(limits):
    _, shown, _ = limits("--support", "club")

    assert "club" in shown
    assert "lessons" not in shown


def test_one_client_is_explained(limits):
    code, shown, _ = limits("c-1", "--on", "2018-12-03", "--support", "lessons")

    assert code == 0
    assert shown == (
        "Course: times of support on 3 December 2018, as known on 3 December 2018\n\n"
        "Times of support:\n"
        "support by lessons, participation s-1, client c-1: ended\n"
        "  Until 31 July 2018: 6 months after entry (Rules (2018-01-02), 2).\n"
        "  On 3 December 2018 support has ended.\n"
    )


def test_a_client_who_has_not_entered_is_explained_as_an_applicant(limits):
    _, shown, _ = limits("c-4", "--support", "lessons")

    assert "participation application c-4, client c-4: open\n" in shown
    assert "  Until 1 December 2018: 6 months after entry" in shown
    assert "  The client has not entered: counted as if they did on 1 June 2018.\n" in shown


def test_all_may_be_explained(limits):
    _, shown, _ = limits("--explain", "--support", "club")

    assert "  Until 31 January 2019: 12 months after entry (Rules (2018-01-02), 2).\n" in shown
    assert shown.count("  The client has not left.\n") == 2


def test_a_day_of_recording_shows_what_was_known_then(limits):
    _, shown, remarks = limits("--known-on", "2018-03-01")

    assert shown.startswith("Course: times of support on 1 March 2018, as known on 1 March 2018\n")
    assert "s-3" not in shown
    assert remarks == ""


def test_a_question_about_a_day_after_the_last_known_one_is_remarked(limits):
    _, _, remarks = limits("--known-on", "2018-03-01", "--on", "2018-06-01")

    assert remarks == (
        "The day of the question, 1 June 2018, is after the day on which the data are known "
        "(1 March 2018): what happened in between is not counted.\n"
    )


@pytest.mark.parametrize("written", ["60d", "60"])
def test_who_reaches_the_limit_soon_is_listed_and_who_may(limits, written):
    _, shown, _ = limits("--expiring", "60", "--on", "2018-06-08")
    again = limits("--expiring", written, "--on", "2018-06-08")[1]

    assert again == shown
    surely, perhaps = shown.split("Perhaps ending in that time; the last day is not known exactly:")
    assert "Ending from 8 June 2018 to 7 August 2018:\n" in surely
    assert "s-1            c-1     lessons" in surely
    assert "s-2" not in surely
    assert "s-2            c-2     lessons" in perhaps
    assert "club" not in shown


def test_nobody_who_reaches_the_limit_is_said(limits):
    _, shown, _ = limits("--expiring", "0d")
    _, markdown, _ = limits("--expiring", "0d", "--format", "markdown")

    assert shown.count("  None.\n") == 2
    assert markdown.count("\n\nNone.\n") == 2


def test_windows_in_json_say_as_known_on_which_day(limits):
    earlier = json.loads(limits("--known-on", "2018-03-01", "--format", "json")[1])

    assert list(earlier) == ["programme", "on", "known_on", "windows"]
    assert earlier["known_on"] == "2018-03-01"


def test_windows_can_be_json(limits):
    _, shown, _ = limits("c-1", "--format", "json")
    plain = json.loads(limits("--format", "json")[1])
    soon = json.loads(limits("--expiring", "61", "--format", "json")[1])

    first, _ = json.loads(shown)["windows"]
    assert first["last_day"] == "2019-01-31"
    assert first["sentences"][1] == "The client has not left."
    assert [each["participation"] for each in plain["windows"]] == [
        *("s-1", "s-1", "s-2", "s-2", "s-3", "s-3")
    ]
    assert "sentences" not in plain["windows"][0]
    assert (plain["programme"], plain["on"]) == ("toy.course", "2018-06-01")
    assert ([each["limit"] for each in soon["surely"]], len(soon["perhaps"])) == (
        ["toy.course.lessons"],
        1,
    )


def test_windows_can_be_csv(limits):
    rows = list(csv.DictReader(StringIO(limits("--format", "csv")[1])))
    explained = list(csv.DictReader(StringIO(limits("c-4", "--format", "csv")[1])))

    assert len(rows) == 6
    assert rows[4] == {
        "section": "windows",
        "participation": "s-3",
        "client": "c-3",
        "applicant": "no",
        "programme": "toy.course",
        "support": "toy.course.club",
        "limit": "toy.course.club",
        "on": "2018-06-01",
        "known_on": "2018-06-01",
        "state": "ended",
        "first_day_earliest": "",
        "first_day_latest": "",
        "last_day_earliest": "",
        "last_day_latest": "2018-03-05",
        "remaining_least": "0",
        "remaining_most": "0",
        "ended_by": "",
        "will_end_by": "",
        "may_end_by": "leaving length",
        "explanation": "",
    }
    assert explained[0]["applicant"] == "yes"
    assert explained[0]["explanation"].startswith("Until 1 June 2019: 12 months after entry")


def test_windows_can_be_markdown(limits):
    _, shown, _ = limits("--format", "markdown")
    _, explained, _ = limits("c-1", "--format", "markdown")

    assert shown.startswith("# Course: times of support on 1 June 2018, as known on 1 June 2018\n")
    assert "\n\n## Times of support\n\n| Participation | Client |" in shown
    assert "| s-1 | c-1 | club | club | 2018-01-31 | 2019-01-31 | open | 245 | length |\n" in shown
    assert "\n\n### support by club, participation s-1\n\n" in explained
    assert "- The client has not left.\n" in explained


def test_time_without_end_has_no_number_of_days(limits, folder):
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on,left_on\ns-1,2018-06-01,c-1,pr-1,,\n"
        "s-2,2018-06-01,c-2,pr-1,2018-03-01,\n"
    )

    class EndlessPlugin:
        inclusion_programmes = CoursePlugin.inclusion_programmes

        @hookimpl
        def inclusion_limits(self):
            lessons = limit("lessons", 6)
            return (attrs.evolve(lessons, ends=(LEAVING,)), CLUB)

    _, shown, _ = limits(brings=EndlessPlugin)

    lines = [line.split()[5:] for line in shown.splitlines() if "s-" in line]
    assert lines == [
        ["?", "not", "known", "0..", "length"],
        ["–", "not", "known", "0.."],
        ["2019-03-01", "open", "274", "length"],
        ["–", "open", "–"],
    ]


def test_a_limit_that_never_opens_is_shown_where_no_other_of_that_support_opens(limits):
    class PhasesPlugin:
        inclusion_programmes = CoursePlugin.inclusion_programmes

        @hookimpl
        def inclusion_limits(self):
            lessons = limit("lessons", 6)
            died = attrs.evolve(lessons, id="toy.course.late", first_day=CLIENT.died_on)
            return (lessons, died, attrs.evolve(died, id="toy.course.club", support=CLUB.support))

    _, shown, _ = limits(brings=PhasesPlugin)
    _, markdown, _ = limits("--format", "markdown", brings=PhasesPlugin)
    _, soon, _ = limits("--format", "csv", brings=PhasesPlugin)

    told = "Not shown are limits that never open while another of the same support does: 3."
    assert "late" not in shown
    assert shown.endswith(f"{told}\n")
    assert markdown.endswith(f" |\n\n{told}\n")
    assert [line.split()[4:8] for line in shown.splitlines() if " club " in line] == [
        ["–", "–", "never", "opens"]
    ] * 3
    assert soon.count("toy.course.late") == 3


# What cannot be done.


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--support", "clubs"), "there are: toy.course.club, toy.course.lessons"),
        (("--on", "2018"), "not a day: write it as 2018-12-03"),
        (("--expiring", "soon"), "not a number of days: write it as 30d"),
        (("--expiring", "-1"), "not a number of days: write it as 30d"),
        (("c-9",), "no client 'c-9' in the data as known on that day"),
        (("--format", "xlsx"), "no format 'xlsx'"),
    ],
)
def test_what_cannot_be_asked_is_told(limits, arguments, problem):
    code, shown, remarks = limits(*arguments)

    assert (code, shown) == (2, "")
    assert problem in remarks


def test_a_client_who_was_erased_is_told_to_be(limits, folder):
    (folder / "client.csv").write_text(
        "id,recorded_on,version,act,provider_id\n"
        "c-1,2018-02-01,1,recorded,p-1\nc-1,2018-03-01,2,erased,\n"
    )

    code, _, remarks = limits("c-1")

    assert code == 2
    assert "client 'c-1' was erased: nothing is left to show" in remarks


def test_a_programme_with_half_of_its_rules_has_no_windows(limits):
    code, shown, remarks = limits(brings=HalfPlugin)

    assert (code, shown) == (2, "")
    assert "nobody is judged for 'toy.course', because not all of its rules are there" in remarks


def test_a_programme_without_limits_has_no_windows(limits):
    code, shown, _ = limits(brings=BarePlugin)

    assert code == 0
    assert shown.endswith("Times of support:\n  None.\n")


def test_an_empty_register_needs_a_day(limits, folder):
    for file in folder.glob("*.csv"):
        file.unlink()
    (folder / "client.csv").write_text("id,recorded_on,provider_id\n")

    code, _, remarks = limits()

    assert code == 2
    assert "nothing is recorded in the data; give the day of the question with --on" in remarks
    assert limits("--on", "2018-06-01")[0] == 0


def test_faults_of_the_data_are_told(limits, folder):
    (folder / "participation.csv").write_text(PARTICIPATIONS.replace("2018-01-31", "CANARY"))

    code, shown, remarks = limits()

    assert code == 1
    assert "s-2" in shown
    assert remarks.startswith("In the data: ")
    assert "CANARY" not in shown + remarks


def test_data_that_cannot_be_read_are_told(run, tmp_path):
    code, _, remarks = run("limits", "toy.course", tmp_path / "nowhere")

    assert code == 4
    assert remarks.startswith("inclusion-core: nothing could be read from ")
