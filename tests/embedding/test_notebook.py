"""A notebook as its page has it, and what the library's objects show in one."""

import ast
import json
import re
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from inclusion_core import ABSENT, NOT_ASKED, Caseload, Cases, Verdict
from inclusion_core.errors import UnknownNameError
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Tally
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.pages.fragment import plain_table
from inclusion_core.testing import installed_catalogue

DOCS = Path(__file__).parents[2] / "docs"
ON = date(2018, 12, 3)


@pytest.fixture(scope="module")
def building():
    spec = spec_from_file_location("build_notebooks", DOCS / "build_notebooks.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def catalogue():

    return installed_catalogue()


# The page, the script and the notebook.


def test_script_and_notebook_are_the_page(building):
    written = {each: each.read_text(encoding="utf-8") for each in building.files()}

    assert written == building.files()
    assert set(building.FOLDER.iterdir()) == set(written)


def test_a_notebook_has_what_its_format_asks_for_and_no_outputs(building):
    notebook = json.loads((building.FOLDER / "participants.ipynb").read_text(encoding="utf-8"))

    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 4)
    kinds = [cell["cell_type"] for cell in notebook["cells"]]
    assert kinds[0] == "markdown"
    assert kinds.count("code") >= 10
    for cell in notebook["cells"]:
        more = {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        assert cell.keys() == {"cell_type", "metadata", "source"} | more
        assert not cell.get("outputs")


def test_links_of_the_page_lead_to_the_same_places_from_the_notebook(building):
    cells = "\n".join(text for kind, text in building.cells_of("how-to/use-in-a-notebook.md"))

    assert "](../../tutorial/register.md)" in cells
    assert "](../../how-to/exchange-tables.md#from-a-folder-of-parquet-to-a-safe-table)" in cells
    assert "](participants.ipynb)" in cells


# Run as a notebook runs it: the last expression of each cell is shown.


@pytest.fixture(scope="module")
def shown(building, tmp_path_factory):
    """What each cell shows, by its last line."""
    notebook = json.loads((building.FOLDER / "participants.ipynb").read_text(encoding="utf-8"))
    names, found = {}, {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("notebook"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                *before, last = ast.parse("".join(cell["source"])).body
                if not isinstance(last, ast.Expr):
                    before, last = [*before, last], None
                exec(compile(ast.Module(before, []), "cell", "exec"), names)
                if last is not None:
                    source = ast.unparse(last)
                    found[source] = eval(compile(ast.Expression(last.value), source, "eval"), names)
        found["names"] = names
        found["folder"] = {each.name: each.read_bytes() for each in Path().glob("*.*")}
    return found


def html(thing):
    return thing._repr_html_()


def test_a_caseload_shows_numbers_of_records_and_nobody(shown):
    told = html(shown["caseload"])

    assert "As known on 2025-03-31" in told
    assert ">participation</th>" in told
    assert not any(each.id in told for each in shown["caseload"].of(Client))


def test_figures_show_themselves_with_what_is_not_known_apart(shown):
    told = html(shown["figures.by()"])

    assert "Nothing is hidden: numbers of few persons may not be published." in told
    (row,) = [each for each in told.splitlines() if ">CR06 " in each]
    assert [cell.text for cell in ET.fromstring(row)][1:] == ["36", "9", "14", "67"]


def test_a_chart_is_saved_without_a_browser(shown):
    picture = shown["folder"]["by-gender.svg"].decode()

    assert picture.startswith("<svg")
    assert "female" in picture


def test_a_share_lies_between_two_bounds(shown):
    (bounds,) = [each for source, each in shown.items() if source.startswith("[f")]

    assert bounds == ["54%", "54%", "67%"]


def test_a_case_is_shown_where_it_is_told_to(shown):
    assert ">Client c-" in html(shown["decision.shown('en')"])
    assert "<table>" in html(shown["window.shown('en')"])


def test_the_table_for_everybody_hides_and_is_written_as_a_page(shown):
    assert "[c]" in html(shown["safe"])
    (frame,) = [each for source, each in shown.items() if source.startswith("pl.DataFrame(safe)")]
    assert frame["hidden"].any()
    assert frame.filter(frame["hidden"])["value"].null_count() == frame["hidden"].sum()
    assert shown["folder"]["safe-table.html"].startswith(b"<!DOCTYPE html>")


def test_what_a_cell_shows_is_never_pages_long(shown):
    for source, thing in shown.items():
        if source not in ("folder", "names"):
            assert len(repr(thing)) < 9_000 or hasattr(thing, "_repr_html_"), source


# Decisions and windows.


def case_of(**fields):
    values = {"first_day": date(2018, 4, 15), "notified_on": date(2018, 4, 15), **fields}
    records = (
        Operation(id="op", number="1", title="T", beneficiary="B", last_day=date(2022, 12, 31)),
        Programme(id="pr", operation_id="op", declared_as="sif.mentoring"),
        Client(id="c-<1>", provider_id="p"),
        ProtectionSpell(
            id="ps", client_id="c-<1>", kind=ProtectionKind.REFUGEE,
            legal_basis=LegalBasis.ASYLUM_LAW, **values,
        ),
        Participation(id="s", client_id="c-<1>", programme_id="pr", entered_on=date(2018, 6, 4)),
    )  # fmt: skip
    return Cases.of(Caseload.of_records(records, known_on=ON))["c-<1>"]


@pytest.fixture
def service(catalogue):
    return catalogue.eligibility("sif.mentoring")


def words_of(fragment):
    return " ".join(ET.fromstring(html(fragment)).itertext())


def test_a_decision_shows_its_reasons_only_where_it_is_told_to(service):
    decision = service.may_receive("social-mentor", case_of(), ON)

    assert not hasattr(decision, "_repr_html_")
    assert "2018-04" not in repr(decision)
    english, latvian = words_of(decision.shown("en")), words_of(decision.shown("lv"))
    assert "on 3 December 2018: yes." in english
    assert "2018. gada 3. decembrī: jā." in latvian
    lines = decision.explain("en").replace("  - ", " ")
    said = re.sub(r"\[\d\] (?=[a-z])", "", lines).replace(":\n", "\n").split()
    assert [word for word in said if word not in english] == []


def test_a_decision_that_nothing_decides_has_no_empty_lists(service):
    decision = service.may_receive("social-mentor", case_of(notified_on=NOT_ASKED), ON)
    bare = attrs.evolve(decision.explanation, deciding=(), steps=())

    from inclusion_core.rules.written import as_fragment
    from inclusion_core.words import WORDS

    told = html(as_fragment(bare, WORDS, "en"))
    assert decision.verdict is Verdict.UNDECIDED
    assert "<ul>\n</ul>" not in told
    assert "Step by step" not in told
    assert "What is not known" in words_of(decision.shown("en"))


def test_what_a_record_says_is_escaped(service):
    told = html(service.assess(case_of(), ON).shown("en"))

    assert "c-&lt;1&gt;" in told
    assert "c-<1>" not in told


def test_a_window_shows_until_when_and_all_that_can_end_it(service):
    window = service.support("social-mentor", case_of(last_day=ABSENT), ON)
    told = words_of(window.shown("en"))

    assert not hasattr(window, "_repr_html_")
    assert "Until 15 April 2019: 12 months after refugee status of 15 April 2018" in told
    assert "12 months after the day of status 2019-04-15" in told
    assert 'lang="lv"' in html(window.shown("lv"))
    with pytest.raises(UnknownNameError, match="no language 'de'"):
        window.shown("de")


# What would else print megabytes.


def test_a_catalogue_and_what_it_holds_have_a_short_repr(catalogue, service):
    assert repr(catalogue).startswith("Catalogue(inclusion-core ")
    assert "inclusion-sif" in repr(catalogue)
    assert repr(catalogue.programmes).startswith("Shelf(programme: ")
    assert repr(attrs.evolve(catalogue.programmes, declared={})) == "Shelf(programme: none)"
    assert len(repr(catalogue)) < 1_000
    assert len(repr(service)) < 1_000
    assert "'sif.mentoring.target-group'" in repr(service)


def test_figures_have_a_short_repr_and_show_what_has_no_value_or_code(shown, catalogue):
    table = shown["figures.by()"]
    by_gender = shown["names"]["figures"]
    codes = next(each for each in catalogue.metrics if each.measure is Measure.DIFFERENT_CODES)
    one = Figure(metric=codes, total=Tally(1), axes=by_gender.axes, cells={("female",): Tally(1)})
    without = attrs.evolve(by_gender, figures=Figures({codes.id: one}))

    assert len(repr(table)) < 5_000
    assert repr(one).startswith(f"Figure(metric={codes.id!r}, ")
    assert "\N{EN DASH}</td>" in html(without)
    assert len([line for line in html(by_gender).splitlines() if ">female</td>" in line]) == len(
        by_gender.figures.by_id
    )
    assert ">not known</td>" in html(by_gender)


def test_the_first_cell_of_a_plain_row_is_its_heading():
    made = plain_table("a < b", ("x", "n"), [("one", 1), ("two", "?")])

    assert "a &lt; b" in made
    assert '<th scope="row" style="text-align:left">one</th><td style="text-align:right">1<' in made
    assert '<td style="text-align:left">?<' in made
