"""A report as a PDF: the web page, laid out on paper by its own style sheet for print.

The PDF is tagged, as PDF/UA-1 asks: headings, lists, tables with their headings, title and language
are there for screen readers, and a table of contents for everybody. Bars that only draw what
stands beside them are no figures that would want words of their own.

Nothing is fetched: the page needs nothing from elsewhere, and anything that it asked for would be
refused. The same report gives the same bytes with the same version of WeasyPrint and the same
fonts; elsewhere the pages may break at another line.
"""

from __future__ import annotations

import io
from hashlib import sha256
from typing import NoReturn, Protocol

from inclusion_core.errors import MissingExtraError
from inclusion_core.reports.formats.html import html
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, lv

__all__ = ["PDF", "MissingLibrariesError", "pdf"]

VARIANT = "pdf/ua-1"


class MissingLibrariesError(MissingExtraError):
    """WeasyPrint is installed, but not the libraries of the system that it draws letters with."""

    def __str__(self) -> str:
        return (
            f"{self.needed_for} needs the library Pango, which pip does not install: on Debian "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0, on macOS "
            "brew install pango, and on Windows install it with MSYS2"
        )


def pdf(report: Report, language: Language) -> bytes:
    """The report as a PDF.

    Raises:
        MissingExtraError: WeasyPrint is not installed, or a library of the system that it needs.
    """
    try:
        from weasyprint import HTML  # type: ignore[import-untyped]  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("pdf", "writing a PDF") from None
    except OSError:
        raise MissingLibrariesError("pdf", "writing a PDF") from None
    page = html(report, language)
    laid_out = HTML(file_obj=io.BytesIO(page), encoding="utf-8", url_fetcher=_refused)
    written = io.BytesIO()
    laid_out.write_pdf(
        written,
        pdf_variant=VARIANT,
        pdf_identifier=sha256(page).digest()[:16],
        finisher=_bars_are_no_figures,
    )
    return written.getvalue()


class _NothingIsFetchedError(ValueError):
    """A page asked for something from elsewhere."""


def _refused(url: str) -> NoReturn:
    raise _NothingIsFetchedError(url)


class _Written(Protocol):
    """A PDF before it becomes bytes."""

    objects: list[object]


def _bars_are_no_figures(_document: object, written: _Written) -> None:
    """A figure of a tagged PDF wants words; these are told by the cell in which they stand."""
    for each in written.objects:
        if isinstance(each, dict) and each.get("S") == "/Figure":
            each["S"] = "/NonStruct"
            each.pop("A", None)


PDF = ReportFormat(
    id="pdf",
    says=lv("PDF lappuses drukāšanai").en("PDF pages for print"),
    suffix=".pdf",
    media_type="application/pdf",
    binary=True,
    render=pdf,
)
