"""A workbook, read by openpyxl and by calamine, which must agree."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from output_lab.readers.found import Found, unseen

__all__ = ["read_xlsx"]

_ELEMENT = re.compile(rb"<([A-Za-z:]+)[ />]")


def read_xlsx(data: bytes) -> Found:
    """The texts of all cells."""
    book = load_workbook(BytesIO(data))
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    other = CalamineWorkbook.from_filelike(BytesIO(data))
    seen = [
        value
        for name in other.sheet_names
        for row in other.get_sheet_by_name(name).to_python()
        for value in row
        if isinstance(value, str) and value
    ]
    acting = [f"formula in {cell.coordinate}" for cell in cells if cell.data_type == "f"]
    acting += [f"not read alike: {text!r}" for text in {*texts} ^ {*seen} if text]
    for cell in cells:
        if cell.hyperlink is not None and cell.hyperlink.target:
            acting.append(f"link to elsewhere in {cell.coordinate}")
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        acting += [name for name in names if "externalLink" in name or "vba" in name]
        shape = {
            element.decode() for name in names for element in _ELEMENT.findall(archive.read(name))
        }
    acting += [each for text in texts for each in unseen(text, "\n\t")]
    return Found(units=tuple(texts), acting=tuple(acting), shape=frozenset(shape))
