"""The report as pages: tagged, in both languages, the same bytes each time."""

import os
import pickle
import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import attrs
import pytest

from inclusion_core.errors import MissingExtraError
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.pdf import PDF, MissingLibrariesError, _refused
from inclusion_core.texts import Language, Text

NEEDED = "needs the extras pdf and browser, and the library Pango"
pypdf = pytest.importorskip("pypdf", reason=NEEDED)


@pytest.fixture(scope="module")
def written(report):
    try:
        return {language: PDF.render(report, language) for language in Language}
    except MissingExtraError:
        pytest.skip(NEEDED)


def read(data):
    return pypdf.PdfReader(BytesIO(data))


def words(data):
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


def structure(data):
    """The elements of the tree of tags, from the root."""
    reader = read(data)
    elements = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                elements.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return elements


def test_it_has_a_language_a_title_and_bookmarks(written):
    for language, title in (
        (Language.LV, "Sociālā mentora pakalpojuma starpposma ziņojums"),
        (Language.EN, "Interim report on the social mentor service"),
    ):
        reader = read(written[language])
        root = reader.trailer["/Root"]

        assert root["/Lang"] == language.value
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata.title.startswith(title)
        assert reader.outline[0].title == title


def test_it_says_that_it_is_accessible(written):
    assert b"pdfuaid:part" in read(written[Language.EN]).trailer["/Root"]["/Metadata"].get_data()


def test_the_letters_of_latvian_are_there(written):
    told = words(written[Language.LV])

    assert "Pēc atbalsta beigām mācās, iegūst kvalifikāciju, meklē darbu vai strādā" in told
    assert "Ziemeļlatgale" in told
    assert "12 345" in told.replace("\xa0", " ")


def test_figures_unknowns_marks_and_where_they_are_from_are_there(written):
    told = words(written[Language.EN])

    for each in ("12,345 (+2 not known)", "[c]", "[z]", "15 April 2019", "48,210", "3f9a" * 4):
        assert each in told


def test_tables_are_tagged_with_their_headings(written):
    elements = structure(written[Language.EN])
    kinds = [each["/S"] for each in elements]

    assert {"/H1", "/H2", "/Table", "/Caption", "/TH", "/TD", "/L"} <= set(kinds)
    cells = [each for each in elements if each["/S"] == "/TD" and "/A" in each]
    assert all(each["/A"]["/Headers"] for each in cells)


def test_bars_are_no_figures_without_words(report, written):
    from inclusion_core.reports.report import Drawing

    section = report.sections[0]
    table = attrs.evolve(section.tables[1], drawing=Drawing(column=1))
    changed = attrs.evolve(report, sections=(attrs.evolve(section, tables=(table,)),))
    data = PDF.render(changed, Language.EN)

    assert "/Figure" not in [each["/S"] for each in structure(data)]
    assert "striped bar" in words(data)


def test_pages_are_numbered_and_a_wide_section_lies_across(written):
    reader = read(written[Language.EN])
    pages = len(reader.pages)

    for place, page in enumerate(reader.pages, start=1):
        assert f"{place} / {pages}" in page.extract_text()
    shapes = {page.mediabox.width > page.mediabox.height for page in reader.pages}
    assert shapes == {True, False}


CHILD = """
import sys
from hashlib import sha256
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.pdf import PDF
from inclusion_core.texts import Language
report = report_from_json(sys.stdin.buffer.read())
assert "weasyprint" not in sys.modules
print(sha256(PDF.render(report, Language.LV)).hexdigest())
"""


def test_the_bytes_are_the_same_in_another_process_and_time_zone(report, written):
    other = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json_text(report, Language.LV),
        env={**os.environ, **other},
        capture_output=True,
        check=True,
    )

    assert child.stdout.decode().strip() == sha256(written[Language.LV]).hexdigest()


def test_markup_in_words_is_shown_and_fetches_nothing(report, written):
    nasty = Text.same('<img src="http://127.0.0.1:9/x.png"><style>@import "a"</style> \x00 \u202e')
    data = PDF.render(attrs.evolve(report, title=nasty), Language.EN)

    assert '<img src="http://127.0.0.1:9/x.png">' in words(data)
    assert not any(page.images for page in read(data).pages)


def test_whatever_is_asked_for_from_elsewhere_is_refused():
    with pytest.raises(ValueError, match="file:///etc/passwd"):
        _refused("file:///etc/passwd")


@pytest.mark.parametrize(
    ("missing", "kind", "says"),
    [
        (ImportError(), MissingExtraError, r"pip install 'inclusion-core\[pdf\]'"),
        (OSError("cannot load library"), MissingLibrariesError, "apt-get install libpango-1.0-0"),
    ],
)
def test_what_is_missing_is_told_with_what_to_install(report, monkeypatch, missing, kind, says):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise missing

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    with pytest.raises(kind, match=says) as raised:
        PDF.render(report, Language.LV)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_it_is_a_format_of_bytes():
    assert (PDF.id, PDF.suffix, PDF.media_type, PDF.binary) == (
        "pdf",
        ".pdf",
        "application/pdf",
        True,
    )
