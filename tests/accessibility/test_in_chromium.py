"""The pages in a real browser, judged by axe-core and measured: nobody is to be left out."""

import pytest

NAMES, LANGUAGES = ("interim", "progress", "case"), ("lv", "en")
PAGES = [(name, language) for name in NAMES for language in LANGUAGES]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
DESK, TELEPHONE = {"width": 1000, "height": 800}, {"width": 320, "height": 700}
USUAL = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
WAYS = {
    "dark": {"color_scheme": "dark"},
    "in forced colours": {"forced_colors": "active"},
    "on paper": {"media": "print"},
}


@pytest.fixture(scope="module")
def tabs(browser, pages):
    """Each page in a tab of its own, with what it asked for and complained of."""
    context = browser.new_context(viewport=DESK)
    opened = {}
    for key, path in pages.items():
        tab = context.new_page()
        tab.asked, tab.complaints = [], []
        tab.on("request", lambda request, tab=tab: tab.asked.append(request.url))
        tab.on("console", lambda message, tab=tab: tab.complaints.append(message.text))
        tab.goto(path.as_uri())
        opened[key] = tab
    yield opened
    context.close()


@pytest.fixture
def look(tabs):
    """Looks at a page as somebody does: in the light, on a desk, unless told otherwise."""

    def at(page, *, viewport=DESK, **way):
        tab = tabs[page]
        tab.emulate_media(**(USUAL | way))
        tab.set_viewport_size(viewport)
        return tab

    return at


def violations(tab):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab, options=AXE).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("page", PAGES, ids="-".join)
def test_axe_finds_nothing(look, page):
    assert violations(look(page)) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_where_others_look_otherwise(look, name, way):
    assert violations(look((name, "lv"), **WAYS[way])) == []


@pytest.mark.parametrize("page", PAGES, ids="-".join)
def test_on_a_telephone_a_table_is_scrolled_and_never_the_page(look, page):
    tab = look(page, viewport=TELEPHONE)

    assert tab.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_on_a_telephone(look, name):
    assert violations(look((name, "en"), viewport=TELEPHONE)) == []


def test_axe_would_find_something(browser, pages):
    tab = browser.new_page()
    tab.goto(pages["interim", "en"].as_uri())
    tab.evaluate("document.documentElement.removeAttribute('lang')")
    tab.evaluate("document.querySelector('td').style.setProperty('color', '#eee')")

    assert {rule for rule, _ in violations(tab)} == {"html-has-lang", "color-contrast"}
    tab.close()


@pytest.mark.parametrize("page", PAGES, ids="-".join)
def test_letters_twice_as_large_lose_nothing(look, page):
    tab = look(page, viewport={"width": 640, "height": 700})
    tab.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    width = tab.evaluate("document.documentElement.scrollWidth")
    tab.evaluate("document.documentElement.style.removeProperty('font-size')")

    assert width <= 640


@pytest.mark.parametrize("page", PAGES, ids="-".join)
def test_the_browser_fetches_nothing_and_has_nothing_to_complain_of(look, pages, page):
    tab = look(page)

    assert tab.asked == [pages[page].as_uri()]
    assert tab.complaints == []


def test_bars_stand_one_under_the_other_and_are_as_long_as_their_figures(look):
    tab = look(("progress", "en"))
    rooms = tab.evaluate(
        "[...document.querySelectorAll('.beside svg')].map(e => {"
        "const box = e.getBoundingClientRect(); return [box.left, box.width]})"
    )
    full = tab.evaluate(
        "[...document.querySelectorAll('.beside svg')].map(e => {"
        "const bar = e.querySelector('rect'); return bar ? bar.getBoundingClientRect().width : 0})"
    )

    assert len(rooms) == 5
    assert len({tuple(each) for each in rooms}) == 1
    room = rooms[0][1]
    assert full[:2] == pytest.approx([room * 129 / 116 / 2, room * 3 / 5 / 2], abs=2)
    assert full[2:] == pytest.approx([0, room, 0], abs=2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_stand_out_from_the_page(look, scheme):
    tab = look(("progress", "en"), color_scheme=scheme)
    bar, paper = tab.evaluate(
        "[getComputedStyle(document.querySelector('.beside rect')).fill,"
        "getComputedStyle(document.body).backgroundColor]"
    )

    assert contrast(bar, paper) >= 3


def test_bars_take_the_colour_of_the_words_where_colours_are_forced(look):
    tab = look(("progress", "en"), forced_colors="active")
    bar, ink = tab.evaluate(
        "[getComputedStyle(document.querySelector('.beside rect')).fill,"
        "getComputedStyle(document.body).color]"
    )

    assert bar == ink


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (int(each) / 255 for each in colour.strip("rgb()").split(",")[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_keyboard_comes_past_the_heading_to_the_content(look):
    tab = look(("interim", "lv"))
    tab.keyboard.press("Tab")
    seen = tab.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    tab.keyboard.press("Enter")

    assert seen
    assert tab.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_page_printed_by_the_browser_is_upright_where_it_fits_and_across_where_not(
    look, language
):
    from io import BytesIO

    pypdf = pytest.importorskip("pypdf", reason="needs the extra browser")
    sheets = [
        pypdf.PdfReader(BytesIO(look(page, media="print").pdf(prefer_css_page_size=True))).pages
        for page in (("interim", language), ("progress", language))
    ]
    upright, across = (
        [sheet.mediabox.width < sheet.mediabox.height for sheet in each] for each in sheets
    )

    assert all(upright)
    assert not all(across)
    assert sheets[0][-1].extract_text().count(f"{len(upright)} / {len(upright)}") == 1
