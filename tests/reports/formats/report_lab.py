"""The laboratory of reports: any report that there can be, with whatever words."""

from __future__ import annotations

from hypothesis import strategies as st

from inclusion_core.periods import Period
from inclusion_core.reports.report import (
    Cell,
    Drawing,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Language, Text

__all__ = ["COUNTS", "DAYS", "LANGUAGES", "NASTY", "WORDS", "reports", "tables", "texts"]

# fmt: off
NASTY = (
    "|", "\\", "\\|", "`", "```", "*", "_", "~~", "#", "- ", "1. ", "+ ", "> ", "---", "===", "\n",
    "\r\n", "\t", "    ", "<b>", "</td>", "<!--", "&amp;", "&#65;", '"', "'", "=1+1", "@", "[a](b)",
    "[x]: y", "![", "\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u2066", "שלום", "日本",
    "e\u0301", "\u200d", "\xa0", "\ufeff", "{", "}", "{slot}", ",", ";", "$a$", "www.example.org",
    "\ud800", "ā", "\ufffe", "\uffff", "_x0041_", "]]>", "http://a", "007", "1e5", "😀", "[c]",
)
# fmt: on
WORDS = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=6).map("".join),
    st.text(max_size=12),
)
DAYS = st.dates()
COUNTS = st.integers(min_value=0, max_value=10**12)
DECIMALS = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=3)
LANGUAGES = st.sampled_from(Language)
_IDS = st.text(max_size=5)


def _doubled(words):
    return words.replace("{", "{{").replace("}", "}}")


def texts(words=WORDS):
    """Texts that are filled in, so that one language may have no words."""
    return st.builds(
        lambda lv, en: Text(lv=_doubled(lv), en=_doubled(en), filled_in=True), words, words
    )


def _few(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


def cells(words=WORDS):
    """Cells of each kind, with unknowns and without."""
    values = (st.integers(), DECIMALS, DAYS, texts(words), st.sampled_from(Mark))
    return st.builds(Cell, value=st.one_of(*values), unknown=st.one_of(st.just(0), COUNTS))


@st.composite
def tables(draw, words=WORDS):
    """Tables of up to four columns and rows, perhaps without any, some with a drawing."""
    columns = draw(st.lists(texts(words), max_size=4))
    places = st.integers(min_value=0, max_value=max(0, len(columns) - 1))
    drawings = st.none() | st.builds(Drawing, column=places, against=st.none() | places)
    in_row = st.lists(cells(words), min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = st.builds(TableRow, id=_IDS, heading=texts(words), cells=in_row, part_of=_IDS)
    return Table(
        id=draw(_IDS),
        title=draw(texts(words)),
        row_heading=draw(texts(words)),
        columns=tuple(columns),
        rows=tuple(draw(st.lists(rows, max_size=4))),
        notes=draw(_few(texts(words))),
        drawing=draw(drawings) if columns else None,
    )


def _sources(words):
    return st.builds(
        Source,
        texts(words),
        issued=st.none() | DAYS,
        short=texts(words),
        place=texts(words),
        read_as=texts(words),
        found_at=words,
        confidence=st.sampled_from(Confidence),
        note=st.none() | texts(words),
    )


def _provenances(words):
    return st.builds(
        Provenance,
        period=st.tuples(DAYS, DAYS).map(lambda ends: Period(min(ends), max(ends))),
        status_day=DAYS,
        known_on=DAYS,
        fingerprint=st.from_regex(r"\A[0-9a-f]{64}\Z"),
        records=COUNTS,
        schema_version=st.integers(min_value=1, max_value=99),
        versions=_few(st.tuples(words, words)),
    )


def reports(words=WORDS):
    """Any report.

    Args:
        words: What its texts are drawn from.
    """
    sections = st.builds(
        Section,
        id=_IDS,
        title=texts(words),
        paragraphs=_few(texts(words)),
        tables=_few(tables(words)),
    )
    return st.builds(
        Report,
        id=_IDS,
        title=texts(words),
        subtitle=texts(words),
        sections=_few(sections),
        notes=_few(texts(words)),
        sources=_few(_sources(words)),
        provenance=_provenances(words),
    )
