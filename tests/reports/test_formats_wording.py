"""What stands in a cell, what a legend says, and how formats are declared."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import attrs
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.periods import Period
from inclusion_core.reports.formats import FORMATS, ReportFormat
from inclusion_core.reports.formats.layout import DEEPEST, depths, figure_columns
from inclusion_core.reports.formats.wording import (
    cell_text,
    legend,
    mark_says,
    origin,
    source_lines,
)
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

WORDS = Text.same("words")


def table(*cells, part_of=()):
    parts = dict(part_of)
    return Table(
        id="t",
        title=WORDS,
        row_heading=WORDS,
        columns=(WORDS,),
        rows=tuple(
            TableRow(id=str(place), heading=WORDS, cells=(cell,), part_of=parts.get(place, ""))
            for place, cell in enumerate(cells)
        ),
    )


@pytest.mark.parametrize(
    ("cell", "latvian", "english"),
    [
        (Cell(value=0), "0", "0"),
        (Cell(value=7010), "7010", "7010"),
        (Cell(value=12345), "12\N{NO-BREAK SPACE}345", "12,345"),
        (Cell(value=Decimal("33.3")), "33,3", "33.3"),
        (Cell(value=Decimal("45.0"), unknown=1), "45,0 (+1 nav zināms)", "45.0 (+1 not known)"),
        (Cell(value=Decimal("-12345.25")), "-12\N{NO-BREAK SPACE}345,25", "-12,345.25"),
        (Cell(value=Decimal("-0.5")), "-0,5", "-0.5"),
        (Cell(value=Decimal("1E+2")), "100", "100"),
        (Cell(value=39, unknown=2), "39 (+2 nav zināms)", "39 (+2 not known)"),
        (
            Cell(value=0, unknown=10000),
            "0 (+10\N{NO-BREAK SPACE}000 nav zināms)",
            "0 (+10,000 not known)",
        ),
        (Cell(value=Mark.SUPPRESSED), "[c]", "[c]"),
        (Cell(value=Mark.NOT_COLLECTED), "[x]", "[x]"),
        (Cell(value=Mark.NOT_APPLICABLE, unknown=1), "[z] (+1 nav zināms)", "[z] (+1 not known)"),
        (Cell(value=date(2019, 4, 15)), "2019. gada 15. aprīlis", "15 April 2019"),
        (Cell(value=lv("  jā\n").en("yes")), "jā", "yes"),
        (Cell(value=Text.same(""), unknown=1), "(+1 nav zināms)", "(+1 not known)"),
    ],
)
def test_a_cell_says_what_it_holds_and_what_is_not_known(cell, latvian, english):
    assert cell_text(cell, Language.LV) == latvian
    assert cell_text(cell, Language.EN) == english


def test_nothing_and_the_three_reasons_for_no_figure_are_four_different_signs():
    cells = [Cell(value=0), *(Cell(value=mark) for mark in Mark)]

    assert len({cell_text(cell, Language.LV) for cell in cells}) == 4


def test_a_legend_explains_the_signs_that_are_used_and_no_others():
    shown = table(Cell(value=Mark.NOT_APPLICABLE), Cell(value=Mark.SUPPRESSED), Cell(value=5))

    assert [entry.id for entry in legend(shown)] == ["suppressed", "not_applicable"]


def test_a_legend_tells_zero_from_the_marks_beside_it():
    shown = table(Cell(value=0), Cell(value=Mark.NOT_COLLECTED), Cell(value=1, unknown=3))

    assert [entry.id for entry in legend(shown)] == ["zero", "not_collected", "unknown"]


def test_a_zero_among_figures_needs_no_legend():
    assert legend(table(Cell(value=0), Cell(value=5))) == ()


def test_every_mark_has_words_of_its_own_in_both_languages():
    for language in Language:
        assert len({mark_says(mark).in_(language) for mark in Mark}) == 3


def test_a_column_of_figures_holds_neither_words_nor_days():
    assert figure_columns(table(Cell(value=1), Cell(value=Mark.SUPPRESSED))) == (True,)
    assert figure_columns(table(Cell(value=1), Cell(value=WORDS))) == (False,)
    assert figure_columns(table(Cell(value=date(2019, 4, 15)))) == (False,)


def test_a_row_is_as_deep_as_the_rows_it_is_a_part_of():
    one = Cell(value=1)

    assert depths(table(one, one, one, part_of=[(1, "0"), (2, "1")])) == (0, 1, 2)
    assert depths(table(one, part_of=[(0, "elsewhere")])) == (0,)
    assert depths(table(one, one, part_of=[(0, "1"), (1, "0")])) == (2, 2)
    deep = table(*[one] * 9, part_of=[(place, str(place - 1)) for place in range(1, 9)])
    assert depths(deep)[-1] == DEEPEST


def test_a_source_says_beside_its_citation_only_what_that_leaves_out():
    act = Source("MK noteikumi Nr. 102", issued=date(2016, 2, 9))
    found = attrs.evolve(act, found_at="likumi.lv 280230")
    short = attrs.evolve(act, short="MK 102")

    assert source_lines(act, Language.EN) == ("MK noteikumi Nr. 102 (2016-02-09)", "")
    assert source_lines(found, Language.EN)[1] == "likumi.lv 280230"
    assert source_lines(short, Language.EN) == (
        "MK 102 (2016-02-09)",
        "MK noteikumi Nr. 102 (2016-02-09)",
    )


def test_where_figures_are_from_is_told_in_both_languages(report):
    told = {entry.id: entry.says for entry in origin(report.provenance)}

    assert told["period"].in_("lv") == "no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim"
    assert told["status_day"].in_("lv") == "2018. gada 30. novembri"
    assert told["known_on"].in_("en") == "3 December 2018"
    assert told["fingerprint"].in_("en") == "3f9a" * 16
    assert told["versions"].in_("lv") == "inclusion-core 0.1.0, inclusion-sif 0.1.0"


def test_a_shortened_fingerprint_shows_that_it_goes_on(report):
    made = attrs.evolve(report.provenance, period=Period(date(2018, 6, 1)))
    told = {entry.id: entry.says.in_("en") for entry in origin(made, digits=4)}

    assert told["fingerprint"] == "3f9a…"
    assert told["period"] == "from 1 June 2018"


def test_the_built_in_formats_are_told_apart_and_have_words_in_both_languages():
    assert [built_in.id for built_in in FORMATS] == ["terminal", "html", "md", "csv", "json"]
    assert len({built_in.suffix for built_in in FORMATS}) == len(FORMATS)
    for language in Language:
        assert len({built_in.says.in_(language) for built_in in FORMATS}) == len(FORMATS)
    assert not any(built_in.binary for built_in in FORMATS)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"id": "Word file"}, "write its id in small letters"),
        ({"suffix": "docx"}, "begin its suffix with a full stop"),
        ({"media_type": "word"}, "name a media type"),
    ],
)
def test_a_format_that_is_declared_wrongly_says_what_to_write(changed, problem):
    good = {"id": "sif.form", "suffix": ".docx", "media_type": "application/vnd.ms-word"}

    with pytest.raises(DeclarationError, match=problem):
        ReportFormat(says=WORDS, render=lambda *_: b"", **{**good, **changed})


def test_a_format_is_a_function_and_its_name():
    own = ReportFormat(
        id="sif.form",
        says=WORDS,
        suffix=".docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        binary=True,
        render=lambda report, language: f"{report.id}{language}".encode(),
    )

    assert own.render(SimpleNamespace(id="r"), Language.LV) == b"rlv"
