"""Sentences on the command line: told, checked against a text, and hidden from the public."""

import json
from datetime import date
from importlib.metadata import version

import attrs
import pytest

from inclusion_core.expr import all_of, subject
from inclusion_core.facts.rows import ClientRow
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.sentences.sentence import Counted, Sentence, ShareOf
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, lv

FORM = "told.form"
YEAR = ("--period", "2018-01-01..2018-12-31")
NEWS = Source(lv("Paziņojums").en("Announcement"), issued=date(2018, 12, 3))
WHO = lv("Klienti").en("Clients")
CLIENTS = Metric(
    id="told.clients",
    says=WHO,
    subject=ClientRow,
    universe=all_of(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=NEWS,
)
GROWN = attrs.evolve(
    CLIENTS,
    id="told.grown",
    says=lv("Pieaugušie").en("Adults"),
    where=subject(ClientRow).born_on <= date(1990, 12, 31),
    part_of=CLIENTS.id,
)
SENTENCES = (
    Sentence(
        id="clients",
        says=lv("Atbalstu saņēma {clients}.").en("Support was given to {clients}."),
        figures={"clients": Counted(metric=CLIENTS.id)},
        nouns={
            "clients": Plural(
                lv_zero="klientu",
                lv_one="klients",
                lv_other="klienti",
                en_one="client",
                en_other="clients",
            )
        },
        source=NEWS,
    ),
    Sentence(
        id="grown",
        says=lv("Pieauguši ir {grown}, proti, {share} visu.").en(
            "Adults are {grown}, namely {share} of all."
        ),
        figures={
            "grown": Counted(metric=GROWN.id),
            "share": ShareOf(part=Counted(metric=GROWN.id), whole=Counted(metric=CLIENTS.id)),
        },
        source=NEWS,
    ),
)


def form(**more):
    table = FigureTable(id="t", title=WHO, row_heading=WHO, metrics=(CLIENTS, GROWN))
    section = SectionForm(id="s", title=WHO, tables=(table,))
    return ReportForm(**{"id": FORM, "title": WHO, "subtitle": WHO, "sections": (section,), **more})


class ToldPlugin:
    @hookimpl
    def inclusion_metrics(self):
        return (CLIENTS, GROWN)

    @hookimpl
    def inclusion_reports(self):
        return (form(sentences=SENTENCES), form(id="told.silent"))


TOLD = Plugin(
    name="told",
    distribution="inclusion-told",
    version=version("inclusion-core"),
    load=ToldPlugin,
)


@pytest.fixture
def say(run, folder, tmp_path):
    """Runs `sentences`, with a text to check if one is given."""

    def command(*arguments, text=None, key=FORM):
        asked = [key, folder, *YEAR, *arguments]
        if text is not None:
            file = tmp_path / "news.txt"
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8-sig"))
            asked += ["--check", file]
        return run("sentences", *asked, plugins=(TOLD,))

    return command


def test_sentences_are_told_in_the_language_asked_for(say):
    assert say() == (
        0,
        "Support was given to 2 clients.\nAdults are 1, namely 50.0\u00a0% of all.\n",
        "",
    )
    assert say("--language", "lv")[1].startswith("Atbalstu saņēma 2 klienti.\n")
    assert say("--engine", "polars") == say()


def test_a_text_with_the_right_numbers_is_confirmed(say):
    code, shown, _ = say(text="Support was given to two clients.\nAdults are 1.")

    assert code == 0
    assert shown == (
        "line 1: two: confirmed: Clients (told.clients)\n"
        "line 2: 1: confirmed: Adults (told.grown)\n"
        "Numbers: 2 confirmed, 0 wrong, 0 not derivable.\n"
    )


def test_a_wrong_number_shows_in_the_exit_code(say):
    code, shown, _ = say(
        "--language",
        "lv",
        text="Atbalstu saņēma 12 klienti; proti, 60 % visu. Kaķi: 1, suņi: 7.",
    )

    assert code == 1
    assert shown == (
        "1. rinda: 12: nepareizs, jābūt 2: Klienti (told.clients)\n"
        "1. rinda: 60: nepareizs, jābūt 50,0\u00a0%: Pieaugušie (told.grown)\n"
        "1. rinda: 1: nav izsecināms; tas pats skaitlis ziņojumā ir: told.grown\n"
        "1. rinda: 7: nav izsecināms\n"
        "Skaitļi: apstiprināti 0, nepareizi 2, nav izsecināmi 2.\n"
    )


def test_the_public_is_told_no_number_of_few_and_can_ask_for_none(say):
    _, told, _ = say("--audience", "public")
    code, shown, _ = say("--audience", "public", text="Support was given to 2 clients.")

    assert "clients." not in told
    assert told.startswith('The sentence "clients" is left out: the number is not shown')
    assert code == 0
    assert shown == (
        "line 1: 2: not derivable: the number is not shown, so that the persons counted cannot be "
        "recognised\n"
        "Numbers: 0 confirmed, 0 wrong, 1 not derivable.\n"
    )
    assert "2 clients" in say("--audience", "funder", "--unprotected", "Contract, 5.2")[1]


def test_who_may_be_more_is_told(say, folder):
    with (folder / "client.csv").open("a") as file:
        file.write("c-3,2018-02-01,p-1,\n")

    code, shown, _ = say(text="Adults are 1.")

    assert code == 0
    assert "(Adults: for 1 more the answer is not known.)" in shown


def test_json_tells_all_of_it(say):
    _, shown, _ = say("--format", "json", text="Support was given to 2 clients and 5 cats.")
    document = json.loads(shown)

    assert document["form"] == FORM
    assert [each["id"] for each in document["sentences"]] == ["clients", "grown"]
    assert document["sentences"][0]["says"]["lv"] == "Atbalstu saņēma 2 klienti."
    assert document["numbers"] == [
        {
            "written": "2",
            "line": 1,
            "confirmation": "confirmed",
            "sentence": "clients",
            "slot": "clients",
            "shown": {
                "metric": "told.clients",
                "value": "2",
                "share": False,
                "unknown": 0,
                "why_not": None,
            },
            "occurs_in": [],
        },
        {
            "written": "5",
            "line": 1,
            "confirmation": "not_derivable",
            "sentence": "",
            "slot": "",
            "shown": None,
            "occurs_in": [],
        },
    ]


def test_json_tells_what_is_hidden_from_the_public(say):
    _, shown, _ = say("--format", "json", "--audience", "public", text="2 clients")
    document = json.loads(shown)

    assert document["sentences"][0]["says"] is None
    assert document["sentences"][0]["why_not"] == ["suppressed"]
    assert document["numbers"][0]["shown"]["value"] is None
    assert document["numbers"][0]["shown"]["why_not"] == "suppressed"
    assert "numbers" not in json.loads(say("--format", "json")[1])


def test_a_status_day_after_what_is_known_is_remarked(say):
    _, _, remarks = say("--known-on", "2018-03-01")

    assert "is after the day on which the data are known" in remarks


def test_faults_of_the_data_are_summed_up(say, faulty_folder):
    code, _, remarks = say()

    assert code == 1
    assert "In the data: " in remarks
    assert "CANARY" not in remarks


def test_a_form_without_sentences_is_misuse(say):
    code, _, remarks = say(key="told.silent")

    assert (code, "told.silent has no sentences" in remarks) == (2, True)


def test_a_text_that_cannot_be_read_is_told_by_its_name(say, run, folder, tmp_path):
    code, _, remarks = say(text=b"\xff\xfe1")
    assert (code, "news.txt is no text in UTF-8" in remarks) == (2, True)

    missing = ("--check", tmp_path / "none.txt")
    assert run("sentences", FORM, folder, *YEAR, *missing, plugins=(TOLD,))[0] == 4
