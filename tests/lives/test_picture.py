"""The picture of a life as a web page: one file, for every reader."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import attrs
import pytest

from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.lives import legend
from inclusion_core.lives.life import life_of
from inclusion_core.lives.picture import as_html
from inclusion_core.lives.picture_style import stylesheet
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.need import Need
from inclusion_core.model.plan import LifeArea
from inclusion_core.model.status import Arrival, CitizenshipSpell, ResidenceSpell
from inclusion_core.pages.elements import element, words
from inclusion_core.pages.palette import DARK, LIGHT
from inclusion_core.texts import lv
from inclusion_core.values import PartialDay
from inclusion_core.vocabulary import Vocabulary

VOID = {"meta"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer"),
    *("h1", "h2", "p", "b", "small", "div", "ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "desc", "defs", "linearGradient", "stop", "pattern"),
    *("g", "path", "rect", "circle", "line", "text", "tspan"),
}
UNSTYLED = {"label"}


class Page(HTMLParser):
    """A page as a list of elements, each with its attributes and words."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(data.decode())
        self.close()
        assert self.open == []
        assert set(re.findall(r"<([^\s/>!]+)", data.decode())) <= ELEMENTS
        assert self.said("aria-labelledby") <= self.said("id")
        assert self.said("class") <= {*re.findall(r"\.([a-z-]+)", stylesheet()), *UNSTYLED}

    def handle_starttag(self, tag, attrs):
        self.elements.append({"tag": tag, **dict(attrs), "words": ""})
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for place in self.open:
            place["words"] += data

    def said(self, attribute):
        return {name for each in self.elements for name in (each.get(attribute) or "").split()}

    def all(self, tag, **attributes):
        return [
            each
            for each in self.elements
            if each["tag"] == tag
            and all(each.get(key.rstrip("_")) == value for key, value in attributes.items())
        ]

    def words(self, tag, **attributes):
        return [" ".join(each["words"].split()) for each in self.all(tag, **attributes)]


@pytest.fixture
def page(life, english):
    return Page(as_html(life, english))


def test_the_page_begins_with_its_encoding(life, english):
    head = as_html(life, english).partition(b"<head>")[2]

    assert head.lstrip().startswith(b'<meta charset="utf-8">')


def test_the_page_names_its_language_and_whose_life_it_is(life, english, latvian):
    page, other = Page(as_html(life, english)), Page(as_html(life, latvian))

    assert (page.all("html")[0]["lang"], page.words("h1")) == ("en", ["Client c-1"])
    assert (other.all("html")[0]["lang"], other.words("h1")) == ("lv", ["Klients c-1"])
    assert page.words("p", class_="subtitle") == ["As known on 3 December 2018"]


def test_the_drawing_has_a_title_a_description_and_a_list_as_its_alternative(page):
    [drawing] = page.all("svg", role="img")

    named = drawing["aria-labelledby"].split()
    assert named == ["picture-title", "picture-says"]
    assert all([each for each in page.elements if each.get("id") == key] for key in named)
    assert page.words("desc") == [
        "A time line; each lane is one type of record. The list below the picture says the same."
    ]
    assert page.words("h2") == ["Time line", "Everything in order"]


def test_every_id_is_there_once(page):
    keys = [each["id"] for each in page.elements if "id" in each]

    assert len(keys) == len(set(keys))


def test_the_list_says_every_entry_in_order(life, page, english):
    rows = page.words("tr")

    assert rows[0] == "DayWhat"
    entries = [row for row in rows[1:] if row != "day not known"]
    assert len(entries) == len(life.entries)
    assert entries[0] == "1990client, day of birth – provider: Our house; female client/c-1"
    assert entries[1].startswith("3 September 2017 – still lastshousehold member – adult;")
    assert "support plan support_plan/sp-1" in " ".join(entries)


def test_what_has_no_known_day_stands_under_a_heading(page):
    [heading] = page.all("th", scope="rowgroup")

    assert (heading["words"], heading["colspan"]) == ("day not known", "2")


def test_the_lanes_are_named_in_the_order_of_the_schema(page):
    assert page.words("text", class_="name") == [
        "client",
        "household member",
        "protection status",
        "residence",
        "participation",
        "profile at entry",
        "delivery period",
        "support plan",
        "goal",
        "service attendance",
    ]
    assert page.words("text", class_="quiet") == ["1 only in the list"] * 3


def test_a_long_name_is_broken_over_lines(life):
    long = Vocabulary(
        id="garden.words",
        types={"client": lv("klients").en("somebody whom we know and support in many ways")},
    )
    page = Page(as_html(life, type_of_words(long)))

    assert page.words("text", class_="name")[:3] == [
        "somebody whom we know",
        "and support in many",
        "ways",
    ]


def type_of_words(vocabulary):
    from inclusion_core.lives.wording import LifeWords

    return LifeWords(vocabulary=vocabulary)


def test_a_shape_says_what_it_is_to_whoever_points_at_it(page):
    says = page.words("title")

    assert "goal, day met – housing – 1 September 2018" in says
    assert "participation – programme: Mentor service – 4 June 2018 – still lasts" in says


def test_the_legend_explains_the_signs_that_are_used_and_no_others(page, lived, english):
    assert page.words("li") == [
        legend.STAY.in_("en"),
        legend.LASTS.in_("en"),
        legend.UNSURE.in_("en"),
        legend.EVENT.in_("en"),
        legend.PLANNED.in_("en"),
    ]
    life = lived(
        Arrival(id="a-1", client_id="c-1", arrived_on=PartialDay.of_month(2018, 4)),
        ResidenceSpell(
            id="rs-1",
            client_id="c-1",
            first_day=date(2001, 1, 1),
            last_day=date(2018, 5, 1),
        ),
    )
    assert Page(as_html(life, english)).words("li") == [
        legend.STAY.in_("en"),
        legend.BEYOND.in_("en"),
        legend.ABOUT.in_("en"),
    ]


def test_a_bar_of_which_nothing_is_sure_is_hatched_alone(lived, english):
    life = lived(
        ResidenceSpell(
            id="rs-1",
            client_id="c-1",
            first_day=PartialDay.of_month(2018, 4),
            last_day=PartialDay(date(2018, 4, 20), date(2018, 5, 10)),
        ),
    )

    assert Page(as_html(life, english)).words("li") == [legend.UNSURE.in_("en")]


def test_what_goes_on_after_the_picture_has_an_arrow(lived, english):
    arrival = Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 4, 2))
    ahead = ResidenceSpell(
        id="rs-1", client_id="c-1", first_day=date(2018, 4, 3), last_day=date(2030, 1, 1)
    )
    page = Page(as_html(lived(arrival, ahead), english))

    assert len(page.all("path", **{"class": "arrow"})) == 2
    assert legend.BEYOND.in_("en") in page.words("li")


def test_the_day_on_which_the_data_are_known_is_marked_where_it_is_shown(life, latvian):
    page = Page(as_html(life, latvian))
    later = Page(as_html(attrs.evolve(life, known_on=date(2024, 1, 2)), latvian))

    assert page.words("text", class_="now-words") == ["zināms 2018. gada 3. decembrī"]
    assert later.words("text", class_="now-words") == []


def test_what_is_only_in_the_list_is_said_below_the_picture(life, lived, english):
    shown = lived(Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 4, 2)))
    [entry] = [each for each in shown.entries if each.record_type == "arrival"]
    alone = attrs.evolve(shown, entries=(entry,), lanes=("arrival",))

    assert Page(as_html(life, english)).words("p", class_="beyond") == [
        "The picture shows 1 September 2017 to 31 December 2018; the rest is in the list."
    ]
    assert Page(as_html(alone, english)).all("p", class_="beyond") == []


def test_without_a_known_day_there_is_only_the_list(lived, english):
    page = Page(as_html(lived(CitizenshipSpell(id="cs-1", client_id="c-1")), english))

    assert page.all("svg") == []
    assert page.words("h2") == ["Everything in order"]


@pytest.mark.parametrize(
    ("last", "years", "months"),
    [
        (date(2017, 4, 4), ["2017"], ["3", "4"]),
        (date(2022, 2, 17), ["2017", "2018", "2019", "2020", "2021"], []),
    ],
)
def test_months_are_named_where_there_is_room(lived, english, last, years, months):
    arrivals = [
        Arrival(id=f"a-{day}", client_id="c-1", arrived_on=day) for day in (date(2017, 3, 5), last)
    ]
    page = Page(as_html(lived(*arrivals, known_on=last), english))

    assert page.words("text", class_="year") == years
    assert page.words("text", class_="month") == months


def test_a_year_without_room_is_not_named(lived, english):
    arrivals = [
        Arrival(id=f"a-{day}", client_id="c-1", arrived_on=day)
        for day in (date(2017, 12, 20), date(2022, 11, 1))
    ]
    page = Page(as_html(lived(*arrivals, known_on=date(2022, 11, 1)), english))

    assert page.words("text", class_="year")[0] == "2018"


def test_words_may_stand_before_and_over(lived, english):
    life = lived(
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 1, 1)),
        Need(id="n-1", client_id="c-1", area=LifeArea.HOUSING, found_on=date(2018, 12, 30)),
        ResidenceSpell(id="rs-1", client_id="c-1", place="Rīga"),
    )
    page = Page(as_html(life, english))

    assert page.words("text", class_="before") == ["housing"]
    assert page.words("text", class_="over") == ["Rīga"]


def test_nothing_is_fetched_and_nothing_is_run(life, english):
    data = as_html(life, english)
    page = Page(data)

    assert not {"script", "link", "img", "iframe", "image", "use"} & {
        each["tag"] for each in page.elements
    }
    assert not {key for each in page.elements for key in each if key.startswith("on")}
    assert not any("style" in each for each in page.elements)
    assert b"http" not in data.replace(b"http-equiv", b"")
    assert set(re.findall(rb"url\((.*?)\)", data)) == {b"#fade", b"#hatch"}


def test_the_browser_is_told_to_take_this_style_sheet_alone(life, english):
    page = Page(as_html(life, english))

    hashed = b64encode(sha256(page.all("style")[0]["words"].encode()).digest()).decode()
    [policy] = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    )


def test_what_a_provider_wrote_cannot_act(lived, english):
    attack = '"><script>alert(1)</script><svg onload=x>&amp;'
    life = lived(
        ResidenceSpell(id="rs-1", client_id="c-1", place=attack, first_day=date(2018, 1, 1))
    )
    data = as_html(life, english)

    assert b"<script" not in data
    assert attack in Page(data).words("td")[0]


def test_half_a_character_does_not_stop_the_page(lived, english):
    life = lived(
        ResidenceSpell(id="rs-1", client_id="c-1", place="R\ud800ga", first_day=date(2018, 1, 1))
    )

    assert "R\\ud800ga" in as_html(life, english).decode()


def test_a_whole_person_is_one_picture(one_person, english):
    life = life_of(one_person, "c-1", SCHEMA, whole_person=True)
    page = Page(as_html(life, english))

    assert page.words("title")[0] == "One person: clients c-1 and c-7"
    assert "protection_spell/ps-7 (c-7)" in " ".join(page.words("small"))


def test_the_same_life_gives_the_same_bytes(caseload, english):
    schema = schema_of(*RECORD_CLASSES)

    first, again = (as_html(life_of(caseload, "c-1", each), english) for each in (SCHEMA, schema))
    assert first == again


def test_the_page_asks_readers_to_keep_it_with_care(page):
    assert page.words("footer") == [
        "This page holds the data of one person. Keep it as you keep the papers of the case."
    ]


def luminance(colour):
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_signs_stand_out_by_day_and_by_night(palette):
    for ground in ("paper", "panel"):
        assert contrast(palette.ink, getattr(palette, ground)) >= 7
        assert contrast(palette.quiet, getattr(palette, ground)) >= 4.5
        assert contrast(palette.accent, getattr(palette, ground)) >= 4.5
    assert contrast(palette.ink, palette.bar) >= 4.5
    assert contrast(palette.accent, palette.bar) >= 3


def test_night_is_for_screens_a_telephone_has_the_list_and_paper_the_picture():
    rules = stylesheet()

    assert "@media screen and (prefers-color-scheme:dark)" in rules
    phone, paper = rules.split("@media (max-width:44rem)")[1].split("@media print")
    assert ".drawn{display:none}" in phone
    assert ".drawn{display:block}" in paper


def test_numbers_are_written_short():
    assert element("rect", words("<"), x=1.0, y=2.25, rx=3) == (
        '<rect x="1" y="2.2" rx="3">&lt;</rect>'
    )
