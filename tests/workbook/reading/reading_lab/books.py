"""Workbooks made on the spot, sound and damaged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlsxwriter

SHEET_PART = "xl/worksheets/sheet1.xml"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def written(path: Path, fill: Callable[[xlsxwriter.Workbook], object], **options: object) -> Path:
    """A workbook written with XlsxWriter, which may say what formulas come to."""
    book = xlsxwriter.Workbook(str(path), options)
    fill(book)
    book.close()
    return path


def typed(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    """A workbook with these rows, as openpyxl writes them: formulas were never worked out."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells, start=1):
                page.cell(row, column, cell)
    book.save(path)
    return path


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """An archive of parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of an archive."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def by_hand(path: Path, sheet: str, *, title: str = "A", **others: str | bytes) -> Path:
    """A workbook of one sheet, given as XML between its ends."""
    return packed(
        path,
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{title}" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            SHEET_PART: f'<worksheet xmlns="{_SPREADSHEET}">{sheet}</worksheet>',
            **others,
        },
    )


def ods(path: Path, tables: str) -> Path:
    """A workbook of LibreOffice, its tables given as XML."""
    return packed(
        path,
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"<office:document-content {_ODS_NAMES} {_CALC}><office:body>"
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        },
    )


def zip_bytes(parts: Mapping[str, bytes], **options: int) -> bytes:
    """The bytes of an archive."""
    file = BytesIO()
    with ZipFile(file, "w", **({"compression": ZIP_DEFLATED} | options)) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
