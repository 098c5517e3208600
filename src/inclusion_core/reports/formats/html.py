"""A report as one web page: a single file, without scripts, that needs nothing from elsewhere.

It is made to meet WCAG 2.2 at level AA: the language is named, headings and tables are marked up
as such, wide tables can be scrolled from the keyboard, no meaning hangs on colour or place alone,
and every sign stands together with its words.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from inclusion_core.pages.elements import Html, document, element, on_lines, style, void, words
from inclusion_core.pages.lines import encoded
from inclusion_core.reports.formats.html_elements import told
from inclusion_core.reports.formats.html_paper import paper_for
from inclusion_core.reports.formats.html_style import stylesheet
from inclusion_core.reports.formats.html_table import key_figures, named, table_block
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import (
    CONTENTS,
    KEY_FIGURES,
    NOTES,
    ORIGIN,
    SKIP_TO_CONTENT,
    SOURCES,
    origin,
    source_lines,
)
from inclusion_core.reports.report import Report, Section
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

__all__ = ["HTML", "html"]


def html(report: Report, language: Language) -> bytes:
    """The report as a web page."""
    body = element(
        "body",
        on_lines(
            element("a", told(SKIP_TO_CONTENT, language), class_="skip", href="#content"),
            _header(report, language),
            element("main", on_lines(*_main(report, language)), id="content", tabindex="-1"),
            _footer(report, language),
        ),
    )
    page = element("html", on_lines(_head(report, language), body), lang=language.value)
    return encoded(document(page))


def _head(report: Report, language: Language) -> Html:
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
            element(
                "title",
                told(report.title, language),
                words(" \N{EN DASH} "),
                told(report.subtitle, language),
            ),
            style(rules),
        ),
    )


def _header(report: Report, language: Language) -> Html:
    return element(
        "header",
        on_lines(
            element("h1", told(report.title, language)),
            element("p", told(report.subtitle, language), class_="subtitle"),
            _contents(report, language),
        ),
    )


def _contents(report: Report, language: Language) -> Html:
    """Links to the parts, where there is more than one section."""
    titles = {_key(place): section.title for place, section in enumerate(report.sections)}
    if len(titles) < 2:
        return words("")
    titles |= {"notes": NOTES} if report.notes else {}
    titles |= {"sources": SOURCES} if report.sources else {}
    links = (
        element("li", element("a", told(title, language), href=f"#{key}"))
        for key, title in {**titles, "origin": ORIGIN}.items()
    )
    return element("nav", element("ul", on_lines(*links)), aria_label=CONTENTS.in_(language))


def _main(report: Report, language: Language) -> Iterator[Html]:
    tables = [table for section in report.sections for table in section.tables]
    figures = key_figures(tables[0], language) if tables else words("")
    sections = iter(
        [
            _part(
                _key(place),
                each.title,
                _section(each, _key(place), language),
                language,
                paper=paper_for(each, language),
            )
            for place, each in enumerate(report.sections)
        ]
    )
    if report.broken:  # before any figure is seen
        yield next(sections)
    if figures:
        title = element("h2", told(KEY_FIGURES, language), id="figures", class_="hidden")
        yield element("section", title, figures)
    yield from sections
    if report.notes:
        yield _part("notes", NOTES, _notes(report.notes, language), language)
    if report.sources:
        yield _part("sources", SOURCES, _sources(report.sources, language), language)


def _key(place: int) -> str:
    return f"section-{place + 1}"


def _part(key: str, title: Text, inside: Html, language: Language, *, paper: str = "") -> Html:
    heading = element("h2", told(title, language), id=key)
    kind = {"class_": paper} if paper else {}
    return element("section", on_lines(heading, inside), **kind)


def _section(section: Section, key: str, language: Language) -> Html:
    paragraphs = (element("p", told(paragraph, language)) for paragraph in section.paragraphs)
    tables = (
        table_block(table, f"{key}-table-{place + 1}", language)
        for place, table in enumerate(section.tables)
    )
    return on_lines(*paragraphs, *tables)


def _notes(notes: tuple[Text, ...], language: Language) -> Html:
    return _listed(element("li", told(note, language)) for note in notes)


def _sources(sources: tuple[Source, ...], language: Language) -> Html:
    return _listed(element("li", *_source(source, language)) for source in sources)


def _source(source: Source, language: Language) -> Iterator[Html]:
    citation, more = source_lines(source, language)
    yield words(citation)
    if more:
        yield element("small", words(more))


def _listed(items: Iterator[Html]) -> Html:
    return element("ul", on_lines(*items), class_="notes")


def _footer(report: Report, language: Language) -> Html:
    heading = element("h2", told(ORIGIN, language), id="origin")
    return element("footer", on_lines(heading, named(origin(report.provenance), language)))


HTML = ReportFormat(
    id="html",
    says=lv("tīmekļa lapa").en("web page"),
    suffix=".html",
    media_type="text/html; charset=utf-8",
    render=html,
)
