"""Nasty strings in records: in files, on the screen, on a page, in a workbook, and back again."""

import csv
import io
import json
import re
from datetime import date
from functools import partial
from operator import attrgetter

import pytest
from openpyxl import load_workbook
from output_lab.corpus import CORPUS, READABLE
from output_lab.readers.found import unseen
from output_lab.readers.html_page import read_html
from output_lab.readers.xlsx_file import read_xlsx
from output_lab.recording import FIRST, journal_of
from output_lab.shown import had_back, shown
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from inclusion_core.cli import main
from inclusion_core.cli.screen import Screen
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding, Place
from inclusion_core.lives.changes import histories_of
from inclusion_core.lives.changes_listing import as_json as changes_json
from inclusion_core.lives.changes_listing import as_text as changes_text
from inclusion_core.lives.life import life_of
from inclusion_core.lives.listing import as_json, as_text
from inclusion_core.lives.picture import as_html
from inclusion_core.lives.wording import LifeWords
from inclusion_core.manager import load_catalogue
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.model.place import Place as PlaceRecord
from inclusion_core.model.status import ResidenceSpell
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import Language, lv
from inclusion_core.wire import NotWritableError, read_journal, write_journal
from inclusion_core.words import WORDS
from inclusion_core.workbook.cells.conversion import value_of
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.marking import marked_copy
from inclusion_core.workbook.template import template

LONGEST = 10_000
NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
TAKEN = {
    name: words
    for name, words in CORPUS.items()
    if words and len(words) <= LONGEST and not NO_TEXT.search(words)
}
"""What a file of records may hold."""
REFUSED = {name: words for name, words in CORPUS.items() if name not in TAKEN}
IDS = ("-1", "true", "NaN", "None", "007", "1E5", "1-2", "2018-04-01", "Rīga")
ORDER = attrgetter("order")
PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}")


def document(**records):
    return {"schema": "inclusion_core", "schema_version": 1, "records": records}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("records") / "folder"
    write_journal(journal_of(TAKEN.values()), path, SCHEMA)
    return path


@pytest.fixture
def run(capsys):
    """Runs a command without plugins; gives what it shows and what it remarks."""

    def command(*arguments):
        main([str(each) for each in arguments], load=partial(load_catalogue, ()))
        return capsys.readouterr()

    return command


def test_records_come_back_from_csv_and_from_json_as_they_were(folder, tmp_path):
    journal = journal_of(TAKEN.values())
    write_journal(journal, tmp_path / "whole.json", SCHEMA)

    for path in (folder, tmp_path / "whole.json"):
        reading = read_journal(path, SCHEMA)
        assert reading.findings == ()
        assert sorted(reading.journal.versions, key=ORDER) == sorted(journal.versions, key=ORDER)


def test_what_cannot_be_read_back_is_not_written_and_not_told(tmp_path):
    with pytest.raises(NotWritableError) as caught:
        write_journal(journal_of(REFUSED.values()), tmp_path / "folder", SCHEMA)

    found = caught.value.findings
    assert {each.place.field for each in found} >= {"name", "place", "number", "title", "topic"}
    assert_untold(found, REFUSED.values())


def test_a_text_that_no_line_can_hold_is_refused_where_it_is_read(tmp_path):
    items = [
        {"id": f"p-{number}", "recorded_on": "2018-06-01", "name": words}
        for number, words in enumerate(REFUSED.values())
    ]
    path = tmp_path / "whole.json"
    path.write_text(json.dumps(document(provider=items)))

    reading = read_journal(path, SCHEMA)

    assert reading.rows_kept == 0
    assert len(reading.findings) == len(REFUSED)
    assert {each.place.field for each in reading.findings} == {"name"}
    assert_untold(reading.findings, REFUSED.values())


def test_an_id_is_refused_unless_it_is_plain(tmp_path):
    words = [*CORPUS.values(), *IDS]
    items = [{"id": each, "recorded_on": "2018-06-01"} for each in dict.fromkeys(words)]
    path = tmp_path / "whole.json"
    path.write_text(json.dumps(document(household=items)))

    reading = read_journal(path, SCHEMA)
    kept = {version.record_id for version in reading.journal.versions}

    assert kept == {
        each for each in words if PLAIN_ID.fullmatch(each) and not re.fullmatch(r"\d{11}", each)
    }
    assert_untold(reading.findings, {*words} - kept)


def assert_untold(findings, words):
    told = "\n".join(each.in_(language) for each in findings for language in Language)
    assert [each for each in words if len(each) > 3 and each in told] == []
    assert list(unseen(told)) == []


# The screen.


def test_show_tells_every_string_and_nothing_acts(folder, run):
    told = run("show", "c-1", folder).out
    lines = told.split("\n")

    assert list(unseen(told)) == []
    for name, words in TAKEN.items():
        said = f"not {shown(words)}".rstrip()  # the last version of the stay
        assert sum(line.endswith(said) for line in lines) >= 1, name
        assert sum(line.endswith(shown(words).rstrip()) for line in lines) >= 2, name


def test_show_draws_a_page_on_which_nothing_acts(folder, run, tmp_path):
    run("show", "c-1", folder, "--html", tmp_path / "one.html", "--language", "lv")
    page = read_html((tmp_path / "one.html").read_bytes())

    assert page.acting == ()
    assert not page.shape & {"script", "img", "iframe"}
    for name, words in TAKEN.items():
        assert sum(shown(words) in unit for unit in page.units) >= 2, name


def test_show_as_json_has_every_string_as_it_is(folder, run):
    told = run("show", "c-1", folder, "--format", "json").out
    values = [
        detail["value"]
        for entry in json.loads(told)["entries"]
        for detail in entry["details"]
        if detail["field"] == "place"
    ]

    assert list(unseen(told)) == []
    assert {*TAKEN.values()} <= {*values}


@pytest.mark.parametrize("language", Language)
def test_history_tells_every_change_and_nothing_acts(folder, language):
    journal = read_journal(folder, SCHEMA).journal
    words = LifeWords(vocabulary=WORDS, language=language)
    for number, (name, each) in enumerate(TAKEN.items()):
        histories = histories_of(journal, f"rs-{number}", SCHEMA)
        told = changes_text(histories, words)

        assert list(unseen(told)) == [], name
        assert f"{shown(each)} → {shown(f'not {each}')}\n" in told, name
        assert told.count(shown(each)) >= 3, name
        assert len(told.split("\n")) == 7, name
        assert list(unseen(changes_json(histories, words))) == [], name


def test_history_of_one_record_is_shown(folder, run):
    told = run("history", "residence_spell/rs-0", folder, "--format", "json").out
    [record] = json.loads(told)["records"]

    first = next(iter(TAKEN.values()))
    assert record["versions"][1]["why"] == first
    assert record["versions"][1]["changes"][0]["before"] == first


def test_other_commands_tell_nothing_that_acts(folder, run):
    for told in (run("check", folder), run("records"), run("explain", "core.no-such-rule")):
        assert list(unseen(told.out + told.err)) == []


@pytest.mark.parametrize(
    "name",
    ["=1+1.json", "-x\x1b[2J.json", "a\u202e;=1+1.json", "one\nerror: two.json", "<b>&amp;.json"],
)
def test_the_name_of_a_file_is_words_too(tmp_path, run, name):
    (tmp_path / name).write_text(json.dumps(document(household=[{"id": "h-1"}])))

    text, as_csv, as_json_ = (
        run("check", tmp_path / name, "--format", each).out for each in ("text", "csv", "json")
    )
    [row] = csv.DictReader(io.StringIO(as_csv))
    [finding] = json.loads(as_json_)["findings"]

    assert [line for line in text.split("\n") if line.startswith("error: ")] == [
        line for line in text.split("\n") if shown(name) in line
    ]
    assert list(unseen(text + as_csv + as_json_)) == []
    assert had_back(row["file"]) == shown(name).replace("one error", "one\\u000aerror")
    assert not re.match("[-=+@]", row["file"])
    assert finding["file"] == name


# What is built without any file may hold anything.


def test_a_life_from_memory_may_hold_anything():
    stays = [
        ResidenceSpell(id=f"rs-{number}", client_id="c-1", place=words)
        for number, words in enumerate(CORPUS.values())
    ]
    around = [Provider(id="p-0", name="Our house"), Client(id="c-1", provider_id="p-0")]
    life = life_of(Caseload.of_records([*around, *stays], known_on=FIRST), "c-1", SCHEMA)
    words = LifeWords(vocabulary=WORDS, language=Language.LV)
    told = as_text(life, words)
    page = read_html(as_html(life, words))
    units = "\n".join(page.units)

    assert list(unseen(told)) == []
    assert list(unseen(as_json(life, words))) == []
    assert page.acting == ()
    for name, each in CORPUS.items():
        assert shown(each).rstrip() in told, name
        assert shown(each) in units, name


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_is_told_nothing_that_acts_whoever_wrote_it(monkeypatch):
    results, remarks = Terminal(), io.StringIO()
    monkeypatch.setattr("sys.stdout", results)
    monkeypatch.setattr("sys.stderr", remarks)
    screen = Screen()
    screen.show("\ufeffa\x9b2J\t\u202eb\r\nc\rd\n")
    screen.remark("cannot read x\x1b[2J.csv")

    assert results.getvalue() == "\ufeffa\\u009b2J\t\\u202eb\r\nc\\u000dd\n"
    assert remarks.getvalue() == "cannot read x\\u001b[2J.csv\n"


def test_a_file_gets_what_a_format_writes(monkeypatch):
    results = io.StringIO()
    monkeypatch.setattr("sys.stdout", results)
    Screen().show("a\x9b\u202e")

    assert results.getvalue() == "a\x9b\u202e"


# Workbooks.

PLACES = ProgrammeDefinition(
    id="toy.places",
    says=lv("Vietas").en("Places"),
    target_group=lv("visi").en("everybody"),
    operation_number="1",
    sources=(),
    records=(PlaceRecord,),
)


def written(words):
    records = [PlaceRecord(id=f"pl-{n:03}", name=each) for n, each in enumerate(words)]
    form = form_of(PLACES, SCHEMA, WORDS)
    contents = Caseload.of_records(records, known_on=date(2018, 6, 1))
    return form, template(form, "en", contents=contents, empty_rows=0)


def test_a_template_gives_back_every_string_and_works_nothing_out():
    words = [each for name, each in TAKEN.items() if name != "no characters"]
    form, data = written(words)
    [sheet] = form
    page = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("place")
    column = [each.field.name for each in sheet.columns].index("name")
    name = sheet.columns[column].field
    cells = [row[column] for row in page.to_python()[1:]]

    assert [value_of(cell, name, form.vocabulary) for cell in cells] == words
    assert [each for each in read_xlsx(data).acting if "character" not in each] == []


def test_a_template_that_no_spreadsheet_could_open_is_not_written():
    with pytest.raises(NotWritableError) as caught:
        written(["a\uffff", "Rīga"])

    [found] = caught.value.findings
    assert (found.kind, found.place.record_id) == ("workbook.no-character", "pl-000")


def test_a_marked_copy_holds_the_same_words_and_no_formula_more(tmp_path):
    source, target = tmp_path / "own.xlsx", tmp_path / "marked.xlsx"
    words = [
        each
        for each in {**CORPUS, **READABLE}.values()
        if each and len(each) < 32_767 and not NO_TEXT.search(each) and "\ufffe" not in each
    ]
    words.remove(CORPUS["rich text of a workbook"])  # which XlsxWriter would take for markup
    book = Workbook(source, {"strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet("Own")
    for row, each in enumerate(words):
        page.write_string(row, 0, each)
    book.close()
    finding = Finding(
        kind="toy.finding",
        says=lv("=1+1\x1b[2J").en("=1+1\x1b[2J"),
        remedy=lv("@SUM").en("@SUM"),
        place=Place(file="own.xlsx", sheet="Own", row=1, column="A"),
    )
    marked_copy(source, tmp_path / "first.xlsx", [finding], "en")
    marked_copy(tmp_path / "first.xlsx", target, [finding], "en")  # corrected, and marked again

    cells = CalamineWorkbook.from_path(target).get_sheet_by_name("Own").to_python()
    assert [row[0] for row in cells] == words
    book = load_workbook(target)
    assert {cell.data_type for cell in book["Own"]["A"]} == {"s"}
    listed = book["Findings"]["C2"]
    assert (listed.value, listed.data_type) == ("=1+1\\u001b[2J", "s")
