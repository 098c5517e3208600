"""A life as one web page to look at together: a time line, and beneath it the same in words.

A single file, without scripts, that needs nothing from elsewhere. It is made to meet WCAG 2.2 at
level AA: the drawing has a title, a description and the list as its alternative, no meaning hangs
on colour alone, and on a telephone the list stands alone.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from inclusion_core.limits.window import SupportWindow
from inclusion_core.lives.axis import Axis, axis_of
from inclusion_core.lives.drawing import LEFT, RIGHT, drawing
from inclusion_core.lives.entries import Entry
from inclusion_core.lives.lanes import Lane, lanes_of
from inclusion_core.lives.legend import legend
from inclusion_core.lives.life import Life, place_in_time
from inclusion_core.lives.listing import HEADINGS, record_key, subtitle, title
from inclusion_core.lives.picture_style import stylesheet
from inclusion_core.lives.windows import days_of, window_lanes, words_for_days
from inclusion_core.lives.wording import LifeWords
from inclusion_core.pages.elements import Html, document, element, on_lines, style, void, words
from inclusion_core.pages.lines import encoded
from inclusion_core.texts import Text, lv

__all__ = ["as_html"]

PICTURE = lv("Laika līnija").en("Time line")
SUPPORT = lv("Kad atbalstu drīkst sniegt").en("When support may be given")
WHICH = lv("Atbalsts").en("Support")
WHY = lv("Kāpēc").en("Why")
LIST = lv("Viss pēc kārtas").en("Everything in order")
DAYS = lv("Diena").en("Day")
WHAT = lv("Kas").en("What")
SHOWN = lv(
    "Attēlā ir laiks no {first_day:genitive} līdz {last_day:dative}; pārējais ir sarakstā."
).en("The picture shows {first_day} to {last_day}; the rest is in the list.")
WITH_CARE = lv("Šajā lapā ir viena cilvēka dati. Glabājiet to tāpat kā lietas papīrus.").en(
    "This page holds the data of one person. Keep it as you keep the papers of the case."
)


def as_html(life: Life, told: LifeWords, windows: Sequence[SupportWindow] = ()) -> bytes:
    """The life as a web page.

    Args:
        life: The life.
        told: The words for it.
        windows: From when and until when support may be given: ``windows_of`` finds them.
    """
    body = element(
        "body",
        on_lines(
            element(
                "header",
                on_lines(
                    element("h1", _says(title(life), told)),
                    element("p", _says(subtitle(life), told), class_="subtitle"),
                ),
            ),
            element(
                "main",
                on_lines(_picture(life, told, windows), _support(windows, told), _list(life, told)),
            ),
            element("footer", element("p", _says(WITH_CARE, told))),
        ),
    )
    root = element("html", on_lines(_head(life, told), body), lang=str(told.language))
    return encoded(document(root))


def _says(text: Text, told: LifeWords) -> Html:
    return words(text.in_(told.language))


def _head(life: Life, told: LifeWords) -> Html:
    rules = stylesheet()
    # The browser itself sees to it that nothing is fetched and nothing is run.
    hashed = b64encode(sha256(rules.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        on_lines(
            void("meta", charset="utf-8"),
            void("meta", http_equiv="Content-Security-Policy", content=policy),
            void("meta", name="viewport", content="width=device-width, initial-scale=1"),
            void("meta", name="robots", content="noindex"),
            element("title", _says(title(life), told)),
            style(rules),
        ),
    )


def _picture(life: Life, told: LifeWords, windows: Sequence[SupportWindow]) -> Html:
    """The drawing and what its signs mean; nothing where no day is known."""
    axis = axis_of(life, left=LEFT, right=RIGHT, also=days_of(windows))
    if axis is None:
        return words("")
    lanes = (*window_lanes(windows, axis, told.language), *lanes_of(life, axis, told))
    drawn = drawing(life, lanes, axis, told, with_support=bool(windows))
    region = element(
        "div", drawn, class_="picture", role="group", aria_labelledby="picture", tabindex="0"
    )
    return element(
        "section",
        on_lines(
            element("h2", _says(PICTURE, told), id="picture"),
            region,
            legend(lanes, told.language),
            _beyond(lanes, axis, told),
        ),
        class_="drawn",
        aria_labelledby="picture",
    )


def _beyond(lanes: Sequence[Lane], axis: Axis, told: LifeWords) -> Html:
    """That the list says more, where it does."""
    if not any(lane.left_out for lane in lanes):
        return words("")
    shown = SHOWN.filled(first_day=axis.first_day, last_day=axis.last_day)
    return element("p", _says(shown, told), class_="beyond")


def _support(windows: Sequence[SupportWindow], told: LifeWords) -> Html:
    """Each window in words: of what, from when until when, and why."""
    if not windows:
        return words("")
    heading = element("h2", _says(SUPPORT, told), id="support")
    headings = (element("th", _says(each, told), scope="col") for each in (WHICH, DAYS, WHY))
    rows = (
        element(
            "tr",
            element("th", _says(window.limit.support.says, told), scope="row"),
            element("td", words(words_for_days(window, told.language))),
            element("td", words(window.explain(told.language))),
        )
        for window in windows
    )
    table = element(
        "table",
        element("thead", element("tr", *headings)),
        element("tbody", on_lines(*rows)),
        aria_labelledby="support",
    )
    return element("section", on_lines(heading, table), class_="support", aria_labelledby="support")


def _list(life: Life, told: LifeWords) -> Html:
    headings = (element("th", _says(each, told), scope="col") for each in (DAYS, WHAT))
    table = element(
        "table",
        on_lines(
            element("thead", element("tr", *headings)),
            *_bodies(life, told),
        ),
        aria_labelledby="list",
    )
    heading = element("h2", _says(LIST, told), id="list")
    return element("section", on_lines(heading, table), aria_labelledby="list")


def _bodies(life: Life, told: LifeWords) -> Iterator[Html]:
    for place, entries in groupby(life.entries, lambda entry: place_in_time(entry.begins)):
        rows = [_row(entry, life, told) for entry in entries]
        if place in HEADINGS:
            heading = _says(HEADINGS[place], told)
            rows.insert(0, element("tr", element("th", heading, scope="rowgroup", colspan="2")))
        yield element("tbody", on_lines(*rows))


def _row(entry: Entry, life: Life, told: LifeWords) -> Html:
    known = told.known(entry)
    said = words(f" \N{EN DASH} {known}") if known else words("")
    what = element(
        "td",
        element("b", words(told.heading(entry))),
        said,
        words(" "),
        element("small", words(record_key(entry, life))),
    )
    return element("tr", element("th", words(told.days(entry)), scope="row"), what)
