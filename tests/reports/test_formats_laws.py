"""What holds for every report, whatever its words: laws of the formats."""

import os
import subprocess
import sys
from hashlib import sha256
from html.parser import HTMLParser
from unicodedata import category

from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.pages.lines import one_line, width
from inclusion_core.periods import Period
from inclusion_core.reports.formats import FORMATS
from inclusion_core.reports.formats.html import html
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.layout import depths
from inclusion_core.reports.formats.terminal import COLUMNS, terminal
from inclusion_core.reports.formats.wording import cell_text, mark_says
from inclusion_core.reports.report import (
    Cell,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Language, Text

# fmt: off
NASTY = (
    "|", "\\", "\\|", "`", "```", "*", "_", "~~", "#", "- ", "1. ", "+ ", "> ", "---", "===", "\n",
    "\r\n", "\t", "    ", "<b>", "</td>", "<!--", "&amp;", "&#65;", '"', "'", "=1+1", "@", "[a](b)",
    "[x]: y", "![", "\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u2066", "שלום", "日本",
    "e\u0301", "\u200d", "\xa0", "\ufeff", "{", "}", "{slot}", ",", ";", "$a$", "www.example.org",
    "\ud800", "ā",
)
# fmt: on
WORDS = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=6).map("".join),
    st.text(max_size=12),
)
IDS = st.text(max_size=5)
DAYS = st.dates()
DECIMALS = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=3)
COUNTS = st.integers(min_value=0, max_value=10**12)


def doubled(words):
    return words.replace("{", "{{").replace("}", "}}")


TEXTS = st.builds(lambda lv, en: Text(lv=doubled(lv), en=doubled(en), filled_in=True), WORDS, WORDS)
FEW_TEXTS = st.lists(TEXTS, max_size=2).map(tuple)
CELLS = st.builds(
    Cell,
    value=st.one_of(st.integers(), DECIMALS, DAYS, TEXTS, st.sampled_from(Mark)),
    unknown=st.one_of(st.just(0), COUNTS),
)


@st.composite
def tables(draw):
    columns = draw(st.lists(TEXTS, max_size=4))
    cells = st.lists(CELLS, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = st.builds(TableRow, id=IDS, heading=TEXTS, cells=cells, part_of=IDS)
    return Table(
        id=draw(IDS),
        title=draw(TEXTS),
        row_heading=draw(TEXTS),
        columns=tuple(columns),
        rows=tuple(draw(st.lists(rows, max_size=4))),
        notes=draw(FEW_TEXTS),
    )


SOURCES = st.builds(
    Source,
    TEXTS,
    issued=st.none() | DAYS,
    short=TEXTS,
    place=TEXTS,
    read_as=TEXTS,
    found_at=WORDS,
    confidence=st.sampled_from(Confidence),
    note=st.none() | TEXTS,
)
PROVENANCES = st.builds(
    Provenance,
    period=st.tuples(DAYS, DAYS).map(lambda ends: Period(min(ends), max(ends))),
    status_day=DAYS,
    known_on=DAYS,
    fingerprint=st.from_regex(r"\A[0-9a-f]{64}\Z"),
    records=COUNTS,
    schema_version=st.integers(min_value=1, max_value=99),
    versions=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
)
REPORTS = st.builds(
    Report,
    id=IDS,
    title=TEXTS,
    subtitle=TEXTS,
    sections=st.lists(
        st.builds(
            Section,
            id=IDS,
            title=TEXTS,
            paragraphs=FEW_TEXTS,
            tables=st.lists(tables(), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    notes=FEW_TEXTS,
    sources=st.lists(SOURCES, max_size=2).map(tuple),
    provenance=PROVENANCES,
)
LANGUAGES = st.sampled_from(Language)

law = settings(deadline=None, max_examples=tries(60))


def tables_of(report):
    return [table for section in report.sections for table in section.tables]


def rows_of(table, language):
    """The headings and the cells as a reader is to see them."""
    yield [one_line(text.in_(language)) for text in (table.row_heading, *table.columns)]
    for row in table.rows:
        yield [
            one_line(row.heading.in_(language)),
            *(cell_text(cell, language) for cell in row.cells),
        ]


@law
@given(REPORTS)
def test_json_gives_back_the_report(report):
    data = json_text(report, Language.LV)

    assert report_from_json(data) == report
    assert json_text(report_from_json(data), Language.EN) == data


class Balanced(HTMLParser):
    """Checks that what is opened is closed, and keeps the words of some elements."""

    KEPT = frozenset({"h1", "caption", "th", "td"})

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.kept = [], []
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.stack.append(tag)
        if tag in self.KEPT:
            self.kept.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if self.KEPT & set(self.stack):
            tag, words = self.kept[-1]
            self.kept[-1] = (tag, words + data)


@law
@given(REPORTS, LANGUAGES)
def test_a_web_page_is_balanced_and_shows_every_word(report, language):
    shown = Balanced(html(report, language).decode()).kept
    cells = [words.strip(" ") for tag, words in shown if tag in {"th", "td"}]
    expected = [words for table in tables_of(report) for words in read_out(table, language)]

    assert [words for tag, words in shown if tag == "h1"] == [one_line(report.title.in_(language))]
    assert [words for tag, words in shown if tag == "caption"] == [
        one_line(table.title.in_(language)) for table in tables_of(report)
    ]
    assert cells == expected


def read_out(table, language):
    """Every heading and cell, with the words that a screen reader says for signs and parts."""
    headings, *rows = rows_of(table, language)
    yield from headings
    of_which = {Language.LV: "tai skaitā: ", Language.EN: "of which: "}[language]
    for row, depth, (heading, *cells) in zip(table.rows, depths(table), rows, strict=True):
        yield f"{of_which if depth else ''}{heading}".strip(" ")
        for cell, words in zip(row.cells, cells, strict=True):
            if isinstance(cell.value, Mark):
                yield f"{words[:3]}{mark_says(cell.value).in_(language)}{words[3:]}"
            else:
                yield words


@law
@given(REPORTS, LANGUAGES)
def test_plain_text_is_no_wider_than_asked_and_free_of_control_characters(report, language):
    lines = terminal(report, language).decode().split("\n")

    assert max(map(width, lines)) <= COLUMNS
    assert not any(category(sign) == "Cc" for line in lines for sign in line)
    for table in tables_of(report):
        for cell in (cell for row in table.rows for cell in row.cells):
            if isinstance(cell.value, Mark):
                assert any(cell_text(Cell(value=cell.value), language) in line for line in lines)


CHILD = """
import sys
from hashlib import sha256
from inclusion_core.reports.formats import FORMATS
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.texts import Language
report = report_from_json(sys.stdin.buffer.read())
for built_in in FORMATS:
    for language in Language:
        print(sha256(built_in.render(report, language)).hexdigest())
print(sorted({"rich", "narwhals", "polars"} & set(sys.modules)))
"""


def test_the_bytes_are_the_same_on_every_machine_and_nothing_heavy_is_imported(report):
    expected = [
        sha256(built_in.render(report, language)).hexdigest()
        for built_in in FORMATS
        for language in Language
    ]
    for seed, zone, locale in (("0", "Asia/Tokyo", "C"), ("77", "America/Lima", "lv_LV.UTF-8")):
        machine = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0"}
        child = subprocess.run(
            [sys.executable, "-c", CHILD],
            input=json_text(report, Language.LV),
            env={**os.environ, **machine, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        )

        assert child.stdout.decode().split("\n") == [*expected, "[]", ""]
