"""The web page: one file, for every reader."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import attrs
import pytest

from inclusion_core.pages.palette import DARK, LIGHT
from inclusion_core.reports.formats.html import html
from inclusion_core.reports.formats.html_style import stylesheet
from inclusion_core.reports.report import BROKEN, Cell, Section
from inclusion_core.texts import Language, Text

VOID = {"meta"}


class Page(HTMLParser):
    """A page as a list of (path of elements, attributes, words)."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(data.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "path": tuple(self.open), **dict(attrs), "words": ""}
        assert len(dict(attrs)) == len(attrs)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        assert self.elements[self.open.pop()]["tag"] == tag

    def handle_data(self, data):
        for place in self.open:
            self.elements[place]["words"] += data

    def all(self, *tags):
        return [element for element in self.elements if element["tag"] in tags]

    def words(self, *tags):
        return [element["words"].strip() for element in self.all(*tags)]

    def above(self, element):
        return [self.elements[place]["tag"] for place in element["path"]]


@pytest.fixture(scope="module")
def page(report):
    return Page(html(report, Language.EN))


def test_the_page_names_its_language_and_title(report, page):
    assert page.all("html")[0]["lang"] == "en"
    assert Page(html(report, Language.LV)).all("html")[0]["lang"] == "lv"
    (title,) = page.words("title")
    assert title.startswith("Interim report on the social mentor service – Programme for asylum")


def test_headings_go_down_one_step_at_a_time(page):
    assert [(heading["tag"], heading["words"]) for heading in page.all(*("h1", "h2", "h3"))] == [
        ("h1", "Interim report on the social mentor service"),
        ("h2", "Key figures"),
        ("h2", "Persons"),
        ("h2", "Services"),
        ("h2", "Notes"),
        ("h2", "Sources"),
        ("h2", "How this report was made"),
    ]


def test_the_page_has_landmarks_and_a_way_past_the_heading(page):
    skip = page.all("body", "a")[1]

    assert skip["href"] == f"#{page.all('main')[0]['id']}"
    assert [element["tag"] for element in page.all("header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "main",
        "footer",
    ]
    assert page.all("nav")[0]["aria-label"] == "Contents"


def test_every_link_and_label_leads_somewhere_on_the_page(page):
    ids = [element["id"] for element in page.elements if "id" in element]
    links = [element["href"].removeprefix("#") for element in page.all("a")]
    labels = [e["aria-labelledby"] for e in page.elements if "aria-labelledby" in e]

    assert len(ids) == len(set(ids))
    assert {*links, *labels} <= set(ids)


def test_every_table_has_a_caption_and_headings_with_a_scope(page):
    assert page.words("caption") == [
        "Persons who received support",
        "Persons by region and month",
        "Last day of support",
        "Camps",
    ]
    for heading in page.all("th"):
        inside = "thead" if "thead" in page.above(heading) else "tbody"
        assert heading["scope"] == {"thead": "col", "tbody": "row"}[inside]


def test_a_wide_table_is_scrolled_from_the_keyboard(page):
    groups = [element for element in page.all("div") if element.get("role") == "group"]

    assert len(groups) == 4
    assert {group["tabindex"] for group in groups} == {"0"}


def test_a_sign_is_read_out_in_words(page):
    marked = [cell for cell in page.all("td") if "[c]" in cell["words"]]

    assert len(marked) == 3
    assert marked[0]["words"] == "[c]not shown, so that the persons counted cannot be recognised"
    hidden = [span["words"] for span in page.all("span") if span.get("aria-hidden") == "true"]
    assert hidden.count("[c]") == 3


def test_a_part_is_read_out_as_such(page):
    parts = [cell for cell in page.all("th") if "part" in cell.get("class", "")]

    assert [(cell["class"], cell["words"]) for cell in parts] == [
        ("part1", "of which: in employment"),
        ("part2", "of which: self-employed"),
    ]


def test_figures_are_kept_apart_from_words_and_days(page):
    cells = page.all("td")

    assert cells[0] | {"path": ()} == {
        "tag": "td",
        "path": (),
        "class": "figure",
        "words": "12,345 (+2 not known)",
    }
    assert cells[-4]["class"] == "words"
    assert [(day["datetime"], day["words"]) for day in page.all("time")] == [
        ("2019-04-15", "15 April 2019")
    ]
    assert cells[-1]["words"] == "= the <day> is *not* known yet"


def test_the_legend_and_the_notes_stand_under_the_table(page):
    below = [element["words"] for element in page.all("div") if element.get("class") == "below"]

    assert "[z]\ndoes not apply here" in below[0]
    assert "A handover from one provider to another is no exit." in below[0]
    assert below[3].strip() == "The table has no rows."


def test_key_figures_are_the_first_of_the_first_table_and_no_part_of_another(page):
    first, second, third = (
        element["words"].split("\n")[1:3]
        for element in page.all("div")
        if page.above(element)[-1] == "dl"
    )

    assert first == ["Received the service of a social mentor Total", "12,345 (+2 not known)"]
    assert second[1] == "39 (+12 not known)"
    assert third == ["Children under 18 Total", "14"]


def changed_first_table(report, **changes):
    section = report.sections[0]
    table = attrs.evolve(section.tables[0], **changes)
    return attrs.evolve(report, sections=(attrs.evolve(section, tables=(table,)),))


def test_a_table_with_one_leading_figure_gives_no_key_figures(report):
    rows = report.sections[0].tables[0].rows[:1]
    page = Page(html(changed_first_table(report, rows=rows), Language.EN))

    assert "Key figures" not in page.words("h2")


def test_the_only_column_needs_no_name_beside_a_key_figure(report):
    table = report.sections[0].tables[0]
    rows = tuple(attrs.evolve(row, cells=(Cell(value=3),)) for row in table.rows)
    page = Page(
        html(changed_first_table(report, rows=rows, columns=table.columns[:1]), Language.EN)
    )

    assert page.words("dt")[0] == "Received the service of a social mentor"


def test_a_key_figure_may_be_a_decimal_fraction(report):
    row = report.sections[0].tables[0].rows[0]
    share = attrs.evolve(row, cells=(Cell(value=Decimal("45.5")), *row.cells[1:]))
    page = Page(html(changed_first_table(report, rows=(share, share)), Language.LV))

    assert page.words("dd")[:2] == ["45,5", "45,5"]


def test_what_is_contradicted_stands_before_any_figure(report):
    words = Text.same("The figures contradict each other")
    contradicted = attrs.evolve(
        report, sections=(Section(id=BROKEN, title=words), *report.sections)
    )

    headings = Page(html(contradicted, Language.EN)).words("h2")
    assert headings[:3] == ["The figures contradict each other", "Key figures", "Persons"]
    assert Page(html(report, Language.EN)).words("h2")[0] == "Key figures"


def test_no_more_than_four_key_figures_are_shown(report):
    row = report.sections[0].tables[0].rows[0]
    rows = tuple(attrs.evolve(row, id=str(place)) for place in range(9))
    page = Page(html(changed_first_table(report, rows=rows), Language.EN))

    assert page.words("dd")[:5].count("12,345 (+2 not known)") == 4


def test_a_short_report_is_a_page_too(report):
    bare = attrs.evolve(report, sections=(), notes=(), sources=())
    page = Page(html(bare, Language.LV))

    assert page.words("h2") == ["Kā šis pārskats tapis"]
    assert page.all("nav") == []


def test_a_report_of_sections_alone_lists_only_them_and_its_origin(report):
    page = Page(html(attrs.evolve(report, notes=(), sources=()), Language.EN))

    assert [link["href"] for link in page.all("a")[1:]] == ["#section-1", "#section-2", "#origin"]


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(report, page):
    text = html(report, Language.EN).decode()
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)

    assert page.all("script", "link", "img", "iframe", "base", "form", "object") == []
    assert not re.search(r"https?:|url\(|@import|src=|\bon\w+=", text)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "style" not in {name for element in page.elements for name in element}


def test_the_page_is_read_on_a_phone_and_on_paper():
    rules = stylesheet()

    assert "@media (max-width:40rem)" in rules
    assert "@media print" in rules
    screen, paper = rules.split("@media print")
    assert "@media screen{" in screen
    assert "@media (prefers-color-scheme:dark){:root{color-scheme:dark" in screen
    assert "prefers-color-scheme" not in paper
    assert rules.count("{") == rules.count("}")


def test_markup_in_words_is_shown_and_not_obeyed(report):
    nasty = Text.same('<script>alert("x")</script> & \x00\n\u202e"')
    text = html(attrs.evolve(report, title=nasty), Language.LV).decode()

    assert "<script" not in text
    assert Page(text.encode()).words("h1") == ['<script>alert("x")</script> & \\u0000 \\u202e"']


def luminance(colour):
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("behind", ["paper", "panel"])
@pytest.mark.parametrize("words", ["ink", "quiet", "accent"])
def test_words_stand_out_from_what_is_behind_them(palette, behind, words):
    assert contrast(getattr(palette, words), getattr(palette, behind)) >= 4.5


def test_the_style_sheet_has_no_colour_of_its_own():
    colours = {*attrs.astuple(LIGHT), *attrs.astuple(DARK)}

    assert set(re.findall(r"#[0-9a-f]{3,8}\b", stylesheet())) == colours
    assert not re.search(r"rgb|hsl|lab|lch|\bwhite\b(?!-space)|\bblack\b|gr[ae]y", stylesheet())
    assert set(re.findall(r"color:([^;}]+)", stylesheet())) <= {
        *("var(--ink)", "var(--quiet)", "var(--accent)", "CanvasText")
    }
